"""OpenRaster: a zip of PNG layers and an XML that stacks them (openraster.org, version 0.0.5)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.layers import Layer
from paintassist.io.export.formats import EncodeOptions

VERSION = "0.0.5"
MIME_TYPE = "image/openraster"
STACK_FILE, MERGED_FILE = "stack.xml", "mergedimage.png"
THUMBNAIL_FILE, THUMBNAIL_SIDE = "Thumbnails/thumbnail.png", 256
PAINT_GROUP = "colours"
# Fixed, so that the same picture gives the same bytes.
LONG_AGO = (1980, 1, 1, 0, 0, 0)
# Readers take a resolution as whole pixels an inch.
DEFAULT_DPI = 72.0


def encode_openraster(layers: Mapping[Layer, NDArray[np.uint8]], options: EncodeOptions) -> bytes:
    """Encode layers, the lowest first, and their composite; see `formats.encode_layers`."""
    merged = layers[Layer.COMPOSITE]
    single: dict[Layer, NDArray[np.uint8]] = {
        layer: rgba for layer, rgba in layers.items() if layer is not Layer.COMPOSITE
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        # First and not compressed, so that the type of the file can be told from its head.
        _add(archive, "mimetype", MIME_TYPE.encode(), zipfile.ZIP_STORED)
        _add(archive, STACK_FILE, _stack(single, merged.shape, options))
        for layer, rgba in single.items():
            _add(archive, layer_file(layer), _png(rgba), zipfile.ZIP_STORED)
        _add(archive, MERGED_FILE, _png(merged), zipfile.ZIP_STORED)
        _add(archive, THUMBNAIL_FILE, _thumbnail(merged), zipfile.ZIP_STORED)
    return buffer.getvalue()


def layer_file(layer: Layer) -> str:
    """Return the name inside the zip of a layer's picture."""
    return f"data/{layer}.png"


def _stack(
    layers: Mapping[Layer, NDArray[np.uint8]], shape: tuple[int, ...], options: EncodeOptions
) -> bytes:
    across, down = options.dpi or (DEFAULT_DPI, DEFAULT_DPI)
    image = ElementTree.Element(
        "image",
        version=VERSION,
        w=str(shape[1]),
        h=str(shape[0]),
        xres=str(round(across)),
        yres=str(round(down)),
    )
    root = ElementTree.SubElement(image, "stack")
    # The uppermost comes first.
    if Layer.LINE in layers:
        _add_layer(root, Layer.LINE)
    colored = [layer for layer in layers if layer is not Layer.LINE]
    if colored:
        group = ElementTree.SubElement(root, "stack", name=PAINT_GROUP, isolation="auto")
        for layer in reversed(colored):
            _add_layer(group, layer)
    text = ElementTree.tostring(image, encoding="UTF-8", xml_declaration=True)
    return bytes(text)


def _add_layer(parent: ElementTree.Element, layer: Layer) -> None:
    ElementTree.SubElement(
        parent,
        "layer",
        {
            "name": layer.value,
            "src": layer_file(layer),
            "x": "0",
            "y": "0",
            "opacity": "1.0",
            "visibility": "visible",
            "composite-op": "svg:src-over",
        },
    )


def _png(rgba: NDArray[np.uint8]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(rgba).save(buffer, "PNG")
    return buffer.getvalue()


def _thumbnail(rgba: NDArray[np.uint8]) -> bytes:
    picture = Image.fromarray(rgba)
    picture.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    return _png(np.asarray(picture))


def _add(
    archive: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED
) -> None:
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.compress_type = method
    archive.writestr(entry, data)
