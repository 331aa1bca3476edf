"""What a pointing hand does, as actions: they are in no menu, but have keys and can be searched."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

KEYBOARD: tuple[ActionSpec, ...] = (
    ActionSpec(
        "point_left",
        "",
        QT_TRANSLATE_NOOP("Actions", "Outline Segment to the Left"),
        canvas_keys=("Left",),
    ),
    ActionSpec(
        "point_right",
        "",
        QT_TRANSLATE_NOOP("Actions", "Outline Segment to the Right"),
        canvas_keys=("Right",),
    ),
    ActionSpec(
        "point_up",
        "",
        QT_TRANSLATE_NOOP("Actions", "Outline Segment Above"),
        canvas_keys=("Up",),
    ),
    ActionSpec(
        "point_down",
        "",
        QT_TRANSLATE_NOOP("Actions", "Outline Segment Below"),
        canvas_keys=("Down",),
    ),
    ActionSpec(
        "fill_outlined",
        "",
        QT_TRANSLATE_NOOP("Actions", "Fill Outlined Segment"),
        QT_TRANSLATE_NOOP("Actions", "Give the outlined segment the current colour"),
        ("Shift+K",),
    ),
    ActionSpec(
        "take_outlined",
        "",
        QT_TRANSLATE_NOOP("Actions", "Take Colour of Outlined Segment"),
        QT_TRANSLATE_NOOP("Actions", "Make the colour of the outlined segment the current one"),
        ("Shift+I",),
    ),
    ActionSpec(
        "next_pane",
        "",
        QT_TRANSLATE_NOOP("Actions", "Next Pane"),
        QT_TRANSLATE_NOOP("Actions", "Give the keyboard to the next pane: canvas, palette, frames"),
        ("F6",),
    ),
    ActionSpec(
        "previous_pane",
        "",
        QT_TRANSLATE_NOOP("Actions", "Previous Pane"),
        QT_TRANSLATE_NOOP("Actions", "Give the keyboard to the pane before"),
        ("Shift+F6",),
    ),
)
