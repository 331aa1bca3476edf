"""Faces: each mouth, mood and lid changes the drawing and leaves regions of one colour."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest

from paintassist.training.cel import NO_INK, Cel
from paintassist.training.rig2d.character import RigCharacter
from paintassist.training.rig2d.design import Build, Design, HairStyle
from paintassist.training.rig2d.mouths import KINDS
from paintassist.training.rig2d.pose import RigPose, skeleton
from paintassist.training.rig2d.styles import sample_design

DOWN = ((0.3, 0.9, 0.0), (0.3, 0.9, 0.0))


def _face(seed: int, group: str, **mood: object) -> Cel:
    design = sample_design(np.random.default_rng(seed), group)
    face = replace(design.face, glasses="none", eye_patch=0, muzzle=False, whiskers="none")
    outfit = replace(design.outfit, hat="none")
    design = replace(design, build=Build(), hair=HairStyle(bald=True), fickle=0.0)
    return _shot(replace(design, face=face, outfit=outfit), **mood)


def _shot(design: Design, **mood: Any) -> Cel:
    pose = RigPose(hand_l=DOWN[0], hand_r=DOWN[1], zoom=0.8)
    head = skeleton(design.build, pose).head
    pose = replace(pose, centre=(float(head[0]), float(head[1])), **mood)
    return RigCharacter(design).draw(pose, 256)


def _mixed_regions(cel: Cel) -> int:
    count, labels = cv2.connectedComponents((cel.inks == NO_INK).astype(np.uint8), connectivity=4)
    packed = cel.paint.view(np.uint32)[..., 0]
    return sum(len(np.unique(packed[labels == k])) > 1 for k in range(1, count))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("gape", [0.0, 0.9])
def test_mouths_keep_regions_of_one_colour(kind: str, gape: float) -> None:
    assert _mixed_regions(_face(2, "cartoon", mouth=gape, mouth_kind=kind)) == 0


def test_open_mouths_differ_by_kind() -> None:
    drawn = {_face(2, "boy", mouth=0.9, mouth_kind=kind).inks.tobytes() for kind in KINDS}
    assert len(drawn) >= len(KINDS) - 1


@pytest.mark.parametrize(
    "mood", [{"mood": "tears"}, {"mood": "sweat"}, {"mood": "vein"}, {"flush": True}, {"wink": 1}]
)
def test_moods_show(mood: dict[str, object]) -> None:
    calm, moved = _face(3, "casual"), _face(3, "casual", **mood)
    assert (calm.inks != moved.inks).sum() > 10


@pytest.mark.parametrize("kind", ["full", "goatee", "moustache"])
def test_beards_show(kind: str) -> None:
    design = sample_design(np.random.default_rng(1), "suit")
    shaven, bearded = (
        _shot(replace(design, face=replace(design.face, whiskers=w))) for w in ("none", kind)
    )
    assert (shaven.paint != bearded.paint).any(-1).sum() > 30


def test_button_eyes_follow_the_gaze() -> None:
    design = sample_design(np.random.default_rng(1), "cartoon")
    design = replace(design, face=replace(design.face, eye="button", glasses="none", eye_patch=0))
    left, right = (_shot(design, gaze=(x, 0.0)) for x in (-1.0, 1.0))
    assert (left.inks != right.inks).any()
