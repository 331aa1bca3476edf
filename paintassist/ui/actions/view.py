"""The actions of the View menu."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec


def _dock(action_id: str, title: str, key: str) -> ActionSpec:
    """Return what shows or hides a dock, called by the dock's title."""
    return ActionSpec(action_id, "view", title, "", (key,), group="-", context="MainWindow")


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
        "overlay_unpainted",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Unpainted"),
        QT_TRANSLATE_NOOP("Actions", "Ring what has no colour, down to one pixel"),
        ("Ctrl+5",),
        group="overlay",
    ),
    ActionSpec(
        "overlay_traces",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Left-over Traces"),
        QT_TRANSLATE_NOOP("Actions", "Mark the pixels of trace lines that no paint covers"),
        ("Ctrl+6",),
        group="overlay",
    ),
    ActionSpec(
        "overlay_differences",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Differences"),
        QT_TRANSLATE_NOOP("Actions", "Frame what has another colour than in the frame before"),
        ("Ctrl+7",),
        group="overlay",
    ),
    ActionSpec(
        "compare_line",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Compare with &Line Art"),
        QT_TRANSLATE_NOOP("Actions", "Hold the key to see the line art alone"),
        (),
        ("6",),
        held=True,
    ),
    ActionSpec(
        "compare_proposal",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Compare with Pr&oposals"),
        QT_TRANSLATE_NOOP("Actions", "Hold the key to see all proposals, under decisions too"),
        (),
        ("7",),
        held=True,
    ),
    ActionSpec(
        "compare_previous",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Compare with Pre&vious Frame"),
        QT_TRANSLATE_NOOP("Actions", "Hold the key to see the frame before"),
        (),
        ("8",),
        held=True,
    ),
    ActionSpec(
        "compare_reference",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Compare with Re&ference"),
        QT_TRANSLATE_NOOP("Actions", "Hold the key to see what the reference window shows"),
        (),
        ("9",),
        held=True,
    ),
    ActionSpec(
        "onion_skin",
        "view",
        QT_TRANSLATE_NOOP("Actions", "&Onion Skin"),
        QT_TRANSLATE_NOOP("Actions", "Show the lines of the previous and the next frame"),
        ("O",),
        group="-",
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
        "closer",
        "view",
        QT_TRANSLATE_NOOP("Actions", "&Closer and Back"),
        QT_TRANSLATE_NOOP("Actions", "Look closely where the pointer is; once more for the whole"),
        ("A",),
    ),
    ActionSpec(
        "actual_size", "view", QT_TRANSLATE_NOOP("Actions", "Actual &Size"), "", ("Ctrl+0",)
    ),
    ActionSpec(
        "zoom_in", "view", QT_TRANSLATE_NOOP("Actions", "Zoom &In"), "", ("Ctrl++", "Ctrl+=")
    ),
    ActionSpec("zoom_out", "view", QT_TRANSLATE_NOOP("Actions", "Zoom O&ut"), "", ("Ctrl+-",)),
    ActionSpec("turn_left", "view", QT_TRANSLATE_NOOP("Actions", "Turn Left"), "", ("[",)),
    ActionSpec("turn_right", "view", QT_TRANSLATE_NOOP("Actions", "Turn Right"), "", ("]",)),
    ActionSpec("flip_view", "view", QT_TRANSLATE_NOOP("Actions", "Flip View"), "", ("H",)),
    ActionSpec(
        "turn_upright", "view", QT_TRANSLATE_NOOP("Actions", "Upright View"), "", ("Shift+H",)
    ),
    _dock("dock_sheets", QT_TRANSLATE_NOOP("MainWindow", "Sheet"), "Alt+1"),
    _dock("dock_palette", QT_TRANSLATE_NOOP("MainWindow", "Palette"), "Alt+2"),
    _dock("dock_history", QT_TRANSLATE_NOOP("MainWindow", "History"), "Alt+3"),
    _dock("dock_frames", QT_TRANSLATE_NOOP("MainWindow", "Frames"), "Alt+4"),
    _dock("dock_flicker", QT_TRANSLATE_NOOP("MainWindow", "Flicker"), "Alt+5"),
    _dock("dock_navigator", QT_TRANSLATE_NOOP("MainWindow", "Navigator"), "Alt+6"),
    _dock("dock_lost", QT_TRANSLATE_NOOP("MainWindow", "Lost"), "Alt+7"),
)
