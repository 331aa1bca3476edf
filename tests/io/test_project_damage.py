"""The project file under damage."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from paintassist.core.errors import InputError
from paintassist.io.project_file import open_project

MUTANTS = 200


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
