"""What Qt finds here, for `paintassist doctor`."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QLibraryInfo, QLocale, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from paintassist.ui.language import system_language


def describe() -> dict[str, Any]:
    """Start Qt as the window would and return what there is.

    Qt ends the process if no platform plugin works: call it in a process that may end.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    screens = [
        f"{screen.size().width()} x {screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    families = QFontDatabase.families(QFontDatabase.WritingSystem.Japanese)
    return {
        "qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "screens": screens,
        "style": app.style().objectName(),
        "font": app.font().family(),
        "japanese_fonts": [name for name in families if not QFontDatabase.isPrivateFamily(name)],
        "locale": QLocale.system().name(),
        "language": system_language(),
        "plugins": QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath),
    }
