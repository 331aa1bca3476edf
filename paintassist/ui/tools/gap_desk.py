"""Gaps: their preview, and the leak through which a fill runs out; looked for in the helper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from paintassist.core.leaks import Leak, find_leak
from paintassist.core.retouch import open_bridges
from paintassist.core.segments import Segments
from paintassist.ui.tools.gap_dialog import GapDialog
from paintassist.ui.tools.requests import DrawBarrier, FindLeak
from paintassist.ui.tools.retouching import retouch_of

if TYPE_CHECKING:
    from paintassist.ui.desk import Desk
    from paintassist.ui.retoucher import Retoucher

PREVIEW, LEAK = "gap preview", "leak"


class GapDesk(QObject):
    """Shows where gaps would close, and closes them."""

    def __init__(self, desk: Desk, retoucher: Retoucher) -> None:
        super().__init__(desk)
        self._desk, self._retoucher = desk, retoucher
        self._helper = desk.workspace.helper
        self._dialog: GapDialog | None = None
        desk.frame_shown.connect(self._on_frame_shown)
        retoucher.landed.connect(self._on_frame_shown)

    @property
    def _segments(self) -> Segments | None:
        desk = self._desk
        return desk.document.segments(desk.frame_index) if desk.frame else None

    # Leaks

    def find_leak(self, request: FindLeak) -> None:
        """Mark the leak of a place, or close it."""
        segments = self._segments
        if segments is None:
            return
        x, y = (int(side // 1) for side in request.pos_image)
        self._helper.ask(
            LEAK,
            lambda cancel: find_leak(segments, x, y),
            lambda leak: self._on_leak_found(request, segments, leak),
        )

    def _on_leak_found(self, request: FindLeak, segments: Segments, leak: Leak | None) -> None:
        canvas = self._desk.canvas
        if canvas.renderer is None or canvas.renderer.segments is not segments:
            return
        canvas.show_strokes(())
        if leak is None:
            text = self.tr("Nothing leaks here: no way out is narrower than the place")
            self._desk.noted.emit(text)
        elif request.close:
            barrier = DrawBarrier((leak.start, leak.end))
            self._retoucher.change_here(*retouch_of(barrier))
        else:
            canvas.show_strokes([[(x + 0.5, y + 0.5) for x, y in (leak.start, leak.end)]])
            text = self.tr("The fill runs out here, through %1 px; Shift+click closes it")
            self._desk.noted.emit(text.replace("%1", str(leak.width)))

    # Gaps that close by themselves

    def show_dialog(self) -> None:
        """Show the dialog of closing gaps, with the radius of the frame on the canvas."""
        if self._dialog is None:
            self._dialog = GapDialog(self._desk.canvas)
            self._dialog.asked.connect(self._on_asked)
            self._dialog.applied.connect(self._on_applied)
            self._dialog.finished.connect(self._on_dialog_closed)
        self._dialog.show()
        self._dialog.raise_()
        self._on_frame_shown()

    @Slot()
    def _on_frame_shown(self) -> None:
        self._helper.drop(LEAK)
        self._desk.canvas.show_strokes(())
        if self._dialog is not None:
            frame = self._desk.frame
            self._dialog.set_radius(frame.retouch.radius if frame else 0)

    @Slot(int)
    def _on_asked(self, radius: int) -> None:
        segments, frame = self._segments, self._desk.frame
        if segments is None or frame is None:
            self._desk.canvas.show_strokes(())
            return
        retouch = replace(frame.retouch, radius=radius)
        self._helper.ask(
            PREVIEW,
            lambda cancel: open_bridges(segments.inks > 0, retouch),
            lambda bridges: self._on_previewed(segments, bridges),
        )

    def _on_previewed(self, segments: Segments, bridges: NDArray[np.int64]) -> None:
        canvas = self._desk.canvas
        shown = canvas.renderer.segments if canvas.renderer else None
        if self._dialog is None or shown is not segments:
            return
        ends = (bridges + 0.5).tolist()
        canvas.show_strokes([((x, y), (to_x, to_y)) for x, y, to_x, to_y in ends])
        self._dialog.show_found(len(bridges))

    @Slot(int)
    def _on_applied(self, radius: int) -> None:
        self._retoucher.change_here("Close gaps", lambda segments, old: replace(old, radius=radius))

    @Slot()
    def _on_dialog_closed(self) -> None:
        self._dialog = None
        self._helper.drop(PREVIEW)
        self._desk.canvas.show_strokes(())
