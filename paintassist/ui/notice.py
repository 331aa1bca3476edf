"""The last word where there is neither a window nor a terminal."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMessageBox


def show_notice(sentence: str) -> None:
    """Show one sentence in a box of its own until it is closed."""
    # Kept in a name: the box ends with it.
    app = QApplication.instance() or QApplication(sys.argv[:1])
    box = QMessageBox(QMessageBox.Icon.Critical, "PaintAssist", sentence)
    box.exec()
    del app
