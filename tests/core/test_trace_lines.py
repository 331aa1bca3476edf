"""To which region the pixels of a trace line belong, by the rule of their colour."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core import runs as runs_module
from paintassist.core.lines import TRACE_INKS, Ink, LineSettings, TraceMeaning, TraceRule
from paintassist.core.lines import TraceSetting as Setting
from paintassist.core.runs import components, find_runs
from paintassist.core.segments import segment
from tests import drawing
from tests.drawing import ink_maps, show

# Left of the line lie 4 pixels, right of it 6, and the line touches more of the left.
SHADE = """
    .r...
    .r...
    .r###
    .r###
"""


def settings(rule):
    return LineSettings(traces={ink: Setting(TraceMeaning.OTHER, rule) for ink in TRACE_INKS})


def regions(text, rule=TraceRule.SMALLEST):
    return show(segment(drawing.inks(text), settings(rule)).labels)


@pytest.mark.parametrize("ink", ["r", "b", "g"])
@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (TraceRule.SMALLEST, "11222\n11222\n11...\n11..."),
        (TraceRule.LARGEST, "12222\n12222\n12...\n12..."),
        (TraceRule.TOUCHING, "11222\n11222\n11...\n11..."),
        (TraceRule.OWN, "12333\n12333\n12...\n12..."),
    ],
)
def test_rules(ink, rule, expected):
    assert regions(SHADE.replace("r", ink), rule) == expected


def test_touching_counts_region_pixels_not_size():
    # The large region below touches with one pixel only.
    text = """
        .......
        rrrrrrr
        ###.###
        .......
        .......
        .......
    """
    assert regions(text, TraceRule.LARGEST).splitlines()[1] == "2222222"
    assert regions(text, TraceRule.TOUCHING).splitlines()[1] == "1111111"


def test_smallest_is_the_default():
    assert show(segment(drawing.inks(SHADE)).labels) == regions(SHADE, TraceRule.SMALLEST)


def test_each_colour_follows_its_own_rule():
    rules = LineSettings(
        traces={
            Ink.RED: Setting(TraceMeaning.HIGHLIGHT, TraceRule.LARGEST),
            Ink.BLUE: Setting(TraceMeaning.SHADOW, TraceRule.SMALLEST),
        }
    )
    assert show(segment(drawing.inks(".r...b.."), rules).labels) == "12222333"


def test_a_colour_without_setting_goes_to_the_smallest():
    assert show(segment(drawing.inks(".g..."), LineSettings(traces={})).labels) == "11222"


def test_equal_regions_give_it_to_the_first():
    assert regions("..r..") == "11122"


def test_a_closed_trace_line_goes_with_what_it_encloses():
    assert regions("""
        .......
        .rrrrr.
        .r...r.
        .rrrrr.
        .......
    """) == ("1111111\n1222221\n1222221\n1222221\n1111111")


def test_a_line_that_ends_in_the_open_stays_with_its_region():
    assert regions("....\n.rr.\n....") == "1111\n1111\n1111"


def test_a_line_walled_in_by_black_is_a_segment():
    assert regions("""
        .###.
        .#r#.
        .###.
    """) == ("1...2\n1.3.2\n1...2")


def test_two_colours_that_touch_are_two_lines():
    # Red lies beside the single pixel, green beside the wide area only.
    assert regions(".#....\n.rg...\n######") == "1.2222\n112222\n......"


def test_diagonal_pixels_are_one_line():
    text = """
        .#r
        .r.
        r..
    """
    assert regions(text, TraceRule.OWN) == "1.2\n123\n233"


def naive_regions(inks, rule):
    """Apply a rule by its definition, one trace line at a time."""
    height, width = inks.shape
    base = segment(np.where(inks, np.uint8(Ink.BLACK), np.uint8(Ink.NONE))).labels
    area = np.bincount(base.ravel())
    result = base.astype(np.int64)
    fresh = 1000
    done = np.zeros(inks.shape, bool)
    for start in zip(*np.nonzero(inks > Ink.BLACK), strict=True):
        if done[start]:
            continue
        line, stack, beside = [], [start], set()
        done[start] = True
        while stack:
            y, x = stack.pop()
            line.append((y, x))
            for v in range(max(y - 1, 0), min(y + 2, height)):
                for u in range(max(x - 1, 0), min(x + 2, width)):
                    if base[v, u]:
                        beside.add((v, u))
                    elif inks[v, u] == inks[start] and not done[v, u]:
                        done[v, u] = True
                        stack.append((v, u))
        touched = [int(base[pixel]) for pixel in beside]
        best = {
            TraceRule.SMALLEST: lambda region: (area[region], region),
            TraceRule.LARGEST: lambda region: (-area[region], region),
            TraceRule.TOUCHING: lambda region, near=tuple(touched): (-near.count(region), region),
        }
        if touched and rule is not TraceRule.OWN:
            winner = min(touched, key=best[rule])
        else:
            winner = fresh = fresh + 1
        for pixel in line:
            result[pixel] = winner
    return result


@given(ink_maps(max_side=9), st.sampled_from(list(TraceRule)), st.sampled_from([0, 16]))
def test_rules_as_defined(inks, rule, sparse):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs_module, "SPARSE", sparse)
        found = segment(inks, settings(rule)).labels
    expected = naive_regions(inks, rule)
    pairs = set(zip(found.ravel().tolist(), expected.ravel().tolist(), strict=True))
    # The same regions, whatever their numbers.
    assert len(pairs) == len(set(found.ravel())) == len(set(expected.ravel()))


@given(inks=ink_maps(), corners=st.booleans(), sparse=st.sampled_from([0, 16]))
def test_what_hangs_together_is_the_same_by_pixels_and_by_runs(inks, corners, sparse):
    ink = Ink.RED if corners else Ink.NONE
    mask = (inks == ink).astype(np.uint8)
    count, wanted = cv2.connectedComponents(mask, connectivity=8 if corners else 4)
    found = runs_hanging_together(inks, ink, corners, sparse)
    pairs = set(zip(wanted.ravel().tolist(), found.ravel().tolist(), strict=True))
    assert len(pairs) == len(set(wanted.ravel())) == len(set(found.ravel()))
    assert set(found[mask > 0].tolist()) == set(range(1, count))


def runs_hanging_together(inks, ink, corners, sparse):
    runs = find_runs(inks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs_module, "SPARSE", sparse)
        number = components(runs, runs.label == ink, inks.shape, corners)
    return runs.spread(number, inks.shape)


@pytest.mark.parametrize("sparse", [0, 16])
def test_a_spiral_and_a_comb_are_one_line_each(sparse):
    inks = drawing.inks("""
        rrrrrrr....b.b.b.b
        r.....r....b.b.b.b
        r.rrr.r....b.b.b.b
        r.r...r.....b.b.b.
        r.rrrrr....b.b.b.b
        r..........bbbbbbb
    """)
    for ink in (Ink.RED, Ink.BLUE):
        found = runs_hanging_together(inks, ink, True, sparse)
        assert set(found[inks == ink].tolist()) == {1}
