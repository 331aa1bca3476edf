"""The incremental matcher against one argmax over everything."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from paintassist.core.marks import Marks, no_marks
from paintassist.core.matching import NO_COLOR, NO_SOURCE, propose
from paintassist.core.palette import PaletteEntry, Role
from paintassist.core.shade import Shade
from paintassist.core.tones import tones_of
from paintassist.document import target as target_module
from paintassist.document.matcher import Matcher
from paintassist.engines.base import Features
from tests.fakes import FakeEngine, strip

COLORS = 5
PAGES = 4


class Bank:
    """Brute force: remembers every page and compares everything with everything."""

    def __init__(self, engine: FakeEngine) -> None:
        self.engine = engine
        self.pages: dict[str, tuple[Features, NDArray[np.int32], int]] = {}
        self.next_row = 0

    def set(self, name: str, features: Features, colors: NDArray[np.int32]) -> None:
        known = self.pages.get(name)
        first_row = known[2] if known and known[0].key == features.key else self.next_row
        if first_row == self.next_row:
            self.next_row += features.count
        self.pages[name] = (features, colors, first_row)

    def scores(self, target: Features) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        best = np.full((target.count, COLORS), -np.inf, np.float32)
        source = np.full((target.count, COLORS), NO_SOURCE, np.int64)
        for features, colors, first_row in sorted(self.pages.values(), key=lambda page: page[2]):
            similarity = self.engine.similarity(target, features)
            for row in np.flatnonzero(colors != NO_COLOR):
                better = similarity[:, row] > best[:, colors[row]]
                best[better, colors[row]] = similarity[better, row]
                source[better, colors[row]] = first_row + row
        return best, source

    def mass(self, target: Features, voting: float) -> NDArray[np.float64]:
        mass = np.zeros((target.count, COLORS))
        for features, colors, _ in self.pages.values():
            similarity = self.engine.similarity(target, features).astype(np.float64)
            for row in np.flatnonzero(colors != NO_COLOR):
                mass[:, colors[row]] += np.exp(similarity[:, row] / voting)
        return mass


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[str, str, Any]]:
    """Random pages added, recoloured, replaced and removed; targets asked now and then."""
    steps: list[tuple[str, str, Any]] = []
    for _ in range(draw(st.integers(1, 14))):
        kind = draw(st.sampled_from(["set", "set", "set", "remove", "ask"]))
        name = f"page{draw(st.integers(0, PAGES - 1))}"
        colors = draw(st.lists(st.integers(-1, COLORS - 1), min_size=4, max_size=4))
        content = draw(st.integers(0, 1))
        steps.append((kind, name, (content, colors)))
    return steps


@settings(deadline=None, max_examples=150)
@given(stories(), st.integers(0, 2**32 - 1), st.sampled_from([1, 6, 4096]))
def test_always_the_argmax_over_all_references(
    story: list[tuple[str, str, Any]], seed: int, at_once: int
) -> None:
    with patch.object(target_module, "AT_ONCE", at_once):
        _compare_with_argmax(story, seed)


def _compare_with_argmax(story: list[tuple[str, str, Any]], seed: int) -> None:
    random = np.random.default_rng(seed)
    targets = [Features("t0", 6), Features("t1", 3), Features("empty", 0)]
    tables = {
        (target.key, f"page{page}.{content}"):
        # Few distinct values, so that ties are common.
        random.integers(0, 4, (target.count, 4)).astype(np.float32)
        for target in targets
        for page in range(PAGES)
        for content in range(2)
    }
    engine = FakeEngine(tables=tables)
    matcher, bank = Matcher(engine), Bank(engine)
    for target in targets:
        matcher.add_target(target.key, target)
    for kind, name, (content, colors) in [*story, ("ask", "", (0, []))]:
        if kind == "set":
            page = Features(f"{name}.{content}", 4)
            matcher.set_reference(name, page, np.array(colors, np.int32))
            bank.set(name, page, np.array(colors, np.int32))
        elif kind == "remove":
            matcher.remove_reference(name)
            bank.pages.pop(name, None)
        else:
            for target in targets:
                got = matcher.proposals(target.key)
                want = propose(*bank.scores(target), engine.temperature, engine.unknown)
                np.testing.assert_array_equal(got.color, want.color)
                np.testing.assert_array_equal(got.source, want.source)
                np.testing.assert_array_equal(got.runners_up, want.runners_up)
                np.testing.assert_allclose(got.confidence, want.confidence, atol=1e-6)


@settings(deadline=None, max_examples=150)
@given(stories(), st.integers(0, 2**32 - 1))
def test_votes_always_add_up_over_all_references(
    story: list[tuple[str, str, Any]], seed: int
) -> None:
    random = np.random.default_rng(seed)
    target = Features("t", 6)
    tables = {
        ("t", f"page{page}.{content}"): random.normal(0, 1, (6, 4)).astype(np.float32)
        for page in range(PAGES)
        for content in range(2)
    }
    engine = FakeEngine(tables=tables, voting=0.5)
    matcher, bank = Matcher(engine), Bank(engine)
    matcher.add_target("t", target)
    for kind, name, (content, colors) in [*story, ("ask", "", (0, []))]:
        if kind == "set":
            page = Features(f"{name}.{content}", 4)
            matcher.set_reference(name, page, np.array(colors, np.int32))
            bank.set(name, page, np.array(colors, np.int32))
        elif kind == "remove":
            matcher.remove_reference(name)
            bank.pages.pop(name, None)
        else:
            got = matcher.proposals("t")
            mass = bank.mass(target, 0.5)
            known = mass.max(axis=1) > 0
            assert np.array_equal(got.color != NO_COLOR, known)
            shown = mass[np.arange(6), got.color]
            np.testing.assert_allclose(shown[known], mass.max(axis=1)[known])
            assert all(matcher.source(int(row)) is not None for row in got.source[known].tolist())


def test_two_that_agree_outvote_one_that_is_a_little_nearer() -> None:
    tables = {("t", "p"): np.array([[0.8, 0.78, 0.78]], np.float32)}
    page = Features("p", 3)
    for voting, wins in ((None, 0), (0.1, 1)):
        matcher = Matcher(FakeEngine(tables=tables, voting=voting))
        matcher.add_target("t", Features("t", 1))
        matcher.set_reference("p", page, np.array([0, 1, 1], np.int32))
        assert matcher.proposals("t").color.tolist() == [wins]
        matcher.set_reference("p", page, np.array([0, 1, -1], np.int32))
        assert matcher.proposals("t").color.tolist() == [0]


def test_update_names_the_rows_that_changed() -> None:
    engine = FakeEngine()
    matcher = Matcher(engine)
    matcher.add_target("t", Features("t", 5))
    assert matcher.update("t").all()
    colors = np.array([0, -1, -1, -1, -1], np.int32)
    matcher.set_reference("p", Features("p", 5), colors)
    assert matcher.update("t").all()
    assert not matcher.update("t").any()
    # A reference of the same colour nearer to the last segments changes those alone.
    matcher.set_reference("p", Features("p", 5), np.array([0, -1, -1, -1, 0], np.int32))
    assert np.flatnonzero(matcher.update("t")).tolist() == [3, 4]


def test_only_new_rows_are_compared() -> None:
    engine = FakeEngine()
    matcher = Matcher(engine)
    for index in range(3):
        matcher.add_target(f"t{index}", Features(f"t{index}", 5))
    matcher.set_reference("p", Features("p", 5), np.array([0, 1, 2, 0, -1], np.int32))
    for name in matcher.targets:
        matcher.update(name)
    engine.calls.clear()
    matcher.set_reference("p", Features("p", 5), np.array([0, 1, 2, 0, 3], np.int32))
    for name in matcher.targets:
        matcher.update(name)
    assert [call[-1] for call in engine.calls] == [1, 1, 1]


def test_sources_name_page_and_segment() -> None:
    matcher = Matcher(FakeEngine())
    matcher.add_target("t", Features("t", 2))
    matcher.set_reference("old", Features("old", 3), np.array([0, 0, 0], np.int32))
    matcher.set_reference("bare", Features("bare", 0), np.empty(0, np.int32))
    matcher.remove_reference("old")
    matcher.set_reference("new", Features("new", 3), np.array([-1, 4, -1], np.int32))
    source = matcher.source(int(matcher.proposals("t").source[0]))
    assert source is not None
    assert (source.reference, source.segment) == ("new", 2)
    assert matcher.source(NO_SOURCE) is None


def test_unknown_names() -> None:
    matcher = Matcher(FakeEngine())
    matcher.remove_reference("nobody")
    matcher.remove_target("nobody")
    with pytest.raises(KeyError):
        matcher.proposals("nobody")


def test_references_of_many_pages_are_merged_together_and_keep_their_rows() -> None:
    tables = {("t", f"p{page}"): np.full((1, 3), 0.5, np.float32) for page in range(4)}
    matcher = Matcher(FakeEngine(tables=tables))
    matcher.add_target("t", Features("t", 1))
    for page in range(4):
        colors = np.array([page, -1, 2], np.int32)
        matcher.set_reference(f"p{page}", Features(f"p{page}", 3), colors)
    # All are equally alike: the first row of all wins.
    assert matcher.proposals("t").source.tolist() == [0]
    matcher.remove_reference("p0")
    # Colour 1 comes from row 3, colour 2 from row 5, colour 3 from row 9.
    found = matcher.proposals("t")
    assert found.source.tolist() == [3]
    assert found.runners_up.tolist() == [[2, 3, NO_COLOR]]


class TestMarks:
    """Marks are heeded at once, whatever came before or after them."""

    PALETTE = (
        PaletteEntry((1, 0, 0, 255), "", "hair", Role.NORMAL),
        PaletteEntry((2, 0, 0, 255), "", "hair", Role.SHADOW_1),
        PaletteEntry((3, 0, 0, 255), "", "skin", Role.NORMAL),
    )

    def made(self) -> tuple[Matcher, Features]:
        matcher = Matcher(FakeEngine())
        target, page = Features("target", 3), Features("page", 3)
        matcher.set_tones(tones_of(self.PALETTE))
        matcher.add_target("target", target)
        matcher.set_reference("page", page, np.array([0, 0, 2], np.int32))
        return matcher, page

    def test_a_shade_said_later_turns_the_tone(self) -> None:
        matcher, _ = self.made()
        assert matcher.proposals("target").color.tolist() == [0, 0, 2]
        shade = np.array([0, Shade.SHADOW, 0], np.uint8)
        matcher.set_marks("target", Marks(shade, no_marks(3).part))
        assert matcher.update("target").tolist() == [False, True, False]
        found = matcher.proposals("target")
        assert found.color.tolist() == [0, 1, 2]
        # The source is the segment that the part was matched with.
        assert found.source.tolist() == [0, 1, 2]
        matcher.set_marks("target", no_marks(3))
        assert matcher.proposals("target").color.tolist() == [0, 0, 2]

    def test_marks_hold_when_references_change(self) -> None:
        matcher, page = self.made()
        shade = np.array([0, Shade.SHADOW, 0], np.uint8)
        matcher.set_marks("target", Marks(shade, no_marks(3).part))
        matcher.set_reference("page", page, np.array([2, 2, 0], np.int32))
        assert matcher.proposals("target").color.tolist() == [2, 2, 0]
        matcher.set_reference("page", page, np.array([2, 0, 0], np.int32))
        assert matcher.proposals("target").color.tolist() == [2, 1, 0]

    def test_other_rows_of_the_palette_count_at_once(self) -> None:
        matcher, _ = self.made()
        shade = np.array([0, Shade.SHADOW, 0], np.uint8)
        matcher.set_marks("target", Marks(shade, no_marks(3).part))
        matcher.proposals("target")
        matcher.set_tones(tones_of(()))
        assert matcher.proposals("target").color.tolist() == [0, 0, 2]

    def test_a_part_limits_what_is_proposed(self) -> None:
        matcher, _ = self.made()
        part = np.array([0, -1, -1], np.int32)
        matcher.set_marks("target", Marks(np.zeros(3, np.uint8), part, ("skin",)))
        assert matcher.proposals("target").color.tolist() == [2, 0, 2]


def test_a_target_of_many_segments_is_compared_in_pieces(monkeypatch) -> None:
    engine = FakeEngine()
    drawn = strip(9, seed=1)
    features = engine.encode(drawn)
    whole, pieces = Matcher(engine), Matcher(engine)
    colors = np.array([0, 1, 2, 0, 1, 2, 2, 1, 0], np.int32)
    whole.add_target("f", features)
    whole.set_reference("p", engine.encode(strip(9, seed=2)), colors)
    expected = whole.proposals("f")
    monkeypatch.setattr("paintassist.document.target.MOST_PAIRS", 20)
    engine.calls.clear()
    pieces.add_target("f", features)
    pieces.set_reference("p", engine.encode(strip(9, seed=2)), colors)
    found = pieces.proposals("f")
    assert [call[-1] for call in engine.calls if call[0] == "similarity"] == [2, 2, 2, 2, 1]
    assert found.color.tolist() == expected.color.tolist()
    assert found.source.tolist() == expected.source.tolist()
