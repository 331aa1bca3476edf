from __future__ import annotations

import os
import struct
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.errors import InputError
from paintassist.core.lines import Ink, LineSettings
from paintassist.io import images
from paintassist.io.images import is_image_path, load_image, read_image, read_line_art, read_size
from tests.imagefiles import GREY, GREY_ALPHA, PALETTE, RGB, RGBA, png, png_chunk, tga

# Pillow looks for a footer of this size even in a drawing of one pixel.
TGA_FOOTER = 26
SIDES = st.tuples(st.integers(1, 9), st.integers(1, 9))


def pixels(channels: int, dtype: type = np.uint8) -> st.SearchStrategy[NDArray[np.generic]]:
    return SIDES.flatmap(lambda size: arrays(dtype, (*size, channels)))


def read_bytes(folder: Path, data: bytes, name: str = "image") -> NDArray[np.uint8]:
    path = folder / name
    path.write_bytes(data)
    return read_image(path)


def opaque(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.concatenate([rgb, np.full_like(rgb[..., :1], 255)], axis=2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("images")


class TestPng:
    @given(rgba=pixels(4))
    def test_rgba(self, folder: Path, rgba: NDArray[np.uint8]) -> None:
        assert np.array_equal(read_bytes(folder, png(rgba, RGBA)), rgba)

    @given(rgb=pixels(3))
    def test_rgb_is_opaque(self, folder: Path, rgb: NDArray[np.uint8]) -> None:
        assert np.array_equal(read_bytes(folder, png(rgb, RGB)), opaque(rgb))

    @given(deep=pixels(4, np.uint16))
    def test_16_bit_rgba_keeps_the_high_byte(self, folder: Path, deep: NDArray[np.uint16]) -> None:
        assert np.array_equal(read_bytes(folder, png(deep, RGBA, 16)), deep >> 8)

    @given(deep=pixels(3, np.uint16))
    def test_16_bit_rgb_keeps_the_high_byte(self, folder: Path, deep: NDArray[np.uint16]) -> None:
        high = (deep >> 8).astype(np.uint8)
        assert np.array_equal(read_bytes(folder, png(deep, RGB, 16)), opaque(high))

    @given(deep=pixels(2, np.uint16))
    def test_16_bit_grey_alpha(self, folder: Path, deep: NDArray[np.uint16]) -> None:
        high = (deep >> 8).astype(np.uint8)
        assert np.array_equal(
            read_bytes(folder, png(deep, GREY_ALPHA, 16)), high[..., [0, 0, 0, 1]]
        )

    @given(deep=pixels(1, np.uint16))
    def test_16_bit_grey(self, folder: Path, deep: NDArray[np.uint16]) -> None:
        high = (deep >> 8).astype(np.uint8)
        assert np.array_equal(read_bytes(folder, png(deep, GREY, 16)), opaque(high[..., [0, 0, 0]]))

    @given(pair=pixels(2))
    def test_grey_alpha(self, folder: Path, pair: NDArray[np.uint8]) -> None:
        assert np.array_equal(read_bytes(folder, png(pair, GREY_ALPHA)), pair[..., [0, 0, 0, 1]])

    @pytest.mark.parametrize("depth", [1, 2, 4, 8])
    def test_grey_of_any_depth_spans_black_to_white(self, folder: Path, depth: int) -> None:
        top = 2**depth - 1
        values = np.array([[0, top, 1]])
        expected = [0, 255, 255 // top]
        assert read_bytes(folder, png(values, GREY, depth))[0, :, 0].tolist() == expected

    @pytest.mark.parametrize("depth", [1, 2, 4, 8, 16])
    def test_grey_transparent_key(self, folder: Path, depth: int) -> None:
        data = png(np.array([[0, 1]]), GREY, depth, transparency=struct.pack(">H", 1))
        assert read_bytes(folder, data)[0, :, 3].tolist() == [255, 0]

    @pytest.mark.parametrize("depth", [8, 16])
    def test_rgb_transparent_key(self, folder: Path, depth: int) -> None:
        factor = 257 if depth == 16 else 1
        values = np.array([[[10, 20, 30], [10, 20, 31]]]) * factor
        key = struct.pack(">HHH", *(10 * factor, 20 * factor, 30 * factor))
        data = png(values, RGB, depth, transparency=key)
        assert read_bytes(folder, data)[0, :, 3].tolist() == [0, 255]

    @pytest.mark.parametrize("depth", [1, 2, 4, 8])
    def test_palette_with_transparency(self, folder: Path, depth: int) -> None:
        palette = bytes([255, 0, 0, 0, 0, 255])
        data = png(
            np.array([[0, 1, 0]]), PALETTE, depth, palette=palette, transparency=bytes([128])
        )
        expected = [[255, 0, 0, 128], [0, 0, 255, 255], [255, 0, 0, 128]]
        assert read_bytes(folder, data)[0].tolist() == expected


class TestTga:
    @given(rgb=pixels(3), rle=st.booleans(), bottom_up=st.booleans())
    def test_24_bit(self, folder: Path, rgb: NDArray[np.uint8], rle: bool, bottom_up: bool) -> None:
        data = tga(rgb, rle=rle, bottom_up=bottom_up)
        assert np.array_equal(read_bytes(folder, data, "a.tga"), opaque(rgb))

    @given(rgba=pixels(4), rle=st.booleans(), bottom_up=st.booleans())
    def test_32_bit(
        self, folder: Path, rgba: NDArray[np.uint8], rle: bool, bottom_up: bool
    ) -> None:
        rgba[0, 0, 3] = 7
        data = tga(rgba, rle=rle, bottom_up=bottom_up)
        assume(len(data) >= TGA_FOOTER)
        assert np.array_equal(read_bytes(folder, data, "a.tga"), rgba)

    def test_all_zero_alpha_is_opaque(self, folder: Path) -> None:
        rgba = np.zeros((2, 3, 4), np.uint8)
        found = read_bytes(folder, tga(rgba, rle=True, bottom_up=True), "a.tga")
        assert (found[..., 3] == 255).all()

    def test_all_zero_alpha_of_png_stays(self, folder: Path) -> None:
        assert not read_bytes(folder, png(np.zeros((2, 2, 4)), RGBA)).any()


@pytest.mark.parametrize("kind", ["TIFF", "BMP"])
@given(rgb=pixels(3))
def test_other_lossless_kinds(folder: Path, kind: str, rgb: NDArray[np.uint8]) -> None:
    path = folder / f"a.{kind.lower()}"
    Image.fromarray(rgb).save(path, kind)
    assert np.array_equal(read_image(path), opaque(rgb))


def test_jpeg_comes_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    Image.fromarray(np.full((8, 8, 3), 200, np.uint8)).save(path)
    (note,) = load_image(path).notes
    assert "photo.jpg" in note
    assert "PNG" in note


def test_cmyk_comes_with_a_note(tmp_path: Path) -> None:
    Image.new("CMYK", (2, 2)).save(tmp_path / "print.tif")
    assert "is CMYK" in load_image(tmp_path / "print.tif").notes[0]


def test_floating_point_is_refused(tmp_path: Path) -> None:
    Image.new("F", (2, 2)).save(tmp_path / "linear.tif")
    with pytest.raises(InputError, match=r"linear\.tif has floating-point pixels"):
        read_image(tmp_path / "linear.tif")


def test_japanese_names_with_spaces(tmp_path: Path) -> None:
    path = tmp_path / "第 1 話" / "原画 A 001.png"
    path.parent.mkdir()
    path.write_bytes(png(np.zeros((2, 3, 4)), RGBA))
    assert read_image(path).shape == (2, 3, 4)
    assert read_size(path) == (3, 2)


def complaint(path: Path) -> str | None:
    try:
        read_image(path)
    except InputError as error:
        return str(error)
    return None


class TestBadFiles:
    def sentence(self, path: Path) -> str:
        with pytest.raises(InputError) as caught:
            read_image(path)
        text = str(caught.value)
        assert str(path) in text
        assert "\n" not in text
        return text

    def test_missing(self, tmp_path: Path) -> None:
        assert "does not exist" in self.sentence(tmp_path / "none.png")

    def test_folder(self, tmp_path: Path) -> None:
        assert "is a folder" in self.sentence(tmp_path)

    def test_empty(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.png"
        path.touch()
        assert "0 bytes" in self.sentence(path)

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
    def test_unreadable(self, tmp_path: Path) -> None:
        path = tmp_path / "secret.png"
        path.write_bytes(png(np.zeros((2, 2, 4)), RGBA))
        path.chmod(0)
        assert "permission" in self.sentence(path)

    def test_permission_denied(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(self: Path, mode: str) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        assert "permission" in self.sentence(tmp_path / "secret.png")

    @pytest.mark.parametrize("name", ["text.png", "text.tga", "text.txt"])
    def test_no_image(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        path.write_text("this is not a picture at all, though its name says so" * 4)
        assert "is not an image" in self.sentence(path)

    @given(data=st.binary(min_size=1, max_size=200))
    def test_any_bytes_give_an_image_or_a_sentence(self, folder: Path, data: bytes) -> None:
        path = folder / "any.tga"
        path.write_bytes(data)
        said = complaint(path)
        assert said is None or str(path) in said

    @given(share=st.floats(0.05, 0.95), which=st.integers(0, 3))
    def test_truncated(self, folder: Path, share: float, which: int) -> None:
        noise = np.random.default_rng(0).integers(0, 256, (40, 40, 4), dtype=np.uint8)
        data = (
            png(noise, RGBA),
            tga(noise, rle=False, bottom_up=True),
            tga(noise, rle=True, bottom_up=False),
            tga(noise[..., :3], rle=False, bottom_up=False),
        )[which]
        path = folder / "cut.png"
        path.write_bytes(data[: int(len(data) * share)])
        self.sentence(path)

    @given(at=st.integers(8, 400), value=st.integers(0, 255))
    def test_flipped_bytes_never_crash(self, folder: Path, at: int, value: int) -> None:
        noise = np.random.default_rng(0).integers(0, 256, (9, 9, 4), dtype=np.uint8)
        data = bytearray(png(noise, RGBA))
        data[at % len(data)] = value
        path = folder / "flipped.png"
        path.write_bytes(bytes(data))
        said = complaint(path)
        assert said is None or str(path) in said

    @pytest.mark.parametrize(("width", "height"), [(30_000, 10), (10, 20_001), (19_000, 19_000)])
    def test_too_large_is_refused_from_the_header(
        self, tmp_path: Path, width: int, height: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "wide.png"
        header = struct.pack(">IIBBBBB", width, height, 8, RGBA, 0, 0, 0)
        path.write_bytes(
            b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", b"")
        )
        monkeypatch.setattr(images, "_decode", lambda *args: pytest.fail("decoded"))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert f"{width} x {height}" in self.sentence(path)


class TestLineArt:
    def write(self, folder: Path, grey: NDArray[np.integer]) -> Path:
        path = folder / "line.png"
        path.write_bytes(png(grey, GREY))
        return path

    def test_lines_become_ink(self, tmp_path: Path) -> None:
        art = read_line_art(self.write(tmp_path, np.array([[255, 0, 255]])))
        assert art.inks.tolist() == [[Ink.NONE, Ink.BLACK, Ink.NONE]]
        assert art.notes == ()

    def test_threshold_is_used(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, np.array([[255, 0, 200]]))
        assert read_line_art(path, LineSettings(threshold=100)).inks[0, 2] == Ink.NONE
        assert read_line_art(path, LineSettings(threshold=10)).inks[0, 2] == Ink.BLACK

    def test_all_white_has_a_note(self, tmp_path: Path) -> None:
        art = read_line_art(self.write(tmp_path, np.full((3, 3), 255)))
        assert "no line found" in art.notes[0]

    def test_all_black_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="every pixel is line"):
            read_line_art(self.write(tmp_path, np.zeros((3, 3), np.uint8)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("A1.PNG", True), ("a.tiff", True), (".hidden.png", False), ("a.txt", False), ("png", False)],
)
def test_is_image_path(name: str, expected: bool) -> None:
    assert is_image_path(Path(name)) is expected


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "I;16"])
def test_strips_are_what_the_whole_is(
    tmp_path: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = np.random.default_rng(3).integers(0, 256, (13, 7, 4), np.uint8)
    values[0, 0] = 3
    image = Image.fromarray(values)
    if mode == "I;16":
        image = Image.fromarray(values[..., 0].astype(np.uint16) * 257)
    elif mode == "P":
        image = image.convert("RGB").quantize(16)
    else:
        image = image.convert(mode)
    path = tmp_path / "a.png"
    image.save(path, **({"transparency": 3} if mode in ("L", "P") else {}))
    whole = load_image(path).rgba
    monkeypatch.setattr("paintassist.io.images.STRIP_PIXELS", 20)
    assert (load_image(path).rgba == whole).all()
    assert whole[..., 3].min() < 255 or mode not in ("L", "P", "RGBA")
