"""Sentences stay readable."""

import pytest
from PySide6.QtWidgets import QLabel

from paintassist.ui.panels.message_bar import BACK, TEXT, MessageBar
from paintassist.ui.theme import Theme, apply_theme


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.LIGHT])
def test_text_keeps_its_colour_in_every_theme(qtbot, qapp, theme):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("A file is missing")
    try:
        apply_theme(qapp, theme)
        label = bar.findChild(QLabel)
        assert label.palette().color(label.foregroundRole()).name() == TEXT
        assert bar.palette().color(bar.backgroundRole()).name() == BACK
    finally:
        apply_theme(qapp, Theme.SYSTEM)
