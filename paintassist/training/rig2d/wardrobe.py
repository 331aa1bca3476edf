"""Which clothes, hats and props a style group wears."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from paintassist.training.rig2d.chance import Rng, maybe, one, within
from paintassist.training.rig2d.design import Outfit
from paintassist.training.rig2d.more_props import MORE


def _outfit(rng: Rng) -> Outfit:
    """Whatever the groups do not decide."""
    return Outfit(
        sleeve=one(rng, 0.0, 0.22, 0.3, 0.45, 0.8, 1.0, 1.0),
        sleeve_w=within(rng, 1.12, 1.5),
        puff=maybe(rng, 0.12),
        cuff=maybe(rng, 0.5),
        buttons=int(one(rng, 0, 0, 2, 3, 4, 5)),
        stripes=int(one(rng, 0, 0, 0, 0, 2, 3)),
        pocket=maybe(rng, 0.3),
        flare=within(rng, 1.25, 2.0),
        pleats=int(one(rng, 0, 4, 7, 9, 12)),
        leg_w=within(rng, 1.05, 1.6),
        belt=maybe(rng, 0.4),
        bottom_len=within(rng, 0.25, 0.5),
        sock=one(rng, 0.0, 0.2, 0.4, 0.8, 1.3, 1.6),
        sock_band=maybe(rng, 0.3),
        shoe=one(rng, "sneaker", "pump", "boot", "loafer"),
        laces=int(one(rng, 0, 0, 3)),
        strap=maybe(rng, 0.1),
        folds=int(rng.integers(0, 8)),
        prop_side=one(rng, -1, 1),
        fingers=int(one(rng, 4, 4, 3)),
        glove=one(rng, *[(False, False)] * 6, (True, True), (True, False), (False, True)),
    )


def _pupil(o: Outfit, r: Rng) -> Outfit:
    return replace(
        o,
        top=one(r, "shirt", "shirt", "jacket"),
        collar=one(r, "sailor", "sailor", "shirt", "lapel", "round"),
        neckwear=one(r, "bow", "scarf", "tie", "none"),
        bottom=one(r, "skirt", "skirt", "dress"),
        prop=one(r, *["none"] * 4, "book", "mic", "sweet", "phone"),
        hat=one(r, *["none"] * 6, "flower", "bow", "clip", "phones"),
    )


def _suit(o: Outfit, r: Rng) -> Outfit:
    return replace(
        o,
        top="jacket",
        sleeve=1.0,
        collar="lapel",
        neckwear=one(r, "tie", "tie", "bow", "none"),
        bottom="trousers",
        open_front=maybe(r, 0.5),
        shoe=one(r, "loafer", "pump"),
        puff=False,
        stripes=0,
        hem=-0.14,
        prop=one(r, *["none"] * 3, "mic", "gun", "phone", "book"),
        buttons=int(one(r, 1, 2, 3)),
        folds=int(r.integers(2, 8)),
        sock=0.0,
    )


def _cartoon(o: Outfit, r: Rng) -> Outfit:
    return replace(
        o,
        top=one(r, "shirt", "shirt", "hoodie", "jacket", "tank"),
        logo=one(r, "none", "ring", "star", "heart"),
        bottom=one(r, "trousers", "shorts", "shorts", "skirt"),
        shoe="sneaker",
        laces=int(one(r, 0, 2, 3, 4)),
        hat=one(r, "cap", "cap_back", "cap", "beanie", "none", "none", "band", "phones", "bow"),
        prop=one(r, "mic", "mic", "mic", "gun", "none", "ball", "sweet"),
        leg_w=within(r, 1.2, 1.7),
        sock=one(r, 0.0, 0.3, 0.5),
        sleeve=one(r, 0.25, 0.35, 0.45, 1.0),
        hem=within(r, -0.05, 0.12),
        collar=one(r, "none", "none", "hood", "round", "shirt"),
        fingers=int(one(r, 3, 4)),
    )


def _sporty(o: Outfit, r: Rng) -> Outfit:
    return replace(
        o,
        top=one(r, "tank", "crop", "shirt", "hoodie"),
        bottom=one(r, "shorts", "shorts", "trousers", "skirt"),
        shoe="sneaker",
        laces=3,
        logo=one(r, "star", "none", "ring"),
        collar=one(r, "none", "round", "hood"),
        hat=one(r, "none", "none", "band", "cap", "phones"),
        prop=one(r, "none", "ball", "none", "phone"),
    )


def _fantasy(o: Outfit, r: Rng) -> Outfit:
    return replace(
        o,
        top=one(r, "armor", "robe", "armor"),
        bottom=one(r, "robe", "skirt", "trousers", "dress"),
        bottom_len=within(r, 0.4, 0.92),
        collar=one(r, "none", "round", "scarf", "turtle"),
        cape=maybe(r, 0.6),
        pauldron=maybe(r, 0.6),
        prop=one(r, "sword", "staff", "sword", "book", "none"),
        shoe="boot",
        hat=one(r, "none", "witch", "crown", "helmet", "flower", "none"),
        sleeve=1.0,
        belt=maybe(r, 0.7),
        puff=maybe(r, 0.25),
        cuff=True,
        glove=one(r, (True, True), (True, False), (False, False)),
        wings=maybe(r, 0.1),
        neckwear=one(r, "none", "pendant"),
        pleats=int(one(r, 0, 3, 5)),
    )


def _mascot(o: Outfit, r: Rng) -> Outfit:
    return replace(
        o,
        top=one(r, "shirt", "robe", "hoodie"),
        bottom=one(r, "shorts", "trousers", "dress"),
        tail=one(r, "fox", "thin", "fox"),
        prop=one(r, "none", "sweet", "ball", "mic"),
        shoe=one(r, "bare", "sneaker", "boot"),
        wings=maybe(r, 0.2),
        hat=one(r, "none", "none", "crown", "bow", "beanie"),
        fingers=3,
    )


def _boy(o: Outfit, r: Rng) -> Outfit:
    return replace(
        o,
        top=one(r, "shirt", "jacket", "hoodie"),
        open_front=maybe(r, 0.4),
        bottom=one(r, "trousers", "trousers", "shorts"),
        collar=one(r, "shirt", "lapel", "hood", "none", "turtle", "scarf"),
        neckwear=one(r, "none", "tie", "pendant"),
        shoe=one(r, "sneaker", "boot", "loafer"),
        puff=False,
        sock=one(r, 0.0, 0.3),
        hat=one(r, *["none"] * 5, "cap", "beanie", "band", "phones"),
        prop=one(r, *["none"] * 4, "sword", "gun", "ball", "phone"),
    )


def _everyday(o: Outfit, r: Rng) -> Outfit:
    return replace(
        o,
        top=one(r, "shirt", "hoodie", "jacket", "tank", "crop"),
        open_front=maybe(r, 0.3),
        bottom=one(r, "skirt", "trousers", "shorts", "dress"),
        collar=one(r, "none", "shirt", "hood", "turtle", "scarf", "round"),
        neckwear=one(r, "none", "none", "bow", "pendant"),
        hat=one(r, *["none"] * 4, "straw", "cap", "beanie", "flower", "phones"),
        prop=one(r, *["none"] * 4, "book", "sweet", "phone", "mic"),
        wings=maybe(r, 0.03),
    )


_GROUPS: Mapping[str, Callable[[Outfit, Rng], Outfit]] = {
    "schoolgirl": _pupil,
    "twintails": _pupil,
    "suit": _suit,
    "cartoon": _cartoon,
    "sporty": _sporty,
    "fantasy": _fantasy,
    "mascot": _mascot,
    "boy": _boy,
}
"""How a style group dresses what `_outfit` drew; the others dress as on any day."""

_PROPS = ("mic", "gun", "phone", "book", "ball", "sweet", *MORE)

_LARGE = ("sword", "staff", "book", "sign", "umbrella", "guitar", "shield", "bag", "fan")


def make_outfit(rng: Rng, group: str) -> Outfit:
    """Clothes and props of a style group."""
    o = _GROUPS.get(group, _everyday)(_outfit(rng), rng)
    prop = one(rng, *_PROPS) if o.prop == "none" and maybe(rng, 0.45) else o.prop
    return replace(
        o,
        prop=prop,
        second=one(rng, *_PROPS) if maybe(rng, 0.2) else "none",
        prop_size=within(rng, 0.5, 0.9) if prop in _LARGE else within(rng, 0.8, 1.6),
        pet=one(rng, "cat", "bird", "slime", "ghost") if maybe(rng, 0.06) else "none",
        hand="full" if maybe(rng, 0.85) else "plain",
    )
