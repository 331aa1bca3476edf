"""Finished cels made from drawings as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.finished import FinishedCel
from paintassist.core.layers import Tone
from paintassist.core.lines import inks_to_rgba
from paintassist.core.matching import NO_COLOR
from paintassist.core.segments import segment
from paintassist.io.images import read_line_art
from tests.drawing import inks

# 1 outside, 2 left, 3 right with a shade that a blue line bounds: 4.
BOXES = """
    ..............
    .###.########.
    .#.#.#...b..#.
    .###.#...b..#.
    .....########.
    ..............
"""
RED, WHITE, SHADE = (200, 30, 30, 255), (255, 255, 255, 255), (90, 90, 160, 255)
PALETTE = np.array([(0, 0, 0, 0), RED, WHITE, SHADE], np.uint8)
PAINTED = (0, 1, 2, 3)


def read_inks(path: Path) -> NDArray[np.uint8]:
    return read_line_art(path).inks


def make_cel(
    name: str,
    source: Path | None = None,
    index: Sequence[int] = PAINTED,
    drawing: str = BOXES,
    dpi: tuple[float, float] | None = None,
) -> FinishedCel:
    """Return a cel of `drawing`, which is written to `source`; indices are of segments 1, 2..."""
    segments = segment(inks(drawing))
    if source is not None:
        source.parent.mkdir(parents=True, exist_ok=True)
        options = {} if dpi is None else {"dpi": dpi}
        Image.fromarray(inks_to_rgba(segments.inks)).save(source, **options)
    table = np.array([NO_COLOR, *index], np.int32)
    colors = np.concatenate([PALETTE, np.zeros((1, 4), np.uint8)])[table]
    tones = np.where(table == 3, Tone.SHADOW, Tone.NORMAL).astype(np.uint8)
    key = f"{drawing} {table.tolist()}"
    return FinishedCel(
        name, source, segments.size, colors, table, tones, lambda: segments, key, key
    )


def make_cels(root: Path, count: int) -> list[FinishedCel]:
    """Return cels A0001, A0002, ... with their drawings in `line/`."""
    names = [f"A{number:04d}" for number in range(1, count + 1)]
    return [make_cel(name, root / "line" / f"{name}.png") for name in names]
