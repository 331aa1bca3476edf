"""A picture of how a run went: its loss, and the shares of right colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

WIDTH, PANEL = 900, 300
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 40, 40
FONT = cv2.FONT_HERSHEY_SIMPLEX
INK, GRID = (60, 60, 60), (225, 225, 225)
# Curves of the two panels: column of the log, its colour (BGR) and its name.
PANELS = (
    (("loss", (180, 90, 30), "training loss"),),
    (
        ("hit", (180, 90, 30), "right while training"),
        ("validation", (40, 110, 220), "right on held-out characters"),
    ),
)
TICKS = 4


def draw_curves(rows: Sequence[Mapping[str, float]]) -> bytes:
    """Draw the log of a run.

    Parameters
    ----------
    rows : sequence of mappings
        Each with "step" and some of "loss", "hit", "validation".

    Returns
    -------
    bytes
        A PNG file.
    """
    image = np.full((PANEL * len(PANELS), WIDTH, 3), 255, np.uint8)
    last = max((row["step"] for row in rows), default=1.0)
    for number, curves in enumerate(PANELS):
        panel = image[number * PANEL : (number + 1) * PANEL]
        columns = {
            name: [(row["step"], row[name]) for row in rows if np.isfinite(row.get(name, np.nan))]
            for name, _, _ in curves
        }
        values = [value for points in columns.values() for _, value in points] or [0.0, 1.0]
        low, high = min(values), max(values)
        room = max(0.05 * (high - low), 0.01)
        low, high = low - room, high + room
        _draw_axes(panel, last, low, high)
        for index, (name, color, title) in enumerate(curves):
            points = columns[name]
            _draw_line(panel, points, last, low, high, color)
            newest = f": {points[-1][1]:.3f}" if points else ""
            where = (LEFT + 10 + index * 330, TOP - 14)
            cv2.putText(panel, title + newest, where, FONT, 0.5, color, 1, cv2.LINE_AA)
    encoded, data = cv2.imencode(".png", image)
    assert encoded
    return data.tobytes()


def _draw_axes(panel: NDArray[np.uint8], last: float, low: float, high: float) -> None:
    for tick in range(TICKS + 1):
        share = tick / TICKS
        x, y = _place(share * last, low + share * (high - low), last, low, high)
        cv2.line(panel, (LEFT, y), (WIDTH - RIGHT, y), GRID, 1)
        cv2.line(panel, (x, TOP), (x, PANEL - BOTTOM), GRID, 1)
        label = f"{low + share * (high - low):.2f}"
        cv2.putText(panel, label, (14, y + 4), FONT, 0.42, INK, 1, cv2.LINE_AA)
        label = f"{share * last:.0f}"
        where = (x - 4 * len(label), PANEL - BOTTOM + 18)
        cv2.putText(panel, label, where, FONT, 0.42, INK, 1, cv2.LINE_AA)


def _draw_line(
    panel: NDArray[np.uint8],
    points: Sequence[tuple[float, float]],
    last: float,
    low: float,
    high: float,
    color: tuple[int, int, int],
) -> None:
    places = [_place(step, value, last, low, high) for step, value in points]
    for one, other in pairwise(places):
        cv2.line(panel, one, other, color, 2, cv2.LINE_AA)
    for place in places[:1] if len(places) == 1 else []:
        cv2.circle(panel, place, 3, color, -1, cv2.LINE_AA)


def _place(step: float, value: float, last: float, low: float, high: float) -> tuple[int, int]:
    """Return pixel x and y of a point within a panel."""
    x = LEFT + (WIDTH - LEFT - RIGHT) * step / max(last, 1e-9)
    y = PANEL - BOTTOM - (PANEL - TOP - BOTTOM) * (value - low) / (high - low)
    return round(x), round(y)
