"""A layered file that is open: its layers, and the pixels of any choice of them.

What a layer shows is composed here, bottom to top. Blending is "normal" or "multiply", as
drawings are made of; other modes are told by the readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
CheckSize = Callable[[Path, int, int], None]


@dataclass(frozen=True)
class LayerInfo:
    """One layer with pixels, in the file's order from bottom to top.

    Attributes
    ----------
    name : str
        With its groups in front: "figure/line".
    visible : bool
        Whether it and all its groups are.
    is_text : bool
        Written words, which are no part of a drawing.
    """

    name: str
    visible: bool = True
    is_text: bool = False


@dataclass(frozen=True)
class Placed:
    """A layer's pixels, where they lie, and how they are put over what is below.

    A clipped layer shows only where the nearest layer below that is not clipped does.
    """

    read: Callable[[], Pixels]
    left: int
    top: int
    opacity: float
    multiply: bool
    clipped: bool = False


class LayeredFile:
    """A layered file that is open; made by `open_layered`.

    Attributes
    ----------
    layers : tuple of LayerInfo
        From bottom to top.
    size : (int, int)
        Width and height.
    notes : tuple of str
        Sentences that the painter should see.
    """

    def __init__(
        self,
        size: tuple[int, int],
        layers: list[tuple[LayerInfo, Placed]],
        merged: Callable[[], Pixels] | None,
        notes: Iterable[str] = (),
    ) -> None:
        self.size = size
        self.layers = tuple(info for info, _ in layers)
        self.notes = tuple(notes)
        self._placed = [placed for _, placed in layers]
        self._merged = merged

    def merged(self) -> Pixels:
        """Return the picture as the file shows it: (H, W, 4) uint8, straight alpha."""
        shown = [index for index, info in enumerate(self.layers) if info.visible]
        if self._merged is None:
            return self.compose(shown)
        merged = self._merged()
        if self.layers and merged[..., 3].all():
            # What no layer covers is transparent, also where the picture was kept without alpha.
            merged[self._bare(shown)] = 0
        return merged

    def _bare(self, indices: Iterable[int]) -> NDArray[np.bool_]:
        """Return where none of some layers shows anything."""
        width, height = self.size
        bare = np.ones((height, width), np.bool_)
        for index in indices:
            inside, cut = _overlap(bare.shape, self._placed[index], pixels := self._read(index))
            bare[inside] &= pixels[cut][..., 3] == 0
            if not bare.any():
                break
        return bare

    def _read(self, index: int) -> Pixels:
        """Return a layer's pixels, cut by what it is clipped to."""
        layer = self._placed[index]
        pixels = layer.read()
        base = index
        while base > 0 and self._placed[base].clipped:
            base -= 1
        if base == index:
            return pixels
        below = self._placed[base]
        width, height = self.size
        alpha = np.zeros((height, width), np.uint8)
        base_pixels = below.read()
        inside, cut = _overlap(alpha.shape, below, base_pixels)
        alpha[inside] = base_pixels[cut][..., 3]
        inside, cut = _overlap(alpha.shape, layer, pixels)
        clipped = np.zeros_like(pixels)
        clipped[cut] = pixels[cut]
        solid = pixels[cut][..., 3].astype(np.uint16) * alpha[inside] // 255
        clipped[(*cut, 3)] = solid.astype(np.uint8)
        return clipped

    def compose(self, indices: Iterable[int]) -> Pixels:
        """Return some layers on each other, visible or not: (H, W, 4) uint8, straight alpha."""
        width, height = self.size
        below = np.zeros((height, width, 4), np.uint8)
        for index in sorted(set(indices)):
            _put(below, self._placed[index], self._read(index))
        return below


def _overlap(
    shape: tuple[int, ...], layer: Placed, pixels: Pixels
) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Return where a layer lies on the canvas, and which of its pixels lie there."""
    height, width = shape
    left, top = min(max(layer.left, 0), width), min(max(layer.top, 0), height)
    right = max(min(layer.left + pixels.shape[1], width), left)
    bottom = max(min(layer.top + pixels.shape[0], height), top)
    inside = np.s_[top:bottom, left:right]
    cut = np.s_[top - layer.top : bottom - layer.top, left - layer.left : right - layer.left]
    return inside, cut


def _put(below: Pixels, layer: Placed, pixels: Pixels) -> None:
    """Put a layer over a picture in place; what reaches out of it is cut off."""
    inside, cut = _overlap(below.shape[:2], layer, pixels)
    over, under = pixels[cut], below[inside]
    if over.size == 0:
        return
    ink: NDArray[Any] = over[..., :3].astype(np.float32)
    alpha = over[..., 3:].astype(np.float32) / 255 * layer.opacity
    paint = under[..., :3].astype(np.float32)
    solid = under[..., 3:].astype(np.float32) / 255
    if layer.multiply:
        ink = ink * (1 - solid) + ink * paint / 255 * solid
    whole = alpha + solid * (1 - alpha)
    mixed = (ink * alpha + paint * solid * (1 - alpha)) / np.maximum(whole, np.float32(1e-6))
    under[..., :3] = np.rint(mixed).astype(np.uint8)
    under[..., 3:] = np.rint(whole * 255).astype(np.uint8)
