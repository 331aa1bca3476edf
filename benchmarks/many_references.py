"""One target against 500 reference frames of 300 segments, and one correction more.

``python -m benchmarks.many_references [--pages 500] [--segments 300]`` prints processor times and
memory. The vectors are made up, 128 numbers a segment, unit length; references vote or not.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np

from paintassist.core.matching import NO_COLOR
from paintassist.jobs.bench import peak_mb
from paintassist.jobs.bench_stages import PALETTE_SIZE, WIDTH, Bank, CosineEngine
from paintassist.jobs.published import PlainMatcher

REPEATS = 5


def milliseconds(work: Callable[[], object]) -> float:
    """Return the processor time of one call."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def line_of(bank: Bank, voting: float | None) -> str:
    """Match one target with every reference, then with changes; return the figures."""
    CosineEngine.voting = voting
    (target,) = bank.targets
    times = []
    for _ in range(REPEATS):
        matcher = bank.matcher()
        times.append(milliseconds(partial(matcher.proposals, target.key)))
    peak = peak_mb(partial(bank.matcher().proposals, target.key))
    ask = partial(matcher.proposals, target.key)
    decided = np.full(target.count, NO_COLOR, np.int32)
    more = []
    for segment in range(30):
        decided = decided.copy()
        decided[segment] = segment % PALETTE_SIZE
        matcher.set_reference(target.key, target, decided)
        more.append(milliseconds(ask))
    changed = bank.colors[0].copy()
    changed[0] = (changed[0] + 1) % PALETTE_SIZE
    matcher.set_reference(bank.pages[0].key, bank.pages[0], changed)
    other = milliseconds(ask)
    return (
        f"voting {voting}: all {statistics.median(times):.0f} ms, {peak or 0:.1f} MB; "
        f"one more correction {statistics.median(more):.2f} ms (slowest {max(more):.2f}); "
        f"another colour in a reference {other:.1f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--segments", type=int, default=300)
    arguments = parser.parse_args()
    bank = Bank.make(np.random.default_rng(0), 1, arguments.pages, arguments.segments)
    (target,) = bank.targets
    count = arguments.pages * arguments.segments
    print(f"{arguments.segments} x {WIDTH} against {count} x {WIDTH}, {PALETTE_SIZE} colours")
    for voting in (None, 0.05):
        print(line_of(bank, voting), flush=True)
    plain = PlainMatcher(CosineEngine())
    for page, colors in zip(bank.pages, bank.colors, strict=True):
        painted = np.stack([colors, colors, colors, colors], axis=1).astype(np.uint8)
        plain.set_reference(page.key, page, painted)
    CosineEngine.voting = None
    want = plain.propose(target)[0][:, 0]
    found = bank.matcher().proposals(target.key).color
    print(f"same colours as one argmax over all: {np.array_equal(want, found)}")


if __name__ == "__main__":
    main()
