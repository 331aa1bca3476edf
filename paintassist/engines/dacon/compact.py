"""How the compact model describes a frame: inputs, feature maps of several frames, vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from paintassist.core.segments import Segments
from paintassist.engines.dacon.config import DaconConfig
from paintassist.engines.dacon.inputs import CompactInputs, compact_inputs
from paintassist.engines.dacon.pooling import pool_cells
from paintassist.engines.dacon.runtime import Runtime

# So many segments look at each other at once; larger frames are described in parts that
# all see the largest segments.
MOST_AT_ONCE = 1000
CONTEXT = 600


class CompactPath:
    """Describes segments by a small U-Net and a transformer over the segments of a frame."""

    def __init__(self, config: DaconConfig, runtime: Runtime) -> None:
        self.config, self.runtime = config, runtime

    def inputs(self, segments: Segments) -> CompactInputs:
        """Prepare a frame; safe in any thread."""
        return compact_inputs(segments, self.config.side, self.config.stem)

    def maps(self, frames: Sequence[CompactInputs]) -> list[NDArray[np.float32]]:
        """Run the U-Net on B frames at once; (pooled, h, w) each."""
        pictures = np.stack([frame.picture for frame in frames])
        return list(self.runtime.run("spatial", {"picture": pictures}))

    def vectors(
        self, segments: Segments, inputs: CompactInputs, feature_map: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return the (N, embedding) vectors of a frame."""
        pooled = pool_cells(
            feature_map, inputs.cells, inputs.owners, inputs.weights, segments.count
        )
        vectors = np.empty((segments.count, self.config.embedding), np.float32)
        for rows, wanted in _parts(segments):
            vectors[rows[:wanted]] = self._head(inputs, pooled, rows)[:wanted]
        return vectors

    def _head(
        self, inputs: CompactInputs, pooled: NDArray[np.float32], rows: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        return self.runtime.run(
            "head",
            {
                "pooled": pooled[rows],
                "patches": inputs.patches[rows],
                "geometry": inputs.geometry[rows],
                "place": inputs.place[rows],
                "borders": inputs.border_shares(rows),
            },
        )


def _parts(segments: Segments) -> list[tuple[NDArray[np.int64], int]]:
    """Split the rows of a frame into parts: (rows, how many of the first are wanted)."""
    count = segments.count
    if count <= MOST_AT_ONCE:
        return [(np.arange(count), count)]
    by_size = np.argsort(-segments.area[1:], kind="stable")
    context, rest = by_size[:CONTEXT], by_size[CONTEXT:]
    parts = [(context, len(context))]
    room = MOST_AT_ONCE - CONTEXT
    for start in range(0, len(rest), room):
        chunk = rest[start : start + room]
        parts.append((np.concatenate([chunk, context]), len(chunk)))
    return parts
