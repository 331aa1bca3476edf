"""The actions of the Paint menu."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

PAINT: tuple[ActionSpec, ...] = (
    ActionSpec(
        "bucket",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Bucket"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Fill with the current colour; drag to fill along the stroke, Shift to fill all of one "
            "colour, Ctrl to carry the colour of the segment where the stroke begins",
        ),
        ("K", "Alt+K"),
        icon="bucket",
        group="tool",
    ),
    ActionSpec(
        "eyedropper",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Eyedropper"),
        QT_TRANSLATE_NOOP(
            "Actions", "Take a colour from the drawing; or click with the right button, or hold Alt"
        ),
        ("I",),
        icon="eyedropper",
        group="tool",
    ),
    ActionSpec(
        "lasso",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Lasso Fill"),
        QT_TRANSLATE_NOOP("Actions", "Fill what lies mostly inside a loop"),
        ("S",),
        icon="lasso",
        group="tool",
    ),
    ActionSpec(
        "rectangle",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Rectangle Fill"),
        QT_TRANSLATE_NOOP("Actions", "Fill what lies mostly inside a rectangle"),
        ("R",),
        icon="rectangle",
        group="tool",
    ),
    ActionSpec(
        "swap_color",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "S&wap Colour"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Give all that has the clicked colour the current one: in this frame, "
            "with Shift from here on, with Ctrl everywhere; decisions too",
        ),
        ("X",),
        icon="swap",
        group="tool",
    ),
    ActionSpec(
        "only_unpainted",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "Fill &Unpainted Only"),
        QT_TRANSLATE_NOOP("Actions", "Bucket, lasso and rectangle leave alone what shows a colour"),
        ("U",),
        group="-",
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
        "accept_frame_next",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "Accept Frame and &Go On"),
        QT_TRANSLATE_NOOP(
            "Actions", "Accept every proposal of this frame, then show the next frame"
        ),
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
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
    ActionSpec(
        "choice_4", "paint", QT_TRANSLATE_NOOP("Actions", "Paint F&ourth Choice"), "", ("4",)
    ),
    ActionSpec(
        "choice_5", "paint", QT_TRANSLATE_NOOP("Actions", "Paint Fift&h Choice"), "", ("5",)
    ),
)
