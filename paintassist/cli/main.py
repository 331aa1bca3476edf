"""The command line: picks the command, and turns failures into one sentence and a status."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from paintassist.cli.common import Parser
from paintassist.core.errors import InputError
from paintassist.installed import is_frozen, remedy_for_extra

OK, OUR_FAULT, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
# Modules are imported when their command is asked for, so that `--help` stays instant.
COMMANDS: Mapping[str, str] = {
    "colorize": "paintassist.cli.colorize",
    "export": "paintassist.cli.export",
    "evaluate": "paintassist.cli.evaluate",
    "simulate": "paintassist.cli.simulate",
    "bench": "paintassist.cli.bench",
    "models": "paintassist.cli.models",
    "doctor": "paintassist.cli.doctor",
    "synth": "paintassist.cli.synth",
    "train": "paintassist.cli.train",
    "weigh": "paintassist.cli.weigh",
}
WINDOW = "paintassist.cli.window"
DEBUG = "--debug"


class Command(Protocol):
    """What a command's module offers."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Describe the command line."""
        ...

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it and return the exit status."""
        ...


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    Parameters
    ----------
    argv : sequence of str, optional
        Without the program's name; that of the process by default.

    Returns
    -------
    int
        0 = done, 2 = bad use or bad input, 1 = our fault, 130 = stopped by Ctrl-C.
    """
    # Matching is many small products: BLAS threads would cost more than they bring.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = list(sys.argv[1:] if argv is None else argv)
    debug = DEBUG in words
    if debug:
        words.remove(DEBUG)
    _print_any_name()
    try:
        try:
            status = _dispatch(words)
        except SystemExit as leave:
            # argparse leaves this way after --help and --version.
            status = leave.code if isinstance(leave.code, int) else OK
        # Here, where a closed pipe is met, and not when Python ends.
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except InputError as error:
        _complain(str(error), debug)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader of a pipe has seen enough; keep Python from flushing into it at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print("paintassist: stopped", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, ImportError) and is_frozen():
            _complain(f"this build has no {error.name}; {remedy_for_extra('torch')}", debug)
            return BAD_INPUT
        if isinstance(error, OSError) and error.filename:
            _complain(f"{error.filename} cannot be used ({error.strerror}); check it", debug)
            return BAD_INPUT
        kind = type(error).__name__
        _complain(f"our mistake, please report it ({kind}: {error}); {DEBUG} shows where", debug)
        return OUR_FAULT


def _dispatch(words: Sequence[str]) -> int:
    """Run the command that the first word names; anything else is for the window."""
    if words and words[0] in COMMANDS:
        command = _load(COMMANDS[words[0]])
        parser = Parser(prog=f"paintassist {words[0]}", description=command.HELP)
        command.add_arguments(parser)
        return command.run(parser.parse_args(words[1:]))
    window = _load(WINDOW)
    parser = Parser(
        prog="paintassist",
        description=window.HELP,
        epilog=f"Commands: {', '.join(COMMANDS)}; see 'paintassist COMMAND --help'. "
        f"{DEBUG} shows where an unexpected error happened.",
    )
    window.add_arguments(parser)
    return window.run(parser.parse_args(words))


def _print_any_name() -> None:
    """Let names be printed on terminals that lack their characters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _load(module: str) -> Command:
    return cast(Command, importlib.import_module(module))


def _complain(sentence: str, debug: bool) -> None:
    if debug:
        traceback.print_exc()
    sentence = " ".join(sentence.split())
    if sys.stderr is None:
        # The program without a console, as Windows starts it by a double click.
        from paintassist.ui.notice import show_notice

        show_notice(sentence)
    else:
        print(f"paintassist: {sentence}", file=sys.stderr)
