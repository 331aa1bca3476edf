"""The table of all actions, in the order of the menus.

A new action is a line in the module of its menu and a handler in `MainWindow._handlers`.
"""

from __future__ import annotations

from paintassist.ui.actions.drawing import DRAWING
from paintassist.ui.actions.edit import EDIT
from paintassist.ui.actions.file import FILE
from paintassist.ui.actions.keyboard import KEYBOARD
from paintassist.ui.actions.paint import PAINT
from paintassist.ui.actions.palette import PALETTE
from paintassist.ui.actions.review import REVIEW
from paintassist.ui.actions.settings import SETTINGS
from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec
from paintassist.ui.actions.view import VIEW

MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("paint", QT_TRANSLATE_NOOP("Actions", "&Paint")),
    ("drawing", QT_TRANSLATE_NOOP("Actions", "&Drawing")),
    ("palette", QT_TRANSLATE_NOOP("Actions", "Pa&lette")),
    ("review", QT_TRANSLATE_NOOP("Actions", "&Review")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("settings", QT_TRANSLATE_NOOP("Actions", "&Settings")),
)
ACTIONS: tuple[ActionSpec, ...] = (
    *FILE, *EDIT, *PAINT, *DRAWING, *PALETTE, *REVIEW, *VIEW, *SETTINGS, *KEYBOARD,
)  # fmt: skip

TOOL_BAR: tuple[str, ...] = (
    "bucket", "lasso", "rectangle", "swap_color", "eyedropper", "",
    "gap_pen", "split", "merge", "mark_part", "",
    "accept", "accept_frame", "previous_doubtful", "next_doubtful", "",
    "undo", "redo", "",
    "overlay_off", "overlay_proposals", "overlay_confidence", "overlay_rainbow",
    "lines_on_top", "fit",
)  # fmt: skip
SEPARATORS_BEFORE = frozenset({
    "save", "export", "models", "quit", "clear", "accept", "choice_1", "previous_frame", "propose",
    "carry_on", "next_changed", "lock", "next_finding", "split", "mark_part", "trace_red",
    "line_art", "remove_dust", "only_unpainted",
    "compare_line", "onion_skin", "fit", "dock_sheets", "theme_system",
    "language_en", "color_up", "show_usage", "next_scene", "import_palette",
})  # fmt: skip
