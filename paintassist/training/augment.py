"""Distortions that make one drawing into many, with segments that stay closed."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.segments import Segments, segment, segments_from_labels
from paintassist.training.scenes import LINE_SHADE

INCLUSION = 0.2


@dataclass(frozen=True)
class Style:
    """What all drawings of one sample have in common.

    Attributes
    ----------
    ink_table : tuple of int
        Which ink each ink becomes (houses use the trace colours differently).
    thickness : int
        Extra pixels of line width.
    flip : bool
    """

    ink_table: tuple[int, ...]
    thickness: int
    flip: bool


def random_style(rng: np.random.Generator) -> Style:
    """Draw a style: mostly plain, sometimes other trace colours, black ones or thick lines."""
    inks = [int(ink) for ink in Ink]
    chance = rng.random()
    if chance < 0.15:
        inks[2:] = [int(ink) for ink in rng.permutation(inks[2:])]
    elif chance < 0.3:
        inks[2:] = [int(Ink.BLACK)] * 3
    thickness = int(rng.choice([0, 0, 0, 0, 1, 2]))
    return Style(tuple(inks), thickness, bool(rng.random() < 0.5))


def distort(
    inks: NDArray[np.uint8],
    shades: NDArray[np.uint8],
    style: Style | None,
    rng: np.random.Generator,
    labels: NDArray[np.int32] | None = None,
) -> tuple[Segments, NDArray[np.int64]]:
    """Warp one drawing, keep its segments closed, and segment it again.

    Parameters
    ----------
    inks, shades : (H, W) uint8
        See `Scene`.
    style : Style or None
        None leaves the drawing as it is.
    labels : (H, W) int32, optional
        Its label map, where the lines alone would not give it.

    Returns
    -------
    segments : Segments
    colors : (N,) int64
        Shade number of every segment, `LINE_SHADE` where it is unclear.
    """
    if style is None:
        segments = segment(inks) if labels is None else segments_from_labels(labels, inks)
        return segments, shade_of_segments(segments, shades)
    if labels is None:
        labels = segment(np.ascontiguousarray(inks)).labels
    if style.flip:
        inks, shades, labels = inks[:, ::-1], shades[:, ::-1], labels[:, ::-1]
    map_x, map_y = _random_warp(inks.shape, rng)
    # Regions carry the identity through the warp; walls are put back where it broke a line.
    regions = np.ascontiguousarray(labels, dtype=np.float32)
    warped = cv2.remap(
        regions, map_x, map_y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE
    ).astype(np.int32)
    ink = cv2.remap(
        np.ascontiguousarray(inks),
        map_x,
        map_y,
        cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_REPLICATE,
    )
    shade = cv2.remap(
        np.ascontiguousarray(shades),
        map_x,
        map_y,
        cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_REPLICATE,
    )
    ink = np.array(style.ink_table, np.uint8)[ink]
    if style.thickness:
        kernel = np.ones((1 + style.thickness, 1 + style.thickness), np.uint8)
        black = cv2.dilate((ink == Ink.BLACK).astype(np.uint8), kernel)
        ink[black > 0] = Ink.BLACK
    _close_walls(ink, warped)
    segments = segment(ink)
    return segments, shade_of_segments(segments, np.asarray(shade, np.uint8))


def _random_warp(
    shape: tuple[int, ...], rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return sampling maps of a random affine and smooth non-rigid warp, with zoom."""
    height, width = shape
    angle, shear = rng.normal(0, 0.08), rng.normal(0, 0.05)
    zoom = np.exp(rng.normal(0, 0.12))
    stretch = np.exp(rng.normal(0, 0.06))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = turn @ np.array([[stretch / zoom, shear], [0, 1 / stretch / zoom]])
    shift = rng.normal(0, 0.03, 2) * (width, height)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    centred_x, centred_y = x - width / 2, y - height / 2
    strength = rng.choice([0.0, 0.01, 0.02, 0.035]) * width
    wave = cv2.resize(
        rng.normal(0, 1, (6, 6, 2)).astype(np.float32),
        (width, height),
        interpolation=cv2.INTER_CUBIC,
    )
    map_x = matrix[0, 0] * centred_x + matrix[0, 1] * centred_y + width / 2 + shift[0]
    map_y = matrix[1, 0] * centred_x + matrix[1, 1] * centred_y + height / 2 + shift[1]
    return (
        (map_x + strength * wave[..., 0]).astype(np.float32),
        (map_y + strength * wave[..., 1]).astype(np.float32),
    )


def _close_walls(ink: NDArray[np.uint8], regions: NDArray[np.int32]) -> None:
    """Put a line pixel between neighbours of different regions, in place."""
    for here, there in ((np.s_[:, :-1], np.s_[:, 1:]), (np.s_[:-1], np.s_[1:])):
        both = (ink[here] == Ink.NONE) & (ink[there] == Ink.NONE)
        split = both & (regions[here] != regions[there])
        part = ink[here]
        part[split] = Ink.BLACK


def shade_of_segments(segments: Segments, shade: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return the most frequent shade among each segment's open pixels, (N,) int64."""
    open_pixels = (segments.inks == Ink.NONE) & (shade != LINE_SHADE)
    key = segments.labels[open_pixels].astype(np.int64) * 256 + shade[open_pixels]
    votes = np.bincount(key, minlength=(segments.count + 1) * 256)
    table = votes.reshape(segments.count + 1, 256)[1:]
    best = table.argmax(axis=1)
    best[table.max(axis=1) == 0] = LINE_SHADE
    return best


def include(colors: list[NDArray[np.int64]], rng: np.random.Generator) -> list[NDArray[np.int64]]:
    """Merge some colours of a sample into one (inclusion augmentation of BasicPBC, CVPR 2024)."""
    if rng.random() >= INCLUSION:
        return colors
    present = np.unique(np.concatenate(colors))
    present = present[present != LINE_SHADE]
    if len(present) < 4:
        return colors
    merged = rng.choice(
        present, size=int(rng.integers(2, max(3, len(present) // 2))), replace=False
    )
    table = np.arange(256)
    table[merged] = merged[0]
    return [table[frame] for frame in colors]
