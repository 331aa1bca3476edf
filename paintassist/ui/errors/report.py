"""A report of an error that a painter can read, copy and send. Knows no Qt."""

from __future__ import annotations

import platform
import re
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from paintassist import __version__

PACKAGES = (
    "PySide6-Essentials",
    "numpy",
    "opencv-python-headless",
    "pillow",
    "onnxruntime",
    "onnxruntime-gpu",
    "torch",
)
# An error's own words may be anything; a report is to be read.
MOST_WORDS = 2000
MOST_LINES = 120

ErrorInfo = tuple[type[BaseException], BaseException, TracebackType | None]


@dataclass(frozen=True)
class Trouble:
    """An error, written down in the thread where it happened.

    Attributes
    ----------
    kind : str
        Name of its type.
    place : str
        "file.py:12", the last line of ours on its way.
    text : str
        The traceback.
    """

    kind: str
    place: str
    text: str


def trouble_of(info: ErrorInfo) -> Trouble:
    """Write an error down: where it came from, never the values that were at hand."""
    kind, error, trace = info
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if "paintassist" in Path(frame.filename).parts]
    place = "nowhere"
    if last := (ours or frames)[-1:]:
        place = f"{Path(last[0].filename).name}:{last[0].lineno}"
    lines: list[str] = []
    for part in traceback.format_exception(kind, error, trace):
        lines += [line[:MOST_WORDS] for line in part.rstrip("\n").split("\n")]
    if len(lines) > MOST_LINES:
        half = MOST_LINES // 2
        lines = [*lines[:half], "    ...", *lines[-half:]]
    return Trouble(kind.__name__, place, "\n".join(lines))


def versions() -> list[str]:
    """Return what the program runs on, a line each."""
    # Brings the reader of mails: not at the start.
    from importlib.metadata import PackageNotFoundError, version

    found = [f"PaintAssist {__version__}", f"Python {platform.python_version()}"]
    found.append(f"{platform.system()} {platform.release()} {platform.machine()}")
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return found


def make_report(
    trouble: Trouble, facts: Mapping[str, str], actions: Sequence[str], home: Path | None = None
) -> str:
    """Put a report together.

    Parameters
    ----------
    trouble : Trouble
    facts : mapping of str to str
        What else helps: engine, model, provider, how many frames.
    actions : sequence of str
        See `Trail.lines`.
    home : Path, optional
        Its path is written as "~", for it names the painter; the user's home by default.

    Returns
    -------
    str
        Plain text. No pixels, no file contents.
    """
    parts = [
        f"{trouble.kind} at {trouble.place}",
        _section("Versions", versions()),
        _section("At work", (f"{key}: {value}" for key, value in facts.items() if value)),
        _section("Last actions", actions or ["none"]),
        _section("Where it happened", trouble.text.split("\n")),
    ]
    return _without_home("\n\n".join(parts) + "\n", home or Path.home())


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join([title, "-" * len(title), *lines])


def _without_home(text: str, home: Path) -> str:
    if home == Path(home.anchor):
        return text
    flags = re.IGNORECASE if sys.platform == "win32" else 0
    return re.sub(re.escape(str(home)) + r"(?=[\\/\s'\":]|$)", "~", text, flags=flags)
