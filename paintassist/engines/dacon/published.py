"""How the published model describes a frame: pictures, maps of several frames, vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import inks_to_rgba
from paintassist.core.segments import Segments
from paintassist.engines.dacon.config import DaconConfig, Dinov2Config
from paintassist.engines.dacon.pooling import pooling_matrix
from paintassist.engines.dacon.runtime import Runtime


@dataclass(frozen=True, eq=False)
class PublishedInputs:
    """One frame as the two branches see it, RGB in 0..1.

    Attributes
    ----------
    spatial, semantic : (3, S, S) float32
    """

    spatial: NDArray[np.float32]
    semantic: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class PublishedMaps:
    """What the branches say of one frame: (C, h, w) and (cells, hidden) float32."""

    spatial: NDArray[np.float32]
    tokens: NDArray[np.float32]


class PublishedPath:
    """Describes segments by DINOv2 and a U-Net, pooled over each segment."""

    def __init__(self, config: DaconConfig, runtime: Runtime) -> None:
        assert isinstance(config.semantic, Dinov2Config)
        self.config, self.semantic, self.runtime = config, config.semantic, runtime

    def inputs(self, segments: Segments) -> PublishedInputs:
        """Prepare a frame; safe in any thread."""
        rgb = inks_to_rgba(segments.inks)[..., :3].astype(np.float32)
        rgb /= 255
        return PublishedInputs(_resized(rgb, self.config.side), _resized(rgb, self.semantic.side))

    def maps(self, frames: Sequence[PublishedInputs]) -> list[PublishedMaps]:
        """Run both branches on B frames at once."""
        spatial = np.stack([frame.spatial for frame in frames])
        semantic = np.stack([frame.semantic for frame in frames])
        feature_maps = self.runtime.run("spatial", {"picture": spatial})
        tokens = self.runtime.run("semantic", {"picture": semantic})
        return [PublishedMaps(*pair) for pair in zip(feature_maps, tokens, strict=True)]

    def vectors(
        self, segments: Segments, inputs: PublishedInputs, maps: PublishedMaps
    ) -> NDArray[np.float32]:
        """Return the (N, embedding) vectors of a frame."""
        grid = self.semantic.side // self.semantic.patch
        channels, rows, columns = maps.spatial.shape
        variant = self.config.fusion
        semantic = pooling_matrix(segments, (grid, grid), variant) @ maps.tokens
        flat = np.ascontiguousarray(maps.spatial.reshape(channels, -1).T)
        spatial = pooling_matrix(segments, (rows, columns), variant) @ flat
        return self.runtime.run(
            "head",
            {
                "semantic": np.asarray(semantic, np.float32),
                "spatial": np.asarray(spatial, np.float32),
            },
        )


def _resized(rgb: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """Resize (H, W, 3) bilinearly (align_corners=False) to (3, side, side)."""
    small = cv2.resize(rgb, (side, side), interpolation=cv2.INTER_LINEAR)
    return np.ascontiguousarray(small.transpose(2, 0, 1))
