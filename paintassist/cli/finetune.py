"""`paintassist train --from-project`: teach the model one character."""

from __future__ import annotations

import argparse
import re
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paintassist.cli.common import progress_bar, tell
from paintassist.core.errors import InputError

if TYPE_CHECKING:
    from paintassist.training.finetune import FineTuned

TIME_BUDGET = 240.0
# Of the time budget, for reading, validating and writing the model, in seconds.
WRITING = 15.0
NAME = re.compile(r"[\w][\w .()-]{0,79}")


def fine_tune_from_project(arguments: argparse.Namespace, started: float) -> int:
    """Fine-tune and write the model into the user's folder of models."""
    from paintassist.cli.main import INTERRUPTED, OK
    from paintassist.cli.painted import read_project
    from paintassist.cli.train import RATE_OF_RUNS, model_weights
    from paintassist.resources import user_models_folder
    from paintassist.training import finetune
    from paintassist.training.generators import samplers
    from paintassist.training.settings import choose_device
    from paintassist.training.sources import GeneratedScenes

    folder = user_models_folder() / _name(arguments.name)
    drawings, near = read_project(arguments.from_project)
    weights, bundle = model_weights(arguments.from_model)
    rate = finetune.RATE if arguments.rate == RATE_OF_RUNS else arguments.rate
    settings = finetune.recipe(
        arguments.seed,
        choose_device(arguments.device),
        arguments.threads,
        arguments.workers,
        rate,
    )
    rehearsal = GeneratedScenes(samplers(arguments.characters, arguments.motions), drawings=6)
    end = started + max((arguments.time_budget or TIME_BUDGET) - WRITING, 1.0)
    with progress_bar("step") as progress:
        tuned = finetune.fine_tune(
            bundle.config,
            weights,
            drawings,
            near,
            rehearsal,
            settings,
            end,
            lambda share, loss: progress(round(100 * share), 100, f"loss {loss:.3f}"),
        )
    _tell_figures(tuned)
    if not tuned.finished:
        tell("stopped; nothing was written")
        return INTERRUPTED
    if not tuned.kept:
        tell(
            f"the new weights did not help, so model '{bundle.name}' stays as it is "
            "and no model was written; decide more segments and try again"
        )
        return OK
    _write(folder, bundle, tuned, arguments.from_project)
    tell(
        f"model '{folder.name}' written in {time.monotonic() - started:.0f} s; "
        f"use it with --model '{folder.name}'"
    )
    return OK


def _name(name: str | None) -> str:
    from paintassist.resources import models_folder

    if name is None:
        raise InputError("name the new model with --name, for example --name 'Aoi, cut 12'")
    if not NAME.fullmatch(name):
        raise InputError(
            f"'{name}' cannot be a model's name; use letters, digits, spaces and . ( ) - _"
        )
    if (models_folder() / name).exists():
        raise InputError(f"'{name}' is a bundled model; choose another --name")
    return name


def _tell_figures(tuned: FineTuned) -> None:
    before, after = tuned.before, tuned.after
    tell(
        f"{tuned.steps} steps; segments held back: {100 * before.own.hit:.1f} % right before, "
        f"{100 * after.own.hit:.1f} % after; drawn characters: "
        f"{100 * before.rehearsal.hit:.1f} % before, {100 * after.rehearsal.hit:.1f} % after"
    )


def _write(folder: Path, bundle: Any, tuned: FineTuned, project: Path) -> None:
    """Make the model beside its place and move it there; one of that name is replaced."""
    from dataclasses import asdict

    from paintassist.engines.dacon.bundle import CALIBRATION, WEIGHING
    from paintassist.engines.dacon.export import export_bundle

    # What was fitted for the old weights fits the new ones, which are near them, best.
    facts = {
        **{key: bundle.facts[key] for key in (CALIBRATION,) if key in bundle.facts},
        "licence": bundle.facts.get("licence", ""),
        "credits": bundle.facts.get("credits", ""),
        "made": {
            "fine_tuned_from": bundle.name,
            "project": project.name,
            "steps": tuned.steps,
            "before": asdict(tuned.before),
            "after": asdict(tuned.after),
        },
    }
    part = folder.with_name(f".{folder.name}.part")
    old = folder.with_name(f".{folder.name}.old")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in (part, old):
            shutil.rmtree(left, ignore_errors=True)
        if WEIGHING in bundle.files:
            part.mkdir()
            shutil.copyfile(bundle.path(WEIGHING), part / WEIGHING)
        export_bundle(part, folder.name, bundle.config, tuned.weights, facts, half=True)
        if folder.exists():
            folder.rename(old)
        part.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
        reason = error.strerror or str(error)
        raise InputError(
            f"the model cannot be written to {folder} ({reason}); make room and try again"
        ) from error
