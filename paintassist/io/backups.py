"""Rotating copies of project files in the user's data folder.

Not beside the project: there they would be lost with its folder or its drive, and litter what
teams share. Each project has a folder of its own, named after it and its path.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.io.atomic import ensure_folder, write_atomic
from paintassist.io.project_copy import CopyCancelled, copy_pages
from paintassist.io.project_database import (
    BROKEN,
    SUFFIX,
    check_header,
    check_version,
    connect,
    new_file,
    replace_file,
    sentence_of,
)
from paintassist.io.project_lock import Holder, take_lock
from paintassist.io.project_versions import count_work
from paintassist.resources import user_backups_folder

log = logging.getLogger(__name__)

NAME = "%Y-%m-%d %H-%M-%S"
ORIGIN = "project.txt"
NEWEST, DAYS, WEEKS = 12, 14, 8
# What is kept of one project in all; the newest copy stays whatever its size.
MOST_BYTES = 2 * 1024**3


@dataclass(frozen=True)
class Backup:
    """A copy of a project.

    Attributes
    ----------
    path : Path
        The copy.
    project : Path
        What it is a copy of.
    made : datetime
        Local time.
    size : int
        Bytes.
    """

    path: Path
    project: Path
    made: datetime
    size: int


def folder_of(project: Path) -> Path:
    """Return where the copies of a project lie."""
    where = project.absolute()
    with suppress(OSError):
        where = where.resolve()
    key = hashlib.blake2b(str(where).encode(), digest_size=6).hexdigest()
    return user_backups_folder() / f"{project.stem[:60]}-{key}"


def list_backups(project: Path | None = None) -> list[Backup]:
    """Return the copies of one project, or of all, newest first."""
    root = user_backups_folder()
    with suppress(OSError):
        folders = [folder_of(project)] if project else list(root.iterdir())
        found = [backup for folder in folders for backup in _in_folder(folder)]
        return sorted(found, key=lambda backup: backup.made, reverse=True)
    return []


def _in_folder(folder: Path) -> Iterable[Backup]:
    try:
        project = Path((folder / ORIGIN).read_text(encoding="utf-8").strip())
        paths = list(folder.glob(f"*{SUFFIX}"))
    except (OSError, ValueError):
        return
    for path in paths:
        with suppress(OSError, ValueError):
            made = datetime.strptime(path.stem[:19], NAME)
            yield Backup(path, project, made, path.stat().st_size)


def describe_backup(backup: Backup) -> dict[str, int]:
    """Return how many frames, segments and decisions a copy holds; nothing if it is damaged."""
    try:
        with closing(connect(backup.path, writes=False)) as connection:
            return count_work(connection)
    except BROKEN:
        return {}


def make_backup(project: Path, cancelled: Callable[[], bool] = lambda: False) -> Backup | None:
    """Copy a project unless a copy holds the same; forget copies that are too many.

    May run in any thread while the project is edited.

    Raises
    ------
    InputError
        If it cannot be copied.
    """
    project = project.absolute()
    folder = ensure_folder(folder_of(project))
    if not (folder / ORIGIN).exists():
        write_atomic(folder / ORIGIN, str(project).encode())
    before = list_backups(project)
    path = _free_name(folder, before)
    try:
        with (
            closing(connect(project, writes=False)) as source,
            new_file(path) as target,
        ):
            copy_pages(source, target, cancelled)
    except CopyCancelled:
        return None
    except (sqlite3.Error, OSError) as error:
        raise InputError(f"no backup was made: {sentence_of(project, error)}") from error
    if any(_same(path, backup.path) for backup in before):
        path.unlink()
        return None
    _rotate(project)
    return next(backup for backup in list_backups(project) if backup.path == path)


def _free_name(folder: Path, before: Sequence[Backup]) -> Path:
    """Return a name that sorts behind all others, whatever the clock says."""
    now = datetime.now()
    if before:
        now = max(now, before[0].made + timedelta(seconds=1))
    return folder / (now.strftime(NAME) + SUFFIX)


def _same(one: Path, other: Path) -> bool:
    """Tell whether two copies hold the same, but for SQLite's counters in the header."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        heads = [bytearray(file.read(4096)) for file in (first, second)]
        for head in heads:
            head[24:28], head[92:100] = bytes(4), bytes(8)
        if heads[0] != heads[1]:
            return False
        while chunk := first.read(1 << 20):
            if chunk != second.read(1 << 20):
                return False
    return True


def too_many(times: Sequence[datetime], now: datetime) -> list[datetime]:
    """Return which copies go: all but the newest, the last of each day, the last of each week.

    Parameters
    ----------
    times : sequence of datetime
        Newest first.
    """
    keep = set(times[:NEWEST])
    days: dict[object, datetime] = {}
    weeks: dict[object, datetime] = {}
    for made in times:
        if now - made < timedelta(days=DAYS):
            days.setdefault(made.date(), made)
        if now - made < timedelta(weeks=WEEKS):
            weeks.setdefault(made.isocalendar()[:2], made)
    keep |= set(days.values()) | set(weeks.values())
    return [made for made in times if made not in keep]


def _rotate(project: Path) -> None:
    backups = list_backups(project)
    gone = set(too_many([backup.made for backup in backups], datetime.now()))
    total = 0
    for number, backup in enumerate(backups):
        total += backup.size
        if backup.made in gone or (number and total > MOST_BYTES):
            with suppress(OSError):
                backup.path.unlink()


def restore_backup(backup: Backup, project: Path) -> None:
    """Make a project what a copy of it was; the present is kept as a backup first.

    The project must not be open anywhere.

    Raises
    ------
    InputError
        If the copy is damaged, the project is open, or it cannot be written.
    """
    check_backup(backup)
    lock = take_lock(project)
    if isinstance(lock, Holder):
        raise InputError(f"{project.name} is open {lock}; close it there first")
    try:
        if project.exists():
            keep_present(project)
        replace_file(backup.path, project)
    except OSError as error:
        raise InputError(sentence_of(project, error)) from error
    finally:
        if lock is not None:
            lock.release()


def check_backup(backup: Backup) -> None:
    """Refuse a copy that cannot be opened; raises `InputError`."""
    check_header(backup.path)
    try:
        with closing(connect(backup.path, writes=False)) as connection:
            check_version(backup.path, connection)
    except InputError:
        raise
    except BROKEN as error:
        raise InputError(sentence_of(backup.path, error)) from error


def keep_present(project: Path) -> None:
    """Keep a project as it is now, even if it is damaged."""
    try:
        make_backup(project)
    except InputError:
        log.warning("%s cannot be copied as a project; its bytes are kept", project.name)
        target = _free_name(folder_of(project), list_backups(project))
        shutil.copyfile(project, target)
