"""One training run's recipe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch

from paintassist.core.errors import InputError

Precision = Literal["bf16", "fp32"]


@dataclass(frozen=True)
class TrainSettings:
    """One run's recipe; saved beside its weights.

    Attributes
    ----------
    steps : int
        Length of the whole schedule.
    characters, frames : int
        Characters a step and drawings of each.
    rate : float
        Peak learning rate; warms up, then falls as a half cosine over `steps`.
    seed : int
        Batch number i of a run depends on the seed and i, not on when the run was stopped.
    workers : int
        Processes that prepare batches; 0 = none.
    threads : int
        Of the network on a CPU.
    reuse : int
        In how many steps a scene serves, distorted anew each time, before the next is drawn.
    validate_every : int
        Steps between two rows of the log.
    save_every : float
        Seconds after which a checkpoint is written between two rows of the log.
    device : str
        "cpu" or "cuda", see `choose_device`.
    precision : {"bf16", "fp32"}
        Of the forward pass; weights and moments stay in 32 bits.
    most_segments : int
        Drawings with more are left out: padding them would slow the whole batch.
    """

    steps: int = 20_000
    characters: int = 3
    frames: int = 4
    rate: float = 1e-3
    warmup: int = 100
    seed: int = 1
    workers: int = 1
    threads: int = 2
    reuse: int = 1
    validate_every: int = 200
    save_every: float = 300.0
    device: str = "cpu"
    precision: Precision = "bf16"
    most_segments: int = 200


def choose_device(wanted: str) -> str:
    """Return "cpu" or "cuda" for "auto", "cpu" or "cuda".

    Raises
    ------
    InputError
        If CUDA was asked for and there is none.
    """
    found = torch.cuda.is_available()
    if wanted == "auto":
        return "cuda" if found else "cpu"
    if wanted == "cuda" and not found:
        raise InputError(
            "device cuda was asked for but PyTorch finds no usable GPU; "
            "use --device cpu, or --device auto to take what there is"
        )
    return wanted
