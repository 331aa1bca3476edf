"""Batch i depends on the seed and i alone."""

from dataclasses import fields, replace

import numpy as np
import pytest
import torch

from paintassist.core.errors import InputError
from paintassist.training.batches import Batch
from paintassist.training.scenes import Scene
from paintassist.training.settings import TrainSettings
from paintassist.training.stream import StepBatches, load_batches, validation_batches
from tests.engines.dacon.tiny import TINY_COMPACT
from tests.training.figures import DiscsSource, discs_scene

SETTINGS = TrainSettings(characters=2, frames=3, workers=0)


class Counting:
    """Counts the scenes it hands out."""

    def __init__(self) -> None:
        self.count = 0

    def scene(self, rng: np.random.Generator) -> Scene:
        self.count += 1
        return discs_scene()


class Broken:
    """Has nothing but a sentence."""

    def scene(self, rng: np.random.Generator) -> Scene:
        raise InputError("the drawings are gone; bring them back")


def same(one: Batch, other: Batch) -> bool:
    return all(
        torch.equal(getattr(one, item.name), getattr(other, item.name)) for item in fields(Batch)
    )


def stream(settings: TrainSettings = SETTINGS) -> StepBatches:
    return StepBatches([DiscsSource()], settings, TINY_COMPACT)


def test_a_batch_is_the_same_wherever_the_run_began() -> None:
    whole = list(load_batches(stream(), range(4), 0))
    rest = list(load_batches(stream(), range(2, 4), 0))

    assert same(whole[2], rest[0])
    assert same(whole[3], rest[1])
    assert not same(whole[0], whole[1])


def test_another_seed_is_another_stream() -> None:
    assert not same(stream()[0], stream(replace(SETTINGS, seed=2))[0])


def test_workers_prepare_the_same_batches_in_order() -> None:
    settings = replace(SETTINGS, workers=2)
    alone = list(load_batches(stream(settings), range(4), 0))
    together = list(load_batches(stream(settings), range(4), 2))

    assert all(same(one, other) for one, other in zip(alone, together, strict=True))


@pytest.mark.parametrize(("reuse", "drawn"), [(1, 16), (4, 5)])
def test_a_scene_serves_several_steps(reuse: int, drawn: int) -> None:
    source = Counting()
    settings = replace(SETTINGS, reuse=reuse)
    batches = StepBatches([source], settings, TINY_COMPACT)

    for step in range(8):
        batches[step]

    assert source.count == drawn


def test_characters_come_from_the_sources_in_turn() -> None:
    one, other = Counting(), Counting()
    batches = StepBatches([one, other], replace(SETTINGS, characters=3), TINY_COMPACT)

    batches[0]

    assert (one.count, other.count) == (2, 1)


@pytest.mark.parametrize("workers", [0, 1])
def test_what_a_worker_cannot_use_is_one_sentence(workers: int) -> None:
    settings = replace(SETTINGS, workers=workers)
    batches = StepBatches([Broken()], settings, TINY_COMPACT)

    with pytest.raises(InputError, match="bring them back") as told:
        list(load_batches(batches, range(1), workers))
    assert "Traceback" not in str(told.value)


def test_drawings_with_too_many_segments_are_told() -> None:
    batches = StepBatches([DiscsSource()], replace(SETTINGS, most_segments=5), TINY_COMPACT)

    with pytest.raises(InputError, match="too many segments"):
        batches[0]


def test_validation_batches_are_fixed_and_plain() -> None:
    one = validation_batches(DiscsSource(), TINY_COMPACT, 2, frames=2)
    other = validation_batches(DiscsSource(), TINY_COMPACT, 2, frames=2)

    assert len(one) == 2
    assert all(same(a, b) for a, b in zip(one, other, strict=True))
