"""Arguments and output that the commands share."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from paintassist.core.errors import InputError

if TYPE_CHECKING:
    from paintassist.engines.base import Engine
    from paintassist.jobs.progress import Progress

STDOUT = "-"


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage and leaving."""
        raise InputError(f"{message}; see {self.prog} --help")


def add_engine_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what chooses the engine."""
    parser.add_argument(
        "--engine",
        metavar="NAME",
        help="shape, flow, dacon, shape+flow or dacon+shape+flow (default: what measured best)",
    )
    parser.add_argument(
        "--model", metavar="NAME|PATH", help="model of the engine; see 'models list'"
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument(
        "--voting",
        choices=("nearest", "sum"),
        help="whether the most similar reference segment alone decides, as published, or those "
        "of one colour add up (default: what measured best for the engine)",
    )
    parser.add_argument(
        "--weighing",
        choices=("trained", "hand"),
        default="trained",
        help="how likeness, flow, shape and neighbours are weighed (default: trained)",
    )
    parser.add_argument(
        "--relay",
        choices=("on", "off"),
        default="on",
        help="whether open frames of a clip tell their neighbours what they would be coloured "
        "(default: on, where references add up)",
    )


def count_argument(least: int) -> Callable[[str], int]:
    """Return a reader of whole numbers of at least `least`, for `add_argument(type=...)`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if number < least:
            raise argparse.ArgumentTypeError(
                f"must be a whole number of at least {least}, not '{text}'"
            )
        return number

    return read


def add_json_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--json [FILE]`."""
    parser.add_argument(
        "--json",
        metavar="FILE",
        nargs="?",
        const=STDOUT,
        help="write one JSON object to FILE, or print it where no FILE is given",
    )


def make_engine_from(arguments: argparse.Namespace) -> Engine:
    """Build the engine that the arguments ask for."""
    from paintassist.engines.registry import EngineRequest, make_engine

    request = EngineRequest(
        arguments.model,
        arguments.device,
        voting=arguments.voting,
        weighing=arguments.weighing,
        relay=arguments.relay == "on",
    )
    return make_engine(arguments.engine, request)


def write_json(value: object, target: str) -> None:
    """Print a JSON object, or write it to a file."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    if target == STDOUT:
        sys.stdout.write(text)
        return
    from paintassist.io.atomic import write_atomic

    # A name that is no UTF-8 becomes a JSON escape.
    write_atomic(Path(target), text.encode("utf-8", "backslashreplace"))


def tell(sentence: str) -> None:
    """Print one sentence on stderr, above a progress bar if there is one."""
    from tqdm import tqdm

    tqdm.write(f"paintassist: {sentence}", file=sys.stderr)


@contextmanager
def progress_bar(unit: str) -> Iterator[Progress]:
    """Show progress on stderr while it is a terminal."""
    from tqdm import tqdm

    # None hides the bar where stderr is a file or a pipe.
    with tqdm(
        unit=unit,
        unit_scale=unit == "B",
        disable=None,
        file=sys.stderr,
        dynamic_ncols=True,
        leave=False,
    ) as bar:

        def show(done: int, total: int, name: str) -> None:
            bar.total = total
            bar.set_description_str(name, refresh=False)
            bar.update(done - bar.n)
            bar.refresh()

        yield show
