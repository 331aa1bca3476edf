"""How long the core takes on a cel of 1600 x 1600 pixels and some hundred segments.

Run with `.venv/bin/pytest benchmarks --benchmark-enable`. `paintassist bench` measures the whole
pipeline against the straightforward way; this is for working on one function.
"""

import cv2
import numpy as np
import pytest

from paintassist.core.lines import Ink, binarize, inks_to_rgba
from paintassist.core.matching import ColorScores
from paintassist.core.painting import composite
from paintassist.core.references import segment_colors, segment_painting
from paintassist.core.segments import segment

SIDE = 1600


@pytest.fixture(scope="module")
def inks():
    rng = np.random.default_rng(1)
    drawn = np.zeros((SIDE, SIDE), np.uint8)
    for index in range(120):
        middle = tuple(int(value) for value in rng.integers(200, SIDE - 200, 2))
        axes = tuple(int(value) for value in rng.integers(20, 190, 2))
        ink = Ink.BLACK if index % 4 else (Ink.RED, Ink.BLUE, Ink.GREEN)[index // 4 % 3]
        cv2.ellipse(drawn, middle, axes, int(rng.integers(0, 180)), 0, 360, int(ink), 2)
    return drawn


@pytest.fixture(scope="module")
def drawn(inks):
    return segment(inks)


@pytest.fixture(scope="module")
def painting(drawn):
    colors = np.random.default_rng(2).integers(1, 256, (drawn.count + 1, 4), np.uint8)
    return composite(drawn, colors)


def test_binarize(benchmark, inks):
    benchmark(binarize, inks_to_rgba(inks))


def test_segment(benchmark, inks):
    assert benchmark(segment, inks).count > 100


def test_adjacency(benchmark, inks):
    benchmark.pedantic(
        lambda drawn: drawn.adjacency, setup=lambda: ((segment(inks),), {}), rounds=5
    )


def test_segment_colors(benchmark, drawn, painting):
    benchmark(segment_colors, drawn, painting)


def test_segment_painting(benchmark, painting):
    benchmark(segment_painting, painting)


def test_composite(benchmark, drawn):
    benchmark(composite, drawn, np.zeros((drawn.count + 1, 4), np.uint8))


def test_one_correction_reaches_sixty_frames(benchmark):
    rng = np.random.default_rng(3)
    similarity = rng.random((300, 900), np.float32)
    colors = rng.integers(0, 60, 900).astype(np.int32)
    frames = [ColorScores(300) for _ in range(60)]
    for scores in frames:
        scores.add(similarity, colors, np.arange(900))

    def correct():
        for scores in frames:
            scores.add(similarity[:, :1], colors[:1], np.array([900]))
            scores.proposals(0.1, 0.0)

    benchmark(correct)
