"""What is found on sheets composed from the sample's drawings."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.palette import Role, pack_colors
from paintassist.core.sheets.figures import find_figures
from paintassist.core.sheets.paper import filled, look_at
from paintassist.core.sheets.reading import Reading, SheetPlan, plan_sheet, read_figure
from paintassist.core.sheets.relining import LineReading
from paintassist.core.sheets.swatches import Swatch, find_swatches, grouped
from paintassist.resources import sample_folder
from tests.sheetfiles import Box, Composed, Layout, compose_sheet

LAYOUTS = {
    "plain": Layout(figure_height=360),
    "soft, in a frame, discs": Layout(
        figure_height=400, soft=True, frame=True, discs=True, swatch=(26, 26)
    ),
    "table": Layout(figure_height=360, table=True, frame=True, gap=6),
    "transparent, columns that touch": Layout(
        figure_height=360, in_columns=True, gap=0, paper=(0, 0, 0, 0), callouts=False
    ),
    "grey paper, bare swatches": Layout(
        figure_height=360, outline=0, gap=0, paper=(244, 244, 240, 255), ink=(200, 30, 30, 255)
    ),
}


def drawings() -> list[NDArray[np.uint8]]:
    folder = sample_folder() / "ref" / "gt"
    return [np.array(Image.open(path).convert("RGBA")) for path in sorted(folder.glob("*.png"))[:2]]


@pytest.fixture(scope="module", params=LAYOUTS)
def composed(request: pytest.FixtureRequest) -> Composed:
    return compose_sheet(drawings(), LAYOUTS[request.param])


@pytest.fixture(scope="module")
def plan(composed: Composed) -> SheetPlan:
    return plan_sheet(composed.rgba)


def overlap(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return width * height / (sum(areas) - width * height)


def test_every_figure_is_found_and_nothing_else(composed: Composed, plan: SheetPlan) -> None:
    assert len(plan.figures) == len(composed.figures)
    for true, found in zip(composed.figures, plan.figures, strict=True):
        assert overlap(true, found.box) > 0.7


def test_every_swatch_is_found_with_its_exact_color_and_group(
    composed: Composed, plan: SheetPlan
) -> None:
    found = plan.swatches
    assert len(found) == len(composed.swatches)
    for number, (box, color) in enumerate(composed.swatches):
        (match,) = [swatch for swatch in found if overlap(box, swatch.box) > 0.5]
        assert match.color == (*color, 255)
        mates = [swatch for swatch in found if swatch.group == match.group]
        assert len(mates) == composed.groups.count(composed.groups[number])


@pytest.mark.parametrize("threshold", [20, 50, 80])
def test_figures_have_colors_of_the_drawings_only(
    composed: Composed, plan: SheetPlan, threshold: int
) -> None:
    painted = np.unique(np.concatenate([pack_colors(item).ravel() for item in drawings()]))
    reading = Reading(LineReading(threshold=threshold))
    read = read_figure(composed.rgba, plan, plan.figures[0], reading)
    known = read.colors.known
    right = known & np.isin(pack_colors(read.colors.rgba), painted)
    assert read.segments.area[right].sum() > 0.99 * read.segments.area[known].sum()
    assert read.segments.count > 60


def test_one_drawing_on_paper_is_plain() -> None:
    assert plan_sheet(drawings()[0]).is_plain


def test_blank_paper_is_one_figure_of_nothing() -> None:
    plan = plan_sheet(np.full((40, 50, 4), 255, np.uint8))
    assert [figure.box for figure in plan.figures] == [(0, 0, 50, 40)]


def test_a_lone_rectangle_is_no_swatch() -> None:
    rgba = np.full((200, 200, 4), 255, np.uint8)
    rgba[50:70, 50:80, :3] = (250, 20, 30)
    assert find_swatches(look_at(rgba)) == []
    rgba[50:70, 100:130, :3] = (150, 20, 30)
    assert [swatch.tone for swatch in find_swatches(look_at(rgba))] == [
        Role.NORMAL,
        Role.SHADOW_1,
    ]


def test_words_are_no_figures() -> None:
    rgba = np.full((300, 300, 4), 255, np.uint8)
    rgba[40:60, 20:280:12, :3] = 0
    figures, _ = find_figures(look_at(rgba), [])
    assert figures == []


def swatch(left: int, top: int, light: int) -> Swatch:
    return Swatch((left, top, left + 20, top + 10), (light, light, light, 255))


class TestGroups:
    def test_tones_lie_in_rows(self) -> None:
        found = grouped([swatch(0, 40, 90), swatch(24, 0, 100), swatch(0, 0, 200)])
        assert [(item.group, item.tone) for item in found] == [
            (0, Role.NORMAL),
            (0, Role.SHADOW_1),
            (1, Role.NORMAL),
        ]

    def test_or_in_columns_where_they_are_nearer(self) -> None:
        found = grouped([swatch(x, y, 250 - y) for x in (0, 30, 60) for y in (0, 10, 20, 30)])
        assert [item.group for item in found] == [0] * 4 + [1] * 4 + [2] * 4
        assert found[0].tone is Role.HIGHLIGHT
        assert found[3].tone is Role.SHADOW_2

    def test_dark_first_means_shadow_first(self) -> None:
        found = grouped([swatch(0, 0, 10), swatch(24, 0, 100), swatch(48, 0, 200)])
        assert [item.tone for item in found] == [Role.SHADOW_1, Role.NORMAL, Role.HIGHLIGHT]

    def test_a_long_row_is_a_row_of_parts(self) -> None:
        found = grouped([swatch(22 * place, 0, 50 + place) for place in range(6)])
        assert [item.group for item in found] == [0, 1, 2, 3, 4, 5]


def test_meshes_of_call_outs_stay_open_and_white_clothes_are_filled() -> None:
    mesh = np.zeros((200, 200), np.bool_)
    for step in range(160):
        mesh[20 + step, 20 + step] = mesh[20, 20 + step] = mesh[20 + step, 180] = True
        mesh[20 + step, 21 + step] = True
    assert not filled(mesh, 40_000)[40, 150]
    ys, xs = np.mgrid[:200, :200]
    ring = np.abs(np.hypot(ys - 100, xs - 100) - 60) < 2
    assert filled(ring, 40_000)[100, 100]
