"""What a painter adjusts of a sheet: figures changed, taken away, drawn."""

from __future__ import annotations

import numpy as np

from paintassist.core.sheets.figures import Figure, View
from paintassist.core.sheets.reading import SheetPlan

LEFT, RIGHT = Figure((0, 0, 4, 6)), Figure((5, 0, 9, 6))


def drawn_plan() -> SheetPlan:
    drawn = np.zeros((6, 12), np.bool_)
    drawn[2:4, 1:3] = True
    return SheetPlan((LEFT, RIGHT), drawn=drawn)


def test_one_figure_is_changed_or_goes_and_the_others_stay() -> None:
    plan = drawn_plan()
    back = Figure(RIGHT.box, view=View.BACK)
    assert plan.with_figure(1, back).figures == (LEFT, back)
    assert plan.with_figure(0, back).figures == (back, RIGHT)
    assert plan.without_figure(0).figures == (RIGHT,)
    assert plan.figures == (LEFT, RIGHT)


def test_a_rectangle_where_nothing_was_found_belongs_to_the_drawing() -> None:
    plan = drawn_plan()
    new = plan.with_new_figure((9, 1, 12, 3))
    assert new.figures == (LEFT, RIGHT, Figure((9, 1, 12, 3)))
    assert new.drawn is not None
    assert plan.drawn is not None
    assert new.drawn[1:3, 9:12].all()
    assert new.drawn.sum() == plan.drawn.sum() + 6 == 10


def test_a_rectangle_around_a_drawing_takes_the_drawing_alone() -> None:
    plan = drawn_plan()
    assert plan.with_new_figure((0, 0, 4, 6)).drawn is plan.drawn
    assert SheetPlan(()).with_new_figure((0, 0, 4, 6)).drawn is None
