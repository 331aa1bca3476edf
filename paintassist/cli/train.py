"""`paintassist train`: train the compact model on drawn scenes."""

from __future__ import annotations

import argparse
from pathlib import Path

from paintassist.cli.common import tell
from paintassist.core.errors import InputError

HELP = "train the compact model; resumes where the run in OUT stopped"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the run")
    parser.add_argument(
        "--scenes", type=Path, metavar="DIR", help="made by synth --scenes; else drawn on the spot"
    )
    parser.add_argument(
        "--characters", type=Path, metavar="PATH", help="3D characters: a folder or a packed file"
    )
    parser.add_argument("--motions", type=Path, metavar="DIR", help="their motions")
    parser.add_argument(
        "--hold-out",
        nargs="*",
        default=["kaykit", "quaternius_smooth", "rig2d:suit", "rig2d:fantasy"],
        metavar="FAMILY",
        help="families kept for validation (default: %(default)s); needs --scenes",
    )
    parser.add_argument("--steps", type=int, default=20_000, help="length of the whole schedule")
    parser.add_argument("--time-budget", type=float, metavar="SECONDS")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=1, help="processes that prepare batches")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--export", metavar="NAME", help="afterwards write OUT/NAME, a model for --model"
    )


def run(arguments: argparse.Namespace) -> int:
    """Train until the steps or the time are used up."""
    try:
        from paintassist.training import loop
    except ImportError as error:
        raise InputError(
            f"training needs PyTorch ({error.name} is missing); "
            "`pip install paintassist[torch]` brings it"
        ) from error
    from paintassist.engines.dacon.config import COMPACT
    from paintassist.training.generators import samplers
    from paintassist.training.sources import GeneratedScenes, SceneFolder, SceneSource

    settings = loop.TrainSettings(
        steps=arguments.steps,
        seed=arguments.seed,
        threads=arguments.threads,
        workers=arguments.workers,
        device=arguments.device,
    )
    source: SceneSource
    if arguments.scenes:
        held = tuple(arguments.hold_out)
        source = SceneFolder(arguments.scenes, lambda family: not any(h in family for h in held))
        kept = SceneFolder(arguments.scenes, lambda family: any(h in family for h in held))
        validation_source: SceneSource = kept if kept.files() else source
    else:
        source = validation_source = GeneratedScenes(
            samplers(arguments.characters, arguments.motions)
        )
    trainer = loop.Trainer(arguments.out, settings, COMPACT)
    trainer.resume()
    validation = loop.validation_batches(validation_source, COMPACT, 12)
    loop.train(
        trainer,
        source,
        validation,
        arguments.time_budget,
        lambda row: tell(
            f"step {row['step']:.0f}: loss {row['loss']:.3f}, right {row['hit']:.3f}, "
            f"held out {row['validation']:.3f}"
        ),
    )
    if arguments.export:
        loop.export(trainer, arguments.out / arguments.export, arguments.export)
    return 0
