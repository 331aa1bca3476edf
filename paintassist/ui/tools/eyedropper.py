"""The eyedropper: takes the colour of a segment into the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt

from paintassist.ui.tools.base import HandEvent, ToolHost


class EyedropperTool:
    """Makes the colour under the hand the current one; follows a drag."""

    name = "eyedropper"
    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self) -> None:
        self._down = False

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Pick."""
        self._down = True
        host.pick_color(event.segment)

    def moved(self, host: ToolHost, event: HandEvent) -> None:
        """Pick along the way."""
        if self._down:
            host.pick_color(event.segment)

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """Let go."""
        self._down = False
