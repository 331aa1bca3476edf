"""The process of an import: what it says arrives, and it never outlives its caller."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest
import torch

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import open_bundle
from paintassist.engines.dacon.import_process import import_in_process
from tests.engines.dacon import official


def nothing(*_: object) -> None:
    """Report to nobody."""


def test_a_model_is_made_and_told_of(tmp_path: Path) -> None:
    inside = {f"dino.{key}": value for key, value in official.meta_state().items()}
    torch.save({**official.dacon_state("v1.0"), **inside}, tmp_path / "all.pth")
    folder, told = tmp_path / "m", list[str]()
    folder.mkdir()

    import_in_process(
        folder, "m", tmp_path / "all.pth", None, told.append, {"licence": "X"}, check=nothing
    )

    bundle = open_bundle(folder)
    assert (bundle.config.fusion, bundle.facts["licence"]) == ("v1.0", "X")
    assert told[0] == "reading the weights"
    assert "writing semantic.onnx" in told
    assert multiprocessing.active_children() == []


def test_a_refusal_arrives_as_it_was_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.pth does not exist"):
        import_in_process(tmp_path, "m", tmp_path / "none.pth", None, nothing, check=nothing)


def test_stopping_ends_the_process(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def check() -> None:
        assert len(multiprocessing.active_children()) == 1
        raise Enough

    with pytest.raises(Enough):
        import_in_process(tmp_path, "m", tmp_path / "none.pth", None, nothing, check=check)
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_a_process_that_the_system_ends_is_told(tmp_path: Path) -> None:
    def kill() -> None:
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)

    with pytest.raises(InputError, match="memory ran out"):
        import_in_process(tmp_path, "m", tmp_path / "none.pth", None, nothing, check=kill)
