"""Why doesn't this fill? Shows the gap through which a fill runs out."""

from __future__ import annotations

from PySide6.QtCore import Qt

from paintassist.ui.tools.base import HandEvent, ToolHost
from paintassist.ui.tools.requests import FindLeak


class LeakTool:
    """Click marks the leak of the place under the hand; with Shift it is closed as well."""

    name = "find_leak"
    cursor = Qt.CursorShape.WhatsThisCursor

    def pressed(self, host: ToolHost, event: HandEvent) -> None:
        """Wait for the hand to let go."""

    def moved(self, host: ToolHost, event: HandEvent) -> None:
        """Wait for the hand to let go."""

    def released(self, host: ToolHost, event: HandEvent) -> None:
        """Look for the leak."""
        host.ask(FindLeak(event.pos_image, event.shift))
