"""`paintassist synth`: draw characters, for training and for measuring."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from paintassist.cli.common import count_argument, progress_bar, tell
from paintassist.core.errors import InputError

if TYPE_CHECKING:
    from paintassist.training.sources import GeneratedScenes

# Characters of other families in a row after which a family is taken not to exist.
MOST_MISSES = 500
HELP = "draw random characters as cels with exact colours"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("--out", type=Path, metavar="DIR", help="needed unless --pack is given")
    parser.add_argument("--count", type=count_argument(1), default=10, help="how many characters")
    parser.add_argument("--seed", type=count_argument(0), default=0, help="of the first character")
    parser.add_argument("--frames", type=count_argument(1), default=10, help="frames of each clip")
    parser.add_argument(
        "--size", type=count_argument(64), default=512, help="side of the canvas in pixels"
    )
    parser.add_argument(
        "--scenes", action="store_true", help="write training scenes instead of folders of images"
    )
    parser.add_argument(
        "--characters", type=Path, metavar="PATH", help="3D characters: a folder or a packed file"
    )
    parser.add_argument("--motions", type=Path, metavar="DIR", help="their motions")
    parser.add_argument(
        "--only",
        nargs="+",
        default=[],
        metavar="FAMILY",
        help="draw only characters of these families (a part of the name is enough)",
    )
    parser.add_argument(
        "--pack",
        type=Path,
        metavar="FILE",
        help="draw nothing; write --characters and --motions to one small file for train",
    )


def run(arguments: argparse.Namespace) -> int:
    """Draw; what is there already is kept, so that a stopped run goes on."""
    if arguments.pack is not None:
        return _pack(arguments)
    out: Path | None = arguments.out
    if out is None:
        raise InputError("name a folder to draw into with --out, or a file with --pack")
    from paintassist.training.generators import samplers
    from paintassist.training.sources import GeneratedScenes

    source = GeneratedScenes(samplers(arguments.characters, arguments.motions))
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file; choose a folder")
    try:
        out.mkdir(parents=True, exist_ok=True)
        with progress_bar("character") as progress:
            seeds = _seeds(source, arguments.seed, arguments.only)
            for index, seed in enumerate(islice(seeds, arguments.count)):
                _draw(out, source, seed, arguments)
                progress(index + 1, arguments.count, f"seed {seed}")
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            f"{out} cannot be written ({reason}); what is complete is kept: "
            "make room or choose another folder"
        ) from error
    return 0


def _seeds(source: GeneratedScenes, first: int, only: Sequence[str]) -> Iterator[int]:
    """Yield the seeds whose characters are of the families asked for."""
    import numpy as np

    misses = 0
    for seed in count(first):
        if only:
            family = source.character(np.random.default_rng(seed)).family
            if not any(part in family for part in only):
                misses += 1
                if misses == MOST_MISSES:
                    raise InputError(
                        f"none of {MOST_MISSES} characters is of the families "
                        f"{', '.join(only)}; check --only and --characters"
                    )
                continue
        misses = 0
        yield seed


def _draw(out: Path, source: GeneratedScenes, seed: int, arguments: argparse.Namespace) -> None:
    import numpy as np

    from paintassist.io.colorbook import write_colorbook
    from paintassist.training.layout import write_character
    from paintassist.training.sources import fill_folder

    if arguments.scenes:
        fill_folder(out, source, seed, 1)
        return
    rng = np.random.default_rng(seed)
    character = source.character(rng)
    folder = out / f"{character.family.replace(':', '_')}_{seed:06d}"
    if not folder.exists():
        size = arguments.size
        write_character(folder, character, rng, arguments.frames, size, write_colorbook)


def _pack(arguments: argparse.Namespace) -> int:
    if arguments.characters is None:
        raise InputError("--pack needs --characters and --motions, the folders to pack")
    from paintassist.training.generators import pack_characters

    with progress_bar("character") as progress:
        count = pack_characters(
            arguments.characters, arguments.motions, arguments.pack, progress, tell
        )
    size = arguments.pack.stat().st_size / 2**20
    tell(f"{count} characters packed into {arguments.pack} ({size:.1f} MB)")
    return 0
