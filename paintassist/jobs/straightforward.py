"""The plain way of each stage, one mask a segment and one loop a label.

This is how the published programs work. It is here as a yardstick for speed and as an
independent check of results; nothing else calls it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.painting import LINE_COLOR


def decode(path: Path) -> NDArray[np.uint8]:
    """Decode by Pillow alone, without looking at header, depth or alpha."""
    with Image.open(path) as image:
        return np.array(image.convert("RGBA"))


def segment(rgba: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Return the (H, W) label map, each trace line dilated over the whole image in turn.

    Trace lines go to the smallest neighbour, as our default rule says.
    """
    line = (rgba[..., 3] > 0) & (rgba[..., :3] < 255).any(axis=2)
    _, found = cv2.connectedComponents((~line).astype(np.uint8), connectivity=4)
    labels: NDArray[np.int32] = np.asarray(found, np.int32)
    area = np.bincount(labels.ravel())
    regions = labels.copy()
    traces = line & (rgba[..., :3] != 0).any(axis=2)
    colors = np.unique(rgba[traces], axis=0)
    for color in colors:
        mask = traces & (rgba == color).all(axis=2)
        count, parts = cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)
        for part in range(1, count):
            own = parts == part
            reach = cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
            near = np.unique(regions[reach])
            near = near[near > 0]
            labels[own] = near[area[near].argmin()] if len(near) else labels.max() + 1
    return labels


def reference_colors(labels: NDArray[np.int32], painting: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return (count + 1, 4): the most frequent colour under each segment's mask."""
    result = np.zeros((int(labels.max()) + 1, 4), np.uint8)
    for label in range(1, len(result)):
        values, counts = np.unique(painting[labels == label], axis=0, return_counts=True)
        result[label] = values[counts.argmax()]
    return result


def pool(labels: NDArray[np.int32], feature_map: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (count, C) means of a (C, h, w) map under each mask, as DACoN v1.1 pools.

    Masks are max-pooled to about 512 rows; the map is enlarged to that size.
    """
    step = (max(1, labels.shape[0] // 512), max(1, labels.shape[1] // 512))
    rows, columns = labels.shape[0] // step[0], labels.shape[1] // step[1]
    large = np.stack([cv2.resize(channel, (columns, rows)) for channel in feature_map])
    result = np.zeros((int(labels.max()), len(feature_map)), np.float32)
    for label in range(1, len(result) + 1):
        mask = labels[: rows * step[0], : columns * step[1]] == label
        cells = mask.reshape(rows, step[0], columns, step[1]).max(axis=(1, 3))
        result[label - 1] = (large * cells).sum(axis=(1, 2)) / max(int(cells.sum()), 1)
    return result


def match(
    target: NDArray[np.float32],
    references: Sequence[NDArray[np.float32]],
    colors: Sequence[NDArray[np.int32]],
) -> list[tuple[int, int]]:
    """Return the best and second-best colour of every target segment, one at a time.

    Parameters
    ----------
    target : (N, D) float32
    references : sequence of (M, D) float32
    colors : sequence of (M,) int32
        Palette indices.
    """
    result = []
    for vector in target:
        best: dict[int, float] = {}
        for page, page_colors in zip(references, colors, strict=True):
            for similarity, color in zip(page @ vector, page_colors, strict=True):
                if similarity > best.get(int(color), -np.inf):
                    best[int(color)] = float(similarity)
        ranked = sorted(best, key=lambda color: -best[color])
        result.append((ranked[0], ranked[1] if len(ranked) > 1 else -1))
    return result


def paint(labels: NDArray[np.int32], colors: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the (H, W, 4) composite, a mask a segment."""
    result = np.zeros((*labels.shape, 4), np.uint8)
    for label in range(1, len(colors)):
        result[labels == label] = colors[label]
    result[labels == 0] = LINE_COLOR
    return result
