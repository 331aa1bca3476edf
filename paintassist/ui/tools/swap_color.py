"""Swap a colour: what carries the clicked colour gets the current one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from paintassist.ui.tools.base import HandEvent, ToolHost
from paintassist.ui.tools.requests import Scope, SwapColor


class SwapColorTool:
    """Click swaps in this frame, Shift from here on, Ctrl everywhere; one undo item each."""

    name = "swap_color"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self) -> None:
        self._down = False

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Show what would change in this frame."""
        self._down = True
        host.preview_paint(host.segments_like(event.segment))

    def moved(self, host: ToolHost, event: HandEvent) -> None:
        """Show what would change if the hand let go here."""
        if self._down:
            host.preview_paint(host.segments_like(event.segment))

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """Swap."""
        down, self._down = self._down, False
        host.preview_paint([])
        if down and event.segment:
            scope = Scope.ONWARD if event.shift else Scope.FRAME
            host.ask(SwapColor(event.segment, Scope.EVERYWHERE if event.ctrl else scope))
