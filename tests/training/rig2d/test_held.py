"""Things in hands: every prop shows, hands have two sides, and perspective enlarges them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from paintassist.training.cel import Cel
from paintassist.training.rig2d.character import RigCharacter
from paintassist.training.rig2d.design import Build
from paintassist.training.rig2d.more_props import MORE
from paintassist.training.rig2d.palette import INDEX
from paintassist.training.rig2d.pose import RigPose
from paintassist.training.rig2d.styles import sample_design

POSE = RigPose(hand_r=(0.9, 0.1, 0.15), grip_r="open", zoom=0.35, centre=(2.2, -1.7), depth=0.0)
NAMES = ("mic", "sword", "book", "gun", "ball", "staff", "phone", "sweet", *MORE)


def _draw(prop: str, pose: RigPose = POSE) -> Cel:
    design = sample_design(np.random.default_rng(4), "casual")
    rgb = design.paints.rgb.copy()
    rgb[INDEX["glove"] * 4 : INDEX["glove"] * 4 + 4] = (1, 2, 3)
    outfit = replace(
        design.outfit,
        prop=prop,
        prop_side=1,
        second="none",
        prop_size=1.0,
        hand="full",
        sleeve=0.0,
        glove=(False, True),
    )
    design = replace(design, build=Build(), outfit=outfit, paints=replace(design.paints, rgb=rgb))
    return RigCharacter(design).draw(pose, 256)


def _glove(cel: Cel) -> int:
    return int((cel.paint[..., :3] == (1, 2, 3)).all(-1).sum())


@pytest.mark.parametrize("name", NAMES)
def test_every_prop_shows(name: str) -> None:
    bare, held = _draw("none"), _draw(name)
    changed = (bare.paint != held.paint).any(-1)
    assert changed.sum() > 200


def test_the_palm_differs_from_the_back() -> None:
    back, palm = _draw("none"), _draw("none", replace(POSE, palm_r=True))
    assert (back.inks != palm.inks).sum() > 30


def test_a_hand_near_the_viewer_is_larger() -> None:
    pose = replace(POSE, hand_r=(0.5, 0.2, 0.7), centre=(0.8, -1.6), zoom=0.25)
    assert _glove(_draw("none", replace(pose, depth=1.0))) > 1.2 * _glove(_draw("none", pose))


def test_a_gun_pointed_at_the_viewer_is_seen_from_the_front() -> None:
    at_us = replace(POSE, hand_r=(0.1, 0.05, 0.98), pole_r=(0.0, 1.0, 0.0), depth=0.5)
    at_us = replace(at_us, centre=(0.8, -1.7))
    cel = _draw("gun", at_us)
    dark = sample_design(np.random.default_rng(4), "casual").paints.rgb[INDEX["dark"] * 4]
    muzzle = (cel.paint[..., :3] == dark).all(-1) & (cel.inks == 0)
    assert muzzle.sum() > 10
