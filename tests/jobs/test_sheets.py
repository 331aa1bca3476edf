from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from paintassist.core.errors import InputError
from paintassist.core.palette import PaletteEntry, Role
from paintassist.core.sheets.swatches import Swatch
from paintassist.io.layouts import find_clip
from paintassist.io.sheet_files import name_swatches, read_names, read_sheet, swatch_entries
from paintassist.jobs.bank import rows_told
from paintassist.jobs.colorize import ColorizeRequest, colorize
from paintassist.jobs.sheets import read_sheet_pages
from paintassist.resources import sample_folder
from tests.layeredfiles import save_psd
from tests.sheetfiles import Layout, compose_sheet


def sample(*names: str) -> list[np.ndarray]:
    folder = sample_folder() / "ref" / "gt"
    return [np.array(Image.open(folder / f"{name}.png").convert("RGBA")) for name in names]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheet") / "design.png"
    drawings = sample("sheet_1_front", "sheet_3_back")
    Image.fromarray(compose_sheet(drawings, Layout(figure_height=400)).rgba).save(path)
    return path


def test_every_figure_becomes_a_page(sheet: Path) -> None:
    said: list[str] = []
    pages = read_sheet_pages([sheet], notify=said.append)
    assert [page.name for page in pages] == ["design 1", "design 2"]
    mirrored = pages[0].mirrored()
    assert mirrored.segments.count == pages[0].segments.count
    assert np.array_equal(mirrored.segments.area, pages[0].segments.area)


def test_a_sheet_colors_a_clip_without_other_references(sheet: Path, tmp_path: Path) -> None:
    clip = tmp_path / "clip" / "line"
    clip.mkdir(parents=True)
    name = sorted((sample_folder() / "line").iterdir())[0]
    (clip / name.name).write_bytes(name.read_bytes())
    from paintassist.engines.shape import ShapeEngine

    request = ColorizeRequest(
        find_clip(tmp_path / "clip"), tmp_path / "out", sheets=read_sheet_pages([sheet])
    )
    outcome = colorize(request, ShapeEngine())
    assert outcome.written == [name.stem]
    painted = np.array(Image.open(tmp_path / "out" / f"{name.stem}.png"))
    on_sheet = np.unique(np.array(Image.open(sheet)).reshape(-1, 4).view(np.uint32))
    shown = painted[painted[..., 3] > 0].view(np.uint32)
    assert np.isin(shown, on_sheet).all()


def test_tones_of_swatches_make_layers(sheet: Path, tmp_path: Path) -> None:
    clip = tmp_path / "clip" / "line"
    clip.mkdir(parents=True)
    name = sorted((sample_folder() / "line").iterdir())[0]
    (clip / name.name).write_bytes(name.read_bytes())
    from paintassist.core.layers import Layer
    from paintassist.engines.shape import ShapeEngine
    from paintassist.io.export.presets import Preset

    pages = read_sheet_pages([sheet])
    shadows = {entry.color for entry in pages[0].entries if entry.role is Role.SHADOW_1}
    assert shadows
    layers = (Layer.PAINT, Layer.SHADOW, Layer.HIGHLIGHT)
    preset = Preset("t", layers=layers, pattern="{layer}/{name}")
    request = ColorizeRequest(
        find_clip(tmp_path / "clip"), tmp_path / "out", preset=preset, sheets=pages
    )
    colorize(request, ShapeEngine())
    shadow = np.array(Image.open(tmp_path / "out" / "shadow" / f"{name.stem}.png"))
    shown = {tuple(color) for color in shadow[shadow[..., 3] > 0].tolist()}
    assert shown
    dark = {entry.color for entry in pages[0].entries if "SHADOW" in entry.role.name}
    assert shown <= dark


def test_of_a_colour_the_first_source_is_right_and_may_say_two_things() -> None:
    white, red = (255,) * 4, (200, 0, 0, 255)
    book = [PaletteEntry(white, part="eye"), PaletteEntry(white, part="shirt")]
    swatches = [PaletteEntry(white, part="part 1"), PaletteEntry(red, part="part 1")]
    told = rows_told(book, swatches, swatches)
    assert [entry.part for entry in told] == ["eye", "shirt", "part 1"]


def test_blank_paper_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "blank.png"
    Image.new("RGB", (60, 40), (255, 255, 255)).save(path)
    with pytest.raises(InputError, match="no painted drawing"):
        read_sheet_pages([path])


def test_lines_and_paint_of_a_psd_are_read_apart(tmp_path: Path) -> None:
    paint = np.zeros((20, 20, 4), np.uint8)
    paint[4:16, 4:16] = (200, 90, 40, 255)
    line = np.zeros((20, 20, 4), np.uint8)
    line[4, 4:16] = line[15, 4:16] = line[4:16, 4] = line[4:16, 15] = (0, 0, 0, 255)
    layers = [("paint", paint, (0, 0)), ("line", line, (0, 0))]
    file = read_sheet(save_psd(tmp_path / "a.psd", (20, 20), layers))
    assert file.paint is not None
    assert file.lines is not None
    assert file.paint[4, 8].tolist() == [200, 90, 40, 255]
    assert file.lines[8, 8, 3] == 0
    assert file.rgba[4, 8].tolist() == [0, 0, 0, 255]
    assert read_sheet(tmp_path / "a.psd", (), (0,)).rgba[4, 8].tolist() == [200, 90, 40, 255]


class TestNames:
    swatches = (
        Swatch((0, 0, 9, 9), (250, 214, 190, 255), 0, Role.NORMAL),
        Swatch((9, 0, 18, 9), (220, 170, 150, 255), 0, Role.SHADOW_1),
    )

    def test_equal_colors_have_equal_names(self) -> None:
        names = [PaletteEntry((220, 170, 150, 255), "", "skin", Role.SHADOW_2)]
        named = name_swatches(self.swatches, names)
        assert [item.name for item in named] == ["", "skin"]
        assert named[1].tone is Role.SHADOW_2

    def test_without_equal_colors_the_order_tells(self) -> None:
        names = [PaletteEntry((1, 2, 3, 255), "light"), PaletteEntry((4, 5, 6, 255), "dark")]
        assert [item.name for item in name_swatches(self.swatches, names)] == ["light", "dark"]

    def test_a_colorbook_names_parts_and_tones(self, tmp_path: Path) -> None:
        path = tmp_path / "colorbook.yml"
        path.write_text("face on skin: [null, [[250, 214, 190]], [[220, 170, 150]], null]\n")
        named = name_swatches(self.swatches, read_names(path))
        assert {item.name for item in named} == {"face on skin"}
        assert [entry.role for entry in swatch_entries(named)] == [Role.NORMAL, Role.SHADOW_1]

    def test_a_color_is_an_entry_in_every_part_that_has_it(self) -> None:
        light, dark = self.swatches
        hair, shirt = replace(light, name="hair"), replace(light, name="shirt")
        entries = swatch_entries([light, hair, dark, shirt, hair])
        assert [entry.part for entry in entries] == ["hair", "", "shirt"]

    def test_a_table_names_them_too(self, tmp_path: Path) -> None:
        path = tmp_path / "names.csv"
        path.write_text("name,red,green,blue\nskin,250,214,190\n")
        assert name_swatches(self.swatches, read_names(path))[0].name == "skin"
