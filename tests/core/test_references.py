"""References: which colour a painted segment has, and paintings without line art."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.lines import Ink
from paintassist.core.palette import pack_colors
from paintassist.core.references import (
    WIDEST_LINE,
    lines_in_painting,
    segment_colors,
    segment_painting,
)
from paintassist.core.segments import segment
from tests import drawing
from tests.drawing import cel, ink_maps, painting, show

PAINTS = {
    "s": (250, 220, 200, 255),
    "h": (90, 60, 40, 255),
    "w": (255, 255, 255, 255),
    "R": (255, 0, 0, 255),
}


def colours(line_art, painted):
    """Colour of every segment by the marks of `PAINTS`, `.` for transparent."""
    marks = {color: mark for mark, color in PAINTS.items()} | {(0, 0, 0, 0): "."}
    rows = segment_colors(cel(line_art), painting(painted, PAINTS))
    assert rows[0].tolist() == [0, 0, 0, 0]
    return "".join(marks.get(tuple(row), "?") for row in rows[1:].tolist())


def test_each_segment_has_its_own_colour():
    assert colours("..#..\n..#..", "ss#hh\nss#hh") == "sh"


def test_the_most_frequent_colour_counts():
    assert colours("...#..\n...#..", "shs#hh\nsss#hs") == "sh"


def test_a_tie_goes_to_the_smallest_rgba():
    assert PAINTS["h"] < PAINTS["s"]
    assert colours("....", "shsh") == "h"
    assert colours("....", "hshs") == "h"


def test_trace_pixels_do_not_vote():
    # The painting still shows the red lines; they outnumber the paint they enclose.
    assert (
        colours(
            """
            rrr......
            r.r......
            rrr......
            """,
            """
            RRRhhhhhh
            RsRhhhhhh
            RRRhhhhhh
            """,
        )
        == "sh"
    )


def test_trace_pixels_vote_where_there_is_nothing_else():
    assert colours("###\n#r#\n###", "###\n#s#\n###") == "s"


def test_unpainted_is_transparent_whatever_colour_lies_below():
    drawn = cel("..#..")
    painted = painting("..#ss", PAINTS)
    painted[0, 0] = (9, 9, 9, 0)
    assert segment_colors(drawn, painted).tolist()[1:] == [[0, 0, 0, 0], list(PAINTS["s"])]


def test_sizes_must_agree():
    with pytest.raises(ValueError, match=r"painting is 2 x 1 but its line art is 3 x 1"):
        segment_colors(cel("..."), painting("ss", PAINTS))


def test_a_drawing_without_segments_has_only_the_line():
    assert segment_colors(cel("##"), painting("##")).tolist() == [[0, 0, 0, 0]]


@given(ink_maps(), st.integers(0, 2**32 - 1))
def test_majority_as_defined(inks, seed):
    drawn = segment(inks)
    palette = np.array([[0, 0, 0, 0], [200, 0, 0, 255], [0, 99, 0, 255]], np.uint8)
    painted = palette[np.random.default_rng(seed).integers(0, 3, inks.shape)]
    packed = pack_colors(painted)
    found = pack_colors(segment_colors(drawn, painted))
    for label in range(1, drawn.count + 1):
        voters = (drawn.labels == label) & (inks == Ink.NONE)
        if not voters.any():
            voters = drawn.labels == label
        values, counts = np.unique(packed[voters], return_counts=True)
        assert found[label] == values[counts == counts.max()].min()


class TestPaintingAlone:
    def test_its_lines_and_colours_are_found(self):
        painted = painting(
            """
            ss#hh
            ss#hh
            ss#hh
            """,
            PAINTS,
        )
        found = segment_painting(painted)
        assert show(found.labels) == "11.22\n11.22\n11.22"
        assert segment_colors(found, painted)[1:].tolist() == [list(PAINTS["s"]), list(PAINTS["h"])]

    def test_colours_that_adjoin_without_a_line_are_segments(self):
        # The trace line of a shade is painted over: nothing but the colour separates.
        assert show(segment_painting(painting("sshh\nsshh", PAINTS)).labels) == "1122\n1122"

    def test_one_colour_in_two_places_is_two_segments(self):
        assert show(segment_painting(painting("shs", PAINTS)).labels) == "123"

    def test_diagonal_neighbours_of_one_colour_are_apart(self):
        assert show(segment_painting(painting("sh\nhs", PAINTS)).labels) == "12\n34"

    def test_transparent_black_is_background_not_line(self):
        found = segment_painting(painting("..#\n..#"))
        assert show(found.labels) == "11.\n11."

    def test_black_areas_are_paint_with_a_rim_of_line(self):
        side = 3 * WIDEST_LINE
        painted = np.full((side + 10, side + 10, 4), 255, np.uint8)
        painted[5:-5, 5:-5, :3] = 0
        found = segment_painting(painted)
        assert found.count == 2
        middle = found.labels[side // 2 + 5, side // 2 + 5]
        assert middle == 2
        assert segment_colors(found, painted)[middle].tolist() == [0, 0, 0, 255]
        # The white around it does not leak in: line lies all around.
        assert found.inks[5 + side // 2, 5] == Ink.BLACK

    def test_a_wide_black_stroke_is_line(self):
        painted = np.full((40, 40, 4), 255, np.uint8)
        painted[:, 15 : 15 + WIDEST_LINE - 2, :3] = 0
        assert np.array_equal(lines_in_painting(painted) == Ink.BLACK, painted[..., 0] == 0)

    def test_nearly_black_is_line_and_dark_paint_is_not(self):
        painted = painting("sabss", PAINTS | {"a": (10, 12, 16, 255), "b": (30, 20, 25, 255)})
        assert lines_in_painting(painted)[0].tolist() == [0, Ink.BLACK, 0, 0, 0]

    @given(st.integers(0, 2**32 - 1), st.integers(1, 9), st.integers(1, 9))
    def test_neighbours_share_a_segment_exactly_if_they_share_the_colour(self, seed, width, height):
        palette = np.array([[0, 0, 0, 255], [200, 0, 0, 255], [0, 99, 0, 255]], np.uint8)
        chosen = np.random.default_rng(seed).integers(0, 3, (height, width))
        found = segment_painting(palette[chosen])
        labels = found.labels
        assert np.array_equal(labels == 0, found.inks == Ink.BLACK)
        for axis in (0, 1):
            one = np.delete(labels, -1, axis), np.delete(labels, 0, axis)
            color = np.delete(chosen, -1, axis), np.delete(chosen, 0, axis)
            both = (one[0] > 0) & (one[1] > 0)
            assert np.array_equal((one[0] == one[1])[both], (color[0] == color[1])[both])


class TestSoftPaintingAlone:
    """Sheets are often scaled or compressed: every pixel along an edge is a colour of its own."""

    SKIN, HAIR = (250, 220, 200), (90, 60, 140)

    def sheet(self, side=600):
        # Rings of two paints in black outlines, four times as large and scaled down.
        large = np.full((4 * side, 4 * side, 3), 255, np.uint8)
        for ring in range(10):
            paint = (self.SKIN, self.HAIR)[ring % 2]
            radius = 4 * (side // 2 - 10 - ring * side // 24)
            cv2.circle(large, (2 * side, 2 * side), radius, paint, -1)
            cv2.circle(large, (2 * side, 2 * side), radius, (0, 0, 0), 10)
        return cv2.resize(large, (side, side), interpolation=cv2.INTER_AREA)

    def colours_of(self, rgb):
        painted = np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)])
        found = segment_painting(painted)
        assert np.array_equal(found.labels == 0, found.inks == Ink.BLACK)
        return segment_colors(found, painted)[1:, :3]

    def test_antialiased_edges_are_no_segments(self):
        wanted = [(255, 255, 255)] + 5 * [self.SKIN, self.HAIR]
        assert [tuple(color) for color in self.colours_of(self.sheet()).tolist()] == wanted

    def test_compression_noise_is_no_segments(self):
        _, jpeg = cv2.imencode(".jpg", self.sheet(), [cv2.IMWRITE_JPEG_QUALITY, 85])
        colours = self.colours_of(cv2.imdecode(jpeg, cv2.IMREAD_COLOR)).astype(int)
        assert 11 <= len(colours) < 60
        for paint in (self.SKIN, self.HAIR):
            assert (abs(colours - paint).max(axis=1) <= 3).sum() >= 5

    def test_small_details_of_a_flat_painting_stay(self):
        painted = np.full((60, 60, 4), 255, np.uint8)
        painted[::3, ::3, :3] = 200
        assert segment_painting(painted).count == 401


def test_a_drawing_helper_reads_what_it_shows():
    assert show(drawing.labels("12.\n.a1")) == "12.\n.a1"


def test_black_paint_a_little_lighter_than_the_lines_is_paint() -> None:
    rgba = np.full((24, 24, 4), 255, np.uint8)
    rgba[4:20, 4:20, :3] = 6
    rgba[4:20, [4, 9, 14, 19], :3] = 0
    rgba[[4, 19], 4:20, :3] = 0
    segments = segment_painting(rgba)
    areas = [segments.labels[10, x] for x in (6, 11, 16)]
    assert 0 not in areas
    assert len(set(areas)) == 3
    assert not segments.labels[10, [4, 9, 14, 19]].any()
