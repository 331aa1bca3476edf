"""What the teacher of the consistency loss sees of a drawing, prepared beside the batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import inks_to_rgba
from paintassist.core.segments import Segments
from paintassist.engines.dacon.pooling import pooling_matrix


@dataclass(frozen=True, eq=False)
class TeacherInputs:
    """One frame, or all frames of a batch, as the teacher sees them.

    Attributes
    ----------
    picture : (B, 3, S, S) uint8
        Line art on white.
    cells, owners : (Q,) int64
        The pairs (cell of the teacher's map, row of the segment) that overlap ...
    weights : (Q,) float32
        ... and their share of the segment, summing to 1 per segment.
    grid : int
        Side of the teacher's map.
    """

    picture: NDArray[np.uint8]
    cells: NDArray[np.int64]
    owners: NDArray[np.int64]
    weights: NDArray[np.float32]
    grid: int


@dataclass(frozen=True)
class TeacherLook:
    """How a teacher looks at a drawing: pixels of its picture's side, cells of its map's."""

    side: int
    grid: int

    def inputs(self, segments: Segments) -> TeacherInputs:
        """Prepare one frame; pooled over segments as the published model (v1.1) does."""
        rgb = np.ascontiguousarray(inks_to_rgba(segments.inks)[..., :3])
        small = cv2.resize(rgb, (self.side, self.side), interpolation=cv2.INTER_LINEAR)
        matrix = pooling_matrix(segments, (self.grid, self.grid), "v1.1").tocoo()
        return TeacherInputs(
            np.ascontiguousarray(small.transpose(2, 0, 1)[None], np.uint8),
            matrix.col.astype(np.int64),
            matrix.row.astype(np.int64),
            matrix.data.astype(np.float32),
            self.grid,
        )


def join_teacher_inputs(frames: Sequence[TeacherInputs], first: NDArray[np.int64]) -> TeacherInputs:
    """Put frames behind each other; `first` are the rows of their first segments."""
    if not frames:
        none = np.zeros(0, np.int64)
        return TeacherInputs(np.zeros((0, 3, 1, 1), np.uint8), none, none, none.astype("f4"), 0)
    grid = frames[0].grid
    return TeacherInputs(
        np.concatenate([frame.picture for frame in frames]),
        np.concatenate([frame.cells + grid**2 * i for i, frame in enumerate(frames)]),
        np.concatenate([f.owners + start for f, start in zip(frames, first, strict=True)]),
        np.concatenate([frame.weights for frame in frames]),
        grid,
    )
