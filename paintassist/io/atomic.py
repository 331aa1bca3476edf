"""Writing files so that readers see the old one or the new one, never a half."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from paintassist.core.errors import InputError
from paintassist.io.temporary import temporary_beside


def ensure_folder(path: Path | str) -> Path:
    """Make a folder and its parents if they are missing.

    Raises
    ------
    InputError
        If it cannot be made.
    """
    path = Path(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise InputError(f"{path} is in the way, it is a file; choose another folder") from error
    except OSError as error:
        raise _cannot_write(path, error) from error
    return path


@contextmanager
def atomic_writer(path: Path | str) -> Iterator[BinaryIO]:
    """Write a file through a temporary one in the same folder.

    The file appears under its name when the block ends well; otherwise nothing changes.

    Raises
    ------
    InputError
        If the folder or the file cannot be written.
    """
    path = Path(path)
    try:
        with temporary_beside(path) as temporary:
            with temporary.open("r+b") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error


def write_atomic(path: Path | str, data: bytes) -> None:
    """Write bytes; see `atomic_writer`."""
    with atomic_writer(path) as stream:
        stream.write(data)


def _cannot_write(path: Path, error: OSError) -> InputError:
    reason = error.strerror or str(error)
    return InputError(f"{path} cannot be written ({reason}); choose another folder or make room")
