from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from paintassist.io.export.formats import ImageFormat, write_image
from paintassist.io.images import read_image

PIXELS = st.tuples(st.integers(1, 40), st.integers(2, 40)).flatmap(
    lambda size: arrays(np.uint8, (*size, 4), elements=st.sampled_from([0, 1, 128, 255]))
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("export")


@given(rgba=PIXELS, image_format=st.sampled_from(list(ImageFormat)))
def test_what_is_written_is_read(
    folder: Path, rgba: NDArray[np.uint8], image_format: ImageFormat
) -> None:
    rgba[0, 0, 3] = 255
    path = folder / f"a.{image_format}"
    write_image(path, rgba, image_format)
    assert np.array_equal(read_image(path), rgba)


def test_flat_areas_are_small_as_tga(tmp_path: Path) -> None:
    write_image(tmp_path / "a.tga", np.full((100, 100, 4), 9, np.uint8), ImageFormat.TGA)
    assert (tmp_path / "a.tga").stat().st_size < 1000
