"""A painter who edits a project at random, and a nursery of such painters, made to be killed.

Run as ``python -m tests.io.scribble``: for every line ``SEED LIFE PROJECT`` a painter is born
(forked, so that a thousand take seconds), says the number of every edit once the document has
acknowledged it, and paints on until it is killed.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path

import numpy as np

from paintassist.core.errors import InputError
from paintassist.core.palette import PaletteEntry
from paintassist.core.retouch import Retouch
from paintassist.document.document import Document
from paintassist.io.project_file import open_project, save_copy
from tests.document.drawings import make_sheet, retouch

Edit = Callable[[], object]
# What one life of a painter is like: the disk is well, fills up, or fails to write.
CALM, FULL, FAILING = "calm", "full", "failing"
BALLAST = "ballast"


def plan(document: Document, random: np.random.Generator) -> Edit:
    """Return one random edit; all chance is taken here, so that an edit may be left out."""
    frame = int(random.integers(len(document.frames)))
    segments = document.frames[frame].count
    ids = random.integers(1, segments + 1, int(random.integers(1, segments + 1)))
    color, other = (int(value) for value in random.integers(0, len(document.palette), 2))
    rgba = (*random.integers(0, 256, 3).tolist(), 255)
    sheet = f"sheet{random.integers(3)}"
    scene = int(random.integers(4))
    order = random.permutation(len(document.palette)).tolist()
    kind = int(random.integers(16))
    if kind < 5:
        return lambda: document.paint(frame, ids, color)
    if kind == 5:
        return lambda: document.clear(frame, ids)
    if kind == 6:
        return document.undo
    if kind == 7:
        return document.redo
    if kind == 8:
        return lambda: document.paints.find_or_add(rgba, "new")
    if kind == 9:
        return lambda: document.paints.update(color, PaletteEntry((1, 2, 3, 255), sheet))
    if kind == 10:
        return lambda: document.swap_color(color, other, range(len(document.frames)))
    if kind == 11:
        return lambda: retouch(document, frame, Retouch(0, (((2, 2), (2, 9)),)))
    if kind == 12:
        return lambda: document.set_view("zoom", list(rgba))
    if kind == 13:
        return lambda: document.paints.set_order(order)
    if kind == 14:
        if scene < len(document.palette.variants.items):
            return lambda: document.paints.show_variant(scene)
        return lambda: document.paints.add_variant(f"scene {scene}", [rgba])
    return lambda: document.add_sheet(make_sheet(sheet, [rgba] * 3))


def scribble(document: Document, random: np.random.Generator) -> None:
    """Make one random edit."""
    plan(document, random)()


def live(path: Path, seed: int, life: str) -> None:
    """Paint until killed: "+ 3" is said once edit 3 is acknowledged, "- 3" if it was refused."""
    document = open_project(path)
    random, fate = np.random.default_rng(seed), np.random.default_rng(seed + 1)
    for number in count(1):
        edit = plan(document, random)
        suffer(path, life, fate)
        try:
            edit()
        except InputError:
            say(f"- {number}")
        else:
            say(f"+ {number}")
        if number % 8 == 0:
            copy(document, path)


def copy(document: Document, path: Path) -> None:
    """Save a copy, so that painters die at this, too."""
    try:
        save_copy(document, path.with_name(f"copy of {path.name}"))
    except InputError:
        return


def suffer(path: Path, life: str, fate: np.random.Generator) -> None:
    """Change how much can be written from now on."""
    if life == FULL:
        ballast = path.with_name(BALLAST)
        try:
            with ballast.open("r+b") as file:
                file.truncate(0)
                if fate.random() < 0.7:
                    room = os.statvfs(path.parent)
                    free = room.f_bavail * room.f_frsize
                    file.write(bytes(max(0, free - int(fate.integers(0, 12)) * 4096)))
        except OSError:
            return
    elif life == FAILING:
        import resource

        # A write beyond this byte of any file fails, in the middle of a transaction or of
        # taking it back.
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        size = path.stat().st_size
        limit = hard if fate.random() < 0.5 else int(fate.integers(0, size + 8192))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))


def say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def main() -> None:
    for line in sys.stdin:
        seed, life, path = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if child == 0:
            try:
                say(f"born {os.getpid()}")
                live(Path(path), int(seed), life)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        status = os.waitpid(child, 0)[1]
        say(f"gone {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
