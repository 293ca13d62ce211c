"""Trainers that live in Python: they take a problem and train when told to, one line a command.

    python3 training.py THREADS CLOCK          the time on the wall, or that of the thread

load LOSS ROWS WIDTH PENALTY FEATURES TARGETS   files of little-endian floats  -> ok
train SOLVER RUNG FILE                          writes intercept and weights   -> nanoseconds, and the scale that Huber's loss found
"""
import os
import sys
import time
import warnings

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = sys.argv[1]

import numpy
import sklearn
from sklearn.linear_model import HuberRegressor, LogisticRegression, QuantileRegressor

MANY = 100_000
CLOCK = {"wall": time.perf_counter_ns, "thread": time.thread_time_ns}[sys.argv[2]]


class Problem:
    def __init__(self, loss, rows, width, penalty, features, targets):
        self.loss, self.penalty = loss, penalty
        self.single = numpy.fromfile(features, "<f4").reshape(rows, width)
        self.double = self.single.astype(float)
        self.y = numpy.fromfile(targets, "<f4").astype(float)

    def model(self, solver, rung):
        tolerance = 10.0 ** -(rung + 1)
        if self.loss == "logistic":
            name = solver.removesuffix("-float")
            return LogisticRegression(
                C=1 / (self.penalty * len(self.y)), solver=name, tol=tolerance, max_iter=MANY, intercept_scaling=1)
        if self.loss == "huber":
            return HuberRegressor(alpha=0, tol=tolerance, max_iter=MANY)
        return QuantileRegressor(quantile=0.9, alpha=0, solver="highs")

    def train(self, solver, rung, file):
        model = self.model(solver, rung)
        features = self.single if solver.endswith("-float") else self.double
        began = CLOCK()
        model.fit(features, self.y)
        took = CLOCK() - began
        numpy.concatenate([numpy.ravel(model.intercept_), numpy.ravel(model.coef_)]).astype("<f8").tofile(file)
        return took, getattr(model, "scale_", 0)


def main():
    warnings.simplefilter("ignore")
    print("scikit-learn", sklearn.__version__, flush=True)
    problem = None
    for line in sys.stdin:
        words = line.split()
        try:
            if words[0] == "load":
                problem = Problem(words[1], int(words[2]), int(words[3]), float(words[4]), words[5], words[6])
                print("ok", flush=True)
            else:
                print(*problem.train(words[1], int(words[2]), words[3]), flush=True)
        except Exception as failure:
            print("failed", type(failure).__name__, str(failure).replace("\n", " "), flush=True)


if __name__ == "__main__":
    main()
