"""What open frames pass on to each other, alone and through the matcher."""

from __future__ import annotations

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from paintassist.core.marks import Marks
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import PaletteEntry, Role
from paintassist.core.shade import Shade
from paintassist.core.tones import tones_of
from paintassist.document import relay as relay_module
from paintassist.document.matcher import Matcher
from paintassist.document.pages import Page
from paintassist.document.relay import (
    Links,
    Masses,
    Station,
    Stop,
    is_settled,
    link_of,
    pairs_of,
    relay,
    widened,
)
from paintassist.engines.base import Features
from tests.fakes import FakeEngine

VOTING = 0.1
CHAIN = [(name, f"page {name}") for name in ("a", "b", "c")]
# Alike, and unlike: exp(0.9 / 0.1) is 3,000 times exp(0.1 / 0.1).
YES, NO = 0.9, 0.1


def table(*rows: tuple[float, ...]) -> NDArray[np.float32]:
    return np.array(rows, np.float32)


ALIKE = table((YES, NO), (NO, YES))
SWAPPED = table((NO, YES), (YES, NO))
UNSURE = table((0.5, 0.5), (0.5, 0.5))


def engine_of(**tables: NDArray[np.float32]) -> FakeEngine:
    """`ab=...` is how frame a finds the segments of frame b; everything else is unlike."""
    nothing = table((NO, NO), (NO, NO))
    names = ("a", "b", "c", "s")
    given = {(one, other): nothing for one in names for other in names}
    given |= {(pair[0], pair[1]): found for pair, found in tables.items()}
    return FakeEngine(tables=given, voting=VOTING, relays=True)


def matcher_of(engine: FakeEngine) -> Matcher:
    """Frames a, b and c lie open, of two segments each; sheet s shows colours 0 and 1."""
    matcher = Matcher(engine)
    for name in ("a", "b", "c"):
        matcher.add_target(name, Features(name, 2))
    matcher.set_reference("sheet", Features("s", 2), np.array([0, 1], np.int32))
    return matcher


def colors_of(matcher: Matcher, name: str) -> list[int]:
    return matcher.proposals(name).color.tolist()


def passed_on(matcher: Matcher) -> int:
    """Relay; return how many pieces of work it took."""
    return len(list(matcher.relay(CHAIN)))


class TestMatcher:
    def test_a_frame_that_is_sure_helps_those_on_both_sides(self) -> None:
        neighbours = {"ab": ALIKE, "ba": ALIKE, "bc": ALIKE, "cb": ALIKE}
        # The sheet shows b as it is; a and c it does not tell apart, and slightly wrong.
        astray = table((0.5, 0.55), (0.55, 0.5))
        matcher = matcher_of(engine_of(bs=ALIKE, **{"as": astray}, cs=astray, **neighbours))
        assert colors_of(matcher, "a") == colors_of(matcher, "c") == [1, 0]
        passed_on(matcher)
        assert [colors_of(matcher, name) for name in "abc"] == [[0, 1]] * 3

    def test_what_is_passed_on_reaches_the_frame_after_next(self) -> None:
        neighbours = {"ba": ALIKE, "cb": ALIKE}
        matcher = matcher_of(engine_of(**{"as": ALIKE}, bs=UNSURE, cs=UNSURE, **neighbours))
        passed_on(matcher)
        assert colors_of(matcher, "c") == [0, 1]
        assert matcher.proposals("c").confidence.min() > 0.5

    def test_nothing_is_passed_on_through_a_settled_frame(self) -> None:
        """It counts as a reference instead, for every frame alike."""
        neighbours = {"ba": ALIKE, "cb": ALIKE, "ca": UNSURE}
        matcher = matcher_of(engine_of(**{"as": ALIKE}, bs=UNSURE, cs=UNSURE, **neighbours))
        matcher.set_reference("page b", Features("b", 2), np.array([1, 0], np.int32))
        passed_on(matcher)
        assert colors_of(matcher, "c") == [1, 0]

    def test_a_correction_does_not_come_back_through_a_neighbour(self) -> None:
        """Segment 1 of a is corrected; b, which finds both segments alike, must not repeat it."""
        blurred = table((YES, YES), (YES, YES))
        engine = engine_of(**{"as": ALIKE}, ab=ALIKE, ba=blurred, bs=ALIKE)
        matcher = matcher_of(engine)
        passed_on(matcher)
        before = matcher.proposals("a").confidence[1]
        matcher.set_reference("page a", Features("a", 2), np.array([1, NO_COLOR], np.int32))
        passed_on(matcher)
        # Frames a and a are unlike in this engine, so nothing speaks for another confidence.
        assert matcher.proposals("a").confidence[1] == pytest.approx(before, abs=0.02)

    def test_a_mark_goes_on_to_the_next_frame(self) -> None:
        book = [
            PaletteEntry((1, 1, 1, 255), "", "coat", Role.NORMAL),
            PaletteEntry((2, 2, 2, 255), "", "coat", Role.SHADOW_1),
        ]
        matcher = matcher_of(engine_of(**{"as": ALIKE}, bs=UNSURE, ba=ALIKE))
        matcher.set_tones(tones_of(book))
        passed_on(matcher)
        assert colors_of(matcher, "b") == [0, 1]
        said = np.array([Shade.SHADOW_1, Shade.UNSAID], np.int8)
        matcher.set_marks("a", Marks(said, np.full(2, -1, np.int32), ()))
        passed_on(matcher)
        assert colors_of(matcher, "a") == [1, 1]
        assert colors_of(matcher, "b") == [1, 1]

    def test_without_news_nothing_is_compared_or_changed(self) -> None:
        engine = engine_of(**{"as": ALIKE}, ba=ALIKE, cb=ALIKE)
        matcher = matcher_of(engine)
        assert passed_on(matcher) > 0
        for name in "abc":
            matcher.update(name)
        engine.calls.clear()
        assert passed_on(matcher) == 0
        assert engine.calls == []
        assert not any(matcher.update(name).any() for name in "abc")

    def test_a_decision_in_work_is_passed_on_only_once_its_frame_is_settled(self) -> None:
        engine = engine_of(bs=UNSURE, cs=UNSURE, ca=UNSURE, ba=ALIKE, cb=ALIKE)
        matcher = matcher_of(engine)
        passed_on(matcher)
        matcher.set_reference("page a", Features("a", 2), np.array([1, NO_COLOR], np.int32))
        assert passed_on(matcher) == 0
        matcher.set_reference("page a", Features("a", 2), np.array([1, 0], np.int32))
        assert passed_on(matcher) > 0
        assert colors_of(matcher, "c") == [1, 0]

    def test_frames_that_come_later_join(self) -> None:
        engine = engine_of(**{"as": ALIKE}, bs=UNSURE, ba=ALIKE)
        matcher = Matcher(engine)
        matcher.set_reference("sheet", Features("s", 2), np.array([0, 1], np.int32))
        matcher.add_target("b", Features("b", 2))
        passed_on(matcher)
        matcher.add_target("a", Features("a", 2))
        passed_on(matcher)
        assert colors_of(matcher, "b") == [0, 1]

    @pytest.mark.parametrize(("voting", "relays"), [(None, True), (VOTING, False)])
    def test_engines_that_do_not_relay(self, voting: float | None, relays: bool) -> None:
        engine = engine_of(**{"as": ALIKE}, ba=ALIKE)
        engine.voting, engine.relays = voting, relays
        matcher = matcher_of(engine)
        engine.calls.clear()
        assert passed_on(matcher) == 0
        assert engine.calls == []

    def test_a_drawing_too_large_to_compare_is_passed_over(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("paintassist.document.matcher.MOST_SEGMENTS", 2)
        engine = engine_of(**{"as": ALIKE}, ca=ALIKE, cs=UNSURE)
        matcher = matcher_of(engine)
        matcher.add_target("b", Features("large", 3))
        engine.calls.clear()
        passed_on(matcher)
        assert colors_of(matcher, "c") == [0, 1]
        assert not any("large" in call and "s" not in call for call in engine.calls)

    def test_frames_without_segments_are_passed_over(self) -> None:
        matcher = matcher_of(engine_of(**{"as": ALIKE}))
        matcher.add_target("b", Features("empty", 0))
        passed_on(matcher)
        assert colors_of(matcher, "a") == [0, 1]
        assert colors_of(matcher, "b") == []


def plain_relay(
    known: list[Masses], similarity: dict[tuple[int, int], NDArray[np.float32]]
) -> list[Masses]:
    """Two recursions, written out."""
    told = [np.zeros_like(mass) for mass in known]
    for step in (1, -1):
        order = range(len(known))[::step]
        before = None
        for index in order:
            mass = known[index]
            if before is not None:
                source, belief = before
                incoming = np.exp(similarity[index, source] / VOTING) @ belief
                told[index] = told[index] + incoming
                mass = mass + incoming
            before = index, mass / mass.sum(axis=1, keepdims=True)
    return told


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.integers(0, 2**32 - 1))
def test_the_relay_is_the_forward_backward_recursion(counts: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    known = [random.random((count, 3)) + 0.01 for count in counts]
    similarity = {
        (one, other): random.random((counts[one], counts[other])).astype(np.float32)
        for one in range(len(counts))
        for other in range(len(counts))
    }
    features = [Features(str(index), count) for index, count in enumerate(counts)]
    chain = []
    for one, mass in zip(features, known, strict=True):
        station = Station(one)
        station.mass = mass
        chain.append(Stop(station, speaks=True))
    links = Links(lambda one, other: similarity[int(one.key), int(other.key)], VOTING)
    for found, expected in zip(relay(chain, links), plain_relay(known, similarity), strict=True):
        assert widened(found, 3) == pytest.approx(expected, rel=1e-3)
    assert all(pair in links for pair in pairs_of(chain))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.lists(st.integers(-1, 4), min_size=3, max_size=3)),
        max_size=8,
    ),
    st.integers(0, 2**32 - 1),
    st.sampled_from([1, 8, 1 << 22]),
)
def test_what_is_heard_in_pieces_is_what_is_heard_at_once(
    story: list[tuple[int, list[int]]], seed: int, at_once: int
) -> None:
    random = np.random.default_rng(seed)
    similarity = random.random((3, 4, 3)).astype(np.float32)
    pages = [Page(Features(f"p{i}", 3), np.full(3, NO_COLOR, np.int32), 3 * i) for i in range(3)]

    def compare(page: Page, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        return similarity[page.first_row // 3][:, rows]

    station = Station(Features("target", 4))
    with patch.object(relay_module, "AT_ONCE", at_once):
        for index, colors in story:
            pages[index].colors = np.array(colors, np.int32)
            station.hear(pages, compare, VOTING)
            assert not station.news(pages)
        station.hear(pages[1:], compare, VOTING)
    anew = Station(station.features)
    anew.hear(pages[1:], compare, VOTING)
    wide = max(station.mass.shape[1], anew.mass.shape[1])
    assert widened(station.mass, wide) == pytest.approx(widened(anew.mass, wide), rel=1e-9)


def test_only_the_loudest_are_listened_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relay_module, "LINKS", 2)
    link = link_of(table((0.1, 0.9, 0.5, 0.2)), VOTING)
    assert sorted(link.row[0].tolist()) == [1, 2]
    told = link.carry(np.eye(4, dtype=np.float32))
    assert told[0] == pytest.approx([0, np.exp(9), np.exp(5), 0], rel=1e-5)


@pytest.mark.parametrize(("decided", "settled"), [(20, True), (19, True), (18, False), (0, False)])
def test_a_frame_is_settled_when_nearly_all_is_decided(decided: int, settled: bool) -> None:
    colors = np.full(20, NO_COLOR, np.int32)
    colors[:decided] = 0
    assert is_settled(colors) is settled
