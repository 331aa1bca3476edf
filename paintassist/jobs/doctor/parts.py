"""The program's own parts: Python and the packages."""

from __future__ import annotations

import importlib
import platform
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata

from paintassist import __version__
from paintassist.installed import is_frozen, remedy_for_broken
from paintassist.jobs.doctor.finding import Finding, State

# Package and the modules of it that must be importable.
NEEDED: Mapping[str, str] = {
    "numpy": "numpy",
    "opencv-python-headless": "cv2",
    "pillow": "PIL.Image",
    "platformdirs": "platformdirs",
    "psd-tools": "psd_tools",
    "pyyaml": "yaml",
    "scipy": "scipy.sparse",
    "tqdm": "tqdm",
}
QT = "PySide6_Essentials"
RUNTIMES = ("onnxruntime", "onnxruntime-gpu", "onnxruntime-directml")
TORCH = ("torch", "onnx", "onnxscript", "safetensors")
# Other builds of the same module: the one installed last has overwritten files of the other.
RIVALS = ("opencv-python", "opencv-contrib-python", "opencv-contrib-python-headless")


def version_of(package: str) -> str | None:
    """Return the version of an installed package."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def examine_program() -> Sequence[Finding]:
    """Tell which PaintAssist, Python and system these are."""
    python, system = platform.python_version(), platform.platform()
    facts = {
        "paintassist": __version__,
        "python": python,
        "system": system,
        "built": is_frozen(),
        "executable": sys.executable,
    }
    value = f"PaintAssist {__version__}, Python {python}, {system}"
    return [Finding("program", State.OK, value, facts=facts)]


def examine_packages() -> Sequence[Finding]:
    """Import every package that is needed, and look for ones that are in each other's way."""
    versions: dict[str, str] = {}
    findings = []
    for package, module in NEEDED.items():
        try:
            importlib.import_module(module)
        except Exception as error:
            words = f"{package} cannot be used ({error})"
            findings.append(Finding("packages", State.BROKEN, words, remedy_for_broken(package)))
        else:
            versions[package] = version_of(package) or "of unknown version"
    for package in (QT, *RUNTIMES, *TORCH):
        if there := version_of(package):
            versions[package] = there
    if not any(name in versions for name in RUNTIMES):
        findings.append(_no_runtime(versions))
    findings += conflicts({**versions, **{name: version_of(name) for name in RIVALS}})
    state = State.BROKEN if any(one.state is State.BROKEN for one in findings) else State.OK
    value = ", ".join(f"{name} {version}" for name, version in versions.items())
    if state is State.OK:
        findings.insert(0, Finding("packages", state, value, facts={"versions": versions}))
    return findings


def _no_runtime(versions: Mapping[str, str]) -> Finding:
    if "torch" in versions:
        words = "onnxruntime is not installed; PyTorch runs the models instead, and slower"
        return Finding("packages", State.NOTICE, words, remedy_for_broken("onnxruntime"))
    words = "neither onnxruntime nor PyTorch is installed, so that no model can run"
    return Finding("packages", State.BROKEN, words, remedy_for_broken("onnxruntime"))


def conflicts(versions: Mapping[str, str | None]) -> list[Finding]:
    """Return what is wrong with packages that are there together.

    Parameters
    ----------
    versions : mapping of package to version
        None for what is not installed.
    """
    findings = []
    runtimes = [name for name in RUNTIMES if versions.get(name)]
    if len(runtimes) > 1:
        words = f"{' and '.join(runtimes)} are both installed and hide each other's devices"
        remedy = f"pip uninstall -y {' '.join(runtimes)}, then pip install {runtimes[-1]}"
        findings.append(Finding("packages", State.NOTICE, words, remedy))
    if rivals := [name for name in RIVALS if versions.get(name)]:
        words = f"{' and '.join(rivals)} lie over opencv-python-headless and may break the window"
        remedy = (
            f"pip uninstall -y {' '.join(rivals)}, then "
            "pip install --force-reinstall --no-deps opencv-python-headless"
        )
        findings.append(Finding("packages", State.NOTICE, words, remedy))
    qt = versions.get(QT) or ""
    if sys.version_info < (3, 12) and qt.startswith("6.12"):
        words = f"{QT} {qt} ends a program on Python 3.11 after some thousand repaints"
        findings.append(
            Finding("packages", State.BROKEN, words, f"pip install '{QT.replace('_', '-')}<6.12'")
        )
    return findings
