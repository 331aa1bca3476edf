"""Names of edits, as the document makes them and as the painter reads them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from paintassist.document.deciding import VERBS
from paintassist.ui.edit_names import edit_words, source_of
from paintassist.ui.language import LanguageSwitch


@pytest.fixture
def japanese(qapp):
    parent = QObject()
    switch = LanguageSwitch(parent)
    switch.switch("ja")
    yield
    switch.switch("en")


@pytest.mark.parametrize("verb", VERBS.values())
def test_every_verb_of_the_document_is_known(verb):
    assert source_of(f"{verb} segment") == (f"{verb} segment", "")
    assert source_of(f"{verb} 12 segments") == (f"{verb} %1 segments", "12")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Accept 3 segments", "3 領域を承認"),
        ("Add sheet A (1)", "色見本 A (1) を追加"),
        ("Add colour", "色を追加"),
        ("Something new", "Something new"),
        ("", ""),
    ],
)
def test_names_in_japanese(japanese, name, words):
    assert edit_words(name) == words


def test_english_says_what_the_document_says(qapp):
    assert edit_words("Rename colour hair") == "Rename colour hair"
