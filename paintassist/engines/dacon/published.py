"""How the published model describes a frame: pictures, maps of several frames, vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink, inks_to_rgba
from paintassist.core.published import PublishedSegments
from paintassist.core.segments import Segments
from paintassist.engines.dacon.config import DaconConfig, Dinov2Config
from paintassist.engines.dacon.pooling import SegmentPooling
from paintassist.engines.dacon.resampling import linear_steps
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
        drawn = segments.pixels if isinstance(segments, PublishedSegments) else segments.inks
        return self.pictures(drawn)

    def pictures(self, pixels: NDArray[np.uint8]) -> PublishedInputs:
        """Shrink a drawing for both branches; see `picture`."""
        return PublishedInputs(
            picture(pixels, self.config.side), picture(pixels, self.semantic.side)
        )

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
        pooling = SegmentPooling(segments.labels, segments.count, self.config.fusion)
        return self.runtime.run(
            "head",
            {
                "semantic": pooling.of_rows(maps.tokens, (grid, grid)),
                "spatial": pooling.of_map(maps.spatial),
            },
        )


def picture(pixels: NDArray[np.uint8], side: int) -> NDArray[np.float32]:
    """Shrink a drawing bilinearly (align_corners=False) to the picture that a network sees.

    Only the pixels that count are read, so memory does not grow with the drawing.

    Parameters
    ----------
    pixels : (H, W) uint8 inks, or (H, W, 4) uint8
        RGBA with straight alpha is laid on white.
    side : int

    Returns
    -------
    (3, side, side) float32, 0..1
    """
    top, bottom, down = linear_steps(pixels.shape[0], side)
    left, right, across = linear_steps(pixels.shape[1], side)
    down, across = down[:, None, None], across[:, None]

    def row(places: NDArray[np.int64]) -> NDArray[np.float32]:
        one, other = (_on_white(pixels[places[:, None], column]) for column in (left, right))
        return one * (1 - across) + other * across

    return np.ascontiguousarray((row(top) * (1 - down) + row(bottom) * down).transpose(2, 0, 1))


_INK_COLORS = np.float32(1 / 255) * inks_to_rgba(np.arange(len(Ink), dtype=np.uint8))[:, :3]


def _on_white(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the (h, w, 3) float32 colours of inks or RGBA, 0..1."""
    if pixels.ndim == 2:
        return _INK_COLORS[pixels]
    values = pixels.astype(np.float32) / np.float32(255)
    alpha = values[..., 3:]
    return values[..., :3] * alpha + (1 - alpha)
