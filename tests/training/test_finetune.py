"""One character is learned from what is decided, and nothing is made worse."""

import time
from dataclasses import replace

import numpy as np
import pytest
import torch

from paintassist.core.errors import InputError
from paintassist.core.palette import pack_colors
from paintassist.core.references import segment_colors
from paintassist.core.segments import segment
from paintassist.training import finetune
from paintassist.training.finetune import (
    Figures,
    fine_tune,
    held_back_batch,
    hold_back,
    is_better,
    recipe,
)
from paintassist.training.scenes import LINE_SHADE, UNKNOWN, Painted, painted_scene
from paintassist.training.validation import Validation
from tests.engines.dacon.tiny import TINY_COMPACT, random_weights
from tests.training.figures import Discs, DiscsSource, Shift


def painted(x: int, y: int) -> Painted:
    drawn = Discs().draw(Shift(x, y), 96)
    segments = segment(drawn.inks)
    colors = pack_colors(segment_colors(segments, drawn.paint)[1:]).astype(np.int64)
    return Painted(segments.labels, segments.inks, colors)


DRAWINGS = [painted(n, 2 * n) for n in range(4)]


def figures(own: float, loss: float, rehearsal: float) -> Figures:
    return Figures(Validation(own, loss), Validation(rehearsal, 1.0))


def test_a_fifth_of_the_decided_segments_is_held_back() -> None:
    drawing = Painted(DRAWINGS[0].labels, DRAWINGS[0].inks, np.arange(20))
    drawing.colors[:10] = UNKNOWN

    held = hold_back(drawing, np.random.default_rng(0))

    assert held.sum() == 2
    assert not held[:10].any()


def test_held_back_segments_ask_and_never_answer() -> None:
    held = [hold_back(drawing, np.random.default_rng(n)) for n, drawing in enumerate(DRAWINGS)]

    batch, allowed = held_back_batch(DRAWINGS, held, TINY_COMPACT)

    back = np.concatenate(held)
    assert allowed.shape == (len(back), len(back))
    assert not allowed[~torch.from_numpy(back)].any()
    assert not allowed[:, torch.from_numpy(back)].any()
    assert allowed.any()
    # Their true colours are known to the validation alone.
    assert not (batch.colors == LINE_SHADE).any()


def test_undecided_segments_teach_nothing() -> None:
    drawing = Painted(DRAWINGS[0].labels, DRAWINGS[0].inks, DRAWINGS[0].colors.copy())
    drawing.colors[2] = UNKNOWN

    scene = painted_scene("x", [drawing, DRAWINGS[1]], 2)

    assert (scene.shades[0][drawing.labels == 3] == LINE_SHADE).all()
    assert not (scene.shades[0][drawing.labels == 2] == LINE_SHADE).any()


@pytest.mark.parametrize(
    ("after", "better"),
    [
        ((0.9, 1.0, 0.7), True),
        ((0.8, 1.0, 0.7), False),
        ((0.8, 0.9, 0.7), True),
        ((0.7, 0.1, 0.9), False),
        ((0.9, 0.1, 0.6), False),
    ],
)
def test_new_weights_have_to_help_and_not_to_harm(
    after: tuple[float, float, float], better: bool
) -> None:
    assert is_better(figures(0.8, 1.0, 0.7), figures(*after)) == better


def run(seconds: float, steps: int = 10**6) -> finetune.FineTuned:
    settings = replace(recipe(1, "cpu", 1, 0, 3e-3), steps=steps)
    return fine_tune(
        TINY_COMPACT,
        random_weights(TINY_COMPACT),
        DRAWINGS,
        4,
        DiscsSource(),
        settings,
        time.monotonic() + seconds,
    )


def test_it_stops_on_time_and_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finetune, "REHEARSAL_SCENES", 1)

    tuned = run(0.0)

    assert (tuned.steps, tuned.finished) == (1, True)
    assert 0 <= tuned.before.own.hit <= 1


def test_worse_weights_are_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finetune, "REHEARSAL_SCENES", 1)
    monkeypatch.setattr(finetune, "is_better", lambda before, after: False)

    tuned = run(0.0)

    assert not tuned.kept
    torch.testing.assert_close(dict(tuned.weights), random_weights(TINY_COMPACT))


@pytest.mark.parametrize("count", [0, 1])
def test_too_little_to_learn_from_is_told(count: int) -> None:
    settings = recipe(1, "cpu", 1, 0, 1e-3)

    with pytest.raises(InputError, match=f"{count} drawings to learn from"):
        fine_tune(
            TINY_COMPACT, {}, DRAWINGS[:count], count, DiscsSource(), settings, time.monotonic()
        )


def test_drawings_with_few_decisions_do_not_count() -> None:
    bare = Painted(DRAWINGS[0].labels, DRAWINGS[0].inks, np.full(7, UNKNOWN))
    settings = recipe(1, "cpu", 1, 0, 1e-3)

    with pytest.raises(InputError, match="1 drawings to learn from"):
        fine_tune(
            TINY_COMPACT, {}, [bare, DRAWINGS[1]], 2, DiscsSource(), settings, time.monotonic()
        )


def test_steps_lower_the_loss_of_what_was_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finetune, "REHEARSAL_SCENES", 1)

    tuned = run(float("inf"), steps=30)

    assert tuned.steps == 30
    assert tuned.after.own.loss < tuned.before.own.loss
