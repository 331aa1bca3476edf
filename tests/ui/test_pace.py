from __future__ import annotations

from paintassist.ui.pace import Pace


def worked(*steps: tuple[int, float]) -> Pace:
    pace, left, now = Pace(), 1000, 0.0
    pace.note(left, now)
    for count, seconds in steps:
        left, now = left - count, now + seconds
        pace.note(left, now)
    return pace


def test_the_rest_takes_what_the_painter_took_so_far():
    # 100 segments in 60 seconds: 900 more take nine minutes.
    assert worked(*[(20, 12.0)] * 5).minutes_left() == 9


def test_a_few_steps_tell_nothing():
    assert worked(*[(20, 12.0)] * 4).minutes_left() is None
    assert Pace().minutes_left() is None


def test_a_break_is_no_work():
    steady = worked(*[(10, 6.0)] * 10)
    with_lunch = worked(*[(10, 6.0)] * 9, (10, 3600.0))
    assert steady.minutes_left() == 9
    assert with_lunch.minutes_left() == 17


def test_many_at_once_count_as_many():
    one_by_one = worked(*[(1, 6.0)] * 10)
    assert one_by_one.minutes_left() == 99
    assert worked(*[(1, 6.0)] * 10, (490, 6.0)).minutes_left() == 1


def test_undo_is_work_again_and_takes_no_time():
    pace = worked(*[(20, 12.0)] * 5)
    pace.note(920, 100.0)
    assert pace.minutes_left() == 9
    pace.note(900, 112.0)
    assert pace.minutes_left() in (8, 9, 10)


def test_nothing_left_and_other_work():
    pace = worked(*[(200, 12.0)] * 5)
    assert pace.minutes_left() is None
    pace.restart()
    pace.note(50, 500.0)
    assert pace.minutes_left() is None
