"""The stages that `bench` times: each a call on a drawing, with the plain way beside it."""

from __future__ import annotations

import importlib.util
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import INK_RGB, Ink, binarize
from paintassist.core.painting import composite
from paintassist.core.references import segment_colors
from paintassist.core.segments import Segments, segment
from paintassist.document.matcher import Matcher
from paintassist.engines.ahead import NetworkClock
from paintassist.engines.base import Engine, Features, VectorFeatures
from paintassist.engines.dacon import straightforward
from paintassist.engines.shape import ShapeEngine
from paintassist.io.export.formats import ImageFormat, write_image
from paintassist.io.images import read_image

PALETTE_SIZE = 24
WIDTH = 128
# The published model's maps: side of the U-Net's, of DINOv2's, and how deep that is.
MAP_SIDE, GRID, HIDDEN = 512, 37, 1024
# The stages that make a painting of a file, the straightforward way.
PLAIN_FRAME = ("decode", "segment", "network", "pooling", "matching", "paint")
# The re-propose stage: a clip being corrected.
FRAMES, SEGMENTS, CLIP_PAGES = 60, 300, 5
# References of the matching stage.
PAGES = 20


@dataclass(frozen=True)
class Stage:
    """One thing that is timed.

    Attributes
    ----------
    name : str
    work : function
        Does it once; a float that it returns is the seconds to count instead of its own.
    plain : function or None
        The same result the straightforward way.
    prepare : function or None
        Called before each `work`, not timed.
    alone : bool
        Whether no other stage repeats it and no network runs in it: the program's own work.
    """

    name: str
    work: Callable[[], object]
    plain: Callable[[], object] | None = None
    prepare: Callable[[], object] | None = None
    alone: bool = False


class Pair:
    """Two drawings of one character, that nothing remembers."""

    def __init__(self, side: int, rng: np.random.Generator) -> None:
        self.drawing = draw_cel(side, rng)
        self.other = np.roll(self.drawing, side // 100, axis=1)

    def turn(self) -> None:
        """Make drawings of it that no cache knows."""
        self.drawing = np.roll(self.drawing, 1, axis=1)
        self.other = np.roll(self.other, 1, axis=1)


def stages_of(
    engine: Engine, side: int, folder: Path, program: straightforward.Program | None = None
) -> Iterator[Stage]:
    """Yield the stages of a frame of `side` pixels, coloured from one reference.

    `program` runs the published network beside ours.

    A stage is made when its turn comes, so that what it needs is not in memory before.
    """
    rng = np.random.default_rng(side)
    pair = Pair(side, rng)
    path = folder / "cel.png"
    write_image(path, pair.drawing, ImageFormat.PNG)
    art = straightforward.decode(path)
    segments = segment(binarize(pair.drawing))
    palette = rng.integers(0, 256, (PALETTE_SIZE, 3)).astype(np.uint8)
    chosen = rng.integers(0, PALETTE_SIZE, segments.count).astype(np.int32)
    colors = paint_table(palette, chosen)
    painting = composite(segments, colors)
    yield Stage(
        "decode", lambda: read_image(path), lambda: straightforward.decode(path), alone=True
    )
    yield Stage(
        "segment",
        lambda: segment(binarize(pair.drawing)),
        lambda: straightforward.store_and_read(straightforward.segment(art)),
        alone=True,
    )
    yield Stage(
        "reference colours",
        lambda: segment_colors(segments, painting),
        lambda: straightforward.reference_colors(segments.labels, painting),
        alone=True,
    )
    yield Stage("encode", lambda: engine.encode(fresh(segments)))
    if NetworkClock(engine).has_network:
        plain = None if program is None else lambda: program.see(art)
        yield Stage("network", lambda: network_seconds(engine, segments), plain)
    yield from pooling_stage(segments, rng)
    yield matching_stage(rng, segments.count)
    yield Stage(
        "paint",
        lambda: composite(segments, colors),
        lambda: straightforward.paint(segments.labels, colors[1:], art),
        alone=True,
    )
    reference = engine.encode(segments)

    def whole() -> object:
        read_image(path)
        found = segment(binarize(pair.drawing))
        return color(engine, found, engine.encode(found), reference, chosen, palette)

    def both() -> object:
        one, two = (segment(binarize(item)) for item in (pair.drawing, pair.other))
        colors = np.resize(chosen, two.count)
        return color(engine, one, engine.encode(one), engine.encode(two), colors, palette)

    yield Stage("total", whole, prepare=pair.turn)
    yield Stage("frame and reference", both, prepare=pair.turn)
    yield repropose_stage(rng)


def fresh(segments: Segments) -> Segments:
    """Return the same segments without anything that was worked out about them."""
    return Segments(segments.labels, segments.inks, segments.area, segments.bbox, segments.centroid)


def network_seconds(engine: Engine, segments: Segments) -> float:
    """Return the seconds that encoding spends in the network."""
    with NetworkClock(engine) as clock:
        engine.encode(fresh(segments))
    return clock.seconds


def paint_table(palette: NDArray[np.uint8], chosen: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return the (N + 1, 4) colours of segments that have these palette indices."""
    colors = np.full((len(chosen) + 1, 4), 255, np.uint8)
    colors[1:, :3] = palette[chosen]
    return colors


def color(
    engine: Engine,
    segments: Segments,
    target: Features,
    reference: Features,
    chosen: NDArray[np.int32],
    palette: NDArray[np.uint8],
) -> NDArray[np.uint8]:
    """Match a frame with one reference and paint it."""
    matcher = Matcher(engine)
    matcher.set_reference("reference", reference, chosen)
    matcher.add_target("target", target)
    return composite(segments, paint_table(palette, matcher.proposals("target").color))


def pooling_stage(segments: Segments, rng: np.random.Generator) -> Iterator[Stage]:
    """Pool both of the published model's maps; left out where scipy is not installed."""
    try:
        from paintassist.engines.dacon.pooling import SegmentPooling
    except ImportError:
        return
    feature_map = rng.random((WIDTH, MAP_SIDE, MAP_SIDE), np.float32)
    tokens = rng.random((GRID * GRID, HIDDEN), np.float32)
    semantic = np.ascontiguousarray(tokens.T).reshape(HIDDEN, GRID, GRID)

    def pool() -> object:
        pooling = SegmentPooling(segments.labels, segments.count, "v1.1")
        return pooling.of_rows(tokens, (GRID, GRID)), pooling.of_map(feature_map)

    def pool_plainly() -> object:
        large = straightforward.pool(segments.labels, semantic)
        return large, straightforward.pool(segments.labels, feature_map)

    has_torch = importlib.util.find_spec("torch") is not None
    yield Stage("pooling", pool, pool_plainly if has_torch else None, alone=True)


@dataclass(frozen=True)
class Bank:
    """Made-up features: targets, and reference pages with colours."""

    targets: list[VectorFeatures]
    pages: list[VectorFeatures]
    colors: list[NDArray[np.int32]]

    @classmethod
    def make(cls, rng: np.random.Generator, targets: int, pages: int, segments: int) -> Bank:
        """Make up unit vectors for so many drawings of so many segments."""

        def features(name: str) -> VectorFeatures:
            vectors = rng.standard_normal((segments, WIDTH)).astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            return VectorFeatures(name, segments, vectors)

        return cls(
            [features(f"target {index}") for index in range(targets)],
            [features(f"page {index}") for index in range(pages)],
            [rng.integers(0, PALETTE_SIZE, segments, dtype=np.int32) for _ in range(pages)],
        )

    def matcher(self) -> Matcher:
        """Return a matcher that knows the pages and proposes for the targets."""
        matcher = Matcher(CosineEngine())
        for page, colors in zip(self.pages, self.colors, strict=True):
            matcher.set_reference(page.key, page, colors)
        for target in self.targets:
            matcher.add_target(target.key, target)
        return matcher

    def match_plainly(self) -> None:
        """Match every target with every page, by one table of all similarities."""
        vectors = [page.vectors for page in self.pages]
        painted = [np.stack([colors] * 4, axis=1).astype(np.uint8) for colors in self.colors]
        for target in self.targets:
            straightforward.match(target.vectors, vectors, painted)


def matching_stage(rng: np.random.Generator, segments: int) -> Stage:
    """Match one frame with `PAGES` references of as many segments."""
    bank = Bank.make(rng, 1, PAGES, segments)
    (target,) = bank.targets
    return Stage(
        "matching",
        lambda: bank.matcher().proposals(target.key),
        bank.match_plainly,
        alone=True,
    )


class Clip:
    """A clip that is being corrected; made when it is first asked for."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._decided = np.full(SEGMENTS, -1, np.int32)
        self._waiting = itertools.cycle(range(SEGMENTS))

    @cached_property
    def bank(self) -> Bank:
        """Its frames, and the pages that it is coloured from."""
        return Bank.make(self._rng, FRAMES, CLIP_PAGES, SEGMENTS)

    @cached_property
    def matcher(self) -> Matcher:
        """A matcher that has proposed for all of it."""
        matcher = self.bank.matcher()
        for target in self.bank.targets:
            matcher.proposals(target.key)
        return matcher

    def correct(self) -> None:
        """Correct one more segment, and propose anew for every frame."""
        corrected = self.bank.targets[0]
        self._decided[next(self._waiting)] = 0
        self.matcher.set_reference(corrected.key, corrected, self._decided)
        for target in self.bank.targets:
            self.matcher.proposals(target.key)

    def rematch_all(self) -> None:
        """Propose for every frame from nothing."""
        matcher = self.bank.matcher()
        for target in self.bank.targets:
            matcher.proposals(target.key)


def repropose_stage(rng: np.random.Generator) -> Stage:
    """One correction: every open segment of the clip gets its proposal again."""
    clip = Clip(rng)
    return Stage("re-propose", clip.correct, clip.rematch_all, prepare=lambda: clip.matcher)


class CosineEngine(ShapeEngine):
    """Compares made-up vectors."""

    temperature = 0.1
    unknown = 0.0

    def similarity(
        self, target: Features, reference: Features, rows: NDArray[np.int64] | None = None
    ) -> NDArray[np.float32]:
        """Return the cosine of every pair."""
        assert isinstance(target, VectorFeatures)
        assert isinstance(reference, VectorFeatures)
        others = reference.vectors if rows is None else reference.vectors[rows]
        return target.vectors @ others.T


def draw_cel(side: int, rng: np.random.Generator, shapes: int = 32) -> NDArray[np.uint8]:
    """Draw overlapping ellipses as line art: about 150 segments, a quarter traced in colour.

    Returns
    -------
    (side, side, 4) uint8
        Aliased lines on transparent white.
    """
    canvas = np.full((side, side, 4), 255, np.uint8)
    canvas[..., 3] = 0
    inks = (Ink.BLACK, Ink.BLACK, Ink.BLACK, Ink.RED, Ink.BLUE)
    for index in range(shapes):
        middle = rng.integers(side // 5, side * 4 // 5, 2).tolist()
        axes = rng.integers(max(side // 60, 2), max(side // 9, 3), 2).tolist()
        turn = float(rng.integers(0, 180))
        ink = inks[index % len(inks)]
        cv2.ellipse(canvas, middle, axes, turn, 0, 360, (*INK_RGB[ink], 255), 2)
    return canvas
