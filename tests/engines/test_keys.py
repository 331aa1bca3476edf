"""Content hashes: equal drawings, equal keys."""

from hypothesis import given

from paintassist.core.segments import Segments, segment, segments_from_labels
from paintassist.engines.keys import content_key
from tests import drawing
from tests.drawing import cel, ink_maps


@given(ink_maps())
def test_equal_drawings_have_equal_keys(inks):
    assert content_key(segment(inks)) == content_key(segment(inks.copy()))


def test_unlike_drawings_differ():
    texts = [".#.", "#..", ".r.", ".b.", ".\n#\n.", "...", "###", "...."]
    assert len({content_key(cel(text)) for text in texts}) == len(texts)


def test_the_shape_counts():
    assert content_key(cel("....")) != content_key(cel("..\n.."))


def test_inks_count_where_the_label_map_is_the_same():
    labels = drawing.labels("11.2")
    red, blue = (segments_from_labels(labels, drawing.inks(text)) for text in (".r#.", ".b#."))
    assert content_key(red) != content_key(blue)


def test_memory_layout_does_not_count():
    drawn = cel("..#\n.#.")
    other = Segments(
        drawn.labels.copy(order="F"),
        drawn.inks.copy(order="F"),
        drawn.area,
        drawn.bbox,
        drawn.centroid,
    )
    assert content_key(other) == content_key(drawn)
