from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from paintassist.core.errors import InputError
from paintassist.io.report import Origin, Report, frame_entry
from tests.clipfiles import BOXES
from tests.drawing import cel


def entry(name: str) -> dict[str, Any]:
    segments = cel(BOXES)
    colors = np.array([[0, 0, 0, 0], [255, 0, 0, 255], [0, 200, 0, 255]], np.uint8)
    confidence = np.array([1, 0.25, 1 / 3], np.float32)
    origins = [Origin("ref/1", 1), None, Origin("ref/1", 3)]
    return frame_entry(name, f"{name}.png", segments, colors, confidence, origins)


def test_entry_has_the_shape_of_the_contract() -> None:
    found = entry("1")
    assert found["size"] == [11, 6]
    assert found["segments"][1] == {
        "id": 2,
        "bbox": [2, 2, 1, 1],
        "area": 1,
        "color": [255, 0, 0, 255],
        "confidence": 0.25,
        "reference": None,
    }
    assert found["segments"][2]["reference"] == {"name": "ref/1", "segment": 3}


def test_saved_report_is_the_json_of_the_contract(tmp_path: Path) -> None:
    report = Report.resume(tmp_path, "shape", "模型", overwrite=False)
    report.save()
    assert json.loads(report.path.read_text("utf-8")) == report.as_json()
    report.add(entry("2"))
    report.add(entry("1"))
    report.sort(["1", "2"])
    report.save()
    found = json.loads(report.path.read_text("utf-8"))
    assert found == report.as_json()
    assert [frame["name"] for frame in found["frames"]] == ["1", "2"]
    assert found["model"] == "模型"


def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"A\xff1")
    report = Report.resume(tmp_path, "shape", "", overwrite=False)
    report.add(entry(name))
    report.save()
    assert list(Report.resume(tmp_path, "shape", "", overwrite=False).frames) == [name]


def test_a_report_is_resumed(tmp_path: Path) -> None:
    first = Report.resume(tmp_path, "shape", "", overwrite=False)
    first.add(entry("1"))
    first.save()
    second = Report.resume(tmp_path, "shape", "", overwrite=False)
    second.add(entry("2"))
    second.remove("none")
    assert list(second.frames) == ["1", "2"]


def test_another_engine_needs_overwrite(tmp_path: Path) -> None:
    first = Report.resume(tmp_path, "shape", "", overwrite=False)
    first.add(entry("1"))
    first.save()
    with pytest.raises(InputError, match=r"made with engine shape; .*--overwrite"):
        Report.resume(tmp_path, "flow", "", overwrite=False)
    assert Report.resume(tmp_path, "flow", "", overwrite=True).frames == {}


def test_an_empty_report_binds_nobody(tmp_path: Path) -> None:
    Report.resume(tmp_path, "shape", "", overwrite=False).save()
    assert Report.resume(tmp_path, "flow", "", overwrite=False).engine == "flow"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"engine": 1, "model": 2, "frames": 3}', "nul"])
def test_a_file_that_is_no_report_is_kept(tmp_path: Path, text: str) -> None:
    (tmp_path / "report.json").write_text(text)
    with pytest.raises(InputError, match="not a report of ours"):
        Report.resume(tmp_path, "shape", "", overwrite=False)
    assert Report.resume(tmp_path, "shape", "", overwrite=True).frames == {}
