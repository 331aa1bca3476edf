from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from paintassist.core.errors import InputError
from paintassist.io.export.formats import ImageFormat
from paintassist.io.export.presets import Preset
from paintassist.io.images import read_image
from paintassist.io.layouts import find_clip
from paintassist.jobs import frame_files
from paintassist.jobs.bank import Order
from paintassist.jobs.colorize import ColorizeRequest, colorize
from tests.clipfiles import (
    BOXES,
    COLORS,
    PAINTED_BOXES,
    boxes_clip,
    make_clip,
    save,
    save_line,
    save_painting,
)
from tests.drawing import painting
from tests.fakes import FakeEngine
from tests.jobs.colorizing import report, run

SWAPPED = PAINTED_BOXES.replace("R", "x").replace("G", "R").replace("x", "G")
TRACED = BOXES.replace("#...#", "#.r.#")


def used(out: Path) -> dict[str, str]:
    """Return the reference that the first segment of each frame came from."""
    return {
        frame["name"]: frame["segments"][0]["reference"]["name"] for frame in report(out)["frames"]
    }


class TestComposites:
    @pytest.mark.parametrize("image_format", [ImageFormat.PNG, ImageFormat.TGA])
    def test_flat_composite_of_every_unpainted_frame(
        self, tmp_path: Path, image_format: ImageFormat
    ) -> None:
        boxes_clip(tmp_path / "c", 3, 1)
        outcome, notes = run(tmp_path / "c", tmp_path / "out", preset=Preset("x", (image_format,)))
        assert outcome.written == ["0001", "0002"]
        assert notes == []
        expected = painting(PAINTED_BOXES, COLORS)
        for name in outcome.written:
            found = read_image(tmp_path / "out" / f"{name}.{image_format}")
            assert np.array_equal(found, expected)
        assert not (tmp_path / "out" / f"0000.{image_format}").exists()

    def test_trace_lines_take_the_colour_of_their_segment(self, tmp_path: Path) -> None:
        make_clip(tmp_path / "c", {"1": BOXES, "2": TRACED}, {"1": PAINTED_BOXES})
        run(tmp_path / "c", tmp_path / "out")
        expected = painting(PAINTED_BOXES, COLORS)
        assert np.array_equal(read_image(tmp_path / "out/2.png"), expected)

    def test_report_has_the_shape_of_the_contract(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "c", 2, 1)
        outcome, _ = run(tmp_path / "c", tmp_path / "out")
        found = report(tmp_path / "out")
        assert found == outcome.as_json()
        assert list(found) == ["engine", "model", "frames"]
        (frame,) = found["frames"]
        assert (frame["name"], frame["file"], frame["size"]) == ("0001", "0001.png", [11, 6])
        third = frame["segments"][2]
        assert list(third) == ["id", "bbox", "area", "color", "confidence", "reference"]
        assert third["bbox"] == [6, 2, 3, 2]
        assert third["color"] == [0, 200, 0, 255]
        assert third["reference"] == {"name": "0000", "segment": 3}

    def test_an_exact_white_background_stays(self, tmp_path: Path) -> None:
        make_clip(tmp_path / "c", {"1": BOXES, "2": BOXES}, {"1": PAINTED_BOXES.replace(".", "W")})
        run(tmp_path / "c", tmp_path / "out")
        assert read_image(tmp_path / "out/2.png")[0, 0].tolist() == [255, 255, 255, 255]

    def test_japanese_names_with_spaces(self, tmp_path: Path) -> None:
        make_clip(
            tmp_path / "第 1 話", {"原画 1": BOXES, "原画 2": BOXES}, {"原画 1": PAINTED_BOXES}
        )
        run(tmp_path / "第 1 話", tmp_path / "出力 1")
        assert (tmp_path / "出力 1/原画 2.png").is_file()


class TestOrder:
    def clip(self, root: Path) -> Path:
        boxes_clip(root, 6, 1)
        save_painting(root / "gt/0004.png")
        return root

    def test_every_painted_frame_counts_by_default(self, tmp_path: Path) -> None:
        clip, engine = self.clip(tmp_path / "c"), FakeEngine()
        boxes_clip(clip / "ref", 1, 1)
        run(clip, tmp_path / "out", engine=engine)
        compared = [call[0] for call in engine.calls].count("similarity")
        # Four open frames; the sheet, the first and the fifth frame are painted.
        assert compared == 4 * 3

    def test_nearest_takes_the_nearest_painted_frame(self, tmp_path: Path) -> None:
        run(self.clip(tmp_path / "c"), tmp_path / "out", order=Order.NEAREST)
        assert used(tmp_path / "out") == {
            "0001": "0000",
            "0002": "0000",
            "0003": "0004",
            "0005": "0004",
        }

    def test_sheet_takes_the_sheet_alone(self, tmp_path: Path) -> None:
        clip = self.clip(tmp_path / "c")
        boxes_clip(clip / "ref", 1, 1)
        run(clip, tmp_path / "out", order=Order.SHEET)
        assert set(used(tmp_path / "out").values()) == {"ref/0000"}

    def test_sheet_without_a_sheet_takes_the_painted_frames(self, tmp_path: Path) -> None:
        run(self.clip(tmp_path / "c"), tmp_path / "out", order=Order.SHEET)
        assert set(used(tmp_path / "out").values()) == {"0000"}

    def test_forward_learns_from_the_frames_done(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "c", 4, 1)
        engine = FakeEngine()
        run(tmp_path / "c", tmp_path / "out", engine=engine, order=Order.FORWARD)
        compared = [call[0] for call in engine.calls].count("similarity")
        assert compared == 1 + 2 + 3

    def test_open_frames_relay_those_done_before_among_them(self, tmp_path: Path) -> None:
        """A run that goes on finishes as one that was not cut off."""
        boxes_clip(tmp_path / "c", 4, 1)
        compared = []
        for relays in (True, True, False):
            engine = FakeEngine(voting=0.1, relays=relays)
            outcome, _ = run(tmp_path / "c", tmp_path / "out", engine=engine)
            compared.append([call[0] for call in engine.calls].count("similarity"))
            (tmp_path / "out/0001.png").unlink()
        assert outcome.skipped == ["0002", "0003"]
        assert compared[0] == compared[1] > compared[2]

    def test_a_reference_given_by_hand_counts_in_every_order(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "c", 2, 0)
        sheet = save_painting(tmp_path / "sheet.png")
        for order in Order:
            run(tmp_path / "c", tmp_path / order, sheet, order=order)
            assert len(report(tmp_path / order)["frames"]) == 2

    def test_an_unusable_nearest_frame_hands_over_to_the_next(self, tmp_path: Path) -> None:
        clip = self.clip(tmp_path / "c")
        (clip / "gt/0004.png").write_bytes(b"")
        _, notes = run(clip, tmp_path / "out", order=Order.NEAREST)
        assert set(used(tmp_path / "out").values()) == {"0000"}
        assert len(notes) == 1

    def test_all_painted_but_a_reference_named(self, tmp_path: Path) -> None:
        clip = boxes_clip(tmp_path / "c", 3, 3)
        outcome, notes = run(clip, tmp_path / "out", clip / "gt/0000.png")
        assert outcome.written == ["0001", "0002"]
        assert "from the references" in notes[0]

    @pytest.mark.parametrize("order", list(Order))
    def test_all_painted_but_a_sheet_is_there(self, tmp_path: Path, order: Order) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 2)
        boxes_clip(clip / "ref", 1, 1)
        save_painting(clip / "ref/gt/0000.png", SWAPPED)
        outcome, _ = run(clip, tmp_path / "out", order=order)
        assert outcome.written == ["0000", "0001"]
        # The truth would say otherwise.
        expected = painting(SWAPPED, COLORS)
        for name in outcome.written:
            assert np.array_equal(read_image(tmp_path / f"out/{name}.png"), expected)

    def test_all_painted(self, tmp_path: Path) -> None:
        outcome, notes = run(boxes_clip(tmp_path / "c", 2, 2), tmp_path / "out")
        assert outcome.written == []
        assert "nothing to colour" in notes[0]
        assert report(tmp_path / "out")["frames"] == []


class TestResume:
    def test_a_second_run_does_nothing(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "c", 3, 1)
        run(tmp_path / "c", tmp_path / "out")
        before = report(tmp_path / "out")
        engine = FakeEngine()
        outcome, _ = run(tmp_path / "c", tmp_path / "out", engine=engine)
        assert (outcome.written, outcome.skipped) == ([], ["0001", "0002"])
        assert engine.calls == []
        assert report(tmp_path / "out") == before

    def test_overwrite_does_all_again(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "c", 3, 1)
        run(tmp_path / "c", tmp_path / "out")
        save_painting(tmp_path / "c/gt/0000.png", SWAPPED)
        outcome, _ = run(tmp_path / "c", tmp_path / "out", overwrite=True)
        assert outcome.written == ["0001", "0002"]
        expected = painting(SWAPPED, COLORS)
        assert np.array_equal(read_image(tmp_path / "out/0001.png"), expected)

    def test_a_file_that_is_not_ours_is_kept(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "c", 3, 1)
        mine = tmp_path / "out/0001.png"
        mine.parent.mkdir()
        mine.write_bytes(b"mine")
        outcome, notes = run(tmp_path / "c", tmp_path / "out")
        assert (outcome.written, outcome.failed) == (["0002"], ["0001"])
        assert mine.read_bytes() == b"mine"
        assert "--overwrite" in notes[0]

    def test_sources_are_never_overwritten(self, tmp_path: Path) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 0)
        sheet = save_painting(tmp_path / "refs/0001.png")
        before = sheet.read_bytes()
        outcome, notes = run(clip, sheet.parent, sheet, overwrite=True)
        assert (outcome.written, outcome.failed) == (["0000"], ["0001"])
        assert sheet.read_bytes() == before
        assert "is one of the drawings" in notes[0]

    @pytest.mark.parametrize("folder", ["line", "gt"])
    @pytest.mark.parametrize("painted", [1, 2])
    def test_composites_are_kept_out_of_the_clip(
        self, tmp_path: Path, folder: str, painted: int
    ) -> None:
        clip = boxes_clip(tmp_path / "c", 2, painted)
        before = sorted(path.name for path in (clip / folder).iterdir())
        with pytest.raises(InputError, match="the folder of the drawings themselves"):
            run(clip, clip / folder, overwrite=True, preset=Preset("x", (ImageFormat.TGA,)))
        assert sorted(path.name for path in (clip / folder).iterdir()) == before

    @pytest.mark.parametrize("order", list(Order))
    def test_stopped_and_resumed_equals_one_go(self, tmp_path: Path, order: Order) -> None:
        clip = boxes_clip(tmp_path / "c", 6, 2)
        run(clip, tmp_path / "whole", order=order)
        for stop_at in range(1, 9):
            with suppress(KeyboardInterrupt):
                run(clip, tmp_path / "parts", order=order, engine=stopping(stop_at))
            known = {"report.json"}
            if (tmp_path / "parts/report.json").exists():
                known |= {frame["file"] for frame in report(tmp_path / "parts")["frames"]}
            assert {path.name for path in (tmp_path / "parts").iterdir()} <= known
        run(clip, tmp_path / "parts", order=order)
        assert report(tmp_path / "parts") == report(tmp_path / "whole")
        for path in (tmp_path / "whole").iterdir():
            assert (tmp_path / "parts" / path.name).read_bytes() == path.read_bytes()
        assert not list((tmp_path / "parts").glob(".*"))

    def test_stopped_while_an_image_is_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 1)

        def stop(*args: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(frame_files, "write_atomic", stop)
            with pytest.raises(KeyboardInterrupt):
                run(clip, tmp_path / "out")
        assert report(tmp_path / "out")["frames"] == []
        assert run(clip, tmp_path / "out")[0].written == ["0001"]

    def test_a_composite_corrected_between_runs_is_kept(self, tmp_path: Path) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 1)
        run(clip, tmp_path / "out", order=Order.FORWARD)
        save_painting(tmp_path / "out/0001.png", SWAPPED)
        save_line(clip / "line/0002.png")
        outcome, _ = run(clip, tmp_path / "out", order=Order.FORWARD)
        assert outcome.written == ["0002"]
        assert np.array_equal(read_image(tmp_path / "out/0001.png"), painting(SWAPPED, COLORS))


def stopping(after: int) -> FakeEngine:
    """Return an engine that meets Ctrl-C at a call."""
    left = iter(range(after))

    def call(what: str) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    return FakeEngine(on_call=call)


class TestTrouble:
    @pytest.mark.parametrize("data", [b"", b"not an image", b"\x89PNG\r\n\x1a\n"])
    def test_a_bad_frame_is_told_and_the_others_are_done(self, tmp_path: Path, data: bytes) -> None:
        clip = boxes_clip(tmp_path / "c", 4, 1)
        (clip / "line/0002.png").write_bytes(data)
        outcome, notes = run(clip, tmp_path / "out")
        assert (outcome.written, outcome.failed) == (["0001", "0003"], ["0002"])
        assert len(notes) == 1
        assert "0002.png" in notes[0]

    def test_all_white_and_all_black_frames(self, tmp_path: Path) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 1)
        save_line(clip / "line/0003.png", re.sub("#", ".", BOXES))
        save_line(clip / "line/0004.png", re.sub("[#.]", "#", BOXES))
        outcome, notes = run(clip, tmp_path / "out")
        assert (outcome.written, outcome.failed) == (["0001", "0003"], ["0004"])
        assert "no line found" in notes[0]
        assert "every pixel is line" in notes[1]

    def test_a_frame_of_another_size_is_told_and_done(self, tmp_path: Path) -> None:
        clip = boxes_clip(tmp_path / "c", 3, 1)
        save_line(clip / "line/0003.png", "#####\n#...#\n#####")
        outcome, notes = run(clip, tmp_path / "out")
        assert outcome.written == ["0001", "0002", "0003"]
        (note,) = notes
        assert "0003.png is 5 x 3 but other frames are 11 x 6" in note

    def test_a_reference_of_another_size(self, tmp_path: Path) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 1)
        save_painting(clip / "gt/0000.png", "..\n..")
        notes: list[str] = []
        request = ColorizeRequest(find_clip(clip), tmp_path / "out")
        with pytest.raises(InputError, match="no usable reference"):
            colorize(request, FakeEngine(), notify=notes.append)
        assert "gt/0000.png is 2 x 2" in notes[0]

    @pytest.mark.parametrize("mark", ["W", "."])
    def test_a_blank_reference_is_told_and_another_one_used(
        self, tmp_path: Path, mark: str
    ) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 0)
        blank = save_painting(tmp_path / "blank.png", "\n".join([11 * mark] * 6))
        with pytest.raises(InputError, match="no usable reference"):
            run(clip, tmp_path / "out", blank)
        sheet = save_painting(tmp_path / "sheet.png")
        outcome, notes = run(clip, tmp_path / "out", blank, sheet)
        assert outcome.written == ["0000", "0001"]
        assert ["blank.png is blank" in note for note in notes] == [True]

    def test_a_reference_without_any_area_is_told(self, tmp_path: Path) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 1)
        pixels = np.random.default_rng(0).integers(0, 256, (90, 90, 3), dtype=np.uint8)
        noise = save(tmp_path / "noise.png", pixels)
        outcome, notes = run(clip, tmp_path / "out", noise)
        assert outcome.written == ["0001"]
        assert "noise.png has no flat area of colour" in notes[0]

    def test_no_reference_at_all(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="no usable reference; give --ref"):
            run(boxes_clip(tmp_path / "c", 2, 0), tmp_path / "out")

    def test_an_output_folder_that_cannot_be(self, tmp_path: Path) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 1)
        (tmp_path / "file").touch()
        with pytest.raises(InputError, match="it is a file"):
            run(clip, tmp_path / "file/out")

    def test_another_engine_does_not_mix_in(self, tmp_path: Path) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 1)
        run(clip, tmp_path / "out")
        with pytest.raises(InputError, match="was made with engine fake"):
            run(clip, tmp_path / "out", engine=replace(FakeEngine(), name="other"))
