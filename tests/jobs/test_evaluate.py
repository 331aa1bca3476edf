from __future__ import annotations

import json
from pathlib import Path

import pytest

from paintassist.core.errors import InputError
from paintassist.core.lines import inks_to_rgba
from paintassist.core.palette import PaletteEntry, Role
from paintassist.engines.shape import ShapeEngine
from paintassist.io.colorbook import write_colorbook
from paintassist.io.layouts import find_clip
from paintassist.jobs.clip import load_page
from paintassist.jobs.evaluate import ALL_SHOTS, Task, TaskName, evaluate, plan_task, spread
from tests.clipfiles import (
    BOXES,
    COLORS,
    PAINTED_BOXES,
    boxes_clip,
    make_clip,
    save,
    save_painting,
)
from tests.drawing import inks
from tests.fakes import FakeEngine

CONSECUTIVE, CLIP, KEYFRAME = TaskName.CONSECUTIVE, TaskName.CLIP, TaskName.KEYFRAME
# Segment areas: background 66 - 22 line - 7 inside = 37, left 1, right 6.
SWAPPED = PAINTED_BOXES.replace("R", "x").replace("G", "R").replace("x", "G")


def references_of(root: Path, task: Task) -> dict[str, list[str]]:
    """Return which references each counted frame gets."""
    clip, engine = find_clip(root), FakeEngine()
    frames = [load_page(item, engine) if item.has_truth else None for item in clip.frames]
    references = [load_page(item, engine) for item in clip.references]
    plan = plan_task(task, clip, frames, references)
    return {
        target.name: [page.name for page in pages] for targets, pages in plan for target in targets
    }


class TestTasks:
    def test_consecutive_needs_the_frame_before(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path, 5, 5)
        (tmp_path / "gt/0002.png").unlink()
        expected = {"0001": ["0000"], "0004": ["0003"]}
        assert references_of(tmp_path, Task(CONSECUTIVE)) == expected

    def test_clip_from_the_first_frame(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path, 3, 3)
        assert references_of(tmp_path, Task(CLIP)) == {"0001": ["0000"], "0002": ["0000"]}

    def test_clip_from_first_middle_and_last(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path, 5, 5)
        pages = ["0000", "0002", "0004"]
        assert references_of(tmp_path, Task(CLIP, 3)) == {"0001": pages, "0003": pages}

    @pytest.mark.parametrize(("shots", "count"), [(1, 1), (5, 2), (ALL_SHOTS, 2), (None, 2)])
    def test_keyframe_uses_the_sheet(self, tmp_path: Path, shots: int | None, count: int) -> None:
        boxes_clip(tmp_path, 2, 2)
        boxes_clip(tmp_path / "ref", 2, 2)
        pages = ["ref/0000", "ref/0001"][:count]
        expected = {"0000": pages, "0001": pages}
        assert references_of(tmp_path, Task(KEYFRAME, shots)) == expected

    def test_a_painting_without_line_art_is_a_reference_only(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path, 2, 2)
        (tmp_path / "line/0001.png").unlink()
        assert references_of(tmp_path, Task(CONSECUTIVE)) == {}
        assert references_of(tmp_path, Task(CLIP)) == {}

    @pytest.mark.parametrize(
        ("count", "shots", "expected"),
        [(12, 1, [0]), (12, 2, [0, 11]), (12, 3, [0, 6, 11]), (2, 5, [0, 1]), (0, 1, [])],
    )
    def test_spread(self, count: int, shots: int, expected: list[int]) -> None:
        assert spread(count, shots) == expected


class TestFigures:
    def test_known_clip(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "boxes", 2, 2)
        save_painting(tmp_path / "boxes/gt/0001.png", SWAPPED)
        (result,) = evaluate(tmp_path / "boxes", FakeEngine(), [Task(CONSECUTIVE)])
        found = result.as_json()
        assert found["task"] == "consecutive"
        assert found["engine"] == "fake"
        assert found["model"] == ""
        expected = {
            "frames": 1,
            "segments": 3,
            "acc": 1 / 3,
            "acc_thresh": 1.0,  # Only the background has over ten pixels.
            "pix_acc": 37 / 44,
            "pix_f_acc": 0.0,
            "pix_b_miou": 1.0,
        }
        clips = found["clips"]
        assert isinstance(clips, dict)
        assert clips["boxes"] == pytest.approx(expected)
        assert found["mean"] == pytest.approx(expected)
        json.dumps(found)

    def test_mean_weighs_frames_equally(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "right", 4, 4)
        boxes_clip(tmp_path / "wrong", 2, 2)
        save_painting(tmp_path / "wrong/gt/0001.png", SWAPPED)
        (result,) = evaluate(tmp_path, FakeEngine(), [Task(CLIP)])
        assert result.mean().as_dict()["acc"] == pytest.approx((3 * 1 + 1 / 3) / 4)
        assert result.mean().segments == 12

    def test_certainty_weighs_segments_equally(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "right", 4, 4)
        boxes_clip(tmp_path / "wrong", 2, 2)
        save_painting(tmp_path / "wrong/gt/0001.png", SWAPPED)
        (result,) = evaluate(tmp_path, FakeEngine(), [Task(CLIP)])
        curve = result.mean().certainty().curve
        assert curve.count.sum() == 12
        assert (curve.right * curve.count).sum() == 10

    def test_every_drawing_is_encoded_once(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path, 4, 4)
        boxes_clip(tmp_path / "ref", 1, 1)
        engine = FakeEngine()
        tasks = [Task(CONSECUTIVE), Task(CLIP), Task(CLIP, 3), Task(KEYFRAME)]
        results = evaluate(tmp_path, engine, tasks)
        assert [result.task for result in results] == tasks
        assert sum(call[0] == "encode" for call in engine.calls) == 5

    def test_progress_ends_at_the_total(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path, 3, 3)
        steps: list[tuple[int, int]] = []
        evaluate(
            tmp_path,
            ShapeEngine(),
            [Task(CLIP)],
            progress=lambda done, total, name: steps.append((done, total)),
        )
        assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


class TestTrouble:
    def test_a_bad_frame_is_told_and_left_out(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path, 4, 4)
        (tmp_path / "line/0002.png").write_bytes(b"")
        notes: list[str] = []
        (result,) = evaluate(tmp_path, FakeEngine(), [Task(CLIP)], notify=notes.append)
        assert result.mean().as_dict()["frames"] == 2
        assert len(notes) == 1
        assert "0002.png is empty" in notes[0]

    def test_a_clip_without_truth_is_told(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path / "a", 2, 1)
        boxes_clip(tmp_path / "b", 2, 2)
        notes: list[str] = []
        (result,) = evaluate(tmp_path, FakeEngine(), [Task(CONSECUTIVE)], notify=notes.append)
        assert list(result.clips) == ["b"]
        assert notes == ["a has no frame to count for the task consecutive"]

    @pytest.mark.parametrize("task", [CONSECUTIVE, CLIP, KEYFRAME])
    def test_nothing_to_count(self, tmp_path: Path, task: TaskName) -> None:
        make_clip(tmp_path, {"1": BOXES})
        with pytest.raises(InputError, match=f"no frame to count for the task {task}"):
            evaluate(tmp_path, FakeEngine(), [Task(task)])


class TestAnnotations:
    def test_filled_in_shadows_turn_the_tone(self, tmp_path: Path) -> None:
        """The right box is in shadow in the second frame, and its shape says nothing of it."""
        shaded = PAINTED_BOXES.replace("G", "B")
        make_clip(tmp_path, {"0": BOXES, "1": BOXES}, {"0": PAINTED_BOXES, "1": shaded})
        line = inks_to_rgba(inks(BOXES))
        line[2:4, 6:9] = (188, 201, 251, 255)
        save(tmp_path / "line_anno" / "1.png", line)
        book = [
            PaletteEntry(COLORS["G"], "", "box", Role.NORMAL),
            PaletteEntry(COLORS["B"], "", "box", Role.SHADOW_1),
        ]
        write_colorbook(tmp_path / "colorbook.yml", book)
        (plain,) = evaluate(tmp_path, FakeEngine(), [Task(CLIP)])
        (heeded,) = evaluate(tmp_path, FakeEngine(), [Task(CLIP)], annotations=True)
        assert plain.mean().as_dict()["acc"] == pytest.approx(2 / 3)
        assert heeded.mean().as_dict()["acc"] == 1

    def test_a_clip_without_annotations_is_refused(self, tmp_path: Path) -> None:
        boxes_clip(tmp_path, 2, 2)
        with pytest.raises(InputError, match="has no annotations"):
            evaluate(tmp_path, FakeEngine(), [Task(CLIP)], annotations=True)
