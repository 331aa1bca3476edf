"""What a request of a tool makes of a frame's retouch."""

from __future__ import annotations

from dataclasses import replace

from paintassist.core.lines import Ink
from paintassist.core.retouch import Retouch, Stroke, TraceStroke, erased
from paintassist.core.segments import Segments
from paintassist.core.strokes import join_stroke, split_strokes, without_joins
from paintassist.ui.canvas.view import Point
from paintassist.ui.retoucher import Make
from paintassist.ui.tools.requests import (
    DrawBarrier,
    DrawTrace,
    EraseBarriers,
    MergeSegments,
    RetouchRequest,
    SplitSegment,
    TakeApart,
)


def retouch_of(request: RetouchRequest) -> tuple[str, Make]:
    """Return the English name of the edit, and what makes the retouch of it."""
    match request:
        case DrawBarrier(points):
            return "Draw barrier", _barrier(to_stroke(points))
        case EraseBarriers(points):
            return "Erase barriers", _eraser(to_stroke(points))
        case SplitSegment(points):
            return "Split segment", _split(to_stroke(points))
        case MergeSegments(points):
            return "Merge segments", _merge(to_stroke(points))
        case TakeApart(segment):
            return "Take segments apart", _take_apart(segment)
        case DrawTrace(ink, width, points):
            name = "Erase trace line" if ink is Ink.NONE else "Draw trace line"
            return name, _trace(TraceStroke(ink, width, to_stroke(points)))


def to_stroke(points: tuple[Point, ...]) -> Stroke:
    """Return the pixels that image positions lie on, without repeats."""
    pixels = [(int(x // 1), int(y // 1)) for x, y in points]
    return tuple(
        pixel for index, pixel in enumerate(pixels) if not index or pixel != pixels[index - 1]
    )


def _barrier(stroke: Stroke) -> Make:
    return lambda segments, old: replace(old, barriers=(*old.barriers, stroke))


def _eraser(stroke: Stroke) -> Make:
    def make(segments: Segments, old: Retouch) -> Retouch:
        barriers, openings = erased(segments.inks, old, stroke)
        return replace(old, barriers=barriers, openings=openings)

    return make


def _split(stroke: Stroke) -> Make:
    return lambda segments, old: replace(
        old, barriers=(*old.barriers, *split_strokes(segments, stroke))
    )


def _merge(stroke: Stroke) -> Make:
    def make(segments: Segments, old: Retouch) -> Retouch:
        join = join_stroke(segments, stroke)
        return replace(old, joins=(*old.joins, join)) if len(join) > 1 else old

    return make


def _take_apart(segment: int) -> Make:
    return lambda segments, old: replace(old, joins=without_joins(segments, old.joins, segment))


def _trace(trace: TraceStroke) -> Make:
    return lambda segments, old: replace(old, traces=(*old.traces, trace))
