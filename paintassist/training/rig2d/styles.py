"""Style groups: which proportions, faces, hair and clothes go together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from paintassist.training.rig2d.design import (
    Build, Design, FaceStyle, HairStyle, Outfit, Shading)
from paintassist.training.rig2d.ink import InkStyle
from paintassist.training.rig2d.palette import ToneStyle, paints, sample_base

Rng = np.random.Generator
GROUPS = ("schoolgirl", "twintails", "boy", "suit", "cartoon", "sporty", "fantasy", "mascot", "casual")


def _one(rng: Rng, *options: Any) -> Any:
    return options[int(rng.integers(len(options)))]


def _maybe(rng: Rng, p: float) -> bool:
    return bool(rng.random() < p)


def _u(rng: Rng, lo: float, hi: float) -> float:
    return float(rng.uniform(lo, hi))


def make_build(rng: Rng, heads: float, wide: float, stout: float) -> Build:
    """Proportions of a figure `heads` tall; `wide` scales shoulders, `stout` everything round."""
    body = heads - 1.12
    torso, leg = body * _u(rng, 0.36, 0.41), body * _u(rng, 0.53, 0.58)
    k = (body / 5.0) ** 0.75 * stout
    hip = 0.52 * k * _u(rng, 0.9, 1.1)
    return Build(
        torso=torso, leg=leg, arm=body * _u(rng, 0.38, 0.43),
        shoulder=0.62 * k * wide * _u(rng, 0.93, 1.07), chest=0.48 * k * (0.5 + 0.5 * wide),
        waist=0.38 * k * _u(rng, 0.9, 1.08), hip=hip, bust=_u(rng, 0.0, 0.12) * k,
        arm_r=0.135 * k * _u(rng, 0.85, 1.15), leg_r=min(0.225 * k * _u(rng, 0.85, 1.1), hip * 0.52),
        neck_r=0.155 * min(k, 1.0) ** 0.5 * (0.6 + 0.4 * wide), neck=0.2 * min(body / 5, 1.0),
        hand=0.30 * (body / 5.3) ** 0.5 * _u(rng, 0.9, 1.1), foot=0.62 * (body / 5.3) ** 0.6)


def _fringe(rng: Rng, kind: str) -> tuple[tuple[float, float, float], ...]:
    """Locks of the fringe: straight, swept, parted, spiky, receding."""
    n = int(rng.integers(4, 9))
    edge = np.linspace(-1.12, 1.12, n)
    part = _u(rng, -0.4, 0.4)
    out = []
    for k, az in enumerate(edge):
        side = abs(az) / 1.12
        tip = {"straight": 0.0, "swept": -0.02, "parted": -0.14 + 0.28 * min(abs(az - part), 1.0),
               "spiky": 0.05, "back": -0.26}[kind] + 0.15 * side**4
        tip += _u(rng, -0.03, 0.05)
        notch = tip - (_u(rng, 0.05, 0.14) if kind != "spiky" else _u(rng, 0.14, 0.24))
        if kind == "back":
            notch = tip - 0.03
        shift = 0.12 if kind == "swept" else 0.04 * (-1) ** k
        out.append((float(az + shift), float(tip), float(notch)))
    return tuple(out)


def make_hair(rng: Rng, length: str) -> HairStyle:
    """Hair that is short, mid or long."""
    kind = {"short": _one(rng, "spiky", "swept", "parted", "back", "spiky"),
            "mid": _one(rng, "straight", "swept", "parted", "spiky"),
            "long": _one(rng, "straight", "swept", "parted")}[length]
    spikes: tuple[tuple[float, float], ...] = ()
    if length == "short" and _maybe(rng, 0.7) or _maybe(rng, 0.12):
        n = int(rng.integers(3, 8))
        big = _u(rng, 0.1, 0.4)
        spikes = tuple((float(a), big * _u(rng, 0.5, 1.1)) for a in np.linspace(0.1, 0.88, n))
    back = {"short": 0.0 if _maybe(rng, 0.6) else _u(rng, 0.15, 0.3), "mid": _u(rng, 0.3, 0.8),
            "long": _u(rng, 1.0, 2.6)}[length]
    return HairStyle(
        fringe=_fringe(rng, kind), top=_u(rng, 0.04, 0.13), wide=_u(rng, 0.49, 0.56),
        nape=_u(rng, 0.3, 0.45), back=back, back_w=_u(rng, 0.42, 0.62), back_tips=int(rng.integers(3, 8)),
        side=_u(rng, 0.25, 1.1) if length != "short" else (_u(rng, 0.1, 0.25) if _maybe(rng, 0.5) else 0.0),
        side_w=_u(rng, 0.05, 0.1), tail_len=_u(rng, 0.7, 2.4), tail_w=_u(rng, 0.13, 0.28),
        tail_y=_u(rng, -0.38, 0.05), tie=_one(rng, "bow", "bow", "band", "band", "none"), spikes=spikes,
        ahoge=_u(rng, 0.15, 0.35) * _one(rng, -1, 1) if _maybe(rng, 0.25) else 0.0,
        gloss=_one(rng, "none", "none", "ring", "spots", "spots"), strands=int(rng.integers(1, 7)),
        cast=_u(rng, 0.02, 0.07))


def make_face(rng: Rng, kind: str) -> FaceStyle:
    """A face of kind anime, man or toon."""
    anime = FaceStyle(
        eye=_one(rng, "anime", "anime", "tall"), eye_w=_u(rng, 0.105, 0.15), eye_h=_u(rng, 0.10, 0.18),
        eye_x=_u(rng, 0.185, 0.22), eye_y=_u(rng, 0.07, 0.16), slant=_u(rng, -0.15, 0.2),
        iris_tones=_maybe(rng, 0.7), glints=int(rng.integers(0, 4)), lash=_u(rng, 0.5, 1.4),
        jaw=_u(rng, 0.85, 1.12), chin=_u(rng, 0.85, 1.1), cheek=_u(rng, 0.94, 1.03),
        brow=_u(rng, 0.01, 0.05), brow_filled=_maybe(rng, 0.3), nose=_one(rng, "line", "line", "wedge", "none"),
        mouth_w=_u(rng, 0.07, 0.15), mouth_x=_u(rng, -0.02, 0.02),
        blush=_one(rng, "none", "none", "oval", "slashes"), ear=_one(rng, "human", "human", "human", "elf"),
        glasses=_one(rng, *["none"] * 8, "round", "flat"),
        eye_patch=_one(rng, *[0] * 18, -1, 1), brow_over=_maybe(rng, 0.4))
    if kind == "man":
        return replace(anime, eye="small", eye_w=_u(rng, 0.085, 0.11), eye_h=_u(rng, 0.05, 0.085),
                       lash=_u(rng, 0.0, 0.7), jaw=_u(rng, 1.1, 1.3), chin=_u(rng, 1.05, 1.4), nose="long",
                       brow_filled=_maybe(rng, 0.7), brow=_u(rng, 0.02, 0.035), blush="none",
                       mouth_w=_u(rng, 0.1, 0.19), glasses=_one(rng, *["none"] * 5, "round", "flat", "shades"),
                       beard=_maybe(rng, 0.3))
    if kind == "toon":
        return replace(anime, eye=_one(rng, "oval", "oval", "dot", "tall", "anime"), eye_w=_u(rng, 0.08, 0.15),
                       eye_h=_u(rng, 0.1, 0.2), lash=_u(rng, 0.0, 0.6), jaw=_u(rng, 0.95, 1.25),
                       chin=_u(rng, 0.75, 0.95), mouth_w=_u(rng, 0.1, 0.24), mouth_x=_u(rng, -0.08, 0.08),
                       nose=_one(rng, "none", "line", "wedge"), slant=_u(rng, -0.2, 0.3))
    return anime


def _outfit(rng: Rng) -> Outfit:
    """Whatever the groups do not decide."""
    return Outfit(
        sleeve=_one(rng, 0.0, 0.22, 0.3, 0.45, 0.8, 1.0, 1.0), sleeve_w=_u(rng, 1.12, 1.5),
        puff=_maybe(rng, 0.12), cuff=_maybe(rng, 0.5), buttons=int(_one(rng, 0, 0, 2, 3, 4, 5)),
        stripes=int(_one(rng, 0, 0, 0, 0, 2, 3)), pocket=_maybe(rng, 0.3), flare=_u(rng, 1.25, 2.0),
        pleats=int(_one(rng, 0, 4, 7, 9, 12)), leg_w=_u(rng, 1.05, 1.6), belt=_maybe(rng, 0.4),
        bottom_len=_u(rng, 0.25, 0.5), sock=_one(rng, 0.0, 0.2, 0.4, 0.8, 1.3, 1.6),
        sock_band=_maybe(rng, 0.3), shoe=_one(rng, "sneaker", "pump", "boot", "loafer"),
        laces=int(_one(rng, 0, 0, 3)), strap=_maybe(rng, 0.1), folds=int(rng.integers(0, 8)),
        prop_side=_one(rng, -1, 1), fingers=int(_one(rng, 4, 4, 3)),
        glove=_one(rng, *[(False, False)] * 6, (True, True), (True, False), (False, True)))


def _clothes(rng: Rng, group: str) -> Outfit:
    o = _outfit(rng)
    r = rng
    if group in ("schoolgirl", "twintails"):
        return replace(o, top=_one(r, "shirt", "shirt", "jacket"), collar=_one(r, "sailor", "sailor", "shirt", "lapel", "round"),
                       neckwear=_one(r, "bow", "scarf", "tie", "none"), bottom=_one(r, "skirt", "skirt", "dress"),
                       prop=_one(r, *["none"] * 4, "book", "mic", "sweet", "phone"),
                       hat=_one(r, *["none"] * 6, "flower", "bow", "clip", "phones"))
    if group == "suit":
        return replace(o, top="jacket", sleeve=1.0, collar="lapel", neckwear=_one(r, "tie", "tie", "bow", "none"),
                       bottom="trousers", open_front=_maybe(r, 0.5), shoe=_one(r, "loafer", "pump"), puff=False,
                       stripes=0, hem=-0.14, prop=_one(r, *["none"] * 3, "mic", "gun", "phone", "book"),
                       buttons=int(_one(r, 1, 2, 3)), folds=int(r.integers(2, 8)), sock=0.0)
    if group == "cartoon":
        return replace(o, top=_one(r, "shirt", "shirt", "hoodie", "jacket", "tank"), logo=_one(r, "none", "ring", "star", "heart"),
                       bottom=_one(r, "trousers", "shorts", "shorts", "skirt"), shoe="sneaker", laces=int(_one(r, 0, 2, 3, 4)),
                       hat=_one(r, "cap", "cap_back", "cap", "beanie", "none", "none", "band", "phones", "bow"),
                       prop=_one(r, "mic", "mic", "mic", "gun", "none", "ball", "sweet"), leg_w=_u(r, 1.2, 1.7),
                       sock=_one(r, 0.0, 0.3, 0.5), sleeve=_one(r, 0.25, 0.35, 0.45, 1.0), hem=_u(r, -0.05, 0.12),
                       collar=_one(r, "none", "none", "hood", "round", "shirt"), fingers=int(_one(r, 3, 4)))
    if group == "sporty":
        return replace(o, top=_one(r, "tank", "crop", "shirt", "hoodie"), bottom=_one(r, "shorts", "shorts", "trousers", "skirt"),
                       shoe="sneaker", laces=3, logo=_one(r, "star", "none", "ring"), collar=_one(r, "none", "round", "hood"),
                       hat=_one(r, "none", "none", "band", "cap", "phones"), prop=_one(r, "none", "ball", "none", "phone"))
    if group == "fantasy":
        return replace(o, top=_one(r, "armor", "robe", "armor"), bottom=_one(r, "robe", "skirt", "trousers", "dress"),
                       bottom_len=_u(r, 0.4, 0.92), collar=_one(r, "none", "round", "scarf", "turtle"), cape=_maybe(r, 0.6),
                       pauldron=_maybe(r, 0.6), prop=_one(r, "sword", "staff", "sword", "book", "none"), shoe="boot",
                       hat=_one(r, "none", "witch", "crown", "helmet", "flower", "none"), sleeve=1.0, belt=_maybe(r, .7),
                       puff=_maybe(r, 0.25), cuff=True, glove=_one(r, (True, True), (True, False), (False, False)),
                       wings=_maybe(r, 0.1), neckwear=_one(r, "none", "pendant"), pleats=int(_one(r, 0, 3, 5)))
    if group == "mascot":
        return replace(o, top=_one(r, "shirt", "robe", "hoodie"), bottom=_one(r, "shorts", "trousers", "dress"),
                       tail=_one(r, "fox", "thin", "fox"), prop=_one(r, "none", "sweet", "ball", "mic"), shoe=_one(r, "bare", "sneaker", "boot"),
                       wings=_maybe(r, 0.2), hat=_one(r, "none", "none", "crown", "bow", "beanie"), fingers=3)
    if group == "boy":
        return replace(o, top=_one(r, "shirt", "jacket", "hoodie"), open_front=_maybe(r, 0.4), bottom=_one(r, "trousers", "trousers", "shorts"),
                       collar=_one(r, "shirt", "lapel", "hood", "none", "turtle", "scarf"), neckwear=_one(r, "none", "tie", "pendant"),
                       shoe=_one(r, "sneaker", "boot", "loafer"), puff=False, sock=_one(r, 0.0, 0.3),
                       hat=_one(r, *["none"] * 5, "cap", "beanie", "band", "phones"), prop=_one(r, *["none"] * 4, "sword", "gun", "ball", "phone"))
    return replace(o, top=_one(r, "shirt", "hoodie", "jacket", "tank", "crop"), open_front=_maybe(r, 0.3),
                   bottom=_one(r, "skirt", "trousers", "shorts", "dress"), collar=_one(r, "none", "shirt", "hood", "turtle", "scarf", "round"),
                   neckwear=_one(r, "none", "none", "bow", "pendant"), hat=_one(r, *["none"] * 4, "straw", "cap", "beanie", "flower", "phones"),
                   prop=_one(r, *["none"] * 4, "book", "sweet", "phone", "mic"), wings=_maybe(r, 0.03))


def _body(rng: Rng, group: str) -> Build:
    if group == "cartoon":
        b = make_build(rng, _u(rng, 2.3, 3.1), _u(rng, 0.85, 1.1), _u(rng, 0.95, 1.25))
        return replace(b, hand=b.hand * _u(rng, 1.3, 1.9), foot=b.foot * _u(rng, 1.4, 2.1), bust=0.02, head=_u(rng, .95, 1.15))
    if group == "mascot":
        b = make_build(rng, _u(rng, 2.0, 2.8), _u(rng, 0.8, 1.0), _u(rng, 1.1, 1.4))
        return replace(b, hand=b.hand * 1.2, foot=b.foot * 1.3, bust=0.0)
    if group == "suit":
        return replace(make_build(rng, _u(rng, 5.5, 7.6), _u(rng, 1.15, 1.45), _u(rng, 0.95, 1.15)), bust=0.02)
    if group in ("boy", "fantasy"):
        return make_build(rng, _u(rng, 4.5, 7.3), _u(rng, 0.98, 1.25), _u(rng, 0.9, 1.1))
    if rng.random() < 0.2:
        return make_build(rng, _u(rng, 2.4, 3.6), 0.9, 1.05)
    return make_build(rng, _u(rng, 4.8, 7.0), _u(rng, 0.88, 1.05), _u(rng, 0.88, 1.08))


def _head(rng: Rng, group: str) -> tuple[FaceStyle, HairStyle]:
    if group in ("suit", "boy"):
        hair = make_hair(rng, "short" if _maybe(rng, 0.85) else "mid")
        hair = replace(hair, bald=group == "suit" and _maybe(rng, 0.06))
        return make_face(rng, "man" if group == "suit" or _maybe(rng, 0.25) else "anime"), hair
    if group == "cartoon":
        hair = make_hair(rng, _one(rng, "short", "short", "short", "mid", "long"))
        tails = _one(rng, "none", "none", "none", "buns", "twin", "pony")
        return make_face(rng, "toon"), replace(hair, tails=tails)
    if group == "mascot":
        hair = replace(make_hair(rng, _one(rng, "short", "mid")), bald=_maybe(rng, 0.6), tails="none")
        return replace(make_face(rng, "toon"), ear="animal", muzzle=_maybe(rng, 0.6),
                       nose=_one(rng, "snout", "line")), hair
    face = make_face(rng, "anime")
    if group == "twintails":
        return face, replace(make_hair(rng, _one(rng, "mid", "short")), tails=_one(rng, "twin", "twin", "buns", "braids"),
                             back=0.0 if _maybe(rng, 0.7) else 0.3, tie=_one(rng, "bow", "bow", "band"))
    tails = _one(rng, "none", "none", "none", "pony", "side", "buns", "braids")
    if group == "fantasy" and _maybe(rng, 0.4):
        face = replace(face, ear=_one(rng, "elf", "animal"))
    elif _maybe(rng, 0.08):
        face = replace(face, ear="animal")
    return face, replace(make_hair(rng, _one(rng, "short", "mid", "mid", "long", "long")), tails=tails)


def _ink(rng: Rng, group: str) -> InkStyle:
    if group in ("cartoon", "mascot") and _maybe(rng, 0.75):
        width, rim = _u(rng, 1.6, 4.5), _one(rng, 0.0, 1.0, 2.0, 3.0)
    else:
        width, rim = _u(rng, 0.8, 2.6), _one(rng, 0.0, 0.0, 0.0, 0.0, 1.0)
    return InkStyle(width=width, rim=rim, trace=_one(rng, 1.0, 1.0, 1.6), wobble=_u(rng, 0.0, 1.1),
                    pressure=_one(rng, 0.0, 0.0, 0.4, 0.7), sliver=int(_one(rng, 0, 3, 6, 12)))


def sample_design(rng: Rng, group: str = "") -> Design:
    """A new character of a style group (a random one when empty)."""
    group = group or str(rng.choice(GROUPS))
    shade = Shading(
        kind=_one(rng, "none", "crescent", "crescent", "band", "zigzag"), amount=_u(rng, 0.15, 0.75),
        light=_one(rng, -1, 1), lights=_maybe(rng, 0.4), second=_maybe(rng, 0.3), neck=_maybe(rng, 0.85), limb_lights=_maybe(rng, 0.12))
    tone = ToneStyle(depth=_u(rng, 0.14, 0.42), tint=_u(rng, -0.06, 0.08), black_trace=_maybe(rng, 0.14),
                     swapped=_maybe(rng, 0.08))
    base = sample_base(rng, 0.15 if group in ("cartoon", "suit") else 0.7 if group == "mascot" else 0.03)
    if group == "suit":
        base["sleeve"] = base["top"]
        if _maybe(rng, 0.6):
            base["collar"] = base["top"]
            base["bottom"] = base["top"]
    blush = tuple(int(c) for c in np.clip(np.array(base["skin"]) * [1.0, 0.82, 0.82], 0, 255))
    outfit = _clothes(rng, group)
    extra: dict[str, Any] = {"skin": blush}
    if outfit.logo != "none":
        extra["top"] = base["logo"]
        shade = replace(shade, second=False)
    face, hair = _head(rng, group)
    shots = {"cartoon": (0.7, 0.2, 0.1), "mascot": (0.7, 0.2, 0.1)}.get(group, (0.45, 0.33, 0.22))
    return Design(family=group, build=_body(rng, group), face=face, hair=hair, outfit=outfit,
                  shading=shade, ink=_ink(rng, group), paints=paints(base, tone, float(rng.random()), extra),
                  lively=_u(rng, 0.6, 1.6), shots=shots)
