"""Make the icons of every system from resources/icons/*.svg: `python packaging/icons.py FOLDER`.

Writes NAME-SIZE.png, NAME.ico and NAME.icns for each drawing; without a folder the picture that
the window itself shows, resources/icons/paintassist.png. Needs PySide6 and Pillow, which
PaintAssist brings.
"""

from __future__ import annotations

import argparse
import io
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCES = Path(__file__).resolve().parent.parent / "resources" / "icons"
WINDOW_SIZE = 256
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZE = 1024


def render(source: Path, size: int) -> Image.Image:
    """Return an SVG as a square RGBA image."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def make_icons(folder: Path, sources: Path = SOURCES) -> list[Path]:
    """Write the icons of all drawings in `sources` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for source in sorted(sources.glob("*.svg")):
        images = {size: render(source, size) for size in SIZES}
        for size, image in images.items():
            made.append(folder / f"{source.stem}-{size}.png")
            image.save(made[-1])
        made.append(folder / f"{source.stem}.ico")
        # Each size is drawn, not scaled down from the largest: thin lines stay lines.
        largest, *others = (images[size] for size in sorted(ICO_SIZES, reverse=True))
        largest.save(made[-1], sizes=[(size, size) for size in ICO_SIZES], append_images=others)
        made.append(folder / f"{source.stem}.icns")
        render(source, ICNS_SIZE).save(made[-1], append_images=list(images.values()))
    return made


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="without it, the window's icon anew")
    folder = parser.parse_args().folder
    # Kept in a name: Qt's fonts and pictures end with it.
    application = QGuiApplication([])
    if folder is None:
        render(SOURCES / "paintassist.svg", WINDOW_SIZE).save(SOURCES / "paintassist.png")
    else:
        print(f"{len(make_icons(folder))} icons in {folder}")
    del application


if __name__ == "__main__":
    main()
