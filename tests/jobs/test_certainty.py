"""The reliability curve as numbers, as text and as a picture."""

import numpy as np
import pytest

from paintassist.jobs.certainty import certainty_lines, judge, plot_curve

CONFIDENCE = np.array([0.05, 0.55, 0.55, 0.97, 0.995, 0.995], np.float32)
RIGHT = np.array([False, True, False, True, True, True])


def test_numbers():
    found = judge(CONFIDENCE, RIGHT).as_dict()
    assert found["precision"] == 0.99
    assert found["accepted_unseen"] == 0.5
    assert found["threshold"] == pytest.approx(0.97)
    error = (0.05 + 2 * 0.05 + 0.03 + 2 * 0.005) / 6
    assert found["expected_calibration_error"] == pytest.approx(error)
    assert [(row["from"], row["segments"], row["right"]) for row in found["curve"]] == [
        (0.0, 1, 0.0),
        (0.5, 2, 0.5),
        (0.95, 1, 1.0),
        (0.99, 2, 1.0),
    ]


def test_text():
    head, *rows, error, unseen = certainty_lines(judge(CONFIDENCE, RIGHT))
    assert head.split() == ["confidence", "segments", "mean", "right"]
    assert [row.split() for row in rows][1] == ["50", "-", "60", "2", "55.00", "50.00"]
    assert error == "expected calibration error: 3.17"
    assert unseen == "can be accepted unseen at 99 % precision: 50.00 (from confidence 97.00 on)"


def test_where_the_surest_is_wrong_nothing_is_accepted():
    certainty = judge(np.array([0.9, 0.8], np.float32), np.array([False, True]))
    assert certainty.as_dict()["threshold"] is None
    assert certainty_lines(certainty)[-1] == "nothing can be accepted unseen at 99 % precision"


def test_a_picture_shows_the_curve_where_it_is():
    line = np.array([25, 113, 194, 255], np.uint8)

    def rows_of_line(right):
        picture = plot_curve(judge(CONFIDENCE, right).curve, "task clip")
        assert picture.dtype == np.uint8
        return np.flatnonzero((picture == line).all(axis=2).any(axis=1))

    assert rows_of_line(RIGHT).min() < 60 < 500 < rows_of_line(RIGHT).max()
    assert rows_of_line(np.zeros(6, np.bool_)).min() > 500


def test_nothing_to_judge_is_drawn_too():
    certainty = judge(np.empty(0, np.float32), np.empty(0, np.bool_))
    assert plot_curve(certainty.curve, "").shape[2] == 4
    assert certainty.as_dict()["curve"] == []
