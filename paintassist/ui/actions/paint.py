"""The actions of the Paint menu."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

PAINT: tuple[ActionSpec, ...] = (
    ActionSpec(
        "bucket",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Bucket"),
        QT_TRANSLATE_NOOP("Actions", "Fill with the current colour; drag to fill along the stroke"),
        ("K", "Alt+K"),
        icon="bucket",
        group="tool",
    ),
    ActionSpec(
        "eyedropper",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Eyedropper"),
        QT_TRANSLATE_NOOP("Actions", "Take a colour from the drawing; or hold Alt"),
        ("I",),
        icon="eyedropper",
        group="tool",
    ),
    ActionSpec(
        "accept",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Accept Segment"),
        QT_TRANSLATE_NOOP("Actions", "Accept the proposal of the outlined segment"),
        (),
        ("Space",),
        icon="accept",
    ),
    ActionSpec(
        "accept_next",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "Accept and &Next"),
        QT_TRANSLATE_NOOP("Actions", "Accept, then go to the next doubtful segment"),
        (),
        ("Return", "Enter"),
    ),
    ActionSpec(
        "accept_frame",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "Accept &Frame"),
        QT_TRANSLATE_NOOP("Actions", "Accept every proposal of this frame"),
        ("Ctrl+Return", "Ctrl+Enter"),
        icon="accept_frame",
    ),
    ActionSpec(
        "choice_1", "paint", QT_TRANSLATE_NOOP("Actions", "Paint &First Choice"), "", ("1",)
    ),
    ActionSpec(
        "choice_2", "paint", QT_TRANSLATE_NOOP("Actions", "Paint &Second Choice"), "", ("2",)
    ),
    ActionSpec(
        "choice_3", "paint", QT_TRANSLATE_NOOP("Actions", "Paint &Third Choice"), "", ("3",)
    ),
)
