"""Pooling feature maps over segments, for both published variants, in one pass.

Bilinear upsampling is linear, so instead of upsampling a map to the label map and
averaging there, its weights are folded into one sparse matrix of segments over map cells;
the map itself is never enlarged.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from paintassist.core.segments import Segments
from paintassist.engines.dacon.config import Fusion

# v1.1 pools masks down to about this many rows.
MASK_ROWS = 512


def pooling_matrix(segments: Segments, shape: tuple[int, int], variant: Fusion) -> sparse.csr_array:
    """Return the matrix that averages a map over segments as the published model does.

    Parameters
    ----------
    segments : Segments
    shape : (rows, columns) of the map
    variant : {"v1.0", "v1.1"}
        v1.0 averages at full resolution; v1.1 over the cells that a mask max-pooled to
        about 512 rows touches.

    Returns
    -------
    (N, rows * columns) sparse float32
        Rows sum to 1; a product with the (rows * columns, C) map gives (N, C).
    """
    height, width = segments.labels.shape
    step = (1, 1)
    if variant == "v1.1":
        step = (max(1, height // MASK_ROWS), max(1, width // MASK_ROWS))
    owners, row, column = _touched(segments.labels, step)
    share = 1 / np.bincount(owners, minlength=segments.count)[owners]
    r0, r1, r_weight = _linear(row, height // step[0], shape[0])
    c0, c1, c_weight = _linear(column, width // step[1], shape[1])
    corners = (
        (r0, c0, (1 - r_weight) * (1 - c_weight)),
        (r0, c1, (1 - r_weight) * c_weight),
        (r1, c0, r_weight * (1 - c_weight)),
        (r1, c1, r_weight * c_weight),
    )
    cells = np.concatenate([r * shape[1] + c for r, c, _ in corners])
    weights = np.concatenate([weight * share for _, _, weight in corners]).astype(np.float32)
    entries = (weights, (np.tile(owners, 4), cells))
    return sparse.coo_array(entries, shape=(segments.count, shape[0] * shape[1])).tocsr()


def _touched(
    labels: NDArray[np.int32], step: tuple[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """List each pair of a segment and a cell of `step` pixels that it touches, once.

    Pixels beyond the last full cell do not count, as in max pooling without padding; a
    segment that lies there alone is given to the last cell so that none vanishes.
    """
    rows, columns = labels.shape[0] // step[0], labels.shape[1] // step[1]
    y, x = np.nonzero(labels)
    owner = labels[y, x].astype(np.int64) - 1
    row, column = y // step[0], x // step[1]
    outside = (row >= rows) | (column >= columns)
    if outside.any():
        inside_owners = np.unique(owner[~outside])
        keep = ~outside | ~np.isin(owner, inside_owners)
        owner = owner[keep]
        row, column = np.minimum(row[keep], rows - 1), np.minimum(column[keep], columns - 1)
    if step == (1, 1):
        return owner, row, column
    key = np.unique((owner * rows + row) * columns + column)
    return key // (rows * columns), key // columns % rows, key % columns


def _linear(
    index: NDArray[np.int64], size: int, source: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return the two source cells and the second's weight (align_corners=False)."""
    position = np.maximum((index + 0.5) * source / size - 0.5, 0)
    low = np.minimum(position.astype(np.int64), source - 1)
    return low, np.minimum(low + 1, source - 1), position - low


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
