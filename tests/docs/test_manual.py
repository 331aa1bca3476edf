"""The manual: both languages say the same, search finds Japanese, keys are those of the window."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtQml import QJSEngine
from PySide6.QtWidgets import QApplication

from paintassist.ui.actions import ACTIONS

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual"
ENGLISH = sorted(path.name for path in (MANUAL / "en").glob("*.md"))
LINKS = re.compile(r"\]\(([^)]+\.md)\)")
PICTURES = re.compile(r"!\[[^\]]+\]\(\.\./images/(\w+)/([\w-]+\.png)\)")
# Of actions that a reader knows by another name, or that a page names by what they do.
KEYS = re.compile(r"\*\*((?:Ctrl\+|Shift\+|Alt\+)*(?:[A-Z]|F\d|Enter|Space))\*\*")


@pytest.fixture
def extension(monkeypatch: pytest.MonkeyPatch):
    """Import an extension of the manual."""
    pytest.importorskip("sphinx")
    monkeypatch.syspath_prepend(str(MANUAL / "extensions"))
    yield importlib.import_module
    for name in ("bigram_search", "key_table"):
        sys.modules.pop(name, None)


def text_of(language: str, page: str) -> str:
    return (MANUAL / language / page).read_text("utf-8")


def test_both_languages_have_the_same_pages():
    assert sorted(path.name for path in (MANUAL / "ja").glob("*.md")) == ENGLISH


@pytest.mark.parametrize("page", ENGLISH)
def test_both_languages_show_the_same(page: str):
    english, japanese = text_of("en", page), text_of("ja", page)
    assert LINKS.findall(english) == LINKS.findall(japanese)
    assert {language for language, _ in PICTURES.findall(english)} <= {"en"}
    assert {language for language, _ in PICTURES.findall(japanese)} <= {"ja"}
    assert [name for _, name in PICTURES.findall(english)] == [
        name for _, name in PICTURES.findall(japanese)
    ]
    for language, name in PICTURES.findall(english + japanese):
        assert (MANUAL / "images" / language / name).exists()
    assert re.findall(r"^#+ ", english, re.M) == re.findall(r"^#+ ", japanese, re.M)


@pytest.mark.parametrize("page", ENGLISH)
def test_keys_in_the_text_are_those_of_the_window(page: str):
    keys = {key for spec in ACTIONS for key in (*spec.keys, *spec.canvas_keys)}
    known = {key.replace("Return", "Enter") for key in keys}
    for language in ("en", "ja"):
        assert set(KEYS.findall(text_of(language, page))) <= known


def test_the_pictures_stay_small():
    pictures = list((MANUAL / "images").glob("*/*.png"))
    assert sum(path.stat().st_size for path in pictures) < 6_000_000


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("参照画像", ["参照", "照画", "画像"]),
        ("色", ["色"]),
        ("色トレス線、Ctrl+E", ["色ト", "トレ", "レス", "ス線", "Ctrl", "E"]),
        ("gap pen", ["gap", "pen"]),
        ("", []),
    ],
)
def test_pages_and_questions_are_parted_alike(
    extension, qapp: QApplication, text: str, terms: list[str]
):
    search = extension("bigram_search")
    assert search.split(text) == terms
    engine = QJSEngine(qapp)
    asked = engine.evaluate(f"{search.SPLITTER}\nsplitQuery({text!r}).join('|')")
    assert not asked.isError(), asked.toString()
    assert asked.toString() == "|".join(terms)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_table_of_keys_has_every_action(extension, language: str):
    table = extension("key_table")
    listed = [action for _, actions in table.rows(table.Words(language)) for action in actions]
    assert len(listed) == len(ACTIONS)
    assert all(name for name, _, _ in listed)
    undo = next(keys for name, keys, _ in listed if ("Ctrl+Z",) in keys)
    assert undo[0] == ("Ctrl+Z",)
