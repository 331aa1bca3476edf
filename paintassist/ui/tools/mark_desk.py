"""Marks: the painter says which part segments belong to, by the colour in the hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from paintassist.core.marks import settled_strokes
from paintassist.core.palette import PaletteEntry
from paintassist.core.retouch import MarkStroke, Retouch
from paintassist.core.segments import Segments
from paintassist.core.shade import Shade
from paintassist.core.tones import ROLE_SHADES
from paintassist.ui.color_words import role_words
from paintassist.ui.desk import Desk
from paintassist.ui.retoucher import Retoucher
from paintassist.ui.tools.requests import EraseMarks, MarkSegments
from paintassist.ui.tools.retouching import to_stroke


class MarkDesk(QObject):
    """Makes marks of strokes; each is one undo item of the frame's retouch.

    Parameters
    ----------
    desk : Desk
    retoucher : Retoucher
    ask_part : function that returns str
        Asks for the name of a part; empty if the painter gives none.
    """

    def __init__(
        self, desk: Desk, retoucher: Retoucher, ask_part: Callable[[], str] = lambda: ""
    ) -> None:
        super().__init__(desk)
        self._desk, self._retoucher, self._ask_part = desk, retoucher, ask_part

    def mark(self, request: MarkSegments) -> None:
        """Mark with the part of the current colour, asking for its name if it has none."""
        entry = self._desk.entry(self._desk.color_index)
        if entry is None:
            self._desk.noted.emit(self.tr("Choose a colour first: click one in the palette"))
        elif entry.part:
            self._mark(entry, request)
        else:
            # A question inside of the pen's handler would make phantom clicks.
            QTimer.singleShot(0, self, lambda: self._name_and_mark(request))

    def _name_and_mark(self, request: MarkSegments) -> None:
        index = self._desk.color_index
        entry, part = self._desk.entry(index), self._ask_part().strip()
        if entry is None or not part:
            text = self.tr("This colour belongs to no part yet; give it one in the palette")
            self._desk.noted.emit(text)
            return
        named = replace(entry, part=part)
        self._desk.edit(lambda: self._desk.document.paints.update(index, named))
        self._mark(named, request)

    def _mark(self, entry: PaletteEntry, request: MarkSegments) -> None:
        shade = ROLE_SHADES.get(entry.role, Shade.UNSAID) if request.shade else Shade.UNSAID
        mark = MarkStroke(entry.part, shade, to_stroke(request.points))
        words = entry.part if shade is Shade.UNSAID else f"{entry.part} {role_words(entry.role)}"
        self._add("Mark segments", mark, self.tr("Marked as %1").replace("%1", words))

    def erase(self, request: EraseMarks) -> None:
        """Take back what was said of the segments under a stroke."""
        mark = MarkStroke("", Shade.UNSAID, to_stroke(request.points))
        self._add("Erase marks", mark, self.tr("Marks taken back"))

    def _add(self, name: str, mark: MarkStroke, said: str) -> None:
        def make(segments: Segments, old: Retouch) -> Retouch:
            return replace(old, marks=settled_strokes(segments, (*old.marks, mark)))

        self._retoucher.change_here(name, make, said)
