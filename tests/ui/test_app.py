"""The composition root."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from paintassist.document.store import Settings
from paintassist.resources import data_folder
from paintassist.ui.app import FileOpener, LaterEngine, WarningRelay, make_project_engine
from paintassist.ui.icons import app_icon
from tests.fakes import FakeEngine


def test_a_project_names_its_engine_and_without_it_painting_goes_on(
    caplog: pytest.LogCaptureFixture,
):
    assert make_project_engine(Settings(engine="shape")).name == "shape"
    assert not caplog.messages
    default = make_project_engine(Settings())
    assert make_project_engine(Settings(engine="magic")).name == default.name
    (message,) = caplog.messages
    assert "there is no engine 'magic'" in message


def test_engine_warnings_reach_the_painter_and_errors_do_not():
    shown: list[str] = []
    log = logging.getLogger("paintassist.engines.test")
    log.addHandler(relay := WarningRelay(shown.append))
    log.warning("no model %s", "x")
    log.error("broken")
    log.removeHandler(relay)
    assert shown == ["no model x"]


def test_engines_are_made_once_the_window_is_there():
    made: list[Settings] = []
    later = LaterEngine(lambda settings: made.append(settings) or FakeEngine())
    thread = threading.Thread(target=later, args=(Settings(),))
    thread.start()
    thread.join(0.05)
    assert made == []
    later.allow()
    thread.join(5)
    assert made == [Settings()]


def test_a_file_that_macos_hands_over_is_opened(qapp: QApplication, tmp_path: Path):
    opened: list[Path] = []
    opener = FileOpener(opened.append, qapp)
    qapp.installEventFilter(opener)
    QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "cut 7.paintassist")))
    QApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    qapp.removeEventFilter(opener)
    opener.deleteLater()
    assert opened == [tmp_path / "cut 7.paintassist"]


def test_the_program_has_the_icon_of_its_installers(qapp: QApplication):
    shown = app_icon().pixmap(64, 64).toImage()
    drawn = QImage(256, 256, QImage.Format.Format_ARGB32)
    drawn.fill(0)
    painter = QPainter(drawn)
    QSvgRenderer(str(data_folder("resources") / "icons" / "paintassist.svg")).render(painter)
    painter.end()
    for x, y in ((32, 4), (22, 22), (22, 44), (51, 52), (1, 1)):
        expected, found = drawn.pixelColor(4 * x + 2, 4 * y + 2), shown.pixelColor(x, y)
        assert abs(expected.red() - found.red()) < 24, (x, y)
        assert abs(expected.alpha() - found.alpha()) < 24, (x, y)
