"""Where the files that come with the program lie, in a checkout and in an installed wheel."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """Return the folder `name` of the bundled data; it may not exist.

    The wheel keeps data in `paintassist/_data/`, a checkout beside the package.
    """
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def models_folder() -> Path:
    """Return the folder of bundled models, one subfolder a model."""
    return data_folder("models")


def user_models_folder() -> Path:
    """Return the folder for the user's own models; it may not exist.

    `PAINTASSIST_MODELS` names another one.
    """
    if named := os.environ.get("PAINTASSIST_MODELS"):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("paintassist", appauthor=False) / "models"


def user_backups_folder() -> Path:
    """Return the folder for copies of the user's projects; it may not exist.

    `PAINTASSIST_BACKUPS` names another one.
    """
    if named := os.environ.get("PAINTASSIST_BACKUPS"):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("paintassist", appauthor=False) / "backups"


def user_drafts_folder() -> Path:
    """Return the folder for work that has no project file yet; it may not exist."""
    from platformdirs import user_data_path

    return user_data_path("paintassist", appauthor=False) / "drafts"


def sample_folder() -> Path:
    """Return the bundled sample clip."""
    return data_folder("resources") / "sample"


def cache_folder() -> Path:
    """Return the user's folder for what can be made anew; it may not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("paintassist", appauthor=False)
