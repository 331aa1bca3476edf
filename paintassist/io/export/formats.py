"""Pixels to the bytes of image files, without loss."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.errors import InputError
from paintassist.core.layers import Layer
from paintassist.core.palette import pack_colors, unpack_colors
from paintassist.io.atomic import write_atomic

MOST_INDEXED = 256
TRUE_WHITE = 254
WHITE = 255
# A TGA tells its size in 16 bits, a PSD has this limit of its own.
MOST_SIDE = {"tga": 65_535, "psd": 30_000}


class ImageFormat(StrEnum):
    """What cels can be written as; the value is what a preset and the command line say."""

    PNG = "png"
    """8-bit RGBA."""
    PNG_INDEXED = "png-indexed"
    """A table of at most 256 colours, each with its alpha."""
    TGA = "tga"
    """32-bit with alpha."""
    TGA_24 = "tga24"
    """24-bit, where white means transparent; paint that is white is written a little darker."""
    TIFF = "tiff"
    """8-bit RGBA."""
    PSD = "psd"
    """Layers in groups, for Photoshop, Krita and Clip Studio."""
    ORA = "ora"
    """OpenRaster: layers in groups, for Krita, GIMP and MyPaint."""

    @property
    def extension(self) -> str:
        """The end of the file's name, without the dot."""
        return self.value.removesuffix("24").removesuffix("-indexed")

    @property
    def is_layered(self) -> bool:
        """Whether one file holds all layers; otherwise each layer is a file."""
        return self in (ImageFormat.PSD, ImageFormat.ORA)


@dataclass(frozen=True)
class EncodeOptions:
    """How files are written.

    Attributes
    ----------
    compress : bool
        TGA, TIFF and PSD without loss, or raw. PNG and OpenRaster are always compressed.
    true_white : int
        What white paint is written as in the channels of `TGA_24`, 0..254.
    dpi : (float, float) or None
        Pixels an inch, across and down; None leaves it open. TGA has no place for it.
    """

    compress: bool = True
    true_white: int = TRUE_WHITE
    dpi: tuple[float, float] | None = None


DEFAULT_OPTIONS = EncodeOptions()


def encode_image(
    rgba: NDArray[np.uint8], image_format: ImageFormat, options: EncodeOptions = DEFAULT_OPTIONS
) -> bytes:
    """Encode one picture.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
        Straight alpha.
    image_format : ImageFormat
        One that is not layered.
    options : EncodeOptions

    Raises
    ------
    InputError
        If the format cannot hold the picture: too large, too many colours, half transparent.
    """
    _check_side(rgba, image_format)
    if image_format is ImageFormat.TGA_24:
        picture = Image.fromarray(key_white(rgba, options.true_white))
    elif image_format is ImageFormat.PNG_INDEXED:
        return _encode_indexed(rgba, options)
    else:
        picture = Image.fromarray(rgba)
    return _saved(picture, image_format, options)


def encode_layers(
    layers: Mapping[Layer, NDArray[np.uint8]],
    image_format: ImageFormat,
    options: EncodeOptions = DEFAULT_OPTIONS,
) -> bytes:
    """Encode a picture with its layers.

    Parameters
    ----------
    layers : mapping of Layer to (H, W, 4) uint8
        The lowest first; the composite must be there, it is what programs without layers show.
    image_format : ImageFormat
        One that is layered.
    options : EncodeOptions

    Raises
    ------
    InputError
        If the format cannot hold the picture.
    """
    _check_side(layers[Layer.COMPOSITE], image_format)
    if image_format is ImageFormat.PSD:
        from paintassist.io.export.psd import encode_psd

        return encode_psd(layers, options)
    from paintassist.io.export.openraster import encode_openraster

    return encode_openraster(layers, options)


def key_white(rgba: NDArray[np.uint8], true_white: int = TRUE_WHITE) -> NDArray[np.uint8]:
    """Return (H, W, 3): white where it is transparent, and nowhere else.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
    true_white : int
        What pure white paint becomes in each channel.

    Raises
    ------
    InputError
        If a pixel is half transparent.
    """
    alpha = rgba[..., 3]
    if np.any((alpha > 0) & (alpha < WHITE)):
        raise InputError(
            "a colour is half transparent, which TGA with 24 bits cannot keep; "
            "choose TGA with 32 bits or another format"
        )
    rgb = rgba[..., :3].copy()
    rgb[(rgb == WHITE).all(axis=2)] = true_white
    rgb[alpha == 0] = WHITE
    return rgb


def write_image(
    path: Path | str,
    rgba: NDArray[np.uint8],
    image_format: ImageFormat,
    options: EncodeOptions = DEFAULT_OPTIONS,
) -> None:
    """Write an (H, W, 4) image atomically, replacing a file of that name.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    write_atomic(path, encode_image(rgba, image_format, options))


def _check_side(rgba: NDArray[np.uint8], image_format: ImageFormat) -> None:
    height, width = rgba.shape[:2]
    most = MOST_SIDE.get(image_format.extension, WHITE**3)
    if max(width, height) > most:
        raise InputError(
            f"{width} x {height} pixels are more than {image_format.extension.upper()} can hold "
            f"({most:,} a side); choose PNG"
        )


def _encode_indexed(rgba: NDArray[np.uint8], options: EncodeOptions) -> bytes:
    packed, indices = np.unique(pack_colors(rgba), return_inverse=True)
    if len(packed) > MOST_INDEXED:
        raise InputError(
            f"there are {len(packed)} colours, more than the {MOST_INDEXED} of a PNG with a "
            "palette; choose PNG"
        )
    table = unpack_colors(packed)
    picture = Image.fromarray(indices.reshape(rgba.shape[:2]).astype(np.uint8)).convert("P")
    picture.putpalette(table[:, :3].tobytes(), "RGB")
    picture.info["transparency"] = table[:, 3].tobytes()
    return _saved(picture, ImageFormat.PNG, options)


def _saved(picture: Image.Image, image_format: ImageFormat, options: EncodeOptions) -> bytes:
    buffer = io.BytesIO()
    resolution = {} if options.dpi is None else {"dpi": options.dpi}
    if image_format.extension == "tga":
        picture.save(buffer, "TGA", compression="tga_rle" if options.compress else None)
    elif image_format is ImageFormat.TIFF:
        method = "tiff_adobe_deflate" if options.compress else None
        picture.save(buffer, "TIFF", compression=method, **resolution)
    else:
        picture.save(buffer, "PNG", **resolution)
    return buffer.getvalue()
