"""How a project reads its line art, as JSON and back, with everything checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from paintassist.core.guides import DEFAULT_GUIDES, MOST_GUIDES, GuideColor
from paintassist.core.lines import (
    Ink,
    LineSettings,
    TraceMeaning,
    TraceRule,
    TraceSetting,
    default_trace_settings,
)
from paintassist.core.shade import Shade

MOST_LETTERS = 1_000


def lines_to_json(lines: LineSettings) -> dict[str, object]:
    """Return line settings as values for the file."""
    traces: dict[str, object] = {
        ink.name.lower(): {"meaning": str(trace.meaning), "rule": str(trace.rule)}
        for ink, trace in lines.traces.items()
    }
    guides: list[object] = [
        [*guide.rgb, guide.shade.name.lower(), guide.part] for guide in lines.guides
    ]
    return {
        "threshold": lines.threshold,
        "traces": traces,
        "guides": guides,
        "trace_shades": lines.trace_shades,
    }


def lines_from_json(values: Mapping[str, object]) -> LineSettings:
    """Undo `lines_to_json`; missing keys take their defaults.

    Raises
    ------
    ValueError
        If a value is not what it must be.
    """
    threshold = values.get("threshold")
    if threshold is not None and not (type(threshold) is int and 1 <= threshold <= 255):
        raise ValueError("line threshold")
    trace_shades = values.get("trace_shades", False)
    if not isinstance(trace_shades, bool):
        raise ValueError("trace shades")
    traces, guides = values.get("traces"), values.get("guides")
    return LineSettings(
        threshold,
        default_trace_settings() if traces is None else _traces(traces),
        DEFAULT_GUIDES if guides is None else _guides(guides),
        trace_shades,
    )


def _traces(values: object) -> dict[Ink, TraceSetting]:
    if not isinstance(values, dict):
        raise ValueError("trace settings")
    read: dict[Ink, TraceSetting] = {}
    for name, trace in values.items():
        if not isinstance(trace, dict) or name.upper() not in Ink.__members__:
            raise ValueError(f"trace setting {name}")
        meaning, rule = str(trace.get("meaning")), str(trace.get("rule"))
        read[Ink[name.upper()]] = TraceSetting(TraceMeaning(meaning), TraceRule(rule))
    return read


def _guides(values: object) -> tuple[GuideColor, ...]:
    if not isinstance(values, list) or len(values) > MOST_GUIDES:
        raise ValueError("guides")
    return tuple(_guide(value) for value in values)


def _guide(value: object) -> GuideColor:
    if not isinstance(value, list) or len(value) != 5:
        raise ValueError("guide")
    *rgb, shade, part = value
    if not all(type(channel) is int and 0 <= channel <= 255 for channel in rgb):
        raise ValueError("guide colour")
    if not isinstance(shade, str) or shade.upper() not in Shade.__members__:
        raise ValueError("guide shade")
    if not isinstance(part, str) or len(part) > MOST_LETTERS:
        raise ValueError("guide part")
    return GuideColor(cast(tuple[int, int, int], tuple(rgb)), Shade[shade.upper()], part)
