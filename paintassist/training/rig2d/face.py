"""Eyes, brows, nose, mouth, ears and what sits on them."""

from __future__ import annotations

import numpy as np

from paintassist.training.rig2d.geometry import FloatArray, ellipse, spline, turn
from paintassist.training.rig2d.head import HeadFrame
from paintassist.training.rig2d.ink import Patch, Stage, Tone
from paintassist.training.rig2d.mouths import draw_mouth
from paintassist.training.rig2d.paints import EXTRA, LIGHT, SHADOW
from paintassist.training.rig2d.palette import INDEX as M
from paintassist.training.rig2d.tempers import draw_tears, draw_temper, draw_whiskers


def draw_face(stage: Stage, head: HeadFrame) -> Patch | None:
    """Draw ears and the face with all its features; returns the face's patch."""
    _ears(stage, head, behind=True)
    if not head.front:
        return _bare_skull(stage, head) if head.design.hair.bald else None
    style, shading = head.design.face, head.design.shading
    tones: list[Tone] = []
    if shading.kind != "none":
        dx = -0.07 * shading.light * head.scale
        tones.append(Tone(SHADOW, shift=(-dx * (0.4 + shading.amount), -0.02)))
    face = stage.part(head.face(), M["skin"], tones=tones)
    if face is None:
        return face
    if style.muzzle:
        _muzzle(stage, head, face)
    _blush(stage, head, face)
    _nose(stage, head, face)
    draw_temper(stage, head, face)
    draw_whiskers(stage, head, face)
    draw_mouth(stage, head, face)
    for side in (-1, 1):
        _eye(stage, head, face, side)
    draw_tears(stage, head, face)
    _glasses(stage, head, face)
    _ears(stage, head, behind=False)
    return face


def _bare_skull(stage: Stage, head: HeadFrame) -> Patch | None:
    """Draw a bald head from behind."""
    skull = head.plane(ellipse((-0.03 * np.sin(head.yaw), 0.0), 0.43, 0.47, n=28))
    shading = head.design.shading
    tones = [Tone(SHADOW, shift=(0.1 * shading.light * head.scale, -0.03))]
    return stage.part(skull, M["skin"], tones=tones if shading.kind != "none" else ())


def draw_brows(stage: Stage, head: HeadFrame) -> None:
    """Draw the brows; called after the fringe, which they shine through."""
    if head.front:
        for side in (-1, 1):
            _brow(stage, head, side)


class _EyeBox:
    """Local frame of one eye: u outwards, v down, both in half sizes."""

    def __init__(self, head: HeadFrame, side: int) -> None:
        style = head.design.face
        far = side == head.side
        c = head.feature(style.eye_x * side, style.eye_y)
        a = abs(head.yaw)
        fx = np.cos(min(a * 0.9 + 0.12, 1.35)) if far else np.cos(max(a - 0.25, 0.0) * 0.8)
        self.hidden = (far and a > 1.0) or a > 1.75
        self.centre, self.side, self.head = c, side, head
        self.w = style.eye_w * max(float(fx), 0.34)
        self.h = style.eye_h

    def at(self, pts: FloatArray, mirror: bool = True) -> FloatArray:
        """World (N, 2) of local points; `mirror` = u counts outwards on both sides."""
        p = np.asarray(pts, np.float64) * [self.w * (self.side if mirror else 1), self.h]
        slant = -self.head.design.face.slant * self.side
        return self.head.plane(turn(p, slant) + self.centre)


def _lids(openness: float) -> tuple[FloatArray, FloatArray]:
    """Upper and lower lid curves in eye coordinates, inner corner first."""
    low = spline([(-0.95, 0.45), (-0.5, 0.85), (0.1, 0.97), (0.65, 0.8), (1.0, 0.1)], steps=4)
    up = spline([(-0.95, 0.45), (-0.75, -0.4), (-0.1, -0.95), (0.65, -0.8), (1.0, 0.1)], steps=4)
    k = float(np.clip(openness, 0.0, 1.15))
    return up * [1, k] + low * [0, 1 - k] * 0.98, low


def _eye(stage: Stage, head: HeadFrame, face: Patch, side: int) -> None:
    box = _EyeBox(head, side)
    style = head.design.face
    if box.hidden:
        return
    if style.eye_patch == side:
        _eye_patch(stage, box, face)
        return
    openness = head.pose.eye
    if openness < 0.18 or head.pose.happy or head.pose.wink == side:
        _closed_eye(stage, box, face)
        return
    if style.eye in ("oval", "dot"):
        _simple_eye(stage, box, face, openness)
        return
    if style.eye == "button":
        _button_eye(stage, box, face, openness)
        return
    up, low = _lids(openness)
    white = stage.part(
        box.at(np.concatenate([up, low[::-1]])),
        M["white"],
        clip=face,
        outline=0.6,
        tones=_eye_shadow(head, box, up),
    )
    if white is not None:
        _iris(stage, box, white)
    _lash(stage, box, up, face)


def _eye_shadow(head: HeadFrame, box: _EyeBox, up: FloatArray) -> list[Tone]:
    if head.design.shading.kind == "none" or head.design.face.eye == "small":
        return []
    return [Tone(SHADOW, polys=(box.at(np.concatenate([up, up[::-1] + [0, 0.28]])),))]


def _iris(stage: Stage, box: _EyeBox, white: Patch) -> None:
    style, pose = box.head.design.face, box.head.pose
    rx = {"tall": 0.62, "small": 0.45, "visor": 0.3}.get(style.eye, 0.66)
    rx *= min(1.0, style.eye_h / style.eye_w * 0.85) if box.w > 0.08 else 1.0
    ry = 0.97 if style.eye != "small" else 0.8
    facing = np.sin(box.head.yaw) * 0.12
    c = np.array([pose.gaze[0] * 0.35 + facing - 0.06 * box.side, pose.gaze[1] * 0.2 - 0.02])
    tones = []
    big = stage.scale * box.h > 9
    if style.iris_tones and big:
        tones.append(
            Tone(
                SHADOW,
                polys=(box.at(c + [[-2, -2], [2, -2], [2, -0.02], [0, 0.14], [-2, -0.02]], False),),
            )
        )
    if style.iris_tones and stage.scale * box.h > 14:
        tones.append(Tone(LIGHT, polys=(box.at(ellipse(c + [0, 0.62], rx * 0.6, 0.3), False),)))
    iris = stage.part(
        box.at(ellipse(c, rx, ry), False), M["iris"], clip=white, outline=0.6, tones=tones
    )
    if iris is None or not big:
        return
    stage.part(box.at(ellipse(c, rx * 0.42, ry * 0.45), False), M["pupil"], clip=iris, outline=0.4)
    spots = [(-0.24, -0.42, 0.2, 0.22), (0.26, 0.4, 0.11, 0.13), (-0.3, 0.1, 0.08, 0.09)]
    for dx, dy, sx, sy in spots[: style.glints]:
        stage.part(
            box.at(ellipse(c + [dx, dy], sx, sy, n=12), False), M["glint"], clip=white, outline=0.4
        )


def _lash(stage: Stage, box: _EyeBox, up: FloatArray, face: Patch) -> None:
    style = box.head.design.face
    if style.lash <= 0.05:
        stage.line(box.at(up), 1.4, clip=face)
        return
    t = np.linspace(0, 1, len(up))[:, None]
    thick = 0.26 * style.lash * (0.35 + 0.65 * np.sin(np.pi * np.clip(t * 0.8 + 0.1, 0, 1)))
    outer = up - np.concatenate([np.zeros_like(t), thick], 1)
    wing = np.array([[1.32, 0.02 - 0.2 * style.lash], [1.1, 0.3], [1.22, 0.38], [1.0, 0.42]])
    stage.part(box.at(np.concatenate([outer, wing, up[::-1]])), M["lash"], outline=0.5)
    low = np.array([(-0.1, 1.02), (0.35, 0.98), (0.75, 0.78)])
    stage.line(box.at(spline(low)), 0.7, clip=face)
    if stage.scale * box.h > 12:
        fold = np.array([(-0.6, -0.95), (0.0, -1.35), (0.6, -1.15)]) * [1, box.head.pose.eye]
        stage.line(box.at(spline(fold)), 0.6, clip=face)


def _closed_eye(stage: Stage, box: _EyeBox, face: Patch) -> None:
    dip = -0.9 if box.head.pose.happy else 0.55
    arc = spline([(-1.0, 0.35), (-0.4, 0.35 + dip * 0.8), (0.3, 0.35 + dip), (1.0, 0.3)], steps=5)
    if box.head.design.face.lash > 0.3:
        body = np.concatenate([arc, (arc + [0, 0.16])[::-1]])
        stage.part(box.at(body), M["lash"], clip=face, outline=0.7)
    else:
        stage.line(box.at(arc), 1.3, clip=face)


def _simple_eye(stage: Stage, box: _EyeBox, face: Patch, openness: float) -> None:
    """Cartoon eye: a dark oval, sometimes with a glint, cut by an angry lid."""
    rx = 0.62 if box.head.design.face.eye == "oval" else 0.34
    oval = ellipse((0, 0.1), rx, 0.95 * openness, n=24)
    lid = -0.85 * openness - 0.5 * min(box.head.pose.brow, 0.3) * oval[:, 0]
    oval[:, 1] = np.maximum(oval[:, 1], lid)
    eye = stage.part(box.at(oval), M["lash"], clip=face)
    if eye is not None and box.head.design.face.glints and stage.scale * box.h > 7:
        stage.part(
            box.at(ellipse((-0.15, -0.25), 0.2, 0.26, n=12), False),
            M["glint"],
            clip=eye,
            outline=0.4,
        )


def _button_eye(stage: Stage, box: _EyeBox, face: Patch, openness: float) -> None:
    """Cartoon eye: a white oval with a dot that wanders, under a lid of skin."""
    pose = box.head.pose
    oval = ellipse((0, 0), 0.85, 1.05, n=24)
    white = stage.part(box.at(oval), M["white"], clip=face)
    if white is None:
        return
    c = np.array([pose.gaze[0] * 0.5 - 0.15 * box.side, pose.gaze[1] * 0.4 + 0.05])
    if box.head.design.face.iris_tones:
        stage.part(box.at(ellipse(c, 0.42, 0.5), False), M["iris"], clip=white, outline=0.8)
    stage.part(box.at(ellipse(c, 0.2, 0.26), False), M["pupil"], clip=white, outline=0.6)
    slope = -0.6 * min(pose.brow, 0.4)
    edge = 1.0 - 2.0 * float(np.clip(openness, 0.1, 1.05))
    lid = np.array([(-1.3, edge - slope), (1.3, edge + slope), (1.3, -2.0), (-1.3, -2.0)])
    if openness < 0.95:
        stage.part(box.at(lid), M["skin"], clip=white, outline=1.0)
    if box.head.design.face.lash > 0.4:
        for x in (0.5, 0.8):
            stage.line(box.at(np.array([(x, -0.8), (x + 0.35, -1.25)])), 1.2)


def _eye_patch(stage: Stage, box: _EyeBox, face: Patch) -> None:
    stage.line(box.at(np.array([(-4.2, -2.6), (0, -0.8), (3.0, -2.2)])), 1.6, clip=face)
    shape = spline([(-1.2, -0.8), (0, -1.0), (1.2, -0.8), (0.9, 0.8), (0, 1.3), (-0.9, 0.8)], True)
    stage.part(box.at(shape), M["patch"], clip=face)


def _brow(stage: Stage, head: HeadFrame, side: int) -> None:
    box = _EyeBox(head, side)
    style = head.design.face
    if box.hidden or (style.eye_patch == side and not style.brow_filled):
        return
    tilt = head.pose.brow
    y = -1.55 - 0.12 * head.pose.eye
    arc = spline(
        [(-0.95, y + 0.1 - 0.5 * tilt), (0.0, y - 0.18), (1.1, y + 0.22 + 0.4 * tilt)], steps=5
    )
    if not style.brow_filled:
        stage.line(box.at(arc), 1.0 if style.brow < 0.03 else 1.5)
        return
    t = np.linspace(1, 0.25, len(arc))[:, None]
    thick = np.concatenate([np.zeros_like(t), t * style.brow / style.eye_h * 2], 1)
    stage.part(box.at(np.concatenate([arc - thick, (arc + thick)[::-1]])), M["brow"], outline=0.8)


def _nose(stage: Stage, head: HeadFrame, face: Patch) -> None:
    kind = head.design.face.nose
    if abs(head.yaw) > 1.2 or kind == "none":
        return
    c = head.feature(0.0, 0.26, 0.36)
    k = head.side if abs(head.yaw) > 0.1 else head.design.shading.light
    if kind == "line":
        stage.line(
            head.plane(c + spline([(0.0, -0.025), (0.012 * k, 0.0), (-0.004 * k, 0.012)])),
            0.8,
            clip=face,
        )
    elif kind == "long":
        pts = [(-0.01 * k, -0.14), (0.03 * k, -0.03), (0.055 * k, 0.02), (0.0, 0.04)]
        stage.line(head.plane(c + spline(pts)), 1.0, clip=face)
    elif kind == "wedge":
        tri = c + np.array([(0, -0.06), (0.035 * -k, 0.02), (0.0, 0.03)])
        stage.shade(face, M["skin"], Tone(SHADOW, polys=(head.plane(tri),)))
    elif kind == "snout":
        stage.part(head.plane(ellipse(c, 0.06, 0.04)), M["lash"], clip=face)


def _blush(stage: Stage, head: HeadFrame, face: Patch) -> None:
    kind = head.design.face.blush
    if kind == "none":
        return
    for side in (-1, 1):
        if side == head.side and abs(head.yaw) > 0.9:
            continue
        c = head.feature(0.27 * side, 0.27, 0.24)
        if kind == "oval":
            polys = [ellipse(c, 0.07 * max(np.cos(head.yaw), 0.4), 0.03, n=14)]
        else:
            slash = np.array([(-0.008, -0.02), (0.012, -0.02), (0.002, 0.022), (-0.018, 0.022)])
            polys = [c + slash + [dx, 0] for dx in (-0.045, 0.0, 0.045)]
        for p in polys:
            stage.shade(face, M["skin"], Tone(EXTRA, polys=(head.plane(p),)))


def _muzzle(stage: Stage, head: HeadFrame, face: Patch) -> None:
    c = head.feature(0.0, 0.36, 0.3)
    stage.part(head.plane(ellipse(c, 0.24, 0.17)), M["trim"], clip=face)


def _ears(stage: Stage, head: HeadFrame, behind: bool) -> None:
    style = head.design.face
    if style.ear in ("none", "animal"):
        return
    for side in (-1, 1):
        rel = head.rel(side * np.pi / 2)
        if abs(rel) > 2.2 or (abs(rel) > 1.2) != behind:
            continue
        c = head.feature(0.44 * side, 0.1, -0.03)
        w = 0.05 + 0.07 * abs(np.cos(rel))
        k = side if abs(rel) > 1.2 else -np.sign(head.yaw)
        tip = (0.22 * k, -0.14) if style.ear == "elf" else (w * k, -0.11)
        shape = c + spline(
            [(-w * 0.6 * k, -0.06), tip, (w * k, 0.02), (w * 0.2 * k, 0.13), (-w * 0.6 * k, 0.08)],
            closed=True,
        )
        tones: tuple[Tone, ...] = ()
        if head.design.shading.kind != "none":
            tones = (
                Tone(SHADOW, polys=(head.plane(c + ellipse((0.01 * k, 0.0), w * 0.5, 0.06)),)),
            )
        ear = stage.part(head.plane(shape), M["ear"], tones=tones)
        curve = c + spline([(w * 0.5 * k, -0.06), (0.0, -0.04), (w * 0.1 * k, 0.04)])
        stage.line(head.plane(curve), 0.7, clip=ear)


def _glasses(stage: Stage, head: HeadFrame, face: Patch) -> None:
    style = head.design.face
    if style.glasses == "none":
        return
    middle = []
    for side in (-1, 1):
        box = _EyeBox(head, side)
        if box.hidden:
            continue
        ring = ellipse((0, 0.1), 1.35, 1.15 if style.glasses == "round" else 0.85, n=24)
        if style.glasses == "shades":
            top = stage.part(
                box.at(ring),
                M["frame"],
                tones=(
                    Tone(
                        LIGHT,
                        polys=(
                            box.at(np.array([(-0.6, -0.6), (0, -0.6), (-0.4, 0.5), (-0.9, 0.5)])),
                        ),
                    ),
                ),
            )
            del top
        else:
            for k in range(len(ring)):
                stage.line(box.at(ring[[k, (k + 1) % len(ring)]]), 1.0)
        middle.append(box.at(np.array([(-1.3, 0.0)]))[0])
        if not (side == head.side and abs(head.yaw) > 0.3):
            stage.line(
                np.array(
                    [
                        box.at(np.array([(1.35, -0.1)]))[0],
                        head.plane(head.feature(0.43 * side, 0.04, 0.0))[0],
                    ]
                ),
                1.0,
            )
    if len(middle) == 2:
        stage.line(np.array(middle), 1.0)
    del face
