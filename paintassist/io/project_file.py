"""The project file: one SQLite database, every edit one durable transaction.

Why a rollback journal and not a write-ahead log: docs/decisions/0006-project-file.md.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.document.document import Document
from paintassist.document.edits import Atom
from paintassist.document.frame import Frame
from paintassist.document.history import Step
from paintassist.document.sources import SheetPlace, SourceFile
from paintassist.document.store import JsonValue, Settings
from paintassist.io.backups import keep_present
from paintassist.io.project_database import (
    BROKEN,
    bring_up_to_date,
    check_header,
    check_version,
    connect,
    new_file,
    remove_stale_journal,
    sentence_of,
    up_to_date_copy,
)
from paintassist.io.project_history import delete_history, has_history, write_step
from paintassist.io.project_lock import Holder, ProjectLock, take_lock
from paintassist.io.project_maps import drop_unused_maps
from paintassist.io.project_reader import read_snapshot
from paintassist.io.project_schema import VERSION, migrate
from paintassist.io.project_versions import (
    Version,
    delete_version,
    list_versions,
    make_version,
    put_back_version,
    rename_version,
)
from paintassist.io.project_writer import (
    move_paths,
    write_atom,
    write_frames,
    write_json,
    write_label_map,
    write_settings,
    write_sheet_places,
    write_snapshot,
    write_sources,
)
from paintassist.io.temporary import remove_left_behind


class ProjectFile:
    """A `Store` in a project file that is open; see `open_project` and `save_as`.

    Every method is one transaction, on the disk when it returns. `InputError` means that
    nothing was changed.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        lock: ProjectLock | None = None,
        refusal: str = "",
    ) -> None:
        self._path = path
        self._connection = connection
        self._lock = lock
        self._refusal = refusal
        self._version = self._data_version()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def refusal(self) -> str:
        """See `Store.refusal`."""
        return self._refusal

    def renew_lock(self) -> bool:
        """Say that the window lives, once a minute; False once somebody took the file over."""
        if self._lock is not None and not self._refusal and not self._lock.renew():
            self._refusal = (
                f"{self._path.name} was opened elsewhere while this computer slept; "
                "save it under another name to go on"
            )
        return not self._refusal

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

    def write_sources(self, files: Sequence[SourceFile]) -> None:
        """See `Store.write_sources`."""
        with self._transaction() as connection:
            write_sources(connection, files, self._path.parent)

    def write_sheet_places(self, places: Mapping[str, SheetPlace]) -> None:
        """See `Store.write_sheet_places`."""
        with self._transaction() as connection:
            write_sheet_places(connection, places, self._path.parent)

    def write_settings(self, settings: Settings) -> None:
        """See `Store.write_settings`."""
        with self._transaction() as connection:
            write_settings(connection, settings)

    def write_view(self, key: str, value: JsonValue) -> None:
        """See `Store.write_view`."""
        with self._transaction() as connection:
            write_json(connection, "view", key, value)

    @property
    def is_in_reach(self) -> bool:
        """Whether the file can still be read."""
        try:
            return self._path.exists() and self._data_version() > 0
        except sqlite3.Error:
            return False

    def list_versions(self) -> list[Version]:
        """Return the named versions, newest first.

        Raises
        ------
        InputError
            If they cannot be read.
        """
        try:
            return list_versions(self._connection)
        except BROKEN as error:
            raise InputError(sentence_of(self._path, error)) from error

    def make_version(self, name: Callable[[int], str]) -> tuple[Version, bool]:
        """Keep what the project holds now; see `project_versions.make_version`."""
        with self._transaction() as connection:
            return make_version(connection, name)

    def rename_version(self, key: int, name: str) -> None:
        """Give a version another name."""
        with self._transaction() as connection:
            rename_version(connection, key, name)

    def delete_version(self, key: int) -> None:
        """Keep a version no more."""
        with self._transaction() as connection:
            delete_version(connection, key)

    def go_back_to(self, key: int, name: Callable[[int], str]) -> Document:
        """Make the project what a version holds; what it holds now is a version first.

        Parameters
        ----------
        key : int
        name : function of int
            Names the version of the present, see `make_version`.

        Returns
        -------
        Document
            With this store; whoever held it lets go of the old document.
        """
        with self._transaction() as connection:
            make_version(connection, name)
            put_back_version(connection, key)
            delete_history(connection)
            snapshot = read_snapshot(connection, self._path.parent)
        return Document(snapshot, self)

    def copy_to(self, path: Path) -> None:
        """Write a copy with paths that fit its folder; an existing file is replaced."""
        with new_file(path) as connection:
            self._connection.backup(connection)
            connection.execute("BEGIN")
            move_paths(connection, self._path.parent, path.parent)
            connection.execute("COMMIT")

    def close(self) -> None:
        """See `Store.close`."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        if self._refusal:
            raise InputError(self._refusal)
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
            raise InputError(sentence_of(self._path, error)) from error


def open_project(path: Path, writes: bool = True) -> Document:
    """Open a project file; every edit of the document is kept in it from now on.

    Where it cannot be written, or another window has it, it is read-only: every edit is
    refused with `Store.refusal`. Without `writes` it is, too, and in no window's way.

    Raises
    ------
    InputError
        If the file is missing, damaged, of a newer version, or no project file.
    """
    path = path.absolute()
    check_header(path)
    lock = take_lock(path) if writes else Holder()
    held = lock if isinstance(lock, ProjectLock) else None
    try:
        refusal = _why_read_only(path, lock)
        connection = connect(path, writes=not refusal)
        try:
            version = check_version(path, connection)
            if not refusal:
                _tidy_up(path, connection, version)
            elif version < VERSION:
                connection = up_to_date_copy(connection, version)
            snapshot = read_snapshot(connection, path.parent)
            if not refusal and not snapshot.edits and has_history(connection):
                with connection:
                    connection.execute("BEGIN IMMEDIATE")
                    delete_history(connection)
            return Document(snapshot, ProjectFile(path, connection, held, refusal))
        except BaseException:
            connection.close()
            raise
    except BaseException as error:
        if held is not None:
            held.release()
        if isinstance(error, BROKEN) and not isinstance(error, InputError):
            raise InputError(sentence_of(path, error)) from error
        raise


def _why_read_only(path: Path, lock: ProjectLock | Holder | None) -> str:
    """Return why a file cannot be written, in one sentence; empty if it can."""
    if isinstance(lock, Holder):
        return (
            f"{path.name} is open {lock}, so it is read-only here; "
            "close it there and open it again, or save a copy"
        )
    if lock is None or not os.access(path, os.W_OK):
        return f"{path.name} lies where nothing can be written; save a copy elsewhere to paint"
    return ""


def _tidy_up(path: Path, connection: sqlite3.Connection, version: int) -> None:
    """Bring a file up to date that is ours alone, and remove what a crash left beside it."""
    if version < VERSION:
        keep_present(path)
        bring_up_to_date(connection, version)
    remove_stale_journal(path, connection)
    remove_left_behind(path)


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
    if store is not None and same_file(store.path, path):
        if store.refusal:
            raise InputError(store.refusal)
        return
    lock = _lock_for_writing(path)
    try:
        _write_copy(document, path)
        document.attach(ProjectFile(path, connect(path), lock))
    except BaseException as error:
        if lock is not None:
            lock.release()
        if isinstance(error, sqlite3.Error):
            raise InputError(sentence_of(path, error)) from error
        raise


def save_copy(document: Document, path: Path) -> None:
    """Write the document to a new file, atomically, and go on with the one it has.

    Raises
    ------
    InputError
        If the file cannot be written, or it is the one it has; then nothing changed.
    """
    path = path.absolute()
    if document.store is not None and same_file(document.store.path, path):
        raise InputError(f"{path.name} is the project itself; choose another name for the copy")
    lock = _lock_for_writing(path)
    try:
        _write_copy(document, path)
    finally:
        if lock is not None:
            lock.release()


def _lock_for_writing(path: Path) -> ProjectLock | None:
    lock = take_lock(path) if path.parent.is_dir() else None
    if isinstance(lock, Holder):
        raise InputError(f"{path.name} is open {lock}; choose another name")
    return lock


def _write_copy(document: Document, path: Path) -> None:
    """Copy the document's file, versions and all; if it is out of reach, what is in memory."""
    try:
        if isinstance(document.store, ProjectFile) and document.store.is_in_reach:
            document.store.copy_to(path)
            return
        with new_file(path) as connection:
            connection.execute("BEGIN")
            migrate(connection, 0)
            write_snapshot(connection, document.snapshot(), path.parent)
            connection.execute("COMMIT")
    except (sqlite3.Error, OSError) as error:
        raise InputError(sentence_of(path, error)) from error


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except OSError:
        return False
