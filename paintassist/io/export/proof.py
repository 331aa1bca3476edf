"""The proof of an exported file: it is read back and held against drawing, palette and order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.layers import Layer
from paintassist.core.lines import Ink
from paintassist.core.matching import NO_COLOR
from paintassist.core.painting import LINE_COLOR
from paintassist.core.palette import pack_colors
from paintassist.core.segments import Segments
from paintassist.io.export.formats import EncodeOptions, ImageFormat, key_white
from paintassist.io.export.reading import decode_image, decode_layers


class LineProof(StrEnum):
    """How the black line pixels of a file compare with those of its drawing."""

    IDENTICAL = "identical"
    CHANGED = "changed"
    NO_SOURCE = "no source"


@dataclass(frozen=True)
class Proof:
    """What was found in a file that was read back; None where the file cannot say.

    Attributes
    ----------
    lines : LineProof or None
    palette_only : bool
        Every visible pixel is a palette colour or line.
    filled : bool or None
        Every segment but the background has its colour on every pixel.
    alpha : bool
        Every pixel is as opaque as asked.
    """

    lines: LineProof | None
    palette_only: bool
    filled: bool | None
    alpha: bool

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        fine = self.palette_only and self.filled is not False and self.alpha
        return fine and self.lines is not LineProof.CHANGED

    def as_json(self) -> dict[str, object]:
        """Return the proof for the report."""
        found: dict[str, object] = {"palette_only": self.palette_only, "alpha": self.alpha}
        if self.lines is not None:
            found["lines"] = self.lines.value
        if self.filled is not None:
            found["filled"] = self.filled
        return found


@dataclass(frozen=True, eq=False)
class Truth:
    """What a cel's files are held against.

    Attributes
    ----------
    segments : Segments
    index : (N + 1,) int32
        Palette index per segment id.
    colors : (N + 1, 4) uint8
    palette : (K, 4) uint8
    inks : (H, W) uint8 or None
        Of the drawing as it lies on the disk; None if it cannot be read.
    layers : mapping of Layer to (H, W, 4) uint8
        What was to be written.
    """

    segments: Segments
    index: NDArray[np.int32]
    colors: NDArray[np.uint8]
    palette: NDArray[np.uint8]
    inks: NDArray[np.uint8] | None
    layers: Mapping[Layer, NDArray[np.uint8]]


def prove(
    data: bytes,
    layer: Layer | None,
    image_format: ImageFormat,
    truth: Truth,
    options: EncodeOptions,
) -> Proof:
    """Read a file back and compare.

    Parameters
    ----------
    data : bytes
        The file, as it lies on the disk.
    layer : Layer or None
        What it shows; None for a layered file.
    image_format : ImageFormat
    truth : Truth
    options : EncodeOptions

    Raises
    ------
    InputError
        If the file does not hold the pixels that were to be written.
    """
    try:
        if image_format.is_layered:
            found = decode_layers(data, image_format)
        else:
            assert layer is not None
            found = {layer: decode_image(data, image_format)}
    except ValueError as error:
        raise InputError(f"it cannot be read back ({error}); check the disk") from error
    palette = truth.palette
    for one, wanted in truth.layers.items():
        if image_format.is_layered or one is layer:
            expected = _as_written(wanted, image_format, options)
            if one not in found or not np.array_equal(found[one], expected):
                raise InputError("it reads back with other pixels; check the disk")
    if image_format is ImageFormat.TGA_24:
        palette = _as_written(palette[None], image_format, options)[0]
    shown = found[Layer.COMPOSITE if layer is None else layer]
    whole = layer in (None, Layer.COMPOSITE)
    lined = whole or layer is Layer.LINE
    colors = _as_written(truth.colors[None], image_format, options)[0]
    return Proof(
        _prove_lines(shown, truth) if lined else None,
        _is_palette_only(shown, palette),
        _is_filled(shown, truth, colors) if whole else None,
        _is_alpha_right(found, truth),
    )


def _as_written(
    rgba: NDArray[np.uint8], image_format: ImageFormat, options: EncodeOptions
) -> NDArray[np.uint8]:
    """Return pixels as the format gives them back: transparent ones without colour."""
    wanted = np.ascontiguousarray(rgba)
    if image_format is ImageFormat.TGA_24:
        wanted = wanted.copy()
        wanted[..., :3] = key_white(rgba, options.true_white)
    packed = wanted.view(np.uint32)[..., 0]
    seen = np.where(rgba[..., 3] > 0, packed, np.uint32(0))
    return seen.view(np.uint8).reshape(rgba.shape)


def _prove_lines(shown: NDArray[np.uint8], truth: Truth) -> LineProof:
    if truth.inks is None:
        return LineProof.NO_SOURCE
    segments = truth.segments
    # Dust that the painter took away is no line any more.
    drawn, kept = segments.drawn_inks == Ink.BLACK, segments.inks == Ink.BLACK
    same = np.array_equal(truth.inks == Ink.BLACK, drawn)
    same = same and np.array_equal(kept, segments.labels == 0)
    same = same and bool((shown[kept] == LINE_COLOR).all())
    return LineProof.IDENTICAL if same else LineProof.CHANGED


def _is_palette_only(shown: NDArray[np.uint8], palette: NDArray[np.uint8]) -> bool:
    allowed = np.concatenate([palette, np.array([LINE_COLOR, (0, 0, 0, 0)], np.uint8)])
    return bool(np.isin(np.unique(pack_colors(shown)), pack_colors(allowed)).all())


def _is_filled(shown: NDArray[np.uint8], truth: Truth, colors: NDArray[np.uint8]) -> bool:
    labels = truth.segments.labels
    inside = labels > 0
    as_decided = pack_colors(shown)[inside] == pack_colors(colors)[labels[inside]]
    unpainted = truth.index == NO_COLOR
    unpainted[[0, truth.segments.background]] = False
    return bool(as_decided.all()) and not unpainted.any()


def _is_alpha_right(found: Mapping[Layer, NDArray[np.uint8]], truth: Truth) -> bool:
    return all(
        np.array_equal(rgba[..., 3], truth.layers[layer][..., 3]) for layer, rgba in found.items()
    )
