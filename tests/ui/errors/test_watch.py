"""Errors of ours, wherever they happen: told, logged, and the painter goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from paintassist.ui.errors.log import log_folder
from paintassist.ui.errors.watch import ErrorWatch
from tests.fakes import FakeEngine
from tests.ui.clip import centres
from tests.ui.conftest import Driver


def boom() -> None:
    raise RuntimeError("out of paint")


@pytest.fixture
def watched(
    make_driver: Callable[..., Driver],
) -> Iterator[Callable[..., tuple[Driver, ErrorWatch]]]:
    watches: list[ErrorWatch] = []

    def make(engine: FakeEngine | None = None) -> tuple[Driver, ErrorWatch]:
        driver = make_driver(engine or FakeEngine())
        watches.append(ErrorWatch(driver.window))
        return driver, watches[-1]

    yield make
    for watch in watches:
        if watch.dialog:
            watch.dialog.close()
        watch.close()


def wait_for_dialog(driver: Driver, watch: ErrorWatch) -> str:
    driver.qtbot.waitUntil(lambda: watch.dialog is not None, timeout=5000)
    assert watch.dialog is not None
    return watch.dialog.text.toPlainText()


def test_an_error_in_a_slot_is_shown_and_painting_goes_on(watched, clip: Path, tmp_path: Path):
    driver, watch = watched()
    driver.open(clip)
    driver.window.workspace.save_as(tmp_path / "cut.paintassist")
    driver.window.actions_by_id["zoom_in"].trigger()
    QTimer.singleShot(0, boom)
    report = wait_for_dialog(driver, watch)
    assert "RuntimeError: out of paint" in report
    assert "action zoom_in" in report
    assert "frames: 4, 4 of them read" in report
    assert "cut.paintassist" in watch.dialog.safety.text()
    assert not watch.dialog.save.isVisible()
    watch.dialog.copy.click()
    assert QGuiApplication.clipboard().text() == report
    # The dialog is still open, and the painter corrects a segment.
    color = driver.window.workspace.document.paints.find_or_add((1, 2, 3, 255))
    driver.window.desk.take_color(color)
    driver.click(centres(0)["disc"])
    assert driver.color_at(0, centres(0)["disc"]) == (1, 2, 3, 255)
    watch.dialog.go_on.click()
    assert watch.dialog is None
    assert "RuntimeError: out of paint" in (log_folder() / "paintassist.log").read_text()


def test_an_error_in_a_repaint_is_shown_once(watched, qtbot):
    class Broken(QWidget):
        painted = 0

        def paintEvent(self, event):  # noqa: N802 - Qt's
            self.painted += 1
            raise ZeroDivisionError("no canvas")

    driver, watch = watched()
    broken = Broken(driver.window)
    broken.show()
    for number in range(5):
        # Not repaint(): an error under a call of ours comes back to us.
        broken.update()
        qtbot.waitUntil(lambda least=number: broken.painted > least, timeout=5000)
    assert "ZeroDivisionError" in wait_for_dialog(driver, watch)
    watch.dialog.go_on.click()
    painted = broken.painted
    driver.window.messages.clear()
    broken.update()
    qtbot.waitUntil(lambda: broken.painted > painted, timeout=5000)
    qtbot.waitUntil(lambda: bool(driver.window.messages.messages), timeout=5000)
    assert watch.dialog is None
    broken.hide()
    broken.deleteLater()


def test_errors_in_other_threads_are_shown(watched):
    driver, watch = watched()
    thread = threading.Thread(target=boom, name="helper")
    thread.start()
    thread.join()
    assert "out of paint" in wait_for_dialog(driver, watch)
    assert "paintassist.uncaught" in (log_folder() / "paintassist.log").read_text()


def test_an_error_in_the_worker_is_shown_with_what_the_model_runs_on(watched, clip: Path):
    driver, watch = watched(FakeEngine(fail_encode={"*"}))
    watch._on_device("onnxruntime CPU", "no GPU here")
    driver.open(clip)
    report = wait_for_dialog(driver, watch)
    assert "FakeFailure: told to fail" in report
    assert "provider: onnxruntime CPU (no GPU here)" in report
    assert all(frame.ready for frame in driver.window.workspace.document.frames)


def test_work_that_is_in_no_file_can_be_saved_from_the_dialog(watched, clip: Path, tmp_path: Path):
    driver, watch = watched()
    driver.open(clip)
    document = driver.window.workspace.document
    document.paint(0, [1], document.paints.find_or_add((1, 2, 3, 255)))
    driver.dialogs.save_path = tmp_path / "saved.paintassist"
    QTimer.singleShot(0, boom)
    wait_for_dialog(driver, watch)
    assert watch.dialog.save.isVisible()
    watch.dialog.save.click()
    assert watch.dialog is None
    assert (tmp_path / "saved.paintassist").exists()


def test_bad_input_is_no_error_of_ours(watched, tmp_path: Path):
    driver, watch = watched()
    driver.open(tmp_path / "nowhere")
    assert watch.dialog is None
    assert driver.window.messages.messages


def test_afterwards_everything_is_as_before(make_driver):
    driver = make_driver()
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    handlers = list(logging.getLogger().handlers)
    watch = ErrorWatch(driver.window)
    assert sys.excepthook != before[0]
    watch.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert logging.getLogger().handlers == handlers
