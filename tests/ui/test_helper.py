"""The helper thread: newest answers only, and the window hears of errors."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from paintassist.core.errors import InputError
from paintassist.ui.helper import Cancel, Helper


@pytest.fixture
def helper(qtbot: QtBot):
    helper = Helper()
    yield helper
    helper.close()
    helper.close()


def test_a_newer_question_replaces_an_older_one(helper: Helper, qtbot: QtBot):
    begun, answers = threading.Event(), []

    def slow(cancel: Cancel) -> str:
        begun.set()
        while True:
            cancel.check()

    helper.ask("a", slow, answers.append)
    begun.wait()
    helper.ask("b", lambda cancel: "b", answers.append)
    helper.ask("a", lambda cancel: "new", answers.append)
    with qtbot.waitSignal(helper.rested):
        pass
    assert sorted(answers) == ["b", "new"]
    assert not helper.busy


def test_a_late_answer_is_dropped(helper: Helper, qtbot: QtBot):
    go, answers = threading.Event(), []

    def deaf(cancel: Cancel) -> str:
        go.wait()
        return "late"

    helper.ask("a", deaf, answers.append)
    with qtbot.waitSignal(helper.rested):
        helper.drop_all()
    go.set()
    helper.ask("b", lambda cancel: "b", answers.append)
    with qtbot.waitSignal(helper.rested):
        pass
    assert answers == ["b"]


def test_what_the_painter_waits_for_goes_first(helper: Helper, qtbot: QtBot):
    go, order = threading.Event(), []
    helper.ask("first", lambda cancel: go.wait(), lambda _: order.append("first"))
    for name, urgent in (("slow", False), ("fast", True), ("slower", False)):
        helper.ask(name, lambda cancel, name=name: name, order.append, urgent)
    go.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["first", "fast", "slow", "slower"]


def test_errors_are_told_and_the_thread_lives_on(
    helper: Helper, qtbot: QtBot, caplog: pytest.LogCaptureFixture
):
    def broken(cancel: Cancel) -> None:
        raise InputError("a.png is gone; add it again")

    with qtbot.waitSignal(helper.failed) as told:
        helper.ask("a", broken, print)
    assert told.args == ["a.png is gone; add it again"]
    with qtbot.waitSignal(helper.failed) as told:
        helper.ask("a", lambda cancel: 1 // 0, print)
    assert "ZeroDivisionError" in told.args[0]
    assert "helper failed on a" in caplog.text
    answers = []
    helper.ask("a", lambda cancel: 1, answers.append)
    qtbot.waitUntil(lambda: answers == [1])
