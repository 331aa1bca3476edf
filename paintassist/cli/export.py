"""`paintassist export`: writes the finished cels of a project without a window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from paintassist.cli.common import STDOUT, progress_bar, tell, write_json
from paintassist.cli.exporting import (
    add_palette_argument,
    add_writing_arguments,
    palette_from,
    preset_from,
)

if TYPE_CHECKING:
    from paintassist.document.store import Settings
    from paintassist.engines.base import Engine
    from paintassist.jobs.export import ExportOutcome

HELP = "inspect a project and write its finished cels"
FOUND = 2
# Findings that are printed; all of them are in the JSON.
MOST_TOLD = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("project", metavar="PROJECT", help="a .paintassist file")
    parser.add_argument("--out", metavar="DIR", required=True, help="folder of the files")
    parser.add_argument(
        "--preset",
        metavar="NAME",
        default="png",
        help="png, retas, opentoonz, layers, photoshop, openraster, tiff, or one that was saved "
        "in the window (default %(default)s); the arguments below change it for this once",
    )
    add_writing_arguments(parser)
    parser.add_argument(
        "--frames", metavar="RANGES", default="", help="numbers such as 1-12,20,30- (default all)"
    )
    parser.add_argument("--cut", default="", help="for {cut} (default: the project's name)")
    parser.add_argument("--cel", default="", help="for {cel} (default: from each drawing's name)")
    parser.add_argument(
        "--timesheet",
        metavar="FILE",
        help="an XDTS file to write along (default: the one in the cut's folder, if there is one)",
    )
    add_palette_argument(parser, "the colours that are laid down; others are found")
    parser.add_argument("--overwrite", action="store_true", help="replace files that exist")
    parser.add_argument(
        "--anyway",
        action="store_true",
        help="write although the inspection found something; report.json says so",
    )
    parser.add_argument(
        "--decided-only",
        action="store_true",
        help="leave unpainted what nobody decided, instead of proposing colours",
    )
    parser.add_argument("--json", action="store_true", help="print the outcome on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Export; findings stop it unless `--anyway` is given."""
    from paintassist.io.export.plan import ExportRequest
    from paintassist.io.export.presets import PresetStore
    from paintassist.jobs.export import export_project

    request = ExportRequest(
        Path(arguments.out),
        preset_from(arguments, PresetStore().find(arguments.preset)),
        arguments.cut,
        arguments.cel,
        arguments.frames,
        arguments.overwrite,
        Path(arguments.timesheet) if arguments.timesheet else None,
    )
    with progress_bar("step") as progress:
        outcome = export_project(
            Path(arguments.project),
            request,
            None if arguments.decided_only else _make_engine,
            anyway=arguments.anyway,
            palette=palette_from(arguments),
            progress=progress,
            notify=tell,
        )
    _tell_outcome(outcome, arguments.out)
    if arguments.json:
        write_json(outcome.as_json(), STDOUT)
    return FOUND if outcome.refused else 0


def _make_engine(settings: Settings) -> Engine:
    from paintassist.engines.registry import EngineRequest, make_engine

    return make_engine(settings.engine or None, EngineRequest(model=settings.model or None))


def _tell_outcome(outcome: ExportOutcome, out: str) -> None:
    from paintassist.jobs.export import sentence, summary

    for finding in outcome.findings[:MOST_TOLD]:
        tell(sentence(finding))
    more = len(outcome.findings) - MOST_TOLD
    if more > 0:
        tell(f"... and {more} more; --json tells all")
    if outcome.refused:
        tell(f"nothing was written: {summary(outcome.findings)}; mend it or give --anyway")
        return
    parts = [f"{len(outcome.written)} written to {out} and read back"]
    if outcome.kept:
        parts.append(f"{len(outcome.kept)} there already")
    if outcome.unproved:
        parts.append(f"{len(outcome.unproved)} not as they should be, see report.json")
    tell("files: " + ", ".join(parts))
