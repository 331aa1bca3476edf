"""`paintassist bench`: how long each stage takes on this machine."""

from __future__ import annotations

import argparse
from typing import Any

from paintassist.cli.common import (
    add_engine_arguments,
    add_json_argument,
    make_engine_from,
    progress_bar,
    write_json,
)

HELP = "measure every stage of a frame against the straightforward way"
SMALLEST, LARGEST = 64, 8192


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument(
        "--sizes",
        type=_side,
        nargs="+",
        default=[1600],
        metavar="PIXELS",
        help="sides of the drawings (default 1600)",
    )
    add_engine_arguments(parser)
    add_json_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Measure, then print a table or JSON."""
    from paintassist.jobs.bench import bench

    engine = make_engine_from(arguments)
    with progress_bar("stage") as progress:
        result = bench(engine, arguments.sizes, progress)
    if arguments.json is not None:
        write_json(result, arguments.json)
    else:
        print(f"{result['machine']}, engine {engine.name}\n{format_table(result)}")
    return 0


def format_table(result: dict[str, Any]) -> str:
    """Return the timings as lines of text."""
    lines = [f"{'size':>6}  {'stage':20}{'ms':>10}{'plain ms':>12}{'ratio':>9}{'peak MB':>10}"]
    for size, content in result["sizes"].items():
        for stage, timing in content["stages"].items():
            plain, ratio = timing["straightforward_seconds"], timing["ratio"]
            shown = "" if plain is None else f"{1000 * plain:.1f}"
            times = "" if ratio is None else f"{ratio:.1f}"
            lines.append(
                f"{size:>6}  {stage:20}{1000 * timing['seconds']:>10.1f}{shown:>12}{times:>9}"
                f"{timing['peak_mb']:>10.1f}"
            )
    return "\n".join(lines)


def _side(text: str) -> int:
    if not text.isdecimal() or not SMALLEST <= int(text) <= LARGEST:
        raise argparse.ArgumentTypeError(f"must be {SMALLEST} to {LARGEST}, not '{text}'")
    return int(text)
