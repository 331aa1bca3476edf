"""Composites taken apart into the layers that a compositor wants to treat one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import is_trace
from paintassist.core.painting import composite
from paintassist.core.palette import Role
from paintassist.core.segments import Segments


class Layer(StrEnum):
    """What a file, or a layer of one, shows."""

    LINE = "line"
    """Main lines."""
    TRACE = "trace"
    """Trace lines, painted as the segment they belong to."""
    PAINT = "paint"
    SHADOW = "shadow"
    HIGHLIGHT = "highlight"
    COMPOSITE = "composite"
    """All of it, flat."""


class Tone(IntEnum):
    """What light does to a segment's colour."""

    NORMAL = 0
    HIGHLIGHT = 1
    SHADOW = 2


STACK: tuple[Layer, ...] = (Layer.PAINT, Layer.SHADOW, Layer.HIGHLIGHT, Layer.TRACE, Layer.LINE)
"""The layers that make a composite, the lowest first."""


TONES: Mapping[Role, Tone] = {
    Role.HIGHLIGHT: Tone.HIGHLIGHT,
    Role.SHADOW_1: Tone.SHADOW,
    Role.SHADOW_2: Tone.SHADOW,
}
"""What the tones of the palette do; both shadows share a layer."""


def segment_tones(roles: Sequence[Role], index: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return the tone of each segment from what its palette entry is for.

    Parameters
    ----------
    roles : sequence of Role
        Of each palette entry.
    index : (N + 1,) int32
        Palette index per segment id, `NO_COLOR` where unpainted.

    Returns
    -------
    (N + 1,) uint8
    """
    # `NO_COLOR` is -1, the last row.
    table = np.array([*(TONES.get(role, Tone.NORMAL) for role in roles), Tone.NORMAL], np.uint8)
    return table[index]


def split_layers(
    segments: Segments,
    colors: NDArray[np.uint8],
    tones: NDArray[np.uint8],
    wanted: Collection[Layer],
) -> dict[Layer, NDArray[np.uint8]]:
    """Paint each wanted layer.

    A pixel is on one layer of the stack only, so all of them on each other are the composite.
    What a layer that is not wanted would hold stays below: shadows and highlights on the
    paint, trace lines on the layer of their segment.

    Parameters
    ----------
    segments : Segments
    colors : (count + 1, 4) uint8
        Straight-alpha colour per id; row 0 is ignored.
    tones : (count + 1,) uint8
        Values of `Tone`; row 0 is ignored.
    wanted : collection of Layer

    Returns
    -------
    dict of Layer to (H, W, 4) uint8
        In the order of the stack, the composite last; (0, 0, 0, 0) where a layer has nothing.
    """
    whole = composite(segments, colors)
    place = _places(segments, tones, wanted)
    packed = whole.view(np.uint32)[..., 0]
    found: dict[Layer, NDArray[np.uint8]] = {}
    for number, layer in enumerate(STACK):
        if layer in wanted:
            alone = np.where(place == number, packed, np.uint32(0))
            found[layer] = alone.view(np.uint8).reshape(whole.shape)
    if Layer.COMPOSITE in wanted:
        found[Layer.COMPOSITE] = whole
    return found


def _places(
    segments: Segments, tones: NDArray[np.uint8], wanted: Collection[Layer]
) -> NDArray[np.uint8]:
    """Return for each pixel the number in `STACK` of the layer that it lies on."""
    table = np.zeros(segments.count + 1, np.uint8)
    for tone, layer in ((Tone.SHADOW, Layer.SHADOW), (Tone.HIGHLIGHT, Layer.HIGHLIGHT)):
        if layer in wanted:
            table[tones == tone] = STACK.index(layer)
    table[0] = STACK.index(Layer.LINE)
    place = table[segments.labels]
    if Layer.TRACE in wanted:
        place[is_trace(segments.inks) & (segments.labels > 0)] = STACK.index(Layer.TRACE)
    return place
