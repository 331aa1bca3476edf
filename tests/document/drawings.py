"""Documents with frames that are segmented already."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR, RUNNERS_UP
from paintassist.core.retouch import Retouch
from paintassist.document.document import Document
from paintassist.document.edits import Edit, SheetAtom
from paintassist.document.packing import pack_segments
from paintassist.document.proposals import FrameProposals
from paintassist.document.requests import LoadedFrame
from paintassist.document.retouching import retouch_atom, retouch_segments
from paintassist.document.sheet import LoadedSheet
from tests.drawing import cel
from tests.fakes import strip

# Nothing is read from it; but paths are absolute when they come from a project.
FOLDER = Path(__file__).parent

# 1 is the background with the open box, 2 and 3 are closed.
OPEN_BOX = cel("""
    ......................
    .#######.############.
    .#..#..#.#..........#.
    .#..#..#.#..........#.
    .#..#..#............#.
    .#..#..#.#..........#.
    .#..#..#.#..........#.
    .#######.############.
    ......................
""")


def make_document(frames: int = 3, segments: int = 5, colors: int = 4) -> Document:
    """Return a document with frames f0, f1, ... and a palette; nothing to undo."""
    document = Document()
    document.add_frames([(f"f{index}", FOLDER / f"f{index}.png") for index in range(frames)])
    for index in range(frames):
        drawn = strip(segments, seed=index)
        document.land_frame(LoadedFrame(f"f{index}", pack_segments(drawn), drawn, "hash"))
    for index in range(colors):
        document.paints.find_or_add((index, 10, 20, 255), f"colour {index}")
    document.history.clear()
    return document


def proposals(frame: str, colors: list[int], generation: int = 0) -> FrameProposals:
    """Return proposals of these colours, all from segment 1 of page "sheet:s"."""
    count = len(colors)
    color = np.array(colors, np.int32)
    return FrameProposals(
        frame,
        color,
        np.full(count, 0.5, np.float32),
        np.full((count, RUNNERS_UP), NO_COLOR, np.int32),
        np.where(color == NO_COLOR, -1, 0).astype(np.int32),
        np.where(color == NO_COLOR, 0, 1).astype(np.int32),
        ("sheet:s",),
        generation,
    )


def make_sheet(name: str, rgba: list[tuple[int, int, int, int]], seed: int = 7) -> LoadedSheet:
    """Return a sheet with one segment a colour."""
    table: NDArray[np.uint8] = np.array([(0, 0, 0, 0), *rgba], np.uint8)
    packed = pack_segments(strip(len(rgba), seed))
    return LoadedSheet(name, FOLDER / f"{name}.png", None, packed, table, "hash")


def open_box() -> Document:
    document = Document()
    document.add_frames([("f0", FOLDER / "f0.png")])
    document.land_frame(LoadedFrame("f0", pack_segments(OPEN_BOX), OPEN_BOX, "hash"))
    for index in range(3):
        document.paints.find_or_add((index, 10, 20, 255), f"colour {index}")
    document.paint(0, [2], 1)
    document.history.clear()
    return document


def retouch(document: Document, frame: int, new: Retouch, name: str = "Close gaps") -> bool:
    """Retouch a frame as the window does; False if its label map stays as it is."""
    segments, packed = document.segments(frame), document.frames[frame].packed
    assert segments is not None
    assert packed is not None
    made = retouch_segments(packed, segments, new, document.settings.lines)
    atom = retouch_atom(document.frames[frame], made)
    if atom is not None:
        document.do(Edit(name, (atom,)))
    return atom is not None


def remove_sheet(document: Document, index: int) -> None:
    """Let a sheet go, as undo does with one that was added."""
    document.do(Edit("Remove sheet", (SheetAtom(index, document.sheets[index], None),)))
