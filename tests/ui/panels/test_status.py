from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from paintassist.ui.panels import status as module
from paintassist.ui.panels.status import StatusBar


@pytest.mark.parametrize(("enough", "left"), [(60_000, "3 segments changed"), (0, "")])
def test_a_sentence_that_was_read_makes_way_for_the_hand(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, enough: int, left: str
) -> None:
    monkeypatch.setattr(module, "READ_MILLISECONDS", enough)
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_segment("Segment 1")
    bar.note("3 segments changed")
    qtbot.wait(2)
    bar.show_segment("Segment 1")
    assert bar.currentMessage() == "3 segments changed"
    bar.show_segment("Segment 2")
    assert bar.currentMessage() == left
    assert bar.segment.text() == "Segment 2"
