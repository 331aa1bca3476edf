"""Leads through the window, card by card; offered once, and whenever it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Slot

from paintassist.resources import sample_folder
from paintassist.ui.docks import raise_dock
from paintassist.ui.preferences import open_preferences
from paintassist.ui.tour.card import TourCard, TourRing
from paintassist.ui.tour.steps import STEPS, with_keys

if TYPE_CHECKING:
    from paintassist.ui.main_window import MainWindow

SEEN = "tour/seen"


class Tour(QObject):
    """Shows one card at a time; the window stays usable."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = open_preferences()
        self._step = 0
        self.card: TourCard | None = None
        self._ring: TourRing | None = None

    def offer(self) -> None:
        """Offer the tour to someone who has not been offered it yet."""
        if str(self._preferences.value(SEEN, "")) != "yes":
            self.start()

    @Slot()
    def start(self) -> None:
        """Show the first card."""
        self._preferences.setValue(SEEN, "yes")
        if self.card is None:
            self.card, self._ring = TourCard(self._window), TourRing(self._window)
            self.card.went.connect(self._on_went)
            self.card.left.connect(self.leave)
            self._window.installEventFilter(self)
        self._show(0)

    @Slot()
    def leave(self) -> None:
        """Take the cards away."""
        if self.card is None or self._ring is None:
            return
        self._window.removeEventFilter(self)
        for widget in (self.card, self._ring):
            widget.hide()
            widget.deleteLater()
        self.card = self._ring = None
        self._window.canvas.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if self.card is not None:
            self._show(self._step)

    @Slot(int)
    def _on_went(self, step: int) -> None:
        if self._step == 0 and step > 0:
            self._open_sample()
        if self._step + step >= len(STEPS):
            self.leave()
        else:
            self._show(max(self._step + step, 0))

    def _open_sample(self) -> None:
        """Open the sample, unless something is open already: the cards fit any clip."""
        if not self._window.workspace.document.frames:
            self._window.open_path(sample_folder())

    def _show(self, step: int) -> None:
        assert self.card is not None
        assert self._ring is not None
        self._step = step
        title, text = STEPS[step].words()
        self.card.say(title, with_keys(text, self._window), step, len(STEPS))
        raise_dock(STEPS[step].target(self._window))
        self._place()
        self.card.show()
        self._ring.setVisible(step > 0)
        self.card.raise_()

    def _place(self) -> None:
        if self.card is None or self._ring is None:
            return
        target = STEPS[self._step].target(self._window)
        corner = target.mapTo(self._window, target.rect().topLeft())
        rect = QRect(corner, target.size())
        self._ring.surround(rect)
        self.card.place(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window when it is resized, or laid out anew."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)
