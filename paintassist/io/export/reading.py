"""Exported files back to pixels, by other code than that which wrote them where there is any."""

from __future__ import annotations

import io
import zipfile

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.layers import Layer
from paintassist.io.export.formats import WHITE, ImageFormat
from paintassist.io.export.openraster import MERGED_FILE, layer_file

PILLOW_NAMES = {"png": "PNG", "tga": "TGA", "tiff": "TIFF", "psd": "PSD"}


def decode_image(data: bytes, image_format: ImageFormat) -> NDArray[np.uint8]:
    """Return the (H, W, 4) pixels of a file; of a layered one those of its composite.

    White is transparent in `TGA_24`.

    Raises
    ------
    ValueError
        If the bytes are no such file.
    """
    if image_format is ImageFormat.ORA:
        return _from_zip(data, MERGED_FILE)
    rgba = _decode(data, PILLOW_NAMES[image_format.extension])
    if image_format is ImageFormat.TGA_24:
        rgba[(rgba[..., :3] == WHITE).all(axis=2)] = 0
    return rgba


def decode_layers(data: bytes, image_format: ImageFormat) -> dict[Layer, NDArray[np.uint8]]:
    """Return every (H, W, 4) layer of a layered file, the composite included.

    Raises
    ------
    ValueError
        If the bytes are no such file.
    """
    found = {Layer.COMPOSITE: decode_image(data, image_format)}
    if image_format is ImageFormat.ORA:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
        present = [layer for layer in Layer if layer_file(layer) in names]
        return found | {layer: _from_zip(data, layer_file(layer)) for layer in present}
    # Pillow takes the channels of a layer in the order of their names, not of the file.
    from psd_tools import PSDImage

    try:
        for layer in PSDImage.open(io.BytesIO(data)).descendants():
            if layer.name in tuple(Layer):
                planes = layer.numpy()
                assert planes is not None
                found[Layer(layer.name)] = np.rint(planes * WHITE).astype(np.uint8)
    except (OSError, AssertionError, IndexError) as error:
        raise ValueError(str(error)) from error
    return found


def _decode(data: bytes, kind: str) -> NDArray[np.uint8]:
    try:
        with Image.open(io.BytesIO(data), formats=(kind,)) as image:
            return np.array(image.convert("RGBA"))
    except (OSError, SyntaxError) as error:
        raise ValueError(str(error)) from error


def _from_zip(data: bytes, name: str) -> NDArray[np.uint8]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _decode(archive.read(name), "PNG")
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError(str(error)) from error
