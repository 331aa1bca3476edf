"""What the window remembers of a painter's habits, in one small file."""

from __future__ import annotations

from PySide6.QtCore import QSettings


def open_preferences() -> QSettings:
    """Return the preferences of this user: `window.ini` in the folder for settings."""
    from platformdirs import user_config_path

    path = user_config_path("paintassist", appauthor=False) / "window.ini"
    return QSettings(str(path), QSettings.Format.IniFormat)
