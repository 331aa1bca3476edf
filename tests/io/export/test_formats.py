from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.errors import InputError
from paintassist.core.layers import STACK, Layer, Tone, split_layers
from paintassist.core.segments import segment
from paintassist.io.export.formats import (
    EncodeOptions,
    ImageFormat,
    encode_image,
    encode_layers,
    key_white,
    write_image,
)
from paintassist.io.export.reading import decode_image, decode_layers
from paintassist.io.images import read_dpi, read_image
from tests.drawing import ink_maps

FLAT = [item for item in ImageFormat if not item.is_layered]
LAYERED = [item for item in ImageFormat if item.is_layered]
WITH_ALPHA = [item for item in FLAT if item is not ImageFormat.TGA_24]
PIXELS = st.tuples(st.integers(1, 40), st.integers(2, 40)).flatmap(
    lambda size: arrays(np.uint8, (*size, 4), elements=st.sampled_from([0, 128, 255]))
)
OPTIONS = st.builds(EncodeOptions, st.booleans(), dpi=st.sampled_from([None, (150.0, 144.0)]))


def layers_of(inks: NDArray[np.uint8], seed: int = 0) -> dict[Layer, NDArray[np.uint8]]:
    segments = segment(inks)
    rng = np.random.default_rng(seed)
    colors = rng.integers(0, 256, (segments.count + 1, 4), np.uint8)
    colors[:, 3] = rng.choice([0, 255], segments.count + 1)
    colors[colors[:, 3] == 0] = 0
    tones = rng.integers(0, len(Tone), segments.count + 1).astype(np.uint8)
    return split_layers(segments, colors, tones, set(Layer))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("export")


@given(rgba=PIXELS, image_format=st.sampled_from(WITH_ALPHA), options=OPTIONS)
def test_what_is_written_is_read(
    folder: Path, rgba: NDArray[np.uint8], image_format: ImageFormat, options: EncodeOptions
) -> None:
    rgba[0, 0, 3] = 255
    if image_format is ImageFormat.PNG_INDEXED:
        # A palette keeps one kind of nothing.
        rgba[rgba[..., 3] == 0] = 0
    path = folder / f"a.{image_format.extension}"
    write_image(path, rgba, image_format, options)
    assert np.array_equal(read_image(path), rgba)


@given(rgba=PIXELS, compress=st.booleans(), true_white=st.integers(0, 254))
def test_white_is_transparent_in_24_bits_and_nothing_else_is(
    rgba: NDArray[np.uint8], compress: bool, true_white: int
) -> None:
    rgba[..., 3] = np.where(rgba[..., 3] > 100, 255, 0)
    options = EncodeOptions(compress, true_white)
    data = encode_image(rgba, ImageFormat.TGA_24, options)
    kind, depth = data[2], data[16]
    assert (kind, depth) == (10 if compress else 2, 24)
    with Image.open(io.BytesIO(data)) as image:
        rgb = np.array(image)
    clear = rgba[..., 3] == 0
    assert np.array_equal((rgb == 255).all(axis=2), clear)
    paper = (rgba[..., :3] == 255).all(axis=2) & ~clear
    assert (rgb[paper] == true_white).all()
    rest = ~clear & ~paper
    assert np.array_equal(rgb[rest], rgba[rest][:, :3])
    assert np.array_equal(decode_image(data, ImageFormat.TGA_24)[..., 3], rgba[..., 3])


def test_true_white_is_one_less_by_default() -> None:
    rgba = np.array([[(255, 255, 255, 255), (255, 255, 255, 0), (255, 255, 254, 255)]], np.uint8)
    assert key_white(rgba).tolist() == [[[254, 254, 254], [255, 255, 255], [255, 255, 254]]]


def test_half_transparent_pixels_do_not_fit_into_24_bits() -> None:
    rgba = np.full((2, 2, 4), 100, np.uint8)
    with pytest.raises(InputError, match="half transparent"):
        encode_image(rgba, ImageFormat.TGA_24)


def test_flat_areas_are_small_as_tga(tmp_path: Path) -> None:
    write_image(tmp_path / "a.tga", np.full((100, 100, 4), 9, np.uint8), ImageFormat.TGA)
    assert (tmp_path / "a.tga").stat().st_size < 1000


def test_an_indexed_png_is_one_and_refuses_too_many_colours() -> None:
    rgba = np.zeros((1, 257, 4), np.uint8)
    rgba[0, :, 0], rgba[0, :, 1], rgba[..., 3] = np.arange(257) % 256, np.arange(257) // 256, 255
    data = encode_image(rgba[:, :256], ImageFormat.PNG_INDEXED)
    with Image.open(io.BytesIO(data)) as image:
        assert image.mode == "P"
        assert np.array_equal(np.array(image.convert("RGBA")), rgba[:, :256])
    with pytest.raises(InputError, match="257 colours"):
        encode_image(rgba, ImageFormat.PNG_INDEXED)


@settings(max_examples=25)
@given(
    inks=ink_maps(),
    seed=st.integers(0, 99),
    image_format=st.sampled_from(LAYERED),
    wanted=st.sets(st.sampled_from(STACK)),
    compress=st.booleans(),
)
def test_layered_files_hold_every_layer_and_the_composite(
    inks: NDArray[np.uint8],
    seed: int,
    image_format: ImageFormat,
    wanted: set[Layer],
    compress: bool,
) -> None:
    layers = {
        layer: rgba
        for layer, rgba in layers_of(inks, seed).items()
        if layer in wanted or layer is Layer.COMPOSITE
    }
    data = encode_layers(layers, image_format, EncodeOptions(compress))
    assert data == encode_layers(layers, image_format, EncodeOptions(compress))
    found = decode_layers(data, image_format)
    assert found.keys() == layers.keys()
    for layer, rgba in layers.items():
        assert np.array_equal(found[layer], rgba)


# Lines of another shape whichever way they are turned.
INKS = np.pad(np.array([[1, 1, 1, 0], [1, 0, 1, 0], [1, 1, 1, 2]], np.uint8), ((2, 5), (3, 4)))


def test_psd_tools_sees_the_group_with_the_line_above_it() -> None:
    from psd_tools import PSDImage

    data = encode_layers(layers_of(INKS), ImageFormat.PSD)
    document = PSDImage.open(io.BytesIO(data))
    group, line = list(document)
    assert (group.name, group.kind, line.name, line.kind) == ("colours", "group", "line", "pixel")
    assert [layer.name for layer in group] == ["paint", "shadow", "highlight", "trace"]
    assert document.size == INKS.shape[::-1]


def test_openraster_is_one_for_every_reader() -> None:
    data = encode_layers(layers_of(INKS), ImageFormat.ORA, EncodeOptions(dpi=(144.0, 144.0)))
    # The type stands plainly at the head of the file.
    assert data[30:54] == b"mimetypeimage/openraster"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("stack.xml"))
        files = set(archive.namelist())
        with Image.open(io.BytesIO(archive.read("Thumbnails/thumbnail.png"))) as thumbnail:
            assert max(thumbnail.size) <= 256
    height, width = INKS.shape
    found = [root.get(key) for key in ("w", "h", "xres", "yres")]
    assert found == [str(width), str(height), "144", "144"]
    names = [layer.get("name") for layer in root.iter("layer")]
    assert names == ["line", "trace", "highlight", "shadow", "paint"]
    assert {layer.get("src") for layer in root.iter("layer")} < files


@pytest.mark.parametrize("image_format", [ImageFormat.PNG, ImageFormat.TIFF])
def test_the_resolution_is_kept(tmp_path: Path, image_format: ImageFormat) -> None:
    path = tmp_path / f"a.{image_format.extension}"
    rgba = np.zeros((2, 2, 4), np.uint8)
    write_image(path, rgba, image_format, EncodeOptions(dpi=(144.0, 150.0)))
    first = read_dpi(path)
    assert first == pytest.approx((144.0, 150.0), abs=0.02)
    write_image(path, rgba, image_format, EncodeOptions(dpi=first))
    assert read_dpi(path) == first
    write_image(path, rgba, image_format)
    assert read_dpi(path) is None


def test_a_side_that_no_psd_has_is_refused() -> None:
    rgba = np.zeros((1, 30_001, 4), np.uint8)
    with pytest.raises(InputError, match="30,000 a side"):
        encode_layers({Layer.COMPOSITE: rgba}, ImageFormat.PSD)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
@pytest.mark.parametrize("image_format", list(ImageFormat))
def test_damaged_files_are_told(image_format: ImageFormat) -> None:
    layers = layers_of(INKS)
    if image_format.is_layered:
        data = encode_layers(layers, image_format)
    else:
        data = encode_image(layers[Layer.COMPOSITE], image_format)
    with pytest.raises(ValueError, match=r"."):
        decode_image(data[: len(data) // 3], image_format)


@pytest.mark.skipif(shutil.which("identify") is None, reason="ImageMagick is not installed")
@pytest.mark.parametrize("image_format", [item for item in ImageFormat if item.extension != "ora"])
def test_imagemagick_reads_the_same_pixels(tmp_path: Path, image_format: ImageFormat) -> None:
    layers = layers_of(INKS)
    composite = layers[Layer.COMPOSITE]
    path = tmp_path / f"a.{image_format.extension}"
    if image_format.is_layered:
        path.write_bytes(encode_layers(layers, image_format))
    else:
        path.write_bytes(encode_image(composite, image_format))
    output = tmp_path / "b.png"
    subprocess.run(
        ["convert", f"{path}[0]", "-auto-orient", f"PNG32:{output}"], check=True, timeout=60
    )
    found = read_image(output)
    if image_format is ImageFormat.PSD:
        subprocess.run(["convert", f"{path}[1]", f"PNG32:{tmp_path / 'paint.png'}"], check=True)
        paint = read_image(tmp_path / "paint.png")
        paint[paint[..., 3] == 0] = 0
        assert np.array_equal(paint, layers[Layer.PAINT])
    if image_format is ImageFormat.TGA_24:
        assert np.array_equal(found[..., :3], key_white(composite))
        return
    found[found[..., 3] == 0] = 0
    assert np.array_equal(found, composite)
