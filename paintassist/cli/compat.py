"""`--compat`: doing as another program does, to be compared with it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from paintassist.cli.common import make_engine_from
from paintassist.core.errors import InputError

if TYPE_CHECKING:
    from paintassist.engines.base import Engine

PUBLISHED = "published"
ENGINE = "dacon"


def add_compat_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--compat published`."""
    parser.add_argument(
        "--compat",
        choices=(PUBLISHED,),
        help="segment, pool, match and paint exactly as the published DACoN program does, to "
        "check against it (needs --model, an imported published model; see docs/compat.md)",
    )


def make_compat_engine(arguments: argparse.Namespace) -> Engine:
    """Build the engine that the arguments ask for, `--compat` included.

    Raises
    ------
    InputError
        If `--compat` is given with another engine than dacon or without a published model.
    """
    if arguments.compat != PUBLISHED:
        return make_engine_from(arguments)
    if arguments.engine not in (None, ENGINE):
        raise InputError(
            f"--compat published runs a published model, not the engine '{arguments.engine}'; "
            "leave --engine out"
        )
    from paintassist.engines.dacon.compat import load_published

    return load_published(arguments.model, arguments.device)
