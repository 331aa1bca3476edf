"""Pixels to image files."""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.io.atomic import write_atomic


class ImageFormat(StrEnum):
    """What composites can be written as; the value is the file extension."""

    PNG = "png"
    TGA = "tga"


def encode_image(rgba: NDArray[np.uint8], image_format: ImageFormat) -> bytes:
    """Encode pixels without loss: PNG, or 32-bit TGA with RLE, straight alpha in both.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
    image_format : ImageFormat
    """
    buffer = io.BytesIO()
    image = Image.fromarray(rgba)
    if image_format is ImageFormat.TGA:
        image.save(buffer, "TGA", compression="tga_rle")
    else:
        image.save(buffer, "PNG")
    return buffer.getvalue()


def write_image(path: Path | str, rgba: NDArray[np.uint8], image_format: ImageFormat) -> None:
    """Write an image atomically, replacing a file of that name.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    write_atomic(path, encode_image(rgba, image_format))
