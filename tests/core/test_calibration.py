"""Confidences that are probabilities: the map, its fit, and how it is judged."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.calibration import (
    EDGES,
    IDENTITY,
    MOST_KNOTS,
    Calibration,
    calibrated,
    calibration_from_dict,
    expected_calibration_error,
    fit_calibration,
    reliability,
    share_at_precision,
)
from paintassist.core.errors import InputError
from paintassist.core.matching import NO_COLOR, Proposals


@st.composite
def outcomes(draw):
    """Raw confidences with many ties, and whether each proposal was right."""
    count, steps = draw(st.integers(1, 400)), draw(st.sampled_from([1, 3, 50, 10_000]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    raw = (rng.integers(0, steps + 1, count) / steps).astype(np.float32)
    right = rng.random(count) < raw ** draw(st.sampled_from([0.0, 0.3, 1.0, 3.0, 50.0]))
    return raw, right


def observed(*blocks):
    """Proposals in blocks of raw confidence, how many there are, and how many are right."""
    raw = np.concatenate([np.full(count, value) for value, count, _ in blocks])
    right = np.concatenate([np.arange(count) < hits for _, count, hits in blocks])
    return raw, right


class TestMap:
    def test_the_identity_changes_nothing(self):
        raw = np.array([0, 0.25, 0.999, 1], np.float32)
        assert np.array_equal(IDENTITY(raw), raw)
        assert IDENTITY(raw).dtype == np.float32

    def test_between_knots_it_is_straight(self):
        bent = Calibration((0.0, 0.5, 1.0), (0.2, 0.8, 0.9))
        found = bent(np.array([0, 0.25, 0.5, 0.75, 1]))
        assert found == pytest.approx([0.2, 0.5, 0.8, 0.85, 0.9])

    @pytest.mark.parametrize(
        ("raw", "sure"),
        [
            ((0, 1), (0, 0.5, 1)),
            ((0,), (0,)),
            ((0, 0.5, 0.5, 1), (0, 0.1, 0.2, 1)),
            ((0, 0.5, 1), (0.3, 0.3, 1)),
            ((0.1, 1), (0, 1)),
            ((0, 0.9), (0, 1)),
            ((0, 1), (-0.1, 1)),
            ((0, 1), (0, 1.1)),
            ((0, np.nan, 1), (0, 0.5, 1)),
            (np.linspace(0, 1, MOST_KNOTS + 1), np.linspace(0, 1, MOST_KNOTS + 1)),
        ],
    )
    def test_knots_that_do_not_rise_from_0_to_1_are_refused(self, raw, sure):
        with pytest.raises(InputError, match="cannot be used"):
            Calibration(tuple(raw), tuple(sure))

    def test_an_infinite_unknown_is_refused(self):
        with pytest.raises(InputError, match="unknown must be finite"):
            Calibration(unknown=float("inf"))

    @given(outcomes(), st.none() | st.floats(-5, 5))
    def test_it_survives_a_manifest(self, case, unknown):
        fitted = fit_calibration(*case)
        one = Calibration(fitted.raw, fitted.sure, unknown)
        assert calibration_from_dict(json.loads(json.dumps(one.as_dict()))) == one

    @pytest.mark.parametrize(
        "data",
        [
            [],
            {},
            {"raw": [0, 1]},
            {"raw": [0, 1], "sure": [0, 1], "more": 1},
            {"raw": "01", "sure": [0, 1]},
            {"raw": [0, "1"], "sure": [0, 1]},
            {"raw": [False, True], "sure": [0, 1]},
            {"raw": [0, 1], "sure": [0, 1], "unknown": "0"},
            {"raw": [0, 1], "sure": [1, 0]},
        ],
    )
    def test_anything_else_is_refused(self, data):
        with pytest.raises(InputError, match="calibration"):
            calibration_from_dict(data)

    def test_where_nothing_is_proposed_there_is_no_confidence(self):
        proposals = Proposals(
            np.array([4, NO_COLOR], np.int32),
            np.zeros(2, np.float32),
            np.array([7, -1]),
            np.full((2, 3), NO_COLOR, np.int32),
        )
        found = calibrated(proposals, Calibration((0.0, 1.0), (0.25, 0.75)))
        assert found.confidence.tolist() == [0.25, 0]
        assert found.confidence.dtype == np.float32
        assert found.color is proposals.color


class TestFit:
    def test_shares_become_probabilities(self):
        raw = np.repeat([0.2, 0.6, 0.9], 100)
        right = np.arange(300) % 100 < np.repeat([50, 80, 99], 100)
        fitted = fit_calibration(raw, right)
        assert fitted(np.array([0.2, 0.6, 0.9])) == pytest.approx([0.5, 0.8, 0.985], abs=0.005)

    def test_a_dip_is_pooled(self):
        raw = np.repeat([0.2, 0.6, 0.9], 100)
        right = np.arange(300) % 100 < np.repeat([60, 40, 90], 100)
        fitted = fit_calibration(raw, right)
        assert fitted(np.array([0.4, 0.9])) == pytest.approx([0.5, 0.895], abs=0.005)

    @pytest.mark.parametrize("count", [1, 10, 1000])
    def test_only_evidence_brings_certainty(self, count):
        fitted = fit_calibration(np.ones(count), np.ones(count, np.bool_))
        assert 1 - fitted.sure[-1] == pytest.approx(0.5 / (count + 1), rel=0.01)

    def test_a_few_lucky_ones_at_the_top_do_not_count_for_more(self):
        raw = np.r_[np.linspace(0.5, 0.8, 200), np.full(5, 0.99)]
        right = np.r_[np.arange(200) % 2 == 0, np.ones(5, np.bool_)]
        assert fit_calibration(raw, right)(np.array([1.0]))[0] < 0.65

    def test_few_that_are_all_right_do_not_fall_below_many_that_nearly_are(self):
        fitted = fit_calibration(*observed((0.2, 1000, 999), (0.9, 30, 30)))
        assert fitted.raw == pytest.approx((0, 0.2, 0.9, 1))
        assert fitted.sure == pytest.approx([999.5 / 1001] * 4, abs=1.1e-3)

    def test_a_small_block_goes_to_its_neighbour_and_the_large_ones_stay(self):
        fitted = fit_calibration(*observed((0.1, 1000, 500), (0.2, 1000, 510), (0.9, 20, 20)))
        assert fitted.raw == pytest.approx((0, 0.1, (200 + 18) / 1020, 1))

    def test_what_differs_least_for_its_numbers_is_merged(self):
        few = [(0.1, 1000, 500), (0.2, 1000, 520), (0.8, 1000, 980), (0.9, 1000, 995)]
        assert fit_calibration(*observed(*few), knots=5).raw == pytest.approx(
            (0, 0.15, 0.8, 0.9, 1)
        )

    @given(outcomes(), st.integers(3, MOST_KNOTS))
    def test_it_is_a_map_that_keeps_every_order(self, case, knots):
        raw, right = case
        fitted = fit_calibration(raw, right, knots)
        assert 2 <= len(fitted.raw) <= knots
        assert fitted.sure[-1] < 1
        ladder = np.linspace(0, 1, 1001)
        assert (np.diff(np.interp(ladder, fitted.raw, fitted.sure)) > 0).all()

    @given(outcomes())
    def test_the_order_of_the_proposals_does_not_matter(self, case):
        raw, right = case
        back = fit_calibration(raw[::-1], right[::-1])
        assert back.raw == pytest.approx(fit_calibration(raw, right).raw)
        assert back.sure == pytest.approx(fit_calibration(raw, right).sure)

    @pytest.mark.parametrize("power", [0.2, 1.0, 4.0])
    def test_it_holds_for_proposals_it_has_not_seen(self, power):
        rng = np.random.default_rng(3)
        raw = rng.random(40_000) ** 0.3
        right = rng.random(40_000) < raw**power
        fitted = fit_calibration(raw[::2], right[::2])
        assert expected_calibration_error(fitted(raw[1::2]), right[1::2]) < 0.02

    @pytest.mark.parametrize(
        ("raw", "right", "knots"),
        [([], [], 5), ([0.5], [True, False], 5), ([0.5], [True], 2), ([1.5], [True], 5)],
    )
    def test_nothing_to_fit_to(self, raw, right, knots):
        with pytest.raises(ValueError, match="must"):
            fit_calibration(np.array(raw), np.array(right, np.bool_), knots)


class TestReliability:
    def test_bins(self):
        confidence = np.array([0.1, 0.3, 0.5, 0.7, 1.0], np.float32)
        right = np.array([False, True, True, False, True])
        found = reliability(confidence, right, (0, 0.5, 0.9, 1))
        assert found.count.tolist() == [2, 2, 1]
        assert found.confidence == pytest.approx([0.2, 0.6, 1.0])
        assert found.right == pytest.approx([0.5, 0.5, 1.0])
        assert found.error == pytest.approx((2 * 0.3 + 2 * 0.1 + 0) / 5)

    def test_an_edge_belongs_to_the_bin_above(self):
        found = reliability(np.array(EDGES, np.float32), np.ones(len(EDGES), np.bool_))
        assert found.count.tolist() == [1] * (len(EDGES) - 2) + [2]

    def test_no_proposals_are_no_error(self):
        found = reliability(np.empty(0, np.float32), np.empty(0, np.bool_))
        assert found.count.sum() == 0
        assert found.error == 0

    @given(outcomes())
    def test_error_is_at_least_the_gap_of_the_means_and_at_most_one(self, case):
        raw, right = case
        error = expected_calibration_error(raw, right)
        assert abs(float(raw.mean(dtype=np.float64)) - right.mean()) - 1e-6 <= error <= 1
        assert reliability(raw, right).count.sum() == len(raw)


class TestShareAtPrecision:
    def test_from_the_surest_down(self):
        confidence = np.array([0.9, 0.8, 0.7, 0.6, 0.5])
        right = np.array([True, True, False, True, False])
        found = share_at_precision(confidence, right, 0.75)
        assert (found.share, found.threshold) == (0.8, 0.6)
        assert share_at_precision(confidence, right, 0.99).share == 0.4

    def test_equals_are_accepted_together(self):
        found = share_at_precision(np.full(4, 0.5), np.array([True, True, True, False]), 0.99)
        assert (found.share, found.threshold) == (0, None)

    def test_of_nothing_nothing(self):
        assert share_at_precision(np.empty(0), np.empty(0, np.bool_), 0.9).threshold is None

    @given(outcomes(), st.floats(0, 1))
    def test_it_is_what_trying_every_threshold_finds(self, case, precision):
        raw, right = case
        found = share_at_precision(raw, right, precision)
        good = [t for t in np.unique(raw) if right[raw >= t].mean() >= precision - 1e-9]
        assert found.threshold == (min(good) if good else None)
        assert found.share == ((raw >= min(good)).mean() if good else 0)
