"""The store in an open project file: every edit one durable transaction.

Why a rollback journal and not a write-ahead log: docs/decisions/0006-project-file.md.
"""

from __future__ import annotations

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
from paintassist.io.project_database import (
    BROKEN,
    new_file,
    sentence_of,
)
from paintassist.io.project_frames import write_frames, write_label_map, write_sources
from paintassist.io.project_history import delete_history, write_step
from paintassist.io.project_lock import ProjectLock
from paintassist.io.project_maps import drop_unused_maps
from paintassist.io.project_reader import read_snapshot
from paintassist.io.project_sheets import write_sheet_places
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
    write_json,
    write_settings,
)


class ProjectFile:
    """A `Store` in a project file that is open; see `io.project_file`.

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
