"""The colour-summed cross entropy by hand."""

import math

import pytest
import torch

from paintassist.training.losses import color_cross_entropy, reference_mask
from paintassist.training.scenes import LINE_SHADE


def test_references_are_other_frames_of_the_same_character() -> None:
    frame, group = torch.tensor([0, 1, 2]), torch.tensor([0, 0, 1])
    keep = torch.ones(3, 3, dtype=torch.bool)

    allowed = reference_mask(frame, group, torch.tensor([1, 1, 1]), keep)

    assert allowed.tolist() == [
        [False, True, False],
        [True, False, False],
        [False, False, False],
    ]


def test_unclear_segments_serve_no_one() -> None:
    keep = torch.ones(2, 2, dtype=torch.bool)

    allowed = reference_mask(
        torch.tensor([0, 1]), torch.tensor([0, 0]), torch.tensor([LINE_SHADE, 1]), keep
    )

    assert allowed.tolist() == [[False, True], [False, False]]


def test_decided_segments_serve_their_own_frame_but_not_themselves() -> None:
    frame, group = torch.tensor([0, 0, 0]), torch.tensor([0])
    decided = torch.tensor([True, True, False])

    allowed = reference_mask(
        frame, group, torch.tensor([1, 1, 1]), torch.ones(1, 1, dtype=torch.bool), decided
    )

    assert allowed.tolist() == [
        [False, True, False],
        [True, False, False],
        [True, True, False],
    ]


def test_probabilities_of_one_colour_are_summed() -> None:
    # One target, three references at equal similarity, two of them in its colour.
    vectors = torch.tensor([[1.0, 0], [0, 1], [0, 1], [0, 1]])
    colors = torch.tensor([5, 5, 5, 6])
    allowed = torch.zeros(4, 4, dtype=torch.bool)
    allowed[0, 1:] = True

    loss, _ = color_cross_entropy(vectors, colors, allowed, torch.tensor(0.1))

    assert float(loss) == pytest.approx(-math.log(2 / 3), abs=1e-5)


def test_a_colour_that_no_reference_has_is_left_out() -> None:
    vectors = torch.eye(2, requires_grad=True)
    allowed = torch.tensor([[False, True], [False, False]])

    loss, hit = color_cross_entropy(vectors, torch.tensor([1, 2]), allowed, torch.tensor(0.1))

    assert float(loss.detach()) == 0
    assert float(hit) == 0
