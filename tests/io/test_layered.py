from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from paintassist.core.errors import InputError
from paintassist.io.images import list_layers, load_image, load_layers, read_size
from paintassist.io.layered.choosing import suggest_lines, suggest_paint
from paintassist.io.layered.file import LayeredFile, LayerInfo, Placed
from tests.layeredfiles import Layer, flat, save_ora, save_psd

SKIN, BLACK = (250, 214, 190, 255), (0, 0, 0, 255)
SIZE = (8, 6)
LAYERS: list[Layer] = [
    ("paint", flat(4, 3, *SKIN), (2, 1)),
    ("figure/main line", flat(4, 1, *BLACK), (2, 1)),
]
Save = Callable[[Path], Path]


def psd(path: Path) -> Path:
    return save_psd(path, SIZE, LAYERS)


def ora(path: Path) -> Path:
    return save_ora(path, SIZE, [(name.split("/")[-1], *rest) for name, *rest in LAYERS])


def sentence(path: Path) -> str:
    """What is said of a file; its name where nothing is wrong."""
    try:
        load_image(path)
    except InputError as error:
        return str(error)
    return str(path)


@pytest.mark.parametrize("save", [psd, ora])
class TestLayers:
    def test_are_listed_from_bottom_to_top(self, tmp_path: Path, save: Save) -> None:
        names = [layer.name.split("/")[-1] for layer in list_layers(save(tmp_path / "a"))]
        assert names == ["paint", "main line"]

    def test_the_whole_picture_is_what_they_show_together(self, tmp_path: Path, save: Save) -> None:
        rgba = load_image(save(tmp_path / "a")).rgba
        assert rgba.shape == (6, 8, 4)
        assert rgba[0, 0].tolist() == [0, 0, 0, 0]
        assert rgba[1, 2].tolist() == list(BLACK)
        assert rgba[2, 2].tolist() == list(SKIN)

    def test_one_is_read_alone(self, tmp_path: Path, save: Save) -> None:
        path = save(tmp_path / "a")
        lines = load_layers(path, [1]).rgba
        assert lines[1, 2].tolist() == list(BLACK)
        assert lines[2, 2, 3] == 0
        assert load_layers(path, [0]).rgba[1, 2].tolist() == list(SKIN)

    def test_a_wrong_name_does_not_matter(self, tmp_path: Path, save: Save) -> None:
        assert read_size(save(tmp_path / "sheet.png")) == SIZE

    def test_cut_off_anywhere_is_one_sentence(self, tmp_path: Path, save: Save) -> None:
        data = save(tmp_path / "a").read_bytes()
        path = tmp_path / "cut"
        for end in range(1, len(data) - 40, max(1, len(data) // 60)):
            path.write_bytes(data[:end])
            assert sentence(path).startswith(str(path))


def test_flat_files_have_no_layers(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(flat(2, 2, *SKIN)).save(path)
    assert list_layers(path) == ()


def test_a_clip_studio_file_tells_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "a.clip"
    path.write_bytes(b"CSFCHUNK" + bytes(64))
    with pytest.raises(InputError, match=r"Clip Studio.*PSD"):
        load_image(path)


@pytest.mark.parametrize("depth", [8, 16])
def test_a_deep_psd_gives_the_colours_that_were_painted(tmp_path: Path, depth: int) -> None:
    path = save_psd(tmp_path / "a.psd", SIZE, LAYERS[:1], depth=depth)
    assert load_layers(path, [0]).rgba[2, 2].tolist() == list(SKIN)


def test_a_cmyk_psd_says_that_its_colours_are_not_exact(tmp_path: Path) -> None:
    from psd_tools import PSDImage

    image = PSDImage.new("CMYK", SIZE)
    image.create_pixel_layer(Image.new("CMYK", (4, 3), (0, 40, 80, 0)), name="paint")
    path = tmp_path / "a.psd"
    image.save(path)
    (note,) = load_image(path).notes
    assert "CMYK" in note
    assert "RGB" in note


def test_a_floating_point_psd_is_refused(tmp_path: Path) -> None:
    path = save_psd(tmp_path / "a.psd", SIZE, LAYERS[:1])
    data = bytearray(path.read_bytes())
    data[22:24] = b"\x00\x20"
    path.write_bytes(data)
    with pytest.raises(InputError, match="32 bits"):
        load_image(path)


def test_a_list_of_layers_with_entities_is_refused(tmp_path: Path) -> None:
    path = save_ora(tmp_path / "a.ora", SIZE, [], extra='<!DOCTYPE image [<!ENTITY a "a">]>')
    with pytest.raises(InputError, match="rules of its own"):
        load_image(path)


def test_a_huge_psd_is_refused_by_its_header(tmp_path: Path) -> None:
    path = save_psd(tmp_path / "a.psd", SIZE, [])
    data = bytearray(path.read_bytes())
    data[14:18] = (200_000).to_bytes(4, "big")
    path.write_bytes(data)
    with pytest.raises(InputError, match="limit"):
        load_image(path)


class TestProfiles:
    def save(self, path: Path, profile: bytes) -> Path:
        Image.fromarray(flat(2, 2, *SKIN)).save(path, icc_profile=profile)
        return path

    def test_srgb_is_what_everybody_means(self, tmp_path: Path) -> None:
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        assert load_image(self.save(tmp_path / "a.png", profile)).notes == ()

    def test_another_one_is_told_and_the_values_stay(self, tmp_path: Path) -> None:
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
        loaded = load_image(self.save(tmp_path / "a.png", profile))
        assert loaded.rgba[0, 0].tolist() == list(SKIN)
        assert "profile" in loaded.notes[0]

    def test_a_damaged_one_is_told_too(self, tmp_path: Path) -> None:
        assert load_image(self.save(tmp_path / "a.png", b"damaged")).notes


class TestComposing:
    def file(self, *placed: Placed) -> LayeredFile:
        return LayeredFile(
            (4, 1), [(LayerInfo(f"{n}"), item) for n, item in enumerate(placed)], None
        )

    def test_a_clipped_layer_stays_inside_the_one_below(self) -> None:
        skin = Placed(lambda: flat(2, 1, *SKIN), 1, 0, 1.0, False)
        shade = Placed(lambda: flat(4, 1, 9, 9, 9, 255), 0, 0, 1.0, False, clipped=True)
        assert self.file(skin, shade).merged()[0, :, 3].tolist() == [0, 255, 255, 0]

    def test_multiply_darkens(self) -> None:
        skin = Placed(lambda: flat(4, 1, 200, 100, 50, 255), 0, 0, 1.0, False)
        shade = Placed(lambda: flat(4, 1, 51, 255, 0, 255), 0, 0, 1.0, True)
        assert self.file(skin, shade).merged()[0, 0].tolist() == [40, 100, 0, 255]

    def test_what_reaches_out_is_cut_off(self) -> None:
        outside = Placed(lambda: flat(2, 2, *SKIN), -1, -1, 1.0, False)
        away = Placed(lambda: flat(2, 2, *BLACK), 9, 0, 1.0, False)
        assert self.file(outside, away).merged()[0, :, 3].tolist() == [255, 0, 0, 0]


def test_lines_and_paint_are_guessed_by_name() -> None:
    layers = [
        LayerInfo("用紙"),
        LayerInfo("塗り"),
        LayerInfo("figure/主線"),
        LayerInfo("old line", visible=False),
        LayerInfo("hair #1", is_text=True),
    ]
    assert suggest_lines(layers) == (2,)
    assert suggest_paint(layers) == (1,)
