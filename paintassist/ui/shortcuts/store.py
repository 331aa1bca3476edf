"""Keeps the chosen preset and the painter's own keys, per preset."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from paintassist.ui.actions import ACTIONS
from paintassist.ui.actions.keys import KeyMap
from paintassist.ui.shortcuts.presets import PAINT_ASSIST, PRESETS, Preset

PRESET = "shortcuts/preset"


def load_preset(preferences: QSettings) -> Preset:
    """Return the preset in use; a name that nobody knows is as good as none."""
    return PRESETS.get(str(preferences.value(PRESET, "")), PAINT_ASSIST)


def load_keys(preferences: QSettings, preset: Preset) -> KeyMap:
    """Return a preset's keys with the painter's changes.

    What is stored of actions that are gone, or of keys that Qt does not know, counts for nothing.
    """
    keys = preset.keys(ACTIONS)
    for action_id in keys:
        stored = preferences.value(f"shortcuts/{preset.id}/{action_id}")
        if stored is not None:
            keys.assign(action_id, tuple(str(stored).split("\n")))
    return keys


def save_keys(preferences: QSettings, preset: Preset, keys: KeyMap) -> None:
    """Keep a preset as the one in use, and what the painter changed of it."""
    preferences.setValue(PRESET, preset.id)
    preferences.remove(f"shortcuts/{preset.id}")
    for action_id, own in keys.own.items():
        preferences.setValue(f"shortcuts/{preset.id}/{action_id}", "\n".join(own))
    preferences.sync()
