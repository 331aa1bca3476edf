"""Large work at a real window: how soon the first frame shows, how long until all are read.

Run as ``python -m benchmarks.large frames [300]`` or ``python -m benchmarks.large segments
[20000]``, with ``--engine shape`` (default: the one that everybody gets) and ``--json FILE``.
Draws its own cels: those of the sample, put on pages of 1920 x 1080 and moved, so that no two
are alike; or one page of 8192 x 8192 with a wall of bricks.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from paintassist.document.store import Settings
from paintassist.engines.base import Engine
from paintassist.engines.registry import make_engine
from paintassist.io.images import read_image
from paintassist.resources import sample_folder
from paintassist.ui.app import make_application, make_project_engine
from paintassist.ui.main_window import MainWindow

WIDTH, HEIGHT = 1920, 1080
SIDE = 8192
LINE = 2
PATIENCE = 900


def peak_mib() -> int:
    """Return the most memory this process has had."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found
    return int(found[1]) // 1024


def draw_clip(folder: Path, count: int) -> None:
    """Write `count` frames and the sheet of the sample."""
    sample = sample_folder()
    lines = sorted((sample / "line").glob("*.png"))
    for number in range(count):
        line = read_image(lines[number % len(lines)])
        page = np.full((HEIGHT, WIDTH, 4), 255, np.uint8)
        height, width = min(line.shape[0], HEIGHT), min(line.shape[1], WIDTH)
        top = (HEIGHT - height) * (number % 7) // 6
        left = (WIDTH - width) * (number % 61) // 60
        page[top : top + height, left : left + width] = line[:height, :width]
        # Something small that no other frame has.
        page[4:10, 4 + 4 * number : 6 + 4 * number, :3] = 0
        (folder / "line").mkdir(parents=True, exist_ok=True)
        Image.fromarray(page).save(folder / "line" / f"A{number + 1:04d}.png", compress_level=1)
    for kind in ("line", "gt"):
        for path in sorted((sample / "ref" / kind).glob("*.png"))[:1]:
            (folder / "ref" / kind).mkdir(parents=True, exist_ok=True)
            (folder / "ref" / kind / path.name).write_bytes(path.read_bytes())


def draw_wall(path: Path, segments: int) -> None:
    """Write one page of bricks, `segments` of them or a few more."""
    rows = int(np.ceil(segments**0.5))
    page = np.full((SIDE, SIDE), 255, np.uint8)
    edges = np.linspace(0, SIDE - LINE, rows + 1).astype(int)
    for edge in edges:
        page[edge : edge + LINE] = 0
    for row, (top, bottom) in enumerate(pairwise(edges)):
        shift = (edges[1] // 2) * (row % 2)
        for edge in edges[:-1] + shift:
            page[top:bottom, edge : edge + LINE] = 0
    page[:, :LINE] = page[:, -LINE:] = 0
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(page).save(path, compress_level=1)


class Watch:
    """A window, and how long it was deaf at most."""

    def __init__(self, engine: str) -> None:
        self.app = make_application()

        def make(settings: Settings) -> Engine:
            return make_engine(engine) if engine else make_project_engine(settings)

        self.window = MainWindow(make)
        self.window.show()
        self.deafest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        QApplication.processEvents()

    def _on_timeout(self) -> None:
        now = time.perf_counter()
        self.deafest = max(self.deafest, now - self._last)
        self._last = now

    def wait(self, until: Callable[[], bool]) -> float:
        """Return after how many seconds something is so."""
        start = time.perf_counter()
        loop = self._loop = QEventLoop()
        timer = QTimer(loop)
        timer.setInterval(5)
        messages = self.window.messages
        timer.timeout.connect(lambda: loop.quit() if until() or messages.messages else None)
        timer.start()
        QTimer.singleShot(PATIENCE * 1000, loop.quit)
        loop.exec()
        problems = self.window.messages.messages
        assert until(), f"waited in vain: {problems}"
        return time.perf_counter() - start

    def timed(self, action: Callable[[], object]) -> float:
        """Return how long something takes until it is on the screen."""
        start = time.perf_counter()
        action()
        self.window.canvas.repaint()
        return time.perf_counter() - start

    def close(self) -> None:
        self.window.workspace.document.attach(None)
        self.window.workspace.discard()
        self.window.close()


def many_frames(folder: Path, count: int, engine: str) -> dict[str, object]:
    """Open many frames."""
    draw_clip(folder, count)
    watch = Watch(engine)
    before = peak_mib()
    window = watch.window
    start = time.perf_counter()
    window.open_path(folder)
    opened = time.perf_counter() - start
    watch.wait(lambda: window.canvas.renderer is not None)
    first = time.perf_counter() - start
    frames = window.workspace.document.frames
    watch.wait(lambda: all(frame.ready for frame in window.workspace.document.frames))
    segmented = time.perf_counter() - start
    watch.wait(lambda: not window.workspace.busy)
    settled = time.perf_counter() - start
    step = max(watch.timed(lambda: window.desk.step_frame(1)) for _ in range(20))
    told = {
        "frames": len(frames),
        "open returns after s": opened,
        "first frame after s": first,
        "all segmented after s": segmented,
        "all proposed after s": settled,
        "segments": sum(frame.count for frame in window.workspace.document.frames),
        "longest deaf moment s": watch.deafest,
        "slowest step to the next frame s": step,
        "memory before MiB": before,
        "peak memory MiB": peak_mib(),
    }
    watch.close()
    return told


def many_segments(folder: Path, count: int, engine: str) -> dict[str, object]:
    """Open one huge frame and paint on it."""
    draw_wall(folder / "line" / "A1.png", count)
    watch = Watch(engine)
    before = peak_mib()
    window = watch.window
    start = time.perf_counter()
    window.open_path(folder)
    watch.wait(lambda: window.canvas.renderer is not None)
    first = time.perf_counter() - start
    watch.wait(lambda: not window.workspace.busy)
    settled = time.perf_counter() - start
    deaf_while_opening, watch.deafest = watch.deafest, 0.0
    document = window.workspace.document
    colors = [document.paints.find_or_add((40 * n, 200, 90, 255), f"colour {n}") for n in range(5)]
    paint = []
    for number in range(10):
        ids = [1 + number * 97]
        paint.append(watch.timed(lambda ids=ids, n=number: window.desk.paint(ids, colors[n % 5])))
        watch.wait(lambda: not window.workspace.busy)
    spread = time.perf_counter()
    window.desk.paint(list(range(1, document.frames[0].count // 2)), colors[0])
    watch.wait(lambda: not window.workspace.busy)
    spread = time.perf_counter() - spread
    zoomed = max(watch.timed(lambda: window.canvas.zoom(1.5)) for _ in range(8))
    window.canvas.fit()
    undone = watch.timed(window.desk.undo)
    watch.wait(lambda: not window.workspace.busy)
    told = {
        "segments": document.frames[0].count,
        "shown after s": first,
        "settled after s": settled,
        "longest deaf moment while opening s": deaf_while_opening,
        "slowest click s": max(paint),
        "half of all painted and proposed anew s": spread,
        "slowest zoom s": zoomed,
        "undo of it s": undone,
        "longest deaf moment while painting s": watch.deafest,
        "memory before MiB": before,
        "peak memory MiB": peak_mib(),
    }
    watch.close()
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["frames", "segments"])
    parser.add_argument("count", type=int, nargs="?")
    parser.add_argument("--engine", default="")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        if arguments.what == "frames":
            told = many_frames(Path(folder), arguments.count or 300, arguments.engine)
        else:
            told = many_segments(Path(folder), arguments.count or 20_000, arguments.engine)
    text = json.dumps(told, indent=1)
    print(text)
    if arguments.json:
        arguments.json.write_text(text + "\n", encoding="utf-8")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
