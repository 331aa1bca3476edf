"""Trail, report and log: what they hold, and what they must not."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np

from paintassist import __version__
from paintassist.ui.errors.log import MOST_BYTES, NAME, OLD_ONES, LogFile
from paintassist.ui.errors.report import MOST_LINES, make_report, trouble_of
from paintassist.ui.errors.trail import MOST, Trail


def trouble(words: str, pixels: object = None):
    try:
        raise ValueError(words)
    except ValueError as error:
        return trouble_of((type(error), error, error.__traceback__))


def test_a_trail_keeps_the_last_actions_only() -> None:
    clock = iter(range(1000))
    trail = Trail(lambda: next(clock))
    for number in range(MOST + 5):
        trail.note(f"action {number}")
    lines = trail.lines()
    assert len(lines) == MOST
    assert lines[0].endswith("40.0 s before  action 5")
    assert lines[-1].endswith("1.0 s before  action 44")


def test_a_report_names_versions_place_and_actions() -> None:
    report = make_report(trouble("odd"), {"provider": "CPU", "model": ""}, ["1 s before  undo"])
    assert report.startswith("ValueError at test_report.py:")
    for words in (f"PaintAssist {__version__}", "numpy", "PySide6", "provider: CPU", "undo", "odd"):
        assert words in report
    assert "model:" not in report


def test_a_report_holds_no_pixels_and_no_name_of_a_home() -> None:
    home = Path("/home/hanako")
    pixels = np.full((40, 40, 4), 213, np.uint8)
    told = trouble(f"{home}/cut/A1.png and /home/hanakosan/B.png: " + "x" * 9000, pixels)
    report = make_report(told, {}, [], home)
    assert "213" not in report.split("Where it happened")[1]
    assert "~/cut/A1.png" in report
    assert "/home/hanako/" not in report
    assert "/home/hanakosan/" in report
    assert len(report) < 6000


def test_a_long_way_is_cut_in_the_middle() -> None:
    def deeper(depth: int) -> None:
        if depth:
            if depth % 2:
                deeper(depth - 1)
            else:
                deeper(depth - 1)
        else:
            raise KeyError("down")

    try:
        deeper(300)
    except KeyError as error:
        told = trouble_of((type(error), error, error.__traceback__))
    lines = told.text.split("\n")
    assert len(lines) <= MOST_LINES + 1
    assert lines[0].startswith("Traceback")
    assert lines[-1] == "KeyError: 'down'"


def test_the_log_turns_over(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "logs")
    written = logging.getLogger("paintassist.test")
    for number in range(60):
        written.warning("%d %s", number, "x" * (MOST_BYTES // 10))
    log.close()
    files = sorted(path.name for path in (tmp_path / "logs").iterdir())
    assert files == ["crashes.log", NAME, *(f"{NAME}.{number + 1}" for number in range(OLD_ONES))]
    assert log.path.read_text(encoding="utf-8").split(" x")[-2].endswith(" 59")
    assert sum(path.stat().st_size for path in log.path.parent.iterdir()) <= 4 * MOST_BYTES


def test_no_place_for_a_log_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    log = LogFile(tmp_path / "file" / "logs")
    logging.getLogger("paintassist.test").warning("lost")
    log.close()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
