"""`paintassist synth`: draw characters, for training and for measuring."""

from __future__ import annotations

import argparse
from pathlib import Path

from paintassist.cli.common import progress_bar
from paintassist.core.errors import InputError

HELP = "draw random characters as cels with exact colours"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--count", type=int, default=10, help="how many characters")
    parser.add_argument("--seed", type=int, default=0, help="of the first character")
    parser.add_argument("--frames", type=int, default=10, help="frames of each clip")
    parser.add_argument("--size", type=int, default=512, help="side of the canvas in pixels")
    parser.add_argument(
        "--scenes", action="store_true", help="write training scenes instead of folders of images"
    )
    parser.add_argument(
        "--characters", type=Path, metavar="PATH", help="3D characters: a folder or a packed file"
    )
    parser.add_argument("--motions", type=Path, metavar="DIR", help="their motions")


def run(arguments: argparse.Namespace) -> int:
    """Draw; what is there already is kept, so that a stopped run goes on."""
    import numpy as np

    from paintassist.training.generators import samplers
    from paintassist.training.layout import write_character
    from paintassist.training.sources import GeneratedScenes, fill_folder

    out: Path = arguments.out
    source = GeneratedScenes(samplers(arguments.characters, arguments.motions))
    try:
        out.mkdir(parents=True, exist_ok=True)
        with progress_bar("character") as progress:
            for index in range(arguments.count):
                seed = arguments.seed + index
                if arguments.scenes:
                    fill_folder(out, source, seed, 1)
                else:
                    rng = np.random.default_rng(seed)
                    character = source.character(rng)
                    folder = out / f"{character.family.replace(':', '_')}_{seed:06d}"
                    if not folder.exists():
                        write_character(folder, character, rng, arguments.frames, arguments.size)
                progress(index + 1, arguments.count, f"seed {seed}")
    except OSError as error:
        raise InputError(f"{out} cannot be written ({error}); choose another folder") from error
    return 0
