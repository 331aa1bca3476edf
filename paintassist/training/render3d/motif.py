"""Things painted on a body: stripes, dipped ends, spots, blush, highlight loops, fold lines.

They live in rest space, so they stick to the body in every pose, and they give relatives
of one model different costumes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.training.render3d.model import Model3D
from paintassist.training.render3d.toon import BASE, HIGHLIGHT, SHADOW

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

FILL, TONE, STROKE = 0, 1, 2


@dataclass(frozen=True)
class Motif:
    """One painted thing.

    Attributes
    ----------
    kind : int
        `FILL` repaints, `TONE` sets a tone, `STROKE` draws an open line.
    colour : int
        Palette entry it lies on.
    value : int
        New palette entry or tone.
    centre, radii : (3,)
        An ellipsoid at rest; infinite radii make slabs. x is mirrored if `mirrored`.
    normal : (3,)
        Plane of a stroke.
    period : float
        Repeats the slab along its finite axes; 0 = once.
    """

    kind: int
    colour: int
    value: int
    centre: Floats
    radii: Floats
    normal: Floats
    mirrored: bool
    period: float

    def local(self, points: Floats) -> Floats:
        """Rest positions (N, 3) relative to the motif."""
        placed = points.copy()
        if self.mirrored:
            placed[:, 0] = np.abs(placed[:, 0])
        placed -= self.centre
        if self.period:
            inside = np.abs(placed) < 1.6 * self.period
            placed = np.where(
                inside, np.mod(placed + self.period / 2, self.period) - self.period / 2, placed
            )
        return placed

    def covers(self, local: Floats) -> Bools:
        """Which of (N, 3) local positions lie inside."""
        return np.asarray(((local / self.radii) ** 2).sum(1) < 1.0)


def apply_motifs(motifs: list[Motif], colours: Ints, rest: Floats) -> tuple[Ints, Ints, Floats]:
    """Repaint pixels.

    Parameters
    ----------
    colours : (N,)
    rest : (N, 3)
        Where on the body at rest each pixel lies.

    Returns
    -------
    colours : (N,)
    tones : (N,)
        -1 where no motif has a say.
    strokes : (N,)
        0 off any stroke, else a number that changes its sign across a line.
    """
    painted, tones = colours.copy(), np.full(len(colours), -1, np.int64)
    strokes = np.zeros(len(colours))
    for motif in motifs:
        on = np.flatnonzero(painted == motif.colour)
        local = motif.local(rest[on])
        covered = motif.covers(local)
        chosen = on[covered]
        if motif.kind == FILL:
            painted[chosen] = motif.value
        elif motif.kind == TONE:
            tones[chosen] = motif.value
        else:
            strokes[chosen] = local[covered] @ motif.normal
    return painted, tones, strokes


def sample_motifs(model: Model3D, rng: np.random.Generator) -> tuple[list[Motif], int]:
    """Motifs of one variant, and how many new palette entries they need."""
    solid = np.flatnonzero(model.colours >= 0)
    corners = model.vertices[model.triangles[solid]]
    areas = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    fresh, motifs = len(model.palette), []
    kinds = rng.choice(5, int(rng.integers(0, 9)), p=[0.2, 0.12, 0.22, 0.16, 0.3])
    for kind in kinds:
        pick = int(rng.choice(len(solid), p=areas / areas.sum()))
        place = corners[pick].mean(0)
        base = int(model.colours[solid[pick]])
        if kind == 0:
            motif = _band(rng, base, fresh, place)
        elif kind == 1:
            motif = _dipped(rng, base, fresh, place)
        elif kind == 2:
            motif = _spot(rng, FILL, base, fresh, place)
        elif kind == 3:
            tone = HIGHLIGHT if rng.random() < 0.7 else SHADOW
            motif = _spot(rng, TONE, base, tone, place)
        else:
            motif = _stroke(rng, base, place)
        motifs.append(motif)
        fresh += motif.kind == FILL
    return motifs, fresh - len(model.palette)


def _on_arm(place: Floats) -> bool:
    """In a T-pose whatever is far from the middle and high is an arm."""
    return bool(abs(place[0]) > 0.14 and place[1] > 0.3)


def _slab(place: Floats, half: float) -> tuple[Floats, Floats]:
    axis = 0 if _on_arm(place) else 1
    centre, radii = np.zeros(3), np.full(3, np.inf)
    centre[axis], radii[axis] = abs(place[0]) if axis == 0 else place[1], half
    return centre, radii


def _band(rng: np.random.Generator, base: int, fresh: int, place: Floats) -> Motif:
    half = float(rng.uniform(0.006, 0.025))
    centre, radii = _slab(place, half)
    period = half * float(rng.uniform(3.5, 6)) if rng.random() < 0.35 else 0.0
    return Motif(FILL, base, fresh, centre, radii, np.zeros(3), _on_arm(place), period)


def _dipped(rng: np.random.Generator, base: int, fresh: int, place: Floats) -> Motif:
    centre, radii = _slab(place, 0.3)
    away = 0.3 if _on_arm(place) or rng.random() < 0.4 else -0.3
    centre[~np.isinf(radii)] += away
    return Motif(FILL, base, fresh, centre, radii, np.zeros(3), _on_arm(place), 0.0)


def _spot(rng: np.random.Generator, kind: int, base: int, value: int, place: Floats) -> Motif:
    mirrored = bool(rng.random() < 0.5)
    centre = place * (np.sign(place[0]) or 1.0, 1, 1) if mirrored else place
    return Motif(kind, base, value, centre, rng.uniform(0.01, 0.045, 3), np.zeros(3), mirrored, 0.0)


def _stroke(rng: np.random.Generator, base: int, place: Floats) -> Motif:
    normal = rng.normal(size=3) * (1.0, 1.0, 0.2)
    return Motif(
        STROKE,
        base,
        BASE,
        place,
        rng.uniform(0.015, 0.07, 3),
        normal / np.linalg.norm(normal),
        False,
        0.0,
    )


def stroke_lines(strokes: Floats, surfaces: NDArray[np.int32]) -> Bools:
    """Pixels where a stroke changes its sign towards the right or lower neighbour, (H, W)."""
    result = np.zeros(strokes.shape, bool)
    for near, far in (
        ((slice(None), slice(None, -1)), (slice(None), slice(1, None))),
        ((slice(None, -1), slice(None)), (slice(1, None), slice(None))),
    ):
        crossed = strokes[near] * strokes[far] < 0
        result[near] |= crossed & (surfaces[near] == surfaces[far])
    return result
