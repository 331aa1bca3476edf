"""The actions of the Review menu."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

REVIEW: tuple[ActionSpec, ...] = (
    ActionSpec(
        "next_doubtful",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Next Doubtful"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next segment whose proposal is doubtful"),
        ("N",),
        ("Tab",),
        icon="next_doubtful",
    ),
    ActionSpec(
        "previous_doubtful",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Previous Doubtful"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the doubtful segment before"),
        ("P",),
        ("Shift+Tab",),
        icon="previous_doubtful",
    ),
    ActionSpec(
        "later",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Later"),
        QT_TRANSLATE_NOOP("Actions", "Leave the outlined segment for the end and go on"),
        ("L",),
    ),
    ActionSpec(
        "next_changed",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Next C&hanged"),
        QT_TRANSLATE_NOOP("Actions", "Step through what the last correction changed elsewhere"),
        ("M",),
    ),
    ActionSpec(
        "previous_changed",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Previous Chan&ged"),
        QT_TRANSLATE_NOOP("Actions", "Step back through what the last correction changed"),
        ("Shift+M",),
    ),
    ActionSpec(
        "carry_on",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Accept and Carry &On"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Accept the outlined segment and all that is not doubtful, frame by frame, "
            "up to the first doubtful one",
        ),
        (),
        ("Shift+Return", "Shift+Enter"),
    ),
    ActionSpec(
        "accept_certain",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Accept &Certain Ones of Frame"),
        QT_TRANSLATE_NOOP("Actions", "Accept the proposals of this frame above the threshold"),
        ("C",),
    ),
    ActionSpec(
        "accept_certain_all",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Accept Certain Ones of &All Frames"),
        QT_TRANSLATE_NOOP("Actions", "Accept the proposals of all frames above the threshold"),
        ("Shift+C",),
    ),
    ActionSpec(
        "accept_above",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Accept Abo&ve..."),
        QT_TRANSLATE_NOOP("Actions", "Choose the threshold, see how many it means, and accept"),
        ("Ctrl+Shift+A",),
    ),
    ActionSpec(
        "accept_color",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Accept This Colour in F&rame"),
        QT_TRANSLATE_NOOP(
            "Actions", "Accept what is proposed in the colour of the outlined segment"
        ),
        ("V",),
    ),
    ActionSpec(
        "accept_color_all",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Accept This Colour in All Fra&mes"),
        QT_TRANSLATE_NOOP("Actions", "The same in all frames"),
        ("Shift+V",),
    ),
    ActionSpec(
        "accept_part",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Accept This Par&t in All Frames"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Accept what is proposed for the part of the outlined segment, frame by frame",
        ),
        ("J",),
    ),
    ActionSpec(
        "next_finding",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Next F&inding"),
        QT_TRANSLATE_NOOP(
            "Actions", "Go to the next thing that the inspection before an export found"
        ),
        ("F8",),
    ),
    ActionSpec(
        "previous_finding",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Previous Findin&g"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the finding before"),
        ("Shift+F8",),
    ),
    ActionSpec(
        "lock",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Loc&k Segment"),
        QT_TRANSLATE_NOOP("Actions", "No tool changes its colour; once more to unlock"),
        ("Z",),
    ),
    ActionSpec(
        "lock_frame",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Loc&k Frame"),
        QT_TRANSLATE_NOOP("Actions", "Lock all that has a colour; once more to unlock"),
        ("Ctrl+Shift+L",),
    ),
    ActionSpec(
        "previous_frame", "review", QT_TRANSLATE_NOOP("Actions", "Previous &Frame"), "", ("F",)
    ),
    ActionSpec("next_frame", "review", QT_TRANSLATE_NOOP("Actions", "Next F&rame"), "", ("G",)),
    ActionSpec(
        "propose",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Propose &Again"),
        QT_TRANSLATE_NOOP("Actions", "Carry on proposing after a cancel"),
        ("F5",),
        icon="propose",
    ),
    ActionSpec(
        "cancel",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Cancel Work"),
        "",
        ("Escape",),
        icon="cancel",
    ),
)
