"""`paintassist colorize`: colours clips without a window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paintassist.cli.common import (
    STDOUT,
    add_engine_arguments,
    progress_bar,
    tell,
    write_json,
)
from paintassist.cli.compat import add_compat_argument, make_compat_engine
from paintassist.cli.exporting import (
    add_palette_argument,
    add_writing_arguments,
    palette_from,
    preset_from,
)
from paintassist.core.errors import InputError

if TYPE_CHECKING:
    from paintassist.jobs.colorize import ColorizeRequest
    from paintassist.jobs.sheets import SheetPage

HELP = "colour the unpainted frames of clips from their references"
INCOMPLETE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("sources", metavar="SRC", nargs="+", help="a clip, a folder or an image")
    parser.add_argument(
        "--out",
        metavar="DIR",
        required=True,
        help="folder of the composites and report.json; for several SRC a folder each inside it",
    )
    parser.add_argument(
        "--ref",
        metavar="PATH",
        nargs="+",
        action="extend",
        default=[],
        help="painted drawings, or folders of them (with line/ and gt/ inside, or paintings alone)",
    )
    parser.add_argument(
        "--sheet",
        metavar="FILE",
        nargs="+",
        action="extend",
        default=[],
        help="colour design sheets with several figures, swatches and call-outs on one canvas "
        "(PNG, TGA, PSD, OpenRaster): every figure found is a reference",
    )
    parser.add_argument(
        "--order",
        choices=("all", "sheet", "forward", "nearest"),
        help="all: from the references and every painted frame (default); sheet: from the "
        "references alone; forward: also from the frames that this run has coloured; nearest: "
        "from the references and the nearest painted frame",
    )
    add_writing_arguments(parser)
    add_palette_argument(
        parser, "tells which colours are shadows and highlights; colours that it lacks are told"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace files that exist")
    parser.add_argument("--json", action="store_true", help="print the report on stdout")
    add_engine_arguments(parser)
    add_compat_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Colour all sources with one engine; a bad source is told and the others are done."""
    from paintassist.jobs.colorize import colorize

    outs = _output_folders([Path(source) for source in arguments.sources], Path(arguments.out))
    engine = make_compat_engine(arguments)
    sheets = _read_sheets(arguments.sheet)
    reports: dict[str, Any] = {}
    failed = written = skipped = 0
    for source, out in outs:
        try:
            request = _request(source, out, arguments, sheets)
            with progress_bar("frame") as progress:
                outcome = colorize(request, engine, progress, tell)
        except InputError as error:
            if len(outs) == 1:
                raise
            tell(str(error))
            failed += 1
            continue
        reports[out.name] = outcome.as_json()
        failed += len(outcome.failed)
        written += len(outcome.written)
        skipped += len(outcome.skipped)
    _summarise(arguments, written, skipped, failed)
    if arguments.json:
        write_json(reports if len(outs) > 1 else next(iter(reports.values())), STDOUT)
    return INCOMPLETE if failed else 0


def _read_sheets(paths: Sequence[str]) -> tuple[SheetPage, ...]:
    from paintassist.jobs.sheets import read_sheet_pages

    pages = read_sheet_pages([Path(path) for path in paths], notify=tell)
    if pages:
        tell(f"sheets: {len(pages)} figures found")
    return pages


def _request(
    source: Path, out: Path, arguments: argparse.Namespace, sheets: tuple[SheetPage, ...]
) -> ColorizeRequest:
    from paintassist.io.export.presets import Preset
    from paintassist.io.layouts import find_clip
    from paintassist.jobs.bank import Order
    from paintassist.jobs.colorize import ColorizeRequest

    return ColorizeRequest(
        find_clip(source, arguments.ref),
        out,
        Order(arguments.order) if arguments.order else None,
        preset_from(arguments, Preset("colorize")),
        arguments.overwrite,
        sheets=sheets,
        palette=palette_from(arguments),
    )


def _output_folders(sources: list[Path], out: Path) -> list[tuple[Path, Path]]:
    """Give each source its folder: `out` itself for one, else one of its name inside."""
    if len(sources) == 1:
        return [(sources[0], out)]
    names = [source.stem if source.is_file() else source.resolve().name for source in sources]
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"two of the sources are called {name}; colour them one by one")
    return [(source, out / name) for source, name in zip(sources, names, strict=True)]


def _summarise(arguments: argparse.Namespace, written: int, skipped: int, failed: int) -> None:
    parts = [f"{written} written to {arguments.out}"]
    if skipped:
        parts.append(f"{skipped} done before")
    if failed:
        parts.append(f"{failed} left out")
    tell("frames: " + ", ".join(parts))
