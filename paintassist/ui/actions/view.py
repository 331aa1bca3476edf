"""The actions of the View menu."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

VIEW: tuple[ActionSpec, ...] = (
    ActionSpec(
        "overlay_off",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Off"),
        QT_TRANSLATE_NOOP("Actions", "Show the exact colours and nothing else"),
        ("Ctrl+1",),
        icon="overlay_off",
        group="overlay",
    ),
    ActionSpec(
        "overlay_proposals",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Proposals"),
        QT_TRANSLATE_NOOP("Actions", "Hatch what is proposed and not yet decided"),
        ("Ctrl+2",),
        icon="hatch",
        group="overlay",
    ),
    ActionSpec(
        "overlay_confidence",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Confidence"),
        QT_TRANSLATE_NOOP("Actions", "Outline proposals from doubtful (orange) to certain (blue)"),
        ("Ctrl+3",),
        icon="confidence",
        group="overlay",
    ),
    ActionSpec(
        "overlay_rainbow",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Rainbow"),
        QT_TRANSLATE_NOOP("Actions", "Show every segment in a colour of its own"),
        ("Ctrl+4",),
        icon="rainbow",
        group="overlay",
    ),
    ActionSpec(
        "lines_on_top",
        "view",
        QT_TRANSLATE_NOOP("Actions", "&Trace Lines on Top"),
        QT_TRANSLATE_NOOP("Actions", "Show trace lines over the paint, not the paint as exported"),
        ("Q",),
        icon="lines",
        group="-",
    ),
    ActionSpec("fit", "view", QT_TRANSLATE_NOOP("Actions", "&Fit"), "", ("Shift+Z",), icon="fit"),
    ActionSpec(
        "actual_size", "view", QT_TRANSLATE_NOOP("Actions", "Actual &Size"), "", ("Ctrl+0",)
    ),
    ActionSpec(
        "zoom_in", "view", QT_TRANSLATE_NOOP("Actions", "Zoom &In"), "", ("Ctrl++", "Ctrl+=")
    ),
    ActionSpec("zoom_out", "view", QT_TRANSLATE_NOOP("Actions", "Zoom O&ut"), "", ("Ctrl+-",)),
)
