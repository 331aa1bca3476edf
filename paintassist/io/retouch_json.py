"""A frame's retouch as JSON and back, with everything checked."""

from __future__ import annotations

from typing import cast

from paintassist.core.gaps import MOST_RADIUS
from paintassist.core.lines import Ink
from paintassist.core.retouch import (
    MOST_WIDTH,
    MarkStroke,
    Retouch,
    Stroke,
    TraceStroke,
    is_trace_ink,
)
from paintassist.core.shade import Shade

MOST_SIDE = 100_000
MOST_ITEMS = 100_000
MOST_LETTERS = 1_000
STROKES = ("barriers", "openings", "joins", "dust")


def retouch_to_json(retouch: Retouch) -> dict[str, object]:
    """Return a retouch as values for the file; what is empty is left out."""
    values: dict[str, object] = {}
    if retouch.radius:
        values["radius"] = retouch.radius
    for name in STROKES:
        strokes: tuple[Stroke, ...] = getattr(retouch, name)
        if strokes:
            values[name] = [_points(stroke) for stroke in strokes]
    if retouch.traces:
        values["traces"] = [
            [trace.ink.name.lower(), trace.width, _points(trace.points)] for trace in retouch.traces
        ]
    if retouch.marks:
        values["marks"] = [
            [mark.part, mark.shade.name.lower(), _points(mark.points)] for mark in retouch.marks
        ]
    return values


def retouch_from_json(values: object) -> Retouch:
    """Undo `retouch_to_json`.

    Raises
    ------
    ValueError
        If a value is not what it must be.
    """
    _require(isinstance(values, dict))
    table = cast(dict[str, object], values)
    _require(table.keys() <= {"radius", "traces", "marks", *STROKES})
    radius = table.get("radius", 0)
    _require(type(radius) is int and 0 <= radius <= MOST_RADIUS)
    barriers, openings, joins, dust = (
        tuple(_stroke(stroke) for stroke in _list(table.get(name, []))) for name in STROKES
    )
    traces = tuple(_trace(trace) for trace in _list(table.get("traces", [])))
    marks = tuple(_mark(mark) for mark in _list(table.get("marks", [])))
    return Retouch(cast(int, radius), barriers, openings, joins, traces, dust, marks)


def _points(stroke: Stroke) -> list[list[int]]:
    return [[x, y] for x, y in stroke]


def _trace(value: object) -> TraceStroke:
    parts = _list(value)
    _require(len(parts) == 3)
    name, width, points = parts
    _require(isinstance(name, str) and name.upper() in Ink.__members__)
    ink = Ink[str(name).upper()]
    _require(is_trace_ink(ink) and type(width) is int and 1 <= width <= MOST_WIDTH)
    return TraceStroke(ink, cast(int, width), _stroke(points))


def _mark(value: object) -> MarkStroke:
    parts = _list(value)
    _require(len(parts) == 3)
    part, shade, points = parts
    _require(isinstance(part, str) and len(part) <= MOST_LETTERS)
    _require(isinstance(shade, str) and shade.upper() in Shade.__members__)
    return MarkStroke(str(part), Shade[str(shade).upper()], _stroke(points))


def _stroke(value: object) -> Stroke:
    points = _list(value)
    _require(bool(points))
    for point in points:
        sides = _list(point)
        _require(len(sides) == 2)
        _require(all(type(side) is int and abs(side) <= MOST_SIDE for side in sides))
    return tuple((x, y) for x, y in cast(list[tuple[int, int]], points))


def _list(value: object) -> list[object]:
    _require(isinstance(value, list) and len(value) <= MOST_ITEMS)
    return cast(list[object], value)


def _require(condition: bool) -> None:
    if not condition:
        raise ValueError("retouch")
