"""Pooling feature maps over segments, for both published variants, in one pass.

The definition enlarges a map to the label map and averages it under the mask of each segment.
Enlarging bilinearly is linear, so its weights are folded into one sparse matrix of segments
over the places of the small map, and the map itself is never enlarged.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from paintassist.core.segments import Segments
from paintassist.engines.dacon.blocks import Axis, read_bands
from paintassist.engines.dacon.config import Fusion
from paintassist.engines.dacon.folding import Apart, fold, fold_apart

# v1.1 pools masks down to about this many rows.
MASK_ROWS = 512
# Entries that are added up in 32 bits; the sums of these in 64. Short sums also run side by side
# in the processor, each sum by itself waits for its last addition.
PART = 32


class SegmentPooling:
    """The averages over the segments of one drawing, for any number of maps.

    v1.0 averages over every pixel of a segment. v1.1 averages over the cells that a segment
    touches, of k = max(1, side // 512) pixels a side; a cell counts for each segment in it.
    As in max pooling without padding, pixels beyond the last full cell do not count; a
    segment that lies there alone is given the last cell, so that none vanishes.

    Parameters
    ----------
    labels : (H, W) int32
        0 = line, 1..count = segments, each with at least one pixel.
    count : int
    variant : {"v1.0", "v1.1"}
    """

    def __init__(self, labels: NDArray[np.int32], count: int, variant: Fusion) -> None:
        self.count = count
        # The label of each cell with one label, and (row, column, label) of those with several.
        self._cells = labels
        self._shared = np.zeros((3, 0), np.int64)
        step = (max(1, labels.shape[0] // MASK_ROWS), max(1, labels.shape[1] // MASK_ROWS))
        if variant == "v1.1" and step != (1, 1):
            self._cells, self._shared = _pool_masks(labels, count, step)

    def matrix(self, shape: tuple[int, int]) -> sparse.csr_array:
        """Return the share of every place of a (rows, columns) map in each average.

        Returns
        -------
        (count, rows * columns) sparse float64
            Rows sum to 1; a product with the (rows * columns, C) map gives (count, C).
        """
        label, place, weight = fold(self._cells, self._shared, shape)
        total = np.bincount(label, weight, self.count + 1)
        size = (self.count, shape[0] * shape[1])
        return sparse.coo_array((weight / total[label], (label - 1, place)), shape=size).tocsr()

    def of_map(self, feature_map: NDArray[np.float32]) -> NDArray[np.float32]:
        """Average a (C, rows, columns) map; (count, C) float32."""
        rows, columns = feature_map.shape[1:]
        folded = fold_apart(self._cells, self._shared, (rows, columns))
        # Products in 32 bits, in parts that are short enough to stay exact.
        parts, label = _in_parts(folded, (self.count + 1, rows * columns))
        wide = folded.wide.astype(np.float32)
        sums = np.empty((self.count + 1, len(feature_map)), np.float64)
        whole = np.empty(len(feature_map), np.float64)
        # One channel after the other: the map is not copied.
        for channel, plane in enumerate(feature_map):
            pooled = parts @ plane.reshape(-1)
            sums[:, channel] = np.bincount(label, pooled, self.count + 1)
            if folded.most:
                whole[channel] = folded.tall @ (plane @ wide)
        total = np.bincount(folded.label, folded.weight, self.count + 1)
        if folded.most:
            sums[folded.most] = whole - sums.sum(axis=0)
            total[folded.most] = folded.tall.sum() * folded.wide.sum() - total.sum()
        return np.asarray(sums[1:] / total[1:, None], np.float32)

    def of_rows(
        self, feature_map: NDArray[np.float32], shape: tuple[int, int]
    ) -> NDArray[np.float32]:
        """Average a (rows * columns, C) map of that shape; (count, C) float32."""
        return np.asarray(self.matrix(shape).astype(np.float32) @ feature_map, np.float32)


def pooling_matrix(segments: Segments, shape: tuple[int, int], variant: Fusion) -> sparse.csr_array:
    """Return `SegmentPooling.matrix` of a frame."""
    return SegmentPooling(segments.labels, segments.count, variant).matrix(shape)


def _pool_masks(
    labels: NDArray[np.int32], count: int, step: tuple[int, int]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the label of each cell of `step` pixels, and those of cells with several.

    Returns
    -------
    cells : (rows, columns) int32
        0 also where a cell has several.
    shared : (3, K) int64
        Row, column and label, each once.
    """
    size = (labels.shape[0] // step[0], labels.shape[1] // step[1])
    rows, columns = (
        Axis(np.arange(length) * k, length * k) for length, k in zip(size, step, strict=True)
    )
    cells = np.empty(size, np.int32)
    keys = []
    for band in read_bands(labels, rows, columns):
        cells[band.first : band.first + len(band.owner)] = band.owner
        cell = band.row // step[0] * size[1] + band.start // step[1]
        keys.append(np.unique(cell * (count + 1) + band.label))
    key = np.concatenate(keys)
    cell, label = key // (count + 1), key % (count + 1)
    seen = np.zeros(count + 1, np.bool_)
    seen[cells] = True
    seen[label] = True
    shared = np.stack([cell // size[1], cell % size[1], label])
    lost = [_last_cells(labels, int(one), step) for one in np.flatnonzero(~seen[1:]) + 1]
    return cells, np.concatenate([shared, *lost], axis=1)


def _last_cells(labels: NDArray[np.int32], label: int, step: tuple[int, int]) -> NDArray[np.int64]:
    """Return (3, K) row, column and label of the last cells beyond which a segment lies."""
    y, x = np.nonzero(labels == label)
    row = np.minimum(y // step[0], labels.shape[0] // step[0] - 1)
    column = np.minimum(x // step[1], labels.shape[1] // step[1] - 1)
    cells = np.unique(np.stack([row, column]), axis=1)
    return np.concatenate([cells, np.full((1, cells.shape[1]), label)])


def _in_parts(folded: Apart, shape: tuple[int, int]) -> tuple[sparse.csr_array, NDArray[np.int64]]:
    """Sort the entries of a (labels, places) matrix by label, in rows of at most `PART`.

    Returns
    -------
    parts : (P, places) sparse float32
    label : (P,) int64
    """
    weight, label = folded.weight.astype(np.float32), folded.label.astype(np.int32)
    place = folded.place.astype(np.int32)
    matrix = sparse.coo_array((weight, (label, place)), shape=shape).tocsr()
    edges = np.union1d(matrix.indptr, np.arange(0, matrix.nnz, PART))
    edges = edges.astype(np.int32)
    parts = (matrix.data, matrix.indices, edges)
    row = np.searchsorted(matrix.indptr, edges[:-1], side="right") - 1
    return sparse.csr_array(parts, shape=(len(row), shape[1])), row


def pool_cells(
    feature_map: NDArray[np.float32],
    cells: NDArray[np.int64],
    owners: NDArray[np.int64],
    weights: NDArray[np.float32],
    count: int,
) -> NDArray[np.float32]:
    """Average a (C, h, w) map over listed cells; (count, C) float32.

    `cells`, `owners` and `weights` are those of `inputs.CompactInputs`.
    """
    channels = feature_map.shape[0]
    flat = feature_map.reshape(channels, -1).T
    matrix = sparse.coo_array((weights, (owners, cells)), shape=(count, flat.shape[0])).tocsr()
    return np.asarray(matrix @ np.ascontiguousarray(flat), np.float32)
