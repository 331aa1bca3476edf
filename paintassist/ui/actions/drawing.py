"""The actions of the Drawing menu: what a painter changes of the line art, for this frame only."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

DRAWING: tuple[ActionSpec, ...] = (
    ActionSpec(
        "gap_pen",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "&Gap Pen"),
        QT_TRANSLATE_NOOP("Actions", "Draw an invisible line where the drawing is open"),
        ("B",),
        icon="gap_pen",
        group="tool",
    ),
    ActionSpec(
        "find_leak",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "&Why Doesn't This Fill?"),
        QT_TRANSLATE_NOOP(
            "Actions", "Click where a fill runs out: its leak is marked, with Shift closed"
        ),
        ("W",),
        group="tool",
    ),
    ActionSpec(
        "close_gaps",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "&Close Gaps..."),
        QT_TRANSLATE_NOOP("Actions", "Close the gaps of this frame up to a width, with a preview"),
        ("Ctrl+G",),
    ),
    ActionSpec(
        "gap_eraser",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Gap &Eraser"),
        QT_TRANSLATE_NOOP("Actions", "Take away the invisible lines that a stroke passes"),
        ("Shift+B",),
        group="tool",
    ),
    ActionSpec(
        "split",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "S&plit Segment"),
        QT_TRANSLATE_NOOP("Actions", "Part the segment under a stroke, which goes on to its lines"),
        ("T",),
        icon="split",
        group="tool",
    ),
    ActionSpec(
        "merge",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "&Merge Segments"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Make one segment of those under a stroke; Shift+click parts it again",
        ),
        ("Y",),
        icon="merge",
        group="tool",
    ),
    ActionSpec(
        "mark_part",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Mar&k Part"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Say that the segments under a stroke belong to the part of the current colour; "
            "with Shift, that they have its tone",
        ),
        ("Shift+T",),
        icon="mark",
        group="tool",
    ),
    ActionSpec(
        "mark_eraser",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Er&ase Marks"),
        QT_TRANSLATE_NOOP("Actions", "Take back what was said of the segments under a stroke"),
        ("Shift+Y",),
        group="tool",
    ),
    ActionSpec(
        "trace_red",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Trace Line, &Red"),
        QT_TRANSLATE_NOOP("Actions", "Draw a highlight line; Shift erases"),
        ("E",),
        group="tool",
    ),
    ActionSpec(
        "trace_blue",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Trace Line, &Blue"),
        QT_TRANSLATE_NOOP("Actions", "Draw a shadow line; Shift erases"),
        ("Shift+E",),
        group="tool",
    ),
    ActionSpec(
        "trace_green",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Trace Line, Gree&n"),
        QT_TRANSLATE_NOOP("Actions", "Draw a line of the second shadow; Shift erases"),
        ("Ctrl+Shift+E",),
        group="tool",
    ),
    ActionSpec(
        "trace_eraser",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Trace &Line Eraser"),
        QT_TRANSLATE_NOOP("Actions", "Take trace lines away; main lines stay"),
        ("D",),
        group="tool",
    ),
    ActionSpec(
        "trace_thicker",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Trace Line &Thicker"),
        QT_TRANSLATE_NOOP("Actions", "Make the trace lines to be drawn, or their eraser, wider"),
        (".",),
    ),
    ActionSpec(
        "trace_thinner",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Trace Line T&hinner"),
        QT_TRANSLATE_NOOP("Actions", "Make the trace lines to be drawn, or their eraser, narrower"),
        (",",),
    ),
    ActionSpec(
        "remove_dust",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "Remove &Dust..."),
        QT_TRANSLATE_NOOP("Actions", "List specks up to a size; they take the colour around them"),
        ("Ctrl+D",),
    ),
    ActionSpec(
        "line_art",
        "drawing",
        QT_TRANSLATE_NOOP("Actions", "How L&ine Art Is Read..."),
        QT_TRANSLATE_NOOP(
            "Actions", "Say what trace lines and areas filled in by the animator mean"
        ),
        ("Ctrl+L",),
    ),
)
