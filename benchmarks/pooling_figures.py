"""Time and memory of pooling both maps of a frame, and of the straightforward way beside it.

``python -m benchmarks.pooling_figures [--sizes 1024 1600 ...] [--limit MB]`` prints Markdown.
The maps are random, as large as the published networks make them; drawings are those of
``paintassist bench``. Times are processor time, the best of five; the straightforward way runs
once and is left out where it would take more memory than the limit.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial

import numpy as np
import torch

from paintassist.core.lines import binarize
from paintassist.core.segments import Segments, segment
from paintassist.engines.dacon import straightforward
from paintassist.engines.dacon.pooling import SegmentPooling
from paintassist.jobs.bench import peak_mb
from paintassist.jobs.bench_stages import draw_cel

CHANNELS, SIDE, HIDDEN, GRID = 128, 512, 1024, 37
REPEATS = 5


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def plain(segments: Segments, maps: tuple[np.ndarray, ...], variant: str, limit: float) -> str:
    """Return time and memory of the straightforward way, map by map."""
    side = segments.labels.shape[0]
    cells = []
    for found in maps:
        if straightforward.pool_needs_mb(side, len(found), variant) > limit:
            cells.append("too large | ")
            continue
        taken: list[float] = []
        work = partial(straightforward.pool, segments.labels, found, variant)
        peak = peak_mb(partial(_note_seconds, taken, work))
        cells.append(f"{taken[0]:.1f} s | {peak:.0f} MB")
    return " | ".join(cells)


def _note_seconds(taken: list[float], work: Callable[[], object]) -> None:
    taken.append(seconds(work))


def ours(
    segments: Segments, tokens: np.ndarray, feature_map: np.ndarray, variant: str
) -> tuple[float, ...]:
    """Return the processor time of everything, of the cells, of both maps, and the peak in MB."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        pooling = SegmentPooling(segments.labels, segments.count, variant)
        cells = time.process_time() - start
        one = seconds(partial(pooling.of_rows, tokens, (GRID, GRID)))
        other = seconds(partial(pooling.of_map, feature_map))
        times.append((cells + one + other, cells, one, other))

    def work() -> None:
        whole = SegmentPooling(segments.labels, segments.count, variant)
        whole.of_rows(tokens, (GRID, GRID))
        whole.of_map(feature_map)

    return (*min(times), peak_mb(work))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1024, 1600, 1920, 4096])
    parser.add_argument("--limit", type=float, default=0, metavar="MB", help="0 leaves it out")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    rng = np.random.default_rng(0)
    feature_map = rng.standard_normal((CHANNELS, SIDE, SIDE), np.float32)
    tokens = rng.standard_normal((GRID * GRID, HIDDEN), np.float32)
    semantic = np.ascontiguousarray(tokens.T).reshape(HIDDEN, GRID, GRID)
    print(
        "| side | segments | variant | cells | semantic | spatial | all | peak | "
        "plain semantic | its peak | plain spatial | its peak |\n" + "| --- " * 12 + "|"
    )
    for side in arguments.sizes:
        segments = segment(binarize(draw_cel(side, np.random.default_rng(side))))
        for variant in ("v1.0", "v1.1"):
            *times, peak = ours(segments, tokens, feature_map, variant)
            total, cells, one, other = (1000 * value for value in times)
            beside = plain(segments, (semantic, feature_map), variant, arguments.limit)
            print(
                f"| {side} | {segments.count} | {variant} | {cells:.0f} ms | {one:.0f} ms | "
                f"{other:.0f} ms | {total:.0f} ms | {peak:.0f} MB | {beside} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
