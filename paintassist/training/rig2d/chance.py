"""The few ways in which a style rolls its dice."""

from __future__ import annotations

from typing import Any

import numpy as np

Rng = np.random.Generator


def one(rng: Rng, *options: Any) -> Any:
    """One of the options, all equally likely."""
    return options[int(rng.integers(len(options)))]


def maybe(rng: Rng, p: float) -> bool:
    """True with probability `p`."""
    return bool(rng.random() < p)


def within(rng: Rng, lo: float, hi: float) -> float:
    """A number between `lo` and `hi`."""
    return float(rng.uniform(lo, hi))
