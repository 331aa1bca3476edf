"""Which drawings of a character go into a sample, and which of them serve which."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Shares of samples: neighbours in a clip only, any drawings, a few neighbours among others.
NEAR, FAR = 0.4, 0.3
# How much of a frame may be decided already; each as likely as any other.
DECIDED_SHARES = (0.0, 0.0, 0.1, 0.3)


def choose_frames(
    count: int, near: int, wanted: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Choose drawings of a scene, near and far ones.

    Parameters
    ----------
    count : int
        How many the scene has; the first `near` are neighbours in a clip.
    wanted : int
        How many to choose; fewer if there are fewer.

    Returns
    -------
    (M,) int64
        Distinct indices.
    """
    chance = rng.random()
    if near < 2 or NEAR <= chance < NEAR + FAR:
        return rng.permutation(count)[:wanted]
    run = min(wanted if chance < NEAR else max(2, wanted // 2), near)
    start = int(rng.integers(0, near - run + 1))
    chosen = np.arange(start, start + run)
    # Any others fill up: a clip shorter than asked for, or the sheet beside the neighbours.
    others = rng.permutation(np.setdiff1d(np.arange(count), chosen))
    return np.concatenate([chosen, others])[:wanted]


def choose_references(group: Sequence[int], rng: np.random.Generator) -> NDArray[np.bool_]:
    """Give every frame one to all of its fellows as references.

    Parameters
    ----------
    group : sequence of int, length B
        Character of each frame.

    Returns
    -------
    (B, B) bool
        True at [i, j] where frame j serves frame i. Every number of references is as likely
        as any other.
    """
    groups = np.asarray(group)
    keep = np.zeros((len(groups), len(groups)), np.bool_)
    for index, own in enumerate(groups):
        fellows = np.flatnonzero(groups == own)
        fellows = rng.permutation(fellows[fellows != index])
        if len(fellows):
            keep[index, fellows[: int(rng.integers(1, len(fellows) + 1))]] = True
    return keep


def choose_decided(counts: Sequence[int], rng: np.random.Generator) -> NDArray[np.bool_]:
    """Choose segments that a painter has corrected already.

    Parameters
    ----------
    counts : sequence of int
        Segments of each frame.

    Returns
    -------
    (T,) bool
        For the segments of all frames, one frame after the other.
    """
    shares = rng.choice(DECIDED_SHARES, len(counts))
    return rng.random(sum(counts)) < np.repeat(shares, counts)
