"""Image files to pixels: every failure is one sentence that names the file and the remedy."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile, UnidentifiedImageError

from paintassist.core.errors import InputError, reason
from paintassist.core.lines import Ink, LineSettings, read_lines
from paintassist.io.layered.file import LayeredFile, LayerInfo
from paintassist.io.layered.opening import EXTENSIONS as LAYERED_EXTENSIONS
from paintassist.io.layered.opening import HEAD, is_layered, open_layered

MAX_SIDE = 20_000
MAX_PIXELS = 2**27
# Pixels that are converted at once.
STRIP_PIXELS = 2**18
# Bytes of a file that are decoded at once: no other thread runs meanwhile, and line art unpacks
# to two hundred times its size.
DECODED_AT_ONCE = 2**12
MAX_DPI = 30_000
FORMATS = ("PNG", "TGA", "TIFF", "BMP", "JPEG")
EXTENSIONS = (".png", ".tga", ".tif", ".tiff", ".bmp", ".jpg", ".jpeg")
SHEET_EXTENSIONS = (*EXTENSIONS, *LAYERED_EXTENSIONS)
# Formats in which the fourth channel is often padding: all zero then means opaque.
PADDED_ALPHA = ("TGA", "BMP")
# What Pillow keeps in four bytes a pixel, and as what an array of ours can be its memory.
FOUR_BYTE_MODES = {"RGBA": "RGBA", "RGB": "RGBX"}
DEEP_GREY_MODES = ("I;16", "I;16B", "I;16L", "I")
FOREIGN_MODES = ("CMYK", "LAB", "HSV")
PROFILE_NOTE = (
    "{name} has a colour profile of its own; its RGB values are taken as they are, "
    "convert it to sRGB if it looks different elsewhere"
)
JPEG_NOTE = (
    "{name} is a JPEG, whose compression changes colours and blurs lines; use PNG or TGA if you can"
)

Result = TypeVar("Result")

# Sizes are checked here, from the header; Pillow's own limit warns where we refuse.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True, eq=False)
class LoadedImage:
    """Pixels of a file.

    Attributes
    ----------
    rgba : (H, W, 4) uint8
        Straight alpha.
    notes : tuple of str
        Sentences that the painter should see.
    """

    rgba: NDArray[np.uint8]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class LineArt:
    """Line art of a file.

    Attributes
    ----------
    inks : (H, W) uint8
        Values of `Ink`.
    notes : tuple of str
        Sentences that the painter should see.
    guides : (H, W) uint8 or None
        See `core.lines.ReadLines`.
    """

    inks: NDArray[np.uint8]
    notes: tuple[str, ...] = ()
    guides: NDArray[np.uint8] | None = None


def is_image_path(path: Path) -> bool:
    """Tell by its name whether a file may be an image; hidden files are not."""
    return path.suffix.lower() in EXTENSIONS and not path.name.startswith(".")


def is_sheet_path(path: Path) -> bool:
    """Tell by its name whether a file may be a sheet, which may have layers."""
    return path.suffix.lower() in SHEET_EXTENSIONS and not path.name.startswith(".")


def read_image(path: Path | str) -> NDArray[np.uint8]:
    """Decode an image file; see `load_image`."""
    return load_image(path).rgba


def read_size(path: Path | str) -> tuple[int, int]:
    """Return width and height from the header alone; raises like `load_image`."""
    path = Path(path)
    with _naming_failures(path), path.open("rb") as stream:
        if is_layered(stream.read(HEAD)):
            return _open_layered(path, stream).size
    return _with_image(path, lambda image, stream: image.size)


def read_dpi(path: Path | str) -> tuple[float, float] | None:
    """Return pixels an inch, across and down, from the header; raises like `load_image`.

    None where the file does not say, as TGA never does.
    """
    return _with_image(Path(path), lambda image, stream: _dpi_of(image))


def load_image(path: Path | str) -> LoadedImage:
    """Decode an image file to 8-bit RGBA.

    Parameters
    ----------
    path : path
        PNG, TGA, TIFF, BMP or JPEG of any depth, deeper channels keep their high byte; or
        PSD or OpenRaster, as it shows itself. The bytes decide, not the name.

    Raises
    ------
    InputError
        If the file is missing, a folder, empty, unreadable, no image, damaged or too large.
    """
    path = Path(path)
    with _naming_failures(path), path.open("rb") as stream:
        if is_layered(stream.read(HEAD)):
            file = _open_layered(path, stream)
            return LoadedImage(file.merged(), file.notes)
    return _with_image(path, lambda image, stream: _decode(path, image, stream))


def list_layers(path: Path | str) -> tuple[LayerInfo, ...]:
    """Return the layers of a file from bottom to top, none if it is flat.

    Raises like `load_image`.
    """
    path = Path(path)
    with _naming_failures(path), path.open("rb") as stream:
        return _open_layered(path, stream).layers if is_layered(stream.read(HEAD)) else ()


def load_layers(path: Path | str, indices: Iterable[int]) -> LoadedImage:
    """Return some layers of a layered file on each other, on transparent.

    Raises like `load_image`.
    """
    path = Path(path)
    with _naming_failures(path), path.open("rb") as stream:
        file = _open_layered(path, stream)
        return LoadedImage(file.compose(indices), file.notes)


def _open_layered(path: Path, stream: BinaryIO) -> LayeredFile:
    def decode(inside: BinaryIO) -> NDArray[np.uint8]:
        with Image.open(inside, formats=FORMATS) as image:
            _check_size(path, *image.size)
            return _decode(path, image, inside).rgba

    return open_layered(path, stream, _check_size, decode)


def has_alpha(path: Path | str) -> bool:
    """Tell from the header whether a file can be transparent; raises like `load_image`."""
    path = Path(path)
    with _naming_failures(path), path.open("rb") as stream:
        if is_layered(stream.read(HEAD)):
            return True
    return _with_image(path, lambda image, stream: image.has_transparency_data)


def read_line_art(path: Path | str, settings: LineSettings | None = None) -> LineArt:
    """Read line art and binarise it.

    Raises
    ------
    InputError
        Like `load_image`, and if every pixel is line.
    """
    path, settings = Path(path), settings or LineSettings()
    loaded = load_image(path)
    read = read_lines(loaded.rgba, settings)
    inks = read.inks
    notes = list(loaded.notes)
    lowest, highest = int(inks.min()), int(inks.max())
    if lowest == highest == Ink.BLACK:
        raise InputError(
            f"{path} has nothing to paint, every pixel is line; "
            "check that it is line art on white or transparent"
        )
    if highest == Ink.NONE:
        notes.append(f"no line found in {path}; check that it is line art, not blank or too faint")
    return LineArt(inks, tuple(notes), read.guides)


def _with_image(path: Path, use: Callable[[Image.Image, BinaryIO], Result]) -> Result:
    """Open a file as an image, check its header, hand it on; name every failure."""
    with _naming_failures(path), path.open("rb") as stream:
        if not stream.read(1):
            raise InputError(f"{path} is empty (0 bytes); save or copy it again")
        stream.seek(0)
        with Image.open(stream, formats=FORMATS) as image:
            _check_size(path, *image.size)
            return use(image, stream)


@contextmanager
def _naming_failures(path: Path) -> Iterator[None]:
    """Make one sentence of whatever a decoder raises."""
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        raise _sentence(path, error) from error


def _dpi_of(image: Image.Image) -> tuple[float, float] | None:
    found = image.info.get("dpi")
    if not isinstance(found, tuple) or len(found) != 2:
        return None
    across, down = float(found[0]), float(found[1])
    return (across, down) if all(1 < value <= MAX_DPI for value in (across, down)) else None


def _check_size(path: Path, width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise InputError(f"{path} is {width} x {height} pixels; save it again")
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise InputError(
            f"{path} is {width} x {height} pixels, more than the limit of {MAX_SIDE:,} a side "
            f"and {MAX_PIXELS // 2**20} megapixels; scale it down or crop it"
        )


def _sentence(path: Path, error: Exception) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(f"{path} does not exist; check the name")
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return InputError(f"{path} is a folder, not an image; name a file in it")
    if isinstance(error, PermissionError):
        return InputError(f"{path} cannot be read, permission is denied; change its permissions")
    if isinstance(error, UnidentifiedImageError):
        kinds = ", ".join((*FORMATS, "PSD", "OpenRaster"))
        return InputError(f"{path} is not an image of a kind we read; save it as one of {kinds}")
    if isinstance(error, MemoryError):
        return InputError(f"{path} does not fit into memory; scale it down or close programs")
    # Decoders of damaged files raise nearly anything; the file is at fault in each case.
    return InputError(f"{path} is truncated or damaged ({reason(error)}); save or copy it again")


def _decode(path: Path, image: Image.Image, stream: BinaryIO) -> LoadedImage:
    if image.mode == "F":
        raise InputError(f"{path} has floating-point pixels; save it with 8 or 16 bits a channel")
    notes = [JPEG_NOTE.format(name=path)] if image.format == "JPEG" else []
    if image.mode in FOREIGN_MODES:
        notes.append(f"{path} is {image.mode}, so its colours are not exact; save it as RGB")
    elif _has_foreign_profile(image):
        notes.append(PROFILE_NOTE.format(name=path))
    stream_position = stream.tell()
    depth = _png_depth(stream) if image.format == "PNG" else 8
    stream.seek(stream_position)
    if isinstance(image, ImageFile.ImageFile):
        image.decodermaxblock = DECODED_AT_ONCE
    rgba = _load_in_place(image)
    if rgba is None:
        image.load()
        if image.mode in DEEP_GREY_MODES:
            rgba = _in_strips(image, _deep_grey)
        else:
            _scale_transparent_key(image, depth)
            rgba = _in_strips(image, _to_rgba)
    if image.format in PADDED_ALPHA and not rgba[..., 3].any():
        rgba[..., 3] = 255
    return LoadedImage(rgba, tuple(notes))


def _load_in_place(image: Image.Image) -> NDArray[np.uint8] | None:
    """Have Pillow decode into an array of ours, which saves a copy of the whole image.

    Returns
    -------
    (H, W, 4) uint8 or None
        None where the pixels need to be converted; then nothing was decoded.
    """
    if image.mode not in FOUR_BYTE_MODES or "transparency" in image.info:
        return None
    width, height = image.size
    rgba = np.zeros((height, width, 4), np.uint8)
    kind = FOUR_BYTE_MODES[image.mode]
    image.im = memory = Image.frombuffer(kind, image.size, rgba, "raw", kind, 0, 1).im
    image.load()
    if image.im is not memory:
        # A decoder that made memory of its own.
        return _in_strips(image, _to_rgba)
    if image.mode == "RGB":
        rgba[..., 3] = 255
    return rgba


def _in_strips(
    image: Image.Image, convert: Callable[[Image.Image], NDArray[np.uint8]]
) -> NDArray[np.uint8]:
    """Turn an image into RGBA piece by piece: copies of the whole would fill the memory."""
    width, height = image.size
    rows = max(1, STRIP_PIXELS // width)
    rgba = np.empty((height, width, 4), np.uint8)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        rgba[top:bottom] = convert(image.crop((0, top, width, bottom)))
    return rgba


def _to_rgba(strip: Image.Image) -> NDArray[np.uint8]:
    """Convert a piece of an image; `convert` would copy one that is RGBA already."""
    return np.asarray(strip if strip.mode == "RGBA" else strip.convert("RGBA"))


def _has_foreign_profile(image: Image.Image) -> bool:
    """Tell whether a file asks to be shown in other colours than sRGB's."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode in ("L", "1", "I", *DEEP_GREY_MODES):
        return False
    from PIL import ImageCms

    try:
        words = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError):
        return True
    return "srgb" not in words.casefold()


def _png_depth(stream: BinaryIO) -> int:
    """Return bits per channel from the header, which always stands at the same place."""
    stream.seek(24)
    depth = stream.read(1)
    return depth[0] if depth else 8


def _deep_grey(image: Image.Image) -> NDArray[np.uint8]:
    """Turn 16-bit grey into RGBA; a transparent key is compared at full depth."""
    values = np.array(image)
    grey = (np.clip(values, 0, 0xFFFF) >> 8).astype(np.uint8)
    alpha = np.full(grey.shape, 255, np.uint8)
    key = image.info.get("transparency")
    if isinstance(key, int):
        alpha[values == key] = 0
    return np.stack([grey, grey, grey, alpha], axis=2)


def _scale_transparent_key(image: Image.Image, depth: int) -> None:
    """Bring a PNG's transparent colour, stored at file depth, to Pillow's 8 bits."""
    key = image.info.get("transparency")
    if image.mode == "L" and isinstance(key, int) and depth in (2, 4):
        image.info["transparency"] = key * 255 // (2**depth - 1)
    elif image.mode == "RGB" and isinstance(key, tuple) and depth == 16:
        image.info["transparency"] = tuple(channel >> 8 for channel in key)
