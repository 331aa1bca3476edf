"""The bundled sample: one hand-tuned rig2d character, her colour design sheet and a short cut.

Layout (the DACoN one): ``line/A0001.png`` ..., ``gt/A0001.png`` ... for the truth, and
``ref/line/*.png`` with ``ref/gt/*.png`` for the sheet; ``colorbook.yml`` names the parts of the
sheet. All images are RGBA PNG of one size.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.palette import PaletteEntry, Role
from paintassist.training.cel import Cel
from paintassist.training.rig2d.character import RigCharacter
from paintassist.training.rig2d.design import (
    Build,
    Design,
    FaceStyle,
    HairStyle,
    Outfit,
    Shading,
)
from paintassist.training.rig2d.paints import BASE, EXTRA, LIGHT, SHADOW, TONES, InkStyle
from paintassist.training.rig2d.palette import INDEX, RGB, ToneStyle, paints
from paintassist.training.rig2d.pose import RigPose, mix

SIZE = 960
FRAMES = 10
_INKS = np.array(
    [(0, 0, 0, 0), (0, 0, 0, 255), (255, 0, 0, 255), (0, 0, 255, 255), (0, 255, 0, 255)], np.uint8
)
_COLOURS: dict[str, RGB] = {
    "skin": (255, 228, 210),
    "ear": (255, 228, 210),
    "hair": (150, 178, 236),
    "hair2": (150, 178, 236),
    "white": (255, 255, 255),
    "iris": (196, 72, 132),
    "pupil": (84, 20, 62),
    "glint": (255, 250, 240),
    "lash": (48, 34, 58),
    "mouth": (158, 52, 66),
    "teeth": (255, 252, 248),
    "tongue": (240, 132, 138),
    "brow": (96, 118, 186),
    "ribbon": (230, 62, 92),
    "top": (248, 248, 252),
    "sleeve": (248, 248, 252),
    "collar": (52, 70, 128),
    "tie": (230, 62, 92),
    "trim": (238, 240, 255),
    "bottom": (60, 78, 140),
    "bottom2": (36, 46, 92),
    "sock": (44, 46, 66),
    "shoe": (112, 66, 54),
    "sole": (72, 44, 40),
    "button": (250, 206, 90),
    "buckle": (250, 206, 90),
    "badge": (250, 206, 90),
    "belt": (112, 66, 54),
}
_LIGHT, _PLAIN = (Role.HIGHLIGHT, LIGHT), (Role.NORMAL, BASE)
_SHADOW, _BLUSH = (Role.SHADOW_1, SHADOW), (Role.NORMAL, EXTRA)
# A sheet's words from head to foot: what is of one colour (ribbons and scarf) is one part.
_PARTS = (
    ("hair", "hair", (_LIGHT, _PLAIN, _SHADOW)),
    ("skin", "skin", (_PLAIN, _SHADOW)),
    ("blush", "skin", (_BLUSH,)),
    ("whites", "white", (_PLAIN, _SHADOW)),
    ("lashes", "lash", (_PLAIN,)),
    ("iris", "iris", (_LIGHT, _PLAIN, _SHADOW)),
    ("pupil", "pupil", (_PLAIN,)),
    ("glints", "glint", (_PLAIN,)),
    ("mouth", "mouth", (_PLAIN,)),
    ("teeth", "teeth", (_PLAIN,)),
    ("tongue", "tongue", (_PLAIN,)),
    ("ribbons", "ribbon", (_PLAIN, _SHADOW)),
    ("blouse", "top", (_PLAIN, _SHADOW)),
    ("collar", "collar", (_PLAIN, _SHADOW)),
    ("stripe", "trim", (_PLAIN,)),
    ("skirt", "bottom", (_PLAIN, _SHADOW)),
    ("socks", "sock", (_PLAIN, _SHADOW)),
    ("shoes", "shoe", (_PLAIN, _SHADOW)),
    ("soles", "sole", (_PLAIN, _SHADOW)),
)


def hero() -> RigCharacter:
    """The girl of the sample: twin tails, sailor uniform, red ribbons."""
    locks = [
        (-1.0, 0.26, -0.02),
        (-0.62, 0.07, -0.12),
        (-0.26, 0.05, -0.16),
        (0.06, 0.14, -0.14),
        (0.42, 0.05, -0.12),
        (0.74, 0.08, -0.04),
        (1.05, 0.26, 0.0),
    ]
    style = ToneStyle(depth=0.24, tint=-0.03)
    table = paints(_COLOURS, style, 0.3, {"skin": (255, 186, 176), "collar": (32, 40, 84)})
    table.rgb.setflags(write=False)
    return RigCharacter(
        Design(
            family="hero",
            build=Build(
                torso=1.75,
                leg=2.75,
                arm=1.95,
                shoulder=0.56,
                chest=0.45,
                waist=0.35,
                hip=0.5,
                bust=0.09,
                arm_r=0.12,
                leg_r=0.21,
                neck_r=0.145,
                neck=0.17,
                hand=0.3,
                foot=0.55,
            ),
            face=FaceStyle(
                eye_w=0.125,
                eye_h=0.15,
                eye_x=0.205,
                eye_y=0.13,
                iris_tones=True,
                glints=3,
                lash=1.0,
                brow=0.02,
                mouth_w=0.1,
                blush="slashes",
                jaw=0.97,
            ),
            hair=HairStyle(
                fringe=tuple(locks),
                top=0.09,
                wide=0.535,
                nape=0.38,
                back=0.0,
                side=0.5,
                side_w=0.075,
                tails="twin",
                tail_len=2.0,
                tail_w=0.25,
                tail_y=-0.3,
                tie="bow",
                ahoge=0.22,
                gloss="spots",
                strands=5,
                cast=0.05,
            ),
            outfit=Outfit(
                top="shirt",
                sleeve=1.0,
                sleeve_w=1.35,
                cuff=True,
                collar="sailor",
                neckwear="scarf",
                bottom="skirt",
                bottom_len=0.34,
                flare=1.7,
                pleats=9,
                sock=0.85,
                shoe="loafer",
                folds=6,
                hem=-0.03,
            ),
            shading=Shading(kind="band", amount=0.45, light=1, lights=True),
            ink=InkStyle(width=1.2, trace=1.0, wobble=0.35, sliver=5),
            paints=table,
        )
    )


def sample_book() -> list[PaletteEntry]:
    """Every colour that she is painted with, by part and tone, in the sheet's order."""
    rgb = hero().design.paints.rgb
    entries = []
    for part, material, tones in _PARTS:
        for role, tone in tones:
            red, green, blue = rgb[INDEX[material] * TONES + tone].tolist()
            entries.append(PaletteEntry((red, green, blue, 255), part, part, role))
    return entries


def sheet_poses() -> dict[str, RigPose]:
    """Three views of the colour design sheet and the face with an open mouth, by file name."""
    base = RigPose(
        hand_l=(0.32, 0.92, 0.1),
        hand_r=(0.32, 0.92, 0.1),
        centre=(0.0, 0.16),
        zoom=0.148,
        smile=0.6,
    )
    return {
        "sheet_1_front": base,
        "sheet_2_three_quarter": replace(base, yaw=0.65, phase=1.0),
        "sheet_3_back": replace(base, yaw=float(np.pi), phase=2.0),
        "sheet_4_face": replace(
            base, mouth=1.0, smile=1.2, centre=(0.0, -2.25), zoom=0.42, phase=3.0
        ),
    }


def cut_poses() -> list[RigPose]:
    """She turns to us, waves and smiles: `FRAMES` drawings."""
    start = RigPose(
        yaw=-0.55,
        head_yaw=-0.1,
        pitch=0.06,
        hand_l=(0.1, 0.66, 0.18),
        pole_l=(1.0, 0.1, -0.35),
        hand_r=(0.2, 0.95, 0.1),
        grip_l="fist",
        grip_r="relaxed",
        smile=0.5,
        sway=-0.12,
        gaze=(-0.3, 0.0),
        centre=(0.05, -1.75),
        zoom=0.255,
    )
    waving = replace(
        start,
        yaw=0.12,
        head_yaw=0.08,
        pitch=0.0,
        roll=-0.08,
        lean=0.03,
        hand_r=(0.42, -0.34, 0.25),
        pole_r=(0.6, 1.0, 0.0),
        grip_r="open",
        smile=1.2,
        mouth=0.8,
        sway=0.15,
        gaze=(0.1, 0.0),
        centre=(0.12, -1.8),
    )
    ways = [0.0, 0.15, 0.4, 0.7, 0.92, 1.0, 1.0, 1.0, 1.0, 1.0]
    swing = [0.0, 0.0, 0.0, 0.05, 0.1, 0.0, -0.16, -0.22, -0.05, 0.12]
    mouths = [0.0, 0.0, 0.0, 0.3, 0.7, 0.9, 0.5, 0.9, 0.6, 0.0]
    out = []
    for n in range(FRAMES):
        pose = mix(start, waving, ways[n])
        x, y, z = pose.hand_r
        out.append(
            replace(
                pose,
                hand_r=(x + swing[n], y - abs(swing[n]) * 0.2, z),
                mouth=mouths[n],
                sway=pose.sway + 0.1 * float(np.sin(1.1 * n)),
                roll=pose.roll + 0.25 * swing[n],
                phase=0.37 * n,
                eye=0.0 if n == 2 else 1.0,
                happy=n == 9,
            )
        )
    return out


def line_image(cel: Cel) -> NDArray[np.uint8]:
    """(H, W, 4) line art with exact ink colours on transparency."""
    return _INKS[cel.inks]


def _save(path: Path, rgba: NDArray[np.uint8]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rgba).save(path, optimize=True)


def write_sample(out: Path, write_book: Callable[[Path, list[PaletteEntry]], None]) -> None:
    """Write the whole sample under `out`.

    Parameters
    ----------
    out : Path
    write_book : callable
        Writes `colorbook.yml`.
    """
    character = hero()
    for name, pose in sheet_poses().items():
        cel = character.draw(pose, SIZE)
        _save(out / "ref" / "line" / f"{name}.png", line_image(cel))
        _save(out / "ref" / "gt" / f"{name}.png", cel.paint)
    for n, pose in enumerate(cut_poses(), 1):
        cel = character.draw(pose, SIZE)
        _save(out / "line" / f"A{n:04d}.png", line_image(cel))
        _save(out / "gt" / f"A{n:04d}.png", cel.paint)
    write_book(out / "colorbook.yml", sample_book())
