from __future__ import annotations

import numpy as np
import pytest

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import PaletteEntry, Role
from paintassist.core.segments import mirror
from paintassist.core.sheets.figures import Figure, View
from paintassist.document.document import Document
from paintassist.document.packing import pack_segments
from paintassist.document.requests import Request, SetReference, mirror_page, sheet_page
from paintassist.document.session import Session
from paintassist.document.sheet import LoadedSheet
from paintassist.document.sheet_editor import ImportedSheet
from tests.drawing import cel, show

DRAWING = """
    #######
    #..#..#
    #######
"""
SKIN, SHADE, HAIR = (250, 214, 190, 255), (220, 170, 150, 255), (80, 120, 200, 255)


def loaded(name: str = "A 1", known: tuple[bool, bool] = (True, True)) -> LoadedSheet:
    rgba = np.array([(0, 0, 0, 0), SKIN, HAIR], np.uint8)
    figure = Figure((3, 4, 10, 7), View.FRONT, mirrored=True)
    return LoadedSheet(
        name, None, None, pack_segments(cel(DRAWING)), rgba, "", figure, np.array([False, *known])
    )


def imported(*figures: LoadedSheet) -> ImportedSheet:
    entries = (
        PaletteEntry(SKIN, "skin", "skin", Role.NORMAL),
        PaletteEntry(SHADE, "skin shadow", "skin", Role.SHADOW_1),
    )
    return ImportedSheet("A", entries, figures)


class TestAdding:
    def test_swatches_come_first_and_figures_use_them(self) -> None:
        document = Document()
        document.figures.add(imported(loaded()))
        assert [entry.color for entry in document.palette] == [SKIN, SHADE, HAIR]
        assert document.palette.entries[1].role is Role.SHADOW_1
        assert document.sheets[0].colors.tolist() == [NO_COLOR, 0, 2]
        assert document.sheets[0].use.view is View.FRONT

    def test_it_is_one_undo_item(self) -> None:
        document = Document()
        document.figures.add(imported(loaded("A 1"), loaded("A 2")))
        assert document.undo() == "Add sheet A"
        assert not document.sheets
        assert not len(document.palette)
        document.redo()
        assert [sheet.name for sheet in document.sheets] == ["A 1", "A 2"]

    def test_colors_that_could_not_be_read_are_open(self) -> None:
        document = Document()
        document.figures.add(imported(loaded(known=(True, False))))
        assert document.sheets[0].colors.tolist() == [NO_COLOR, 0, NO_COLOR]

    def test_an_entry_without_names_takes_the_swatches(self) -> None:
        document = Document()
        document.paints.find_or_add(SKIN)
        document.figures.add(imported())
        assert document.palette.entries[0] == PaletteEntry(SKIN, "skin", "skin", Role.NORMAL)

    def test_a_color_of_two_parts_is_an_entry_in_each(self) -> None:
        document = Document()
        collar = PaletteEntry(SKIN, "collar", "shirt", Role.NORMAL)
        sheet = imported(loaded())
        for _ in range(2):
            entries = (*sheet.entries, collar, PaletteEntry(SHADE))
            document.figures.add(ImportedSheet("A", entries, sheet.figures))
            assert [(entry.color, entry.part) for entry in document.palette] == [
                (SKIN, "skin"), (SHADE, "skin"), (SKIN, "shirt"), (HAIR, ""),
            ]  # fmt: skip
            assert document.sheets[0].colors.tolist() == [NO_COLOR, 0, 3]
        dark = PaletteEntry(SHADE, "", "shirt", Role.SHADOW_1)
        document.figures.add(ImportedSheet("B", (collar, dark)))
        assert document.palette.entries[4:] == [dark]
        document.undo()
        assert len(document.palette) == 4


class TestUsing:
    def test_undo_brings_the_use_back(self) -> None:
        document = Document()
        document.figures.add(imported(loaded()))
        off = Figure((3, 4, 10, 7), on=False)
        assert document.figures.use(0, off)
        assert not document.figures.use(0, off)
        document.undo()
        assert document.sheets[0].use.on

    @pytest.mark.parametrize(
        ("figure", "pages"),
        [
            (Figure((0, 0, 7, 3)), {sheet_page("A 1")}),
            (Figure((0, 0, 7, 3), mirrored=True), {sheet_page("A 1"), mirror_page("A 1")}),
            (Figure((0, 0, 7, 3), on=False, mirrored=True), set()),
        ],
    )
    def test_the_worker_hears_of_the_pages_in_use(self, figure: Figure, pages: set[str]) -> None:
        document = Document()
        document.figures.add(imported(loaded()))
        posted: list[Request] = []
        session = Session(document, posted.append)
        session.start()
        document.figures.use(0, figure)
        now: dict[str, SetReference] = {}
        for request in posted:
            if isinstance(request, SetReference):
                now[request.page] = request
        assert {page for page, request in now.items() if request.colors is not None} == pages
        assert all(
            request.mirrored == page.startswith("mirror:")
            for page, request in now.items()
            if request.colors is not None
        )


def test_a_mirror_image_keeps_the_ids() -> None:
    assert show(mirror(cel(DRAWING)).labels).splitlines()[1] == ".22.11."
