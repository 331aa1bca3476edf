"""`paintassist simulate`: the product's headline figure."""

from __future__ import annotations

import argparse

from paintassist.cli.common import (
    add_engine_arguments,
    add_json_argument,
    make_engine_from,
    progress_bar,
    tell,
    write_json,
)

HELP = "play the painter on a clip with ground truth and count the corrections"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    from paintassist.jobs.simulate import DEFAULT_THRESHOLD

    parser.add_argument("clip", metavar="CLIP", help="a clip whose frames have paintings")
    parser.add_argument(
        "--threshold",
        type=_share,
        default=DEFAULT_THRESHOLD,
        metavar="SHARE",
        help="confidence from which on a proposal would be accepted unseen (default %(default)s)",
    )
    add_engine_arguments(parser)
    add_json_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Simulate, then print a few lines or JSON."""
    from paintassist.jobs.simulate import simulate

    engine = make_engine_from(arguments)
    with progress_bar("frame") as progress:
        result = simulate(
            arguments.clip, engine, arguments.threshold, progress=progress, notify=tell
        )
    if arguments.json is not None:
        write_json(result.as_json(), arguments.json)
        return 0
    rate = result.corrections / max(result.segments, 1)
    print(f"{result.clip}, engine {result.engine}" + (f", {result.model}" if result.model else ""))
    print(f"corrections       {result.corrections} of {result.segments} segments ({rate:.3f} each)")
    sure = f"at confidence {arguments.threshold:g} or more"
    print(f"accepted unseen   {result.accepted_unseen} {sure}, {result.wrong_unseen} of them wrong")
    return 0


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"must be between 0 and 1, not '{text}'")
    return value
