"""The project file under kills and damage."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from paintassist.core.errors import InputError
from paintassist.io.project_file import open_project
from tests.io.projects import assert_intact, picture
from tests.io.scribble import scribble

KILLS = 20
MUTANTS = 200
ROOT = Path(__file__).parents[2]


def test_killed_at_random_moments_loses_nothing_acknowledged(project: Path) -> None:
    random = np.random.default_rng(5)
    for seed in range(KILLS):
        start = project.with_suffix(".before")
        shutil.copy(project, start)
        acknowledged = scribble_and_kill(project, seed, int(random.integers(0, 40)), random)
        kept = open_project(project)
        assert kept.store is not None
        kept.store.close()
        assert_intact(project)
        expected = open_project(start)
        painter = np.random.default_rng(seed)
        for _ in range(acknowledged):
            scribble(expected, painter)
        if picture(kept) != picture(expected):
            # The edit that was under way may have become durable before the kill.
            scribble(expected, painter)
        assert picture(kept) == picture(expected)
        assert expected.store is not None
        expected.store.close()
        start.unlink()
        assert [path.name for path in project.parent.iterdir()] == [project.name]


def scribble_and_kill(project: Path, seed: int, edits: int, random: np.random.Generator) -> int:
    """Kill a process after some edits, at a random moment; return the last acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.io.scribble", str(project), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    with process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(edits)]
        time.sleep(float(random.uniform(0, 0.01)))
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.read().splitlines()
    complete = [line for line in lines if line.strip()]
    assert len(complete) >= edits, "the painter stopped by itself"
    return int(complete[-1]) if complete else 0


def test_damaged_files_open_or_are_refused(project: Path, tmp_path: Path) -> None:
    whole = project.read_bytes()
    damaged = tmp_path / "damaged.paintassist"
    random = np.random.default_rng(3)
    sentences: list[str] = []
    opened = 0
    for _ in range(MUTANTS):
        damaged.write_bytes(mutate(whole, random))
        try:
            document = open_project(damaged)
        except InputError as error:
            sentences.append(str(error))
            continue
        opened += 1
        for index in range(len(document.frames)):
            document.segments(index)
        try:
            if len(document.palette) and document.frames and document.frames[0].count:
                document.paint(0, [1], 0)
                document.undo()
        except InputError as error:
            sentences.append(str(error))
        finally:
            assert document.store is not None
            document.store.close()
    assert all(damaged.name in sentence for sentence in sentences)
    assert opened > MUTANTS / 20
    assert len(sentences) > MUTANTS / 4


def mutate(whole: bytes, random: np.random.Generator) -> bytes:
    """Damage a file: flipped bytes, a cut, a hole, a swapped or repeated part."""
    data = np.frombuffer(whole, np.uint8).copy()
    kind = int(random.integers(6))
    where, other = (int(value) for value in random.integers(0, len(data), 2))
    if kind == 0:
        spots = random.integers(0, len(data), int(random.integers(1, 20)))
        data[spots] = random.integers(0, 256, len(spots))
    elif kind == 1:
        data = data[:where]
    elif kind == 2:
        data[where : where + 512] = 0
    elif kind == 3:
        data = np.concatenate([data[:where], data[other:]])
    elif kind == 4:
        # The header and the schema are where it hurts.
        spots = random.integers(0, 4096, 3)
        data[spots] ^= np.uint8(1) << random.integers(0, 8, 3).astype(np.uint8)
    else:
        page = data[4096 * (where // 4096) :][:4096].copy()
        data[4096 * (other // 4096) :][: len(page)] = page[: len(data) - 4096 * (other // 4096)]
    return data.tobytes()
