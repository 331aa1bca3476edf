"""The status bar: what is under the hand, what is under way, how far the cut is."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

NOTE_MILLISECONDS = 8000
# A sentence can be read in this time; then it makes way for what the hand points at.
READ_MILLISECONDS = 2000


class StatusBar(QStatusBar):
    """Shows the current segment, progress with a cancel button, counts and zoom."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.segment = QLabel()
        self.segment.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.progress = QProgressBar()
        self.progress.setFixedWidth(240)
        self.cancel = QPushButton()
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.cancelled)
        self.counts = QLabel()
        self.device = QLabel()
        self.zoom = QLabel()
        self.zoom.setMinimumWidth(52)
        self.addWidget(self.segment, 1)
        for widget in (self.progress, self.cancel, self.counts, self.device, self.zoom):
            self.addPermanentWidget(widget)
        self.setContentsMargins(8, 0, 8, 0)
        self._noted = QElapsedTimer()
        self.retranslate()
        self.show_idle()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.cancel.setText(self.tr("Cancel"))
        self.segment.setAccessibleName(self.tr("Segment under the cursor"))
        self.progress.setAccessibleName(self.tr("Progress"))
        self.counts.setAccessibleName(self.tr("Segments left"))
        self.device.setAccessibleName(self.tr("What the model runs on"))
        self.zoom.setAccessibleName(self.tr("Zoom"))

    def note(self, sentence: str) -> None:
        """Show a sentence for a while, over what is under the hand."""
        self._noted.start()
        self.showMessage(sentence, NOTE_MILLISECONDS)

    def show_segment(self, words: str) -> None:
        """Show what is under the hand; a sentence that was there to be read makes way."""
        if words != self.segment.text():
            self.segment.setText(words)
            if self.currentMessage() and self._noted.hasExpired(READ_MILLISECONDS):
                self.clearMessage()

    @Slot(str, int, int)
    def show_progress(self, what: str, done: int, total: int) -> None:
        """Show how far the work is; total 0 means that nobody knows yet."""
        if 0 < total <= done:
            self.show_idle()
            return
        self.progress.setMaximum(total)
        self.progress.setValue(done)
        self.progress.setFormat(f"{what} %v / %m" if what else "%v / %m")
        self.progress.show()
        self.cancel.show()

    @Slot(str, str)
    def show_device(self, device: str, reason: str) -> None:
        """Show what the model runs on; the reason why it is not the GPU is the tool tip."""
        self.device.setText(device.rpartition(" ")[2])
        text = self.tr("The model runs on %1").replace("%1", device)
        self.device.setToolTip(f"{text}: {reason}" if reason else text)
        self.device.setAccessibleDescription(self.device.toolTip())
        self.device.setVisible(bool(device))

    @Slot()
    def show_idle(self) -> None:
        """Show that nothing is under way."""
        self.progress.hide()
        self.cancel.hide()
