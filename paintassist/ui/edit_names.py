"""Names of edits in the painter's language; the document gives them in English."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP

SOURCES = (
    QT_TRANSLATE_NOOP("Edits", "Paint segment"),
    QT_TRANSLATE_NOOP("Edits", "Paint %1 segments"),
    QT_TRANSLATE_NOOP("Edits", "Accept segment"),
    QT_TRANSLATE_NOOP("Edits", "Accept %1 segments"),
    QT_TRANSLATE_NOOP("Edits", "Lock segment"),
    QT_TRANSLATE_NOOP("Edits", "Lock %1 segments"),
    QT_TRANSLATE_NOOP("Edits", "Unlock segment"),
    QT_TRANSLATE_NOOP("Edits", "Unlock %1 segments"),
    QT_TRANSLATE_NOOP("Edits", "Clear segment"),
    QT_TRANSLATE_NOOP("Edits", "Clear %1 segments"),
    QT_TRANSLATE_NOOP("Edits", "Swap colour of segment"),
    QT_TRANSLATE_NOOP("Edits", "Swap colour of %1 segments"),
    QT_TRANSLATE_NOOP("Edits", "Add colour"),
    QT_TRANSLATE_NOOP("Edits", "Add colour %1"),
    QT_TRANSLATE_NOOP("Edits", "Rename colour"),
    QT_TRANSLATE_NOOP("Edits", "Rename colour %1"),
    QT_TRANSLATE_NOOP("Edits", "Change colour"),
    QT_TRANSLATE_NOOP("Edits", "Change colour %1"),
    QT_TRANSLATE_NOOP("Edits", "Add %1 colours"),
    QT_TRANSLATE_NOOP("Edits", "Change %1 colours"),
    QT_TRANSLATE_NOOP("Edits", "Assign colour"),
    QT_TRANSLATE_NOOP("Edits", "Assign colour %1"),
    QT_TRANSLATE_NOOP("Edits", "Rename part %1"),
    QT_TRANSLATE_NOOP("Edits", "Order colours"),
    QT_TRANSLATE_NOOP("Edits", "Add variant %1"),
    QT_TRANSLATE_NOOP("Edits", "Rename variant %1"),
    QT_TRANSLATE_NOOP("Edits", "Remove variant %1"),
    QT_TRANSLATE_NOOP("Edits", "Show variant %1"),
    QT_TRANSLATE_NOOP("Edits", "Change colours of variant %1"),
    QT_TRANSLATE_NOOP("Edits", "Import palette %1"),
    QT_TRANSLATE_NOOP("Edits", "Add sheet %1"),
    QT_TRANSLATE_NOOP("Edits", "Use sheet %1"),
    QT_TRANSLATE_NOOP("Edits", "Remove sheet %1"),
    QT_TRANSLATE_NOOP("Edits", "Draw barrier"),
    QT_TRANSLATE_NOOP("Edits", "Close gaps"),
    QT_TRANSLATE_NOOP("Edits", "Take over changed drawing %1"),
    QT_TRANSLATE_NOOP("Edits", "Take over %1 changed drawings"),
    QT_TRANSLATE_NOOP("Edits", "Clear list of lost decisions"),
    QT_TRANSLATE_NOOP("Edits", "Erase barriers"),
    QT_TRANSLATE_NOOP("Edits", "Split segment"),
    QT_TRANSLATE_NOOP("Edits", "Merge segments"),
    QT_TRANSLATE_NOOP("Edits", "Take segments apart"),
    QT_TRANSLATE_NOOP("Edits", "Draw trace line"),
    QT_TRANSLATE_NOOP("Edits", "Erase trace line"),
    QT_TRANSLATE_NOOP("Edits", "Mark segments"),
    QT_TRANSLATE_NOOP("Edits", "Erase marks"),
    QT_TRANSLATE_NOOP("Edits", "Remove speck"),
    QT_TRANSLATE_NOOP("Edits", "Remove %1 specks"),
)


def source_of(name: str) -> tuple[str, str]:
    """Return the source text that an edit's name was made from, and what stands for %1."""
    for source in SOURCES:
        found = re.fullmatch(re.escape(source).replace("%1", "(.+)"), name)
        if found:
            return source, found.group(1) if found.groups() else ""
    return "", ""


def edit_words(name: str) -> str:
    """Return the name of an edit in the language of now; one that nobody knows stays."""
    source, argument = source_of(name)
    if not source:
        return name
    return QCoreApplication.translate("Edits", source).replace("%1", argument)
