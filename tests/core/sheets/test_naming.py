from __future__ import annotations

from typing import Any

from paintassist.core.palette import Color
from paintassist.core.sheets.swatches import Swatch, name_groups

BOX = (0, 0, 9, 9)
RED, DARK, WHITE, GREY = (200, 0, 0, 255), (90, 0, 0, 255), (255, 255, 255, 255), (90, 90, 90, 255)


def names(*swatches: tuple[Color, int, str], **known: Any) -> list[str]:
    made = [Swatch(BOX, color, group, name=name) for color, group, name in swatches]
    return [swatch.name for swatch in name_groups(made, **{"parts": {}, **known})]


def test_unnamed_groups_get_numbers_and_named_ones_keep_their_names() -> None:
    assert names((RED, 0, ""), (DARK, 0, ""), (WHITE, 1, "eye")) == ["part 1", "part 1", "eye"]


def test_a_number_that_means_something_else_is_not_taken() -> None:
    assert names((RED, 0, ""), (WHITE, 1, ""), taken={"part 1"}) == ["part 2", "part 3"]


def test_a_group_of_known_colours_is_the_part_that_has_them() -> None:
    assert names((RED, 0, ""), (DARK, 0, ""), parts={RED: "hair"}) == ["hair", "hair"]


def test_one_shared_colour_of_many_says_nothing() -> None:
    group = ((WHITE, 0, ""), (RED, 0, ""), (DARK, 0, ""))
    assert names(*group, parts={WHITE: "eye"}) == ["part 1"] * 3
