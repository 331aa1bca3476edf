"""Teaching the model one character from what a painter has decided, without forgetting.

Every step sees distorted drawings of the character and, as a rehearsal, of drawn ones. A
fifth of the decided segments is held back: the new weights are kept only if they match
those better than the old ones did, and drawn characters nearly as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from paintassist.core.errors import InputError
from paintassist.core.segments import segments_from_labels
from paintassist.engines.dacon.config import DaconConfig
from paintassist.engines.dacon.inputs import compact_inputs
from paintassist.engines.dacon.network import CompactNet
from paintassist.training.batches import FEWEST_SEGMENTS, Batch, Sample, collate
from paintassist.training.losses import reference_mask
from paintassist.training.scenes import LINE_SHADE, UNKNOWN, Painted, painted_scene
from paintassist.training.settings import TrainSettings
from paintassist.training.sources import FixedScene, SceneSource
from paintassist.training.stopping import stop_on_signals
from paintassist.training.stream import StepBatches, load_batches, validation_batches
from paintassist.training.trainer import Trainer
from paintassist.training.validation import Validation, match, validate

# Of the decided segments, held back for validation.
HELD_BACK = 0.2
# Segments to decide on; fewer say little.
FEWEST_HELD_BACK = 3
# How many drawings validate at once; the network sees all of them.
MOST_DRAWINGS = 12
# Share of right colours that drawn characters may lose.
FORGETTING = 0.02
REHEARSAL_SCENES = 6
# What comes of it is measured in docs/model.md; the values are not tuned.
RATE, WARMUP, CHARACTERS, FRAMES, MOST_SEGMENTS = 3e-4, 10, 2, 4, 500


@dataclass(frozen=True)
class Figures:
    """How well some weights match.

    Attributes
    ----------
    own : Validation
        The segments held back of the character.
    rehearsal : Validation
        Drawn characters.
    """

    own: Validation
    rehearsal: Validation


@dataclass(frozen=True, eq=False)
class FineTuned:
    """What came of it.

    Attributes
    ----------
    weights : mapping of str to Tensor
        The new ones, or the old ones if those were better.
    before, after : Figures
        Of the old weights and of the new ones, kept or not.
    kept : bool
        Whether the new ones are kept.
    steps : int
    finished : bool
        False if it was asked to stop.
    """

    weights: Mapping[str, Tensor]
    before: Figures
    after: Figures
    kept: bool
    steps: int
    finished: bool


def is_better(before: Figures, after: Figures) -> bool:
    """Tell whether new weights help the character and do not harm drawn ones."""
    if after.rehearsal.hit < before.rehearsal.hit - FORGETTING:
        return False
    if after.own.hit != before.own.hit:
        return after.own.hit > before.own.hit
    return after.own.loss < before.own.loss


def fine_tune(
    config: DaconConfig,
    weights: Mapping[str, Tensor],
    drawings: Sequence[Painted],
    near: int,
    rehearsal: SceneSource,
    settings: TrainSettings,
    end: float,
    each_step: Callable[[float, float], None] = lambda share, loss: None,
) -> FineTuned:
    """Teach weights one character.

    Parameters
    ----------
    drawings : sequence of Painted
        Of the character; the first `near` are neighbours in a clip.
    rehearsal : SceneSource
        What not to forget.
    settings : TrainSettings
        Of which seed, device, threads, workers and precision count; see `recipe`.
    end : float
        `time.monotonic()` at which to have finished.
    each_step : callable
        Gets the share of the time that is over, and a recent loss.

    Raises
    ------
    InputError
        If too little is decided to learn from it.
    """
    rng = np.random.default_rng(settings.seed)
    usable, near = _usable(drawings, near)
    held = [hold_back(drawing, rng) for drawing in usable]
    _check(usable, held)
    own = held_back_batch(usable, held, config)
    drawn = validation_batches(rehearsal, config, REHEARSAL_SCENES, workers=settings.workers)
    shown = [_without(d, mask) for d, mask in zip(usable, held, strict=True)]
    scene = FixedScene(painted_scene("project", shown, near))
    trainer = Trainer(Path(), settings, config)
    trainer.start_from(weights)
    before = _figures(trainer.averaged_net(), own, drawn)
    dataset = StepBatches([scene, rehearsal], settings, config)
    start = time.monotonic()
    with (
        stop_on_signals() as stop,
        closing(load_batches(dataset, range(settings.steps), settings.workers)) as batches,
    ):
        for batch in batches:
            now = time.monotonic()
            share = min(1.0, (now - start) / max(end - start, 1e-9))
            row = trainer.train_step(batch, share)
            each_step(share, float(row["loss"]))
            if time.monotonic() >= end or stop.asked:
                break
    after = _figures(trainer.averaged_net(), own, drawn)
    kept = is_better(before, after) and not stop.asked
    chosen = {name: value.cpu() for name, value in trainer.average.items()} if kept else weights
    return FineTuned(chosen, before, after, kept, trainer.step, not stop.asked)


def recipe(seed: int, device: str, threads: int, workers: int, rate: float) -> TrainSettings:
    """Return the settings for fine-tuning; it ends by time, not by steps."""
    return TrainSettings(
        steps=10**6,
        characters=CHARACTERS,
        frames=FRAMES,
        rate=rate,
        warmup=WARMUP,
        seed=seed,
        device=device,
        threads=threads,
        workers=workers,
        # The character's drawings are at hand; drawn ones cost more than distorting them.
        reuse=4,
        most_segments=MOST_SEGMENTS,
    )


def hold_back(drawing: Painted, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Choose a fifth of the decided segments of a drawing, (N,) bool."""
    decided = np.flatnonzero(drawing.colors != UNKNOWN)
    chosen = rng.permutation(decided)[: round(HELD_BACK * len(decided))]
    held = np.zeros(len(drawing.colors), np.bool_)
    held[chosen] = True
    return held


def held_back_batch(
    drawings: Sequence[Painted], held: Sequence[NDArray[np.bool_]], config: DaconConfig
) -> tuple[Batch, Tensor]:
    """Return the drawings as one batch, and which column may serve which held-back row."""
    rows = range(len(drawings))[:MOST_DRAWINGS]
    table = np.unique(np.concatenate([drawing.colors for drawing in drawings]))
    table = table[table != UNKNOWN]
    inputs, colors = [], []
    for row in rows:
        drawing = drawings[row]
        segments = segments_from_labels(drawing.labels, drawing.inks)
        inputs.append(compact_inputs(segments, config.side, config.stem))
        number = np.searchsorted(table, drawing.colors)
        number[drawing.colors == UNKNOWN] = LINE_SHADE
        colors.append(number)
    batch = collate([Sample(inputs, colors, [])], config)
    back = torch.from_numpy(np.concatenate([held[row] for row in rows]))
    allowed = reference_mask(batch.frame, batch.group, batch.colors, batch.keep)
    return batch, allowed & back[:, None] & ~back[None]


def _usable(drawings: Sequence[Painted], near: int) -> tuple[list[Painted], int]:
    """Leave out drawings with too few decided segments or too many segments."""
    fits = [
        (drawing.colors != UNKNOWN).sum() >= FEWEST_SEGMENTS
        and len(drawing.colors) <= MOST_SEGMENTS
        for drawing in drawings
    ]
    usable = [drawing for drawing, fit in zip(drawings, fits, strict=True) if fit]
    return usable, sum(fits[:near])


def _check(drawings: Sequence[Painted], held: Sequence[NDArray[np.bool_]]) -> None:
    back = sum(int(mask.sum()) for mask in held)
    if len(drawings) < 2 or back < FEWEST_HELD_BACK:
        decided = sum(int((drawing.colors != UNKNOWN).sum()) for drawing in drawings)
        raise InputError(
            f"the project has {len(drawings)} drawings to learn from, with {decided} decided "
            "segments; paint or accept those of at least two drawings first, "
            f"{round(FEWEST_HELD_BACK / HELD_BACK)} or more"
        )


def _without(drawing: Painted, held: NDArray[np.bool_]) -> Painted:
    return replace(drawing, colors=np.where(held, UNKNOWN, drawing.colors))


def _figures(net: CompactNet, own: tuple[Batch, Tensor], drawn: Sequence[Batch]) -> Figures:
    return Figures(match(net, *own), validate(net, drawn))
