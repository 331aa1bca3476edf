"""The stream of batches: batch number i depends on the seed and i alone.

So a run that was stopped goes on with the batches it would have had.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from typing import TypeVar

import cv2
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from paintassist.core.errors import InputError
from paintassist.engines.dacon.config import DaconConfig
from paintassist.training.batches import Batch, Sample, collate, make_sample
from paintassist.training.scenes import Scene
from paintassist.training.settings import TrainSettings
from paintassist.training.sources import SceneSource
from paintassist.training.teacher_inputs import TeacherLook

# So many scenes in a row may be unusable before a run gives up.
PATIENCE = 30
# What the numbers that seed a generator are for; they keep the streams apart.
SCENES, DISTORTIONS, VALIDATION = 1, 2, 3

Made = TypeVar("Made")


class StepBatches(Dataset[Batch]):
    """Batch i of a run.

    A scene serves in `settings.reuse` batches of one lane; there are as many lanes as
    workers, so that each worker draws its own scenes. The characters of a batch change one
    after the other.

    Parameters
    ----------
    sources : sequence of SceneSource
        Character number k of a batch comes from source k, counted round.
    """

    def __init__(
        self,
        sources: Sequence[SceneSource],
        settings: TrainSettings,
        config: DaconConfig,
        look: TeacherLook | None = None,
    ) -> None:
        self.sources, self.settings, self.config, self.look = sources, settings, config, look
        self._scenes: dict[tuple[int, int, int], tuple[int, Scene]] = {}

    def __getitem__(self, step: int) -> Batch:
        """Return batch `step`."""
        settings = self.settings
        lanes = max(1, settings.workers)
        rng = np.random.default_rng([settings.seed, DISTORTIONS, step])
        samples = [
            self._sample(step % lanes, slot, step // lanes, rng)
            for slot in range(settings.characters)
        ]
        return collate(samples, self.config, rng)

    def _sample(self, lane: int, slot: int, turn: int, rng: np.random.Generator) -> Sample:
        number = (turn + slot) // self.settings.reuse
        problem = "they have too few drawings, or drawings with too many segments"
        for attempt in range(PATIENCE):
            try:
                sample = make_sample(
                    self._scene(lane, slot, number, attempt),
                    self.settings.frames,
                    self.config,
                    rng,
                    most_segments=self.settings.most_segments,
                    look=self.look,
                )
            except InputError as error:
                problem = str(error)
                continue
            if sample is not None:
                return sample
        raise InputError(f"none of {PATIENCE} characters can be trained on: {problem}")

    def _scene(self, lane: int, slot: int, number: int, attempt: int) -> Scene:
        key = (lane, slot, attempt)
        kept = self._scenes.get(key)
        if kept is None or kept[0] != number:
            seeds = [self.settings.seed, SCENES, lane, slot, number, attempt]
            source = self.sources[slot % len(self.sources)]
            kept = (number, source.scene(np.random.default_rng(seeds)))
            if attempt == 0:
                old = [other for other in self._scenes if other[:2] == (lane, slot)]
                for other in old:
                    del self._scenes[other]
            self._scenes[key] = kept
        return kept[1]


class ValidationBatches(Dataset[Batch]):
    """Fixed, undistorted batches of one character each."""

    def __init__(
        self, source: SceneSource, config: DaconConfig, frames: int, most_segments: int, seed: int
    ) -> None:
        self.source, self.config, self.seed = source, config, seed
        self.frames, self.most_segments = frames, most_segments

    def __getitem__(self, index: int) -> Batch:
        """Return batch `index`."""
        for attempt in range(PATIENCE):
            rng = np.random.default_rng([self.seed, VALIDATION, index, attempt])
            scene = self.source.scene(rng)
            sample = make_sample(
                scene, self.frames, self.config, rng, plain=True, most_segments=self.most_segments
            )
            if sample is not None:
                return collate([sample], self.config)
        raise InputError(f"none of {PATIENCE} characters can be validated on")


class _Told(Dataset[Made | str]):
    """Hands over `InputError` as its sentence: a worker would wrap it in a traceback."""

    def __init__(self, inner: Dataset[Made]) -> None:
        self.inner = inner

    def __getitem__(self, index: int) -> Made | str:
        try:
            return self.inner[index]
        except InputError as error:
            return str(error)


def load_batches(
    dataset: Dataset[Batch], numbers: range, workers: int, *, pin: bool = False
) -> Generator[Batch]:
    """Yield batches in order, prepared by worker processes.

    Raises
    ------
    InputError
        What a worker could not use; or a worker ended, as it does without memory.
    """
    if workers:
        _prepare_to_fork()
    loader: DataLoader[Batch | str] = DataLoader(
        _Told(dataset),
        batch_size=None,
        sampler=numbers,
        num_workers=workers,
        prefetch_factor=2 if workers else None,
        pin_memory=pin,
        collate_fn=_as_it_is,
        worker_init_fn=_prepare_worker,
    )
    try:
        for made in loader:
            if isinstance(made, str):
                raise InputError(made)
            yield made
    except RuntimeError as error:
        if "DataLoader worker" not in str(error):
            raise
        raise InputError(
            f"a process that draws for the training has ended ({error}); "
            "if memory is short, use fewer --workers"
        ) from error


def _prepare_to_fork() -> None:
    """Let worker processes begin soundly.

    OpenCV's threads do not survive a fork, and a child that waits for them waits for ever:
    they end here, before it. Every tensor on its way from a worker is an open file: allow as
    many as we may.
    """
    cv2.setNumThreads(1)
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _as_it_is(made: Made) -> Made:
    return made


def _prepare_worker(number: int) -> None:
    """Leave all cores to all workers, and Ctrl-C to the trainer."""
    torch.set_num_threads(1)
    if multiprocessing.get_start_method() != "fork":
        cv2.setNumThreads(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def validation_batches(
    source: SceneSource,
    config: DaconConfig,
    count: int,
    frames: int = 4,
    seed: int = 99,
    *,
    most_segments: int = 200,
    workers: int = 0,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Batch]:
    """Draw fixed, undistorted batches of one character each."""
    dataset = ValidationBatches(source, config, frames, most_segments, seed)
    batches = []
    for batch in load_batches(dataset, range(count), min(workers, count)):
        batches.append(batch)
        progress(len(batches), count)
    return batches
