"""Prove that a built folder works on its own: `python packaging/smoke.py FOLDER`.

Its programs run with an empty environment, from another folder, with no Python on the path:
what they need must lie in the folder. The sample is coloured and compared with its solution.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

LONGEST_SECONDS = 300
# What Windows cannot start without.
KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "NUMBER_OF_PROCESSORS")


def program_of(folder: Path) -> Path:
    """Return the program of a build that runs commands."""
    if folder.suffix == ".app":
        return folder / "Contents" / "MacOS" / "paintassist"
    return folder / ("paintassist-cli.exe" if os.name == "nt" else "paintassist")


def data_of(folder: Path) -> Path:
    """Return where a build keeps its files."""
    inside = folder / "Contents" / "Resources" if folder.suffix == ".app" else folder / "_internal"
    return inside / "paintassist" / "_data"


def run(program: Path, *words: str | Path, home: Path) -> str:
    """Run a command of a build in a bare environment and return what it printed."""
    bare = {key: os.environ[key] for key in KEPT if key in os.environ}
    bare |= {key: str(home) for key in ("HOME", "USERPROFILE", "LOCALAPPDATA", "TEMP", "TMP")}
    bare |= {"PATH": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(program), *map(str, words)],
        env=bare, cwd=home, capture_output=True, text=True, encoding="utf-8",
        timeout=LONGEST_SECONDS, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        sys.exit(f"{program.name} {words[0]} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def try_folder(folder: Path) -> None:
    """Run the commands of a build; the first that fails ends this program with its words."""
    folder = folder.resolve()
    program, sample = program_of(folder), data_of(folder) / "resources" / "sample"
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        print(run(program, "--version", home=home).strip())
        run(program, "doctor", "--json", home=home)
        run(program, "colorize", sample, "--out", home / "out", home=home)
        frames = sorted(path.name for path in (sample / "line").glob("*.png"))
        made = sorted(path.name for path in (home / "out").glob("*.png"))
        if made != frames:
            sys.exit(f"colorize made {made} of {frames}")
        scores = json.loads(run(program, "evaluate", sample, "--task", "clip", "--json", home=home))
        print(f"coloured {len(made)} frames of the sample; {summary(scores)}")


def summary(scores: object) -> str:
    """Return the accuracy that an evaluation names, whatever else it says."""
    if isinstance(scores, dict):
        for key, value in scores.items():
            if key.lower() in ("acc", "accuracy") and isinstance(value, float):
                return f"{key} {value:.3f}"
            if found := summary(value):
                return found
    return ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    try_folder(parser.parse_args().folder)
