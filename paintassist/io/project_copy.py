"""Copies of a project file while it is written, piece by piece, and with paths that fit."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.io.project_database import BROKEN, check_version, connect, new_file, sentence_of
from paintassist.io.project_lock import Holder, take_lock
from paintassist.io.project_schema import VERSION, migrate
from paintassist.io.project_writer import move_paths

# Pages copied at a time: a painter's edit waits no longer than that takes.
PAGES = 256
# A copy begins anew when somebody writes; after so many times it is made in one go.
PATIENCE = 4


class CopyCancelled(Exception):  # noqa: N818 - giving up is no error
    """Nobody waits for the copy any more."""


class _BusyError(Exception):
    """The project changes faster than it can be copied piece by piece."""


def copy_pages(
    source: sqlite3.Connection, target: sqlite3.Connection, cancelled: Callable[[], bool]
) -> None:
    """Copy a database; whoever writes the source waits for a few pages only.

    Raises
    ------
    CopyCancelled
    sqlite3.Error
    """
    left, restarts = 0, 0

    def told(_: int, remaining: int, __: int) -> None:
        nonlocal left, restarts
        if cancelled():
            raise CopyCancelled
        restarts += remaining > left > 0
        left = remaining
        if restarts > PATIENCE:
            raise _BusyError

    try:
        source.backup(target, pages=PAGES, progress=told, sleep=0.05)
    except _BusyError:
        source.backup(target)


def copy_project(
    source: Path,
    path: Path,
    cancelled: Callable[[], bool] = lambda: False,
    folder: Path | None = None,
) -> bool:
    """Copy a project file to another place, from any thread; False if it was cancelled.

    Parameters
    ----------
    source, path : Path
    cancelled : function
    folder : Path, optional
        To which the paths in `source` belong, if that is not its own folder.

    Raises
    ------
    InputError
        If it cannot be read or written, or the place is that of an open project.
    """
    path = path.absolute()
    lock = take_lock(path) if path.parent.is_dir() else None
    if isinstance(lock, Holder):
        raise InputError(f"{path.name} is open {lock}; choose another name")
    try:
        with closing(connect(source, writes=False)) as connection, new_file(path) as target:
            copy_pages(connection, target, cancelled)
            version = check_version(source, target)
            target.execute("BEGIN")
            if version < VERSION:
                migrate(target, version)
            move_paths(target, folder or source.parent, path.parent)
            target.execute("COMMIT")
    except CopyCancelled:
        return False
    except InputError:
        raise
    except (*BROKEN, OSError) as error:
        raise InputError(sentence_of(path, error)) from error
    finally:
        if lock is not None:
            lock.release()
    return True
