"""A process of its own: what it says arrives, and it never outlives its caller."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from paintassist.core.errors import InputError
from paintassist.engines.dacon.apart import run_apart
from paintassist.engines.dacon.bundle import open_bundle
from paintassist.engines.dacon.importing import import_model
from tests.engines.dacon import official


def nothing(*_: object) -> None:
    """Report to nobody."""


def run_import(folder: Path, check: Callable[[], None]) -> None:
    """Import from a file that is not there."""
    arguments = (folder, "m", folder / "none.pth", None)
    run_apart(import_model, *arguments, report=nothing, check=check)


def test_a_model_is_made_and_told_of(tmp_path: Path) -> None:
    inside = {f"dino.{key}": value for key, value in official.meta_state().items()}
    torch.save({**official.dacon_state("v1.0"), **inside}, tmp_path / "all.pth")
    folder, told = tmp_path / "m", list[str]()
    folder.mkdir()

    facts = {"licence": "X"}
    arguments = (folder, "m", tmp_path / "all.pth", None, facts)
    run_apart(import_model, *arguments, report=told.append, check=nothing)

    bundle = open_bundle(folder)
    assert (bundle.config.fusion, bundle.facts["licence"]) == ("v1.0", "X")
    assert told[0] == "reading the weights"
    assert "writing semantic.onnx" in told
    assert multiprocessing.active_children() == []


def test_a_refusal_arrives_as_it_was_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.pth does not exist"):
        run_import(tmp_path, nothing)


def test_stopping_ends_the_process(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def check() -> None:
        assert len(multiprocessing.active_children()) == 1
        raise Enough

    with pytest.raises(Enough):
        run_import(tmp_path, check)
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_a_process_that_the_system_ends_is_told(tmp_path: Path) -> None:
    def kill() -> None:
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)

    with pytest.raises(InputError, match="memory ran out"):
        run_import(tmp_path, kill)
