"""What guides, trace lines and painters say of segments."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from paintassist.core.guides import GuideColor
from paintassist.core.lines import Ink, LineSettings, default_trace_settings
from paintassist.core.marks import (
    NO_PART,
    Marks,
    marks_of_drawing,
    marks_of_guides,
    marks_of_traces,
    merge_marks,
    settled_strokes,
)
from paintassist.core.retouch import MarkStroke
from paintassist.core.segments import segment
from paintassist.core.shade import Shade
from tests.drawing import inks

UNSAID, LIGHT, NORMAL, SHADOW = Shade.UNSAID, Shade.HIGHLIGHT, Shade.NORMAL, Shade.SHADOW
GUIDES = (GuideColor((1, 1, 1), LIGHT, "hair"), GuideColor((2, 2, 2), SHADOW))
# Two boxes; the right one has a corner parted off by a blue trace line.
DRAWING = """
    ...........
    .###.#####.
    .#.#.#..b#.
    .#.#.#.b.#.
    .###.#####.
    ...........
"""


class TestReading:
    def test_guides_speak_for_segments_they_cover(self) -> None:
        segments = segment(inks(DRAWING))
        left, corner = segments.labels[2, 2], segments.labels[3, 8]
        found = np.where(segments.labels == left, 1, 0)
        found = np.where(segments.labels == corner, 2, found).astype(np.uint8)
        found[inks(DRAWING) > 0] = 0
        marks = marks_of_guides(replace(segments, guides=found), GUIDES)
        rest = segments.labels[2, 6]
        assert marks.shade[left - 1] == LIGHT
        assert marks.parts[marks.part[left - 1]] == "hair"
        assert marks.shade[corner - 1] == SHADOW
        assert marks.part[corner - 1] == NO_PART
        assert marks.shade[rest - 1] == NORMAL
        assert marks.shade[segments.background - 1] == UNSAID

    def test_a_drawing_without_guides_says_nothing(self) -> None:
        assert not marks_of_guides(segment(inks(DRAWING)), GUIDES).any

    def test_the_owner_of_a_trace_line_has_its_shade(self) -> None:
        segments = segment(inks(DRAWING))
        owner = int(segments.labels[2, 8])
        marks = marks_of_traces(segments, default_trace_settings())
        assert np.flatnonzero(marks.shade).tolist() == [owner - 1]
        assert marks.shade[owner - 1] == Shade.SHADOW_1
        assert segments.inks[2, 8] == Ink.BLUE

    def test_trace_lines_are_asked_only_if_wished(self) -> None:
        segments = segment(inks(DRAWING))
        assert not marks_of_drawing(segments, LineSettings()).any
        assert marks_of_drawing(segments, LineSettings(trace_shades=True)).any

    def test_merging_keeps_what_the_first_says(self) -> None:
        one = Marks(np.array([LIGHT, 0], np.uint8), np.array([0, NO_PART], np.int32), ("hair",))
        two = Marks(np.array([SHADOW, SHADOW], np.uint8), np.array([0, 0], np.int32), ("skin",))
        merged = merge_marks(one, two)
        assert merged.shade.tolist() == [LIGHT, SHADOW]
        assert [merged.parts[index] for index in merged.part] == ["hair", "skin"]


class TestSettledStrokes:
    """In `DRAWING` x 2 lies in the left box, x 6 in the right one; y 2 in both."""

    hair = MarkStroke("hair", UNSAID, ((2, 2), (2, 3)))
    both = MarkStroke("skin", UNSAID, ((2, 2), (6, 2)))
    eraser = MarkStroke("", UNSAID, ((2, 2), (2, 2)))

    def settled(self, *strokes: MarkStroke) -> tuple[MarkStroke, ...]:
        return settled_strokes(segment(inks(DRAWING)), strokes)

    def test_what_is_erased_leaves_nothing_behind(self) -> None:
        assert self.settled(self.hair, self.eraser) == ()

    def test_an_eraser_that_takes_a_part_of_a_stroke_stays(self) -> None:
        assert self.settled(self.both, self.eraser) == (self.both, self.eraser)

    def test_what_a_later_stroke_covers_goes(self) -> None:
        assert self.settled(self.hair, self.both) == (self.both,)
        assert self.settled(self.both, self.hair) == (self.both, self.hair)

    def test_erasing_where_nothing_is_marked_adds_nothing(self) -> None:
        assert self.settled(self.eraser) == ()
