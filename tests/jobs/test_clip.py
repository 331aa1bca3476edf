from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from paintassist.core.errors import InputError
from paintassist.io.layouts import Drawing, find_clip
from paintassist.jobs.clip import load_colors, load_page, load_segments
from tests.clipfiles import (
    BOXES,
    GREEN,
    PAINTED_BOXES,
    RED,
    make_clip,
    save,
    save_line,
    save_painting,
)
from tests.drawing import cel
from tests.fakes import FakeEngine

NONE, WHITE = (0, 0, 0, 0), (255, 255, 255, 255)
WHITE_GROUND = PAINTED_BOXES.replace(".", "W")


def drawing(root: Path) -> Drawing:
    return find_clip(root).frames[0]


def test_page_of_a_painted_drawing(tmp_path: Path) -> None:
    make_clip(tmp_path, {"1": BOXES}, {"1": PAINTED_BOXES})
    page = load_page(drawing(tmp_path), FakeEngine())
    assert page.colors is not None
    assert [tuple(color) for color in page.colors.tolist()] == [NONE, RED, GREEN]
    assert page.area.tolist() == cel(BOXES).area[1:].tolist()
    assert page.features.count == 3


def test_page_without_painting(tmp_path: Path) -> None:
    make_clip(tmp_path, {"1": BOXES})
    assert load_page(drawing(tmp_path), FakeEngine()).colors is None


def test_painting_alone_is_its_own_line_art(tmp_path: Path) -> None:
    path = save_painting(tmp_path / "sheet.png")
    page = load_page(Drawing("sheet", None, path), FakeEngine())
    assert page.colors is not None
    assert {tuple(color) for color in page.colors.tolist()} == {NONE, RED, GREEN}


def test_sizes_that_differ_name_both_files(tmp_path: Path) -> None:
    make_clip(tmp_path, {"1": BOXES}, {"1": "..\n.."})
    with pytest.raises(InputError, match=r"gt/1\.png is 2 x 2 .*line/1\.png is 11 x 6"):
        load_page(drawing(tmp_path), FakeEngine())


def test_neither_line_nor_painting() -> None:
    with pytest.raises(InputError, match="neither"):
        load_segments(Drawing("1", None, None))


def test_a_frame_without_a_closed_segment_is_told(tmp_path: Path) -> None:
    path = save_line(tmp_path / "1.png", "....\n.##.\n....")
    notes: list[str] = []
    assert load_segments(Drawing("1", path, None), notify=notes.append).count == 1
    assert "no closed segment" in notes[0]


def test_a_blank_frame_is_told_once(tmp_path: Path) -> None:
    path = save_line(tmp_path / "1.png", "....\n....")
    notes: list[str] = []
    load_segments(Drawing("1", path, None), notify=notes.append)
    assert len(notes) == 1
    assert "no line found" in notes[0]


def test_noise_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    dots = np.full((360, 360, 4), 255, np.uint8)
    dots[::2, :, :3] = dots[:, ::2, :3] = 0
    path = save(tmp_path / "1.png", dots)
    with pytest.raises(InputError, match=r"1\.png has 32,400 segments, more than .* 30,000"):
        load_segments(Drawing("1", path, None))


def test_a_jpeg_painting_is_told_once(tmp_path: Path) -> None:
    make_clip(tmp_path, {"1": BOXES}, {"1": PAINTED_BOXES})
    painting = tmp_path / "gt/1.jpg"
    Image.open(tmp_path / "gt/1.png").convert("RGB").save(painting)
    for item in (Drawing("1", tmp_path / "line/1.png", painting), Drawing("1", None, painting)):
        notes: list[str] = []
        load_page(item, FakeEngine(), notify=notes.append)
        assert len(notes) == 1
        assert "1.jpg is a JPEG" in notes[0]


class TestBackground:
    def test_opaque_background_is_cleared(self, tmp_path: Path) -> None:
        make_clip(tmp_path, {"1": BOXES}, {"1": WHITE_GROUND})
        page = load_page(drawing(tmp_path), FakeEngine())
        assert page.colors is not None
        assert page.colors[0].tolist() == [0, 0, 0, 0]

    def test_exact_colors_stay(self, tmp_path: Path) -> None:
        make_clip(tmp_path, {"1": BOXES}, {"1": WHITE_GROUND})
        page = load_page(drawing(tmp_path), FakeEngine(), exact=True)
        assert page.colors is not None
        assert page.colors[0].tolist() == [255, 255, 255, 255]

    def test_any_transparent_pixel_is_the_background(self, tmp_path: Path) -> None:
        # A hole in the paint: the white around it is meant.
        make_clip(tmp_path, {"1": BOXES}, {"1": WHITE_GROUND.replace("W", ".", 1)})
        page = load_page(drawing(tmp_path), FakeEngine())
        assert page.colors is not None
        assert page.colors[0].tolist() == [255, 255, 255, 255]

    def test_the_white_of_an_eye_is_no_background(self, tmp_path: Path) -> None:
        make_clip(tmp_path, {"1": BOXES}, {"1": WHITE_GROUND.replace("R", "W")})
        page = load_page(drawing(tmp_path), FakeEngine())
        assert page.colors is not None
        assert [tuple(color) for color in page.colors.tolist()] == [NONE, WHITE, GREEN]


class TestLabelMaps:
    """PaintBucket-Character brings label maps and colours of its own."""

    def make(self, root: Path, table: object, shape: tuple[int, int] = (2, 3)) -> Drawing:
        save_line(root / "line/1.png", "...\n...")
        ids = np.zeros((*shape, 4), np.uint8)
        ids[..., 3] = 255
        ids[0, 0, :3] = (1, 2, 3)
        ids[1, 1, :3] = (0, 0, 9)
        save(root / "seg/1.png", ids)
        (root / "json_color").mkdir()
        (root / "json_color/1.json").write_text(json.dumps(table))
        return drawing(root)

    def test_ids_of_24_bits(self, tmp_path: Path) -> None:
        frame = self.make(tmp_path, {str(0x010203): [1, 1, 1, 255], "9": [2, 2, 2, 255]})
        segments = load_segments(frame)
        assert segments.labels.tolist() == [[1, 0, 0], [0, 2, 0]]
        assert load_colors(frame, segments).tolist() == [[1, 1, 1, 255], [2, 2, 2, 255]]

    @pytest.mark.parametrize("table", [{}, [], {"9": 1, str(0x010203): 2}, "x"])
    def test_colors_that_do_not_fit(self, tmp_path: Path, table: object) -> None:
        frame = self.make(tmp_path, table)
        with pytest.raises(InputError, match=r"1\.json does not give every segment"):
            load_colors(frame, load_segments(frame))

    def test_size_differs(self, tmp_path: Path) -> None:
        frame = self.make(tmp_path, {}, shape=(4, 4))
        with pytest.raises(InputError, match="differ in size"):
            load_segments(frame)
