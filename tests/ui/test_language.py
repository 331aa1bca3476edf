"""Every sentence in every language, and the switch between them in an open window."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QWidget

from paintassist.core.dust import Speck
from paintassist.resources import data_folder
from paintassist.ui.accept_dialog import AcceptDialog
from paintassist.ui.language import (
    ENGLISH,
    LANGUAGES,
    LanguageSwitch,
    language_of,
    retranslate_parts,
)
from paintassist.ui.told import told
from paintassist.ui.told.telling import SOURCES as TOLD
from paintassist.ui.told.telling import source_of
from paintassist.ui.tools.dust_dialog import DustDialog
from paintassist.ui.tools.gap_dialog import GapDialog

SOURCES = Path(__file__).parents[2] / "paintassist" / "ui"
TRANSLATED = [language for language in LANGUAGES if language != ENGLISH]
HOW = "run packaging/translate.sh, fill the .ts files, run it again"
ROOMS = ("core", "document", "io")
# Of models and of the command line, whose sentences stay English.
ENGLISH_ONLY = {
    "calibration.py", "catalogue.py", "download.py", "http.py", "model_fetch.py",
    "model_store.py", "report.py",
}  # fmt: skip

Marked = tuple[str, str]


def marked_in(node: ast.AST, context: str) -> Iterator[Marked]:
    """Yield (context, text) of every marked text below a node, also inside f-strings."""
    for child in ast.iter_child_nodes(node):
        yield from marked_in(child, child.name if isinstance(child, ast.ClassDef) else context)
        if not isinstance(child, ast.Call):
            continue
        function = child.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        constants = [arg.value for arg in child.args if isinstance(arg, ast.Constant)]
        texts = [text for text in constants if isinstance(text, str)]
        if name == "tr" and texts:
            yield context, texts[0]
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(texts) == 2:
            yield texts[0], texts[1]


def marked() -> set[Marked]:
    found: set[Marked] = set()
    for path in SOURCES.rglob("*.py"):
        found |= set(marked_in(ast.parse(path.read_text(encoding="utf-8")), ""))
    return found


def example_of(node: ast.expr) -> str:
    """Return a sentence as a program would say it, "" for what is put together elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [p.value if isinstance(p, ast.Constant) else "X" for p in node.values]
        return "".join(str(part) for part in parts)
    return ""


def said_in(text: str) -> Iterator[str]:
    """Yield an example of every sentence on bad input in a source."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name, said = getattr(node.func, "id", ""), example_of(node.args[0])
        if name == "PaletteError" and said:
            yield f"X {said}"
        elif name == "InputError" and said.strip("X "):
            yield said


def read_ts(language: str) -> dict[Marked, tuple[str, str]]:
    """Return translation and state ("" = finished) by context and text."""
    path = data_folder("resources") / "i18n" / f"paintassist_{language}.ts"
    messages: dict[Marked, tuple[str, str]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            # Neither Japanese nor Chinese knows a plural.
            text = translation.findtext("numerusform") or translation.text or ""
            key = (context.findtext("name", ""), message.findtext("source", ""))
            messages[key] = (text, translation.get("type", ""))
    return messages


def places(text: str) -> list[str]:
    return sorted(re.findall(r"%[\dn]", text))


def test_the_search_for_marked_texts_finds_all_kinds():
    source = (
        "class Box:\n def f(self): return f\"{self.tr('one')} {n}\"\n"
        "X = QT_TRANSLATE_NOOP('Actions', 'two')\ny = translate('Words', 'three').replace('a', 'b')"
    )
    assert set(marked_in(ast.parse(source), "")) == {
        ("Box", "one"), ("Actions", "two"), ("Words", "three"),
    }  # fmt: skip


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_is_missing_or_unfinished(language):
    messages = read_ts(language)
    assert sorted(marked() - messages.keys()) == [], HOW
    assert [key for key, (text, state) in messages.items() if state or not text] == [], HOW


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_places_and_mnemonics(language):
    for (_, source), (text, _state) in read_ts(language).items():
        assert places(source) == places(text), source
        assert source.count("&") == text.count("&"), source


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_files_are_those_of_the_sources(language):
    translator = QTranslator()
    assert translator.load(f"paintassist_{language}", str(data_folder("resources") / "i18n"))
    for (context, source), (text, _state) in read_ts(language).items():
        number = 1 if "%n" in source else -1
        assert translator.translate(context, source, "", number) == text, HOW


def test_examples_of_sentences_are_found():
    source = (
        "raise InputError('a')\ndef f(p):\n InputError(f'{p} is b')\n PaletteError('is c')\n"
        " InputError(p)\n InputError(f'{p} {p}')"
    )
    assert sorted(said_in(source)) == ["X is b", "X is c", "a"]


def test_sentences_of_the_rooms_below_are_known():
    unknown = [
        f"{path.name}: {sentence}"
        for room in ROOMS
        for path in sorted((SOURCES.parent / room).rglob("*.py"))
        if path.name not in ENGLISH_ONLY
        for sentence in said_in(path.read_text(encoding="utf-8"))
        if not source_of(sentence)[0]
    ]
    assert unknown == [], "add them to ui/told"


def test_sources_of_told_sentences_differ():
    assert len(TOLD) == len(set(TOLD))
    for source in TOLD:
        assert source_of(source.replace("%", "X"))[0] == source


def test_what_a_room_says_is_told_in_the_language_of_now(qapp):
    inner = "/a b/c.png is empty (0 bytes); save or copy it again"
    sentence = f"/out/c.png was not written: {inner}"
    assert told(sentence) == sentence
    assert told("nobody knows this") == "nobody knows this"
    switch = LanguageSwitch(qapp)
    switch.switch("zh_CN")
    try:
        assert told(sentence) == "/out/c.png 未写入：/a b/c.png 为空(0 字节)；请重新保存或复制"
        assert told("nobody knows this") == "nobody knows this"
    finally:
        switch.switch(ENGLISH)
        switch.deleteLater()
    assert told(sentence) == sentence


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["ja-JP", "ja"], "ja"),
        (["zh-Hans-CN"], "zh_CN"),
        (["zh_SG"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW"], "en"),
        (["fr-FR", "ja"], "ja"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_language_of_a_computer(wanted, language):
    assert language_of(wanted) == language


def test_dates_are_those_of_the_language(qapp):
    switch, before = LanguageSwitch(qapp), QLocale()
    switch.switch("ja")
    try:
        assert QLocale().language() is QLocale.Language.Japanese
    finally:
        switch.switch(ENGLISH)
        switch.deleteLater()
        QLocale.setDefault(before)


def test_dialogs_beside_the_window_follow_while_they_are_open(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    accept, dust, gaps = AcceptDialog(window, 0.9), DustDialog(window), GapDialog(window)
    accept.show_count(3)
    dust.show_specks([("A0001", Speck(True, 2, ((4, 5),), (3, 5)))])
    gaps.show_found(1)
    english = [dialog.windowTitle() for dialog in (accept, dust, gaps)]
    switch = LanguageSwitch(window)
    said = {
        "ja": (
            "3 領域を承認します",
            "A0001   線   2 px",
            "1 個のゴミを周りの色で塗ります",
            "1 か所が閉じます",
        ),
        ENGLISH: (
            "3 segments would be accepted",
            "A0001   line   2 px",
            "1 speck takes the colour around it",
            "1 place would close",
        ),
    }
    for language, words in said.items():
        switch.switch(language)
        retranslate_parts(window)
        found = accept.found.text(), dust.list.item(0).text(), dust.found.text()
        assert (*found, gaps._found.text()) == words
    assert [dialog.windowTitle() for dialog in (accept, dust, gaps)] == english


def menu_titles(window) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


def test_switch_without_restart(make_driver, clip: Path):
    driver = make_driver()
    window = driver.window
    driver.open(clip)
    window.actions_by_id["accept_frame"].trigger()
    english = menu_titles(window)
    window.actions_by_id["language_ja"].trigger()
    driver.qtbot.waitUntil(lambda: menu_titles(window)[0] == "ファイル(&F)")
    assert window.actions_by_id["bucket"].toolTip().startswith("バケツ (K")
    assert window.actions_by_id["undo"].text().startswith("元に戻す(&U)")
    assert window.status.cancel.text() == "中止"
    assert window.palette_panel.accessibleName() == "パレット"
    docks = {action.text() for action in window.createPopupMenu().actions()}
    assert {"色見本", "パレット", "セル"} <= docks
    driver.settle()
    assert "領域" in window.status.counts.text()
    # Qt's own buttons speak it, too.
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
    window.actions_by_id["language_zh_CN"].trigger()
    driver.qtbot.waitUntil(lambda: menu_titles(window)[0] == "文件(&F)")
    second = make_driver()
    assert menu_titles(second.window)[0] == "文件(&F)"
    assert second.window.actions_by_id["language_zh_CN"].isChecked()
    second.window.actions_by_id["language_en"].trigger()
    second.window.close()
    window.actions_by_id["language_en"].trigger()
    driver.qtbot.waitUntil(lambda: menu_titles(window) == english)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
