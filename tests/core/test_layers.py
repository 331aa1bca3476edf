from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from paintassist.core.layers import STACK, Layer, Tone, segment_tones, split_layers
from paintassist.core.matching import NO_COLOR
from paintassist.core.painting import composite
from paintassist.core.palette import Role
from paintassist.core.segments import Segments, segment
from tests.drawing import cel, ink_maps

# 1 outside, 2 skin, 3 the shade that the blue line bounds.
SHADED = """
    .........
    .#######.
    .#...b.#.
    .#...b.#.
    .#######.
    .........
"""
SKIN, SHADE = (250, 220, 200, 255), (200, 160, 150, 255)


def marks(rgba: NDArray[np.uint8]) -> str:
    """Write a layer as text: # line, s skin, d shade, . nothing."""
    names = {(0, 0, 0, 255): "#", SKIN: "s", SHADE: "d", (0, 0, 0, 0): "."}
    return "\n".join("".join(names[tuple(pixel)] for pixel in row.tolist()) for row in rgba)


@pytest.fixture
def shaded() -> tuple[Segments, NDArray[np.uint8], NDArray[np.uint8]]:
    segments = cel(SHADED)
    assert segments.count == 3
    colors = np.array([(0, 0, 0, 0), (0, 0, 0, 0), SKIN, SHADE], np.uint8)
    return segments, colors, np.array([0, 0, 0, Tone.SHADOW], np.uint8)


def test_every_pixel_is_on_one_layer(
    shaded: tuple[Segments, NDArray[np.uint8], NDArray[np.uint8]],
) -> None:
    layers = split_layers(*shaded, set(Layer))
    assert list(layers) == [*STACK, Layer.COMPOSITE]
    assert marks(layers[Layer.PAINT]).splitlines()[2] == "..sss...."
    assert marks(layers[Layer.TRACE]).splitlines()[2] == ".....d..."
    assert marks(layers[Layer.SHADOW]).splitlines()[2] == "......d.."
    assert marks(layers[Layer.LINE]).splitlines()[1:3] == [".#######.", ".#.....#."]
    assert not layers[Layer.HIGHLIGHT].any()


def test_what_is_not_wanted_alone_stays_below(
    shaded: tuple[Segments, NDArray[np.uint8], NDArray[np.uint8]],
) -> None:
    layers = split_layers(*shaded, {Layer.PAINT, Layer.LINE})
    assert list(layers) == [Layer.PAINT, Layer.LINE]
    assert marks(layers[Layer.PAINT]).splitlines()[2] == "..sssdd.."
    with_shadow = split_layers(*shaded, {Layer.PAINT, Layer.SHADOW})
    assert marks(with_shadow[Layer.SHADOW]).splitlines()[2] == ".....dd.."


@given(inks=ink_maps(), wanted=st.sets(st.sampled_from(STACK)), seed=st.integers(0, 99))
def test_layers_on_each_other_are_the_composite(
    inks: NDArray[np.uint8], wanted: set[Layer], seed: int
) -> None:
    segments = segment(inks)
    rng = np.random.default_rng(seed)
    colors = rng.integers(0, 256, (segments.count + 1, 4), np.uint8)
    colors[:, 3] = 255
    tones = rng.integers(0, 3, segments.count + 1).astype(np.uint8)
    # Without its two ends the stack has holes.
    layers = split_layers(segments, colors, tones, wanted | {Layer.PAINT, Layer.LINE})
    pile = np.zeros_like(layers[Layer.PAINT])
    for rgba in layers.values():
        assert not (pile.any(axis=2) & rgba.any(axis=2)).any()
        pile += rgba
    assert np.array_equal(pile, composite(segments, colors))


def test_tones_follow_the_roles_of_the_palette() -> None:
    roles = [Role.NORMAL, Role.HIGHLIGHT, Role.SHADOW_1, Role.SHADOW_2, Role.OTHER]
    index = np.array([NO_COLOR, 4, 3, 2, 1, 0], np.int32)
    expected = [Tone.NORMAL, Tone.NORMAL, Tone.SHADOW, Tone.SHADOW, Tone.HIGHLIGHT, Tone.NORMAL]
    assert segment_tones(roles, index).tolist() == expected
    assert segment_tones([], np.array([NO_COLOR], np.int32)).tolist() == [Tone.NORMAL]
