"""The dialog that shows a report; painting goes on behind it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

WIDTH, HEIGHT = 720, 480
ICON = 40


class ErrorDialog(QDialog):
    """Says that something went wrong, what of the work is safe, and shows the report.

    Signals
    -------
    save_wanted : the painter wants the work in a file now.
    """

    save_wanted = Signal()

    def __init__(self, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self.setWindowTitle(self.tr("Something Went Wrong"))
        # The painter may go on painting and close this later.
        self.setModal(False)
        self.resize(WIDTH, HEIGHT)
        self.safety, self.advice = _sentence(), _sentence()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Report"))
        self.copy = QPushButton(self.tr("&Copy Report"))
        self.copy.clicked.connect(self._on_copy)
        self.folder = QPushButton(self.tr("Open &Log Folder"))
        self.folder.clicked.connect(self._on_folder)
        self.save = QPushButton(self.tr("&Save Work..."))
        self.save.clicked.connect(self.save_wanted)
        self.go_on = QPushButton(self.tr("&Go On"))
        self.go_on.clicked.connect(self.accept)
        self.go_on.setDefault(True)
        buttons = QDialogButtonBox()
        for button in (self.copy, self.folder, self.save):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.addLayout(self._heading())
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)

    def _heading(self) -> QHBoxLayout:
        """Return an icon beside what happened, what is safe, and what to do."""
        icon = QLabel()
        pixmap = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)
        icon.setPixmap(pixmap.pixmap(ICON, ICON))
        head = QLabel(self.tr("PaintAssist made a mistake. You can go on painting."))
        font = head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        head.setFont(font)
        self.advice.setText(
            self.tr(
                "If it happens again, copy this report and send it to those who maintain "
                "PaintAssist. It holds no picture, and nothing is sent by itself."
            )
        )
        words = QVBoxLayout()
        for label in (head, self.safety, self.advice):
            words.addWidget(label)
        heading = QHBoxLayout()
        heading.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        heading.addSpacing(8)
        heading.addLayout(words, 1)
        return heading

    def show_report(self, report: str, kept_in: str, unsaved: bool) -> None:
        """Show a report.

        Parameters
        ----------
        report : str
        kept_in : str
            Name of the file that has every edit; empty without one.
        unsaved : bool
            Whether there is work that no file has.
        """
        if kept_in:
            text = self.tr("Your work is safe: every edit is kept in %1.")
            self.safety.setText(text.replace("%1", kept_in))
        elif unsaved:
            self.safety.setText(self.tr("Your work is in no file yet; save it now."))
        else:
            self.safety.setText(self.tr("No work is lost."))
        self.save.setVisible(unsaved and not kept_in)
        self.text.setPlainText(report)
        self.show()
        self.raise_()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))

    @Slot()
    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))


def _sentence() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label
