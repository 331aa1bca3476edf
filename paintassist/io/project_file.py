"""The project file: one SQLite database, every edit one durable transaction.

Why a rollback journal and not a write-ahead log: docs/decisions/0006-project-file.md.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.document.document import Document
from paintassist.document.edits import Atom
from paintassist.document.frame import Frame
from paintassist.document.history import Step
from paintassist.document.store import JsonValue, Settings
from paintassist.io.project_history import delete_history, has_history, write_step
from paintassist.io.project_maps import drop_unused_maps
from paintassist.io.project_reader import read_snapshot
from paintassist.io.project_schema import (
    APPLICATION_ID,
    VERSION,
    expected_schema,
    migrate,
    read_schema,
)
from paintassist.io.project_values import DamagedError
from paintassist.io.project_writer import (
    move_paths,
    write_atom,
    write_frames,
    write_json,
    write_label_map,
    write_settings,
    write_snapshot,
)
from paintassist.io.temporary import remove_left_behind, temporary_beside

SUFFIX = ".paintassist"
MAGIC = b"SQLite format 3\0"
# How long to wait for another program that holds the file, in seconds.
PATIENCE = 2.0
# What a damaged file can make SQLite and our readers raise; its messages may hold bytes of
# the file that are no text, hence ValueError.
BROKEN = (sqlite3.Error, ValueError, OverflowError, MemoryError)


class ProjectFile:
    """A `Store` in a project file that is open; see `open_project` and `save_as`.

    Every method is one transaction, on the disk when it returns. `InputError` means that
    nothing was changed.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._version = self._data_version()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def write_atoms(self, atoms: Sequence[Atom], step: Step) -> None:
        """See `Store.write_atoms`."""
        folder = self._path.parent
        with self._transaction() as connection:
            # First the edit: it holds the label maps that its atoms take away.
            loose = write_step(connection, step, folder)
            for atom in atoms:
                write_atom(connection, atom, folder)
            drop_unused_maps(connection, loose)

    def forget_history(self) -> None:
        """See `Store.forget_history`."""
        with self._transaction() as connection:
            delete_history(connection)

    def write_frames(self, frames: Sequence[Frame]) -> None:
        """See `Store.write_frames`."""
        with self._transaction() as connection:
            write_frames(connection, frames, self._path.parent)

    def write_label_map(self, frame: Frame, forgets_history: bool = False) -> None:
        """See `Store.write_label_map`."""
        with self._transaction() as connection:
            if forgets_history:
                delete_history(connection)
            write_label_map(connection, frame)

    def write_settings(self, settings: Settings) -> None:
        """See `Store.write_settings`."""
        with self._transaction() as connection:
            write_settings(connection, settings)

    def write_view(self, key: str, value: JsonValue) -> None:
        """See `Store.write_view`."""
        with self._transaction() as connection:
            write_json(connection, "view", key, value)

    def copy_to(self, path: Path) -> None:
        """Write a copy with paths that fit its folder; an existing file is replaced."""
        with _new_file(path) as connection:
            self._connection.backup(connection)
            connection.execute("BEGIN")
            move_paths(connection, self._path.parent, path.parent)
            connection.execute("COMMIT")

    def close(self) -> None:
        """See `Store.close`."""
        self._connection.close()

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                if self._data_version() != self._version:
                    raise InputError(
                        f"{self._path.name} was changed by another window; open it again"
                    )
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
        except InputError:
            raise
        except BROKEN as error:
            raise InputError(_sentence(self._path, error)) from error


def open_project(path: Path) -> Document:
    """Open a project file; every edit of the document is kept in it from now on.

    Raises
    ------
    InputError
        If the file is missing, damaged, of a newer version, or no project file.
    """
    path = path.absolute()
    _check_header(path)
    try:
        connection = _connect(path)
        try:
            _check_version(path, connection)
            _remove_stale_journal(path, connection)
            remove_left_behind(path)
            snapshot = read_snapshot(connection, path.parent)
            if not snapshot.edits and has_history(connection):
                with connection:
                    connection.execute("BEGIN IMMEDIATE")
                    delete_history(connection)
            return Document(snapshot, ProjectFile(path, connection))
        except BaseException:
            connection.close()
            raise
    except InputError:
        raise
    except BROKEN as error:
        raise InputError(_sentence(path, error)) from error


def save_as(document: Document, path: Path) -> None:
    """Write the document to a new file, atomically, and keep every later edit there.

    Works for documents that were in memory only and for those that have a file already,
    which stays as it is. An existing file at `path` is replaced.

    Raises
    ------
    InputError
        If the file cannot be written; then nothing changed.
    """
    path = path.absolute()
    store = document.store
    if store is not None and _same_file(store.path, path):
        return
    save_copy(document, path)
    try:
        document.attach(ProjectFile(path, _connect(path)))
    except sqlite3.Error as error:
        raise InputError(_sentence(path, error)) from error


def save_copy(document: Document, path: Path) -> None:
    """Write the document to a new file, atomically, and go on with the one it has.

    Raises
    ------
    InputError
        If the file cannot be written; then nothing changed.
    """
    path = path.absolute()
    try:
        if isinstance(document.store, ProjectFile):
            document.store.copy_to(path)
        else:
            with _new_file(path) as connection:
                connection.execute("BEGIN")
                migrate(connection, 0)
                write_snapshot(connection, document.snapshot(), path.parent)
                connection.execute("COMMIT")
    except (sqlite3.Error, OSError) as error:
        raise InputError(_sentence(path, error)) from error


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _connect(path: Path) -> sqlite3.Connection:
    """Open a database for durable writing, trusting nothing in it."""
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=rw", timeout=PATIENCE, isolation_level=None, uri=True
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


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise InputError(_sentence(path, error)) from error
    if head != MAGIC:
        raise InputError(f"{path.name} is not a PaintAssist project; open a {SUFFIX} file")


def _check_version(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse strangers and newer files; bring older files up to date."""
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
    if version < VERSION:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            migrate(connection, version)


def _remove_stale_journal(path: Path, connection: sqlite3.Connection) -> None:
    """Tidy up a journal that a crash left before it held anything.

    One that holds something was played back and deleted when the file was first read; an
    empty one stays until the next transaction, so make one.
    """
    if Path(f"{path}-journal").exists():
        with suppress(sqlite3.Error):
            connection.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def _new_file(path: Path) -> Iterator[sqlite3.Connection]:
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


def _sync(path: Path) -> None:
    """Make a file's or folder's content durable; folders cannot be synced on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sentence(path: Path, error: Exception) -> str:
    """Say in one sentence what went wrong with the file, and what helps."""
    code = getattr(error, "sqlite_errorname", "")
    if isinstance(error, FileNotFoundError):
        what = "does not exist; check the path"
    elif isinstance(error, IsADirectoryError):
        what = f"is a folder; open a {SUFFIX} file"
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
