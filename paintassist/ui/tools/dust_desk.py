"""Dust: looked for in the helper, reviewed in a dialog, removed in one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from paintassist.core.dust import Speck, find_specks, without_specks
from paintassist.document.packing import PackedSegments, unpack_segments
from paintassist.ui.helper import Cancel
from paintassist.ui.tools.dust_dialog import DustDialog, Found

if TYPE_CHECKING:
    from paintassist.ui.desk import Desk
    from paintassist.ui.retoucher import Make, Retoucher

SUBJECT = "dust"


class DustDesk(QObject):
    """Shows specks and lets them take the colour around them."""

    def __init__(self, desk: Desk, retoucher: Retoucher) -> None:
        super().__init__(desk)
        self._desk, self._retoucher = desk, retoucher
        self._dialog: DustDialog | None = None
        desk.frame_shown.connect(self._on_frame_shown)
        desk.workspace.document_opened.connect(self._on_document_opened)
        retoucher.landed.connect(self._ask)

    def show_dialog(self) -> None:
        """Show the dialog, and look for specks at once."""
        if self._dialog is None:
            self._dialog = DustDialog(self._desk.canvas)
            self._dialog.asked.connect(self._on_asked)
            self._dialog.chosen.connect(self._on_chosen)
            self._dialog.applied.connect(self._on_applied)
            self._dialog.finished.connect(self._on_finished)
        self._dialog.show()
        self._dialog.raise_()
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._dialog is not None:
            self._dialog.ask()

    @Slot(int)
    def _on_frame_shown(self, index: int) -> None:
        if self._dialog is not None and index >= 0 and not self._dialog.every.isChecked():
            self._ask()

    @Slot()
    def _on_document_opened(self) -> None:
        if self._dialog is not None:
            self._dialog.close()

    @Slot(int, bool)
    def _on_asked(self, most: int, every: bool) -> None:
        frames = self._desk.document.frames
        wanted = frames if every else [frame for frame in frames if frame is self._desk.frame]
        ground = [(frame.name, frame.packed) for frame in wanted if frame.packed is not None]
        self._desk.workspace.helper.ask(
            SUBJECT, lambda cancel: _look(ground, most, cancel), self._on_found
        )

    def _on_found(self, found: Found) -> None:
        if self._dialog is not None:
            self._dialog.show_specks(found)

    @Slot(str, object)
    def _on_chosen(self, name: str, speck: Speck) -> None:
        index = self._desk.document.frame_index(name)
        if index >= 0:
            self._desk.show_frame(index)
            x, y = speck.pixels[0]
            self._desk.canvas.look_at((x + 0.5, y + 0.5))
            self._desk.canvas.show_strokes([[(x + 0.5, y + 0.5)]])

    @Slot(list)
    def _on_applied(self, found: Found) -> None:
        by_frame: dict[str, list[Speck]] = {}
        for name, speck in found:
            by_frame.setdefault(name, []).append(speck)
        words = "speck" if len(found) == 1 else f"{len(found)} specks"
        self._retoucher.change(
            f"Remove {words}", {name: _remover(specks) for name, specks in by_frame.items()}
        )

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None
        self._desk.workspace.helper.drop(SUBJECT)
        self._desk.canvas.show_strokes(())


def _remover(specks: Sequence[Speck]) -> Make:
    return lambda segments, old: without_specks(old, specks)


def _look(ground: Sequence[tuple[str, PackedSegments]], most: int, cancel: Cancel) -> Found:
    found: Found = []
    for name, packed in ground:
        cancel.check()
        found += [(name, speck) for speck in find_specks(unpack_segments(packed), most)]
    return found
