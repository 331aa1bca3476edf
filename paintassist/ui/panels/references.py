"""The sheets, to look at and to take colours from."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from paintassist.core.matching import NO_COLOR
from paintassist.core.sheets.figures import Figure
from paintassist.document.document import Document
from paintassist.document.requests import frame_page, mirror_page, page_name, sheet_page
from paintassist.document.sheet import Sheet
from paintassist.ui.canvas.overlay import FrameLook
from paintassist.ui.canvas.renderer import FrameRenderer
from paintassist.ui.canvas.view_widget import ViewWidget
from paintassist.ui.looks import frame_look, sheet_look
from paintassist.ui.panels.figure_use import FigureUse

FOREGROUND = Qt.ItemDataRole.ForegroundRole
SOURCE_MARK = QColor(255, 255, 255)
REST_MILLISECONDS = 250


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

    Where a proposal came from another sheet, or from a frame, that one is shown as soon as
    the hand rests: at every move it would flicker.

    Signals
    -------
    chosen : int, the palette index.
    use_changed : number of the sheet, how its figure is used.
    """

    chosen = Signal(int)
    use_changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._shown: Sheet | None = None
        self._frame = ""
        self._source = ("", 0)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MILLISECONDS)
        self._resting.timeout.connect(self._on_rested)
        self._names = QComboBox()
        self._names.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view = SheetView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._names)
        layout.addWidget(self.view, 1)
        self.use = FigureUse()
        layout.addWidget(self.use)
        self.use.changed.connect(self._on_use_changed)
        self._names.currentIndexChanged.connect(self._on_index_changed)
        self.view.clicked.connect(self._on_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._names.setAccessibleName(self.tr("Sheet"))
        self.view.setAccessibleName(self.tr("Sheet picture"))
        self.use.retranslate()
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
        for row, sheet in enumerate(document.sheets):
            if not sheet.use.on:
                self._names.setItemData(row, self.palette().placeholderText(), FOREGROUND)
        self._on_index_changed()

    def select(self, sheet_name: str) -> None:
        """Show the sheet of this name, if there is one."""
        index = self._names.findText(sheet_name)
        if index >= 0:
            self._names.setCurrentIndex(index)

    def renew_colors(self) -> None:
        """Show the palette's colours again after it changed."""
        look = self._look()
        if look and self.view.renderer:
            self.view.renderer.set_colors(look.rgba, look.marks.unpainted)
            self.view.update()

    def _look(self) -> FrameLook | None:
        if self._document is None:
            return None
        if self._frame:
            index = self._document.frame_index(self._frame)
            return frame_look(self._document, self._document.frames[index]) if index >= 0 else None
        return sheet_look(self._document, self._shown) if self._shown else None

    def show_source(self, page: str, segment: int) -> None:
        """Outline the segment of a page that a proposal came from; 0 outlines nothing."""
        self._source = page, segment
        self._mark_source()
        if self._shows(page) or (not page and not self._frame):
            self._resting.stop()
        else:
            self._resting.start()

    def _shows(self, page: str) -> bool:
        if self._frame:
            return page == frame_page(self._frame)
        # A mirror image has the ids of its sheet, which is what can be shown.
        name = "" if self._shown is None else self._shown.name
        return self._shown is not None and page in (sheet_page(name), mirror_page(name))

    def _mark_source(self) -> None:
        page, segment = self._source
        here = segment > 0 and self._shows(page)
        self.view.mark_segments([(segment, SOURCE_MARK)] if here else [])

    @Slot()
    def _on_rested(self) -> None:
        page, _ = self._source
        if page and page == frame_page(page_name(page)):
            self._show_frame(page_name(page))
        else:
            self._show_sheet_again()
            if page:
                self.select(page_name(page))
        self._mark_source()

    def _show_frame(self, name: str) -> None:
        index = self._document.frame_index(name) if self._document else -1
        segments = self._document.segments(index) if self._document and index >= 0 else None
        if segments is not None:
            self._frame = name
            self.view.show_renderer(FrameRenderer(segments))
            self.renew_colors()

    def _show_sheet_again(self) -> None:
        if self._frame:
            self._frame = ""
            renderer = FrameRenderer(self._shown.segments()) if self._shown else None
            self.view.show_renderer(renderer)
            self.renew_colors()

    def _on_index_changed(self) -> None:
        index = self._names.currentIndex()
        sheets = self._document.sheets if self._document else []
        sheet = sheets[index] if 0 <= index < len(sheets) else None
        if sheet is self._shown and not self._frame:
            return
        before = None if self._frame else self._shown
        self._shown, self._frame = sheet, ""
        self.use.show_figure(sheet.use if sheet else None)
        if before is not None and sheet is not None and before.packed is sheet.packed:
            # Only its use has changed.
            return
        if sheet is None:
            self.view.show_renderer(None)
            return
        self.view.show_renderer(FrameRenderer(sheet.segments()))
        self.renew_colors()

    @Slot(object)
    def _on_use_changed(self, figure: Figure) -> None:
        self.use_changed.emit(self._names.currentIndex(), figure)

    def _on_clicked(self, segment: int) -> None:
        colors = self._shown.colors if self._shown else None
        if self._frame and self._document:
            index = self._document.frame_index(self._frame)
            colors = self._document.frames[index].color if index >= 0 else None
        if colors is not None and segment < len(colors) and colors[segment] != NO_COLOR:
            self.chosen.emit(int(colors[segment]))
