"""PSD and OpenRaster files written for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Layer = tuple[str, NDArray[np.uint8], tuple[int, int]]
"""Name, pixels, and where they lie (left, top)."""


def save_psd(
    path: Path, size: tuple[int, int], layers: Sequence[Layer], mode: str = "RGB", depth: int = 8
) -> Path:
    """Write a PSD, layers from bottom to top; a name `group/name` puts it into a group."""
    from psd_tools import PSDImage

    psd = PSDImage.new(mode, size, depth=depth)
    for name, rgba, (left, top) in layers:
        group, _, last = name.rpartition("/")
        layer = psd.create_pixel_layer(Image.fromarray(rgba), name=last, left=left, top=top)
        if group:
            psd.create_group(name=group).append(layer)
    psd.save(path, encoding="utf-8")
    return path


def save_ora(path: Path, size: tuple[int, int], layers: Sequence[Layer], extra: str = "") -> Path:
    """Write an OpenRaster file without a merged picture, layers from bottom to top."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "image/openraster", zipfile.ZIP_STORED)
        rows = []
        for number, (name, rgba, (left, top)) in enumerate(layers):
            data = io.BytesIO()
            Image.fromarray(rgba).save(data, "PNG")
            archive.writestr(f"data/{number}.png", data.getvalue())
            rows.append(f'<layer name="{name}" src="data/{number}.png" x="{left}" y="{top}"/>')
        stack = "".join(reversed(rows))
        width, height = size
        archive.writestr(
            "stack.xml", f'{extra}<image w="{width}" h="{height}"><stack>{stack}</stack></image>'
        )
    return path


def flat(width: int, height: int, *color: int) -> NDArray[np.uint8]:
    """Return a rectangle of one colour."""
    return np.full((height, width, 4), color, np.uint8)
