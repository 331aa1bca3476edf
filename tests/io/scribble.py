"""A painter who edits a project at random and says so after each edit; made to be killed.

Run as ``python -m tests.io.scribble PROJECT SEED``: prints the number of every edit once
the document has acknowledged it.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

import numpy as np

from paintassist.core.palette import PaletteEntry
from paintassist.document.document import Document
from paintassist.io.project_file import open_project
from tests.document.drawings import make_sheet


def scribble(document: Document, random: np.random.Generator) -> None:
    """Make one random edit."""
    frame = int(random.integers(len(document.frames)))
    segments = document.frames[frame].count
    ids = random.integers(1, segments + 1, int(random.integers(1, segments + 1)))
    color = int(random.integers(len(document.palette)))
    kind = int(random.integers(10))
    if kind < 5:
        document.paint(frame, ids, color)
    elif kind == 5:
        document.clear(frame, ids)
    elif kind == 6:
        document.undo()
    elif kind == 7:
        document.add_palette_entry((*random.integers(0, 256, 3).tolist(), 255), "new")
    elif kind == 8:
        document.update_palette_entry(color, PaletteEntry((1, 2, 3, 255), f"{kind}"))
    else:
        name = f"sheet{random.integers(3)}"
        document.add_sheet(make_sheet(name, [(*random.integers(0, 256, 3).tolist(), 255)] * 3))


def main() -> None:
    document = open_project(Path(sys.argv[1]))
    random = np.random.default_rng(int(sys.argv[2]))
    for number in count(1):
        scribble(document, random)
        print(number, flush=True)


if __name__ == "__main__":
    main()
