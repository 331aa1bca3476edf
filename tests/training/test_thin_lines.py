"""Lines of one pixel survive however much a drawing is shrunk for the network."""

import numpy as np
import pytest

from paintassist.core.lines import Ink
from paintassist.core.segments import segment
from paintassist.engines.dacon.inputs import picture
from paintassist.engines.placing import Window


@pytest.mark.parametrize("size", [300, 700, 1111, 1920])
@pytest.mark.parametrize("offset", [0.0, 0.5, 3.3])
def test_no_row_of_the_picture_loses_a_line(size: int, offset: float) -> None:
    inks = np.zeros((size, size), np.uint8)
    inks[:, size // 3] = Ink.BLACK
    inks[:, 2 * size // 3 + 5] = Ink.RED
    window = Window(offset, offset, float(size - 8))

    drawn = picture(segment(inks), window, 160)

    assert drawn[0].max(axis=1).min() > 0.45
    assert drawn[1].max(axis=1).min() > 0.45
