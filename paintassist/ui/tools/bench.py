"""The tool bench: the tools by the id of their action, and what they ask for, done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from paintassist.ui.tools.area_fill import LassoTool, RectangleTool
from paintassist.ui.tools.barrier_view import BarrierView
from paintassist.ui.tools.base import FillOptions, Tool
from paintassist.ui.tools.bucket import BucketTool
from paintassist.ui.tools.dust_desk import DustDesk
from paintassist.ui.tools.eyedropper import EyedropperTool
from paintassist.ui.tools.gap_desk import GapDesk
from paintassist.ui.tools.leak import LeakTool
from paintassist.ui.tools.mark_desk import MarkDesk
from paintassist.ui.tools.requests import (
    EraseMarks,
    FindLeak,
    MarkSegments,
    Scope,
    SwapColor,
    ToolRequest,
)
from paintassist.ui.tools.retouching import retouch_of
from paintassist.ui.tools.stroke_tools import TraceTool, stroke_tools
from paintassist.ui.tools.swap_color import SwapColorTool

if TYPE_CHECKING:
    from paintassist.ui.desk import Desk
    from paintassist.ui.retoucher import Retoucher


def make_tools(options: FillOptions) -> dict[str, Tool]:
    """Make one of each tool; the filling ones share their options."""
    tools: list[Tool] = [
        BucketTool(options),
        EyedropperTool(),
        LassoTool(options),
        RectangleTool(options),
        SwapColorTool(),
        LeakTool(),
        *stroke_tools(),
    ]
    return {tool.name: tool for tool in tools}


AskText = Callable[[str, str, str], str]
"""Asks for words: title, question, what stands there already; empty if there is no answer."""


class ToolBench(QObject):
    """Does what tools ask of the document, through the desk: each request is one undo item."""

    def __init__(
        self,
        desk: Desk,
        retoucher: Retoucher,
        tools: Mapping[str, Tool],
        options: FillOptions,
        ask_text: AskText,
    ) -> None:
        super().__init__(desk)
        self._desk, self._tools, self._options = desk, tools, options
        self._retoucher = retoucher
        self.gaps = GapDesk(desk, retoucher)
        self.dust = DustDesk(desk, retoucher)
        self._ask_text = ask_text
        self.marks = MarkDesk(desk, retoucher, self._ask_part)
        self._barriers = BarrierView(desk)
        self._tool: Tool = tools["bucket"]
        desk.canvas.asked.connect(self._on_asked)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """Return what the actions of the tools do, by their ids."""
        take = {name: self._taker(tool) for name, tool in self._tools.items()}
        return {
            **take,
            "only_unpainted": self.set_only_unpainted,
            "close_gaps": self.gaps.show_dialog,
            "remove_dust": self.dust.show_dialog,
            "trace_thicker": lambda: self.step_width(1),
            "trace_thinner": lambda: self.step_width(-1),
        }

    def _taker(self, tool: Tool) -> Callable[[], None]:
        return lambda: self._take(tool)

    def _take(self, tool: Tool) -> None:
        self._tool = tool
        self._desk.canvas.set_tool(tool)
        self._barriers.show_for(tool.name)

    def set_only_unpainted(self, only: bool) -> None:
        """Let the filling tools leave alone what shows a colour."""
        self._options.only_unpainted = only

    def step_width(self, step: int) -> None:
        """Make trace lines thicker or thinner, with the trace tool in the hand or the red one."""
        tool = self._tool if isinstance(self._tool, TraceTool) else self._tools["trace_red"]
        assert isinstance(tool, TraceTool)
        text = self.tr("Trace line: %1 px")
        self._desk.noted.emit(text.replace("%1", str(tool.step_width(step))))

    def _ask_part(self) -> str:
        question = self.tr("Which part does this colour belong to, such as hair or skin?")
        return self._ask_text(self.tr("Mark Part"), question, "")

    @Slot(object)
    def _on_asked(self, request: ToolRequest) -> None:
        if isinstance(request, SwapColor):
            self._swap(request)
        elif isinstance(request, FindLeak):
            self.gaps.find_leak(request)
        elif isinstance(request, MarkSegments):
            self.marks.mark(request)
        elif isinstance(request, EraseMarks):
            self.marks.erase(request)
        else:
            self._retoucher.change_here(*retouch_of(request))

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
