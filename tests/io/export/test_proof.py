"""The proof of a file that holds what was to be written: is that what the cel is?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from paintassist.core.finished import FinishedCel
from paintassist.core.layers import Layer
from paintassist.core.painting import composite
from paintassist.core.segments import Segments
from paintassist.io.export.formats import EncodeOptions, ImageFormat, encode_image
from paintassist.io.export.proof import LineProof, Proof, Truth, prove
from tests.io.export.cels import PALETTE, RED, SHADE, make_cel

OPTIONS = EncodeOptions()
LINE, LEFT = (1, 1), (2, 2)
"""Row and column of a pixel of the line, and of segment 2, which is red."""


def proof_of(
    cel: FinishedCel, picture: NDArray[np.uint8], segments: Segments | None = None
) -> Proof:
    """Write a picture as the composite of a cel, and prove the file."""
    segments = segments or cel.load()
    layers = {Layer.COMPOSITE: picture}
    truth = Truth(segments, cel.index, cel.colors, PALETTE, cel.load().inks, layers)
    data = encode_image(picture, ImageFormat.PNG, OPTIONS)
    return prove(data, Layer.COMPOSITE, ImageFormat.PNG, truth, OPTIONS)


def painted(cel: FinishedCel) -> NDArray[np.uint8]:
    return composite(cel.load(), cel.colors)


def test_what_was_painted_holds() -> None:
    cel = make_cel("A1")
    assert painted(cel)[LEFT].tolist() == list(RED)
    assert proof_of(cel, painted(cel)) == Proof(LineProof.IDENTICAL, True, True, True)


def test_a_line_in_another_colour_has_changed() -> None:
    cel = make_cel("A1")
    picture = painted(cel)
    picture[LINE] = RED
    found = proof_of(cel, picture)
    assert (found.lines, found.filled, found.holds) == (LineProof.CHANGED, True, False)


def test_a_line_where_the_drawing_has_none_has_changed() -> None:
    cel = make_cel("A1")
    segments = cel.load()
    labels = segments.labels.copy()
    labels[LEFT] = 0
    more = replace(segments, labels=labels)
    assert proof_of(cel, composite(more, cel.colors), more).lines is LineProof.CHANGED


def test_a_pixel_in_the_colour_of_another_segment_is_not_filled() -> None:
    cel = make_cel("A1")
    picture = painted(cel)
    picture[LEFT] = SHADE
    found = proof_of(cel, picture)
    assert (found.filled, found.palette_only, found.holds) == (False, True, False)


def test_the_background_needs_no_colour() -> None:
    cel = make_cel("A1", index=(-1, 1, 2, 3))
    assert proof_of(cel, painted(cel)).holds
