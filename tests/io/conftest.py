"""A project for the tests of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.io.projects import make_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project file that is not open."""
    path = tmp_path / "cut 01 カット.paintassist"
    document = make_project(path)
    assert document.store is not None
    document.store.close()
    return path
