"""What the painter sees beside the paint: differences, onion skin, comparisons, turned views."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from paintassist.core.matching import NO_COLOR
from paintassist.document.changes import Change, ChangeKind
from paintassist.ui.canvas.comparing import HELD_ACTIONS, Compare
from paintassist.ui.canvas.overlay import OverlayMode
from paintassist.ui.canvas.renderer import FrameRenderer
from paintassist.ui.canvas.spots import AFTER, BEFORE
from paintassist.ui.desk import Desk
from paintassist.ui.kin import Kin
from paintassist.ui.looks import color_table, frame_look, sheet_look
from paintassist.ui.panels.references import ReferencePanel

TURN_DEGREES = 15.0


class Sight(QObject):
    """Gives the canvas the neighbours of its frame, when something shows them."""

    def __init__(self, desk: Desk, references: ReferencePanel, kin: Kin) -> None:
        super().__init__(desk)
        self._desk, self._canvas, self._references = desk, desk.canvas, references
        self._kin = kin
        self._onion = False
        desk.frame_shown.connect(self._renew)
        kin.found.connect(self._on_kin_found)
        desk.workspace.document_changed.connect(self._on_document_changed)
        self._canvas.comparing.wanted.connect(self._on_compare_wanted)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the view do, by id."""
        canvas = self._canvas
        return {
            **{f"overlay_{mode.value}": self._overlay_setter(mode) for mode in OverlayMode},
            **{name: self._comparer(wanted) for name, wanted in HELD_ACTIONS.items()},
            "onion_skin": self.toggle_onion,
            "turn_left": lambda: canvas.turn(-TURN_DEGREES),
            "turn_right": lambda: canvas.turn(TURN_DEGREES),
            "flip_view": canvas.flip,
            "turn_upright": canvas.turn_upright,
        }

    def _overlay_setter(self, mode: OverlayMode) -> Callable[[], None]:
        return lambda: self.set_overlay(mode)

    def _comparer(self, wanted: Compare) -> Callable[[], None]:
        return lambda: self._canvas.comparing.toggle(wanted)

    def set_overlay(self, mode: OverlayMode) -> None:
        """Show other marks over the paint."""
        self._canvas.set_overlay(mode)
        self._renew()

    def toggle_onion(self) -> None:
        """Show or hide the lines of the previous and the next frame."""
        self._onion = not self._onion
        self._renew()

    @Slot()
    def _renew(self) -> None:
        self._canvas.set_onion(self._skins() if self._onion else [])
        if self._canvas.overlay is OverlayMode.DIFFERENCES:
            self._canvas.set_differing(self.differing())

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        here = self._desk.frame_index
        if change.kind is ChangeKind.SEGMENTS and abs(change.frame - here) <= 1:
            self._renew()
        elif (
            change.kind in (ChangeKind.DECISIONS, ChangeKind.PROPOSALS)
            and self._canvas.overlay is OverlayMode.DIFFERENCES
            and here - 1 <= change.frame <= here
        ):
            self._canvas.set_differing(self.differing())

    @Slot(int)
    def _on_kin_found(self, index: int) -> None:
        if index == self._desk.frame_index and self._canvas.overlay is OverlayMode.DIFFERENCES:
            self._canvas.set_differing(self.differing())

    def _skins(self) -> list[tuple[NDArray[np.int32], np.uint32]]:
        document, here = self._desk.document, self._desk.frame_index
        skins = []
        for index, color in ((here - 1, BEFORE), (here + 1, AFTER)):
            if here >= 0 and 0 <= index < len(document.frames):
                segments = document.segments(index)
                if segments is not None:
                    skins.append((segments.labels, color))
        return skins

    def differing(self) -> NDArray[np.bool_]:
        """Return which segments (count + 1,) have another colour than in the frame before.

        No segment while the helper still looks for those of the frame before.
        """
        document, here = self._desk.document, self._desk.frame_index
        frame = self._desk.frame
        if frame is None:
            return np.zeros(0, np.bool_)
        differing = np.zeros(frame.count + 1, np.bool_)
        self._kin.want([here])
        partner = self._kin.partner(here)
        if partner is None:
            return differing
        old = document.frames[here - 1].color[partner]
        known = (partner > 0) & (old != NO_COLOR) & (frame.color != NO_COLOR)
        differing[known] = old[known] != frame.color[known]
        return differing

    # Comparing

    @Slot(object)
    def _on_compare_wanted(self, wanted: Compare | None) -> None:
        self._canvas.peek(self.picture(wanted) if wanted else None)

    def picture(self, wanted: Compare) -> FrameRenderer | None:
        """Return what a held key shows, None where there is no such thing."""
        document, here, frame = self._desk.document, self._desk.frame_index, self._desk.frame
        shown = self._canvas.renderer
        if frame is None or shown is None:
            return None
        if wanted is Compare.REFERENCE:
            sheet = self._references.shown
            if sheet is None:
                return None
            renderer, look = FrameRenderer(sheet.segments()), sheet_look(document, sheet)
            renderer.set_colors(look.rgba, look.marks.unpainted)
            return renderer
        if wanted is Compare.PREVIOUS:
            segments = document.segments(here - 1) if here > 0 else None
            if segments is None:
                return None
            renderer, look = (
                FrameRenderer(segments),
                frame_look(document, document.frames[here - 1]),
            )
            renderer.set_colors(look.rgba, look.marks.unpainted)
            return renderer
        renderer = FrameRenderer(shown.segments)
        nothing = np.zeros(frame.count + 1, np.bool_)
        if wanted is Compare.LINE:
            renderer.set_lines_on_top(True)
            renderer.set_colors(np.full((frame.count + 1, 4), 255, np.uint8), nothing)
        else:
            colors = color_table(document.palette, frame.proposed)
            renderer.set_colors(colors, frame.proposed == NO_COLOR)
        return renderer
