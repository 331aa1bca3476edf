"""The project file, one SQLite database: opened, saved and copied."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.document.document import Document
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
from paintassist.io.project_history import delete_history, has_history
from paintassist.io.project_lock import Holder, ProjectLock, take_lock
from paintassist.io.project_reader import read_snapshot
from paintassist.io.project_schema import VERSION, migrate
from paintassist.io.project_store import ProjectFile
from paintassist.io.project_writer import (
    write_snapshot,
)
from paintassist.io.temporary import remove_left_behind


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
