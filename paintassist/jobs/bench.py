"""How long each stage of a frame takes, against the straightforward way."""

from __future__ import annotations

import itertools
import os
import platform
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import IDENTITY
from paintassist.core.lines import INK_RGB, Ink, binarize
from paintassist.core.painting import composite
from paintassist.core.references import segment_colors
from paintassist.core.segments import Segments, segment
from paintassist.document.matcher import Matcher
from paintassist.engines.base import Engine, Features, VectorFeatures
from paintassist.io.export import ImageFormat, write_image
from paintassist.io.images import read_image
from paintassist.jobs import straightforward
from paintassist.jobs.progress import Progress, no_progress

DEFAULT_SIZE = 1600
REPEATS = 3
PALETTE_SIZE = 24
WIDTH = 128
# The re-propose stage: a clip being corrected.
FRAMES, SEGMENTS, PAGES = 60, 300, 20


@dataclass(frozen=True)
class Timing:
    """What one stage takes.

    Attributes
    ----------
    seconds : float
        Best of `REPEATS`.
    straightforward_seconds, ratio : float or None
        Of the plain way, once, and how many times longer that is; None where there is none.
    peak_mb : float
        Memory on top of what was there before.
    """

    seconds: float
    straightforward_seconds: float | None
    ratio: float | None
    peak_mb: float


def bench(
    engine: Engine, sizes: Sequence[int] = (DEFAULT_SIZE,), progress: Progress = no_progress
) -> dict[str, Any]:
    """Measure all stages at some image sizes.

    Parameters
    ----------
    engine : Engine
        Of the encode stage; the other stages do not depend on it.
    sizes : sequence of int
        Sides of square drawings in pixels.

    Returns
    -------
    dict
        The JSON object of the contract.
    """
    result: dict[str, Any] = {"machine": describe_machine(), "sizes": {}}
    for side in sizes:
        with tempfile.TemporaryDirectory() as folder:
            stages = _stages(engine, side, Path(folder))
            timings = {}
            for index, (name, fast, plain) in enumerate(stages):
                progress(index, len(stages), f"{side} {name}")
                timings[name] = asdict(measure(fast, plain))
            progress(len(stages), len(stages), f"{side}")
        result["sizes"][str(side)] = {"stages": timings}
    return result


Stage = tuple[str, Callable[[], object], Callable[[], object] | None]


def _stages(engine: Engine, side: int, folder: Path) -> list[Stage]:
    rng = np.random.default_rng(side)
    drawing = draw_cel(side, rng)
    path = folder / "cel.png"
    write_image(path, drawing, ImageFormat.PNG)
    segments = segment(binarize(drawing))
    colors = np.full((segments.count + 1, 4), 255, np.uint8)
    colors[1:, :3] = rng.integers(0, 256, (PALETTE_SIZE, 3))[
        rng.integers(0, PALETTE_SIZE, segments.count)
    ]
    painting = composite(segments, colors)
    labels = segments.labels
    engine.encode(segments)  # Sessions warm up on their first frame.
    return [
        ("decode", lambda: read_image(path), lambda: straightforward.decode(path)),
        (
            "segment",
            lambda: segment(binarize(drawing)),
            lambda: straightforward.segment(drawing),
        ),
        (
            "reference colours",
            lambda: segment_colors(segments, painting),
            lambda: straightforward.reference_colors(labels, painting),
        ),
        ("encode", lambda: engine.encode(segments), None),
        *_pool_stage(segments, rng),
        _matching_stage(rng, segments.count),
        (
            "paint",
            lambda: composite(segments, colors),
            lambda: straightforward.paint(labels, colors),
        ),
        _repropose_stage(rng),
    ]


def _pool_stage(segments: Segments, rng: np.random.Generator) -> list[Stage]:
    """Pooling of a network's feature map; left out where scipy is not installed."""
    try:
        from paintassist.engines.dacon.pooling import pooling_matrix
    except ImportError:
        return []
    feature_map = rng.random((WIDTH, 512, 512), np.float32)

    def pool() -> object:
        flat = feature_map.reshape(WIDTH, -1).T
        return pooling_matrix(segments, (512, 512), "v1.1") @ flat

    return [("pool", pool, lambda: straightforward.pool(segments.labels, feature_map))]


@dataclass(frozen=True)
class _Bank:
    """Made-up features: targets, and reference pages with colours."""

    targets: list[VectorFeatures]
    pages: list[VectorFeatures]
    colors: list[NDArray[np.int32]]

    @classmethod
    def make(cls, rng: np.random.Generator, targets: int, pages: int, segments: int) -> _Bank:
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
        matcher = Matcher(_CosineEngine())
        for page, colors in zip(self.pages, self.colors, strict=True):
            matcher.set_reference(page.key, page, colors)
        for target in self.targets:
            matcher.add_target(target.key, target)
        return matcher

    def match_plainly(self) -> None:
        """Match every target with every page, segment by segment."""
        vectors = [page.vectors for page in self.pages]
        for target in self.targets:
            straightforward.match(target.vectors, vectors, self.colors)


def _matching_stage(rng: np.random.Generator, segments: int) -> Stage:
    bank = _Bank.make(rng, 1, PAGES, segments)
    (target,) = bank.targets
    return ("matching", lambda: bank.matcher().proposals(target.key), bank.match_plainly)


def _repropose_stage(rng: np.random.Generator) -> Stage:
    """One correction: every open segment of the clip gets its proposal again."""
    bank = _Bank.make(rng, FRAMES, PAGES, SEGMENTS)
    matcher = bank.matcher()
    for target in bank.targets:
        matcher.proposals(target.key)
    corrected = bank.targets[0]
    decided = np.full(SEGMENTS, -1, np.int32)
    waiting = itertools.cycle(range(SEGMENTS))

    def correct() -> None:
        decided[next(waiting)] = 0
        matcher.set_reference(corrected.key, corrected, decided)
        for target in bank.targets:
            matcher.proposals(target.key)

    def rematch_all() -> None:
        fresh = bank.matcher()
        for target in bank.targets:
            fresh.proposals(target.key)

    return ("re-propose", correct, rematch_all)


class _CosineEngine:
    """Compares made-up vectors."""

    name = "cosine"
    model = ""
    temperature = 0.1
    unknown = 0.0
    calibration = IDENTITY

    def encode(self, segments: Segments) -> Features:
        """See `Engine.encode`; made-up features are never encoded."""
        raise NotImplementedError

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


def measure(fast: Callable[[], object], plain: Callable[[], object] | None) -> Timing:
    """Time a stage, then its plain way once, then watch its memory."""
    seconds = min(_seconds(fast) for _ in range(REPEATS))
    plain_seconds = None if plain is None else _seconds(plain)
    ratio = None if plain_seconds is None else plain_seconds / max(seconds, 1e-9)
    return Timing(seconds, plain_seconds, ratio, peak_mb(fast))


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def peak_mb(call: Callable[[], object]) -> float:
    """Return how many MB a call adds at its peak.

    The larger of what Python and numpy allocate and, on Linux, of what the process grows by,
    which shows the memory of network runtimes.
    """
    before = _resident_mb("VmRSS", reset=True)
    tracemalloc.start()
    try:
        call()
        traced = tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
    return max(traced, _resident_mb("VmHWM") - before)


def _resident_mb(field: str, reset: bool = False) -> float:
    """Read a memory figure of this process, after starting its peak anew; 0 if unknown."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5")
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(field):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def describe_machine() -> str:
    """Return processor, cores, system and Python in one line."""
    processor = platform.processor() or platform.machine()
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                processor = line.partition(":")[2].strip()
                break
    except OSError:
        pass
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = ".".join(str(part) for part in sys.version_info[:3])
    return f"{processor}, {cores} cores, {platform.system()}, Python {python}"
