"""Arguments that say how finished cels are written; `export` and `colorize` share them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from paintassist.cli.common import tell

if TYPE_CHECKING:
    from paintassist.core.palette import Palette
    from paintassist.io.export.presets import Preset

# Written out, so that `--help` imports nothing; a test compares them with the formats.
FORMATS = ("png", "png-indexed", "tga", "tga24", "tiff", "psd", "ora")
LAYERS = ("line", "trace", "paint", "shadow", "highlight", "composite")


def add_writing_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what decides formats, layers and names."""
    parser.add_argument(
        "--format",
        type=_some_of(FORMATS),
        metavar="FORMAT,...",
        help=f"any of {', '.join(FORMATS)}; tga has 32 bits, tga24 is transparent where white",
    )
    parser.add_argument(
        "--layers",
        type=_some_of(LAYERS),
        metavar="LAYER,...",
        help=f"any of {', '.join(LAYERS)}; a file each, or layers of one file in psd and ora",
    )
    parser.add_argument(
        "--pattern",
        metavar="TEXT",
        help="name of each file, such as {cut}/{cel}/{cel}{frame:04d}; also {name}, {layer}, "
        "{index} and {ext}",
    )
    parser.add_argument("--raw", action="store_true", help="write TGA, TIFF and PSD uncompressed")


def _some_of(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """Return a reader of names with commas between them, for `add_argument(type=...)`."""

    def read(text: str) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(name for name in text.replace(" ", "").split(",") if name))
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(
                    f"'{name}' is none of {', '.join(known)}; put commas between several"
                )
        if not names:
            raise argparse.ArgumentTypeError(f"name one of {', '.join(known)}")
        return names

    return read


def add_palette_argument(parser: argparse.ArgumentParser, purpose: str) -> None:
    """Add `--palette FILE`."""
    parser.add_argument(
        "--palette", metavar="FILE", help=f"GIMP, Adobe, OpenToonz or CSV palette: {purpose}"
    )


def palette_from(arguments: argparse.Namespace) -> Palette | None:
    """Read the palette file that the arguments name, None without one.

    Raises
    ------
    InputError
        If it cannot be read.
    """
    if arguments.palette is None:
        return None
    from paintassist.io.palettes.files import read_palette

    found = read_palette(Path(arguments.palette))
    for note in found.notes:
        tell(note)
    return found.palette


def preset_from(arguments: argparse.Namespace, start: Preset) -> Preset:
    """Return a preset with what the arguments say instead.

    Raises
    ------
    InputError
        If the result makes no sense.
    """
    from paintassist.core.layers import Layer
    from paintassist.io.export.formats import ImageFormat
    from paintassist.io.export.pattern import LAYERS_PATTERN

    preset = start
    if arguments.format:
        formats = tuple(map(ImageFormat, arguments.format))
        preset = replace(preset, formats=formats)
    if arguments.layers:
        preset = replace(preset, layers=tuple(map(Layer, arguments.layers)))
    if arguments.pattern:
        preset = replace(preset, pattern=arguments.pattern)
    elif arguments.layers and len(preset.layers) > 1 and "{layer}" not in preset.pattern:
        flat = any(not image_format.is_layered for image_format in preset.formats)
        preset = replace(preset, pattern=LAYERS_PATTERN) if flat else preset
    if arguments.raw:
        preset = replace(preset, compress=False)
    preset.check()
    return preset
