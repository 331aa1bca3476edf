"""Distortions keep segments closed and colours true."""

import numpy as np
import pytest

from paintassist.core.lines import Ink
from paintassist.training import augment
from paintassist.training.augment import Style, distort, include, shade_of_segments
from paintassist.training.scenes import LINE_SHADE
from tests.drawing import cel
from tests.training.figures import discs_scene

PLAIN = Style((0, 1, 2, 3, 4), 0, False)


@pytest.mark.parametrize("seed", range(12))
def test_a_warped_region_never_mixes_two_shades(seed: int) -> None:
    scene = discs_scene(size=160)
    rng = np.random.default_rng(seed)

    segments, colors = distort(scene.inks[0], scene.shades[0], PLAIN, rng)

    # The background and six discs of four colours; a leak would lose one of them.
    assert len(np.unique(colors)) >= 4
    assert segments.count >= 6
    assert len(colors) == segments.count


def test_without_a_style_nothing_changes() -> None:
    scene = discs_scene()

    segments, _ = distort(scene.inks[1], scene.shades[1], None, np.random.default_rng(0))

    np.testing.assert_array_equal(segments.inks, scene.inks[1])


def test_ink_table_recolours_trace_lines() -> None:
    inks = cel("....\n.rr.\n....").inks
    style = Style((0, 1, 3, 2, 4), 0, False)

    segments, _ = distort(inks, np.zeros_like(inks), style, np.random.default_rng(1))

    assert set(np.unique(segments.inks)) <= {Ink.NONE, Ink.BLUE, Ink.BLACK}


def test_shade_of_segments_is_the_majority() -> None:
    segments = cel("..#.\n..#.")
    shade = np.array([[3, 3, 255, 7], [3, 4, 255, 7]], np.uint8)

    assert shade_of_segments(segments, shade).tolist() == [3, 7]


def test_inclusion_merges_colours_but_keeps_the_unclear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(augment, "INCLUSION", 1.0)
    colors = [np.array([0, 1, 2, 3, 4, 5, LINE_SHADE])]

    (merged,) = include(colors, np.random.default_rng(0))

    assert len(np.unique(merged)) < 7
    assert merged[-1] == LINE_SHADE
