"""A character's look: palette variants, shading, line style. All fixed over poses."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import PaletteEntry, Role
from paintassist.training.cel import BLUE, GREEN, RED
from paintassist.training.render3d.model import Model3D
from paintassist.training.render3d.motif import Motif, sample_motifs
from paintassist.training.render3d.toon import (
    BASE,
    BY_TONE,
    HIGHLIGHT,
    SECOND,
    SHADOW,
    LineStyle,
)

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True)
class Style:
    """Everything about a variant that is not geometry.

    Attributes
    ----------
    table : (P, 4, 3) uint8
        Colour of each palette entry in each tone of `toon`.
    light : (3,)
        Unit direction to the light, in camera axes if `light_follows_camera`.
    shadow_below, second_below, highlight_above : float
        Thresholds on the lighting term; infinite thresholds switch a tone off.
    shaded, glossy : (P,) bool
        Palette entries that take shadows, highlights.
    waves : (N, 5)
        Direction, phase and amplitude of the noise that roughens tone edges.
    zigzag : bool
        Triangle waves instead of sines.
    cast : float
        Length of the shadow that near parts throw on far ones, in canvas widths; 0 = none.
    wobble : float
        Largest displacement of the hand, in pixels at 512.
    depth_step : float
        Depth jump, in body heights, that gets a line.
    crease_cosine : float
        Normals with a smaller cosine get an open line; -2 = never.
    """

    line: LineStyle
    motifs: list[Motif]
    table: Bytes
    light: Floats
    light_follows_camera: bool
    shadow_below: float
    second_below: float
    highlight_above: float
    shaded: NDArray[np.bool_]
    glossy: NDArray[np.bool_]
    waves: Floats
    zigzag: bool
    cast: float
    wobble: float
    depth_step: float
    crease_cosine: float

    def noise(self, vertices: Floats) -> Floats:
        """Smooth noise at rest positions (V, 3), so that it sticks to the body, (V,)."""
        phase = vertices @ self.waves[:, :3].T + self.waves[:, 3]
        if self.zigzag:
            wave = 2 * np.abs(2 * np.mod(phase / (2 * np.pi), 1.0) - 1) - 1
        else:
            wave = np.sin(phase)
        return np.asarray(wave @ self.waves[:, 4])


def _skin(rng: np.random.Generator) -> tuple[float, float, float]:
    if rng.random() < 0.07:
        return float(rng.random()), float(rng.uniform(0.15, 0.5)), float(rng.uniform(0.5, 0.95))
    value = rng.uniform(0.92, 1.0) if rng.random() < 0.7 else rng.uniform(0.4, 0.9)
    saturation = rng.uniform(0.08, 0.3) if value > 0.9 else rng.uniform(0.3, 0.6)
    return float(rng.uniform(0.03, 0.1)), float(saturation), float(value)


def _cloth(rng: np.random.Generator, old: tuple[float, float, float]) -> tuple[float, float, float]:
    _, saturation, value = old
    if rng.random() < 0.6 and (value < 0.15 or (value > 0.88 and saturation < 0.12)):
        return old
    hue = float(rng.random())
    if rng.random() < 0.2:
        return (
            hue,
            float(rng.uniform(0, 0.12)),
            float(rng.choice([rng.uniform(0.1, 0.4), rng.uniform(0.6, 1.0)])),
        )
    return hue, float(rng.uniform(0.2, 0.9)), float(rng.uniform(0.3, 1.0))


def recolour(palette: Bytes, skin_tones: NDArray[np.bool_], rng: np.random.Generator) -> Bytes:
    """A new palette (P, 3); sometimes the old one, sometimes two entries share a colour."""
    keep_all = rng.random() < 0.15
    result: list[tuple[int, ...]] = []
    for old, is_skin in zip(palette, skin_tones, strict=True):
        colour = tuple(int(value) for value in old)
        if result and not is_skin and rng.random() < 0.06:
            result.append(result[int(rng.integers(len(result)))])
            continue
        for _ in range(12):
            if not keep_all:
                hue, saturation, value = colorsys.rgb_to_hsv(*(old / 255.0))
                fresh = _skin(rng) if is_skin else _cloth(rng, (hue, saturation, value))
                colour = tuple(round(255 * part) for part in colorsys.hsv_to_rgb(*fresh))
            gaps = [sum(abs(a - b) for a, b in zip(colour, other, strict=True)) for other in result]
            if not gaps or min(gaps) > 24 or keep_all:
                break
        result.append(colour)
    return np.array(result, np.uint8).reshape(-1, 3)


_ROLES = {
    HIGHLIGHT: Role.HIGHLIGHT,
    BASE: Role.NORMAL,
    SHADOW: Role.SHADOW_1,
    SECOND: Role.SHADOW_2,
}


def book_of(table: Bytes) -> list[PaletteEntry]:
    """Return every colour of a (P, 4, 3) uint8 table with part and role; parts are numbered."""
    entries = []
    for number, row in enumerate(table):
        part = f"part {number + 1}"
        for tone, role in _ROLES.items():
            red, green, blue = row[tone].tolist()
            entries.append(PaletteEntry((red, green, blue, 255), part, part, role))
    return entries


def tone_table(palette: Bytes, rng: np.random.Generator) -> Bytes:
    """Base, shadow, highlight and second shadow of every colour, (P, 4, 3)."""
    cool, depth = rng.uniform(-0.03, 0.06), rng.uniform(0.62, 0.85)
    table = np.zeros((len(palette), 4, 3), np.uint8)
    for row, colour in zip(table, palette, strict=True):
        hue, saturation, value = colorsys.rgb_to_hsv(*(colour / 255.0))
        shades = (
            (hue, saturation, value),
            (hue + cool, min(saturation * 1.25 + 0.04, 1), value * depth),
            (hue - cool, saturation * 0.45, min(value * 1.2 + 0.12, 1.0)),
            (hue + 2 * cool, min(saturation * 1.4 + 0.08, 1), value * depth * depth),
        )
        for tone, (h, s, v) in enumerate(shades):
            row[tone] = [round(255 * part) for part in colorsys.hsv_to_rgb(h % 1.0, s, v)]
        row[0] = colour
    return table


def _pattern_inks(count: int, motifs: int, rng: np.random.Generator) -> Bytes:
    """Mostly black; some colours, motifs above all, are set off by trace lines, (P,)."""
    inks = np.zeros(count, np.uint8)
    if rng.random() < 0.5:
        own = np.arange(count) < count - motifs
        traced = rng.random(count) < np.where(own, 0.08, 0.6)
        inks[traced] = rng.choice([BY_TONE, RED, BLUE, GREEN], p=[0.7, 0.1, 0.1, 0.1])
    return inks


def _line_style(rng: np.random.Generator, pattern_inks: Bytes) -> LineStyle:
    width = int(rng.choice([1, 2, 3, 4, 5, 6], p=[0.36, 0.34, 0.18, 0.06, 0.03, 0.03]))
    trace = 1 if width == 1 or rng.random() < 0.5 else 2
    return LineStyle(
        width, trace, int(rng.integers(14, 40)), int(rng.integers(20, 90)), pattern_inks
    )


def sample_style(model: Model3D, rng: np.random.Generator) -> Style:
    """Draw a style at random; about four in ten have no shading at all."""
    motifs, added = sample_motifs(model, rng)
    fresh = rng.integers(30, 226, (added, 3)).astype(np.uint8)
    palette = np.concatenate([model.palette, fresh])
    skin_tones = np.concatenate([model.skin_tones, np.zeros(added, bool)])
    kind = rng.choice(4, p=[0.4, 0.25, 0.2, 0.15])
    shadow = rng.uniform(-0.25, 0.3) if kind in (1, 2, 3) else -np.inf
    second = shadow - rng.uniform(0.35, 0.6) if kind == 3 else -np.inf
    highlight = rng.uniform(0.86, 0.96) if kind in (2, 3) else np.inf
    light = np.array([rng.normal(0, 0.7), -rng.uniform(0.3, 1.2), -rng.uniform(0.3, 1.0)])
    follows = bool(rng.random() < 0.7)
    if not follows:
        light = light * (1, -1, -1)
    count = 4
    directions = rng.normal(size=(count, 3))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    directions *= rng.uniform(15, 60, (count, 1))
    waves = np.concatenate(
        [
            directions,
            rng.uniform(0, 2 * np.pi, (count, 1)),
            np.full((count, 1), rng.uniform(0.02, 0.12)),
        ],
        1,
    )
    return Style(
        line=_line_style(rng, _pattern_inks(len(palette), added, rng)),
        motifs=motifs,
        table=tone_table(recolour(palette, skin_tones, rng), rng),
        light=light / np.linalg.norm(light),
        light_follows_camera=follows,
        shadow_below=float(shadow),
        second_below=float(second),
        highlight_above=float(highlight),
        shaded=rng.random(len(palette)) < 0.9,
        glossy=rng.random(len(palette)) < 0.4,
        waves=waves,
        zigzag=bool(rng.random() < 0.5),
        cast=float(rng.uniform(0.008, 0.025)) if kind and rng.random() < 0.5 else 0.0,
        wobble=float(rng.uniform(0.3, 1.6)),
        depth_step=float(rng.uniform(0.012, 0.03)),
        crease_cosine=float(rng.uniform(0.2, 0.6)) if rng.random() < 0.4 else -2.0,
    )
