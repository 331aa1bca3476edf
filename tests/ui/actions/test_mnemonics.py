"""No two entries of a menu are chosen by one letter."""

from __future__ import annotations

import pytest

from paintassist.ui.actions.action_set import plain
from paintassist.ui.actions.mnemonics import mnemonic, tell_apart
from paintassist.ui.language import LANGUAGES


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["&Open", "&Save", "Quit"], ["&Open", "&Save", "Quit"]),
        (["&Save", "&Save As", "&Account"], ["&Save", "Sa&ve As", "&Account"]),
        (["&Fit\tF", "&Fill A"], ["&Fit\tF", "Fill &A"]),
        (["&A", "&A\tCtrl+B"], ["&A", "A\tCtrl+B"]),
        (["&Bad", "&Bo", "&B"], ["B&ad", "B&o", "&B"]),
        (["A && &B", "&B && C"], ["A && &B", "B && &C"]),
        (["開く(&O)...", "線(&O)\tK", "色(&A)"], ["開く(&O)...", "線(&B)\tK", "色(&A)"]),
    ],
)
def test_the_first_one_keeps_its_letter(texts: list[str], told: list[str]) -> None:
    assert tell_apart(texts) == told
    assert tell_apart(told) == told


def test_without_a_free_letter_there_is_none() -> None:
    many = [f"線{number}(&A)" for number in range(27)]
    assert tell_apart(many)[26] == "線26"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_is_there_once_in_a_menu(make_driver, language: str) -> None:
    driver = make_driver()
    window = driver.window
    window.actions_by_id[f"language_{language}"].trigger()
    bar = [action.text() for action in window.menuBar().actions()]
    menus = [*window.menus.values(), window.palette_panel._menu]
    names = [[plain(action.text()) for action in menu.actions()] for menu in menus]
    marked = [sum("&" in action.text() for action in menu.actions()) for menu in menus]
    for menu in menus:
        menu.aboutToShow.emit()
    found = [bar, *([action.text() for action in menu.actions()] for menu in menus)]
    for texts in found:
        letters = [mnemonic(text) for text in texts if mnemonic(text)]
        assert len(letters) == len(set(letters)), texts
    assert [[plain(action.text()) for action in menu.actions()] for menu in menus] == names
    assert [sum("&" in text for text in texts) for texts in found[1:]] == marked
    window.actions_by_id["language_en"].trigger()
