"""A lock between processes that ends with the process that holds it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from paintassist.core.errors import InputError


@contextmanager
def file_lock(path: Path, problem: str) -> Iterator[None]:
    """Hold a lock file; it stays there, empty.

    Raises
    ------
    InputError
        With `problem` if another process or thread holds it.
    """
    try:
        stream = path.open("ab")
    except OSError as error:
        raise InputError(
            f"{path} cannot be written ({error.strerror}); make it writable"
        ) from error
    with stream:
        try:
            _lock(stream)
        except OSError as error:
            raise InputError(problem) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: BinaryIO) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
