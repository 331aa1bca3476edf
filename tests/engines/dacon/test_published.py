"""The pictures that the published networks see."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from paintassist.core.lines import inks_to_rgba
from paintassist.engines.dacon.published import picture
from paintassist.engines.dacon.resampling import linear_steps


def _by_pytorch(rgba: np.ndarray, side: int) -> np.ndarray:
    values = torch.from_numpy(rgba.astype(np.float32) / 255)
    on_white = values[..., :3] * values[..., 3:] + (1 - values[..., 3:])
    large = on_white.permute(2, 0, 1)[None]
    small = functional.interpolate(large, (side, side), mode="bilinear", align_corners=False)
    return small[0].numpy()


@pytest.mark.parametrize(("height", "width"), [(16, 16), (70, 33), (9, 40)])
def test_picture_is_what_pytorch_makes_of_the_drawing_on_white(height: int, width: int) -> None:
    rgba = np.random.default_rng(1).integers(0, 256, (height, width, 4), np.uint8)

    np.testing.assert_allclose(picture(rgba, 16), _by_pytorch(rgba, 16), atol=1e-6)


def test_picture_of_inks_is_that_of_their_colours() -> None:
    inks = np.random.default_rng(1).integers(0, 5, (40, 30), np.uint8)

    np.testing.assert_allclose(picture(inks, 20), _by_pytorch(inks_to_rgba(inks), 20), atol=1e-6)


@pytest.mark.parametrize(
    ("source", "size"), [(512, 1600), (37, 4096), (1920, 518), (512, 1023), (512, 300), (512, 512)]
)
def test_steps_are_pytorchs(source: int, size: int) -> None:
    values = np.random.default_rng(2).normal(size=source).astype(np.float32)
    line = torch.from_numpy(values)[None, None, :, None]
    expected = functional.interpolate(line, (size, 1), mode="bilinear", align_corners=False)

    low, high, weight = linear_steps(source, size)

    found = values[low] * (1 - weight) + values[high] * weight
    np.testing.assert_allclose(found, expected[0, 0, :, 0], atol=1e-6)
