"""Variants of a body: proportions, clothes, painted motifs, palettes."""

import numpy as np
import pytest

from paintassist.training.render3d import Library
from paintassist.training.render3d.motif import FILL, STROKE, Motif, apply_motifs, stroke_lines
from paintassist.training.render3d.shapes import box, ellipsoid, frustum
from paintassist.training.render3d.style import recolour, sample_style, tone_table
from paintassist.training.render3d.variant import dress, reproportion


@pytest.mark.parametrize("seed", range(4))
def test_proportions_change_but_the_figure_still_stands(library: Library, seed: int) -> None:
    model = library.characters[0].model
    other = reproportion(model, np.random.default_rng(seed))
    assert other.vertices[:, 1].min() == pytest.approx(0)
    assert other.vertices[:, 1].max() == pytest.approx(1)
    assert not np.allclose(other.vertices, model.vertices, atol=1e-3)


def test_clothes_are_new_surfaces_in_known_colours(library: Library) -> None:
    model = library.characters[0].model
    dressed = [dress(model, np.random.default_rng(seed)) for seed in range(30)]
    more = [other for other in dressed if len(other.vertices) > len(model.vertices)]
    assert more
    for other in more:
        assert other.triangles.max() < len(other.vertices)
        assert other.parts.max() > model.parts.max()
        assert other.colours.max() < len(other.palette) == len(other.skin_tones)
        assert len(other.triangles) == len(other.parts) == len(other.textures)


@pytest.mark.parametrize("mesh", [box(np.ones(3)), ellipsoid(np.ones(3)), frustum(1.0, 0.5, 2.0)])
def test_shapes_are_closed(mesh: tuple[np.ndarray, np.ndarray]) -> None:
    # The flux of a constant field through a closed surface is zero.
    corners = mesh[0][mesh[1]]
    area = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    np.testing.assert_allclose(area.sum(0), 0, atol=1e-9)


def test_a_band_repaints_and_a_stroke_splits() -> None:
    heights = np.linspace(0, 1, 11)
    rest = np.stack([np.zeros(11), heights, np.zeros(11)], 1)
    wide = np.array([np.inf, 0.12, np.inf])
    middle = np.array([0, 0.5, 0])
    band = Motif(FILL, 0, 3, middle, wide, np.zeros(3), False, 0.0)
    painted, tones, _ = apply_motifs([band], np.zeros(11, np.int64), rest)
    assert np.flatnonzero(painted == 3).tolist() == [4, 5, 6]
    assert (tones == -1).all()
    stroke = Motif(STROKE, 0, 0, middle + (0, 0.05, 0), wide, np.array([0, 1.0, 0]), False, 0.0)
    _, _, strokes = apply_motifs([stroke], np.zeros(11, np.int64), rest)
    lines = stroke_lines(strokes[:, None], np.zeros((11, 1), np.int32))
    assert np.flatnonzero(lines).tolist() == [5]


def test_palettes_keep_their_size_and_shadows_are_darker() -> None:
    rng = np.random.default_rng(2)
    palette = rng.integers(40, 220, (9, 3)).astype(np.uint8)
    fresh = recolour(palette, np.arange(9) < 2, rng)
    table = tone_table(fresh, rng)
    np.testing.assert_array_equal(table[:, 0], fresh)
    assert (table[:, 1].max(1) < table[:, 0].max(1)).all()
    assert (table[:, 3].max(1) <= table[:, 1].max(1)).all()
    assert (table[:, 2].max(1) >= table[:, 0].max(1)).all()


def test_a_style_covers_the_motifs_it_adds(library: Library) -> None:
    model = library.characters[0].model
    for seed in range(10):
        style = sample_style(model, np.random.default_rng(seed))
        fills = [motif.value for motif in style.motifs if motif.kind == FILL]
        assert len(style.table) == len(model.palette) + len(fills)
        assert len(style.line.pattern_inks) == len(style.shaded) == len(style.table)
