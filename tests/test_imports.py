"""The start is fast because heavy packages wait until they are used."""

import subprocess
import sys

import pytest

HEAVY = ["PySide6", "onnx", "onnxruntime", "scipy", "skimage", "torch", "transformers"]


@pytest.mark.parametrize(
    "module",
    ["paintassist.cli.main", "paintassist.engines.registry", "paintassist.document.document"],
)
def test_heavy_packages_are_not_imported_at_start(module):
    code = f"import sys, {module}; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
