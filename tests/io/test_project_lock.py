"""One window writes a project, all others read it; what a dead window left is in nobody's way."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from paintassist.core.errors import InputError
from paintassist.document.document import Document
from paintassist.io import project_lock
from paintassist.io.project_file import open_project, save_as, save_copy
from paintassist.io.project_lock import Holder, ProjectLock, lock_path, take_lock
from paintassist.io.project_store import ProjectFile
from tests.document.drawings import make_document
from tests.io.projects import assert_intact, old_project, picture

ROOT = Path(__file__).parents[2]


def store(document: Document) -> ProjectFile:
    assert isinstance(document.store, ProjectFile)
    return document.store


def close(*documents: Document) -> None:
    for document in documents:
        store(document).close()


def test_the_second_window_is_read_only_and_says_so(project: Path) -> None:
    one, other = open_project(project), open_project(project)
    assert store(one).refusal == ""
    assert "is open in another window" in store(other).refusal
    before, refused = picture(other), list[str]()
    other.refused.connect(refused.append)
    for edit in (lambda: other.paint(0, [2], 0), lambda: other.set_view("zoom", 1)):
        with pytest.raises(InputError, match="read-only here") as caught:
            edit()
        assert refused[-1] == str(caught.value) == store(other).refusal
    assert picture(other) == before
    one.paint(0, [1], 0)
    close(one)
    with pytest.raises(InputError, match="read-only"):
        other.paint(0, [2], 0)
    close(other)
    again = open_project(project)
    again.paint(0, [2], 0)
    close(again)
    assert [path.name for path in project.parent.iterdir()] == [project.name]


def test_closing_the_reader_leaves_the_writer_its_lock(project: Path) -> None:
    one, other = open_project(project), open_project(project)
    close(other)
    assert isinstance(take_lock(project), Holder)
    one.paint(0, [1], 0)
    close(one)
    lock = take_lock(project)
    assert isinstance(lock, ProjectLock)
    lock.release()
    lock.release()


def test_who_only_reads_is_in_nobodys_way(project: Path) -> None:
    reader = open_project(project, writes=False)
    painter = open_project(project)
    painter.paint(0, [1], 0)
    with pytest.raises(InputError, match="read-only"):
        reader.paint(0, [2], 0)
    close(reader)
    painter.paint(0, [3], 0)
    close(painter)


def test_a_reader_goes_on_under_another_name(project: Path, tmp_path: Path) -> None:
    one, other = open_project(project), open_project(project)
    with pytest.raises(InputError, match="read-only"):
        save_as(other, project)
    save_as(other, tmp_path / "mine.paintassist")
    other.paint(0, [2], 0)
    one.paint(0, [1], 0)
    with pytest.raises(InputError, match="is open in another window; choose another name"):
        save_as(other, project)
    with pytest.raises(InputError, match="is open in another window; choose another name"):
        save_copy(other, project)
    with pytest.raises(InputError, match="is the project itself"):
        save_copy(one, project)
    close(one, other)


def test_a_killed_window_is_in_nobodys_way(project: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path;"
        "from paintassist.io.project_file import open_project;"
        "d = open_project(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(project)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        other = open_project(project)
        assert "another window" in store(other).refusal
        close(other)
        process.send_signal(signal.SIGKILL)
    assert lock_path(project).exists()
    document = open_project(project)
    document.paint(0, [1], 0)
    close(document)
    assert not lock_path(project).exists()


def sign(project: Path, host: str, age: float, pid: int = 1) -> None:
    """Leave the lock file of a window behind."""
    path = lock_path(project)
    path.write_text(json.dumps({"key": "theirs", "host": host, "user": "anna", "pid": pid}))
    then = time.time() - age
    os.utime(path, (then, then))


def test_a_window_on_another_computer_counts_while_it_renews(project: Path) -> None:
    sign(project, "desk-3", age=60)
    document = open_project(project)
    assert "is open in a window on desk-3 (anna)" in store(document).refusal
    close(document)
    assert lock_path(project).exists()
    sign(project, "desk-3", age=project_lock.DEAD + 60)
    document = open_project(project)
    document.paint(0, [1], 0)
    close(document)


def test_a_window_that_lost_its_lock_in_its_sleep_stops_writing(project: Path) -> None:
    document = open_project(project)
    assert store(document).renew_lock()
    sign(project, "desk-3", age=0)
    assert not store(document).renew_lock()
    with pytest.raises(InputError, match="was opened elsewhere"):
        document.paint(0, [1], 0)
    close(document)
    assert json.loads(lock_path(project).read_text())["key"] == "theirs"


def test_renewing_keeps_the_file_young(project: Path) -> None:
    document = open_project(project)
    os.utime(lock_path(project), (1, 1))
    assert store(document).renew_lock()
    assert time.time() - lock_path(project).stat().st_mtime < 60
    close(document)


@pytest.mark.skipif(os.name == "nt", reason="Windows has locks on every drive")
def test_drives_without_locks_are_asked_for_the_process(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_lock, "_try_lock", lambda handle: None)
    here = project_lock.platform.node()
    sign(project, here, age=0, pid=os.getpid())
    assert isinstance(take_lock(project), Holder)
    finished = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        capture_output=True,
        check=True,
        text=True,
    )
    sign(project, here, age=0, pid=int(finished.stdout))
    lock = take_lock(project)
    assert isinstance(lock, ProjectLock)
    lock.release()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff" * 9000, b'{"host": 7, "pid": "x"}'])
def test_a_strange_lock_file_keeps_nobody_out_for_long(project: Path, content: bytes) -> None:
    lock_path(project).write_bytes(content)
    os.utime(lock_path(project), (1, 1))
    document = open_project(project)
    document.paint(0, [1], 0)
    close(document)
    assert kept_color(project) == 0


def kept_color(project: Path) -> int:
    document = open_project(project)
    close(document)
    return int(document.frames[0].decided_color[1])


def deny(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    real = os.open

    def refuse(path: Any, *arguments: Any, **named: Any) -> int:
        if str(path).endswith(".lock"):
            raise OSError(code, os.strerror(code))
        return real(path, *arguments, **named)

    monkeypatch.setattr(os, "open", refuse)


def test_what_lies_on_a_read_only_disc_can_be_looked_at(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = project.read_bytes()
    with monkeypatch.context() as patch:
        deny(patch, errno.EROFS)
        document = open_project(project)
    with pytest.raises(InputError, match="lies where nothing can be written"):
        document.paint(0, [1], 0)
    save_as(document, tmp_path / "copy.paintassist")
    document.paint(0, [1], 0)
    close(document)
    assert project.read_bytes() == before


def test_a_full_disk_without_room_for_a_lock_still_opens(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        deny(patch, errno.ENOSPC)
        document = open_project(project)
    document.paint(0, [1], 0)
    close(document)
    assert kept_color(project) == 0


def test_an_old_file_that_cannot_be_written_is_read_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_project(1, tmp_path / "old.paintassist")
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        deny(patch, errno.EROFS)
        document = open_project(path)
    assert document.frames[0].decided.any()
    save_copy(document, tmp_path / "copy.paintassist")
    close(document)
    assert path.read_bytes() == before
    copy = open_project(tmp_path / "copy.paintassist")
    assert picture(copy)[0][0][4:] == picture(document)[0][0][4:]
    close(copy)


def test_a_drive_that_is_gone_refuses_the_edit_and_all_can_be_saved_elsewhere(
    tmp_path: Path,
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    document = make_document()
    save_as(document, drive / "a.paintassist")
    document.paint(0, [1], 0)
    shutil.rmtree(drive)
    before = picture(document)
    with pytest.raises(InputError, match=r"a\.paintassist .*(moved or deleted|cannot be)"):
        document.paint(0, [2], 0)
    assert picture(document) == before
    document.attach(None)
    document.paint(0, [2], 0)
    document.undo()
    document.undo()
    document.redo()
    save_as(document, tmp_path / "b.paintassist")
    again = open_project(tmp_path / "b.paintassist")
    assert "is open" in store(again).refusal
    assert picture(again)[:3] == picture(document)[:3]
    assert again.history.count == 2
    close(document, again)
    assert_intact(tmp_path / "b.paintassist")


def test_a_drive_that_is_gone_can_be_left_without_going_through_memory(tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    document = make_document()
    save_as(document, drive / "a.paintassist")
    document.paint(0, [1], 0)
    shutil.rmtree(drive)
    save_as(document, tmp_path / "b.paintassist")
    document.paint(0, [2], 0)
    close(document)
    assert open_and_close(tmp_path / "b.paintassist").history.count == 2


def open_and_close(path: Path) -> Document:
    document = open_project(path)
    close(document)
    return document


def test_a_file_written_behind_our_back_is_noticed(project: Path) -> None:
    document = open_project(project)
    with sqlite3.connect(project) as connection:
        connection.execute("INSERT INTO view VALUES ('x', '1')")
    connection.close()
    with pytest.raises(InputError, match="changed by another window"):
        document.paint(0, [2], 0)
    close(document)
