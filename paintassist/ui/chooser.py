"""The colours offered for the outlined segment, and deciding for one of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from paintassist.document.review import CHOICES, choices_of
from paintassist.ui.desk import Desk


class Chooser(QObject):
    """Offers what is likely, then what the painter used last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._recent: list[int] = []
        desk.color_used.connect(self._on_color_used)
        desk.workspace.document_opened.connect(self._on_document_opened)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of this object do, by id."""
        return {f"choice_{rank + 1}": self._choice(rank) for rank in range(CHOICES)}

    def _choice(self, rank: int) -> Callable[[], None]:
        return lambda: self.choose(rank)

    def offered(self, segment: int) -> list[int]:
        """Return the palette indices that a segment of the frame on the canvas is offered."""
        desk = self._desk
        # Undo may have taken away an entry that was painted with.
        recent = [color for color in self._recent if desk.entry(color)]
        return choices_of(desk.frame, segment, recent) if desk.frame else []

    @Slot(int)
    def choose(self, rank: int) -> None:
        """Decide an offered colour for the outlined segment; it stays in the hand."""
        desk = self._desk
        frame, segment = desk.frame, desk.canvas.current_segment
        offered = self.offered(segment)
        if frame is None or rank >= len(offered):
            return
        color = offered[rank]
        desk.take_color(color)
        if color == frame.color[segment] and frame.decided[segment] == 0:
            desk.accept()
        else:
            desk.paint([segment], color)

    @Slot(int)
    def _on_color_used(self, color: int) -> None:
        others = [other for other in self._recent if other != color]
        # Some of them are likely anyway: enough must be left to fill the places.
        self._recent = [color, *others][: 2 * CHOICES]

    @Slot()
    def _on_document_opened(self) -> None:
        self._recent.clear()
