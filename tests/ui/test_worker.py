"""The worker: cancelled, closed in the middle, late, failing."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Qt

from paintassist.core.errors import InputError
from paintassist.engines.base import Engine
from paintassist.engines.dacon.providers import Device
from tests.fakes import FakeEngine
from tests.ui.clip import draw, make_clip, write


def test_engine_runs_outside_the_window_thread(make_driver, clip: Path):
    engine = FakeEngine()
    driver = make_driver(engine)
    driver.open(clip)
    assert len(engine.threads) == 1
    assert threading.get_ident() not in engine.threads


def test_cancel_in_the_middle_and_carry_on(make_driver, clip: Path):
    engine = FakeEngine(encode_delay=0.15)
    driver = make_driver(engine)
    window = driver.window
    window.open_path(clip)
    driver.qtbot.waitUntil(lambda: len(engine.calls) > 0, timeout=5000)
    assert window.status.progress.isVisible()
    driver.key(Qt.Key.Key_Escape)
    driver.settle()
    assert not window.status.progress.isVisible()
    encoded = sum(call[0] == "encode" for call in engine.calls)
    assert encoded < 5
    driver.key(Qt.Key.Key_F5)
    driver.settle()
    assert all((frame.proposed[1:] >= 0).all() for frame in window.workspace.document.frames)


def test_close_in_the_middle(make_driver, clip: Path):
    engine = FakeEngine(encode_delay=0.2)
    driver = make_driver(engine)
    driver.window.open_path(clip)
    driver.qtbot.waitUntil(lambda: len(engine.calls) > 0, timeout=5000)
    assert driver.window.close()
    assert not driver.window.workspace.is_running
    assert sum(call[0] == "encode" for call in engine.calls) < 5


def test_a_correction_spreads_while_other_work_is_under_way(make_driver, clip: Path):
    engine = FakeEngine()
    driver = make_driver(engine)
    driver.open(clip)
    workspace, document = driver.window.workspace, driver.window.workspace.document
    begun, corrected = threading.Event(), threading.Event()
    spread: list[bool] = []

    class Slow:
        def steps(self):
            begun.set()
            assert corrected.wait(10)
            yield 1, 2
            # The correction is answered between the two steps.
            spread.append(any("similarity" in call for call in engine.calls[before:]))
            yield 2, 2

    before = len(engine.calls)
    workspace.do("slow", Slow())
    assert begun.wait(10)
    document.paint(0, [2], 1)
    corrected.set()
    driver.settle()
    assert spread == [True]


def test_results_for_a_document_that_is_gone_are_dropped(make_driver, clip: Path, tmp_path: Path):
    started, go_on = threading.Event(), threading.Event()

    def hold(what: str) -> None:
        started.set()
        go_on.wait(5)

    driver = make_driver(FakeEngine(on_call=hold))
    window = driver.window
    window.open_path(clip)
    driver.qtbot.waitUntil(started.is_set, timeout=5000)
    other = tmp_path / "other"
    # The same names, so that a late result would find a frame to land in.
    for number in (1, 2):
        write(other / f"A{number}.png", draw(30, star=False))
    window.open_path(other)
    go_on.set()
    driver.settle()
    frames = window.workspace.document.frames
    assert [frame.name for frame in frames] == ["A1", "A2"]
    assert [frame.count for frame in frames] == [4, 4]
    assert not any((frame.proposed[1:] >= 0).any() for frame in frames)


def test_a_failing_engine_is_told_and_the_window_lives(make_driver, clip: Path, caplog):
    driver = make_driver(FakeEngine(fail_encode={"*"}))
    driver.open(clip)
    assert any("error of ours" in message for message in driver.window.messages.messages)
    assert all(frame.ready for frame in driver.window.workspace.document.frames)


def test_an_engine_that_cannot_be_made_is_told_in_one_sentence(
    make_driver, clip: Path, monkeypatch, caplog
):
    def missing(name: str) -> Engine:
        raise InputError("model 'compact' is not here; fetch it with 'paintassist models fetch'")

    monkeypatch.setattr("tests.ui.conftest.make_engine", missing)
    driver = make_driver()
    driver.open(clip)
    assert set(driver.window.messages.messages) == {
        "model 'compact' is not here; fetch it with 'paintassist models fetch'"
    }
    assert not driver.window.status.progress.isVisible()
    assert not caplog.records


def test_bad_frames_are_told_and_the_others_done(make_driver, tmp_path: Path):
    clip = make_clip(tmp_path / "clip")
    (clip / "line" / "A2.png").write_bytes(b"")
    (clip / "line" / "A3.png").write_bytes((clip / "line" / "A1.png").read_bytes()[:60])
    driver = make_driver()
    driver.open(clip)
    messages = driver.window.messages
    assert messages.isVisible()
    assert len(messages.messages) == 2
    assert all("A2.png" in text or "A3.png" in text for text in messages.messages)
    frames = driver.window.workspace.document.frames
    assert [frame.ready for frame in frames] == [True, False, False, True]
    assert (frames[3].proposed[1:] >= 0).all()
    driver.window.desk.show_frame(1)
    assert "A2.png" in driver.window.canvas.empty_text


def test_what_cannot_be_opened_is_told(make_driver, tmp_path: Path):
    driver = make_driver()
    window = driver.window
    window.open_path(tmp_path / "nowhere")
    assert "does not exist" in window.messages.messages[0]
    (tmp_path / "empty").mkdir()
    window.open_path(tmp_path / "empty")
    assert "no images" in window.messages.messages[0]
    broken = tmp_path / "broken.paintassist"
    broken.write_bytes(b"no database")
    window.open_path(broken)
    assert len(window.messages.messages) == 1
    window.files.open_dropped([tmp_path / "letter.txt"])
    assert len(window.messages.messages) == 2


def test_the_status_bar_says_what_the_model_runs_on_and_why(make_driver, clip: Path):
    class Learned(FakeEngine):
        """Has a network; the device changes when the first one fails."""

        def __init__(self) -> None:
            super().__init__()
            self.device = Device("onnxruntime", "CUDA")
            self.runtime = self

        def encode(self, segments):
            if self.calls:
                self.device = Device("onnxruntime", "CPU", "onnxruntime CUDA ran out of memory")
            return super().encode(segments)

    driver = make_driver(Learned())
    status = driver.window.status
    driver.open(clip)
    assert status.device.text() == "CPU"
    assert "onnxruntime CPU: onnxruntime CUDA ran out of memory" in status.device.toolTip()


def test_an_engine_without_a_network_runs_on_nothing_worth_saying(make_driver, clip: Path):
    driver = make_driver(FakeEngine())
    driver.open(clip)
    assert not driver.window.status.device.isVisible()
