"""A project for the tests of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from paintassist.io.project_file import save_as
from tests.document.drawings import make_document, make_sheet


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project file that is not open."""
    path = tmp_path / "cut 01 カット.paintassist"
    document = make_document()
    document.add_sheet(make_sheet("design", [(1, 1, 1, 255), (0, 0, 0, 0), (2, 2, 2, 255)]))
    document.paint(1, [2, 4], 3)
    document.set_view("zoom", [1.5, {"frame": "f1"}])
    save_as(document, path)
    assert document.store is not None
    document.store.close()
    return path
