"""The actions of the Settings menu."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

SETTINGS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "theme_system", "settings", QT_TRANSLATE_NOOP("Actions", "&System Theme"), group="theme"
    ),
    ActionSpec(
        "theme_dark", "settings", QT_TRANSLATE_NOOP("Actions", "&Dark Theme"), group="theme"
    ),
    ActionSpec(
        "theme_light", "settings", QT_TRANSLATE_NOOP("Actions", "&Light Theme"), group="theme"
    ),
)
