"""What surrounds a figure: effects, pets, the frame that cuts it; and heads from behind."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from paintassist.training.cel import Cel
from paintassist.training.rig2d.character import RigCharacter
from paintassist.training.rig2d.design import Build, Design, HairStyle
from paintassist.training.rig2d.effects import EFFECTS
from paintassist.training.rig2d.motion import sample_pose
from paintassist.training.rig2d.palette import INDEX
from paintassist.training.rig2d.pose import RigPose, skeleton
from paintassist.training.rig2d.styles import sample_design

POSE = RigPose(zoom=0.12, centre=(0.0, -0.5), hand_l=(0.3, 0.9, 0.0), hand_r=(0.3, 0.9, 0.0))


def _design() -> Design:
    design = sample_design(np.random.default_rng(8), "casual")
    outfit = replace(design.outfit, hat="none", pet="none", prop="none", second="none")
    return replace(design, build=Build(), outfit=outfit)


def _painted(cel: Cel) -> int:
    return int((cel.paint[..., 3] > 0).sum())


@pytest.mark.parametrize("effect", sorted(EFFECTS))
def test_effects_add_to_the_figure(effect: str) -> None:
    actor = RigCharacter(_design())
    alone = actor.draw(POSE, 256)
    first, second = (
        actor.draw(replace(POSE, effect=effect, phase=phase), 256) for phase in (1.0, 2.5)
    )
    assert _painted(first) > _painted(alone) + 50
    assert (first.inks != second.inks).any()


@pytest.mark.parametrize("pet", ["cat", "bird", "slime", "ghost"])
def test_pets_keep_company(pet: str) -> None:
    design = _design()
    alone = RigCharacter(design).draw(POSE, 256)
    cel = RigCharacter(replace(design, outfit=replace(design.outfit, pet=pet))).draw(POSE, 256)
    assert _painted(cel) > _painted(alone) + 60


def test_a_bald_head_is_there_from_behind() -> None:
    design = replace(_design(), hair=HairStyle(bald=True))
    pose = replace(POSE, yaw=float(np.pi), zoom=0.8)
    head = skeleton(design.build, pose).head
    cel = RigCharacter(design).draw(replace(pose, centre=(float(head[0]), float(head[1]))), 128)
    skin = design.paints.rgb[INDEX["skin"] * 4]
    assert (cel.paint[64, 64, :3] == skin).all()


def test_cameras_cut_the_figure_now_and_then() -> None:
    design, rng, cut = _design(), np.random.default_rng(0), 0
    for _ in range(60):
        pose = sample_pose(rng, design, "full")
        head = skeleton(design.build, pose).head[:2]
        offset = np.abs(head - np.array(pose.centre)) * pose.zoom
        cut += bool((offset > 0.5).any())
    assert 3 <= cut <= 40
