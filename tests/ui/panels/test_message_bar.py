"""Sentences stay readable."""

import pytest
from PySide6.QtWidgets import QLabel

from paintassist.ui.language import LanguageSwitch
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


def test_sentences_follow_the_language(qtbot, qapp):
    bar = MessageBar()
    qtbot.addWidget(bar)
    label = bar.findChild(QLabel)
    bar.show_message("/a/彩色.png does not exist; check the name")
    bar.show_message("x.ase is no palette; choose one of .csv, .gpl")
    bar.show_message("all engines of 彩色 are gone")
    english = label.text().splitlines()
    assert english[0] == "/a/彩色.png does not exist; check the name."
    assert english[1].startswith("x.ase is")
    assert english[2] == "All engines of 彩色 are gone."
    switch = LanguageSwitch(qapp)
    switch.switch("ja")
    try:
        bar.retranslate()
        assert label.text().splitlines() == [
            "/a/彩色.png が見つかりません。名前を確認してください。",
            "x.ase はパレットではありません。.csv, .gpl のいずれかを選んでください。",
            "All engines of 彩色 are gone.",
        ]
    finally:
        switch.switch("en")
        switch.deleteLater()
    bar.retranslate()
    assert label.text().splitlines() == english
