"""The start is fast because heavy packages wait until they are used.

By the names of modules, not by seconds: `python -m benchmarks.start` measures those.
"""

import subprocess
import sys

import pytest

HEAVY = ["PySide6", "onnx", "onnxruntime", "scipy", "skimage", "torch", "transformers"]
# All that a window without a project may bring, beside the standard library and ourselves.
WINDOW_BUDGET = {
    "PIL", "PySide6", "cv2", "numpy", "platformdirs", "shiboken6", "shibokensupport",
}  # fmt: skip
MADE_UP = {"cython_runtime", "signature_bootstrap"}
QT_BUDGET = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
# Of the standard library: networks and processes are for the dialog of models.
SLOW_STANDARD = ["asyncio", "email", "http.client", "multiprocessing", "ssl", "unittest"]

OPEN_A_WINDOW = """
import sys
before = set(sys.modules)
from paintassist.ui.app import LaterEngine, MainWindow, make_application, make_project_engine
app = make_application()
engines = LaterEngine(make_project_engine)
window = MainWindow(engines)
window.show()
app.processEvents()
print(*sorted(set(sys.modules) - before))
engines.allow()
window.close()
"""


def run(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    "module",
    ["paintassist.cli.main", "paintassist.engines.registry", "paintassist.document.document"],
)
def test_heavy_packages_are_not_imported_at_start(module):
    code = f"import sys, {module}; print(*[name for name in {HEAVY} if name in sys.modules])"
    assert run(code) == []


def test_a_window_brings_no_more_than_its_budget():
    modules = run(OPEN_A_WINDOW)
    assert "paintassist.ui.main_window" in modules
    foreign = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names)
    foreign -= {"paintassist", "__mp_main__"}
    # What compiled packages make up for themselves while they load.
    foreign = {name for name in foreign if not name.startswith("_")} - MADE_UP
    assert foreign <= WINDOW_BUDGET
    assert {name for name in modules if name.startswith("PySide6.Qt")} <= QT_BUDGET
    assert [name for name in SLOW_STANDARD if name in modules] == []
    assert [name for name in modules if name.startswith("paintassist.training")] == []


def test_the_command_line_asks_for_no_array_before_it_needs_one():
    code = "import sys; from paintassist.cli.main import main; main(['doctor', '--help'])"
    modules = run(code + "\nprint('modules:', *sys.modules)")
    modules = modules[modules.index("modules:") + 1 :]
    assert [name for name in ("numpy", "cv2", "PIL", "PySide6") if name in modules] == []
