"""Which providers are asked for, and what a painter is told where it is not the GPU."""

from pathlib import Path

import pytest

from paintassist.engines.dacon import providers
from paintassist.engines.dacon.providers import Choice, Device, choose, options, probe

GPU_BUILD = ["TensorrtExecutionProvider", "CUDAExecutionProvider", "CPUExecutionProvider"]
CPU_BUILD = ["AzureExecutionProvider", "CPUExecutionProvider"]


def yes() -> bool:
    return True


def no() -> bool:
    return False


@pytest.mark.parametrize(
    ("available", "card", "tensorrt", "names"),
    [
        (GPU_BUILD, yes, yes, ("Tensorrt", "CUDA", "CPU")),
        (GPU_BUILD, yes, no, ("CUDA", "CPU")),
        (GPU_BUILD, no, no, ("CPU",)),
        (["DmlExecutionProvider", "CPUExecutionProvider"], no, no, ("Dml", "CPU")),
        (["CoreMLExecutionProvider", "CPUExecutionProvider"], no, no, ("CoreML", "CPU")),
        (CPU_BUILD, no, no, ("CPU",)),
    ],
)
def test_the_best_that_can_work_here_is_asked_for_first(available, card, tensorrt, names):
    choice = choose(available, card=card, tensorrt=tensorrt)

    assert choice.names == names
    assert choice.is_gpu == (choice.reason == "")


@pytest.mark.parametrize(
    ("available", "device", "card", "reason"),
    [
        (GPU_BUILD, "auto", no, "no NVIDIA card"),
        (CPU_BUILD, "auto", yes, "pip install onnxruntime-gpu"),
        (CPU_BUILD, "auto", no, "no GPU that onnxruntime can use"),
        (GPU_BUILD, "cpu", yes, "the CPU was asked for"),
    ],
)
def test_a_cpu_comes_with_its_reason(available, device, card, reason):
    choice = choose(available, device, card=card, tensorrt=no)

    assert choice.names == ("CPU",)
    assert reason in choice.reason


def test_cuda_is_not_answered_by_another_gpu():
    available = ["DmlExecutionProvider", "CPUExecutionProvider"]

    assert choose(available, "cuda", card=no, tensorrt=no).names == ("CPU",)


def test_a_card_is_known_by_its_driver(monkeypatch):
    monkeypatch.setattr(providers.sys, "platform", "win32")

    assert providers.has_nvidia_card(lambda library: library == "nvcuda.dll")
    assert not providers.has_nvidia_card(lambda library: False)


def test_tensorrt_keeps_what_it_compiles_in_the_users_cache(tmp_path: Path):
    name, settings = options("Tensorrt", tmp_path)

    assert name == "TensorrtExecutionProvider"
    assert settings["trt_engine_cache_path"] == str(tmp_path / "tensorrt")


def test_probing_loads_no_model_and_agrees_with_what_is_installed():
    assert probe("cpu") == Device("onnxruntime", "CPU", "the CPU was asked for")
    assert str(probe("cpu")) == "onnxruntime CPU"


def test_a_choice_of_one_is_the_cpu():
    assert not Choice(("CPU",), "why").is_gpu
