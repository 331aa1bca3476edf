from __future__ import annotations

import numpy as np
import pytest

from paintassist.document.matcher import Matcher
from paintassist.document.views import SHARE, fit_of, offsets_of
from paintassist.engines.base import Features
from tests.fakes import FakeEngine


class TestOffsets:
    def test_the_best_view_is_as_it_is(self) -> None:
        offsets = offsets_of({0: 0.9, 5: 0.7}, {0: "front", 5: "back"})
        assert offsets == {5: pytest.approx(-SHARE * 0.2)}

    def test_pages_of_one_view_have_the_fit_of_its_best(self) -> None:
        views = {0: "front", 5: "back", 9: "front"}
        assert list(offsets_of({0: 0.9, 5: 0.7, 9: 0.1}, views)) == [5]

    def test_nothing_told_weighs_nothing(self) -> None:
        assert offsets_of({}, {}) == {}

    def test_a_fit_is_the_mean_of_the_best(self) -> None:
        assert fit_of(np.array([[0.2, 0.8], [0.4, 0.0]], np.float32)) == pytest.approx(0.6)
        assert fit_of(np.zeros((3, 0), np.float32)) == -np.inf


TARGET, FRONT, BACK = (Features(key, 2) for key in ("target", "front", "back"))


def table(*rows: list[float]) -> np.ndarray:
    return np.array(rows, np.float32)


@pytest.fixture
def matcher() -> Matcher:
    """A frame that the front shows better; of segment 2 the back is surer."""
    tables = {
        ("target", "front"): table([0.9, 0.0], [0.5, 0.0]),
        ("target", "back"): table([0.2, 0.0], [0.6, 0.0]),
    }
    made = Matcher(FakeEngine(tables=tables))
    made.add_target("t", TARGET)
    return made


def tell(matcher: Matcher, front: str, back: str) -> list[int]:
    matcher.set_reference("f", FRONT, np.array([0, 0], np.int32), front)
    matcher.set_reference("b", BACK, np.array([1, 1], np.int32), back)
    return matcher.proposals("t").color.tolist()


def test_the_best_view_counts_first_as_soon_as_views_are_told(matcher: Matcher) -> None:
    assert tell(matcher, "", "") == [0, 1]
    assert tell(matcher, "front", "back") == [0, 0]
    assert tell(matcher, "", "") == [0, 1]


def test_one_view_alone_is_not_weighed(matcher: Matcher) -> None:
    assert tell(matcher, "", "back") == [0, 1]
    assert tell(matcher, "front", "front") == [0, 1]


def test_a_view_that_goes_is_forgotten(matcher: Matcher) -> None:
    tell(matcher, "front", "back")
    matcher.remove_reference("f")
    assert matcher.proposals("t").color.tolist() == [1, 1]


def test_corrections_come_and_go_under_weighed_views(matcher: Matcher) -> None:
    assert tell(matcher, "front", "back") == [0, 0]
    matcher.set_reference("f", FRONT, np.array([-1, 0], np.int32), "front")
    assert matcher.proposals("t").color.tolist() == [1, 1]
    assert tell(matcher, "front", "back") == [0, 0]
