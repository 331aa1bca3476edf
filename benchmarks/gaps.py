"""Open gaps in drawings with closed lines, close them again, and count.

    python benchmarks/gaps.py CLIP... [--gaps N] [--frames N]

In every drawing, 1 to 6 px of a line between two different segments are erased, one place at
a time, where the erasing makes the two one. For each radius it is counted how often closing
parts the two again, and how many segments closing makes in the drawing as it was, where every
one is wrong.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import binarize
from paintassist.core.retouch import Retouch, apply_retouch
from paintassist.core.segments import Segments, segment
from paintassist.io.images import read_image

RADII = (3, 6, 10)
LEAST_AREA = 60


def open_gap(
    whole: Segments, size: int, rng: np.random.Generator
) -> tuple[NDArray[np.uint8], tuple[int, int], tuple[int, int]] | None:
    """Erase `size` px along a line; returns the inks and a pixel on either side, as (y, x)."""
    lines = whole.inks > 0
    labels = whole.labels
    rows, cols = np.nonzero(lines)
    for _ in range(400):
        pick = rng.integers(len(rows))
        y, x = int(rows[pick]), int(cols[pick])
        if not (8 <= y < lines.shape[0] - 8 and 8 <= x < lines.shape[1] - 8):
            continue
        near_y, near_x = np.nonzero(labels[y - 5 : y + 6, x - 5 : x + 6])
        ids = labels[near_y + y - 5, near_x + x - 5]
        found = np.unique(ids)
        if len(found) != 2 or whole.area[found].min() < LEAST_AREA:
            continue
        sides = [np.array([near_y[ids == one].mean(), near_x[ids == one].mean()]) for one in found]
        across = sides[1] - sides[0]
        across /= np.linalg.norm(across) + 1e-9
        grid_y, grid_x = np.mgrid[-8:9, -8:9]
        along = np.abs(grid_y * across[1] - grid_x * across[0])
        depth = np.abs(grid_y * across[0] + grid_x * across[1])
        inks = whole.inks.copy()
        inks[y - 8 : y + 9, x - 8 : x + 9][(along < size / 2) & (depth < 6)] = 0
        one, other = (
            (int(near_y[k]) + y - 5, int(near_x[k]) + x - 5)
            for k in (np.argmax(ids == found[0]), np.argmax(ids == found[1]))
        )
        broken = segment(inks).labels
        if broken[one] == broken[other]:
            return inks, one, other
    return None


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clips", nargs="+", type=Path)
    parser.add_argument("--gaps", type=int, default=12, help="gaps a drawing")
    parser.add_argument("--frames", type=int, default=2, help="drawings a clip")
    arguments = parser.parse_args()
    rng = np.random.default_rng(0)
    closed = {radius: [0] * 7 for radius in RADII}
    opened, drawings = [0] * 7, 0
    wrong = dict.fromkeys(RADII, 0)
    seconds = dict.fromkeys(RADII, 0.0)
    segments = 0
    for clip in arguments.clips:
        for path in sorted((clip / "line").glob("*.png"))[: arguments.frames]:
            whole = segment(binarize(read_image(path)))
            drawings += 1
            segments += whole.count
            for radius in RADII:
                start = time.perf_counter()
                after = apply_retouch(whole, Retouch(radius))
                seconds[radius] += time.perf_counter() - start
                wrong[radius] += after.count - whole.count
            for number in range(arguments.gaps):
                size = number % 6 + 1
                case = open_gap(whole, size, rng)
                if case is None:
                    continue
                inks, one, other = case
                opened[size] += 1
                broken = segment(inks)
                for radius in RADII:
                    after = apply_retouch(broken, Retouch(radius)).labels
                    closed[radius][size] += int(after[one] != after[other])
    print(f"{drawings} drawings, {segments} segments, {sum(opened)} gaps opened")
    print("radius  closed again by size 1..6              all    wrong segments  seconds a drawing")
    for radius in RADII:
        sizes = "  ".join(f"{closed[radius][k]}/{opened[k]}" for k in range(1, 7))
        print(
            f"{radius:6}  {sizes:36}  {sum(closed[radius])}/{sum(opened)}"
            f"  {wrong[radius]:6}  {seconds[radius] / drawings:16.2f}"
        )


if __name__ == "__main__":
    main()
