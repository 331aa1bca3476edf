"""How long PaintAssist takes to a usable window: ``python -m benchmarks.start``.

Each run is a process of its own, started as `paintassist` starts, warm: one run that does not count
comes first. It ends when the window is shown, painted and takes its first event. Figures are
milliseconds of the clock from before the process exists, and of processor time of all threads,
which other programs change little. ``--program PATH`` measures a built folder in the same way, from
outside: until its window is on the screen (needs an X server and xdotool).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

BUDGET_MS = 1500
LOOK_AGAIN = 0.005
LONGEST = 60.0

# The window of the program itself, which tells when it is usable and closes.
CHILD = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import paintassist.ui.app as app

class Window(app.MainWindow):
    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(0, self.tell)

    def tell(self):
        QApplication.processEvents()
        print(f"{time.monotonic() - float(sys.argv[1])} {time.process_time()}", flush=True)
        QTimer.singleShot(0, self.close)

app.MainWindow = Window
from paintassist.cli.main import main
sys.exit(main([]))
"""


def start_python() -> tuple[float, float]:
    """Start the window once; seconds of the clock and of the processor."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # Compiled modules are kept, as in an installation.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(time.monotonic())],
        env=environment, capture_output=True, text=True, check=True, timeout=LONGEST,
    )  # fmt: skip
    clock, processor = map(float, done.stdout.split())
    return clock, processor


def start_program(program: Path) -> tuple[float, float]:
    """Start a built program once, until its window is on the screen of the X server."""
    begun = time.monotonic()
    process = subprocess.Popen([str(program)])
    try:
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)]
        while time.monotonic() < begun + LONGEST and process.poll() is None:
            if subprocess.run(search, capture_output=True, check=False).stdout:
                clock = time.monotonic() - begun
                ticks = Path(f"/proc/{process.pid}/stat").read_text("ascii").split()[13:15]
                return clock, sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
            time.sleep(LOOK_AGAIN)
        raise TimeoutError(f"{program} showed no window")
    finally:
        process.terminate()
        process.wait()


def measure(start: Callable[[], tuple[float, float]], runs: int) -> list[tuple[float, float]]:
    """Start so many times after one that does not count; milliseconds."""
    start()
    return [(1000 * clock, 1000 * processor) for clock, processor in (start() for _ in range(runs))]


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--program", type=Path, metavar="PATH", help="a built program")
    arguments = parser.parse_args()
    program = arguments.program
    rows = measure(lambda: start_program(program) if program else start_python(), arguments.runs)
    clocks, processors = zip(*rows, strict=True)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {arguments.runs} runs")
    for name, values in (("clock", clocks), ("processor", processors)):
        print(
            f"{name:10} median {statistics.median(values):6.0f} ms, best {min(values):6.0f}, "
            f"worst {max(values):6.0f}"
        )
    print(f"goal: a usable window within {BUDGET_MS} ms")


if __name__ == "__main__":
    main()
