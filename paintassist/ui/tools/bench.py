"""The tool bench: the tools by the id of their action, and what they ask for, done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from paintassist.core.gaps import find_bridges
from paintassist.core.leaks import find_leak
from paintassist.core.retouch import Retouch
from paintassist.ui.tools.area_fill import LassoTool, RectangleTool
from paintassist.ui.tools.base import FillOptions, Tool
from paintassist.ui.tools.bucket import BucketTool
from paintassist.ui.tools.eyedropper import EyedropperTool
from paintassist.ui.tools.gap_dialog import GapDialog
from paintassist.ui.tools.gap_pen import GapPenTool
from paintassist.ui.tools.leak import LeakTool
from paintassist.ui.tools.requests import DrawBarrier, FindLeak, Scope, SwapColor
from paintassist.ui.tools.swap_color import SwapColorTool

if TYPE_CHECKING:
    from paintassist.ui.desk import Desk


def make_tools(options: FillOptions) -> dict[str, Tool]:
    """Make one of each tool; the filling ones share their options."""
    tools: list[Tool] = [
        BucketTool(options),
        EyedropperTool(),
        LassoTool(options),
        RectangleTool(options),
        SwapColorTool(),
        GapPenTool(),
        LeakTool(),
    ]
    return {tool.name: tool for tool in tools}


class ToolBench(QObject):
    """Does what tools ask of the document, through the desk: each request is one undo item."""

    def __init__(self, desk: Desk, tools: Mapping[str, Tool], options: FillOptions) -> None:
        super().__init__(desk)
        self._desk, self._tools, self._options = desk, tools, options
        self._dialog: GapDialog | None = None
        desk.canvas.asked.connect(self._on_asked)
        desk.frame_shown.connect(self._on_frame_shown)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """Return what the actions of the tools do, by their ids."""
        take = {name: self._taker(tool) for name, tool in self._tools.items()}
        return {
            **take,
            "only_unpainted": self.set_only_unpainted,
            "close_gaps": self.show_gap_dialog,
        }

    def _taker(self, tool: Tool) -> Callable[[], None]:
        return lambda: self._desk.canvas.set_tool(tool)

    def set_only_unpainted(self, only: bool) -> None:
        """Let the filling tools leave alone what shows a colour."""
        self._options.only_unpainted = only

    @Slot(object)
    def _on_asked(self, request: object) -> None:
        if isinstance(request, SwapColor):
            self._swap(request)
        elif isinstance(request, DrawBarrier):
            self._draw_barrier(request)
        elif isinstance(request, FindLeak):
            self._find_leak(request)

    def _swap(self, request: SwapColor) -> None:
        desk, frame = self._desk, self._desk.frame
        if frame is None or not 0 < request.segment <= frame.count:
            return
        if desk.entry(desk.color_index) is None:
            desk.noted.emit(self.tr("Choose a colour first: click one in the palette"))
            return
        here, old = desk.frame_index, int(frame.color[request.segment])
        every = range(len(desk.document.frames))
        frames = {
            Scope.FRAME: range(here, here + 1),
            Scope.ONWARD: range(here, len(every)),
            Scope.EVERYWHERE: every,
        }[request.scope]
        desk.edit(lambda: desk.document.swap_color(old, desk.color_index, frames))

    # Gaps

    def _draw_barrier(self, request: DrawBarrier) -> None:
        frame = self._desk.frame
        if frame is not None:
            stroke = tuple((int(x // 1), int(y // 1)) for x, y in request.points)
            gaps = replace(frame.retouch, barriers=(*frame.retouch.barriers, stroke))
            self._close_gaps(gaps, "Draw barrier")

    def _find_leak(self, request: FindLeak) -> None:
        desk, canvas = self._desk, self._desk.canvas
        segments = desk.document.segments(desk.frame_index) if desk.frame else None
        if segments is None:
            return
        x, y = (int(side // 1) for side in request.pos_image)
        leak = find_leak(segments, x, y)
        if leak is None:
            canvas.show_strokes(())
            desk.noted.emit(self.tr("Nothing leaks here: no way out is narrower than the place"))
            return
        if request.close:
            canvas.show_strokes(())
            self._draw_barrier(DrawBarrier((leak.start, leak.end)))
            return
        ends = [(x + 0.5, y + 0.5) for x, y in (leak.start, leak.end)]
        canvas.show_strokes([ends])
        text = self.tr("The fill runs out here, through %1 px; Shift+click closes it")
        desk.noted.emit(text.replace("%1", str(leak.width)))

    def _close_gaps(self, gaps: Retouch, name: str) -> None:
        """Close gaps of the frame on the canvas, and tell what came of it."""
        desk, frame = self._desk, self._desk.frame
        if frame is None:
            return
        before, index = frame.count, desk.frame_index
        desk.edit(lambda: desk.document.retouch(index, gaps, name))
        parted = desk.document.frames[index].count - before
        text = self.tr("%1 segments more than before") if parted else self.tr("Nothing was parted")
        desk.noted.emit(text.replace("%1", f"{parted:+}"))

    def show_gap_dialog(self) -> None:
        """Show the dialog of closing gaps, with the radius of the frame on the canvas."""
        if self._dialog is None:
            self._dialog = GapDialog(self._desk.canvas)
            self._dialog.asked.connect(self._on_gaps_asked)
            self._dialog.applied.connect(self._on_gaps_applied)
            self._dialog.finished.connect(self._on_dialog_closed)
        self._dialog.show()
        self._dialog.raise_()
        self._on_frame_shown()

    @Slot()
    def _on_frame_shown(self) -> None:
        self._desk.canvas.show_strokes(())
        if self._dialog is not None:
            frame = self._desk.frame
            self._dialog.set_radius(frame.retouch.radius if frame else 0)

    @Slot(int)
    def _on_gaps_asked(self, radius: int) -> None:
        desk = self._desk
        segments = desk.document.segments(desk.frame_index) if desk.frame else None
        if self._dialog is None or segments is None:
            desk.canvas.show_strokes(())
            return
        bridges = (find_bridges(segments.inks > 0, radius) + 0.5).tolist()
        desk.canvas.show_strokes([((x, y), (to_x, to_y)) for x, y, to_x, to_y in bridges])
        self._dialog.show_found(len(bridges))

    @Slot(int)
    def _on_gaps_applied(self, radius: int) -> None:
        frame = self._desk.frame
        if frame is not None:
            self._close_gaps(replace(frame.retouch, radius=radius), "Close gaps")

    @Slot()
    def _on_dialog_closed(self) -> None:
        self._dialog = None
        self._desk.canvas.show_strokes(())
