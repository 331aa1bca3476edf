"""The five published metrics, on values worked out by hand."""

import numpy as np
import pytest

from paintassist.core.metrics import SMALL_SEGMENT, FrameMetrics, frame_metrics, mean_metrics


def measure(area, truth, proposed):
    return frame_metrics(
        np.array(area, np.int64), np.array(truth, np.uint32), np.array(proposed, np.uint32)
    )


def test_worked_example():
    # Background 100 px right; two parts of 50 and 30 right and wrong; a speck of 10 px wrong;
    # a part of 10 px lost to the background.
    found = measure([100, 50, 30, 10, 10], [0, 1, 2, 3, 4], [0, 1, 1, 1, 0])
    assert found.acc == pytest.approx(2 / 5)
    assert found.acc_thresh == pytest.approx(2 / 3)
    assert found.pix_acc == pytest.approx(150 / 200)
    assert found.pix_f_acc == pytest.approx(50 / 100)
    assert found.pix_b_miou == pytest.approx(100 / 110)


def test_all_right_is_one_and_all_wrong_is_zero():
    truth = [0, 1, 2]
    right, wrong = measure([20, 20, 20], truth, truth), measure([20, 20, 20], truth, [3, 0, 1])
    assert set(right.as_dict().values()) == {1.0}
    assert set(wrong.as_dict().values()) == {0.0}


@pytest.mark.parametrize(("area", "counted"), [(SMALL_SEGMENT, False), (SMALL_SEGMENT + 1, True)])
def test_acc_thresh_leaves_out_the_small(area, counted):
    assert measure([100, area], [1, 2], [1, 1]).acc_thresh == (0.5 if counted else 1.0)


def test_nothing_to_be_wrong_about_is_right():
    assert set(measure([], [], []).as_dict().values()) == {1.0}
    assert measure([20], [5], [5]).pix_b_miou == 1.0


def test_mean_is_over_frames():
    one, none = FrameMetrics(1, 1, 1, 1, 1), FrameMetrics(0, 0.5, 0, 0, 0)
    assert mean_metrics([one, none]) == FrameMetrics(0.5, 0.75, 0.5, 0.5, 0.5)


def test_mean_of_nothing_is_an_error():
    with pytest.raises(ValueError, match="no frames"):
        mean_metrics([])
