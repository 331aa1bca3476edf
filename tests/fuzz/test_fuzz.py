"""Damaged files at every reader: a clear error or a right result, and nothing else ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paintassist.core.errors import InputError
from tests.fuzz.mutate import ODD_WORDS
from tests.fuzz.readers import READERS
from tests.fuzz.run import check_sentence

ROOT = Path(__file__).parents[2]
# Seconds a file, at most, on however busy a machine.
PATIENCE = 1
LIGHT = {reader.name: reader for reader in READERS if not reader.heavy}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits of Unix")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory if there is one: thousands of projects wait for the disk otherwise."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(
        dir=memory if os.access(memory, os.W_OK) else tmp_path
    ) as name:
        yield Path(name)


@pytest.mark.parametrize(
    ("count", "seed"), [(800, 1), pytest.param(10_000, 2, marks=pytest.mark.slow)]
)
def test_damaged_files(folder: Path, count: int, seed: int) -> None:
    command = [sys.executable, "-m", "tests.fuzz.run", str(folder), str(count), str(seed)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE * count
    )
    assert done.returncode == 0, done.stderr[-6000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert set(told) == {reader.name for reader in READERS}
    assert sum(one.get("right", 0) + one.get("refused", 0) for one in told.values()) == count
    # Damage that always breaks everything would prove nothing.
    assert sum(one.get("right", 0) for one in told.values()) > count / 20
    print(json.dumps(told, indent=1))


EXAMPLES: dict[str, list[bytes]] = {}


def examples_of(name: str) -> list[bytes]:
    if name not in EXAMPLES:
        with tempfile.TemporaryDirectory() as folder:
            EXAMPLES[name] = list(LIGHT[name].examples(Path(folder)))
    return EXAMPLES[name]


pieces = st.one_of(
    st.sampled_from(ODD_WORDS), st.binary(max_size=12), st.text(max_size=6).map(str.encode)
)
edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), pieces), min_size=1, max_size=4)


@given(name=st.sampled_from(sorted(LIGHT)), number=st.integers(0, 4), edits=edits)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_files_put_together_wrongly(
    folder: Path, name: str, number: int, edits: list[tuple[float, int, bytes]]
) -> None:
    reader, examples = LIGHT[name], examples_of(name)
    data = examples[number % len(examples)]
    for place, drop, piece in edits:
        at = round(place * len(data))
        data = data[:at] + piece + data[at + drop :]
    path = folder / f"file{reader.suffix}"
    path.write_bytes(data)
    try:
        reader.read(path)
    except InputError as error:
        check_sentence(str(error))
