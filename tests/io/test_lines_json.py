from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.guides import DEFAULT_GUIDES, GuideColor
from paintassist.core.lines import (
    TRACE_INKS,
    LineSettings,
    TraceMeaning,
    TraceRule,
    TraceSetting,
    default_trace_settings,
)
from paintassist.core.retouch import MarkStroke, Retouch
from paintassist.core.shade import Shade
from paintassist.io.lines_json import lines_from_json, lines_to_json
from paintassist.io.retouch_json import retouch_from_json, retouch_to_json

channel = st.integers(0, 255)
guides = st.builds(
    GuideColor, st.tuples(channel, channel, channel), st.sampled_from(Shade), st.text(max_size=9)
)
traces = st.dictionaries(
    st.sampled_from(TRACE_INKS),
    st.builds(TraceSetting, st.sampled_from(TraceMeaning), st.sampled_from(TraceRule)),
)
settings = st.builds(
    LineSettings,
    st.none() | st.integers(1, 255),
    traces,
    st.lists(guides, max_size=5).map(tuple),
    st.booleans(),
)


@given(settings)
def test_what_is_written_is_read(lines: LineSettings) -> None:
    assert lines_from_json(json.loads(json.dumps(lines_to_json(lines)))) == lines


def test_what_is_missing_takes_its_default() -> None:
    """Projects of older versions know no guides."""
    lines = lines_from_json({"threshold": 90})
    assert (lines.threshold, lines.guides) == (90, DEFAULT_GUIDES)
    assert lines.traces == default_trace_settings()


@pytest.mark.parametrize(
    "values",
    [
        {"threshold": 0},
        {"traces": {"pink": {"meaning": "shadow", "rule": "own"}}},
        {"traces": {"red": {"meaning": "none", "rule": "own"}}},
        {"guides": [[1, 2, 3, "shadow"]]},
        {"guides": [[1, 2, 300, "shadow", ""]]},
        {"guides": [[1, 2, 3, "dusk", ""]]},
        {"guides": [[1, 2, 3, "shadow", ""]] * 191},
        {"trace_shades": 1},
    ],
)
def test_bad_values_are_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        lines_from_json(values)


points = st.lists(st.tuples(st.integers(-9, 999), st.integers(-9, 999)), min_size=1, max_size=4)
marks = st.builds(MarkStroke, st.text(max_size=9), st.sampled_from(Shade), points.map(tuple))


@given(st.lists(marks, max_size=4).map(tuple))
def test_marks_of_a_retouch_are_kept(drawn: tuple[MarkStroke, ...]) -> None:
    retouch = Retouch(marks=drawn)
    assert retouch_from_json(json.loads(json.dumps(retouch_to_json(retouch)))) == retouch
