"""Temporary files beside the file that they become, and what a killed program left of them."""

from __future__ import annotations

import os
import re
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

OURS = re.compile(r"\..+-[0-9a-f]{12}\.tmp")


@contextmanager
def temporary_beside(path: Path) -> Iterator[Path]:
    """Make an empty file beside `path`; whoever fills it renames it before the block ends.

    It is gone after the block if it was not renamed. A program that is killed leaves it;
    `remove_left_behind` tells it from one in use by the lock that ends with its process.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    handle, temporary = _make(path)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
        os.close(handle)


def remove_left_behind(path: Path) -> None:
    """Delete our temporary files beside `path` whose programs are no more."""
    with suppress(OSError):
        for left in path.parent.iterdir():
            if OURS.fullmatch(left.name):
                with suppress(OSError):
                    _remove_unless_held(left)


def _create(path: Path) -> tuple[int, Path]:
    # Not `tempfile`: it would make the project private to this user.
    temporary = path.with_name(f".{path.stem}-{uuid.uuid4().hex[:12]}.tmp")
    return os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666), temporary


if sys.platform == "win32":

    def _make(path: Path) -> tuple[int, Path]:
        handle, temporary = _create(path)
        os.close(handle)
        return os.open(os.devnull, os.O_RDONLY), temporary

    def _remove_unless_held(left: Path) -> None:
        # Windows refuses to delete a file that a program has open.
        left.unlink()

else:
    import fcntl

    def _make(path: Path) -> tuple[int, Path]:
        while True:
            handle, temporary = _create(path)
            with suppress(OSError):  # not every network drive knows locks
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if temporary.exists():
                return handle, temporary
            # Somebody tidied up before it was locked.
            os.close(handle)

    def _remove_unless_held(left: Path) -> None:
        handle = os.open(left, os.O_RDWR | os.O_NOFOLLOW)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()
        finally:
            os.close(handle)
