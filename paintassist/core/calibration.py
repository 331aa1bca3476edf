"""Calibration: confidences that are probabilities, and how far they are that.

A `Calibration` turns the raw confidence of `core.matching.propose`, a margin whose scale is an
engine's own, into the share of proposals that are right at that margin. It is fitted by isotonic
regression (pool adjacent violators; Zadrozny and Elkan, KDD 2002) on drawings whose colours are
known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.matching import NO_COLOR, Proposals

MOST_KNOTS = 20
# A knot between the ends stands for at least so many proposals.
FEWEST_BEHIND_A_KNOT = 30
# How much of the raw confidence is mixed in, so that equal shares still rank.
RANKING = 1e-3
# Finer towards 1, where proposals are accepted unseen.
EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)


@dataclass(frozen=True)
class Calibration:
    """A strictly rising, piecewise linear map from raw confidence to probability.

    Attributes
    ----------
    raw, sure : tuple of float
        The knots: 2 to `MOST_KNOTS` raw confidences from 0 to 1, strictly rising, and the
        probability at each, strictly rising within 0..1.
    unknown : float or None
        The similarity of the unknown (see `Engine.unknown`) that the raw confidences were
        measured with; None is the engine's own.

    Raises
    ------
    InputError
        If the knots are not like that.
    """

    raw: tuple[float, ...] = (0.0, 1.0)
    sure: tuple[float, ...] = (0.0, 1.0)
    unknown: float | None = None

    def __post_init__(self) -> None:
        raw, sure = np.array(self.raw), np.array(self.sure)
        problem = None
        if len(raw) != len(sure) or not 2 <= len(raw) <= MOST_KNOTS:
            problem = f"it needs 2 to {MOST_KNOTS} knots, as many raw as sure"
        elif not (np.isfinite(raw).all() and np.isfinite(sure).all()):
            problem = "its knots must be finite"
        elif (np.diff(raw) <= 0).any() or (np.diff(sure) <= 0).any():
            problem = "its knots must rise strictly"
        elif raw[0] != 0 or raw[-1] != 1 or sure[0] < 0 or sure[-1] > 1:
            problem = "raw must run from 0 to 1, and sure stay within"
        elif self.unknown is not None and not np.isfinite(self.unknown):
            problem = "the similarity of the unknown must be finite"
        if problem:
            raise InputError(f"this calibration cannot be used: {problem}")

    def __call__(self, confidence: NDArray[np.floating[Any]]) -> NDArray[np.float32]:
        """Return the probability of every raw confidence, of the same shape."""
        return np.interp(confidence, self.raw, self.sure).astype(np.float32)

    def as_dict(self) -> dict[str, list[float] | float]:
        """Return plain data for a manifest."""
        knots: dict[str, list[float] | float] = {"raw": list(self.raw), "sure": list(self.sure)}
        return knots if self.unknown is None else {**knots, "unknown": self.unknown}


IDENTITY = Calibration()


def calibration_from_dict(data: object) -> Calibration:
    """Read what `Calibration.as_dict` wrote.

    Raises
    ------
    InputError
        If it is something else.
    """
    if not isinstance(data, Mapping) or set(data) - {"unknown"} != {"raw", "sure"}:
        raise InputError("a calibration must hold 'raw', 'sure' and perhaps 'unknown', no more")
    unknown = data.get("unknown")
    if unknown is not None and not _is_number(unknown):
        raise InputError("'unknown' of a calibration must be a number")
    raw, sure = _knots(data, "raw"), _knots(data, "sure")
    return Calibration(raw, sure, None if unknown is None else float(unknown))


def _knots(data: Mapping[str, object], name: str) -> tuple[float, ...]:
    values = data[name]
    if not isinstance(values, list) or not all(_is_number(value) for value in values):
        raise InputError(f"'{name}' of a calibration must be a list of numbers")
    return tuple(float(value) for value in values)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def calibrated(proposals: Proposals, calibration: Calibration) -> Proposals:
    """Return proposals whose confidence is a probability; 0 where nothing is proposed."""
    sure = np.where(proposals.color == NO_COLOR, np.float32(0), calibration(proposals.confidence))
    return replace(proposals, confidence=sure.astype(np.float32))


def fit_calibration(
    raw: NDArray[np.floating[Any]], right: NDArray[np.bool_], knots: int = MOST_KNOTS
) -> Calibration:
    """Fit a calibration to proposals whose truth is known.

    Each knot lies at the mean raw confidence of a block of proposals, with their share that is
    right, shrunk as if one more had been half right: so certainty is never more than the
    number of proposals allows.

    Parameters
    ----------
    raw : (K,) float
        Raw confidences, 0..1.
    right : (K,) bool
        Whether each proposal was right.
    knots : int
        At most so many, 3 to `MOST_KNOTS`.

    Raises
    ------
    ValueError
        If there is nothing to fit to, or the arrays or `knots` do not fit.
    """
    if not 3 <= knots <= MOST_KNOTS:
        raise ValueError(f"knots must be 3 to {MOST_KNOTS}, not {knots}")
    if len(raw) == 0 or raw.shape != right.shape:
        raise ValueError("raw and right must be of one length, and not empty")
    order = np.argsort(raw, kind="stable")
    values, first = np.unique(np.asarray(raw, np.float64)[order], return_index=True)
    if values[0] < 0 or values[-1] > 1:
        raise ValueError("raw confidences must lie within 0..1")
    count = np.diff(np.append(first, len(raw))).astype(np.float64)
    hits = np.add.reduceat(right[order].astype(np.float64), first)
    blocks = _merged(_pooled(np.stack([count, hits, count * values], axis=1)), knots - 2)
    place = blocks[:, 2] / blocks[:, 0]
    share = (blocks[:, 1] + 0.5) / (blocks[:, 0] + 1)
    inside = (place > 0) & (place < 1)
    place = np.concatenate([[0.0], place[inside], [1.0]])
    share = np.maximum.accumulate(np.concatenate([share[:1], share[inside], share[-1:]]))
    sure = (1 - RANKING) * share + RANKING * place
    return Calibration(tuple(place.tolist()), tuple(sure.tolist()))


def _pooled(blocks: NDArray[np.float64]) -> NDArray[np.float64]:
    """Pool adjacent violators: merge (B, 3) rows of count, right, sum of raw until shares rise."""
    stack: list[NDArray[np.float64]] = []
    for block in blocks:
        stack.append(block)
        while len(stack) > 1 and stack[-2][1] * stack[-1][0] >= stack[-1][1] * stack[-2][0]:
            last = stack.pop()
            stack[-1] = stack[-1] + last
    return np.array(stack)


def _merged(blocks: NDArray[np.float64], most: int) -> NDArray[np.float64]:
    """Merge neighbours, the least different first, until there are few and none is small."""
    while len(blocks) > 1:
        count, share = blocks[:, 0], (blocks[:, 1] + 0.5) / (blocks[:, 0] + 1)
        pair = blocks[:-1] + blocks[1:]
        both = (pair[:, 1] + 0.5) / (pair[:, 0] + 1)
        # How surely the two shares differ: the square of a z-score.
        evidence = np.diff(share) ** 2 * count[:-1] * count[1:] / pair[:, 0] / (both * (1 - both))
        small = np.minimum(count[:-1], count[1:]) < FEWEST_BEHIND_A_KNOT
        if small.any():
            evidence[~small] = np.inf
        elif len(blocks) <= most:
            break
        at = int(evidence.argmin())
        blocks = np.concatenate([blocks[:at], pair[at : at + 1], blocks[at + 2 :]])
    return blocks


@dataclass(frozen=True, eq=False)
class Reliability:
    """The reliability curve: how often proposals of about one confidence are right.

    Attributes
    ----------
    edges : (B + 1,) float64
        Bin b holds confidences from `edges[b]` on and below `edges[b + 1]`; the last one
        holds 1 too.
    count : (B,) int64
        Proposals in each bin.
    confidence, right : (B,) float64
        Their mean confidence and the share that is right; 0 in empty bins.
    """

    edges: NDArray[np.float64]
    count: NDArray[np.int64]
    confidence: NDArray[np.float64]
    right: NDArray[np.float64]

    @property
    def error(self) -> float:
        """The expected calibration error, 0..1; 0 without proposals."""
        gap = np.abs(self.confidence - self.right)
        return float((gap * self.count).sum() / max(int(self.count.sum()), 1))


def reliability(
    confidence: NDArray[np.floating[Any]],
    right: NDArray[np.bool_],
    edges: Sequence[float] = EDGES,
) -> Reliability:
    """Compare confidences with how often they are right.

    Parameters
    ----------
    confidence : (K,) float
        0..1.
    right : (K,) bool
    edges : sequence of float
        Rising from 0 to 1.
    """
    bounds = np.array(edges, np.float64)
    # In float32, as confidences are: 0.9 as float32 is more than 0.9.
    given = np.asarray(confidence, np.float32)
    bins = np.searchsorted(bounds.astype(np.float32)[1:-1], given, side="right")
    size = len(bounds) - 1
    count = np.bincount(bins, minlength=size)
    total = np.maximum(count, 1)
    mean = np.bincount(bins, given.astype(np.float64), size) / total
    share = np.bincount(bins, np.asarray(right, np.float64), size) / total
    return Reliability(bounds, count.astype(np.int64), mean, share)


def expected_calibration_error(
    confidence: NDArray[np.floating[Any]],
    right: NDArray[np.bool_],
    edges: Sequence[float] = EDGES,
) -> float:
    """Return the mean gap between confidence and share right over bins, weighed by count.

    0..1; Naeini et al., AAAI 2015. See `reliability` for the parameters.
    """
    return reliability(confidence, right, edges).error


@dataclass(frozen=True)
class Acceptable:
    """What can be accepted unseen at a precision.

    Attributes
    ----------
    share : float
        Of all proposals, 0..1.
    threshold : float or None
        The confidence from which on they are accepted; None if none can be.
    """

    share: float
    threshold: float | None


def share_at_precision(
    confidence: NDArray[np.floating[Any]], right: NDArray[np.bool_], precision: float
) -> Acceptable:
    """Return the largest share that can be accepted from the surest down at a precision.

    Parameters
    ----------
    confidence : (K,) float
        Proposals of equal confidence are accepted together.
    right : (K,) bool
    precision : float
        Share of the accepted ones that has to be right, 0..1.
    """
    if len(confidence) == 0:
        return Acceptable(0.0, None)
    order = np.argsort(-confidence, kind="stable")
    ranked = confidence[order]
    taken = np.arange(1, len(ranked) + 1)
    precise = np.cumsum(right[order]) >= precision * taken - 1e-9
    last_of_equals = np.append(ranked[1:] != ranked[:-1], True)
    found = np.flatnonzero(precise & last_of_equals)
    if len(found) == 0:
        return Acceptable(0.0, None)
    most = int(found[-1])
    return Acceptable((most + 1) / len(ranked), float(ranked[most]))
