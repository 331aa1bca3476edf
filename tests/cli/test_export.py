from __future__ import annotations

import json
from pathlib import Path

import pytest

from paintassist.cli import exporting
from paintassist.cli.main import main
from paintassist.core.layers import Layer
from paintassist.document.document import Document
from paintassist.document.loading import load_frame
from paintassist.document.requests import LoadFrame
from paintassist.io.export.formats import ImageFormat
from paintassist.io.export.presets import Preset, PresetStore
from paintassist.io.images import read_image
from paintassist.io.project_file import save_as
from tests.clipfiles import GREEN, save_line


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two frames of one box, the second one not painted."""
    document = Document()
    for name in ("B1", "B2"):
        path = save_line(
            tmp_path / "line" / f"{name}.png",
            "......\n.####.\n.#..#.\n.#..#.\n.#..#.\n.####.\n......",
        )
        document.add_frames([(name, path)])
        document.land_frame(
            load_frame(LoadFrame(name, path, document.settings.lines, None), read_image)
        )
    document.paint(0, [2], document.paints.find_or_add(GREEN))
    save_as(document, tmp_path / "c1.paintassist")
    assert document.store is not None
    document.store.close()
    return tmp_path / "c1.paintassist"


def words(project: Path, *more: str) -> list[str]:
    out = str(project.parent / "out")
    return ["export", str(project), "--out", out, "--decided-only", *more]


def files(project: Path) -> list[str]:
    out = project.parent / "out"
    found = (path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    return sorted(name for name in found if name != "report.json")


def test_help_names_every_format_and_layer() -> None:
    assert tuple(ImageFormat) == exporting.FORMATS
    assert tuple(Layer) == exporting.LAYERS


def test_findings_stop_it_unless_told_otherwise(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words(project)) == 2
    told = capsys.readouterr().err
    assert "B2 segment 2 at 2,2: is unpainted" in told
    assert "nothing was written: 1 unpainted" in told
    assert files(project) == []
    assert main(words(project, "--anyway")) == 0
    assert "2 written" in capsys.readouterr().err
    assert files(project) == ["B1.png", "B2.png"]


def test_a_preset_with_changes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = ["--preset", "retas", "--pattern", "{cut}_{cel}{frame:03d}", "--anyway", "--json"]
    assert main(words(project, *more, "--frames", "2")) == 0
    outcome = json.loads(capsys.readouterr().out)
    assert files(project) == ["c1_B002.tga"]
    assert [Path(path).name for path in outcome["written"]] == ["c1_B002.tga"]
    assert outcome["findings"][0]["kind"] == "unpainted"


def test_layers_get_folders_of_their_own_unless_one_file_holds_them(project: Path) -> None:
    more = ["--frames", "1", "--anyway"]
    assert main(words(project, *more, "--layers", "line, paint")) == 0
    assert main(words(project, *more, "--layers", "line,paint", "--format", "psd")) == 0
    assert files(project) == ["B1.psd", "line/B1.png", "paint/B1.png"]


def test_presets_of_the_painter_are_known(project: Path) -> None:
    PresetStore().keep(Preset("mine", (ImageFormat.TIFF,), pattern="x{frame}"))
    assert main(words(project, "--preset", "mine", "--anyway")) == 0
    assert files(project) == ["x1.tiff", "x2.tiff"]


@pytest.mark.parametrize(
    ("more", "about"),
    [
        (["--preset", "none"], "no preset 'none'"),
        (["--pattern", "/x/{name}"], "inside the export folder"),
        (["--frames", "x"], "is no range"),
        (["--timesheet", "no.xdts"], "no.xdts cannot be read"),
        (["--format", "png,gif"], "'gif' is none of png, png-indexed"),
        (["--layers", ","], "name one of line"),
    ],
)
def test_bad_use_is_one_sentence(
    project: Path, more: list[str], about: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words(project, "--anyway", *more)) == 2
    told = capsys.readouterr().err
    assert about in told
    assert len(told.strip().splitlines()) == 1 or "unpainted" in told
    assert files(project) == []


def test_colours_that_a_palette_file_lacks_are_found(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    palette = project.parent / "house.gpl"
    palette.write_text("GIMP Palette\nName: house\n#\n  1   2   3 other\n")
    assert main(words(project, "--frames", "1", "--palette", str(palette))) == 2
    assert "B1 segment 2 at 2,2: has a colour that no sheet shows" in capsys.readouterr().err
    palette.write_text("GIMP Palette\nName: house\n#\n  0 200   0 green\n")
    assert main(words(project, "--anyway", "--palette", str(palette))) == 0
    assert "no sheet shows" not in capsys.readouterr().err
