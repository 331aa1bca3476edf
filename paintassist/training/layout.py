"""Writes drawn characters in the PaintBucket-Character layout, for any tool to read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.lines import inks_to_rgba
from paintassist.core.references import segment_colors
from paintassist.core.segments import segment
from paintassist.training.cel import Cel, Character


def write_character(
    folder: Path, character: Character, rng: np.random.Generator, frames: int, size: int
) -> None:
    """Draw one character: a clip of `frames` cels, and its sheet views under `ref/`.

    The folder appears complete or not at all.

    Parameters
    ----------
    folder : Path
        Must not exist yet.
    size : int
        Side of the canvas in pixels.
    """
    part = folder.with_name(folder.name + ".part")
    # What a killed run left may have more frames.
    shutil.rmtree(part, ignore_errors=True)
    write_cels(part, [character.draw(pose, size) for pose in character.clip(rng, frames)])
    write_cels(part / "ref", [character.draw(pose, size) for pose in character.sheet()])
    part.rename(folder)


def write_cels(folder: Path, cels: Sequence[Cel]) -> None:
    """Write `line/`, `gt/`, `seg/` and `json_color/`, numbered from 0000."""
    for name in ("line", "gt", "seg", "json_color"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for index, cel in enumerate(cels):
        stem = f"{index:04d}"
        segments = segment(cel.inks)
        colors = segment_colors(segments, cel.paint)
        _save(folder / "line" / f"{stem}.png", inks_to_rgba(cel.inks))
        _save(folder / "gt" / f"{stem}.png", cel.paint)
        _save(folder / "seg" / f"{stem}.png", _ids_as_rgb(segments.labels))
        table = {str(index): color.tolist() for index, color in enumerate(colors) if index}
        text = json.dumps(table, separators=(",", ":"))
        (folder / "json_color" / f"{stem}.json").write_text(text, encoding="utf-8")


def _save(path: Path, pixels: NDArray[np.uint8]) -> None:
    Image.fromarray(pixels).save(path, compress_level=4)


def _ids_as_rgb(labels: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Write ids as R << 16 | G << 8 | B, (H, W, 3) uint8."""
    return np.stack([labels >> 16, labels >> 8, labels], axis=2).astype(np.uint8)
