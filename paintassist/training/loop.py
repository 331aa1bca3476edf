"""The training loop: steps, checkpoints, log rows, until time, steps or patience end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from paintassist.engines.dacon.export import export_bundle
from paintassist.training.batches import Batch
from paintassist.training.record import versions, write_record
from paintassist.training.sources import SceneSource
from paintassist.training.stopping import Stop, stop_on_signals
from paintassist.training.stream import StepBatches, load_batches
from paintassist.training.trainer import Trainer
from paintassist.training.validation import validate

Report = Callable[[dict[str, float]], None]
StepReport = Callable[[int, float], None]
# Of the time budget, kept for the end of the process, in seconds.
LEAVING = 3.0


class Clock:
    """A time budget, and how much of it the end of the run will need.

    Parameters
    ----------
    budget : float or None
        Seconds from `start`; None = endless.
    start : float
        `time.monotonic()` of when the budget began.
    """

    def __init__(self, budget: float | None, start: float | None = None) -> None:
        self.start = time.monotonic() if start is None else start
        self.end = float("inf") if budget is None else self.start + budget
        self._reserve = 0.0

    def needs(self, seconds: float) -> None:
        """Say how long validation and saving take; the longest counts."""
        self._reserve = max(self._reserve, LEAVING + 1.3 * seconds)

    @property
    def is_over(self) -> bool:
        """Whether it is time to save and leave."""
        return time.monotonic() + self._reserve >= self.end


@dataclass(frozen=True)
class _Tell:
    """Who is told of what; see `train`."""

    report: Report
    each_step: StepReport
    facts: Mapping[str, Any]


def train(
    trainer: Trainer,
    sources: Sequence[SceneSource],
    validation: Sequence[Batch],
    clock: Clock | None = None,
    report: Report = lambda row: None,
    each_step: StepReport = lambda step, loss: None,
    facts: Mapping[str, Any] | None = None,
) -> bool:
    """Train until the settings' steps or the time budget are used up, or Ctrl-C.

    Parameters
    ----------
    trainer : Trainer
    sources : sequence of SceneSource
        See `StepBatches`.
    validation : sequence of Batch
    clock : Clock, optional
    report : callable
        Gets every row of the log.
    each_step : callable
        Gets the number of steps done and a recent loss, a few times a second.
    facts : mapping, optional
        See `write_record`.

    Returns
    -------
    bool
        False if it was asked to stop before it was done; what it has is saved.

    Raises
    ------
    InputError
        If the drawings cannot be used or the folder cannot be written; the last checkpoint
        is intact.
    """
    settings = trainer.settings
    look = trainer.teacher.look if trainer.teacher else None
    dataset = StepBatches(sources, settings, trainer.config, look)
    numbers = range(trainer.step, settings.steps)
    pin = trainer.device.type == "cuda"
    with (
        stop_on_signals() as stop,
        closing(load_batches(dataset, numbers, settings.workers, pin=pin)) as batches,
    ):
        tell = _Tell(report, each_step, facts or {})
        return _run(trainer, batches, validation, clock or Clock(None), stop, tell)


def _run(
    trainer: Trainer,
    batches: Iterator[Batch],
    validation: Sequence[Batch],
    clock: Clock,
    stop: Stop,
    tell: _Tell,
) -> bool:
    settings = trainer.settings
    recent: list[dict[str, Tensor]] = []
    shown = saved = time.monotonic()
    for batch in batches:
        before = time.monotonic()
        recent.append(trainer.train_step(batch))
        now = time.monotonic()
        # Validation looks at a few times as many drawings as a step, forward only.
        clock.needs(2 * (now - before))
        if now - shown > 0.3:
            shown = now
            tell.each_step(trainer.step, float(recent[-1]["loss"]))
        done = trainer.step >= settings.steps or clock.is_over or stop.asked
        if trainer.step % settings.validate_every == 0 or done:
            row = {name: float(torch.stack([r[name] for r in recent]).mean()) for name in recent[0]}
            recent = []
            trainer.save()
            row["step"] = trainer.step
            row["validation"] = validate(trainer.averaged_net(), validation).hit
            row["seconds"] = time.time()
            write_record(trainer, row, tell.facts)
            saved = time.monotonic()
            clock.needs(saved - now)
            tell.report(row)
        elif now - saved > settings.save_every:
            trainer.save()
            saved = time.monotonic()
        if done:
            break
    return not stop.asked


def export(trainer: Trainer, folder: Path, name: str) -> None:
    """Write the averaged weights as a model bundle that the engine can open."""
    facts = {
        "licence": "Apache-2.0",
        "made": {
            "steps": trainer.step,
            "settings": asdict(trainer.settings),
            "versions": versions(),
        },
    }
    weights = {name: value.cpu() for name, value in trainer.average.items()}
    export_bundle(folder, name, trainer.config, weights, facts, half=True)
