"""The builds of PaintAssist and what each is made of.

pyproject.toml stays the one place that names versions; a flavour says which onnxruntime and
which extras it takes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = "onnxruntime"
TORCH_PACKAGES = ("torch", "onnx", "onnxscript", "safetensors", "transformers")
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Flavour:
    """A build.

    Attributes
    ----------
    name : str
    about : str
        For whom it is, in one line.
    runtime : str
        The onnxruntime that it takes, as pip names it, without a version.
    extras : tuple of str
        Of pyproject.toml.
    most_mb : int or None
        What it may take unpacked, in MB of 10**6 bytes.
    without : tuple of str
        Top-level modules that must not be in it.
    """

    name: str
    about: str
    runtime: str
    extras: tuple[str, ...] = ()
    most_mb: int | None = None
    without: tuple[str, ...] = ()


FLAVOURS = {
    flavour.name: flavour
    for flavour in (
        Flavour(
            "slim",
            "any computer; the model runs on the CPU (on macOS also by CoreML)",
            RUNTIME,
            most_mb=400,
            without=(*TORCH_PACKAGES, "nvidia"),
        ),
        Flavour(
            "gpu",
            "an NVIDIA card: CUDA and cuDNN come along",
            "onnxruntime-gpu[cuda,cudnn]",
            without=TORCH_PACKAGES,
        ),
        Flavour(
            "full",
            "also imports published weights, exports models and trains",
            "onnxruntime-gpu[cuda,cudnn]",
            extras=("torch",),
        ),
    )
}


def requirements(flavour: Flavour, pyproject: Path = ROOT / "pyproject.toml") -> list[str]:
    """Return what pip installs beside PaintAssist itself, one requirement a line.

    Where there is no onnxruntime for CUDA (macOS) the plain one takes its place.
    """
    project = tomllib.loads(pyproject.read_text("utf-8"))["project"]
    named = [name_of(line) for line in project["dependencies"]]
    lines = [line for line in project["dependencies"] if not name_of(line).startswith(RUNTIME)]
    if len(lines) == len(named):
        raise ValueError(f"{pyproject} names no {RUNTIME}")
    lines += runtime_lines(flavour, project["dependencies"])
    for extra in flavour.extras:
        lines += project["optional-dependencies"][extra]
    return lines


def runtime_lines(flavour: Flavour, dependencies: Sequence[str]) -> list[str]:
    """Return the lines for onnxruntime, with the least version that pyproject.toml asks for."""
    line = next(line for line in dependencies if name_of(line) == RUNTIME)
    version = re.sub(r"^[\w.-]+", "", line.partition(";")[0]).strip()
    if flavour.runtime == RUNTIME:
        return [RUNTIME + version]
    return [
        f"{flavour.runtime}{version}; sys_platform != 'darwin'",
        f"{RUNTIME}{version}; sys_platform == 'darwin'",
    ]


def name_of(requirement: str) -> str:
    """Return the package that a requirement names."""
    return re.split(r"[\[<>=;~! ]", requirement, maxsplit=1)[0].lower()


def version() -> str:
    """Return the version of PaintAssist, from the one place that says it."""
    text = (ROOT / "paintassist" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError("paintassist/__init__.py names no version")
    return found[1]
