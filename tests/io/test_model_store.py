from __future__ import annotations

import errno
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from paintassist.core.errors import InputError
from paintassist.io.model_store import ModelStore, check_name


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models", frozenset({"compact"}))


def add(store: ModelStore, name: str) -> None:
    with store.adding(name) as folder:
        (folder / "manifest.json").write_text("{}")


def fail(store: ModelStore, error: BaseException | type[BaseException]) -> None:
    with store.adding("m") as folder:
        (folder / "weights").write_bytes(b"half")
        raise error


def shown(store: ModelStore) -> list[str]:
    return sorted(path.name for path in store.folder.iterdir() if path.name != ".lock")


def test_a_model_appears_as_a_whole(store: ModelStore) -> None:
    with store.adding("m 1.1") as folder:
        (folder / "manifest.json").write_text("{}")
        assert store.names() == []
        assert store.half_made() == ["m 1.1"]
    assert store.names() == ["m 1.1"]
    assert store.half_made() == []
    assert shown(store) == ["m 1.1"]


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../x", "a/b", "a\\b", "/etc", "C:x", ".hidden", "_x", "x.", "x ", "a\nb",
     "a\0b", "nul", "COM1.txt", "x" * 65, "a*b"],
)  # fmt: skip
def test_names_that_are_none(store: ModelStore, name: str) -> None:
    with pytest.raises(InputError, match="cannot be the name of a model"):
        add(store, name)
    with pytest.raises(InputError, match="cannot be the name of a model"):
        store.remove(name)
    assert not store.folder.exists()


@pytest.mark.parametrize("name", ["dacon-v1.1", "x", "スタジオ 3", "a+b_c", "3d", "console"])
def test_names_that_are(name: str) -> None:
    assert check_name(name) == name


@pytest.mark.parametrize("name", ["compact", "mine"])
def test_a_taken_name_is_refused(store: ModelStore, name: str) -> None:
    add(store, "mine")
    with pytest.raises(InputError, match=f"there is a model '{name}' already"):
        add(store, name)
    assert shown(store) == ["mine"]


@pytest.mark.parametrize("failure", [KeyboardInterrupt, ValueError, InputError])
def test_a_failure_leaves_nothing(store: ModelStore, failure: type[BaseException]) -> None:
    with pytest.raises(failure):
        fail(store, failure)
    assert shown(store) == []


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        RuntimeError("I/O error: No space left on device (os error 28)"),
    ],
)
def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    store: ModelStore, error: Exception
) -> None:
    with pytest.raises(InputError, match="has no room for the model"):
        fail(store, error)
    assert shown(store) == []


def test_a_disk_without_room_is_told_beforehand(store: ModelStore) -> None:
    with pytest.raises(InputError, match="make room"), store.adding("m", needed=1 << 60):
        pytest.fail("there is no such disk")
    assert shown(store) == []


def test_a_killed_making_shows_as_half_made_and_goes_on(store: ModelStore) -> None:
    code = f"""
        import os
        from pathlib import Path
        from paintassist.io.model_store import ModelStore
        with ModelStore(Path({str(store.folder)!r})).adding("m") as folder:
            (folder / "weights").write_bytes(b"finished")
            os.kill(os.getpid(), 9)
    """
    killed = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=False)
    assert killed.returncode != 0
    assert store.names() == []
    assert store.half_made() == ["m"]
    with store.adding("m") as folder:
        assert (folder / "weights").read_bytes() == b"finished"
        (folder / "manifest.json").write_text("{}")
    assert store.names() == ["m"]


def test_two_at_once_do_not_meet(store: ModelStore) -> None:
    add(store, "old")
    with store.adding("m") as folder:
        for action in (
            lambda: add(store, "m"),
            lambda: add(store, "n"),
            lambda: store.remove("old"),
        ):
            with pytest.raises(InputError, match="another PaintAssist is at work"):
                action()
        (folder / "manifest.json").write_text("{}")
    assert shown(store) == ["m", "old"]


def test_remove(store: ModelStore) -> None:
    add(store, "m")
    store.remove("m")
    assert shown(store) == []
    with pytest.raises(InputError, match="there is no model 'm'"):
        store.remove("m")
    with pytest.raises(InputError, match="comes with the program"):
        store.remove("compact")


def test_remove_what_was_half_made(store: ModelStore) -> None:
    (store.folder / ".making-m").mkdir(parents=True)
    store.remove("m")
    assert shown(store) == []


@pytest.mark.skipif(os.name != "posix", reason="links are POSIX")
def test_remove_does_not_follow_links(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "file").touch()
    store.folder.mkdir()
    (store.folder / "m").symlink_to(tmp_path / "precious")
    store.remove("m")
    assert (tmp_path / "precious" / "file").exists()
    assert shown(store) == []


def test_a_folder_that_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is in the way"):
        add(ModelStore(tmp_path / "file"), "m")
