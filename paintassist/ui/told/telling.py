"""Finds the source that a sentence was made from, and says it in the language of now."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from paintassist.ui.told import drawings, exports, projects

SOURCES = (*drawings.SOURCES, *projects.SOURCES, *exports.SOURCES)
PLACE = re.compile(r"%(\d)")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what tells each source by, those that say most first."""
    most_first = sorted(SOURCES, key=lambda source: -len(PLACE.sub("", source)))
    return tuple((re.compile(_pattern(source), re.DOTALL), source) for source in most_first)


def _pattern(source: str) -> str:
    pieces = PLACE.split(source)
    # Between the texts lie the numbers of the places, which count up from 1.
    return "(.+?)".join(re.escape(text) for text in pieces[::2])


def source_of(sentence: str) -> tuple[str, tuple[str, ...]]:
    """Return the source of a sentence and what stands in its places; "" where none is known."""
    for pattern, source in _patterns():
        found = pattern.fullmatch(sentence)
        if found:
            return source, found.groups()
    return "", ()


def told(sentence: str) -> str:
    """Return a sentence of a room below in the language of now; one that nobody knows stays."""
    source, arguments = source_of(sentence)
    if not source:
        return sentence
    words = QCoreApplication.translate("Told", source)
    # A sentence may stand in another one, as the reason why a file was not written.
    return PLACE.sub(lambda place: told(arguments[int(place[1]) - 1]), words)


def told_first(sentence: str) -> str:
    """Return a sentence as `told` does, with a capital in front; a file's name keeps its own."""
    words = told(sentence)
    return words if source_of(sentence)[0].startswith("%") else words[:1].upper() + words[1:]
