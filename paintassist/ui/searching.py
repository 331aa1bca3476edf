"""Finds what a painter means by a few letters; knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item")

PREFIX, INSIDE, SCATTERED = 3, 2, 1


def match(query: str, text: str) -> int | None:
    """Tell how well a text answers a query.

    Parameters
    ----------
    query : str
        Words in any order; each has to be found.
    text : str
        What is searched, in any script.

    Returns
    -------
    int or None
        The higher, the better: a word of the text that begins so counts more than letters inside
        it, and those more than letters in order with gaps. None if a word is not found.
    """
    text = text.casefold()
    scores = [_match_word(word, text) for word in query.casefold().split()]
    return sum(scores) if all(scores) else None


def _match_word(word: str, text: str) -> int:
    if any(part.startswith(word) for part in text.split()):
        return PREFIX
    if word in text:
        return INSIDE
    letters = iter(text)
    return SCATTERED if all(letter in letters for letter in word) else 0


def search(query: str, items: Iterable[tuple[str, Item]]) -> list[Item]:
    """Return the items whose text answers a query, best first; equals keep their order."""
    found = [(match(query, text), item) for text, item in items]
    hits = [(score, item) for score, item in found if score is not None]
    return [item for _, item in sorted(hits, key=lambda hit: -hit[0])]
