"""The bundled sample is what `write_sample` draws, and keeps the rules of a cut."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from paintassist.core.palette import Role, pack_colors
from paintassist.io.colorbook import read_colorbook, write_colorbook
from paintassist.training.sample import (
    FRAMES,
    SIZE,
    cut_poses,
    hero,
    line_image,
    sample_book,
)

BUNDLED = Path(__file__).resolve().parents[2] / "resources" / "sample"


def _rgba(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGBA"))


def test_bundled_files_are_complete() -> None:
    for folder in ("line", "gt"):
        names = sorted(p.name for p in (BUNDLED / folder).glob("*.png"))
        assert names == [f"A{n:04d}.png" for n in range(1, FRAMES + 1)]
        assert len(list((BUNDLED / "ref" / folder).glob("*.png"))) == 4


def test_bundled_frame_is_what_the_rig_draws() -> None:
    cel = hero().draw(cut_poses()[4], SIZE)
    assert np.array_equal(_rgba(BUNDLED / "line" / "A0005.png"), line_image(cel))
    assert np.array_equal(_rgba(BUNDLED / "gt" / "A0005.png"), cel.paint)


def test_sample_has_traces_and_many_segments() -> None:
    line = _rgba(BUNDLED / "line" / "A0006.png")
    for ink in ((0, 0, 0), (255, 0, 0), (0, 0, 255), (0, 255, 0)):
        assert ((line[..., :3] == ink).all(-1) & (line[..., 3] == 255)).any()
    assert set(np.unique(line[..., 3])) == {0, 255}
    free = (line[..., 3] == 0).astype(np.uint8)
    assert cv2.connectedComponents(free, connectivity=4)[0] > 60


def test_every_truth_colour_is_on_the_sheet() -> None:
    def colors(path: Path) -> set[int]:
        return set(np.unique(np.ascontiguousarray(_rgba(path)).view(np.uint32)).tolist())

    sheet = set[int]().union(*(colors(path) for path in (BUNDLED / "ref" / "gt").glob("*.png")))
    frame = colors(BUNDLED / "gt" / "A0006.png")
    assert len(frame) > 5
    assert frame <= sheet


def test_bundled_book_is_what_the_generator_writes(tmp_path: Path) -> None:
    write_colorbook(tmp_path / "colorbook.yml", sample_book())
    written = (tmp_path / "colorbook.yml").read_text("utf-8")
    assert (BUNDLED / "colorbook.yml").read_text("utf-8") == written


def test_every_painted_colour_is_in_the_book_once() -> None:
    book = read_colorbook(BUNDLED / "colorbook.yml")
    colors = pack_colors(np.array([entry.color for entry in book], np.uint8)).tolist()
    assert len(set(colors)) == len(colors)
    paintings = [pack_colors(_rgba(path)) for path in BUNDLED.glob("**/gt/*.png")]
    painted = set[int]().union(*(np.unique(painting).tolist() for painting in paintings))
    line, outside = 0x000000FF, 0
    assert painted - {line, outside} <= set(colors)
    # A tone needs what it is a tone of.
    assert {e.part for e in book} == {e.part for e in book if e.role is Role.NORMAL}
