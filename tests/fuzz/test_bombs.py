"""Files that claim or unpack to too much are refused before anything is decoded."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFile

from paintassist.core.errors import InputError
from paintassist.document.packing import PackedSegments, unpack_segments
from paintassist.io.images import MAX_PIXELS, MAX_SIDE, load_image, read_size
from tests.imagefiles import png_chunk
from tests.layeredfiles import flat, save_psd

SIDE = 100_000


def png_of(width: int, height: int, data: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    body = png_chunk(b"IDAT", data or zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + body + png_chunk(b"IEND", b"")


def patched(kind: str, at: int, form: str, *values: int) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, kind)
    data = bytearray(stream.getvalue())
    struct.pack_into(form, data, at, *values)
    return bytes(data)


def tiff_of(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (8, 8)).save(stream, "TIFF")
    data = bytearray(stream.getvalue())
    (offset,) = struct.unpack_from("<I", data, 4)
    for entry in range(struct.unpack_from("<H", data, offset)[0]):
        at = offset + 2 + 12 * entry
        tag = struct.unpack_from("<H", data, at)[0]
        if tag in (256, 257):
            struct.pack_into("<HII", data, at + 2, 4, 1, width if tag == 256 else height)
    return bytes(data)


def layered(save: Callable[..., Path], folder: Path, old: bytes, new: bytes) -> bytes:
    path = save(folder / "bomb", (8, 6), [("paint", flat(4, 3, 1, 2, 3, 255), (2, 1))])
    data = path.read_bytes()
    assert old in data
    return data.replace(old, new)


BOMBS: dict[str, Callable[[Path], bytes]] = {
    "png of one side": lambda folder: png_of(SIDE, 1),
    "png of both sides": lambda folder: png_of(SIDE, SIDE),
    "png of many pixels": lambda folder: png_of(MAX_SIDE, MAX_PIXELS // MAX_SIDE + 1),
    "bmp": lambda folder: patched("BMP", 18, "<ii", SIDE, SIDE),
    "tga": lambda folder: patched("TGA", 12, "<HH", 65_535, 65_535),
    "tiff": lambda folder: tiff_of(SIDE, SIDE),
    "jpeg": lambda folder: _jpeg(),
    "psd": lambda folder: layered(
        save_psd, folder, struct.pack(">II", 6, 8), struct.pack(">II", SIDE, SIDE)
    ),
}


def _jpeg() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "JPEG")
    data = bytearray(stream.getvalue())
    at = data.index(b"\xff\xc0")
    struct.pack_into(">HH", data, at + 5, 65_500, 65_500)
    return bytes(data)


@pytest.mark.parametrize("name", BOMBS)
def test_sizes_are_refused_by_the_header(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(BOMBS[name](tmp_path))

    def decoded(*_: object) -> None:
        raise AssertionError("it was decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decoded)
    for read in (read_size, load_image):
        with pytest.raises(InputError, match="more than the limit"):
            read(path)


def ora_with(folder: Path, stack: bytes, picture: bytes, compress: int = 0) -> Path:
    path = folder / "bomb.ora"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "image/openraster")
        archive.writestr("stack.xml", stack)
        archive.writestr("data/0.png", picture, compress)
    return path


def test_an_openraster_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = b'<stack><layer src="data/0.png"/></stack>'
    huge = ora_with(tmp_path, b'<image w="100000" h="9">' + layer + b"</image>", b"")
    with pytest.raises(InputError, match="more than the limit"):
        load_image(huge)
    inside = ora_with(tmp_path, b'<image w="9" h="9">' + layer + b"</image>", png_of(SIDE, SIDE))
    with pytest.raises(InputError, match="more than the limit"):
        load_image(inside)
    monkeypatch.setattr("paintassist.io.layered.ora.MOST_PICTURE", 1000)
    stack = b'<image w="9" h="9">' + layer + b"</image>"
    zeros = ora_with(tmp_path, stack, bytes(100_000), zipfile.ZIP_DEFLATED)
    with pytest.raises(InputError, match="unpacks to more"):
        load_image(zeros)
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><image w="9" h="9">&b;</image>'
    with pytest.raises(InputError, match="rules of its own"):
        load_image(ora_with(tmp_path, laughs, b""))


def test_a_label_map_unpacks_to_what_it_claims_and_no_more() -> None:
    bomb = zlib.compress(bytes(50_000_000))
    assert len(bomb) < 100_000
    with pytest.raises(ValueError, match="wrong size"):
        unpack_segments(PackedSegments(10, 10, 1, bomb, zlib.compress(bytes(100))))


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["L", "P", "RGB", "RGBA", "I;16"])
def test_the_largest_picture_fits_into_two_gigabytes(tmp_path: Path, mode: str) -> None:
    from tests.fuzz.run import MOST_BYTES, forget_peak, peak_bytes

    side = int(MAX_PIXELS**0.5)
    path = tmp_path / "large.png"
    picture = np.zeros((side, side), np.uint16 if mode == "I;16" else np.uint8)
    image = Image.fromarray(picture)
    if mode != "I;16":
        image = image.convert(mode)
    image.save(path, compress_level=1)
    del picture, image
    assert path.stat().st_size < 16 * 2**20
    forget_peak()
    before = peak_bytes()
    assert load_image(path).rgba.shape == (side, side, 4)
    used = peak_bytes() - before
    print(mode, side, f"{used / 2**20:.0f} MiB")
    assert used < MOST_BYTES
