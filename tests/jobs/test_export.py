from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paintassist.core.errors import InputError
from paintassist.core.inspection import FindingKind
from paintassist.document.document import Document
from paintassist.document.loading import load_frame
from paintassist.document.requests import LoadFrame
from paintassist.engines.base import Engine
from paintassist.io.export.formats import ImageFormat
from paintassist.io.export.plan import ExportRequest
from paintassist.io.export.presets import Preset
from paintassist.io.images import read_image
from paintassist.io.project_file import save_as
from paintassist.io.xdts import Exposure, Timesheet, Track, encode_timesheet, read_timesheet
from paintassist.jobs.export import ExportOutcome, export_project, sentence, summary
from tests.clipfiles import COLORS, GREEN, RED, save_line
from tests.drawing import painting
from tests.fakes import FakeEngine

PNG = Preset("png")
# 1 outside, 2 left, 3 right; none so small that it is taken for dust.
BOXES = """
    .............
    .#####.#####.
    .#...#.#...#.
    .#...#.#...#.
    .#####.#####.
    .............
"""
PAINTED_BOXES = """
    .............
    .#####.#####.
    .#RRR#.#GGG#.
    .#RRR#.#GGG#.
    .#####.#####.
    .............
"""


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[..., Path]:
    """Write a project of frames A1, A2, ...; those named `painted` are decided."""

    def make(frames: int = 3, painted: int = 3) -> Path:
        document = Document()
        for number in range(1, frames + 1):
            path = save_line(tmp_path / "clip/line" / f"A{number}.png", BOXES)
            document.add_frames([(path.stem, path)])
            request = LoadFrame(path.stem, path, document.settings.lines, None)
            document.land_frame(load_frame(request, read_image))
        for color in ((0, 0, 0, 0), RED, GREEN):
            document.paints.find_or_add(color)
        for frame in range(painted):
            for segment, color in ((1, 0), (2, 1), (3, 2)):
                document.paint(frame, [segment], color)
        project = tmp_path / "c012.paintassist"
        save_as(document, project)
        assert document.store is not None
        document.store.close()
        return project

    return make


def run(
    project: Path,
    preset: Preset = PNG,
    engine: Engine | None = None,
    anyway: bool = False,
    **options: Any,
) -> ExportOutcome:
    request = ExportRequest(project.parent / "out", preset, **options)
    return export_project(
        project, request, None if engine is None else lambda settings: engine, anyway=anyway
    )


def test_a_finished_project_is_written_as_it_is(make_project: Callable[..., Path]) -> None:
    project = make_project()
    preset = Preset("x", (ImageFormat.TGA,), pattern="{cut}/{cel}/{cel}{frame:04d}")
    outcome = run(project, preset)
    assert (outcome.findings, outcome.refused, outcome.unproved) == ([], False, [])
    assert len(outcome.written) == 3
    found = read_image(project.parent / "out/c012/A/A0002.tga")
    assert (found == painting(PAINTED_BOXES, COLORS)).all()


def test_open_segments_get_proposals_unless_only_decisions_are_wanted(
    make_project: Callable[..., Path],
) -> None:
    project = make_project(frames=2, painted=1)
    refused = run(project)
    assert refused.refused
    assert [item.kind for item in refused.findings] == [FindingKind.UNPAINTED] * 2
    assert not (project.parent / "out").exists()
    outcome = run(project, engine=FakeEngine())
    assert outcome.findings == []
    assert (read_image(project.parent / "out/A2.png") == painting(PAINTED_BOXES, COLORS)).all()


def test_exporting_anyway_is_logged(make_project: Callable[..., Path]) -> None:
    project = make_project(frames=2, painted=1)
    outcome = run(project, anyway=True)
    assert [name for name, _ in outcome.unproved] == ["A2.png"]
    report = json.loads((project.parent / "out/report.json").read_text())["export"]
    (inspection,) = report["inspections"]
    assert inspection["exported_anyway"] is True
    assert [item["kind"] for item in inspection["findings"]] == ["unpainted", "unpainted"]
    assert report["files"]["A2.png"]["proof"]["filled"] is False


def test_the_timesheet_of_the_cut_goes_along_and_is_checked(
    make_project: Callable[..., Path],
) -> None:
    project = make_project()
    sheet = Timesheet(duration=24, tracks=(Track("A", (Exposure(0, "1"), Exposure(9, "7"))),))
    (project.parent / "clip/c012.xdts").write_bytes(encode_timesheet(sheet))
    refused = run(project)
    assert [(item.kind, item.note) for item in refused.findings] == [(FindingKind.TIMESHEET, "A 7")]
    run(project, anyway=True)
    written = read_timesheet(project.parent / "out/c012.xdts")
    assert (written.tracks, written.cut) == (sheet.tracks, "c012")
    assert run(project, anyway=True).kept
    (project.parent / "out/c012.xdts").write_text("mine")
    with pytest.raises(InputError, match=r"c012\.xdts exists"):
        run(project, anyway=True)


def test_a_drawing_that_changed_since_is_found(make_project: Callable[..., Path]) -> None:
    project = make_project()
    save_line(project.parent / "clip/line/A2.png", BOXES.replace("#...#", "##..#"))
    outcome = run(project)
    assert [(item.kind, item.frame) for item in outcome.findings] == [(FindingKind.LINES, "A2")]
    assert "A2 at 2,2: has other lines" in sentence(outcome.findings[0])
    assert summary(outcome.findings) == "1 lines"


def test_every_kind_of_finding_has_words(make_project: Callable[..., Path]) -> None:
    outcome = run(make_project(frames=1, painted=0))
    for kind in FindingKind:
        assert sentence(replace(outcome.findings[0], kind=kind)).startswith("A1 segment 2 at 2,2: ")


def test_a_project_is_not_replaced_by_its_own_export(make_project: Callable[..., Path]) -> None:
    project = make_project(frames=1, painted=1)
    before = project.read_bytes()
    run(project, Preset("x", (ImageFormat.PNG,), pattern="{name}"))
    assert project.read_bytes() == before
