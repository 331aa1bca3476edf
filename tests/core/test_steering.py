"""The next segment in a direction."""

import numpy as np
import pytest

from paintassist.core.steering import next_segment

#  1 . 2
#  . 3 .
#  4 . 5
CROSS = np.array([[0, 0], [0, 0], [2, 0], [1, 1], [0, 2], [2, 2]], float)


@pytest.mark.parametrize(
    ("here", "way", "there"),
    [
        (1, (1, 0), 2),
        (2, (-1, 0), 1),
        (1, (0, 1), 4),
        (5, (0, -1), 2),
        (3, (1, 0), 2),
        (2, (1, 0), 2),
        (1, (0.5, 0.5), 3),
        (0, (-1, 0), 1),
    ],
)
def test_the_nearest_in_the_quarter_ahead(here: int, way: tuple[float, float], there: int):
    assert next_segment(CROSS, here, way) == there


def test_what_lies_straight_ahead_goes_before_what_is_near_and_aside():
    points = np.array([[0, 0], [0, 0], [3, 0], [2, 1.5]], float)
    assert next_segment(points, 1, (1, 0)) == 2


def test_a_drawing_without_segments_leads_nowhere():
    assert next_segment(np.zeros((1, 2)), 0, (1, 0)) == 0
