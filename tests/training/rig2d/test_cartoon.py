"""What cartoons have: ink that gathers in corners, big locks, poses that leap and squash."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from paintassist.training.cel import BLACK, NO_INK
from paintassist.training.rig2d.character import RigCharacter, camera
from paintassist.training.rig2d.design import Build
from paintassist.training.rig2d.limbs import limb_tones
from paintassist.training.rig2d.motion import sample_clip
from paintassist.training.rig2d.paints import pool_ink
from paintassist.training.rig2d.pose import RigPose, skeleton
from paintassist.training.rig2d.styles import sample_design

DARK = 200


def _wedge() -> tuple[np.ndarray, np.ndarray]:
    """Two lines that meet in an acute corner at the left, (36, 40)."""
    inks = np.zeros((36, 40), np.uint8)
    for x in range(40):
        inks[17 - x // 4, x] = inks[18 + x // 4, x] = BLACK
    return np.full(inks.shape, 4, np.uint8), inks


def test_ink_gathers_in_an_acute_corner_only() -> None:
    ids, inks = _wedge()
    pool_ink(ids, inks, DARK, np.zeros_like(ids), 7)
    pool = ids == DARK
    assert pool.any()
    assert np.nonzero(pool)[1].max() < 25
    assert (inks[pool] == NO_INK).all()
    right = np.roll(pool, 1, 1) & ~pool
    assert (inks[right] == BLACK).all()


def test_no_ink_gathers_where_it_must_not() -> None:
    ids, inks = _wedge()
    before = inks.copy()
    pool_ink(ids, inks, DARK, np.ones_like(ids), 7)
    assert (inks == before).all()
    assert (ids == 4).all()


def test_locks_stand_off_the_skull() -> None:
    design = sample_design(np.random.default_rng(6), "boy")
    design = replace(design, build=Build(), outfit=replace(design.outfit, hat="none"))
    pose = RigPose(zoom=0.4, hand_l=(0.3, 0.9, 0.0), hand_r=(0.3, 0.9, 0.0))
    pose = replace(pose, centre=(0.0, float(skeleton(design.build, pose).head[1])))
    crest = tuple((az, -0.36, 0.6, 0.15, 0.0, 0.0) for az in (-1.5, 0.0, 1.5))
    areas = []
    for locks in ((), crest):
        hairdo = replace(design.hair, crest=locks, bald=False)
        cel = RigCharacter(replace(design, hair=hairdo)).draw(pose, 256)
        areas.append(int((cel.paint[..., 3] > 0).sum()))
    assert areas[1] > 1.05 * areas[0]


def test_a_broken_shadow_is_in_two_pieces() -> None:
    design = sample_design(np.random.default_rng(6), "boy")
    shading = replace(design.shading, kind="band", broken=0.8, patches=0, limb_lights=False)
    path, radii = np.array([(0.0, 0.0), (0.1, 1.0), (0.0, 2.0)]), (0.2, 0.2, 0.2)
    whole = limb_tones(replace(design, shading=replace(shading, broken=0.0)), path, radii)
    split = limb_tones(replace(design, shading=shading), path, radii)
    assert (len(whole), len(split)) == (1, 2)
    assert split[0].polys[0][:, 1].max() < split[1].polys[0][:, 1].min()


def test_bouncy_clips_move_and_squash_more() -> None:
    def spread(bounce: float) -> float:
        design = sample_design(np.random.default_rng(1), "cartoon")
        design = replace(design, bounce=bounce)
        clips = [sample_clip(np.random.default_rng(s), design, 4) for s in range(30)]
        return float(np.mean([np.ptp([pose.squash for pose in clip]) for clip in clips]))

    assert spread(1.0) > 2 * spread(0.0)


def test_squash_keeps_the_area() -> None:
    tall, flat = (abs(np.linalg.det(camera(RigPose(squash=s))[:, :2])) for s in (1.3, 0.7))
    assert np.isclose(tall, flat)
