"""Painters are killed at random moments, on a disk that is well, full or failing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from paintassist.io.project_file import open_project
from tests.io.projects import assert_intact, picture
from tests.io.scribble import BALLAST, CALM, FAILING, FULL, plan

pytestmark = pytest.mark.skipif(os.name == "nt", reason="painters are forked and killed by signal")

ROOT = Path(__file__).parents[2]
# So many painters work on one file before a fresh one is taken.
LIVES = 40


@dataclass
class Nursery:
    """Painters of one process; see `tests.io.scribble`."""

    process: subprocess.Popen[str]

    def kill_one(self, path: Path, seed: int, life: str, edits: int, wait: float) -> list[str]:
        """Let a painter do some edits and a little more; return what it said until it died."""
        lines, stream = self.process.stdin, self.process.stdout
        assert lines is not None
        assert stream is not None
        lines.write(f"{seed} {life} {path}\n")
        lines.flush()
        first = stream.readline().split()
        assert first[0] == "born", "the painter could not be born"
        said = [stream.readline().strip() for _ in range(edits)]
        time.sleep(wait)
        os.kill(int(first[1]), signal.SIGKILL)
        while not (said and said[-1].startswith("gone")):
            said.append(stream.readline().strip())
        assert said.pop() == f"gone {-signal.SIGKILL}", "the painter stopped by itself"
        return said


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    command = [sys.executable, "-m", "tests.io.scribble"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        yield Nursery(process)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte; needs the right to mount."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount a small file system here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def memory_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where waiting for the disk costs nothing; killing is the same."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as name:
        yield Path(name)


def moved(project: Path, folder: Path) -> Path:
    """Put a project into a folder of its own."""
    place = folder / "work"
    place.mkdir()
    return Path(shutil.move(project, place))


def aside(folder: Path) -> Path:
    place = folder / "aside"
    place.mkdir()
    return place


@pytest.mark.parametrize("kills", [200, pytest.param(1000, marks=pytest.mark.slow)])
def test_killed_painters_lose_nothing(
    nursery: Nursery, project: Path, memory_disk: Path, kills: int
) -> None:
    place = memory_disk if kills < 1000 else project.parent
    told = kill_many(nursery, moved(project, place), aside(place), CALM, kills)
    assert told.kept > kills * 5
    assert told.refused == 0


@pytest.mark.parametrize("kills", [60, pytest.param(1000, marks=pytest.mark.slow)])
def test_failing_writes_lose_nothing(
    nursery: Nursery, project: Path, memory_disk: Path, kills: int
) -> None:
    place = memory_disk if kills < 1000 else project.parent
    told = kill_many(nursery, moved(project, place), aside(place), FAILING, kills)
    assert told.kept > kills
    assert told.refused > kills


@pytest.mark.parametrize("kills", [60, pytest.param(1000, marks=pytest.mark.slow)])
def test_a_full_disk_loses_nothing(
    nursery: Nursery, project: Path, small_disk: Path, tmp_path: Path, kills: int
) -> None:
    project = moved(project, small_disk)
    project.with_name(BALLAST).touch()
    told = kill_many(nursery, project, aside(tmp_path), FULL, kills)
    assert told.kept > kills
    assert told.refused > kills


@dataclass
class Told:
    """How many edits painters made before they were killed."""

    kept: int = 0
    refused: int = 0


def kill_many(nursery: Nursery, project: Path, aside: Path, life: str, kills: int) -> Told:
    """Kill painters one after the other; all that they were told is kept must be there."""
    told, random = Told(), np.random.default_rng(kills)
    fresh, before = aside / "fresh.paintassist", aside / "before.paintassist"
    shutil.copy(project, fresh)
    for seed in range(kills):
        make_room(project)
        if seed % LIVES == 0:
            shutil.copy(fresh, project)
        shutil.copy(project, before)
        edits, wait = int(random.integers(0, 16)), float(random.uniform(0, 0.004))
        said = nursery.kill_one(project, seed, life, edits, wait)
        told.kept += sum(word.startswith("+") for word in said)
        told.refused += sum(word.startswith("-") for word in said)
        make_room(project)
        check(project, before, seed, said)
    return told


def make_room(project: Path) -> None:
    ballast = project.with_name(BALLAST)
    if ballast.exists():
        ballast.write_bytes(b"")


def check(project: Path, before: Path, seed: int, said: list[str]) -> None:
    """Compare the file with what a painter without accidents would have made."""
    kept = open_project(project)
    assert kept.store is not None
    kept.store.close()
    assert_intact(project)
    left = [path.name for path in project.parent.rglob("*")]
    assert not [name for name in left if name.endswith((".tmp", "-journal"))], left
    expected = open_project(before)
    expected.attach(None)
    random = np.random.default_rng(seed)
    for word in said:
        edit = plan(expected, random)
        if word.startswith("+"):
            edit()
    if picture(kept) != picture(expected):
        # The edit that was under way may have become durable before the kill.
        plan(expected, random)()
    assert picture(kept) == picture(expected)
