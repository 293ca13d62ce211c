"""A peer that lives in Python: takes cases and times them when told to, one line a command.

    python3 peer.py torch|sklearn|sklearn-hessian [--cpu]

load LOSS CLASSES THREADS PREDICTIONS TARGETS   files of little-endian floats     -> ok | none | the reason
time COUNT                                      computes COUNT times              -> nanoseconds
answer FILE                                     writes the gradient to a file     -> the cost
"""
import sys
import time

import numpy


class Torch:
    """Eager PyTorch: forward and backward, the gradient left where autograd puts it."""

    name = "PyTorch"

    def __init__(self):
        import torch
        self.torch = torch
        self.version = torch.__version__

    def load(self, loss, classes, threads, predictions, targets):
        torch, F = self.torch, self.torch.nn.functional
        torch.set_num_threads(threads)
        losses = {
            "squared_error": F.mse_loss,
            "absolute_error": F.l1_loss,
            "huber": F.huber_loss,
            "sigmoid_cross_entropy": F.binary_cross_entropy_with_logits,
            "poisson": F.poisson_nll_loss,
            "sparse_softmax_cross_entropy": F.cross_entropy,
        }
        self.loss = losses.get(loss)
        y = torch.from_numpy(targets)
        if classes > 1:
            y, predictions = y.long(), predictions.reshape(-1, classes)
        self.y = y
        self.p = torch.from_numpy(predictions).requires_grad_()
        return self.loss is not None

    def run(self):
        self.p.grad = None
        self.cost = self.loss(self.p, self.y)
        self.cost.backward()

    def answer(self):
        return self.cost.item(), self.p.grad.numpy()


class Sklearn:
    """The compiled losses of scikit-learn: values and gradients a sample, in arrays that stay."""

    name = "scikit-learn"

    def __init__(self):
        import sklearn
        self.version = sklearn.__version__

    def load(self, loss, classes, threads, predictions, targets):
        from sklearn._loss import loss as losses
        made = {
            "squared_error": lambda: (losses.HalfSquaredError(), 2),
            "absolute_error": lambda: (losses.AbsoluteError(), 1),
            "quantile": lambda: (losses.PinballLoss(quantile=0.5), 1),
            "poisson": lambda: (losses.HalfPoissonLoss(), 1),
            "sigmoid_cross_entropy": lambda: (losses.HalfBinomialLoss(), 1),
            "sparse_softmax_cross_entropy": lambda: (losses.HalfMultinomialLoss(n_classes=classes), 1),
        }
        if loss not in made:
            return False
        self.loss, self.factor = made[loss]()
        self.threads, self.y = threads, targets
        self.p = predictions.reshape(-1, classes) if classes > 1 else predictions
        self.out = numpy.empty(targets.shape, numpy.float32)
        self.gradient = numpy.empty(self.p.shape, numpy.float32)
        return True

    def run(self):
        self.loss.loss_gradient(self.y, self.p, None, self.out, self.gradient, self.threads)

    def answer(self):
        n = len(self.y)
        return self.factor * self.out.sum(dtype=float) / n, self.factor * self.gradient / n


class SklearnHessian(Sklearn):
    """The same, with gradients and hessians and no values."""

    def load(self, loss, classes, *rest):
        return classes == 1 and super().load(loss, classes, *rest)

    def run(self):
        if not hasattr(self, "hessian") or self.hessian.shape != self.p.shape:
            self.hessian = numpy.empty(self.p.shape, numpy.float32)
        self.loss.gradient_hessian(self.y, self.p, None, self.gradient, self.hessian, self.threads)

    def answer(self):
        Sklearn.run(self)
        return super().answer()


def obey(peer, words):
    if words[0] == "load":
        predictions, targets = (numpy.fromfile(file, "<f4") for file in words[4:6])
        return "ok" if peer.load(words[1], int(words[2]), int(words[3]), predictions, targets) else "none"
    if words[0] == "time":
        clock = time.thread_time_ns if "--cpu" in sys.argv else time.perf_counter_ns
        began = clock()
        for _ in range(int(words[1])):
            peer.run()
        return str(clock() - began)
    if words[0] == "answer":
        cost, gradient = peer.answer()
        numpy.ascontiguousarray(gradient, "<f4").tofile(words[1])
        return repr(float(cost))
    raise ValueError("no command " + words[0])


def main():
    peer = {"torch": Torch, "sklearn": Sklearn, "sklearn-hessian": SklearnHessian}[sys.argv[1]]()
    print(peer.name, peer.version, flush=True)
    for line in sys.stdin:
        try:
            print(obey(peer, line.split()), flush=True)
        except Exception as problem:
            print("failed", type(problem).__name__, str(problem).replace("\n", " "), flush=True)


if __name__ == "__main__":
    main()
