"""A frame with decisions, and the same drawing changed."""

from __future__ import annotations

from paintassist.document.document import Document
from paintassist.document.packing import pack_segments
from paintassist.document.redrawing import Redrawn, redraw
from paintassist.document.requests import LoadedFrame
from tests.document.drawings import FOLDER
from tests.drawing import cel

# 1 is the background; 2 left, 3 middle, 4 right.
BEFORE = cel("""
    .................
    .####.#####.####.
    .#..#.#...#.#..#.
    .#..#.#...#.#..#.
    .####.#####.####.
    .................
""")
# The middle box is gone; the right one is wider.
AFTER = cel("""
    .................
    .####.......#####
    .#..#.......#...#
    .#..#.......#...#
    .####.......#####
    .................
""")
LEFT, MIDDLE, RIGHT = 2, 3, 4


def painted() -> Document:
    document = Document()
    document.add_frames([("A1", FOLDER / "A1.png")])
    document.land_frame(LoadedFrame("A1", pack_segments(BEFORE), BEFORE, "first"))
    for index in range(3):
        document.paints.find_or_add((index, 10, 20, 255), f"colour {index}")
    document.paint(0, [LEFT, MIDDLE], 1)
    document.paint(0, [RIGHT], 2)
    return document


def redrawn(document: Document) -> Redrawn:
    frame = document.frames[0]
    loaded = LoadedFrame("A1", pack_segments(AFTER), AFTER, "second")
    return redraw("A1", frame.map_now(), frame.lost, loaded)
