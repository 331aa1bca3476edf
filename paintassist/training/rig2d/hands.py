"""Hands in a few poses, and the props they hold."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.close_hands import draw_close_hand
from paintassist.training.rig2d.design import Design
from paintassist.training.rig2d.geometry import FloatArray, capsule, spline
from paintassist.training.rig2d.ink import Stage, Tone
from paintassist.training.rig2d.paints import SHADOW
from paintassist.training.rig2d.palette import INDEX as M
from paintassist.training.rig2d.palm import Palm
from paintassist.training.rig2d.pose import Limb, RigPose
from paintassist.training.rig2d.props import draw_prop


def draw_hand(stage: Stage, design: Design, pose: RigPose, arm: Limb, side: int) -> None:
    """Draw the hand at the end of `arm` and the prop it carries."""
    o = design.outfit
    grip = pose.grip_l if side < 0 else pose.grip_r
    palm = Palm(design, pose, arm, side)
    material = M["glove"] if o.glove[0 if side < 0 else 1] else M["skin"]
    prop = (o.prop if o.prop_side == side else o.second) if pose.prop else "none"

    def hold() -> None:
        at, size = palm.spot(0.42, 0.0), palm.size * o.prop_size
        draw_prop(stage, design, prop, at, palm.angle, size, side, palm.toward)

    held = hold if prop != "none" else None
    wrist = (palm.origin, design.build.arm_r * arm.near[1] * 0.68)
    if o.hand == "full":
        draw_close_hand(stage, palm, material, grip, o.fingers, wrist, held)
        return
    if held is not None:
        grip = "fist"
        held()
    tones = []
    if design.shading.kind != "none":
        tones = [Tone(SHADOW, shift=(0.13 * design.shading.light * palm.size, -0.2 * palm.size))]
    if grip == "fist":
        _fist(stage, palm, material, tones, [wrist], o.fingers)
    elif grip in ("open", "point", "peace"):
        _open(stage, palm, material, tones, [wrist], grip, o.fingers)
    else:
        _relaxed(stage, palm, material, tones, [wrist])


def _fist(
    stage: Stage,
    palm: Palm,
    material: int,
    tones: list[Tone],
    gaps: list[tuple[FloatArray, float]],
    fingers: int,
) -> None:
    back = spline(
        [
            (-0.08, -0.26),
            (0.3, -0.42),
            (0.72, -0.4),
            (0.84, 0.0),
            (0.72, 0.4),
            (0.3, 0.4),
            (-0.08, 0.26),
        ],
        closed=True,
    )
    stage.part(palm.at(back), material, tones=tones, gaps=gaps)
    width = 0.8 / fingers
    for k in range(fingers):
        y = -0.4 + width * (k + 0.5)
        stage.part(
            palm.at(capsule((0.45, y), (0.8 - 0.06 * abs(k - 1), y), width * 0.52, width * 0.55)),
            material,
            outline=0.9,
        )
    stage.part(
        palm.at(capsule((0.22, 0.34), (0.56, 0.2), 0.13, 0.12)),
        material,
        outline=0.9,
        gaps=((palm.at(np.array([(0.2, 0.34)]))[0], 0.16 * palm.size),),
    )


def _open(
    stage: Stage,
    palm: Palm,
    material: int,
    tones: list[Tone],
    gaps: list[tuple[FloatArray, float]],
    grip: str,
    fingers: int,
) -> None:
    spread = np.linspace(-0.34, 0.26, fingers)
    root = palm.at(np.array([(0.42, 0.0)]))[0]
    shapes = []
    for k, s in enumerate(spread):
        raised = grip == "open" or k >= fingers - (1 if grip == "point" else 2)
        reach = (0.98 if raised else 0.6) - 0.1 * abs(k - fingers / 2 + 0.3)
        shapes.append(
            palm.at(capsule((0.4, s * 0.85), (reach, s * (1.7 if raised else 0.9)), 0.11, 0.09))
        )
    thumb = palm.at(capsule((0.15, 0.24), (0.5, 0.56), 0.11, 0.085))
    for f in [*shapes, thumb]:
        stage.part(f, material)
    back = spline(
        [(-0.08, -0.22), (0.3, -0.38), (0.55, -0.3), (0.58, 0.25), (0.3, 0.32), (-0.08, 0.22)],
        closed=True,
    )
    hole = (root + palm.at(np.array([(0.6, 0.0)]))[0]) / 2
    tips = palm.at(np.array([(0.56, -0.18), (0.58, 0.0), (0.57, 0.16)]))
    joints = [(t, 0.14 * palm.size) for t in tips]
    del hole
    stage.part(
        palm.at(back),
        material,
        tones=tones,
        gaps=[*gaps, *joints, (palm.at(np.array([(0.22, 0.3)]))[0], 0.12 * palm.size)],
    )


def _relaxed(
    stage: Stage,
    palm: Palm,
    material: int,
    tones: list[Tone],
    gaps: list[tuple[FloatArray, float]],
) -> None:
    stage.part(palm.at(capsule((0.14, 0.2), (0.5, 0.36), 0.11, 0.08)), material)
    mitt = spline(
        [
            (-0.08, -0.24),
            (0.3, -0.34),
            (0.7, -0.28),
            (1.0, -0.08),
            (0.92, 0.14),
            (0.5, 0.25),
            (0.2, 0.28),
            (-0.08, 0.22),
        ],
        closed=True,
    )
    patch = stage.part(
        palm.at(mitt),
        material,
        tones=tones,
        gaps=[*gaps, (palm.at(np.array([(0.16, 0.24)]))[0], 0.11 * palm.size)],
    )
    for y in (-0.14, 0.02):
        stage.line(
            palm.at(spline([(0.55, y), (0.75, y + 0.02), (0.93, y + 0.04)])), 0.8, clip=patch
        )
