"""From triangles to cels: the rasteriser, closed regions, determinism."""

import cv2
import numpy as np
import pytest

from paintassist.training.cel import BLACK, NO_INK, Cel, Character
from paintassist.training.render3d import Library, Pose3D, sample_character
from paintassist.training.render3d.camera import frame_points, view_rotation
from paintassist.training.render3d.raster import rasterise
from paintassist.training.render3d.toon import components


def _brute_force(points: np.ndarray, inverse: np.ndarray, triangles: np.ndarray, size: int
                 ) -> np.ndarray:  # fmt: skip
    best = np.zeros((size, size))
    result = np.full((size, size), -1)
    for index, (a, b, c) in enumerate(triangles):
        matrix = np.array([[*points[a], 1], [*points[b], 1], [*points[c], 1]]).T
        for row in range(size):
            for column in range(size):
                share = np.linalg.solve(matrix, [column + 0.5, row + 0.5, 1])
                depth = share @ inverse[[a, b, c]]
                if (share >= 0).all() and depth > best[row, column]:
                    best[row, column], result[row, column] = depth, index
    return result


def test_the_rasteriser_agrees_with_brute_force() -> None:
    rng = np.random.default_rng(3)
    points = rng.uniform(-6, 30, (18, 2))
    inverse = rng.uniform(0.2, 1.0, 18)
    triangles = np.arange(18, dtype=np.int32).reshape(-1, 3)
    raster = rasterise(points, inverse, triangles, 24)
    np.testing.assert_array_equal(raster.triangle, _brute_force(points, inverse, triangles, 24))


def test_triangles_behind_the_eye_are_dropped() -> None:
    points = np.array([[0, 0], [20, 0], [0, 20]], float)
    raster = rasterise(points, np.array([1, 1, -1.0]), np.array([[0, 1, 2]], np.int32), 16)
    assert (raster.triangle == -1).all()


def test_shared_edges_leave_no_gap() -> None:
    points = np.array([[2, 2], [14, 3], [13, 13], [3, 12], [7.3, 8.1]])
    fan = np.array([[0, 1, 4], [1, 2, 4], [2, 3, 4], [3, 0, 4]], np.int32)
    inside = rasterise(points, np.ones(5), fan, 16).triangle >= 0
    count, _, stats, _ = cv2.connectedComponentsWithStats((~inside).astype(np.uint8), None, 4)
    assert count == 2
    assert stats[1, cv2.CC_STAT_AREA] == (~inside).sum()


def test_a_camera_contains_its_points() -> None:
    points = np.random.default_rng(0).normal(size=(40, 3))
    camera = frame_points(points, view_rotation(30, 10, 5), 1.2, 0.9)
    pixels, inverse = camera.project(points, 100)
    assert (inverse > 0).all()
    assert pixels.min() >= 4.9
    assert pixels.max() <= 95.1


def test_the_front_camera_sees_left_on_the_right() -> None:
    camera = frame_points(np.eye(3), view_rotation(0, 0, 0), 1.0)
    (left, up, near), depth = camera.project(np.eye(3), 100)
    assert left[0] > near[0]
    assert up[1] < near[1]
    assert depth[2] > depth[0]


def test_components_respect_cuts() -> None:
    labels = np.array([[1, 1, 2], [1, 2, 2]], np.int32)
    assert components(labels)[0].max() == 2
    cut = np.zeros((2, 3), bool)
    cut[0, 0] = True
    numbers, areas = components(labels, cut)
    assert numbers[0, 0] != numbers[0, 1]
    assert sorted(areas.tolist()) == [0, 1, 2, 3]


def _check(cel: Cel, size: int) -> None:
    assert cel.inks.shape == (size, size)
    assert cel.paint.shape == (size, size, 4)
    assert (cel.paint[cel.inks == BLACK] == (0, 0, 0, 255)).all()
    assert (cel.paint[cel.inks > BLACK][:, 3] == 255).all()
    count, numbers = cv2.connectedComponents((cel.inks == NO_INK).astype(np.uint8), connectivity=4)
    words = cel.paint.view(np.uint32)[..., 0]
    for number in range(1, count):
        assert len(np.unique(words[numbers == number])) == 1


@pytest.mark.parametrize("seed", range(8))
def test_every_region_has_one_colour_and_drawing_repeats(library: Library, seed: int) -> None:
    rng = np.random.default_rng(seed)
    character = sample_character(rng, library)
    poses = [*character.clip(rng, 2), *character.poses(rng, 2), *character.sheet()[:1]]
    for pose in poses:
        cel = character.draw(pose, 128)
        _check(cel, 128)
        again = character.draw(pose, 128)
        np.testing.assert_array_equal(cel.inks, again.inks)
        np.testing.assert_array_equal(cel.paint, again.paint)


def test_the_same_seed_gives_the_same_character(library: Library) -> None:
    def drawn() -> tuple[Character, Cel]:
        rng = np.random.default_rng(5)
        character: Character = sample_character(rng, library)
        return character, character.draw(character.clip(rng, 3)[2], 96)

    (one, first), (two, second) = drawn(), drawn()
    assert one.family == two.family == "render3d:box"
    np.testing.assert_array_equal(first.paint, second.paint)


def test_an_empty_picture_is_blank(library: Library) -> None:
    character = sample_character(np.random.default_rng(1), library)
    far = frame_points(np.full((2, 3), 50.0) + np.eye(3)[:2], view_rotation(0, 0, 0), 3.0)
    cel = character.draw(Pose3D(0, 0.0, far, 1), 64)
    assert (cel.inks == NO_INK).all()
    assert (cel.paint[:, :, 3] == 0).all()


def test_families_can_be_held_out(library: Library) -> None:
    assert library.families() == ["render3d:box"]
    empty = library.without({"render3d:box"})
    with pytest.raises(ValueError, match="no characters"):
        sample_character(np.random.default_rng(0), empty)
