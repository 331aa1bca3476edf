"""Features are looked up instead of computed, and a bad file is one that is not there."""

import os
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from paintassist.core.segments import segment
from paintassist.engines.dacon.engine import DaconEngine, identity_of
from paintassist.engines.dacon.runtime import OnnxRuntime
from paintassist.engines.feature_cache import FeatureCache
from paintassist.engines.guided import GuidedEngine
from tests.drawing import cel
from tests.engines.dacon.tiny import TINY_COMPACT, tiny_bundle

VECTORS = np.arange(6, dtype=np.float32).reshape(3, 2)


def test_what_was_put_is_found_by_another_program(tmp_path: Path) -> None:
    FeatureCache(tmp_path).put("model", "key", VECTORS)

    found = FeatureCache(tmp_path).get("model", "key", (3, 2))

    np.testing.assert_array_equal(found, VECTORS)
    assert [path.name for path in tmp_path.glob("*/*")] == ["key.npz"]


def test_another_model_another_drawing_another_shape_are_not_known(tmp_path: Path) -> None:
    cache = FeatureCache(tmp_path)
    cache.put("model", "key", VECTORS)

    assert cache.get("model 2", "key", (3, 2)) is None
    assert cache.get("model", "key 2", (3, 2)) is None
    assert cache.get("model", "key", (2, 2)) is None


class Bomb:
    def __reduce__(self) -> Any:
        return os.mkdir, ("exploded",)


def _damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    if how == "cut off":
        path.write_bytes(data[: len(data) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "one bit":
        at = data.index(VECTORS.tobytes()) + 5
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    elif how == "other numbers":
        np.savez(path, vectors=VECTORS.astype(np.float64))
    elif how == "not a number":
        np.savez(path, vectors=np.full_like(VECTORS, np.nan))
    elif how == "huge":
        np.savez_compressed(path, vectors=np.zeros((3, 50_000), np.float32))
    elif how == "pickle":
        np.savez(path, allow_pickle=True, vectors=np.array([Bomb()], object))
    else:
        path.write_bytes(pickle.dumps(Bomb()))


@pytest.mark.parametrize(
    "how",
    [
        "cut off",
        "empty",
        "one bit",
        "other numbers",
        "not a number",
        "huge",
        "pickle",
        "bare pickle",
    ],
)
def test_a_file_that_is_not_sound_is_forgotten_and_runs_nothing(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    FeatureCache(tmp_path / "c").put("model", "key", VECTORS)
    (path,) = (tmp_path / "c").glob("*/*.npz")
    _damage(path, how)
    cache = FeatureCache(tmp_path / "c")

    assert cache.get("model", "key", (3, 2)) is None
    assert not path.exists()
    assert not (tmp_path / "exploded").exists()
    cache.put("model", "key", VECTORS)
    assert FeatureCache(tmp_path / "c").get("model", "key", (3, 2)) is not None


def test_the_disk_keeps_what_was_used_last(tmp_path: Path) -> None:
    array = np.zeros((100, 100), np.float32)
    for name in "abcd":
        FeatureCache(tmp_path).put("model", name, array)
    for age, name in enumerate("dcba"):
        os.utime(tmp_path / "model" / f"{name}.npz", (10_000 - age, 10_000 - age))
    assert FeatureCache(tmp_path).get("model", "a", (100, 100)) is not None

    FeatureCache(tmp_path, disk_mb=5 * 40_000 / 2**20).put("model", "e", array)

    left = {path.stem for path in tmp_path.glob("*/*.npz")}
    assert {"a", "e"} <= left
    assert "b" not in left
    assert sum(path.stat().st_size for path in tmp_path.glob("*/*")) <= 5 * 40_000


def test_memory_keeps_what_was_used_last() -> None:
    cache = FeatureCache(None, memory_mb=2 * VECTORS.nbytes / 2**20)
    cache.put("model", "a", VECTORS)
    cache.put("model", "b", VECTORS)
    assert cache.get("model", "a", (3, 2)) is not None
    cache.put("model", "c", VECTORS)

    known = {key for key in "abc" if cache.get("model", key, (3, 2)) is not None}
    assert known == {"a", "c"}


def test_left_over_parts_of_a_killed_program_go(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    old, new = tmp_path / "model" / "x.npz.1-1.part", tmp_path / "model" / "y.npz.2-2.part"
    for path in (old, new):
        path.write_bytes(b"")
    os.utime(old, (0, 0))

    FeatureCache(tmp_path).put("model", "key", VECTORS)

    assert not old.exists()
    assert new.exists()


def test_a_folder_that_cannot_be_written_leaves_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = FeatureCache(tmp_path / "file")

    cache.put("model", "key", VECTORS)

    assert cache.get("model", "key", (3, 2)) is not None


class Counting:
    """A runtime that counts what it runs."""

    def __init__(self, runtime: OnnxRuntime) -> None:
        self.runtime, self.runs = runtime, 0
        self.batch, self.precision, self.device = 2, "fp32", runtime.device

    def run(self, graph: str, inputs: Any) -> Any:
        self.runs += 1
        return self.runtime.run(graph, inputs)


def test_reopening_and_further_references_never_run_the_network_again(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "m", TINY_COMPACT)
    frames = [cel("..#..\n..#.."), cel(".#...\n.#..."), cel("...#.\n...#.")]

    def open_engine() -> tuple[GuidedEngine, Counting]:
        counting = Counting(OnnxRuntime(bundle, "cpu"))
        cache = FeatureCache(tmp_path / "cache")
        learned = DaconEngine("m", bundle.config, counting, cache, identity_of(bundle))
        return GuidedEngine(learned), counting

    engine, counting = open_engine()
    first = [engine.encode(frame) for frame in frames]
    # A U-Net and a head for each.
    assert counting.runs == 6
    engine.encode(segment(frames[0].inks.copy()))
    assert counting.runs == 6

    engine, counting = open_engine()
    again = [engine.encode(frame) for frame in frames]

    assert counting.runs == 0
    for one, other in zip(first, again, strict=True):
        np.testing.assert_array_equal(one.learned.vectors, other.learned.vectors)


def test_features_of_other_weights_are_others(tmp_path: Path) -> None:
    one = tiny_bundle(tmp_path / "one", TINY_COMPACT)
    other = tiny_bundle(tmp_path / "other", TINY_COMPACT, half=True)

    assert identity_of(one) != identity_of(other)


def test_many_frames_run_in_batches_with_the_same_result(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "m", TINY_COMPACT)
    counting = Counting(OnnxRuntime(bundle, "cpu"))
    engine = DaconEngine("m", bundle.config, counting)
    empty = cel("##\n##")
    frames = [
        cel("..#..\n..#.."),
        cel(".#...\n.#..."),
        empty,
        cel("...#.\n...#."),
        cel("..#..\n..#.."),
    ]

    many = engine.encode_many(frames)

    # Three drawings in batches of two: two U-Net runs, three heads.
    assert counting.runs == 5
    for frame, found in zip(frames, many, strict=True):
        np.testing.assert_allclose(found.vectors, engine.encode(frame).vectors, atol=1e-5)
        assert (found.key, found.count) == (frame.key, frame.count)
