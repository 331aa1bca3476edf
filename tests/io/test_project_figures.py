from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from paintassist.core.matching import NO_COLOR
from paintassist.core.sheets.figures import Figure, View
from paintassist.document.document import Document
from paintassist.document.packing import pack_segments
from paintassist.document.sheet import LoadedSheet
from paintassist.document.sheet_editor import ImportedSheet
from paintassist.io.project_figures import figure_from_json
from paintassist.io.project_file import open_project, save_as
from paintassist.io.project_values import DamagedError
from tests.drawing import cel


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"box":[0,0,1],"view":"","on":true,"mirrored":false}',
        '{"box":[0,0,1,1],"view":"top","on":true,"mirrored":false}',
        '{"box":[0,0,1,1],"view":"","on":1,"mirrored":false}',
    ],
)
def test_a_damaged_figure_is_refused(text: str) -> None:
    with pytest.raises(DamagedError):
        figure_from_json(text)


def test_a_figure_comes_back(tmp_path: Path) -> None:
    document = Document()
    segments = cel("###\n#.#\n###")
    figure = Figure((5, 6, 8, 9), View.BACK, on=False, mirrored=True)
    sheet = LoadedSheet(
        "A 1",
        None,
        None,
        pack_segments(segments),
        np.zeros((2, 4), np.uint8),
        "",
        figure,
        np.array([False, False]),
    )
    document.figures.add(ImportedSheet("A", (), (sheet,)))
    path = tmp_path / "a.paintassist"
    save_as(document, path)
    document.figures.use(0, replace(figure, on=True))
    assert document.store is not None
    document.store.close()
    again = open_project(path)
    assert again.sheets[0].figure == replace(figure, on=True)
    assert again.sheets[0].colors.tolist() == [NO_COLOR, NO_COLOR]
    again.undo()
    assert again.sheets[0].figure == figure
    assert again.store is not None
    again.store.close()
