"""Which execution providers of onnxruntime to ask for, and why not the GPU where it is none.

A provider is a device as onnxruntime names it. Which ones are compiled in, which ones can
run here and which one a session really got are three things; a painter wants one sentence.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SUFFIX = "ExecutionProvider"
CPU = "CPU"
# Best first. TensorRT is CUDA with another compiler.
PREFERENCE = ("Tensorrt", "CUDA", "Dml", "CoreML", CPU)
TITLES: Mapping[str, str] = {"Tensorrt": "TensorRT", "Dml": "DirectML"}
NVIDIA = ("Tensorrt", "CUDA")
# Frames that a GPU takes at once; a CPU gains nothing from more than one.
GPU_BATCH = 8
NEEDED = "CUDA 13 and cuDNN 9"


@dataclass(frozen=True)
class Choice:
    """What to ask onnxruntime for.

    Attributes
    ----------
    names : tuple of str
        Without the suffix, best first; the last is "CPU".
    reason : str
        Why the first is not a GPU; empty if it is.
    """

    names: tuple[str, ...]
    reason: str = ""

    @property
    def is_gpu(self) -> bool:
        """Whether the first choice is a GPU."""
        return self.names[0] != CPU


@dataclass(frozen=True)
class Device:
    """What a model runs on, for people.

    Attributes
    ----------
    runtime : str
        "onnxruntime" or "PyTorch".
    name : str
        "CPU", "CUDA", "TensorRT", "DirectML", "CoreML".
    reason : str
        Why it is not the GPU; empty where it is.
    """

    runtime: str
    name: str
    reason: str = ""

    @property
    def is_gpu(self) -> bool:
        """Whether it is a GPU."""
        return self.name != CPU

    def __str__(self) -> str:
        return f"{self.runtime} {self.name}"


def title(name: str) -> str:
    """Return what people call a provider."""
    return TITLES.get(name, name)


def can_load(library: str) -> bool:
    """Return whether a shared library can be loaded."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_nvidia_card(load: Callable[[str], bool] = can_load) -> bool:
    """Return whether this machine has an NVIDIA card with a driver."""
    if sys.platform == "win32":
        return load("nvcuda.dll")
    return sys.platform.startswith("linux") and (
        Path("/proc/driver/nvidia/version").exists() or load("libcuda.so.1")
    )


def has_tensorrt(load: Callable[[str], bool] = can_load) -> bool:
    """Return whether TensorRT is installed; onnxruntime names it even where it is not."""
    if importlib.util.find_spec("tensorrt_libs") or importlib.util.find_spec("tensorrt"):
        return True
    library = "nvinfer_10.dll" if sys.platform == "win32" else "libnvinfer.so.10"
    return load(library)


def choose(
    available: Sequence[str],
    device: str = "auto",
    *,
    card: Callable[[], bool] = has_nvidia_card,
    tensorrt: Callable[[], bool] = has_tensorrt,
) -> Choice:
    """Choose the providers to ask for.

    Parameters
    ----------
    available : sequence of str
        `onnxruntime.get_available_providers()`.
    device : {"auto", "cpu", "cuda"}
        "auto" takes the best there is.
    card, tensorrt : functions
        Whether there is an NVIDIA card, and TensorRT.
    """
    if device == "cpu":
        return Choice((CPU,), "the CPU was asked for")
    built = {name.removesuffix(SUFFIX) for name in available}
    wanted = [name for name in PREFERENCE if name in built and name != CPU]
    if device == "cuda":
        wanted = [name for name in wanted if name in NVIDIA]
    nvidia = [name for name in wanted if name in NVIDIA]
    if nvidia and not card():
        wanted = [name for name in wanted if name not in nvidia]
        if not wanted:
            return Choice((CPU,), "no NVIDIA card with a driver was found")
    if "Tensorrt" in wanted and not tensorrt():
        wanted.remove("Tensorrt")
    if not wanted:
        return Choice((CPU,), _unbuilt_reason(card))
    return Choice((*wanted, CPU))


def _unbuilt_reason(card: Callable[[], bool]) -> str:
    """Say what an onnxruntime without any GPU provider would need."""
    if card():
        return "this onnxruntime is built without CUDA; `pip install onnxruntime-gpu` in its place"
    return "no GPU that onnxruntime can use was found"


def options(name: str, cache: Path) -> tuple[str, dict[str, Any]]:
    """Return a provider as `InferenceSession` takes it.

    Parameters
    ----------
    name : str
    cache : Path
        Where TensorRT keeps what it compiles, minutes of work.
    """
    settings: dict[str, Any] = {}
    if name == "CUDA":
        # Grow by what is needed: a painter's other programs want memory too.
        settings = {"arena_extend_strategy": "kSameAsRequested"}
    elif name == "Tensorrt":
        settings = {
            "trt_engine_cache_enable": True,
            "trt_engine_cache_path": str(cache / "tensorrt"),
            "trt_fp16_enable": True,
        }
    return name + SUFFIX, settings


def lost_reason(wanted: str) -> str:
    """Say why a session did not get the provider that it was asked for."""
    if wanted in NVIDIA:
        return f"onnxruntime could not start {title(wanted)}; it needs {NEEDED}"
    return f"onnxruntime could not start {title(wanted)}"


def built_in() -> list[str]:
    """Return the names of the providers that this onnxruntime was built with, best first.

    Raises
    ------
    ImportError
        If onnxruntime is not installed.
    """
    import onnxruntime

    return [name.removesuffix(SUFFIX) for name in onnxruntime.get_available_providers()]


def probe(device: str = "auto") -> Device:
    """Return what a model would run on, without loading one.

    Raises
    ------
    ImportError
        If onnxruntime is not installed.
    """
    import onnxruntime

    choice = choose(onnxruntime.get_available_providers(), device)
    return Device("onnxruntime", title(choice.names[0]), choice.reason)
