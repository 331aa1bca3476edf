from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from paintassist.core.errors import InputError
from paintassist.core.finished import FinishedCel
from paintassist.core.inspection import Finding, FindingKind
from paintassist.core.layers import STACK, Layer
from paintassist.core.painting import composite
from paintassist.io.export import writer
from paintassist.io.export.formats import ImageFormat
from paintassist.io.export.log import MOST_INSPECTIONS, ExportLog
from paintassist.io.export.plan import ExportRequest
from paintassist.io.export.presets import BUILT_IN, Preset
from paintassist.io.export.proof import LineProof
from paintassist.io.export.reading import decode_image, decode_layers
from paintassist.io.export.writer import Exporter, TargetState
from paintassist.io.images import read_dpi, read_image
from paintassist.io.xdts import Timesheet, encode_timesheet, read_timesheet
from tests.io.export.cels import BOXES, PALETTE, RED, SHADE, make_cel, make_cels, read_inks

PNG = Preset("png")


def export(cels: list[FinishedCel], folder: Path, preset: Preset = PNG, **options: Any) -> Exporter:
    findings = options.pop("findings", ())
    request = ExportRequest(folder, preset, **options)
    exporter = Exporter(cels, request, PALETTE, read_inks, findings)
    for _ in exporter.steps():
        pass
    return exporter


def report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))["export"]
    return found


def files(folder: Path) -> list[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in found)


@pytest.mark.parametrize("preset", BUILT_IN, ids=lambda preset: preset.name)
def test_every_preset_writes_what_was_painted_and_proves_it(tmp_path: Path, preset: Preset) -> None:
    cels = make_cels(tmp_path, 2)
    done = export(cels, tmp_path / "out", preset, cut="c1")
    assert len(done.written) == len(done.targets)
    assert not done.unproved
    picture = composite(cels[0].load(), cels[0].colors)
    for target in done.targets:
        data = (tmp_path / "out" / target.name).read_bytes()
        proof = report(tmp_path / "out")["files"][target.name]["proof"]
        assert proof["alpha"] is True
        assert proof["palette_only"] is True
        if target.layer in (None, Layer.COMPOSITE):
            assert (proof["lines"], proof["filled"]) == ("identical", True)
            found = decode_image(data, target.image_format)
            white = (picture == 255).all(axis=2) & (target.image_format is ImageFormat.TGA_24)
            expected = picture.copy()
            expected[white, :3] = 254
            assert np.array_equal(found, expected)


def test_the_conventional_tree_of_names(tmp_path: Path) -> None:
    preset = Preset("x", (ImageFormat.TGA_24,), pattern="{cut}/{cel}/{cel}{frame:04d}.tga")
    export(make_cels(tmp_path, 2), tmp_path / "out", preset, cut="c012")
    assert files(tmp_path / "out") == ["c012/A/A0001.tga", "c012/A/A0002.tga", "report.json"]


def test_layers_go_to_files_of_their_own(tmp_path: Path) -> None:
    preset = Preset("x", layers=STACK, pattern="{layer}/{name}")
    export(make_cels(tmp_path, 1), tmp_path / "out", preset)
    shadow = read_image(tmp_path / "out/shadow/A0001.png")
    trace = read_image(tmp_path / "out/trace/A0001.png")
    assert (shadow[2, 10:12] == SHADE).all()
    assert (trace[2, 9] == SHADE).all()
    assert np.count_nonzero(trace[..., 3]) == 2
    assert (read_image(tmp_path / "out/paint/A0001.png")[2, 2] == RED).all()


def test_layered_files_hold_the_layers_of_the_preset(tmp_path: Path) -> None:
    preset = Preset("x", (ImageFormat.PSD, ImageFormat.ORA), (Layer.LINE, Layer.PAINT))
    export(make_cels(tmp_path, 1), tmp_path / "out", preset)
    for name, image_format in (("psd", ImageFormat.PSD), ("ora", ImageFormat.ORA)):
        data = (tmp_path / f"out/A0001.{name}").read_bytes()
        assert decode_layers(data, image_format).keys() == {
            Layer.LINE, Layer.PAINT, Layer.COMPOSITE,
        }  # fmt: skip


def test_size_and_resolution_are_those_of_the_drawing(tmp_path: Path) -> None:
    cel = make_cel("A1", tmp_path / "line/A1.png", dpi=(144, 144))
    export([cel], tmp_path / "out")
    assert read_dpi(tmp_path / "out/A1.png") == read_dpi(tmp_path / "line/A1.png")
    assert read_image(tmp_path / "out/A1.png").shape[:2] == (6, 14)


def test_ranges_take_the_numbers_of_the_names(tmp_path: Path) -> None:
    export(make_cels(tmp_path, 5), tmp_path / "out", frames="2-3,5")
    assert files(tmp_path / "out") == ["A0002.png", "A0003.png", "A0005.png", "report.json"]
    with pytest.raises(InputError, match="no frame has a number in 9"):
        export(make_cels(tmp_path, 5), tmp_path / "out", frames="9")


class TestNothingIsLost:
    def test_files_of_others_are_in_the_way_before_anything_is_written(
        self, tmp_path: Path
    ) -> None:
        out = tmp_path / "out"
        out.mkdir()
        (out / "A0002.png").write_bytes(b"precious")
        with pytest.raises(InputError, match=r"A0002\.png exists with other content"):
            export(make_cels(tmp_path, 2), out)
        assert files(out) == ["A0002.png"]
        assert (out / "A0002.png").read_bytes() == b"precious"
        export(make_cels(tmp_path, 2), out, overwrite=True)
        assert read_image(out / "A0002.png").shape == (6, 14, 4)

    def test_a_second_export_writes_only_what_changed(self, tmp_path: Path) -> None:
        cels = make_cels(tmp_path, 3)
        export(cels, tmp_path / "out")
        before = (tmp_path / "out/A0001.png").stat().st_mtime_ns
        again = export(cels, tmp_path / "out")
        assert (len(again.written), len(again.kept)) == (0, 3)
        assert (tmp_path / "out/A0001.png").stat().st_mtime_ns == before
        cels[1] = make_cel("A0002", cels[1].source, (0, 2, 1, 3))
        with pytest.raises(InputError, match=r"A0002\.png exists"):
            export(cels, tmp_path / "out")
        other = export(cels, tmp_path / "out", overwrite=True)
        assert [path.name for path in other.written] == ["A0002.png"]

    def test_a_preset_that_writes_otherwise_is_other_content(self, tmp_path: Path) -> None:
        cels, tga = make_cels(tmp_path, 1), Preset("tga", (ImageFormat.TGA_24,))
        export(cels, tmp_path / "out", tga)
        assert len(export(cels, tmp_path / "out", tga).kept) == 1
        for other in (replace(tga, compress=not tga.compress), replace(tga, true_white=200)):
            with pytest.raises(InputError, match="exists with other content"):
                export(cels, tmp_path / "out", other)

    def test_a_file_that_somebody_changed_is_no_longer_ours(self, tmp_path: Path) -> None:
        cels = make_cels(tmp_path, 1)
        exporter = export(cels, tmp_path / "out")
        assert exporter.states() == [TargetState.DONE]
        (tmp_path / "out/A0001.png").write_bytes(b"retouched")
        assert exporter.states() == [TargetState.TAKEN]

    def test_what_was_cut_off_goes_on(self, tmp_path: Path) -> None:
        cels = make_cels(tmp_path, 3)
        request = ExportRequest(tmp_path / "out", PNG)
        steps = Exporter(cels, request, PALETTE, read_inks).steps()
        assert next(steps) == (1, 3)
        steps.close()
        assert files(tmp_path / "out") == ["A0001.png", "report.json"]
        rest = export(cels, tmp_path / "out")
        assert ([path.name for path in rest.kept], len(rest.written)) == (["A0001.png"], 2)

    @pytest.mark.parametrize("at", ["before", "after"])
    def test_a_kill_between_report_and_file_leaves_neither_halves_nor_riddles(
        self, tmp_path: Path, at: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cels = make_cels(tmp_path, 2)
        replace_file = Path.replace

        def killed(self: Path, target: Path) -> Path:
            if target.name == "A0002.png":
                if at == "after":
                    replace_file(self, target)
                raise KeyboardInterrupt
            return replace_file(self, target)

        monkeypatch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            export(cels, tmp_path / "out")
        monkeypatch.undo()
        rest = export(cels, tmp_path / "out")
        assert len(rest.written) + len(rest.kept) == 2
        assert files(tmp_path / "out") == ["A0001.png", "A0002.png", "report.json"]

    @pytest.mark.parametrize("moment", ["before", "after"])
    def test_a_file_that_could_not_be_replaced_is_still_ours(
        self, tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = tmp_path / "out"
        export(make_cels(tmp_path, 1), out)
        changed = [make_cel("A0001", tmp_path / "line/A0001.png", (0, 2, 1, 3))]
        replace_file = Path.replace

        def refused(self: Path, target: Path) -> Path:
            if target.name == "A0001.png":
                if moment == "after":
                    replace_file(self, target)
                raise PermissionError(13, "Permission denied")
            return replace_file(self, target)

        monkeypatch.setattr(Path, "replace", refused)
        with pytest.raises((InputError, PermissionError)):
            export(changed, out, overwrite=True)
        monkeypatch.undo()
        first = export(make_cels(tmp_path, 1) if moment == "before" else changed, out)
        assert [path.name for path in first.kept] == ["A0001.png"]

    def test_what_a_killed_run_left_half_written_goes(self, tmp_path: Path) -> None:
        left = tmp_path / "out" / ".A0002-0123456789ab.tmp"
        left.parent.mkdir()
        left.write_bytes(b"half a picture")
        export(make_cels(tmp_path, 2), tmp_path / "out")
        assert files(tmp_path / "out") == ["A0001.png", "A0002.png", "report.json"]

    def test_a_disk_that_lies_is_found_out_and_the_old_file_stays(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = tmp_path / "out"
        export(make_cels(tmp_path, 1), out)
        old = (out / "A0001.png").read_bytes()
        changed = [make_cel("A0001", tmp_path / "line/A0001.png", (0, 2, 1, 3))]
        monkeypatch.setattr(Path, "read_bytes", lambda self: old)
        with pytest.raises(InputError, match=r"A0001\.png was not written: it reads back"):
            export(changed, out, overwrite=True)
        monkeypatch.undo()
        assert (out / "A0001.png").read_bytes() == old
        assert files(out) == ["A0001.png", "report.json"]
        assert export(make_cels(tmp_path, 1), out).kept

    def test_drawings_are_never_replaced(self, tmp_path: Path) -> None:
        cels = make_cels(tmp_path, 1)
        with pytest.raises(InputError, match="one of the drawings themselves"):
            export(cels, tmp_path / "line", overwrite=True)

    def test_links_that_lead_out_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "else").mkdir()
        (tmp_path / "out" / "A").symlink_to(tmp_path / "else")
        with pytest.raises(InputError, match="outside"):
            export(make_cels(tmp_path, 1), tmp_path / "out", Preset("x", pattern="{cel}/{name}"))
        assert files(tmp_path / "else") == []

    def test_two_cels_of_one_name_are_told(self, tmp_path: Path) -> None:
        cels = [make_cel("A1"), make_cel("a1"), make_cel("B1")]
        with pytest.raises(InputError, match="'A1' and 'a1' would both"):
            export(cels, tmp_path / "out")
        with pytest.raises(InputError, match="'A1' and 'B1' would both"):
            export([cels[0], cels[2]], tmp_path / "out", Preset("x", pattern="{frame}"))

    def test_a_stranger_called_report_is_not_touched(self, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out/report.json").write_text("my notes")
        with pytest.raises(InputError, match="not a report of ours"):
            export(make_cels(tmp_path, 1), tmp_path / "out")
        assert (tmp_path / "out/report.json").read_text() == "my notes"

    def test_the_report_of_a_colouring_stays(self, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out/report.json").write_text('{"engine": "x", "frames": []}')
        export(make_cels(tmp_path, 1), tmp_path / "out")
        found = json.loads((tmp_path / "out/report.json").read_text())
        assert (found["engine"], found["frames"]) == ("x", [])

    def test_what_a_format_cannot_hold_is_told_with_the_file(self, tmp_path: Path) -> None:
        cel = make_cel("A1")
        cel.colors[2, 3] = 128
        with pytest.raises(InputError, match=r"A1\.tga was not written: .* half transparent"):
            export([cel], tmp_path / "out", Preset("x", (ImageFormat.TGA_24,)))
        assert files(tmp_path / "out") == ["report.json"]


class TestTimesheet:
    @pytest.fixture
    def sheet(self, tmp_path: Path) -> Path:
        path = tmp_path / "c1.xdts"
        path.write_bytes(encode_timesheet(Timesheet("c1", 24, (), "", "")))
        return path

    def test_it_goes_along_and_is_no_obstacle_the_next_time(
        self, tmp_path: Path, sheet: Path
    ) -> None:
        cels, out = make_cels(tmp_path, 1), tmp_path / "out"
        for _ in range(2):
            export(cels, out, timesheet=sheet, cut="c1")
            assert read_timesheet(out / "c1.xdts").cut == "c1"
        (out / "c1.xdts").write_bytes(b"another one")
        with pytest.raises(InputError, match=r"c1.xdts exists with other content"):
            export(cels, out, timesheet=sheet, cut="c1")
        export(cels, out, timesheet=sheet, cut="c1", overwrite=True)
        assert read_timesheet(out / "c1.xdts").cut == "c1"

    def test_one_that_lies_where_it_would_go_stays_as_it_is(
        self, tmp_path: Path, sheet: Path
    ) -> None:
        before = sheet.read_bytes()
        export(make_cels(tmp_path, 1), tmp_path, timesheet=sheet, cut="c1", overwrite=True)
        assert sheet.read_bytes() == before


class TestProof:
    def test_findings_are_logged_when_it_goes_on_anyway(self, tmp_path: Path) -> None:
        finding = Finding(FindingKind.UNPAINTED, "A0001", 3, (6, 2), 6)
        export(make_cels(tmp_path, 1), tmp_path / "out", findings=[finding])
        (inspection,) = report(tmp_path / "out")["inspections"]
        assert inspection["exported_anyway"] is True
        assert inspection["findings"] == [
            {"kind": "unpainted", "frame": "A0001", "segment": 3, "place": [6, 2], "area": 6}
        ]

    def test_the_report_remembers_the_last_inspections_only(self, tmp_path: Path) -> None:
        log = ExportLog.open(tmp_path)
        for number in range(MOST_INSPECTIONS + 3):
            log.note_inspection(f"preset {number}", [])
        assert len(log.inspections) == MOST_INSPECTIONS
        assert log.inspections[-1]["preset"] == f"preset {MOST_INSPECTIONS + 2}"

    def test_an_unpainted_segment_is_not_filled(self, tmp_path: Path) -> None:
        done = export([make_cel("A1", tmp_path / "line/A1.png", (0, -1, 2, 3))], tmp_path / "out")
        ((name, proof),) = done.unproved
        assert (name, proof.filled, proof.lines) == ("A1.png", False, LineProof.IDENTICAL)

    def test_lines_that_changed_since_are_told(self, tmp_path: Path) -> None:
        cel = make_cel("A1", tmp_path / "line/A1.png")
        make_cel("A1", cel.source, drawing=BOXES.replace("#...b", "##..b"))
        ((_, proof),) = export([cel], tmp_path / "out").unproved
        assert proof.lines is LineProof.CHANGED

    def test_without_its_drawing_nothing_is_said_of_the_lines(self, tmp_path: Path) -> None:
        export([make_cel("A1")], tmp_path / "out")
        assert report(tmp_path / "out")["files"]["A1.png"]["proof"]["lines"] == "no source"

    def test_a_colour_off_the_palette_is_told(self, tmp_path: Path) -> None:
        cel = make_cel("A1")
        cel.colors[2] = (1, 2, 3, 255)
        ((_, proof),) = export([cel], tmp_path / "out").unproved
        assert not proof.palette_only

    def test_a_new_writer_writes_anew(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cels = make_cels(tmp_path, 1)
        exporter = export(cels, tmp_path / "out")
        monkeypatch.setattr(writer, "WRITER_VERSION", 99)
        assert exporter.states() == [TargetState.TAKEN]
        other = replace(exporter.request, preset=replace(PNG, true_white=3))
        assert Exporter(cels, other, PALETTE, read_inks).states() == [TargetState.TAKEN]


class TestPlacesThatCannotBeWritten:
    def test_a_file_where_the_folder_should_be(self, tmp_path: Path) -> None:
        (tmp_path / "out").write_text("a file")
        with pytest.raises(InputError, match=r"cannot be written|is in the way"):
            export(make_cels(tmp_path, 1), tmp_path / "out" / "in")
        assert (tmp_path / "out").read_text() == "a file"

    def test_a_full_disk_leaves_whole_files_and_goes_on_later(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cels = make_cels(tmp_path, 3)
        encode = writer.encode_image
        pictures = iter(range(9))

        def full(*args: Any) -> bytes:
            if next(pictures) == 1:
                raise InputError(f"{tmp_path} cannot be written (No space left on device)")
            return encode(*args)

        monkeypatch.setattr(writer, "encode_image", full)
        with pytest.raises(InputError, match="No space left"):
            export(cels, tmp_path / "out")
        assert files(tmp_path / "out") == ["A0001.png", "report.json"]
        assert list(report(tmp_path / "out")["files"]) == ["A0001.png"]
        assert len(export(cels, tmp_path / "out").kept) == 1

    def test_sheets_and_the_project_are_never_replaced(self, tmp_path: Path) -> None:
        sheet = tmp_path / "out" / "A0001.png"
        sheet.parent.mkdir()
        sheet.write_text("sheet")
        request = ExportRequest(tmp_path / "out", PNG, overwrite=True)
        with pytest.raises(InputError, match="one of the drawings themselves"):
            Exporter(make_cels(tmp_path, 1), request, PALETTE, read_inks, (), [sheet])
        assert sheet.read_text() == "sheet"
