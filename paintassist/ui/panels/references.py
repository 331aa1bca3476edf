"""The sheets, to look at and to take colours from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from paintassist.core.matching import NO_COLOR
from paintassist.document.document import Document
from paintassist.document.sheet import Sheet
from paintassist.ui.canvas.renderer import FrameRenderer
from paintassist.ui.canvas.view_widget import ViewWidget
from paintassist.ui.looks import sheet_look

SOURCE_MARK = QColor(255, 255, 255)


class SheetView(ViewWidget):
    """One sheet; a click takes the colour under it."""

    clicked = Signal(int)

    def hand_pressed(self, event: QMouseEvent) -> None:
        """Pick."""
        if self.renderer:
            segment = self.renderer.nearest_segment(self.pos_image(event.position()))
            if segment:
                self.clicked.emit(segment)

    def hand_cursor(self) -> Qt.CursorShape:
        """Return the eyedropper's cursor."""
        return Qt.CursorShape.PointingHandCursor


class ReferencePanel(QWidget):
    """Shows one of the sheets; a click makes its colour the current one.

    Signals
    -------
    chosen : int, the palette index.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._shown: Sheet | None = None
        self._names = QComboBox()
        self._names.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view = SheetView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._names)
        layout.addWidget(self.view, 1)
        self._names.currentIndexChanged.connect(self._on_index_changed)
        self.view.clicked.connect(self._on_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._names.setAccessibleName(self.tr("Sheet"))
        self.view.setAccessibleName(self.tr("Sheet picture"))
        self.view.empty_text = self.tr("Drop a painted sheet here.")
        self.view.update()

    @property
    def shown(self) -> Sheet | None:
        """The sheet in view."""
        return self._shown

    def show_sheets(self, document: Document) -> None:
        """Show the sheets of a document; the one in view stays if it is still there."""
        self._document = document
        wanted = self._names.currentText()
        names = [sheet.name for sheet in document.sheets]
        self._names.blockSignals(True)
        self._names.clear()
        self._names.addItems(names)
        self._names.setCurrentIndex(max(names.index(wanted) if wanted in names else 0, 0))
        self._names.blockSignals(False)
        self._names.setVisible(len(names) > 1)
        self._on_index_changed()

    def select(self, sheet_name: str) -> None:
        """Show the sheet of this name, if there is one."""
        index = self._names.findText(sheet_name)
        if index >= 0:
            self._names.setCurrentIndex(index)

    def renew_colors(self) -> None:
        """Show the palette's colours again after it changed."""
        if self._document and self._shown and self.view.renderer:
            look = sheet_look(self._document, self._shown)
            self.view.renderer.set_colors(look.rgba, look.marks.unpainted)
            self.view.update()

    def show_source(self, sheet_name: str, segment: int) -> None:
        """Outline the segment that a proposal came from; 0 outlines nothing."""
        here = self._shown is not None and self._shown.name == sheet_name and segment > 0
        self.view.mark_segments([(segment, SOURCE_MARK)] if here else [])

    def _on_index_changed(self) -> None:
        index = self._names.currentIndex()
        sheets = self._document.sheets if self._document else []
        sheet = sheets[index] if 0 <= index < len(sheets) else None
        if sheet is self._shown:
            return
        self._shown = sheet
        if sheet is None:
            self.view.show_renderer(None)
            return
        self.view.show_renderer(FrameRenderer(sheet.segments()))
        self.renew_colors()

    def _on_clicked(self, segment: int) -> None:
        if self._shown is not None and self._shown.colors[segment] != NO_COLOR:
            self.chosen.emit(int(self._shown.colors[segment]))
