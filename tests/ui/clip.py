"""A clip drawn in the test: shapes that move, a sheet that shows three of them, one unknown."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

WIDTH, HEIGHT = 200, 140
INK = (0, 0, 0, 255)
RED, GREEN, BLUE = (220, 40, 30, 255), (30, 160, 60, 255), (40, 60, 200, 255)
SHIFTS = (0, 6, 12, 18)

Points = dict[str, tuple[int, int]]


def centres(shift: int) -> Points:
    """Return a point inside each shape of a frame."""
    return {
        "square": (40 + shift, 40),
        "disc": (110 + shift, 45),
        "bar": (60 + shift, 105),
        "star": (140 + shift, 105),
    }


def draw(shift: int, star: bool = True) -> NDArray[np.uint8]:
    """Return line art (H, W, 4): black on white, not anti-aliased."""
    picture = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    at = centres(shift)
    x, y = at["square"]
    cv2.rectangle(picture, (x - 22, y - 22), (x + 22, y + 22), (0, 0, 0), 1)
    cv2.circle(picture, at["disc"], 25, (0, 0, 0), 1, cv2.LINE_4)
    x, y = at["bar"]
    cv2.rectangle(picture, (x - 40, y - 8), (x + 40, y + 8), (0, 0, 0), 1)
    if star:
        x, y = at["star"]
        corners = np.array([[x, y - 28], [x + 30, y + 22], [x - 30, y + 22]], np.int32)
        cv2.polylines(picture, [corners], True, (0, 0, 0), 1, cv2.LINE_4)
    alpha = np.full((HEIGHT, WIDTH, 1), 255, np.uint8)
    return np.concatenate([picture, alpha], axis=2)


def paint(line: NDArray[np.uint8], colors: dict[tuple[int, int], tuple[int, ...]]) -> NDArray:
    """Fill line art from points inside; the rest is transparent, lines stay black."""
    open_pixels = (line[..., 0] > 127).astype(np.uint8)
    _, labels = cv2.connectedComponents(open_pixels, connectivity=4)
    picture = np.zeros((*labels.shape, 4), np.uint8)
    for (x, y), color in colors.items():
        picture[labels == labels[y, x]] = color
    picture[labels == 0] = INK
    return picture


def write(path: Path, rgba: NDArray[np.uint8]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rgba).save(path)


def make_clip(root: Path) -> Path:
    """Write frames A1.. to `line/` and the sheet, which has no star, to `ref/`."""
    for number, shift in enumerate(SHIFTS, start=1):
        write(root / "line" / f"A{number}.png", draw(shift))
    line, at = draw(0, star=False), centres(0)
    painted = paint(line, {at["square"]: RED, at["disc"]: GREEN, at["bar"]: BLUE})
    write(root / "ref" / "line" / "design.png", line)
    write(root / "ref" / "gt" / "design.png", painted)
    return root
