"""The database of a project file: opening, checking, making a new one, and what went wrong."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.io.project_schema import (
    APPLICATION_ID,
    VERSION,
    expected_schema,
    migrate,
    read_schema,
)
from paintassist.io.project_values import DamagedError
from paintassist.io.temporary import temporary_beside

SUFFIX = ".paintassist"
MAGIC = b"SQLite format 3\0"
# How long to wait for another program that holds the file, in seconds.
PATIENCE = 2.0
# What a damaged file can make SQLite and our readers raise; its messages may hold bytes of
# the file that are no text, hence ValueError.
BROKEN = (sqlite3.Error, ValueError, OverflowError, MemoryError)


def connect(path: Path, writes: bool = True) -> sqlite3.Connection:
    """Open a database for durable writing, or only for reading, trusting nothing in it."""
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={'rw' if writes else 'ro'}",
        timeout=PATIENCE,
        isolation_level=None,
        uri=True,
    )
    # EXTRA also syncs the folder after the journal is gone, so that a power cut right after
    # a commit cannot bring the journal, and with it the old state, back.
    try:
        for pragma in (
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "mmap_size = 0",
            "journal_mode = DELETE",
            "synchronous = EXTRA",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def check_header(path: Path) -> None:
    """Refuse what is no SQLite file at all."""
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise InputError(sentence_of(path, error)) from error
    if head != MAGIC:
        raise InputError(f"{path.name} is not a PaintAssist project; open a {SUFFIX} file")


def check_version(path: Path, connection: sqlite3.Connection) -> int:
    """Return the version of a file; strangers, newer and damaged ones are refused."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID or version < 1:
        raise InputError(f"{path.name} is not a PaintAssist project; open a {SUFFIX} file")
    if version > VERSION:
        raise InputError(
            f"{path.name} was made by a newer PaintAssist (format {version}, this one knows "
            f"{VERSION}); update PaintAssist to open it"
        )
    if read_schema(connection) != expected_schema(version):
        raise DamagedError("schema")
    # Not quick_check: that one does not look whether indices agree with their tables.
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise DamagedError("pages")
    return int(version)


def bring_up_to_date(connection: sqlite3.Connection, version: int) -> None:
    """Make a file of an older version one of the newest, in one transaction."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        migrate(connection, version)


def up_to_date_copy(connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
    """Return a copy in memory of a file of an older version that cannot be written."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    bring_up_to_date(copy, version)
    return copy


def remove_stale_journal(path: Path, connection: sqlite3.Connection) -> None:
    """Tidy up a journal that a crash left before it held anything.

    One that holds something was played back and deleted when the file was first read; an
    empty one stays until the next transaction, so make one.
    """
    if Path(f"{path}-journal").exists():
        with suppress(sqlite3.Error):
            connection.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def new_file(path: Path) -> Iterator[sqlite3.Connection]:
    """Fill a temporary file beside `path` and rename it at the end."""
    with temporary_beside(path) as temporary:
        # Nobody else knows the file, so SQLite need not lock it against anybody.
        connection = sqlite3.connect(
            f"{temporary.as_uri()}?nolock=1", isolation_level=None, uri=True
        )
        try:
            # Nobody reads the file before it is complete and renamed: no journal needed.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            yield connection
        finally:
            connection.close()
        _sync(temporary)
        # A journal that a crash left behind belongs to the old file and would spoil the new.
        Path(f"{path}-journal").unlink(missing_ok=True)
        temporary.replace(path)
        _sync(path.parent)


def replace_file(source: Path, path: Path) -> None:
    """Put a copy of one project file in the place of another, atomically."""
    with temporary_beside(path) as temporary:
        shutil.copyfile(source, temporary)
        _sync(temporary)
        Path(f"{path}-journal").unlink(missing_ok=True)
        temporary.replace(path)
        _sync(path.parent)


def _sync(path: Path) -> None:
    """Make a file's or folder's content durable; folders cannot be synced on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sentence_of(path: Path, error: Exception) -> str:
    """Say in one sentence what went wrong with the file, and what helps."""
    code = getattr(error, "sqlite_errorname", "")
    if isinstance(error, FileNotFoundError):
        what = "does not exist; check the path"
    elif isinstance(error, IsADirectoryError):
        what = f"is a folder; open a {SUFFIX} file"
    elif code == "SQLITE_READONLY_DBMOVED":
        what = "was moved or deleted; save the project elsewhere"
    elif isinstance(error, PermissionError) or code.startswith(("SQLITE_READONLY", "SQLITE_PERM")):
        what = "cannot be written or read here; check its rights or save it elsewhere"
    elif code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        what = "is in use by another program; close it there and try again"
    elif code.startswith("SQLITE_FULL") or getattr(error, "errno", None) == errno.ENOSPC:
        what = "does not fit on the disk; free some space and try again"
    elif code.startswith("SQLITE_CANTOPEN"):
        what = "cannot be opened; check its rights and its folder"
    elif code.startswith("SQLITE_IOERR") or isinstance(error, OSError):
        what = "cannot be reached; check the disk or the network and try again"
    else:
        what = "is damaged; open a backup copy of it"
    return f"{path.name} {what}"
