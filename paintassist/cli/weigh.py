"""`paintassist weigh`: train what a model's likeness is worth beside flow and shape."""

from __future__ import annotations

import argparse
from pathlib import Path

from paintassist.cli.common import count_argument, progress_bar

HELP = "train how a model's likeness is weighed against flow, shape and neighbours"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    add = parser.add_argument
    add("--model", type=Path, required=True, metavar="DIR", help="folder of the model to write to")
    add(
        "--scenes",
        type=Path,
        required=True,
        metavar="DIR",
        help="made by synth --scenes; drawings the model was not trained on",
    )
    add("--count", type=count_argument(1), default=180, help="scenes to compare (default 180)")
    add("--steps", type=count_argument(1), default=2000, help="of training (default 2000)")
    add("--seed", type=count_argument(0), default=1)


def run(arguments: argparse.Namespace) -> int:
    """Compare drawings, train, and write the weights into the model's folder."""
    import numpy as np

    from paintassist.engines.dacon.bundle import WEIGHING, amend_manifest, open_bundle
    from paintassist.engines.dacon.engine import load_engine
    from paintassist.engines.guided import GuidedEngine
    from paintassist.io.atomic import atomic_writer
    from paintassist.training.sources import SceneFolder
    from paintassist.training.weighing import fit, gather

    bundle = open_bundle(arguments.model)
    engine = GuidedEngine(load_engine(str(arguments.model), "cpu", cached=False))
    source = SceneFolder(arguments.scenes)
    with progress_bar("scene") as progress:
        scenes = gather(
            source,
            engine,
            arguments.count,
            arguments.seed,
            lambda done: progress(done, arguments.count, ""),
        )
    with progress_bar("step") as progress:
        weights = fit(
            scenes,
            arguments.steps,
            arguments.seed,
            report=lambda step, loss: progress(step, arguments.steps, f"loss {loss:.3f}"),
        )
    with atomic_writer(arguments.model / WEIGHING) as file:
        np.savez(file, allow_pickle=False, **weights.as_arrays())
    amend_manifest(
        bundle,
        {"weighing": {"scenes": len(scenes), "steps": arguments.steps, "seed": arguments.seed}},
    )
    print(f"wrote {arguments.model / WEIGHING}, trained on {len(scenes)} scenes")
    return 0
