"""What tests of the project file compare and check."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from paintassist.document.document import Document
from paintassist.io.project_file import open_project, save_as
from tests.document.drawings import make_document, make_sheet

OLD = Path(__file__).parent / "old"


def make_project(path: Path) -> Document:
    """Return a document of a sheet, decisions and a view that is kept in a new file."""
    document = make_document()
    document.add_sheet(make_sheet("design", [(1, 1, 1, 255), (0, 0, 0, 0), (2, 2, 2, 255)]))
    document.paint(1, [2, 4], 3)
    document.set_view("zoom", [1.5, {"frame": "f1"}])
    save_as(document, path)
    return document


def picture(document: Document) -> Any:
    """Everything that a project keeps."""
    return (
        [
            (
                frame.name,
                frame.path,
                frame.content_hash,
                frame.packed,
                frame.decided.tolist(),
                frame.decided_color.tolist(),
            )
            for frame in document.frames
        ],
        [
            (sheet.name, sheet.painting, sheet.line, sheet.packed, sheet.colors.tolist())
            for sheet in document.sheets
        ],
        document.palette.copy(),
        document.settings,
        document.view,
        [document.history.name(step) for step in range(document.history.count)],
        len(document.history.done),
        document.history.forgotten,
    )


def reopened(document: Document) -> Document:
    """Open the document's file a second time, as another program would."""
    assert document.store is not None
    again = open_project(document.store.path)
    assert again.store is not None
    again.store.close()
    return again


def assert_intact(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def old_project(version: int, path: Path) -> Path:
    """Write a project as that version of the format wrote it."""
    path.write_bytes(gzip.decompress((OLD / f"version{version}.paintassist.gz").read_bytes()))
    return path


def change(path: Path, *statements: str) -> None:
    """Do SQL to a project file behind its back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def count(path: Path, table: str) -> int:
    """Return how many rows a table of a project file has."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
