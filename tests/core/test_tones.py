"""First the part is matched, then the tone comes from the palette's row."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from paintassist.core.marks import (
    NO_PART,
    Marks,
    no_marks,
)
from paintassist.core.palette import PaletteEntry, Role
from paintassist.core.shade import Shade
from paintassist.core.tones import constrain, tones_of

UNSAID, LIGHT, NORMAL, SHADOW = Shade.UNSAID, Shade.HIGHLIGHT, Shade.NORMAL, Shade.SHADOW


def entry(value: int, part: str, role: Role) -> PaletteEntry:
    return PaletteEntry((value, 0, 0, 255), "", part, role)


# 0, 1, 2 are hair; 3, 4 skin without highlight; 5 belongs to nothing.
PALETTE = [
    entry(10, "hair", Role.HIGHLIGHT),
    entry(20, "hair", Role.NORMAL),
    entry(30, "hair", Role.SHADOW_1),
    entry(40, "skin", Role.NORMAL),
    entry(50, "skin", Role.SHADOW_1),
    PaletteEntry((60, 0, 0, 255)),
]
TONES = tones_of(PALETTE)


def said(shade: int = UNSAID, part: str = "", rows: int = 1) -> Marks:
    return Marks(
        np.full(rows, shade, np.uint8),
        np.full(rows, 0 if part else NO_PART, np.int32),
        (part,) if part else (),
    )


def chosen(votes: list[float], marks: Marks) -> tuple[int, float, int]:
    """Return the winner, its vote and whose vote it is."""
    held, origin = constrain(np.array([votes], np.float32), TONES, marks, unknown=0.3)
    best = int(held[0].argmax())
    return best, float(held[0, best]), int(origin[0, best])


class TestConstrain:
    def test_nothing_said_leaves_the_votes(self) -> None:
        votes = np.array([[0.1, 0.2, 0.3, 0.4, 0.5, 0.6]], np.float32)
        held, origin = constrain(votes, TONES, no_marks(1), 0.3)
        np.testing.assert_array_equal(held, votes)
        assert origin.tolist() == [[0, 1, 2, 3, 4, 5]]

    def test_the_tone_takes_the_vote_of_its_part(self) -> None:
        assert chosen([0.1, 0.9, 0.2, 0.5, 0.4, 0.3], said(SHADOW)) == (
            2,
            pytest.approx(0.9),
            1,
        )

    def test_a_part_without_the_tone_keeps_its_votes(self) -> None:
        assert chosen([0.1, 0.2, 0.2, 0.9, 0.4, 0.3], said(LIGHT))[0] == 3

    def test_a_second_shadow_falls_back_on_the_first(self) -> None:
        assert chosen([0.1, 0.9, 0.2, 0.5, 0.4, 0.3], said(Shade.SHADOW_2))[0] == 2

    def test_either_shadow_leaves_the_choice_to_the_votes(self) -> None:
        tones = tones_of([*PALETTE[:3], entry(35, "hair", Role.SHADOW_2)])
        votes = np.array([[0.1, 0.9, 0.2, 0.4]], np.float32)
        held, origin = constrain(votes, tones, said(SHADOW), 0.3)
        assert held.argmax() == 3
        assert held[0, 2] == pytest.approx(0.2)
        assert origin[0, 3] == 1

    def test_colours_without_a_part_stay_in_the_race(self) -> None:
        assert chosen([0.1, 0.2, 0.2, 0.3, 0.4, 0.9], said(SHADOW))[0] == 5

    def test_a_marked_part_is_the_only_one(self) -> None:
        assert chosen([0.1, 0.9, 0.2, 0.5, 0.4, 0.95], said(part="skin"))[0] == 3

    def test_a_part_that_no_reference_shows_is_proposed_by_its_plain_tone(self) -> None:
        votes = [0.1, 0.9, 0.2, -np.inf, -np.inf, 0.1]
        assert chosen(votes, said(part="skin"))[:2] == (3, pytest.approx(0.3))

    def test_an_unknown_part_limits_nothing(self) -> None:
        assert chosen([0.1, 0.9, 0.2, 0.5, 0.4, 0.3], said(part="boots"))[0] == 1

    def test_part_and_shade_together(self) -> None:
        assert chosen([0.1, 0.9, 0.2, 0.5, 0.4, 0.3], said(SHADOW, "skin"))[0] == 4

    def test_a_tone_that_no_reference_shows_can_win(self) -> None:
        held, origin = constrain(
            np.array([[0.2, 0.9]], np.float32), TONES, said(SHADOW), unknown=0.3
        )
        assert held.shape == (1, 6)
        assert (held[0].argmax(), origin[0, 2]) == (2, 1)

    def test_a_colour_of_two_parts_counts_for_the_part_that_is_marked(self) -> None:
        shirt = [entry(10, "shirt", Role.NORMAL), entry(70, "shirt", Role.SHADOW_1)]
        tones = tones_of([*PALETTE, *shirt])
        votes = np.array([[0.9, -np.inf, -np.inf, 0.5, -np.inf, -np.inf]], np.float32)

        def winner(shade: int) -> tuple[int, int]:
            held, origin = constrain(votes, tones, said(shade, "shirt"), unknown=0.3)
            best = int(held[0].argmax())
            assert held[0, best] == np.float32(0.9)
            return best, int(origin[0, best])

        assert winner(UNSAID) == (6, 0)
        assert winner(Shade.SHADOW_1) == (7, 0)

    @given(
        votes=arrays(np.float32, (4, 6), elements=st.floats(-1, 1, width=32)),
        shades=arrays(np.uint8, 4, elements=st.sampled_from(list(Shade))),
    )
    def test_the_best_vote_of_a_row_is_never_lost(
        self, votes: NDArray[np.float32], shades: NDArray[np.uint8]
    ) -> None:
        marks = Marks(shades, np.full(4, NO_PART, np.int32))
        held, origin = constrain(votes, TONES, marks, 0.3)
        np.testing.assert_array_equal(held.max(axis=1), votes.max(axis=1))
        rows, colors = np.nonzero(np.isfinite(held))
        np.testing.assert_array_equal(held[rows, colors], votes[rows, origin[rows, colors]])


class TestWords:
    def test_a_word_means_every_part_that_has_it(self) -> None:
        tones = tones_of([entry(1, "fringe on hair", Role.NORMAL), entry(2, "Hair", Role.NORMAL)])
        assert tones.rows_called("hair").tolist() == [1]
        assert tones.rows_called("fringe").tolist() == [0]
        assert tones.rows_called("air").tolist() == []
