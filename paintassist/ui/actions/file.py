"""The actions of the File menu."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

FILE: tuple[ActionSpec, ...] = (
    ActionSpec(
        "open_frames",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Open Frames..."),
        QT_TRANSLATE_NOOP("Actions", "Open a folder of line art"),
        ("Ctrl+O",),
        icon="folder",
    ),
    ActionSpec(
        "open_sheet",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Add &Sheet..."),
        QT_TRANSLATE_NOOP("Actions", "Add painted drawings whose colours are proposed"),
        ("Ctrl+Shift+R",),
        icon="sheet",
    ),
    ActionSpec(
        "import_sheet",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Import Design Sheet..."),
        QT_TRANSLATE_NOOP(
            "Actions", "Choose figures, swatches and layers of a sheet, and how its lines are read"
        ),
        ("Ctrl+Alt+D",),
    ),
    ActionSpec(
        "open_project",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Open &Project..."),
        "",
        ("Ctrl+Shift+O",),
    ),
    ActionSpec(
        "open_sample", "file", QT_TRANSLATE_NOOP("Actions", "Open Sa&mple"), "", ("Ctrl+Alt+O",)
    ),
    ActionSpec(
        "save",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP(
            "Actions", "Keep a version to come back to; every edit is in the file already"
        ),
        ("Ctrl+S",),
        icon="save",
    ),
    ActionSpec(
        "save_as", "file", QT_TRANSLATE_NOOP("Actions", "Save &As..."), "", ("Ctrl+Shift+S",)
    ),
    ActionSpec(
        "save_copy",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Save a &Copy..."),
        QT_TRANSLATE_NOOP("Actions", "Write a copy elsewhere and go on in this file"),
        ("Ctrl+Alt+S",),
    ),
    ActionSpec(
        "past",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Versions and Backups..."),
        QT_TRANSLATE_NOOP("Actions", "See what the project was, and go back to it"),
        ("Ctrl+Alt+B",),
    ),
    ActionSpec(
        "export",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Export..."),
        QT_TRANSLATE_NOOP("Actions", "Inspect the painted frames and write them to files"),
        ("Ctrl+E",),
        icon="export",
    ),
    ActionSpec(
        "models",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Models..."),
        QT_TRANSLATE_NOOP("Actions", "See, import, fetch and remove models"),
        ("Ctrl+Alt+M",),
    ),
    ActionSpec("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), "", ("Ctrl+Q",)),
)
