"""What we rely on below us."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_pyside_does_not_use_none_up(qapp: QApplication):
    # PySide6 6.12.0 did, and Python 3.11 aborts when the last reference is gone.
    painter = QPainter(image := QImage(4, 4, QImage.Format.Format_ARGB32))
    before = sys.getrefcount(None)
    for _ in range(500):
        painter.translate(0, 0)
    after = sys.getrefcount(None)
    painter.end()
    assert not image.isNull()
    assert after > before - 100
