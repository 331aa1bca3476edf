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
