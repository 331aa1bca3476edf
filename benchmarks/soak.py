"""Hours of work at a real window, squeezed: is anything leaked?

Run as ``python -m benchmarks.soak [--frames 300] [--minutes 120]``. A painter of a script looks at
frames, zooms, corrects, accepts, undoes and redoes, switches sheets off and on, changes the theme,
cancels, proposes again, looks at the models, keeps versions and goes back to them, looks at
backups, exports some frames and opens the project anew. One act stands for the three seconds that a
painter takes for it, so two hours are 2,400 acts. After each simulated five minutes: memory,
threads, open files, widgets and Qt objects.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from paintassist.document.store import Settings
from paintassist.engines.base import Engine
from paintassist.engines.registry import make_engine
from paintassist.ui.app import make_application
from paintassist.ui.main_window import MainWindow
from paintassist.ui.theme import Theme

SECONDS_AN_ACT = 3
ACTS_A_LOOK = 100
WIDTH, HEIGHT = 480, 270


@dataclass(frozen=True)
class Look:
    """What the process holds."""

    minutes: float
    memory_mib: float
    threads: int
    files: int
    widgets: int
    objects: int


def draw_clip(folder: Path, count: int) -> Path:
    """Write frames of shapes that move, and a painted sheet."""
    for number in range(count):
        page = np.full((HEIGHT, WIDTH, 4), 255, np.uint8)
        for shape in range(12):
            left = 10 + (shape % 6) * 70 + (number * (shape + 1)) % 23
            top = 12 + (shape // 6) * 120 + (number * 3) % 17
            size = 24 + 3 * shape
            page[top : top + size, [left, left + size]] = (0, 0, 0, 255)
            page[[top, top + size], left : left + size + 1] = (0, 0, 0, 255)
        (folder / "line").mkdir(parents=True, exist_ok=True)
        Image.fromarray(page).save(folder / "line" / f"A{number + 1:04d}.png", compress_level=1)
        if number == 0:
            from paintassist.core.lines import LineSettings, binarize
            from paintassist.core.segments import segment

            segments = segment(binarize(page, None), LineSettings())
            random = np.random.default_rng(1)
            colors = random.integers(0, 255, (segments.count + 1, 4), np.uint8)
            colors[:, 3], colors[0] = 255, (0, 0, 0, 255)
            for kind, pixels in (("line", page), ("gt", colors[segments.labels])):
                (folder / "ref" / kind).mkdir(parents=True, exist_ok=True)
                Image.fromarray(pixels).save(folder / "ref" / kind / "sheet.png")
    return folder


def look(minutes: float) -> Look:
    """Count what is held, after a thorough tidying up."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        gc.collect()
    status = Path("/proc/self/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return Look(
        minutes,
        int(found[1]) / 1024,
        len(list(Path("/proc/self/task").iterdir())),
        len(list(Path("/proc/self/fd").iterdir())),
        len(QApplication.allWidgets()),
        # Not isinstance, which asks torch's objects for their class.
        sum(issubclass(type(item), QObject) for item in gc.get_objects()),
    )


class Soak:
    """The painter."""

    def __init__(self, folder: Path, frames: int, make: Callable[[Settings], Engine]) -> None:
        self.folder = folder
        self.clip = draw_clip(folder / "clip", frames)
        self.app = make_application()
        self.window = MainWindow(make)
        self.window.show()
        self.random = np.random.default_rng(1)
        self.acts: Counter[str] = Counter()
        self.looks: list[Look] = []
        self.tell = False
        self.exported = 0
        self.open()
        self.window.workspace.save_as(folder / "cut.paintassist")

    def open(self) -> None:
        """Open the clip, or the project once there is one."""
        project = self.folder / "cut.paintassist"
        self.window.workspace.open_path(project if project.exists() else self.clip)
        self.settle()

    def settle(self) -> None:
        """Wait for the worker."""
        loop, timer = QEventLoop(), QTimer()
        timer.setInterval(2)
        timer.timeout.connect(lambda: None if self.window.workspace.busy else loop.quit())
        timer.start()
        loop.exec()
        timer.stop()
        timer.timeout.disconnect()
        QCoreApplication.processEvents()

    def act(self) -> None:
        """Do one thing."""
        window, random = self.window, self.random
        desk, workspace = window.desk, window.workspace
        document = workspace.document
        segments = list({int(one) for one in random.integers(1, 14, 3)})
        frame = desk.frame
        if frame is not None:
            segments = [one for one in segments if one <= frame.count] or [1]
        color = int(random.integers(max(1, len(document.palette))))
        choices: list[tuple[str, float, Callable[[], object]]] = [
            ("look", 25, lambda: desk.show_frame(int(random.integers(len(document.frames))))),
            ("correct", 25, lambda: desk.paint(segments, color)),
            ("accept", 10, desk.accept_frame),
            ("next doubtful", 10, window.actions_by_id["next_doubtful"].trigger),
            ("undo", 8, desk.undo),
            ("redo", 4, desk.redo),
            ("zoom", 6, lambda: window.canvas.zoom(1.5)),
            ("fit", 4, window.canvas.fit),
            ("use a sheet or not", 0.6, self.switch_sheet),
            ("cancel", 1, workspace.cancel),
            ("propose again", 0.4, workspace.propose_again),
            ("theme", 0.5, lambda: window.set_theme(Theme(str(random.choice(["light", "dark"]))))),
            ("models", 0.3, self.look_at_models),
            ("version", 0.5, window.keeper.save_version),
            ("go back", 0.15, self.go_back),
            ("past", 0.25, self.look_at_past),
            ("export", 0.3, self.export),
            ("open anew", 0.25, self.open),
        ]
        weights = np.array([weight for _, weight, _ in choices])
        name, _, do = choices[int(random.choice(len(choices), p=weights / weights.sum()))]
        self.acts[name] += 1
        do()
        window.canvas.repaint()
        QCoreApplication.processEvents()

    def switch_sheet(self) -> None:
        """Switch the first sheet off, or on again."""
        desk = self.window.desk
        for sheet in desk.document.sheets[:1]:
            desk.use_figure(0, replace(sheet.use, on=not sheet.use.on))

    def look_at_models(self) -> None:
        """Open the dialog of models and close it."""
        from paintassist.ui.models.dialog import ModelsDialog

        self.window.show_models()
        QCoreApplication.processEvents()
        for dialog in self.window.findChildren(ModelsDialog):
            dialog.close()

    def go_back(self) -> None:
        """Make the project what one of its versions was."""
        store = self.window.keeper.store
        versions = store.list_versions() if store else []
        if versions:
            version = versions[int(self.random.integers(len(versions)))]
            self.settle()
            self.window.keeper.go_back_to(version.id, version.name)

    def look_at_past(self) -> None:
        """Open the list of versions and backups and close it."""
        from paintassist.ui.past_dialog import PastDialog

        self.window.files.show_past()
        self.settle()
        for dialog in self.window.findChildren(PastDialog):
            dialog.close()

    def export(self) -> None:
        """Inspect and write four frames from the dialog, whatever the inspection finds."""
        from paintassist.ui.exporting.dialog import ExportDialog

        self.window.files.export()
        for dialog in self.window.findChildren(ExportDialog):
            frames = f"1-{min(4, len(self.window.workspace.document.frames))}"
            request = replace(
                dialog.form.request(), folder=self.folder / "out", frames=frames, overwrite=True
            )
            self.settle()
            dialog.flow.cancel()
            self.settle()
            dialog.flow.inspect(request)
            self.settle()
            dialog.flow.export(request)
            self.settle()
            self.exported += len(list((self.folder / "out").glob("**/*.png")))
            dialog.close()

    def run(self, acts: int) -> list[Look]:
        """Work; returns what was held after each look."""
        for number in range(1, acts + 1):
            self.act()
            if number % ACTS_A_LOOK == 0:
                self.settle()
                self.looks.append(look(number * SECONDS_AN_ACT / 60))
                if self.tell:
                    print(json.dumps(asdict(self.looks[-1])), flush=True)
        return self.looks

    def close(self) -> None:
        """Close the window."""
        self.settle()
        self.window.close()


def growth(looks: Sequence[Look], what: str) -> float:
    """Return how much something grew from the second to the last quarter, by their medians."""
    values = [float(getattr(one, what)) for one in looks]
    quarter = max(1, len(values) // 4)
    return float(np.median(values[-quarter:]) - np.median(values[quarter : 2 * quarter]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--engine", default="shape")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(Path(folder), arguments.frames, lambda settings: make_engine(arguments.engine))
        soak.tell = True
        soak.run(round(arguments.minutes * 60 / SECONDS_AN_ACT))
        print(json.dumps(dict(soak.acts)))
        for what in ("memory_mib", "threads", "files", "widgets", "objects"):
            print(f"{what}: {growth(soak.looks, what):+.1f}")
        soak.close()
        print(f"threads of Python left: {[thread.name for thread in threading.enumerate()]}")


if __name__ == "__main__":
    main()
