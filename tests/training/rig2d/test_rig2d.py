"""The rig's promises: determinism, one colour a region, exact paint, plausible counts."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from paintassist.training.cel import BLACK, NO_INK, Cel
from paintassist.training.rig2d import GROUPS, sample_character

SIZE = 256


def _cels(group: str, seed: int) -> list[Cel]:
    rng = np.random.default_rng(seed)
    character = sample_character(rng, group)
    poses = [*character.poses(rng, 2), *character.clip(rng, 2), *character.sheet()[:1]]
    return [character.draw(pose, SIZE) for pose in poses]


@pytest.mark.parametrize("group", GROUPS)
def test_regions_have_one_colour(group: str) -> None:
    for cel in _cels(group, 7):
        free = (cel.inks == NO_INK).astype(np.uint8)
        count, labels = cv2.connectedComponents(free, connectivity=4)
        packed = cel.paint.view(np.uint32)[..., 0]
        lowest = np.full(count, np.iinfo(np.uint32).max, np.uint32)
        highest = np.zeros(count, np.uint32)
        np.minimum.at(lowest, labels.ravel(), packed.ravel())
        np.maximum.at(highest, labels.ravel(), packed.ravel())
        assert (lowest[1:] == highest[1:]).all()


@pytest.mark.parametrize("group", GROUPS)
def test_ink_is_painted_as_the_contract_says(group: str) -> None:
    for cel in _cels(group, 3):
        assert (cel.paint[cel.inks == BLACK] == (0, 0, 0, 255)).all()
        assert (cel.paint[cel.inks > 0, 3] == 255).all()
        clear = cel.paint[..., 3] == 0
        assert (cel.paint[clear] == (255, 255, 255, 0)).all()


def test_trace_pixels_carry_a_neighbouring_shade() -> None:
    alone, total = 0, 0
    for cel in _cels("twintails", 24):
        ys, xs = np.nonzero(cel.inks[2:-2, 2:-2] > BLACK)
        for y, x in list(zip(ys + 2, xs + 2, strict=True))[::7]:
            near = cel.paint[y - 2 : y + 3, x - 2 : x + 3].reshape(-1, 4)
            alone += int((near == cel.paint[y, x]).all(1).sum() == 1)
            total += 1
    assert total > 20
    assert alone <= 0.03 * total, (alone, total)


def test_same_seed_same_drawing() -> None:
    first, second = _cels("cartoon", 5), _cels("cartoon", 5)
    for a, b in zip(first, second, strict=True):
        assert np.array_equal(a.inks, b.inks)
        assert np.array_equal(a.paint, b.paint)


def test_families_name_their_group() -> None:
    for group in GROUPS:
        assert sample_character(np.random.default_rng(0), group).family == f"rig2d:{group}"


def test_region_counts_are_plausible() -> None:
    rng = np.random.default_rng(11)
    counts = []
    for _ in range(6):
        character = sample_character(rng)
        cel = character.draw(character.sheet()[0], 512)
        free = (cel.inks == NO_INK).astype(np.uint8)
        counts.append(cv2.connectedComponents(free, connectivity=4)[0] - 1)
    assert 40 <= np.median(counts) <= 250
