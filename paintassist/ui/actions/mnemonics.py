"""Letters that choose an entry of a menu: each of them once in a menu, in every language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase

from PySide6.QtWidgets import QMenu

# An ampersand that is shown, or one before the letter that chooses.
MARKED = re.compile(r"&(.)")
# How East Asian menus tell it.
BEHIND = re.compile(r"\(&(\w)\)")


def mnemonic(text: str) -> str:
    """Return the letter that chooses a text, in lower case; empty for none."""
    found = next((match for match in MARKED.finditer(text) if match[1] != "&"), None)
    return found[1].casefold() if found else ""


def tell_apart(texts: Sequence[str]) -> list[str]:
    """Give each text a letter of its own.

    Of those with the same letter the first keeps it; the others get another letter of theirs
    that is free, in the form `(&X)` any free letter. Where there is none, others move to make
    room, or the text goes without. Texts without a letter stay without.
    """
    told, holders = list(texts), dict[str, int]()
    letters = [mnemonic(text) for text in texts]
    late = [
        index
        for index, letter in enumerate(letters)
        if letter and holders.setdefault(letter, index) != index
    ]
    for index in late:
        if not _place(index, texts, told, holders, set()):
            told[index] = _without(texts[index])
    return told


def keep_apart(menu: QMenu) -> None:
    """Tell the entries of a menu apart whenever it is shown: some change their texts."""

    def renew() -> None:
        actions = menu.actions()
        for action, text in zip(actions, tell_apart([a.text() for a in actions]), strict=True):
            if action.text() != text:
                action.setText(text)

    menu.aboutToShow.connect(renew)


def _place(
    index: int, texts: Sequence[str], told: list[str], holders: dict[str, int], tried: set[str]
) -> bool:
    """Find a letter for a text, in place; whoever has it already finds another one first."""
    ways = {mnemonic(way): way for way in reversed(_ways(texts[index]))}
    letters = [letter for letter in reversed(ways) if letter not in tried]
    for letter in sorted(letters, key=lambda letter: letter in holders):
        if letter in tried:
            continue
        tried.add(letter)
        if letter not in holders or _place(holders[letter], texts, told, holders, tried):
            told[index] = ways[letter]
            holders[letter] = index
            return True
    return False


def _ways(text: str) -> list[str]:
    """Return a text with each letter that can choose it, the best first."""
    behind = BEHIND.search(text)
    if behind is not None:
        head, tail = text[: behind.start()], text[behind.end() :]
        return [f"{head}(&{letter}){tail}" for letter in ascii_uppercase]
    plain = _without(text)
    words = plain.partition("\t")[0]
    places = [at for at, letter in enumerate(words) if letter.isalnum()]
    places.sort(key=lambda at: not (at == 0 or words[at - 1] == " "))
    return [f"{plain[:at]}&{plain[at:]}" for at in places]


def _without(text: str) -> str:
    text = BEHIND.sub("", text)
    return MARKED.sub(lambda match: match[0] if match[1] == "&" else match[1], text)
