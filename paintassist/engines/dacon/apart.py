"""Work in a process of its own, so that a window beside it stays alive."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from paintassist.core.errors import InputError

LOOK_AGAIN = 0.1
REPORT, DONE, REFUSED, FAILED = range(4)


def run_apart(
    work: Callable[..., None],
    *arguments: Any,
    report: Callable[[str], None],
    check: Callable[[], None],
) -> None:
    """Call a function of a module, with plain data, and wait for it.

    Parameters
    ----------
    work : function
        Called with the arguments and, as `report`, a function of str.
    report : function
        Told here what `work` reports there.
    check : function
        Called ten times a second; may raise, which ends the process.

    Raises
    ------
    InputError
        As `work`, or if the process ended without a word.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, work, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        while True:
            check()
            if not ours.poll(LOOK_AGAIN):
                continue
            what, words = ours.recv()
            if what == REPORT:
                report(words)
            elif what == DONE:
                return
            elif what == REFUSED:
                raise InputError(words)
            else:
                raise RuntimeError(words)
    except EOFError as error:
        raise InputError(
            "the work was ended by the system, which often means that memory ran out; "
            "close other programs and do it again"
        ) from error
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _work(line: Connection[Any, Any], work: Callable[..., None], arguments: tuple[Any]) -> None:
    try:
        work(*arguments, report=lambda what: line.send((REPORT, what)))
    except InputError as error:
        line.send((REFUSED, str(error)))
    except Exception as error:
        line.send((FAILED, f"{type(error).__name__}: {error}"))
    else:
        line.send((DONE, ""))
