"""Annotated colour design sheets, composed from painted drawings.

Figures in rows, swatches of their colours in groups with words beside, call-out lines from
parts to groups, a title, a frame or a table: what a finishing house draws around a character.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Box = tuple[int, int, int, int]
RGBA = NDArray[np.uint8]


@dataclass(frozen=True)
class Layout:
    """How a sheet looks; the defaults are the plainest."""

    figure_height: int = 560
    swatch: tuple[int, int] = (34, 22)
    gap: int = 4
    outline: int = 1
    in_columns: bool = False
    side: str = "right"
    paper: tuple[int, int, int, int] = (255, 255, 255, 255)
    ink: tuple[int, int, int, int] = (0, 0, 0, 255)
    callouts: bool = True
    frame: bool = False
    table: bool = False
    soft: bool = False
    discs: bool = False
    font: str = ""


@dataclass
class Composed:
    """A sheet and what is on it."""

    rgba: RGBA
    figures: list[Box] = field(default_factory=list)
    swatches: list[tuple[Box, tuple[int, int, int]]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)


def halved(box: Box) -> Box:
    x, y, width, height = box
    return x // 2, y // 2, width // 2, height // 2


def color_groups(drawings: Sequence[RGBA], most: int = 12) -> list[list[tuple[int, int, int]]]:
    """Group the colours of drawings into parts: neighbours in hue, light before dark."""
    rgb = np.concatenate([item[item[..., 3] > 0][:, :3] for item in drawings])
    values, counts = np.unique(rgb, axis=0, return_counts=True)
    order = np.argsort(-counts)
    colors = [(int(r), int(g), int(b)) for r, g, b in values[order[counts[order] >= 60]]]
    colors = [color for color in colors if max(color) > 16]
    groups: list[list[tuple[int, int, int]]] = []
    for color in colors:
        hue = cv2.cvtColor(np.array([[color]], np.uint8), cv2.COLOR_RGB2HSV)[0, 0]
        for group in groups:
            other = cv2.cvtColor(np.array([[group[0]]], np.uint8), cv2.COLOR_RGB2HSV)[0, 0]
            if len(group) < 4 and abs(int(hue[0]) - int(other[0])) < 8:
                group.append(color)
                break
        else:
            groups.append([color])
    return [sorted(group, key=lambda c: -sum(c)) for group in groups[:most]]


def crop(rgba: RGBA) -> RGBA:
    """Cut a drawing to what is visible."""
    ys, xs = np.nonzero(rgba[..., 3])
    return rgba[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]


def compose_sheet(drawings: Sequence[RGBA], layout: Layout = Layout()) -> Composed:
    """Lay drawings out as a sheet.

    A soft sheet is drawn twice as large, then scaled down: every edge is blended.
    """
    scale = 2 if layout.soft else 1
    figures = [_scaled(crop(item), layout.figure_height * scale) for item in drawings]
    groups = color_groups(figures)
    pad = 40 * scale
    width = sum(item.shape[1] + pad for item in figures) + pad
    height = max(item.shape[0] for item in figures) + 3 * pad
    sw, sh = (side * scale for side in layout.swatch)
    gap = layout.gap * scale
    label = 110 * scale
    step = (sh + 16 * scale) if not layout.in_columns else sw + 40 * scale
    if layout.side == "right":
        area = label + 4 * (sw + gap) + pad
        columns = (
            max(1, -(-len(groups) * step // (height - 2 * pad))) if not layout.in_columns else 1
        )
        if layout.in_columns:
            area = len(groups) * (sw + 40 * scale) + pad
        size = (width + area * columns, height)
    else:
        size = (width, height + 5 * (sh + gap) + 2 * pad)
    image = Image.new("RGBA", size, layout.paper)
    draw = ImageDraw.Draw(image)
    made = Composed(np.zeros(0, np.uint8))
    x = pad
    for item in figures:
        y = 2 * pad + (height - 3 * pad - item.shape[0])
        image.alpha_composite(Image.fromarray(item), (x, y))
        made.figures.append((x, y, x + item.shape[1], y + item.shape[0]))
        x += item.shape[1] + pad
    font = (
        ImageFont.truetype(layout.font, 13 * scale)
        if layout.font
        else ImageFont.load_default(13 * scale)
    )
    big = (
        ImageFont.truetype(layout.font, 28 * scale)
        if layout.font
        else ImageFont.load_default(28 * scale)
    )
    draw.text((pad, pad // 2), "CHARACTER A  day", layout.ink, big)
    if layout.side == "right":
        left, top = width, 2 * pad
    else:
        left, top = pad, height
    words = (
        "頭髪 白目 肌 服 靴 帯 口 袋" if layout.font else "hair eyes skin shirt shoe belt mouth bag"
    )
    names = words.split()
    gx, gy = left, top
    for number, group in enumerate(groups):
        if layout.in_columns:
            draw.text((gx, gy - 18 * scale), names[number % len(names)], layout.ink, font)
            spots = [(gx, gy + place * (sh + gap)) for place in range(len(group))]
        else:
            draw.text((gx, gy), names[number % len(names)], layout.ink, font)
            spots = [(gx + label + place * (sw + gap), gy) for place in range(len(group))]
        for (sx, sy), color in zip(spots, group, strict=True):
            rect = (sx, sy, sx + sw - 1, sy + sh - 1)
            shape = draw.ellipse if layout.discs else draw.rectangle
            shape(
                rect,
                (*color, 255),
                layout.ink if layout.outline else None,
                layout.outline * scale if layout.outline else 1,
            )
            if layout.table:
                draw.rectangle(
                    (sx - 3 * scale, sy - 3 * scale, sx + sw + 2 * scale, sy + sh + 2 * scale),
                    None,
                    layout.ink,
                    scale,
                )
            made.swatches.append(((sx, sy, sx + sw, sy + sh), color))
            made.groups.append(number)
        if layout.callouts and number % 2 == 0:
            _call_out(draw, figures, made, group[0], spots[0], layout, scale)
        if layout.in_columns:
            gx += step
        else:
            gy += step
            if (layout.side == "right" and gy + sh > size[1] - pad) or (
                layout.side != "right" and gy + sh > size[1] - pad // 2
            ):
                gx, gy = gx + label + 4 * (sw + gap) + pad, top
    if layout.frame:
        inset = pad // 4
        draw.rectangle(
            (inset, inset, size[0] - inset, size[1] - inset), None, layout.ink, 2 * scale
        )
    rgba = np.array(image)
    if layout.soft:
        rgba = cv2.resize(rgba, (size[0] // 2, size[1] // 2), interpolation=cv2.INTER_AREA)
        made.figures = [halved(box) for box in made.figures]
        made.swatches = [(halved(box), color) for box, color in made.swatches]
    made.rgba = rgba
    return made


def _call_out(
    draw: ImageDraw.ImageDraw,
    figures: Sequence[RGBA],
    made: Composed,
    color: tuple[int, int, int],
    spot: tuple[int, int],
    layout: Layout,
    scale: int,
) -> None:
    for item, (x, y, *_) in reversed(list(zip(figures, made.figures, strict=True))):
        ys, xs = np.nonzero((item[..., :3] == color).all(axis=2) & (item[..., 3] > 0))
        if len(xs):
            # From the place from which the line is shortest, so that few lines cross.
            nearest = np.hypot(x + xs - spot[0], y + ys - spot[1]).argmin()
            start = (x + int(xs[nearest]), y + int(ys[nearest]))
            bend = (spot[0] - 60 * scale, spot[1] + 8 * scale)
            draw.line([start, bend, (spot[0] - 4 * scale, bend[1])], layout.ink, scale)
            return


def _scaled(rgba: RGBA, height: int) -> RGBA:
    factor = height / rgba.shape[0]
    size = (max(1, round(rgba.shape[1] * factor)), height)
    return cv2.resize(rgba, size, interpolation=cv2.INTER_NEAREST)
