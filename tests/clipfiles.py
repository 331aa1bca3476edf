"""Clips written to disk from drawings as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.lines import inks_to_rgba
from tests.drawing import inks, painting

RED, GREEN, BLUE = (255, 0, 0, 255), (0, 200, 0, 255), (0, 0, 255, 255)
COLORS = {"R": RED, "G": GREEN, "B": BLUE, "W": (255, 255, 255, 255)}

# Two boxes side by side in an empty frame: segments 1 (background), 2 (left), 3 (right).
BOXES = """
    ...........
    .###.#####.
    .#.#.#...#.
    .###.#...#.
    .....#####.
    ...........
"""
# The same with paint: left red, right green.
PAINTED_BOXES = """
    ...........
    .###.#####.
    .#R#.#GGG#.
    .###.#GGG#.
    .....#####.
    ...........
"""


def save(path: Path, rgba: NDArray[np.uint8]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rgba).save(path)
    return path


def save_line(path: Path, drawing: str = BOXES) -> Path:
    return save(path, inks_to_rgba(inks(drawing)))


def save_painting(path: Path, text: str = PAINTED_BOXES) -> Path:
    return save(path, painting(text, COLORS))


def make_clip(
    root: Path, lines: Mapping[str, str], paintings: Mapping[str, str] | None = None
) -> Path:
    """Write `line/` and `gt/`; keys are stems."""
    for stem, text in lines.items():
        save_line(root / "line" / f"{stem}.png", text)
    for stem, text in (paintings or {}).items():
        save_painting(root / "gt" / f"{stem}.png", text)
    return root


def boxes_clip(root: Path, frames: int, painted: int) -> Path:
    """Write a clip of equal frames, the first ones painted."""
    names = [f"{index:04}" for index in range(frames)]
    return make_clip(
        root,
        dict.fromkeys(names, BOXES),
        dict.fromkeys(names[:painted], PAINTED_BOXES),
    )
