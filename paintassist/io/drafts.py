"""Work that has no project file yet, kept all the same: what a crash leaves can be opened."""

from __future__ import annotations

import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from paintassist.io.atomic import ensure_folder
from paintassist.io.project_database import SUFFIX
from paintassist.io.project_lock import ProjectLock, lock_path, take_lock
from paintassist.resources import user_drafts_folder

FORBIDDEN = set('/\\\0:*?"<>|')


@dataclass(frozen=True)
class Draft:
    """A draft that no window has open.

    Attributes
    ----------
    path : Path
    title : str
        What the painter saw as the title.
    changed : datetime
        Local time.
    """

    path: Path
    title: str
    changed: datetime


def new_draft(title: str) -> Path:
    """Return a path for a new draft.

    Raises
    ------
    InputError
        If there is no place for it.
    """
    name = "".join("_" if mark in FORBIDDEN or not mark.isprintable() else mark for mark in title)
    return ensure_folder(user_drafts_folder()) / f"{name[:60]}-{uuid.uuid4().hex[:8]}{SUFFIX}"


def list_drafts() -> list[Draft]:
    """Return the drafts that windows left which are no more, newest first."""
    drafts: list[Draft] = []
    with suppress(OSError):
        for path in user_drafts_folder().glob(f"*{SUFFIX}"):
            lock = take_lock(path)
            if isinstance(lock, ProjectLock):
                lock.release()
                changed = datetime.fromtimestamp(path.stat().st_mtime)
                drafts.append(Draft(path, path.stem.rpartition("-")[0], changed))
    return sorted(drafts, key=lambda draft: draft.changed, reverse=True)


def delete_draft(path: Path) -> None:
    """Delete a draft that was saved or is not wanted."""
    for gone in (path, Path(f"{path}-journal"), lock_path(path)):
        with suppress(OSError):
            gone.unlink()
