"""Drawings as text, so that a test shows its case.

In a drawing `#` is a black line, `r`, `b`, `g` are trace lines, `.` and blanks are open.
In a map, a painting or a mask every other character stands for a value of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.segments import Segments, segment

INKS = {
    "#": Ink.BLACK,
    "r": Ink.RED,
    "b": Ink.BLUE,
    "g": Ink.GREEN,
    ".": Ink.NONE,
    " ": Ink.NONE,
}


def rows_of(text: str) -> list[str]:
    """Return the lines of a drawing without the indentation it has in a test."""
    rows = [row.strip() for row in text.strip().splitlines()]
    width = max(len(row) for row in rows)
    return [row.ljust(width, ".") for row in rows]


def inks(text: str) -> NDArray[np.uint8]:
    """Read a drawing as (H, W) uint8 inks."""
    return np.array([[INKS[mark] for mark in row] for row in rows_of(text)], np.uint8)


def labels(text: str) -> NDArray[np.int32]:
    """Read a label map: `#` and `.` are 0, digits themselves, letters count on from a = 10."""
    return np.array(
        [[0 if mark in "#." else int(mark, 36) for mark in row] for row in rows_of(text)], np.int32
    )


def show(label_map: NDArray[np.integer]) -> str:
    """Write a label map as text, `.` for 0; the opposite of `labels`."""
    marks = ".123456789abcdefghijklmnopqrstuvwxyz"
    return "\n".join("".join(marks[value] for value in row) for row in label_map)


def painting(
    text: str, colors: Mapping[str, tuple[int, int, int, int]] | None = None
) -> NDArray[np.uint8]:
    """Read a painting as (H, W, 4) uint8; `#` is black, `.` is transparent."""
    table = {"#": (0, 0, 0, 255), ".": (0, 0, 0, 0), **(colors or {})}
    return np.array([[table[mark] for mark in row] for row in rows_of(text)], np.uint8)


def cel(text: str) -> Segments:
    """Read a drawing and segment it by the default rules."""
    return segment(inks(text))


def ink_maps(max_side: int = 12, traces: bool = True) -> st.SearchStrategy[NDArray[np.uint8]]:
    """Any small drawing: (H, W) uint8 inks, mostly open."""
    marks = st.sampled_from([0, 0, 0, 1, 1, *([2, 3, 4] if traces else [])])
    return st.integers(1, max_side).flatmap(
        lambda width: st.lists(
            st.lists(marks, min_size=width, max_size=width), min_size=1, max_size=max_side
        ).map(lambda rows: np.array(rows, np.uint8))
    )
