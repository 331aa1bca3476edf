"""The project file: one SQLite database, every edit one durable transaction."""

from __future__ import annotations

from pathlib import Path

from paintassist.document.document import Document

SUFFIX = ".paintassist"


def open_project(path: Path) -> Document:
    """Open a project file; every edit of the document is kept in it from now on.

    Raises
    ------
    InputError
        If the file is missing, damaged, of a newer version, or no project file.
    """
    raise NotImplementedError


def save_as(document: Document, path: Path) -> None:
    """Write the document to a new file, atomically, and keep every later edit there.

    Works for documents that were in memory only and for those that have a file already,
    which stays as it is. An existing file at `path` is replaced.

    Raises
    ------
    InputError
        If the file cannot be written; then nothing changed.
    """
    raise NotImplementedError
