"""The result of `bench` as a bar chart: a row a stage, ours beside the plain way."""

from __future__ import annotations

import math
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from paintassist.io.atomic import write_atomic

OURS, PLAIN = (38, 110, 190), (196, 200, 206)
TEXT, FAINT, PAPER = (40, 44, 52), (224, 226, 230), (255, 255, 255)
WIDTH, LABELS, MARGIN, BAR, GAP = 960, 170, 24, 12, 10
FONT_SIZE = 13


def write_chart(result: Mapping[str, Any], path: Path) -> None:
    """Draw all sizes of a result below each other as one PNG.

    Bars are processor time, which other programs change little, and logarithmic: stages
    differ by a factor of ten thousand.

    Parameters
    ----------
    result : mapping
        What `bench` returned.
    path : Path

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    buffer = BytesIO()
    draw_chart(result).save(buffer, "PNG", optimize=True)
    write_atomic(path, buffer.getvalue())


def draw_chart(result: Mapping[str, Any]) -> Image.Image:
    """Return the chart as an RGB image."""
    sizes = result["sizes"]
    values = [
        value
        for size in sizes.values()
        for timing in size["stages"].values()
        for value in (timing["cpu_seconds"], timing["straightforward_cpu_seconds"])
        if value
    ]
    low = math.floor(math.log10(min(values)))
    high = math.ceil(math.log10(max(values)))
    row = 2 * BAR + GAP
    lines = sum(len(size["stages"]) * row + 3 * GAP + FONT_SIZE for size in sizes.values())
    image = Image.new("RGB", (WIDTH, lines + 4 * MARGIN), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(FONT_SIZE)
    scale = (WIDTH - LABELS - 5 * MARGIN) / max(high - low, 1)

    def at(seconds: float) -> float:
        return LABELS + (math.log10(max(seconds, 10**low)) - low) * scale

    draw.text((MARGIN, GAP), f"processor time, {result['machine']}, {result['engine']}", TEXT, font)
    draw.rectangle((MARGIN, MARGIN + GAP, MARGIN + BAR, MARGIN + GAP + BAR), OURS)
    draw.text((MARGIN + BAR + 6, MARGIN + GAP - 2), "PaintAssist", TEXT, font)
    draw.rectangle((LABELS, MARGIN + GAP, LABELS + BAR, MARGIN + GAP + BAR), PLAIN)
    draw.text((LABELS + BAR + 6, MARGIN + GAP - 2), "the straightforward way", TEXT, font)
    y = 3.0 * MARGIN
    for power in range(low, high + 1):
        x = at(10**power)
        draw.line((x, y, x, image.height - MARGIN), FAINT)
        draw.text((x + 3, image.height - MARGIN - 2), _seconds(10**power), TEXT, font)
    for side, content in sizes.items():
        draw.text((MARGIN, y), f"{side} x {side}", TEXT, font)
        y += FONT_SIZE + GAP
        for name, timing in content["stages"].items():
            draw.text((MARGIN, y + BAR - FONT_SIZE / 2 - 2), name, TEXT, font)
            bars = ((timing["cpu_seconds"], OURS), (timing["straightforward_cpu_seconds"], PLAIN))
            for index, (seconds, color) in enumerate(bars):
                if not seconds:
                    continue
                top = y + index * BAR
                end = max(at(seconds), LABELS + 1)
                draw.rectangle((LABELS, top, end, top + BAR - 2), color)
                ratio = f"  {timing['cpu_ratio']:,.0f} x" if index else ""
                draw.text((end + 4, top - 3), _seconds(seconds) + ratio, TEXT, font)
            y += row
        y += 2 * GAP
    return image


def _seconds(seconds: float) -> str:
    """Write a time in three digits and its unit."""
    if seconds >= 100:
        return f"{seconds:,.0f} s"
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"
