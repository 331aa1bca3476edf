"""Readers: GLB, BVH, the pack; what they say about bad files."""

from pathlib import Path

import numpy as np
import pytest

from paintassist.training.render3d import Library, load_characters, load_model, pack
from paintassist.training.render3d.bones import BONES, map_bones
from paintassist.training.render3d.gltf import (
    matrix_to_quaternion,
    quaternions_to_matrices,
    read_gltf,
)
from paintassist.training.render3d.model import family_of
from paintassist.training.render3d.motion import read_motions
from paintassist.training.render3d.skeleton import forward, skin

BVH = """HIERARCHY
ROOT Hips
{
 OFFSET 0 0 0
 CHANNELS 6 Xposition Yposition Zposition Zrotation Yrotation Xrotation
 JOINT Head
 {
  OFFSET 0 5 0
  CHANNELS 3 Zrotation Yrotation Xrotation
  End Site
  {
   OFFSET 0 1 0
  }
 }
 JOINT LeftUpLeg
 {
  OFFSET 1 -1 0
  CHANNELS 3 Zrotation Yrotation Xrotation
 }
 JOINT RightUpLeg
 {
  OFFSET -1 -1 0
  CHANNELS 3 Zrotation Yrotation Xrotation
 }
}
MOTION
Frames: 5
Frame Time: 0.083333
"""


def test_a_model_is_normalised_and_keeps_its_flat_colours(folder: Path) -> None:
    model = load_model(folder / "box_man.glb")
    assert model.vertices[:, 1].min() == pytest.approx(0)
    assert model.vertices[:, 1].max() == pytest.approx(1)
    assert len(model.triangles) == 24
    assert len(np.unique(model.parts)) == 2
    # sRGB of the linear factor, and the two halves of the texture.
    expected = {(255, 188, 124), (200, 30, 30), (30, 30, 200)}
    assert {tuple(int(v) for v in colour) for colour in model.palette} == expected
    assert model.skin_tones.sum() == 1
    assert set(np.unique(model.labels[0])) > {255}


def test_skinning_at_rest_changes_nothing(folder: Path) -> None:
    model = load_model(folder / "box_man.glb")
    still = np.tile(np.eye(3), (len(BONES), 1, 1))
    rotations, positions = forward(model.skeleton, still, np.zeros(3))
    posed, normals = skin(model.vertices, model.normals, model.joints, model.weights,
                          model.skeleton, rotations, positions)  # fmt: skip
    np.testing.assert_allclose(posed, model.vertices, atol=1e-12)
    np.testing.assert_allclose(normals, model.normals, atol=1e-9)


def test_the_pack_gives_back_what_went_in(folder: Path, tmp_path: Path, library: Library) -> None:
    out = tmp_path / "all.npz"
    assert pack(folder, folder, out) == out.stat().st_size
    opened = Library.open(out)
    before, after = library.characters[0].model, opened.characters[0].model
    np.testing.assert_allclose(before.vertices, after.vertices, atol=1e-4)
    np.testing.assert_array_equal(before.triangles, after.triangles)
    np.testing.assert_array_equal(before.labels[0], after.labels[0])
    assert [m.name for m in opened.motions] == [m.name for m in library.motions]
    np.testing.assert_allclose(opened.motions[1].rotations, library.motions[1].rotations, atol=1e-4)


def test_a_glb_animation_turns_the_head_only(folder: Path) -> None:
    (motion,) = read_motions(folder / "box_man.glb")
    assert len(motion) == 13
    head = motion.rotations[6, BONES.index("head")]
    np.testing.assert_allclose(np.abs(head), [0, 0.6, 0, 0.8], atol=1e-6)
    np.testing.assert_allclose(np.abs(motion.rotations[:, 0]), [[0, 0, 0, 1]] * 13, atol=1e-6)


def test_a_bvh_turns_its_root(tmp_path: Path) -> None:
    path = tmp_path / "turn.bvh"
    rows = [[0, 7, 0, 0, 18 * frame, 0] + [0] * 9 for frame in range(5)]
    path.write_text(BVH + "\n".join(" ".join(map(str, row)) for row in rows))
    (motion,) = read_motions(path)
    angle = np.radians(72 / 2)
    expected = [0, np.sin(angle), 0, np.cos(angle)]
    np.testing.assert_allclose(np.abs(motion.rotations[-1, 0]), expected, atol=1e-6)


def test_quaternions_survive_the_round_trip() -> None:
    quaternions = np.random.default_rng(0).normal(size=(50, 4))
    quaternions /= np.linalg.norm(quaternions, axis=1, keepdims=True)
    back = matrix_to_quaternion(quaternions_to_matrices(quaternions))
    np.testing.assert_allclose(np.abs((back * quaternions).sum(1)), 1, atol=1e-9)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Avatar_Hips", "Avatar_LeftUpLeg", "Avatar_LeftLeg"],
         ["hips", "upperleg_l", "lowerleg_l"]),
        (["Body", "Hips", "UpperArm.R", "Fist.R"], ["hips", "spine", "upperarm_r", "hand_r"]),
        (["pelvis", "clavicle_l", "thigh_r", "ball_l"],
         ["hips", "shoulder_l", "upperleg_r", "toes_l"]),
        (["Hips", "LeftShoulder", "LeftElbow", "RightHip"],
         ["hips", "upperarm_l", "lowerarm_l", "upperleg_r"]),
        (["pelvis_Armature", "shin.l_Armature"], ["hips", "lowerleg_l"]),
    ],
)  # fmt: skip
def test_bone_names_of_all_families(names: list[str], expected: list[str]) -> None:
    assert [BONES[index] for index in map_bones(names)] == expected


def test_families() -> None:
    assert family_of("dcl_girl_02") == "render3d:dcl_girl"
    assert family_of("quaternius_uacp_Witch") == "render3d:quaternius_uacp"
    assert family_of("quaternius_modular_men_Suit") == "render3d:quaternius_modular_men"
    assert family_of("anime_godette") == "render3d:anime"


def test_bad_files_are_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.glb"
    broken.write_bytes(b"not a model, whatever its name says")
    for read in (read_gltf, load_model, read_motions, Library.open):
        with pytest.raises(ValueError, match=r"broken\.glb"):
            read(broken)
        with pytest.raises(FileNotFoundError, match="absent"):
            read(tmp_path / "absent.glb")
    bvh = tmp_path / "broken.bvh"
    bvh.write_text("HIERARCHY nothing")
    with pytest.raises(ValueError, match=r"broken\.bvh"):
        read_motions(bvh)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(FileNotFoundError, match="empty"):
        load_characters(empty)
    with pytest.raises(FileNotFoundError, match="nowhere"):
        load_characters(tmp_path / "nowhere")
