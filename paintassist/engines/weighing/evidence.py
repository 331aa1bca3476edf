"""What speaks for two segments being the same part, as numbers for each pair of them.

Appearance alone swaps parts that look alike; position alone loses parts that move. What a
segment's neighbours were matched with tells them apart: whether they also surround the
candidate (`support`), as in matching of region graphs (Sato et al. 2014; Maejima et al.
2019). All of it depends on the two drawings alone, so references come and go without
touching what was compared before.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.engines.weighing.layout import Layout

EVIDENCE = (
    "cosine",
    "flow",
    "shape",
    "distance",
    "area",
    "box",
    "support",
    "nearness",
    "below best of row",
    "below best of column",
    "mutual",
    "same drawing",
    "target background",
    "reference background",
    "flow known",
    "flow's landing",
)
# Scale of the similarities when matches between two drawings are guessed.
MATCHING = 0.1


@dataclass(frozen=True, eq=False)
class Clues:
    """Similarities of N target with K reference segments, (N, K) float32 each.

    Attributes
    ----------
    cosine : -1..1
        Of learned features.
    flow : 0..1
        Share of the target segment's pixels that flow carries into the reference one.
    shape : 0..1
        exp of minus the distance of shape descriptors.
    """

    cosine: NDArray[np.float32]
    flow: NDArray[np.float32]
    shape: NDArray[np.float32]

    def of(self, rows: NDArray[np.int64]) -> Clues:
        """Return the clues of some of the reference segments."""
        return Clues(self.cosine[:, rows], self.flow[:, rows], self.shape[:, rows])


@dataclass(frozen=True, eq=False)
class Pair:
    """What is known of two drawings as a whole.

    N segments of the target, M of the reference.

    Attributes
    ----------
    nearness : float
        How far they are neighbours in a movement, 0..1.
    same : bool
        Whether they are one and the same drawing.
    row_best : (N,) float32, column_best : (M,) float32
        Highest cosines.
    row_mass : (N,) float32, column_mass : (M,) float32
        Log sums of exp(similarity / MATCHING).
    landing : (N,) int32
        Reference row where flow carries most of a segment; -1 where nowhere.
    holder, support_row : (E,) int32, support : (E,) float32
        With what certainty the surroundings of target `holder` were matched with
        reference `support_row`.
    """

    nearness: float
    same: bool
    row_best: NDArray[np.float32]
    column_best: NDArray[np.float32]
    row_mass: NDArray[np.float32]
    column_mass: NDArray[np.float32]
    landing: NDArray[np.int32]
    holder: NDArray[np.int32]
    support_row: NDArray[np.int32]
    support: NDArray[np.float32]


def rough(clues: Clues, nearness: float) -> NDArray[np.float32]:
    """Add up clues by hand-set weights; good enough to guess matches from, (N, K) float32."""
    if nearness == 0:
        return clues.cosine
    guide = np.float32(0.4 * nearness) * clues.flow + np.float32(0.3 * nearness) * clues.shape
    return np.asarray(clues.cosine + guide, np.float32)


def compare(target: Layout, reference: Layout, clues: Clues, nearness: float, same: bool) -> Pair:
    """Look at two drawings as a whole.

    Parameters
    ----------
    clues : Clues
        Of all M reference segments.
    nearness : float
    same : bool
        Whether they are the same drawing; no segment is then matched with itself.
    """
    cosine = clues.cosine.copy() if same else clues.cosine
    if same:
        np.fill_diagonal(cosine, -1)
        similarity = cosine
    else:
        similarity = rough(clues, nearness)
    row_mass, column_mass = _log_mass(similarity, 1), _log_mass(similarity, 0)
    mutual = 2 * similarity / np.float32(MATCHING) - row_mass[:, None] - column_mass
    match = mutual.argmax(axis=1)
    certainty = np.exp(mutual[np.arange(len(match)), match])
    support = target.share * certainty[target.neighbour]
    landing = np.where(clues.flow.max(axis=1) > 0, clues.flow.argmax(axis=1), -1)
    return Pair(
        nearness,
        same,
        cosine.max(axis=1),
        cosine.max(axis=0),
        row_mass,
        column_mass,
        landing.astype(np.int32),
        target.owner.astype(np.int32),
        match[target.neighbour].astype(np.int32),
        support.astype(np.float32),
    )


def _log_mass(similarity: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    scaled = similarity / np.float32(MATCHING)
    top = scaled.max(axis=axis, keepdims=True)
    total = np.log(np.exp(scaled - top).sum(axis=axis))
    return np.asarray(np.squeeze(top, axis) + total, np.float32)


def evidence(
    target: Layout, reference: Layout, rows: NDArray[np.int64], pair: Pair, clues: Clues
) -> NDArray[np.float32]:
    """Write down what speaks for each pair of segments.

    Parameters
    ----------
    rows : (K,) int64
        Rows of the reference.
    pair : Pair
    clues : Clues
        Of these K reference segments.

    Returns
    -------
    (len(EVIDENCE), N, K) float32
    """
    count = len(target.place)
    result = np.empty((len(EVIDENCE), count, len(rows)), np.float32)
    there = reference.place[rows]
    offset = target.place[:, None] - there[None]
    similarity = clues.cosine if pair.same else rough(clues, pair.nearness)
    mutual = 2 * similarity / np.float32(MATCHING)
    mutual -= pair.row_mass[:, None]
    mutual -= pair.column_mass[rows]
    result[0] = clues.cosine
    result[1] = clues.flow
    result[2] = clues.shape
    result[3] = np.sqrt(offset[..., 0] ** 2 + offset[..., 1] ** 2)
    result[4] = offset[..., 3]
    result[5] = offset[..., 2]
    result[6] = _support(reference, rows, pair, count)
    result[7] = pair.nearness
    result[8] = clues.cosine - pair.row_best[:, None]
    result[9] = clues.cosine - pair.column_best[rows]
    result[10] = np.exp(np.minimum(mutual, 0))
    result[11] = pair.same
    result[12] = (np.arange(count) == target.background)[:, None]
    result[13] = rows == reference.background
    result[14] = (pair.landing >= 0)[:, None]
    result[15] = pair.landing[:, None] == rows
    return result


def _support(
    reference: Layout, rows: NDArray[np.int64], pair: Pair, count: int
) -> NDArray[np.float32]:
    """Return how far the matches of a target's surroundings surround the reference, (N, K).

    Within one drawing: how far the reference borders on the target.
    """
    borders = reference.borders(rows)
    if pair.same:
        return borders.T
    if len(rows) == 1:
        column = pair.support * borders[0, pair.support_row]
        return np.bincount(pair.holder, column, count)[:, None].astype(np.float32)
    held = np.zeros((count, len(reference.place)), np.float32)
    np.add.at(held, (pair.holder, pair.support_row), pair.support)
    return held @ borders.T
