"""Paths in a project file: relative where possible, and never out of their folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from paintassist.core.errors import InputError


def store_path(path: Path | None, folder: Path) -> str | None:
    """Return how a path is written into a project in `folder`.

    Files in the folder (or below it) are relative, with forward slashes; those elsewhere
    are absolute, because the painter chose them there.
    """
    if path is None:
        return None
    absolute = path.absolute()
    if not _inside(absolute, folder):
        return str(absolute)
    return absolute.relative_to(folder.absolute()).as_posix()


def restore_path(text: str | None, folder: Path) -> Path | None:
    """Return the path that `store_path` wrote; None if it cannot be trusted or used here.

    A relative path must stay in the folder: no "..", no drive letter, no link that leads
    out. An absolute path must be one of this system.
    """
    if not text or "\0" in text:
        return None
    if Path(text).is_absolute():
        return Path(text)
    foreign = PureWindowsPath(text)
    if foreign.drive or foreign.root or "\\" in text or ".." in PurePosixPath(text).parts:
        return None
    path = folder.absolute() / text
    return path if _inside(path, folder) else None


def is_name(text: str) -> bool:
    """Tell whether a frame's or sheet's name can be part of a file name."""
    forbidden = set('/\\\0:*?"<>|')
    return (
        0 < len(text) <= 255
        and text not in (".", "..")
        and not forbidden & set(text)
        and text.isprintable()
    )


def checked_name(name: str) -> str:
    """Return the name of a frame or sheet.

    Raises
    ------
    InputError
        If it cannot be one.
    """
    if not is_name(name):
        raise InputError(f"'{name}' cannot be the name of a frame or sheet; rename the file")
    return name


def _inside(path: Path, folder: Path) -> bool:
    """Tell whether a path lies in a folder by its words and with all links followed."""
    try:
        return path.is_relative_to(folder.absolute()) and path.resolve().is_relative_to(
            folder.resolve()
        )
    except (OSError, RuntimeError, ValueError):
        return False
