"""Style groups: which proportions, faces, hair and clothes go together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from paintassist.training.rig2d.chance import Rng, maybe, one, within
from paintassist.training.rig2d.design import Build, Design, FaceStyle, HairStyle, Shading
from paintassist.training.rig2d.locks import sample_crest
from paintassist.training.rig2d.paints import InkStyle
from paintassist.training.rig2d.palette import MATERIALS, ToneStyle, paints, sample_base
from paintassist.training.rig2d.wardrobe import make_outfit

GROUPS = (
    "schoolgirl",
    "twintails",
    "boy",
    "suit",
    "cartoon",
    "sporty",
    "fantasy",
    "mascot",
    "casual",
)


def make_build(rng: Rng, heads: float, wide: float, stout: float) -> Build:
    """Proportions of a figure `heads` tall; `wide` scales shoulders, `stout` everything round."""
    body = heads - 1.12
    torso, leg = body * within(rng, 0.36, 0.41), body * within(rng, 0.53, 0.58)
    k = (body / 5.0) ** 0.75 * stout
    hip = 0.52 * k * within(rng, 0.9, 1.1)
    return Build(
        torso=torso,
        leg=leg,
        arm=body * within(rng, 0.38, 0.43),
        shoulder=0.62 * k * wide * within(rng, 0.93, 1.07),
        chest=0.48 * k * (0.5 + 0.5 * wide),
        waist=0.38 * k * within(rng, 0.9, 1.08),
        hip=hip,
        bust=within(rng, 0.0, 0.12) * k,
        arm_r=0.135 * k * within(rng, 0.85, 1.15),
        leg_r=min(0.225 * k * within(rng, 0.85, 1.1), hip * 0.52),
        neck_r=0.155 * min(k, 1.0) ** 0.5 * (0.6 + 0.4 * wide),
        neck=0.2 * min(body / 5, 1.0),
        hand=0.30 * (body / 5.3) ** 0.5 * within(rng, 0.9, 1.1),
        foot=0.62 * (body / 5.3) ** 0.6,
    )


def _fringe(rng: Rng, kind: str) -> tuple[tuple[float, float, float], ...]:
    """Locks of the fringe: straight, swept, parted, spiky, receding."""
    n = int(rng.integers(4, 9))
    edge = np.linspace(-1.12, 1.12, n)
    part = within(rng, -0.4, 0.4)
    out = []
    for k, az in enumerate(edge):
        side = abs(az) / 1.12
        tip = {
            "straight": 0.0,
            "swept": -0.02,
            "parted": -0.14 + 0.28 * min(abs(az - part), 1.0),
            "spiky": 0.05,
            "back": -0.26,
        }[kind] + 0.15 * side**4
        tip += within(rng, -0.03, 0.05)
        notch = tip - (within(rng, 0.05, 0.14) if kind != "spiky" else within(rng, 0.14, 0.24))
        if kind == "back":
            notch = tip - 0.03
        shift = 0.12 if kind == "swept" else 0.04 * (-1) ** k
        out.append((float(az + shift), float(tip), float(notch)))
    return tuple(out)


def make_hair(rng: Rng, length: str) -> HairStyle:
    """Hair that is short, mid or long."""
    kind = {
        "short": one(rng, "spiky", "swept", "parted", "back", "spiky"),
        "mid": one(rng, "straight", "swept", "parted", "spiky"),
        "long": one(rng, "straight", "swept", "parted"),
    }[length]
    spikes: tuple[tuple[float, float], ...] = ()
    if (length == "short" and maybe(rng, 0.7)) or maybe(rng, 0.12):
        n = int(rng.integers(3, 8))
        big = within(rng, 0.1, 0.4)
        spikes = tuple((float(a), big * within(rng, 0.5, 1.1)) for a in np.linspace(0.1, 0.88, n))
    back = {
        "short": 0.0 if maybe(rng, 0.6) else within(rng, 0.15, 0.3),
        "mid": within(rng, 0.3, 0.8),
        "long": within(rng, 1.0, 2.6),
    }[length]
    return HairStyle(
        fringe=_fringe(rng, kind),
        top=within(rng, 0.04, 0.13),
        wide=within(rng, 0.49, 0.56),
        nape=within(rng, 0.3, 0.45),
        back=back,
        back_w=within(rng, 0.42, 0.62),
        back_tips=int(rng.integers(3, 8)),
        side=within(rng, 0.25, 1.1)
        if length != "short"
        else (within(rng, 0.1, 0.25) if maybe(rng, 0.5) else 0.0),
        side_w=within(rng, 0.05, 0.1),
        tail_len=within(rng, 0.7, 2.4),
        tail_w=within(rng, 0.13, 0.28),
        tail_y=within(rng, -0.38, 0.05),
        tie=one(rng, "bow", "bow", "band", "band", "none"),
        spikes=spikes,
        ahoge=within(rng, 0.15, 0.35) * one(rng, -1, 1) if maybe(rng, 0.25) else 0.0,
        gloss=one(rng, "none", "none", "ring", "spots", "spots"),
        strands=int(rng.integers(1, 7)),
        cast=within(rng, 0.02, 0.07),
    )


def make_face(rng: Rng, kind: str) -> FaceStyle:
    """A face of kind anime, man or toon."""
    anime = FaceStyle(
        eye=one(rng, "anime", "anime", "tall"),
        eye_w=within(rng, 0.105, 0.15),
        eye_h=within(rng, 0.10, 0.18),
        eye_x=within(rng, 0.185, 0.22),
        eye_y=within(rng, 0.07, 0.16),
        slant=within(rng, -0.15, 0.2),
        iris_tones=maybe(rng, 0.7),
        glints=int(rng.integers(0, 4)),
        lash=within(rng, 0.5, 1.4),
        jaw=within(rng, 0.85, 1.12),
        chin=within(rng, 0.85, 1.1),
        cheek=within(rng, 0.94, 1.03),
        brow=within(rng, 0.01, 0.05),
        brow_filled=maybe(rng, 0.3),
        nose=one(rng, "line", "line", "wedge", "none"),
        mouth_w=within(rng, 0.07, 0.15),
        mouth_x=within(rng, -0.02, 0.02),
        blush=one(rng, "none", "none", "oval", "slashes"),
        ear=one(rng, "human", "human", "human", "elf"),
        glasses=one(rng, *["none"] * 8, "round", "flat"),
        eye_patch=one(rng, *[0] * 18, -1, 1),
        brow_over=maybe(rng, 0.4),
        throat=maybe(rng, 0.5),
    )
    if kind == "man":
        return replace(
            anime,
            eye="small",
            eye_w=within(rng, 0.085, 0.11),
            eye_h=within(rng, 0.05, 0.085),
            lash=within(rng, 0.0, 0.7),
            jaw=within(rng, 1.1, 1.3),
            chin=within(rng, 1.05, 1.4),
            nose="long",
            brow_filled=maybe(rng, 0.7),
            brow=within(rng, 0.02, 0.035),
            blush="none",
            mouth_w=within(rng, 0.1, 0.19),
            glasses=one(rng, *["none"] * 5, "round", "flat", "shades"),
            beard=maybe(rng, 0.3),
            whiskers=one(rng, *["none"] * 5, "full", "goatee", "moustache"),
        )
    if kind == "toon":
        return replace(
            anime,
            eye=one(rng, "oval", "oval", "dot", "tall", "anime", "button", "button", "button"),
            whiskers=one(rng, *["none"] * 9, "full", "moustache"),
            eye_w=within(rng, 0.08, 0.15),
            eye_h=within(rng, 0.1, 0.2),
            lash=within(rng, 0.0, 0.6),
            jaw=within(rng, 0.95, 1.25),
            chin=within(rng, 0.75, 0.95),
            mouth_w=within(rng, 0.1, 0.24),
            mouth_x=within(rng, -0.08, 0.08),
            nose=one(rng, "none", "line", "wedge"),
            slant=within(rng, -0.2, 0.3),
        )
    return anime


def _body(rng: Rng, group: str) -> Build:
    if group == "cartoon":
        b = make_build(rng, within(rng, 2.3, 3.1), within(rng, 0.85, 1.1), within(rng, 0.95, 1.25))
        return replace(
            b,
            hand=b.hand * within(rng, 1.3, 1.9),
            foot=b.foot * within(rng, 1.4, 2.1),
            bust=0.02,
            arm_r=b.arm_r * within(rng, 1.0, 1.6),
            leg_r=b.leg_r * within(rng, 0.95, 1.2),
            head=within(rng, 0.95, 1.15),
        )
    if group == "mascot":
        b = make_build(rng, within(rng, 2.0, 2.8), within(rng, 0.8, 1.0), within(rng, 1.1, 1.4))
        return replace(b, hand=b.hand * 1.2, foot=b.foot * 1.3, bust=0.0)
    if group == "suit":
        return replace(
            make_build(
                rng, within(rng, 5.5, 7.6), within(rng, 1.15, 1.45), within(rng, 0.95, 1.15)
            ),
            bust=0.02,
        )
    if group in ("boy", "fantasy"):
        return make_build(
            rng, within(rng, 4.5, 7.3), within(rng, 0.98, 1.25), within(rng, 0.9, 1.1)
        )
    if rng.random() < 0.2:
        return make_build(rng, within(rng, 2.4, 3.6), 0.9, 1.05)
    return make_build(rng, within(rng, 4.8, 7.0), within(rng, 0.88, 1.05), within(rng, 0.88, 1.08))


def _head(rng: Rng, group: str) -> tuple[FaceStyle, HairStyle]:
    if group in ("suit", "boy"):
        hair = make_hair(rng, "short" if maybe(rng, 0.85) else "mid")
        hair = replace(hair, bald=group == "suit" and maybe(rng, 0.06))
        return make_face(rng, "man" if group == "suit" or maybe(rng, 0.25) else "anime"), hair
    if group == "cartoon":
        hair = make_hair(rng, one(rng, "short", "short", "short", "mid", "long"))
        tails = one(rng, "none", "none", "none", "buns", "twin", "pony")
        return make_face(rng, "toon"), replace(hair, tails=tails)
    if group == "mascot":
        hair = replace(make_hair(rng, one(rng, "short", "mid")), bald=maybe(rng, 0.6), tails="none")
        return replace(
            make_face(rng, "toon"),
            ear="animal",
            muzzle=maybe(rng, 0.6),
            nose=one(rng, "snout", "line"),
        ), hair
    face = make_face(rng, "anime")
    if group == "twintails":
        return face, replace(
            make_hair(rng, one(rng, "mid", "short")),
            tails=one(rng, "twin", "twin", "buns", "braids"),
            back=0.0 if maybe(rng, 0.7) else 0.3,
            tie=one(rng, "bow", "bow", "band"),
        )
    tails = one(rng, "none", "none", "none", "pony", "side", "buns", "braids")
    if group == "fantasy" and maybe(rng, 0.4):
        face = replace(face, ear=one(rng, "elf", "animal"))
    elif maybe(rng, 0.08):
        face = replace(face, ear="animal")
    return face, replace(
        make_hair(rng, one(rng, "short", "mid", "mid", "long", "long")), tails=tails
    )


def _ink(rng: Rng, group: str) -> InkStyle:
    toon = group in ("cartoon", "mascot")
    if toon and maybe(rng, 0.65):
        width, rim = within(rng, 1.6, 4.5), one(rng, 0.0, 1.0, 2.0, 3.0)
    else:
        width, rim = within(rng, 0.8, 2.6), one(rng, 0.0, 0.0, 0.0, 0.0, 1.0)
    return InkStyle(
        width=width,
        rim=rim,
        trace=one(rng, 1.0, 1.0, 1.6),
        wobble=within(rng, 0.0, 1.1),
        pressure=one(rng, 0.0, 0.0, 0.4, 0.7),
        sliver=int(one(rng, 0, 8, 16, 24, 32, 40) if toon else one(rng, 0, 6, 8, 10, 14, 20)),
        pools=within(rng, 5.0, 11.0) if maybe(rng, 0.5 if toon else 0.08) else 0.0,
    )


def sample_design(rng: Rng, group: str = "") -> Design:
    """A new character of a style group (a random one when empty)."""
    group = group or str(rng.choice(GROUPS))
    toon = group in ("cartoon", "mascot")
    shade = Shading(
        kind=one(rng, "none", "crescent", "crescent", "band", "zigzag"),
        amount=within(rng, 0.2, 1.05) if toon else within(rng, 0.15, 0.75),
        light=one(rng, -1, 1),
        lights=maybe(rng, 0.4),
        second=maybe(rng, 0.3),
        neck=maybe(rng, 0.85),
        limb_lights=maybe(rng, 0.12),
        patches=one(rng, 0, 0, 0, 0, 1, 2),
        fingers=one(rng, "none", "side", "under", "tips"),
        spots=int(one(rng, 0, 0, 1, 2, 3)),
        bright=maybe(rng, 0.3),
        broken=one(rng, 0.0, 0.0, 0.5, 0.9),
    )
    mixed = maybe(rng, 0.3)
    tone = ToneStyle(
        depth=within(rng, 0.14, 0.42),
        tint=within(rng, -0.06, 0.08),
        black_trace=maybe(rng, 0.14),
        black=frozenset(n for n in MATERIALS if mixed and maybe(rng, 0.35)),
        swapped=maybe(rng, 0.08),
    )
    base = sample_base(
        rng, 0.15 if group in ("cartoon", "suit") else 0.7 if group == "mascot" else 0.03
    )
    if group == "suit":
        base["sleeve"] = base["top"]
        if maybe(rng, 0.6):
            base["collar"] = base["top"]
            base["bottom"] = base["top"]
    blush = tuple(int(c) for c in np.clip(np.array(base["skin"]) * [1.0, 0.82, 0.82], 0, 255))
    outfit = make_outfit(rng, group)
    extra: dict[str, Any] = {"skin": blush}
    if outfit.logo != "none":
        extra["top"] = base["logo"]
        shade = replace(shade, second=False)
    face, hair = _head(rng, group)
    if maybe(rng, 0.5 if toon else 0.15):
        hair = replace(hair, crest=sample_crest(rng))
    shots = {"cartoon": (0.7, 0.2, 0.1), "mascot": (0.7, 0.2, 0.1)}.get(group, (0.45, 0.33, 0.22))
    return Design(
        family=group,
        build=_body(rng, group),
        face=face,
        hair=hair,
        outfit=outfit,
        shading=shade,
        ink=_ink(rng, group),
        paints=paints(base, tone, float(rng.random()), extra),
        lively=within(rng, 0.6, 1.6),
        fickle=0.4 if maybe(rng, 0.08) else 0.0,
        shots=shots,
        depth=one(rng, 0.15, 0.5, 0.8, 1.0),
        reach=within(rng, 0.15, 0.75),
        bounce=within(rng, 0.3, 1.2) if toon else one(rng, 0.0, 0.0, 0.3, 0.6),
    )
