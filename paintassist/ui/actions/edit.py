"""The actions of the Edit menu."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

EDIT: tuple[ActionSpec, ...] = (
    ActionSpec("undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"), "", ("Ctrl+Z",), icon="undo"),
    ActionSpec(
        "redo",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        "",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        icon="redo",
    ),
    ActionSpec(
        "clear",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Clear Decision"),
        QT_TRANSLATE_NOOP("Actions", "Open the segment again; its proposal shows"),
        (),
        ("Delete",),
    ),
)
