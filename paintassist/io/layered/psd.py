"""PSD and PSB files, through psd-tools."""

from __future__ import annotations

import logging
import struct
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from paintassist.core.errors import InputError
from paintassist.io.layered.file import CheckSize, LayeredFile, LayerInfo, Pixels, Placed

if TYPE_CHECKING:
    from psd_tools import PSDImage

# Modes of a PSD whose colours are RGB or grey; the others have to be converted.
EXACT = {"RGB", "GRAYSCALE", "BITMAP", "INDEXED", "DUOTONE"}
DEEPEST = 16
MOST_LAYERS = 2_000


def open_psd(path: Path, stream: BinaryIO, head: bytes, check_size: CheckSize) -> LayeredFile:
    """Read the list of layers; see `opening.open_layered`."""
    height, width, depth = struct.unpack(">IIH", head[14:24])
    check_size(path, width, height)
    if depth > DEEPEST:
        raise InputError(
            f"{path} has {depth} bits a channel; save it with 8 or 16 (Image > Mode) and try again"
        )
    from psd_tools import PSDImage

    # What psd-tools does not know of a file is nothing that a painter could act upon.
    logging.getLogger("psd_tools").setLevel(logging.ERROR)
    psd = PSDImage.open(stream)
    mode = psd.color_mode.name
    notes: list[str] = []
    if mode not in EXACT:
        notes.append(f"{path} is {mode}, so its colours are not exact; save it as RGB")
    layers: list[tuple[LayerInfo, Placed]] = []
    for layer, name, visible, opacity in _walk(psd, "", True, 1.0):
        if layer.width < 1 or layer.height < 1 or not layer.has_pixels():
            continue
        check_size(path, layer.width, layer.height)
        placed = Placed(
            partial(_psd_pixels, psd, layer),
            layer.left,
            layer.top,
            opacity,
            _is_multiply(layer, name, path, notes),
            bool(layer.clipping),
        )
        layers.append((LayerInfo(name, visible, layer.kind == "type"), placed))
        if len(layers) > MOST_LAYERS:
            raise InputError(f"{path} has more than {MOST_LAYERS} layers; merge some of them")
    merged = partial(_psd_pixels, psd, psd) if psd.has_preview() or not layers else None
    return LayeredFile((width, height), layers, merged, notes)


def _walk(
    group: Any, prefix: str, visible: bool, opacity: float
) -> Iterator[tuple[Any, str, bool, float]]:
    """Yield layers that hold pixels with name, visibility and opacity, bottom to top."""
    for layer in group:
        name, seen = f"{prefix}{layer.name}", visible and bool(layer.visible)
        solid = opacity * layer.opacity / 255
        if layer.is_group():
            yield from _walk(layer, f"{name}/", seen, solid)
        else:
            yield layer, name, seen, solid


def _is_multiply(layer: Any, name: str, path: Path, notes: list[str]) -> bool:
    mode = layer.blend_mode.name
    if mode not in ("NORMAL", "MULTIPLY", "PASS_THROUGH"):
        words = mode.lower().replace("_", " ")
        notes.append(f"layer '{name}' of {path} is blended by {words}; merge it to be exact")
    return bool(mode == "MULTIPLY")


def _psd_pixels(psd: PSDImage, layer: Any) -> Pixels:
    """Return a layer's pixels, or the merged picture's, as (h, w, 4) uint8."""
    if psd.color_mode.name in ("RGB", "GRAYSCALE"):
        color = layer.numpy("color")
        alpha = layer.numpy("shape")
        rgba = np.ones((*color.shape[:2], 4), np.float32)
        rgba[..., :3] = color[..., :3] if color.shape[2] >= 3 else color[..., :1]
        if alpha is not None:
            rgba[..., 3] = alpha[..., 0]
        mask = None if layer is psd else layer.numpy("mask")
        if mask is not None and mask.shape[:2] == rgba.shape[:2]:
            rgba[..., 3] *= mask[..., 0]
        return np.rint(np.clip(rgba, 0, 1) * 255).astype(np.uint8)
    image = layer.topil()
    if image is None:
        raise ValueError("no pixels")
    return np.array(image.convert("RGBA"))
