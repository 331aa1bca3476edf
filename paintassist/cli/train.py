"""`paintassist train`: train the compact model, or teach it one character."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paintassist.cli.common import count_argument, progress_bar, tell
from paintassist.core.errors import InputError
from paintassist.installed import remedy_for_extra

if TYPE_CHECKING:
    from paintassist.training.settings import TrainSettings
    from paintassist.training.sources import SceneSource
    from paintassist.training.trainer import Trainer

HELP = "train the compact model; resumes where the run in OUT stopped"
HELD_OUT = ["kaykit", "quaternius_smooth", "rig2d:suit", "rig2d:fantasy"]
VALIDATION_SCENES = 12
RATE_OF_RUNS = 1e-3
# Of the time budget, for writing the model at the end.
EXPORT_SECONDS = 20.0
# In how many steps a scene that is drawn on the spot serves.
REUSE = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    add = parser.add_argument
    add("--out", type=Path, metavar="DIR", help="folder of the run; needed but for --from-project")
    source = parser.add_argument_group("what to train on (drawn on the spot by default)")
    add = source.add_argument
    add("--scenes", type=Path, metavar="DIR", help="made by synth --scenes")
    add("--characters", type=Path, metavar="PATH", help="3D characters: a folder or a packed file")
    add("--motions", type=Path, metavar="DIR", help="their motions")
    add(
        "--data",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="a character with line/ and gt/ (and ref/), or a folder of such; may be repeated",
    )
    add("--data-share", type=float, default=0.5, help="of the characters of a step, 0..1")
    add(
        "--hold-out",
        nargs="*",
        default=HELD_OUT,
        metavar="FAMILY",
        help="families and characters kept for validation (default: %(default)s)",
    )
    add("--from-model", metavar="NAME|PATH", help="begin with the weights of a model")
    add("--teacher", type=Path, metavar="DIR", help="a DINOv2 encoder for the consistency loss")
    recipe = parser.add_argument_group("how long, and on what")
    add = recipe.add_argument
    add("--steps", type=count_argument(1), default=20_000, help="length of the whole schedule")
    add("--time-budget", type=float, metavar="SECONDS")
    add("--batch", type=count_argument(1), default=3, help="characters a step; more on a GPU")
    add(
        "--rate", type=float, default=RATE_OF_RUNS, help="peak learning rate (default: %(default)s)"
    )
    add("--reuse", type=count_argument(1), help=f"steps a drawn scene serves (default: {REUSE})")
    add("--validate-every", type=count_argument(1), default=200, metavar="STEPS")
    add("--threads", type=count_argument(1), default=2, help="of the network on a CPU")
    add("--workers", type=count_argument(0), default=1, help="processes that prepare batches")
    add("--device", choices=("auto", "cpu", "cuda"), default="auto")
    add("--precision", choices=("bf16", "fp32"), default="bf16")
    add("--seed", type=count_argument(0), default=1)
    add("--export", metavar="NAME", help="afterwards write OUT/NAME, a model for --model")
    project = parser.add_argument_group("one character")
    add = project.add_argument
    add(
        "--from-project",
        type=Path,
        metavar="FILE",
        help="fine-tune the bundled model (or --from-model) on what a project has decided",
    )
    add("--name", metavar="NAME", help="of the model that comes of it, for --model")


def run(arguments: argparse.Namespace) -> int:
    """Train until the steps or the time are used up."""
    started = time.monotonic()
    try:
        from paintassist.training import settings  # noqa: F401 - needs PyTorch
    except ImportError as error:
        raise InputError(
            f"training needs PyTorch ({error.name} is missing); {remedy_for_extra('torch')}"
        ) from error
    _check(arguments)
    if arguments.from_project is not None:
        from paintassist.cli.finetune import fine_tune_from_project

        return fine_tune_from_project(arguments, started)
    if arguments.out is None:
        raise InputError("name a folder for the run with --out")
    return _train(arguments, started)


def _check(arguments: argparse.Namespace) -> None:
    if arguments.time_budget is not None and arguments.time_budget <= 0:
        raise InputError("--time-budget must be a number of seconds over 0")
    if not 0 < arguments.rate < 1:
        raise InputError("--rate must lie between 0 and 1")
    if not 0 <= arguments.data_share <= 1:
        raise InputError("--data-share must lie between 0 and 1")
    if arguments.scenes and arguments.characters:
        raise InputError("--scenes are drawn already; leave out --characters, or --scenes")


def _train(arguments: argparse.Namespace, started: float) -> int:
    from paintassist.cli.main import INTERRUPTED, OK
    from paintassist.training import loop
    from paintassist.training.stream import validation_batches
    from paintassist.training.trainer import Trainer

    out: Path = arguments.out
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file; choose a folder")
    settings = settings_from(arguments)
    source, held = sources_from(arguments)
    trainer = Trainer(out, settings, teacher=_teacher(arguments))
    _begin(trainer, arguments)
    clock = loop.Clock(_seconds_to_train(arguments), started)
    with progress_bar("step") as progress:
        validation = validation_batches(
            held,
            trainer.config,
            VALIDATION_SCENES,
            most_segments=settings.most_segments,
            workers=settings.workers,
            progress=lambda done, total: progress(done, total, "drawing held-out characters"),
        )
    with progress_bar("step") as progress:
        finished = loop.train(
            trainer,
            [source],
            validation,
            clock,
            lambda row: tell(row_text(row)),
            lambda step, loss: progress(step, settings.steps, f"loss {loss:.3f}"),
            {"drawings": _drawings_facts(arguments)},
        )
    if not finished:
        tell(f"stopped and saved at step {trainer.step}; the same command goes on")
        return INTERRUPTED
    if arguments.export:
        loop.export(trainer, out / arguments.export, arguments.export)
        tell(f"model written to {out / arguments.export}")
    return OK


def _seconds_to_train(arguments: argparse.Namespace) -> float | None:
    """Return the time budget without what writing the model takes."""
    if arguments.time_budget is None or not arguments.export:
        return arguments.time_budget
    return max(arguments.time_budget - EXPORT_SECONDS, 1.0)


def settings_from(arguments: argparse.Namespace) -> TrainSettings:
    """Return the recipe that the arguments ask for."""
    from paintassist.training.settings import TrainSettings, choose_device

    drawn = not arguments.scenes
    return TrainSettings(
        steps=arguments.steps,
        characters=arguments.batch,
        rate=arguments.rate,
        seed=arguments.seed,
        threads=arguments.threads,
        workers=arguments.workers,
        reuse=arguments.reuse or (REUSE if drawn else 1),
        validate_every=arguments.validate_every,
        device=choose_device(arguments.device),
        precision=arguments.precision,
    )


def sources_from(arguments: argparse.Namespace) -> tuple[SceneSource, SceneSource]:
    """Return where scenes come from, and where those for validation come from."""
    from paintassist.training.sources import Families, MixedScenes

    others, kept = Families(arguments.hold_out, False), Families(arguments.hold_out, True)
    if not arguments.data:
        return _drawn(arguments, others), _drawn(arguments, kept)
    from paintassist.cli.painted import CharacterFolders, find_characters, hold_out

    used, held = hold_out(find_characters(arguments.data), arguments.hold_out)
    if not used:
        raise InputError("--hold-out leaves no character of --data to train on; hold out fewer")
    tell(f"training on {len(used)} painted characters, {len(held)} held out")
    painted = CharacterFolders(used)
    if not held:
        tell("one character alone cannot be held out: validating on drawn ones")
    validation = CharacterFolders(held) if held else _drawn(arguments, kept)
    share = arguments.data_share
    if share == 1:
        return painted, validation
    return MixedScenes([(share, painted), (1 - share, _drawn(arguments, others))]), validation


def _drawn(arguments: argparse.Namespace, wanted: Any) -> SceneSource:
    from paintassist.training.generators import samplers
    from paintassist.training.sources import GeneratedScenes, SceneFolder

    if not arguments.scenes:
        return GeneratedScenes(samplers(arguments.characters, arguments.motions), wanted)
    folder = SceneFolder(arguments.scenes, wanted)
    if not folder.files():
        whole = SceneFolder(arguments.scenes)
        whole.check()
        tell(f"{arguments.scenes} holds no family for one of training and validation; both use all")
        return whole
    return folder


def _begin(trainer: Trainer, arguments: argparse.Namespace) -> None:
    """Go on with the run in the folder, or begin with the weights of a model."""
    if trainer.resume():
        tell(f"going on from step {trainer.step}")
        return
    if arguments.from_model:
        trainer.start_from(model_weights(arguments.from_model)[0])


def model_weights(model: str | None) -> tuple[Any, Any]:
    """Return the weights and the bundle of a model; None is the bundled one."""
    from paintassist.engines.dacon.engine import find_bundle, model_folders
    from paintassist.training.weights import bundle_weights

    bundle = find_bundle(model, model_folders())
    return bundle_weights(bundle), bundle


def row_text(row: dict[str, float]) -> str:
    """Return a row of the log for people."""
    return (
        f"step {row['step']:.0f}: loss {row['loss']:.3f}, right {row['hit']:.3f}, "
        f"held out {row['validation']:.3f}"
    )


def _teacher(arguments: argparse.Namespace) -> Any:
    if arguments.teacher is None:
        return None
    from paintassist.training.teacher import open_teacher

    return open_teacher(arguments.teacher)


def _drawings_facts(arguments: argparse.Namespace) -> dict[str, Any]:
    facts = {
        "scenes": arguments.scenes,
        "characters": arguments.characters,
        "data": arguments.data,
        "data_share": arguments.data_share if arguments.data else None,
        "hold_out": arguments.hold_out,
        "from_model": arguments.from_model,
        "teacher": arguments.teacher,
    }
    return {
        key: [str(item) for item in value] if isinstance(value, list) else _plain(value)
        for key, value in facts.items()
        if value is not None and value != []
    }


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else value
