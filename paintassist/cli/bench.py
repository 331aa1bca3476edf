"""`paintassist bench`: how long each stage takes on this machine."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from paintassist.cli.common import (
    add_engine_arguments,
    add_json_argument,
    progress_bar,
    write_json,
)

HELP = "measure every stage of a frame against the straightforward way"
SMALLEST, LARGEST = 64, 8192
MOST_THREADS = 1024
DEFAULT_SIZE = 1600


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument(
        "--sizes",
        type=_side,
        nargs="+",
        action="extend",
        metavar="PIXELS",
        help=f"sides of the drawings (default {DEFAULT_SIZE})",
    )
    parser.add_argument(
        "--size",
        dest="sizes",
        type=_side,
        action="append",
        metavar="PIXELS",
        help="one more side; can be given several times",
    )
    parser.add_argument(
        "--stage",
        dest="stages",
        action="append",
        default=[],
        metavar="NAME",
        help="only this stage; can be given several times",
    )
    parser.add_argument(
        "--threads", type=_threads, metavar="N", help="cores to use (default: all there are)"
    )
    parser.add_argument(
        "--no-plain",
        dest="plain",
        action="store_false",
        help="leave out the straightforward way, which takes most of the time",
    )
    parser.add_argument(
        "--against",
        metavar="MODEL",
        help="a published model, whose network and whole frame the straightforward way runs",
    )
    parser.add_argument(
        "--chart", type=Path, metavar="FILE", help="draw the stages as a bar chart into a PNG"
    )
    add_engine_arguments(parser)
    add_json_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Measure, then print a table or JSON."""
    from paintassist.jobs.bench import BenchRequest, bench

    request = BenchRequest(
        tuple(dict.fromkeys(arguments.sizes or [DEFAULT_SIZE])),
        arguments.engine,
        arguments.model,
        arguments.device,
        arguments.threads,
        arguments.plain,
        tuple(arguments.stages),
        arguments.against,
    )
    with progress_bar("size") as progress:
        result = bench(request, progress)
    if arguments.chart is not None:
        from paintassist.jobs.bench_chart import write_chart

        write_chart(result, arguments.chart)
    if arguments.json is not None:
        write_json(result, arguments.json)
    else:
        print(format_table(result))
    return 0


def format_table(result: dict[str, Any]) -> str:
    """Return the timings as lines of text."""
    device = result["device"] + (f" ({result['device_reason']})" if result["device_reason"] else "")
    lines = [
        f"{result['machine']}",
        f"engine {result['engine']}, model {result['model'] or 'none'}, {device or 'no network'}, "
        f"loaded in {result['load_seconds']:.2f} s",
        f"{'size':>6}  {'stage':20}{'ms':>10}{'cpu ms':>10}{'a second':>10}{'MB':>8}"
        f"{'plain ms':>12}{'cpu ms':>10}{'ratio':>9}{'cpu ratio':>10}{'MB':>8}",
    ]
    for size, content in result["sizes"].items():
        for stage, timing in content["stages"].items():
            lines.append(
                f"{size:>6}  {stage:20}{1000 * timing['seconds']:>10.1f}"
                f"{1000 * timing['cpu_seconds']:>10.1f}{timing['per_second']:>10.1f}"
                f"{_or_blank(timing['peak_mb'], 1):>8}"
                f"{_or_blank(timing['straightforward_seconds'], 1000):>12}"
                f"{_or_blank(timing['straightforward_cpu_seconds'], 1000):>10}"
                f"{_or_blank(timing['ratio'], 1):>9}{_or_blank(timing['cpu_ratio'], 1):>10}"
                f"{_or_blank(timing['straightforward_peak_mb'], 1):>8}"
            )
        own = content["without_network"]
        lines.append(
            f"{size:>6}  {'without network':20}{1000 * own['seconds']:>10.1f}"
            f"{1000 * own['cpu_seconds']:>10.1f}{'':>18}"
            f"{_or_blank(own['straightforward_seconds'], 1000):>12}"
            f"{_or_blank(own['straightforward_cpu_seconds'], 1000):>10}"
            f"{_or_blank(own['ratio'], 1):>9}{_or_blank(own['cpu_ratio'], 1):>10}"
        )
        lines.append(f"{size:>6}  peak of the process: {content['process_peak_mb'] or 0:.0f} MB")
    return "\n".join(lines)


def _or_blank(value: float | None, factor: float) -> str:
    return "" if value is None else f"{value * factor:.1f}"


def _side(text: str) -> int:
    if not text.isdecimal() or not SMALLEST <= int(text) <= LARGEST:
        raise argparse.ArgumentTypeError(f"must be {SMALLEST} to {LARGEST}, not '{text}'")
    return int(text)


def _threads(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_THREADS:
        raise argparse.ArgumentTypeError(f"must be 1 to {MOST_THREADS}, not '{text}'")
    return int(text)
