"""What each build is made of."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT


def lines(name: str) -> list[str]:
    import flavours

    return flavours.requirements(flavours.FLAVOURS[name])


def test_a_build_takes_all_that_the_project_needs_and_one_onnxruntime() -> None:
    import flavours

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {flavours.name_of(line) for line in project["dependencies"]}
    for name in flavours.FLAVOURS:
        taken = {flavours.name_of(line) for line in lines(name)}
        assert {one for one in needed - taken if not one.startswith("onnxruntime")} == set()
    assert [line for line in lines("slim") if "onnxruntime" in line] == ["onnxruntime>=1.20"]


def test_the_slim_build_asks_for_neither_torch_nor_cuda() -> None:
    assert not [line for line in lines("slim") if "torch" in line or "cu" in line.split(";")[0]]


def test_the_gpu_build_brings_cuda_and_the_full_one_torch() -> None:
    cuda = "onnxruntime-gpu[cuda,cudnn]>=1.20; sys_platform != 'darwin'"
    assert cuda in lines("gpu")
    assert cuda in lines("full")
    assert not [line for line in lines("gpu") if line.startswith("torch")]
    assert [line for line in lines("full") if line.startswith("torch")]


def test_a_project_without_onnxruntime_is_told(tmp_path: Path) -> None:
    import flavours

    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\ndependencies = ["numpy"]\n')
    with pytest.raises(ValueError, match="names no onnxruntime"):
        flavours.requirements(flavours.FLAVOURS["slim"], path)
