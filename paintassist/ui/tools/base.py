"""What a tool is, and what it may ask of the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt

from paintassist.ui.canvas.guides import GuidePen
from paintassist.ui.canvas.view import Point
from paintassist.ui.tools.requests import ToolRequest


@dataclass(frozen=True)
class HandEvent:
    """Where the hand is.

    Attributes
    ----------
    pos_image : Point
    segment : int
        The segment there, or close by when the hand is on a line; 0 without one.
    shift, ctrl : bool
        Which keys are held.
    """

    pos_image: Point
    segment: int
    shift: bool = False
    ctrl: bool = False


@dataclass
class FillOptions:
    """What all filling tools heed.

    Attributes
    ----------
    only_unpainted : bool
        Leave alone what shows a colour, decided or proposed.
    """

    only_unpainted: bool = False


class ToolHost(Protocol):
    """The canvas, as tools see it; it does the work after the hand has let go."""

    def segments_along(self, start: Point, end: Point) -> list[int]:
        """Return the segments under a straight stroke in image space."""
        ...

    def segments_inside(self, outline: Sequence[Point]) -> list[int]:
        """Return the segments that lie mostly inside an outline in image space."""
        ...

    def segments_like(self, segment: int) -> list[int]:
        """Return the segments of the frame that carry the colour of one of them."""
        ...

    def unpainted(self, segments: Sequence[int]) -> list[int]:
        """Return those of some segments that show no colour, in their order."""
        ...

    def preview_paint(self, segments: Sequence[int]) -> None:
        """Show segments in the current colour without deciding anything."""
        ...

    def paint(self, segments: Sequence[int]) -> None:
        """Decide the current colour for segments, as one undo item."""
        ...

    def pick_color(self, segment: int) -> None:
        """Make the colour of a segment the current one."""
        ...

    def show_guide(
        self, points: Sequence[Point], closed: bool = False, pen: GuidePen | None = None
    ) -> None:
        """Draw a stroke of the hand over the picture; no points take it away."""
        ...

    def ask(self, request: ToolRequest) -> None:
        """Ask for an edit that is more than painting; it is done after this returns."""
        ...


class Tool(Protocol):
    """One tool; its methods return at once, pens send many events."""

    @property
    def name(self) -> str:
        """Id of the action that takes it into the hand."""
        ...

    @property
    def cursor(self) -> Qt.CursorShape:
        """What the cursor looks like over the canvas."""
        ...

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Start a stroke."""
        ...

    def moved(self, host: ToolHost, event: HandEvent) -> None:
        """Carry the stroke on."""
        ...

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """End the stroke."""
        ...
