"""An import in a process of its own, so that a window beside it stays alive."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from paintassist.core.errors import InputError
from paintassist.engines.dacon.importing import Report, import_model

LOOK_AGAIN = 0.1
REPORT, DONE, REFUSED, FAILED = range(4)


def import_in_process(
    folder: Path,
    name: str,
    dacon: Path,
    dino: Path | None,
    report: Report,
    facts: Mapping[str, Any] | None = None,
    *,
    check: Callable[[], None],
) -> None:
    """Do what `import_model` does; tracing a network would hold up every thread of this one.

    Parameters
    ----------
    folder, name, dacon, dino, report, facts
        See `import_model`.
    check : function
        Called ten times a second; may raise, which ends the process.

    Raises
    ------
    InputError
        As `import_model`, or if the process ended without a word.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=_work, args=(theirs, folder, name, dacon, dino, dict(facts or {})), daemon=True
    )
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
            "the import was ended by the system, which often means that memory ran out; "
            "close other programs and import again"
        ) from error
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _work(
    line: Connection[Any, Any],
    folder: Path,
    name: str,
    dacon: Path,
    dino: Path | None,
    facts: Mapping[str, Any],
) -> None:
    try:
        import_model(folder, name, dacon, dino, lambda what: line.send((REPORT, what)), facts)
    except InputError as error:
        line.send((REFUSED, str(error)))
    except Exception as error:
        line.send((FAILED, f"{type(error).__name__}: {error}"))
    else:
        line.send((DONE, ""))
