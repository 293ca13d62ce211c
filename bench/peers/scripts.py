"""Writes PyTorch's losses as TorchScript, so that another libtorch can run them: python3 scripts.py FOLDER"""
import pathlib
import sys

import torch
import torch.nn.functional as F


class SquaredError(torch.nn.Module):
    def forward(self, p: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return F.mse_loss(p, y)


class AbsoluteError(torch.nn.Module):
    def forward(self, p: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return F.l1_loss(p, y)


class Huber(torch.nn.Module):
    def forward(self, p: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return F.huber_loss(p, y)


class SigmoidCrossEntropy(torch.nn.Module):
    def forward(self, p: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return F.binary_cross_entropy_with_logits(p, y)


class Poisson(torch.nn.Module):
    def forward(self, p: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return F.poisson_nll_loss(p, y)


class SparseSoftmaxCrossEntropy(torch.nn.Module):
    def forward(self, p: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return F.cross_entropy(p, y)


folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, module in {
    "squared_error": SquaredError,
    "absolute_error": AbsoluteError,
    "huber": Huber,
    "sigmoid_cross_entropy": SigmoidCrossEntropy,
    "poisson": Poisson,
    "sparse_softmax_cross_entropy": SparseSoftmaxCrossEntropy,
}.items():
    torch.jit.script(module()).save(str(folder / (name + ".pt")))
