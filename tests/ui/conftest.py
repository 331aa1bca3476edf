"""A window that must be gone, with its thread, when the test is over."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from paintassist.core.palette import Color
from paintassist.engines.base import Engine
from paintassist.engines.registry import make_engine
from paintassist.ui.dialogs import Answer, Dialogs
from paintassist.ui.main_window import MainWindow
from tests.ui.clip import make_clip

PATIENCE = 20_000


class FakeDialogs:
    """Answers instead of the painter."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.sheets: list[Path] = []
        self.project: Path | None = None
        self.save_path: Path | None = None
        self.unsaved = Answer.DISCARD
        self.role = Answer.CANCEL
        self.sure = True
        self.asked: list[str] = []
        self.color: Color | None = None
        self.text = ""
        self.palette: Path | None = None
        self.palette_target: Path | None = None

    def ask_frames_folder(self) -> Path | None:
        return self.folder

    def ask_sheets(self) -> list[Path]:
        return self.sheets

    def ask_project(self) -> Path | None:
        return self.project

    def ask_save_path(self, suggestion: str) -> Path | None:
        self.asked.append(suggestion)
        return self.save_path

    def ask_unsaved(self, title: str) -> Answer:
        self.asked.append(title)
        return self.unsaved

    def ask_color(self, initial: Color) -> Color | None:
        return self.color

    def ask_text(self, title: str, label: str, text: str) -> str:
        return self.text

    def ask_scene_sheet(self) -> Path | None:
        return self.palette

    def ask_palette(self) -> Path | None:
        return self.palette

    def ask_palette_target(self, suggestion: str) -> Path | None:
        return self.palette_target

    def ask_import(self, path: Path) -> Answer:
        return self.role

    def ask_sources_folder(self, old: Path) -> Path | None:
        self.asked.append(str(old))
        return self.folder

    def ask_sure(self, question: str) -> bool:
        self.asked.append(question)
        return self.sure

    def ask_role(self, paths: list[Path]) -> Answer:
        return self.role


class Driver:
    """A painter at a real window."""

    def __init__(self, window: MainWindow, dialogs: FakeDialogs, qtbot: QtBot) -> None:
        self.window, self.dialogs, self.qtbot = window, dialogs, qtbot

    def settle(self) -> None:
        """Wait until the worker has nothing to do."""
        self.qtbot.waitUntil(lambda: not self.window.workspace.busy, timeout=PATIENCE)
        QTest.qWait(60)

    def open(self, path: Path) -> None:
        self.window.open_path(path)
        self.settle()

    def widget_pos(self, pos_image: tuple[float, float]) -> QPoint:
        x, y = self.window.canvas.view.to_widget((pos_image[0] + 0.5, pos_image[1] + 0.5))
        return QPoint(round(x), round(y))

    def hover(self, pos_image: tuple[float, float]) -> None:
        QTest.mouseMove(self.window.canvas, self.widget_pos(pos_image))

    def click(self, pos_image: tuple[float, float], alt: bool = False) -> None:
        modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(
            self.window.canvas, Qt.MouseButton.LeftButton, modifier, self.widget_pos(pos_image)
        )

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self.window.canvas, key, held)

    def color_at(self, frame: int, pos_image: tuple[int, int]) -> tuple[int, ...]:
        """Return the colour that the document has at an image position."""
        document = self.window.workspace.document
        segments = document.segments(frame)
        assert segments is not None
        segment = int(segments.labels[pos_image[1], pos_image[0]])
        color = int(document.frames[frame].color[segment])
        return document.palette.entries[color].color if color >= 0 else ()

    def take(self, color: tuple[int, ...]) -> None:
        """Click a swatch."""
        colors = [entry.color for entry in self.window.workspace.document.palette]
        panel = self.window.palette_panel
        view = panel.view
        index = panel.model.place_of(colors.index(color))
        view.scrollTo(index)
        middle = view.visualRect(index).center()
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(view.viewport(), button, none, middle)


def _running_threads() -> list[QThread]:
    # isinstance would ask torch's objects for their __class__, and they warn.
    threads = [item for item in gc.get_objects() if issubclass(type(item), QThread)]
    return [thread for thread in threads if thread.isRunning()]


@pytest.fixture
def no_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail if a widget or a thread outlives the test."""
    before = set(qapp.topLevelWidgets())
    # What was there before, a million objects of libraries, need not be looked through after each.
    gc.freeze()
    try:
        yield
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
            gc.collect()
        threads = _running_threads()
    finally:
        gc.unfreeze()
    left = [widget for widget in qapp.topLevelWidgets() if widget not in before]
    assert not left, f"widgets outlive the test: {left}"
    assert not threads, f"threads outlive the test: {threads}"


@pytest.fixture
def make_driver(no_leaks: None, qtbot: QtBot) -> Iterator[Callable[..., Driver]]:
    """Open windows with an engine; they are closed at the end."""
    drivers: list[Driver] = []

    def make(engine: Engine | None = None) -> Driver:
        window = MainWindow(lambda settings: engine or make_engine("shape"))
        dialogs = FakeDialogs()
        window.dialogs = cast(Dialogs, dialogs)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        window.canvas.setFocus()
        qtbot.waitUntil(lambda: window.isActiveWindow() and window.canvas.hasFocus())
        drivers.append(Driver(window, dialogs, qtbot))
        return drivers[-1]

    yield make
    for driver in drivers:
        driver.dialogs.unsaved = Answer.DISCARD
        if driver.window.workspace.is_running:
            driver.window.close()
    drivers.clear()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_clip(tmp_path / "カット 12")
