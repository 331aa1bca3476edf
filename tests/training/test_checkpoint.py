"""Checkpoints are small files, whole or not there, whatever ends the process."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import torch

from paintassist.core.errors import InputError
from paintassist.training import checkpoint
from paintassist.training.checkpoint import MANIFEST, load_checkpoint, save_checkpoint, saved_step

TENSORS = {"a": torch.arange(3000, dtype=torch.float32), "b": torch.ones(5, dtype=torch.bfloat16)}


def parts(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != MANIFEST)


def test_a_checkpoint_survives_its_files(tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "run", 7, TENSORS)

    found = load_checkpoint(tmp_path / "run")

    assert found is not None
    assert found[0] == 7
    assert set(found[1]) == {"a", "b"}
    for name, tensor in TENSORS.items():
        assert found[1][name].dtype == tensor.dtype
        torch.testing.assert_close(found[1][name], tensor, rtol=0, atol=0)


def test_no_file_is_larger_than_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoint, "LARGEST_PART", 5000)

    save_checkpoint(tmp_path, 1, TENSORS)

    sizes = [path.stat().st_size for path in tmp_path.glob("*.bin")]
    assert len(sizes) == 3
    assert max(sizes) == 5000
    found = load_checkpoint(tmp_path)
    assert found is not None
    torch.testing.assert_close(found[1]["a"], TENSORS["a"])


def test_parts_are_small_enough_for_borrowed_machines() -> None:
    assert checkpoint.LARGEST_PART < 16 * 10**6


def test_the_last_one_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    save_checkpoint(tmp_path, 1, TENSORS)
    (tmp_path / "state-00000009-0-abc.bin").write_bytes(b"of a run that was killed")
    save_checkpoint(tmp_path, 2, TENSORS)

    assert saved_step(tmp_path) == 2
    assert [name[:16] for name in parts(tmp_path)] == ["state-00000002-0"]


def test_saving_the_same_twice_changes_nothing(tmp_path: Path) -> None:
    save_checkpoint(tmp_path, 1, TENSORS)
    before = parts(tmp_path)
    save_checkpoint(tmp_path, 1, TENSORS)

    assert parts(tmp_path) == before
    assert load_checkpoint(tmp_path) is not None


def test_an_empty_folder_has_none(tmp_path: Path) -> None:
    assert load_checkpoint(tmp_path) is None
    assert load_checkpoint(tmp_path / "missing") is None
    assert saved_step(tmp_path) is None


@pytest.mark.parametrize("harm", ["changed", "missing", "no json", "no table", "other format"])
def test_a_damaged_one_is_told(tmp_path: Path, harm: str) -> None:
    save_checkpoint(tmp_path, 1, TENSORS)
    (part,) = tmp_path.glob("*.bin")
    manifest = tmp_path / MANIFEST
    if harm == "changed":
        part.write_bytes(part.read_bytes()[:-1] + b"x")
    elif harm == "missing":
        part.unlink()
    elif harm == "no json":
        manifest.write_bytes(b"{")
    elif harm == "no table":
        manifest.write_text("[]")
    else:
        manifest.write_text(json.dumps({"format": 99, "step": 1, "parts": []}))

    with pytest.raises(InputError, match="folder") as told:
        load_checkpoint(tmp_path)
    assert str(tmp_path) in str(told.value)


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_full_disk_leaves_the_last_one(tmp_path: Path) -> None:
    import resource

    save_checkpoint(tmp_path, 1, {"a": torch.zeros(10)})
    before = parts(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, hard))
    try:
        with pytest.raises(InputError, match="that of step 1 is intact: make room"):
            save_checkpoint(tmp_path, 2, TENSORS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert parts(tmp_path) == before
    assert saved_step(tmp_path) == 1


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file")

    with pytest.raises(InputError, match="there is no checkpoint yet"):
        save_checkpoint(tmp_path / "run", 1, TENSORS)


# Forks a child that saves step 2 and is killed in the middle of its n-th write.
KILLED = textwrap.dedent("""
    import os, signal, sys
    from pathlib import Path
    import torch
    from paintassist.training import checkpoint, files

    folder, tensors = Path(sys.argv[1]), {"a": torch.arange(3000, dtype=torch.float32)}
    checkpoint.LARGEST_PART = 5000
    checkpoint.save_checkpoint(folder, 1, tensors)

    def dying(number):
        left = [number]
        def write(path, data):
            if left[0] == 0:
                path.with_name(path.name + ".part").write_bytes(data[: len(data) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1
            files.write_whole(path, data)
        return write

    for number in range(4):
        child = os.fork()
        if child == 0:
            checkpoint.write_whole = dying(number)
            checkpoint.save_checkpoint(folder, 2, {"a": tensors["a"] + number})
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL, status
        step, found = checkpoint.load_checkpoint(folder)
        assert step == 1 and torch.equal(found["a"], tensors["a"]), number
    checkpoint.save_checkpoint(folder, 3, tensors)
    print(*sorted(path.name[:14] for path in folder.iterdir()))
""")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_in_the_middle_of_any_write_the_last_one_is_there(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "run")],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )

    assert done.returncode == 0, done.stderr
    # What the killed ones left is gone after the next save.
    assert done.stdout.split() == ["state-00000003"] * 3 + ["state.json"]
