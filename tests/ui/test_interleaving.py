"""The same at the real window, with the real worker thread: anything at any moment, no deadlock."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from paintassist.document.document import Document
from paintassist.document.frame import DecisionState
from tests.document.painters import act
from tests.fakes import FakeEngine
from tests.ui.clip import draw, make_clip, write


class Restless(FakeEngine):
    """Takes its time at random, so that the painter meets it anywhere."""

    def _called(self, what: str, delay: float, *details: str | int) -> None:
        self.threads.add(threading.get_ident())
        number = hash((what, *details, len(self.threads), time.monotonic_ns())) % 40
        if number < 6:
            time.sleep(number / 4000)


def decisions(document: Document) -> list[tuple[bytes, bytes]]:
    return [(frame.decided.tobytes(), frame.decided_color.tobytes()) for frame in document.frames]


def assert_shown(document: Document) -> None:
    for frame in document.frames:
        assert frame.color.max(initial=-1) < len(document.palette)
        made = frame.decided != DecisionState.UNPAINTED
        assert (frame.color[made] == frame.decided_color[made]).all()


@pytest.mark.parametrize("steps", [250, pytest.param(10_000, marks=pytest.mark.slow)])
def test_whatever_is_done_at_the_window(make_driver, tmp_path: Path, steps: int) -> None:
    clip = make_clip(tmp_path / "clip")
    other = tmp_path / "other"
    for number in (1, 2, 3):
        write(other / "line" / f"A{number}.png", draw(7 * number, star=False))
    random = np.random.default_rng(steps)
    driver = make_driver(Restless())
    window, workspace = driver.window, driver.window.workspace
    driver.open(clip)
    story: list[str] = []
    for number in range(steps):
        document = workspace.document
        known = decisions(document)
        settled = all(frame.ready and not frame.outdated for frame in document.frames)
        for _ in range(int(random.integers(0, 4))):
            # Results land here, and none may touch what was decided.
            QCoreApplication.processEvents()
        if settled:
            assert decisions(document) == known, story[-20:]
        assert_shown(document)
        dice = random.random()
        if dice < 0.07:
            story.append("cancel")
            workspace.cancel()
        elif dice < 0.12:
            story.append("propose again")
            workspace.propose_again()
        elif dice < 0.25:
            story.append("switch frame")
            window.desk.show_frame(int(random.integers(len(document.frames))))
        elif dice < 0.262:
            story.append("quit and open")
            workspace.open_path(clip if random.random() < 0.5 else other)
            if random.random() < 0.7:
                driver.settle()
        elif document.frames and len(document.palette) and all(f.count for f in document.frames):
            story.append(act(document, random))
        else:
            story.append("wait")
            driver.settle()
        if number % 100 == 99:
            driver.settle()
    workspace.propose_again()
    driver.settle()
    before = decisions(workspace.document)
    assert workspace.is_running
    assert_shown(workspace.document)
    workspace.propose_again()
    assert window.close()
    assert not workspace.is_running
    assert decisions(workspace.document) == before
