"""Colorize writes a file per layer and names it by a pattern."""

from __future__ import annotations

from pathlib import Path

import pytest

from paintassist.core.errors import InputError
from paintassist.core.layers import Layer
from paintassist.core.palette import Palette, PaletteEntry, Role
from paintassist.io.export.formats import ImageFormat
from paintassist.io.export.presets import Preset
from paintassist.io.images import read_image
from paintassist.jobs import frame_files
from tests.clipfiles import BLUE, COLORS, GREEN, RED, make_clip, save_line
from tests.drawing import painting
from tests.jobs.colorizing import report, run

# The right box holds a shade that a blue line bounds.
LINES = """
    ...............
    .####.########.
    .#..#.#...b..#.
    .#..#.#...b..#.
    .####.########.
    ...............
"""
PAINT = """
    ...............
    .####.########.
    .#RR#.#GGGBBB#.
    .#RR#.#GGGBBB#.
    .####.########.
    ...............
"""
ROLES = Palette(
    [PaletteEntry(RED), PaletteEntry(GREEN), PaletteEntry(BLUE, "", "x", Role.SHADOW_1)]
)
EACH = Preset("x", layers=(Layer.PAINT, Layer.SHADOW, Layer.COMPOSITE), pattern="{layer}/{name}")


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_clip(tmp_path / "c12", {"A1": LINES, "A2": LINES}, {"A1": PAINT})


def test_layers_are_files_and_the_palette_tells_the_shadows(clip: Path, tmp_path: Path) -> None:
    outcome, notes = run(clip, tmp_path / "out", preset=EACH, palette=ROLES)
    assert (outcome.written, notes) == (["A2"], [])
    shadow = read_image(tmp_path / "out/shadow/A2.png")
    paint = read_image(tmp_path / "out/paint/A2.png")
    assert shadow[2, 10:13].tolist() == [list(BLUE)] * 3
    assert not paint[2, 10:13].any()
    assert (read_image(tmp_path / "out/composite/A2.png") == painting(PAINT, COLORS)).all()
    (frame,) = report(tmp_path / "out")["frames"]
    assert frame["files"] == ["paint/A2.png", "shadow/A2.png", "composite/A2.png"]


def test_a_pattern_names_the_files(clip: Path, tmp_path: Path) -> None:
    preset = Preset("x", (ImageFormat.TGA_24,), pattern="{cut}/{cel}/{cel}{frame:04d}.tga")
    run(clip, tmp_path / "out", preset=preset)
    assert (tmp_path / "out/c12/A/A0002.tga").exists()


def test_colours_that_the_palette_lacks_are_told(clip: Path, tmp_path: Path) -> None:
    palette = Palette(list(ROLES)[:2])
    _, notes = run(clip, tmp_path / "out", palette=palette)
    told = "A2 has 1 segment in colours that the palette does not have, such as #0000FF"
    assert told in notes[0]


def test_a_run_that_was_cut_off_between_two_layers_goes_on(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []
    write = frame_files.write_atomic

    def one_only(path: Path, data: bytes) -> None:
        if written:
            raise KeyboardInterrupt
        written.append(path)
        write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(frame_files, "write_atomic", one_only)
        with pytest.raises(KeyboardInterrupt):
            run(clip, tmp_path / "out", preset=EACH)
    assert run(clip, tmp_path / "out", preset=EACH)[0].written == ["A2"]
    again, notes = run(clip, tmp_path / "out", preset=EACH)
    assert (again.written, again.skipped, notes) == ([], ["A2"], [])


def test_two_frames_of_one_file_are_told(clip: Path, tmp_path: Path) -> None:
    save_line(clip / "line/B2.png", LINES)
    with pytest.raises(InputError, match="'A2' and 'B2' would both be written"):
        run(clip, tmp_path / "out", preset=Preset("x", pattern="{frame}"))
