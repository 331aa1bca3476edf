"""Things in 3D hands: closed pieces in fresh colours, bound to one joint, of a sane size."""

from collections.abc import Callable

import numpy as np
import pytest

from paintassist.training.render3d import Library
from paintassist.training.render3d.bones import INDEX
from paintassist.training.render3d.held import _THINGS, _Grip, hold
from paintassist.training.render3d.wardrobe import Wardrobe


@pytest.mark.parametrize("thing", sorted(set(_THINGS), key=lambda thing: thing.__name__))
@pytest.mark.parametrize("seed", range(3))
def test_things_are_small_solids_in_new_colours(
    library: Library, thing: Callable[[_Grip], None], seed: int
) -> None:
    model = library.characters[0].model
    wardrobe = Wardrobe(model, np.random.default_rng(seed))
    place = np.array([0.4, 0.5, 0.0])
    thing(_Grip(wardrobe, place, "head"))
    assert wardrobe.pieces
    head = int(np.flatnonzero(model.skeleton.bones == INDEX["head"])[0])
    for (points, faces), joint, colour in wardrobe.pieces:
        assert joint == head
        assert colour >= len(model.palette)
        assert colour < len(model.palette) + wardrobe.fresh
        assert np.abs(points - place).max() < 1.2
        corners = points[faces]
        area = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        np.testing.assert_allclose(area.sum(0), 0, atol=1e-9)


def test_a_body_without_hands_holds_nothing(library: Library) -> None:
    wardrobe = Wardrobe(library.characters[0].model, np.random.default_rng(0))
    hold(wardrobe)
    assert not wardrobe.pieces
