"""Dark and light: neutral greys, so that nothing around the drawing tints the eye."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

Role = QPalette.ColorRole

DARK = {
    Role.Window: "#2d2d30",
    Role.WindowText: "#dededf",
    Role.Base: "#242427",
    Role.AlternateBase: "#2a2a2d",
    Role.Text: "#e4e4e5",
    Role.PlaceholderText: "#98989c",
    Role.Button: "#39393d",
    Role.ButtonText: "#e4e4e5",
    Role.BrightText: "#ffffff",
    Role.ToolTipBase: "#3d3d42",
    Role.ToolTipText: "#f0f0f0",
    Role.Light: "#4c4c51",
    Role.Midlight: "#424246",
    Role.Mid: "#1e1e20",
    Role.Dark: "#1a1a1c",
    Role.Shadow: "#101012",
    Role.Highlight: "#3a76c6",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#5b9bea",
    Role.Link: "#7db4f5",
}
LIGHT = {
    Role.Window: "#eeeeef",
    Role.WindowText: "#1f1f22",
    Role.Base: "#fbfbfb",
    Role.AlternateBase: "#f3f3f4",
    Role.Text: "#1f1f22",
    Role.PlaceholderText: "#6a6a70",
    Role.Button: "#e6e6e8",
    Role.ButtonText: "#1f1f22",
    Role.BrightText: "#ffffff",
    Role.ToolTipBase: "#fdfdfd",
    Role.ToolTipText: "#1f1f22",
    Role.Light: "#ffffff",
    Role.Midlight: "#f6f6f7",
    Role.Mid: "#b9b9bc",
    Role.Dark: "#9a9a9f",
    Role.Shadow: "#6d6d72",
    Role.Highlight: "#2f6fc4",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#2f6fc4",
    Role.Link: "#1f5fb4",
}
STYLE_SHEET = """
QToolTip { padding: 3px; }
QStatusBar::item { border: none; }
QMainWindow::separator { background: palette(window); width: 4px; height: 4px; }
QDockWidget { font-weight: 600; }
QDockWidget::title { padding: 5px 8px; background: palette(window); text-align: left; }
QToolBar { border: none; spacing: 2px; padding: 3px; }
QListView { border: none; outline: none; }
"""


class Theme(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


def make_palette(dark: bool) -> QPalette:
    """Return the palette of one theme; what is disabled is paler."""
    palette = QPalette()
    for role, name in (DARK if dark else LIGHT).items():
        palette.setColor(role, QColor(name))
    faded = QColor("#77777c" if dark else "#9a9aa0")
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    palette.setColor(
        QPalette.ColorGroup.Disabled, Role.Highlight, QColor("#4a4a4f" if dark else "#c8c8cc")
    )
    return palette


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application."""
    if theme is Theme.SYSTEM:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    else:
        dark = theme is Theme.DARK
    app.setStyle("Fusion")
    app.setPalette(make_palette(dark))
    app.setStyleSheet(STYLE_SHEET)
