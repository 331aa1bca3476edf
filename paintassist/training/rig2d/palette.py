"""Colours of a character: a base, shadow, highlight and extra tone for every material."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import numpy as np

from paintassist.core.palette import PaletteEntry, Role
from paintassist.training.cel import BLACK, BLUE, GREEN, RED
from paintassist.training.rig2d.paints import BASE, EXTRA, LIGHT, SHADOW, TONES, Paints

MATERIALS = (
    "void",
    "skin",
    "hair",
    "hair2",
    "white",
    "iris",
    "pupil",
    "glint",
    "lash",
    "mouth",
    "teeth",
    "tongue",
    "brow",
    "ribbon",
    "top",
    "top2",
    "collar",
    "tie",
    "button",
    "belt",
    "buckle",
    "bottom",
    "bottom2",
    "sock",
    "shoe",
    "sole",
    "lace",
    "glove",
    "sleeve",
    "hat",
    "brim",
    "badge",
    "prop",
    "prop2",
    "prop3",
    "frame",
    "lens",
    "cape",
    "armor",
    "trim",
    "ear",
    "smoke",
    "spark",
    "logo",
    "nail",
    "patch",
    "bag",
    "strap",
    "dark",
    "leaf",
    "drop",
    "pet",
    "fur",
    "beard",
    "flame",
)
INDEX = {name: k for k, name in enumerate(MATERIALS)}
RGB = tuple[int, int, int]


@dataclass(frozen=True)
class ToneStyle:
    """How shades of this character look and which ink bounds them.

    Attributes
    ----------
    depth : how much darker shadows are. tint : hue turn of shadows (turns, -0.5..0.5).
    black_trace : whether shades are bounded by black lines instead of trace lines.
    black : materials whose shades alone are bounded by black lines.
    swapped : whether blue and red change roles.
    """

    depth: float = 0.25
    tint: float = 0.0
    black_trace: bool = False
    black: frozenset[str] = frozenset()
    swapped: bool = False


def hsv(h: float, s: float, v: float) -> RGB:
    """RGB of a hue (turns), saturation and value (0..1)."""
    r, g, b = colorsys.hsv_to_rgb(h % 1.0, min(max(s, 0.0), 1.0), min(max(v, 0.0), 1.0))
    return round(r * 255), round(g * 255), round(b * 255)


def _toned(rgb: RGB, style: ToneStyle, tone: int, jitter: float) -> RGB:
    h, s, v = colorsys.rgb_to_hsv(*(c / 255 for c in rgb))
    if v < 0.06 and tone != LIGHT:  # black has no darker shade, so it gets a sheen
        return hsv(0.7 + style.tint * tone, 0.35, 0.1 + 0.06 * tone)
    if tone == SHADOW:
        return hsv(h + style.tint * 0.5, s * (1.1 + 0.2 * jitter) + 0.06, v * (1 - style.depth))
    if tone == LIGHT:
        return hsv(h - style.tint * 0.3, s * 0.6 - 0.02, v + min((1 - v) * 0.6, 0.3) + 0.06)
    return hsv(h + style.tint, s * 1.2 + 0.1, v * (1 - style.depth) ** 2)


def paints(
    base: dict[str, RGB], style: ToneStyle, jitter: float = 0.0, extra: dict[str, RGB] | None = None
) -> Paints:
    """Fill the colour table of all materials from their base colours.

    Parameters
    ----------
    base : material to exact RGB; missing materials are grey.
    extra : exact RGB of the EXTRA tone of some materials (logo, blush, pattern).
    """
    rgb = np.full((len(MATERIALS) * TONES, 3), 128, np.uint8)
    trace = np.zeros(len(MATERIALS) * TONES, np.uint8)
    inks = {SHADOW: BLUE, LIGHT: RED, EXTRA: GREEN, BASE: BLACK}
    if style.swapped:
        inks.update({SHADOW: RED, LIGHT: BLUE})
    for name, k in INDEX.items():
        colour = base.get(name, (128, 128, 128))
        for tone in range(TONES):
            row = k * TONES + tone
            rgb[row] = colour if tone == BASE else _toned(colour, style, tone, jitter)
            trace[row] = BLACK if style.black_trace or name in style.black else inks[tone]
        if extra and name in extra:
            rgb[k * TONES + EXTRA] = extra[name]
    return Paints(rgb=rgb, trace=trace)


_CATEGORIES = {
    "skin": ("skin", "nail", "ear"),
    "hair": ("hair", "hair2", "brow", "beard", "lash"),
    "eyes": ("iris", "pupil", "glint"),
    "mouth": ("mouth", "teeth", "tongue"),
    "shoes": ("shoe", "sole", "lace"),
    "socks": ("sock",),
    "hat": ("hat", "brim", "badge"),
    "glasses": ("frame", "lens"),
    "belt": ("belt", "buckle"),
    "bag": ("bag", "strap"),
}
_ROLES = {
    LIGHT: Role.HIGHLIGHT,
    BASE: Role.NORMAL,
    SHADOW: Role.SHADOW_1,
    EXTRA: Role.SHADOW_2,
}


def book_of(paints: Paints) -> list[PaletteEntry]:
    """Return every colour with its part ("fringe on hair") and role, by material."""
    category = {name: group for group, names in _CATEGORIES.items() for name in names}
    entries = []
    for name, k in INDEX.items():
        if name == "void":
            continue
        part = f"{name} on {category.get(name, 'clothes')}"
        for tone, role in _ROLES.items():
            red, green, blue = paints.rgb[k * TONES + tone].tolist()
            entries.append(PaletteEntry((red, green, blue, 255), part, part, role))
    return entries


_SKINS = [
    (255, 226, 207),
    (253, 214, 189),
    (255, 236, 224),
    (250, 219, 186),
    (232, 182, 146),
    (198, 140, 101),
    (141, 92, 66),
    (255, 205, 178),
    (246, 200, 160),
]
_HAIRS = [
    (40, 32, 38),
    (94, 60, 44),
    (150, 98, 60),
    (222, 184, 110),
    (240, 220, 160),
    (206, 84, 44),
    (190, 180, 250),
    (248, 164, 200),
    (90, 160, 230),
    (120, 200, 170),
    (230, 230, 238),
    (120, 70, 150),
    (180, 30, 50),
    (70, 80, 130),
]


def _pick(rng: np.random.Generator, options: list[RGB], spread: int = 8) -> RGB:
    c = np.array(options[int(rng.integers(len(options)))]) + rng.integers(-spread, spread + 1, 3)
    r, g, b = np.clip(c, 2, 255).tolist()
    return int(r), int(g), int(b)


def _cloth(rng: np.random.Generator) -> RGB:
    """One garment colour: neutral, muted or vivid."""
    kind = rng.random()
    if kind < 0.22:
        g = int(rng.choice([250, 235, 200, 150, 110, 70, 40, 24, 6]))
        return g, g, min(255, g + int(rng.integers(0, 12)))
    h = float(rng.random())
    if kind < 0.62:
        return hsv(h, float(rng.uniform(0.25, 0.6)), float(rng.uniform(0.3, 0.9)))
    return hsv(h, float(rng.uniform(0.6, 1.0)), float(rng.uniform(0.5, 1.0)))


def sample_base(rng: np.random.Generator, wild: float) -> dict[str, RGB]:
    """Base colours of a whole character from a small scheme of garment colours.

    Parameters
    ----------
    wild : probability of unnatural skin and a free choice of every colour.
    """
    unreal = rng.random() < wild
    skin = (
        hsv(rng.random(), rng.uniform(0.1, 0.6), rng.uniform(0.6, 1.0))
        if unreal
        else _pick(rng, _SKINS)
    )
    hair = (
        hsv(rng.random(), rng.uniform(0.3, 0.9), rng.uniform(0.4, 1.0))
        if (rng.random() < 0.3)
        else _pick(rng, _HAIRS, 12)
    )
    scheme = [_cloth(rng) for _ in range(5)]
    accent = hsv(rng.random(), rng.uniform(0.6, 1.0), rng.uniform(0.6, 1.0))
    black: RGB = (0, 0, 0) if rng.random() < 0.5 else (20, 16, 24)
    white: RGB = (255, 255, 255) if rng.random() < 0.6 else (246, 244, 250)
    iris = hsv(rng.random(), rng.uniform(0.5, 0.9), rng.uniform(0.5, 0.9))
    base = {
        "skin": skin,
        "ear": skin,
        "hair": hair,
        "hair2": hair,
        "beard": hair,
        "white": white,
        "iris": iris,
        "pupil": black if rng.random() < 0.6 else hsv(0.7, 0.5, 0.25),
        "glint": (255, 255, 255),
        "lash": black,
        "mouth": hsv(0.97, 0.7, rng.uniform(0.3, 0.8)),
        "teeth": white,
        "tongue": hsv(0.97, 0.5, 0.92),
        "brow": hair if rng.random() < 0.6 else black,
        "frame": black,
        "lens": hsv(rng.random(), 0.15, 0.95),
        "smoke": (228, 228, 236),
        "spark": (255, 236, 120),
        "nail": accent,
        "badge": accent,
        "logo": accent,
    }
    green = hsv(rng.uniform(0.25, 0.42), rng.uniform(0.4, 0.9), rng.uniform(0.3, 0.8))
    base |= {"dark": black, "leaf": green, "drop": (150, 215, 250), "flame": (240, 110, 50)}
    free = [
        "ribbon",
        "top",
        "top2",
        "collar",
        "tie",
        "button",
        "belt",
        "buckle",
        "bottom",
        "bottom2",
        "sock",
        "shoe",
        "sole",
        "lace",
        "glove",
        "sleeve",
        "hat",
        "brim",
        "prop",
        "prop2",
        "prop3",
        "cape",
        "armor",
        "trim",
        "patch",
        "bag",
        "strap",
        "pet",
        "fur",
    ]
    choices: list[RGB] = [*scheme, accent, white, black]
    weights = np.array([5, 5, 4, 3, 2, 3, 2, 1.5])
    for name in free:
        fresh = rng.random() < 0.25
        pick = int(rng.choice(len(choices), p=weights / weights.sum()))
        base[name] = _cloth(rng) if fresh else choices[pick]
    _settle(rng, base, scheme, white)
    return base


def _settle(rng: np.random.Generator, base: dict[str, RGB], scheme: list[RGB], white: RGB) -> None:
    """Habits of costume: white collars and socks, sleeves like the top, two-coloured hair."""
    base["top"], base["bottom"] = scheme[0], scheme[1]
    if rng.random() < 0.85:
        base["sleeve"] = base["top"]
    if rng.random() < 0.4:
        base["sock"] = white
    if rng.random() < 0.5:
        base["sole"] = white
    if rng.random() < 0.45:
        base["ribbon"] = base["tie"]
    if rng.random() < 0.15:
        base["hair2"] = _pick(rng, _HAIRS, 12)
    if rng.random() < 0.3:
        base["shoe"] = base["tie"]
    if rng.random() < 0.15:
        base["top2"] = base["bottom"]
