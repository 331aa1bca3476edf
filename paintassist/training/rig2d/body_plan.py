"""In which order the parts of a body lie over each other, for any turn and gesture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from paintassist.training.rig2d import (
    collars,
    effects,
    face,
    hair,
    hats,
    limbs,
    locks,
    pets,
    skirts,
    tails,
    torso,
)
from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import Stage
from paintassist.training.rig2d.pose import RigPose, Skeleton, skeleton

Layer = tuple[float, Callable[[], object]]


def layers(stage: Stage, design: Design, pose: RigPose) -> list[Layer]:
    """(depth, routine) pairs; larger depths are nearer to the viewer."""
    bones = skeleton(design.build, pose)
    head = HeadFrame(design, pose, bones)
    out = _trunk_layers(stage, design, bones, head)
    out += _limb_layers(stage, design, pose, bones)
    out += _head_layers(stage, head)
    if pose.effect != "none":
        at = bones.neck[:2] + [1.5 * np.sign(np.cos(pose.phase)), 0.3]
        depth = -9.0 if pose.effect in effects.BEHIND else 9.0
        out.append((depth, lambda: effects.draw_effect(stage, pose.effect, at, pose.phase)))
    if design.outfit.pet != "none":
        out.append(pets.pet_layer(stage, design, bones, pose))
    return out


def _trunk_layers(stage: Stage, design: Design, bones: Skeleton, head: HeadFrame) -> list[Layer]:
    front = bones.trunk.facing(0.0)
    back = 1.0 if front < 0 else -1.0
    out: list[Layer] = [
        (-0.4, lambda: torso.draw_neck(stage, design, bones, head)),
        (-0.5, lambda: skirts.draw_skirt(stage, design, bones)),
        (0.0, lambda: torso.draw_torso(stage, design, bones)),
        (0.65, lambda: collars.draw_collar(stage, design, bones)),
    ]
    if design.outfit.cape:
        out.append((2.2 * back, lambda: skirts.draw_cape(stage, design, bones)))
    out.append((2.4 * back, lambda: hats.draw_wings(stage, head, bones)))
    out.append((1.5 * back, lambda: hats.draw_tail(stage, head, bones)))
    return out


def _limb_layers(stage: Stage, design: Design, pose: RigPose, bones: Skeleton) -> list[Layer]:
    out: list[Layer] = []
    centre = bones.trunk.centre(0.7)[2]
    for k, side in enumerate((-1, 1)):
        leg, arm = bones.legs[k], bones.arms[k]
        depth = -1.2 + 0.3 * float(leg.root[2] + 0.6 * leg.mid[2]) + 0.001 * k
        if leg.mid[2] > design.build.leg_r * 3.0 and np.cos(pose.yaw) > 0.3:
            depth = max(depth, -0.45 if design.outfit.bottom != "trousers" else -0.3)
        out.append((depth, partial(limbs.draw_leg, stage, design, pose, leg, side)))
        upper = float(arm.root[2] * 0.6 + arm.mid[2] * 0.4 - centre)
        up = 0.6 + 0.1 * upper if upper > -design.build.arm_r * 1.6 else -1.6 + 0.1 * upper
        hand = float((arm.end[2] + arm.mid[2]) / 2 - centre)
        fore = up + 0.05 if hand > -design.build.arm_r else min(up - 0.05, -1.7)
        if hand > design.build.arm_r and arm.end[2] > centre + design.build.arm_r:
            fore = max(fore, 0.7 + 0.05 * hand)
        high = arm.end[1] < bones.neck[1] + 0.15
        near = pose.depth > 0 and arm.end[2] > bones.head[2] + 0.35 * design.build.head
        if (high and arm.end[2] > -0.1 and up > 0) or near:
            fore = 6.0 + hand
        out.append(
            (
                up + 0.001 * k,
                partial(limbs.draw_arm_upper, stage, design, arm, side),
            )
        )
        out.append(
            (
                fore + 0.002 * k,
                partial(limbs.draw_forearm, stage, design, pose, arm, side),
            )
        )
        if design.outfit.pauldron:
            out.append((up + 0.04, partial(skirts.draw_pauldrons, stage, design, bones, k)))
    return out


def _head_layers(stage: Stage, head: HeadFrame) -> list[Layer]:
    turned = np.cos(head.yaw) < -0.15
    out: list[Layer] = [
        (3.6 if turned else -3.0, lambda: hair.draw_back_hair(stage, head)),
        (3.45 if turned else 2.95, lambda: hats.draw_animal(stage, head)),
        (2.9, lambda: hats.draw_hat_back(stage, head)),
        (3.0, lambda: face.draw_face(stage, head)),
        (3.1, lambda: hair.cast_fringe(stage, head)),
        (3.2, lambda: hair.draw_side_locks(stage, head)),
        (3.3, lambda: hair.draw_cap(stage, head)),
        (3.35, lambda: hair.draw_ahoge(stage, head)),
        (3.36, lambda: locks.draw_locks(stage, head, front=True)),
        (2.85, lambda: locks.draw_locks(stage, head, front=False)),
        (3.4 if head.design.face.brow_over else 3.05, lambda: face.draw_brows(stage, head)),
        (4.2, lambda: hats.draw_hat(stage, head)),
    ]
    for k, root in enumerate(tails.tail_roots(head)):
        depth = (3.8 if root[2] > 0.1 else -3.2) + 0.01 * k
        out.append((depth, partial(tails.draw_tail, stage, head, root)))
    return out
