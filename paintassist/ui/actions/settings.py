"""The actions of the Settings menu."""

from __future__ import annotations

from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP, ActionSpec

SETTINGS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "commands",
        "settings",
        QT_TRANSLATE_NOOP("Actions", "&Commands..."),
        QT_TRANSLATE_NOOP("Actions", "Search all commands and run one"),
        ("Ctrl+K",),
    ),
    ActionSpec(
        "shortcuts",
        "settings",
        QT_TRANSLATE_NOOP("Actions", "Short&cuts..."),
        QT_TRANSLATE_NOOP("Actions", "See and change the keys of all actions"),
        ("Ctrl+Alt+K",),
    ),
    ActionSpec(
        "tour",
        "settings",
        QT_TRANSLATE_NOOP("Actions", "First S&teps"),
        QT_TRANSLATE_NOOP("Actions", "A short tour of the window, on the sample"),
        ("Shift+F1",),
    ),
    ActionSpec(
        "theme_system",
        "settings",
        QT_TRANSLATE_NOOP("Actions", "&System Theme"),
        keys=("Ctrl+Alt+1",),
        group="theme",
    ),
    ActionSpec(
        "theme_dark",
        "settings",
        QT_TRANSLATE_NOOP("Actions", "&Dark Theme"),
        keys=("Ctrl+Alt+2",),
        group="theme",
    ),
    ActionSpec(
        "theme_light",
        "settings",
        QT_TRANSLATE_NOOP("Actions", "&Light Theme"),
        keys=("Ctrl+Alt+3",),
        group="theme",
    ),
    # A language is named in its own words, so that who reads no other one finds it.
    ActionSpec("language_en", "settings", "English", keys=("Ctrl+Alt+7",), group="language"),
    ActionSpec("language_ja", "settings", "日本語", keys=("Ctrl+Alt+8",), group="language"),
    ActionSpec("language_zh_CN", "settings", "简体中文", keys=("Ctrl+Alt+9",), group="language"),
)
