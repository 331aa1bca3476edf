"""Holds exported files against what other programs read in them: python export_readers.py FILE...

FILE is a composite or layered file of `paintassist export`; beside it must lie a PNG of the same
name that shows the composite (`--format png,psd,ora`). ImageMagick, GIMP and Krita are asked
where they are installed; Krita needs xvfb-run.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.io.images import read_image

PATIENCE = 240
GIMP = (
    '(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{source}" "x"))))'
    " (file-png-save RUN-NONINTERACTIVE image"
    ' (car (gimp-image-merge-visible-layers image 0)) "{target}" "x" 0 9 0 0 0 0 0))'
)


def with_imagemagick(source: Path, target: Path) -> list[str]:
    # TGA lies bottom up, as Photoshop writes it; ImageMagick turns it only when asked to.
    return ["convert", f"{source}[0]", "-auto-orient", f"PNG32:{target}"]


def with_gimp(source: Path, target: Path) -> list[str]:
    script = GIMP.format(source=source, target=target)
    return ["gimp", "-i", "-d", "-f", "-b", script, "-b", "(gimp-quit 0)"]


def with_krita(source: Path, target: Path) -> list[str]:
    return ["xvfb-run", "-a", "krita", str(source), "--export", "--export-filename", str(target)]


READERS: dict[str, Callable[[Path, Path], list[str]]] = {
    "convert": with_imagemagick,
    "gimp": with_gimp,
    "krita": with_krita,
}


def compare(found: NDArray[np.uint8], expected: NDArray[np.uint8], keyed: bool) -> str:
    """Say how many pixels differ; what transparent pixels are coloured does not matter."""
    if found.shape != expected.shape:
        return f"{found.shape[1]} x {found.shape[0]} pixels"
    expected = expected.copy()
    clear = expected[..., 3] == 0
    if keyed:
        expected[(expected[..., :3] == 255).all(axis=2) & ~clear, :3] = 254
        expected[clear] = 255
    else:
        found[(found[..., 3] == 0) & clear] = 0
        expected[clear] = 0
    wrong = int((found != expected).any(axis=2).sum())
    return "identical" if wrong == 0 else f"{wrong} pixels differ"


def main(names: list[str]) -> None:
    for name in names:
        source = Path(name).resolve()
        expected = read_image(source.with_suffix(".png"))
        keyed = source.suffix == ".tga" and source.read_bytes()[16] == 24
        for program, command in READERS.items():
            if shutil.which(program) is None:
                continue
            with tempfile.TemporaryDirectory() as folder:
                target = Path(folder) / "read.png"
                subprocess.run(
                    command(source, target), capture_output=True, timeout=PATIENCE, check=False
                )
                result = (
                    compare(read_image(target), expected, keyed)
                    if target.exists()
                    else "does not read it"
                )
            print(f"{source.name}\t{program}\t{result}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
