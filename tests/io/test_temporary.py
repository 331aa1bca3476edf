"""Temporary files: gone when they should be, left alone while somebody writes them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from paintassist.io.temporary import remove_left_behind, temporary_beside


def test_what_was_renamed_stays_and_the_rest_goes(tmp_path: Path) -> None:
    target = tmp_path / "cut.paintassist"
    with temporary_beside(target) as temporary:
        temporary.write_text("one")
        temporary.replace(target)
    with pytest.raises(RuntimeError), temporary_beside(target):
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.read_text() == "one"


@pytest.mark.skipif(os.name == "nt", reason="rights of Unix")
def test_a_new_file_is_as_public_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with temporary_beside(tmp_path / "a.x") as temporary:
            assert temporary.stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(before)


def test_only_what_nobody_writes_is_tidied_up(tmp_path: Path) -> None:
    target = tmp_path / "cut.paintassist"
    left, foreign = tmp_path / ".other-0123456789ab.tmp", tmp_path / "cut-0123456789ab.tmp"
    folder = tmp_path / ".cut-ba9876543210.tmp"
    left.touch()
    foreign.touch()
    folder.mkdir()
    with temporary_beside(target) as temporary:
        remove_left_behind(target)
        assert not left.exists()
        assert temporary.exists()
    assert foreign.exists()
    assert folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_the_guise_of_a_temporary_leads_nowhere(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    (tmp_path / ".cut-0123456789ab.tmp").symlink_to(other)
    remove_left_behind(tmp_path / "cut.paintassist")
    assert other.exists()
