"""What tools ask for beyond painting: values that the canvas hands on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from paintassist.core.lines import Ink
from paintassist.ui.canvas.view import Point


class Scope(StrEnum):
    """Which frames an edit means."""

    FRAME = "frame"
    ONWARD = "onward"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True)
class SwapColor:
    """Give everything that carries a segment's colour the current one."""

    segment: int
    scope: Scope


@dataclass(frozen=True)
class FindLeak:
    """Show where a fill from this image position runs out, and close that if wanted."""

    pos_image: Point
    close: bool


@dataclass(frozen=True)
class DrawBarrier:
    """Close a gap by an invisible line through these image positions."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class EraseBarriers:
    """Take away the barriers that a stroke passes."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class SplitSegment:
    """Part the segment under a stroke along it."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class MergeSegments:
    """Make one of the segments that a stroke runs over."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class TakeApart:
    """Make the parts of a merged segment segments again."""

    segment: int


@dataclass(frozen=True)
class DrawTrace:
    """Draw a trace line, or take trace lines away (`Ink.NONE`)."""

    ink: Ink
    width: int
    points: tuple[Point, ...]


@dataclass(frozen=True)
class MarkSegments:
    """Say that the segments under a stroke belong to the current colour's part.

    Attributes
    ----------
    points : tuple of Point
    shade : bool
        Whether they have its tone as well.
    """

    points: tuple[Point, ...]
    shade: bool


@dataclass(frozen=True)
class EraseMarks:
    """Take back what was said of the segments under a stroke."""

    points: tuple[Point, ...]


RetouchRequest = DrawBarrier | EraseBarriers | SplitSegment | MergeSegments | TakeApart | DrawTrace
ToolRequest = SwapColor | FindLeak | MarkSegments | EraseMarks | RetouchRequest
