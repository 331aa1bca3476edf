"""Every picture of the manual, taken from the real window: ``python -m docs.manual.screenshots``.

Opens the bundled sample with the bundled model, works a little by mouse and keys, and writes
``docs/manual/images/LANGUAGE/NAME.png``: the window at each step of the tutorial, every dock, every
overlay, every menu and every dialog of our own that an action opens.
Docks, overlays and menus are those that the window has, so that none is forgotten. Texts that do
not fit their widget are told, and make the exit status 1.

Japanese and Chinese need their glyphs: ``apt-get install fonts-noto-cjk``. Pictures are reduced
to their 256 most frequent colours.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import numpy as np
from PIL import Image, ImageDraw

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QColorDialog,
    QDialog,
    QDockWidget,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMenu,
    QProgressBar,
    QWidget,
)

from paintassist.document.review import doubtful_ids
from paintassist.resources import sample_folder
from paintassist.ui.actions import ACTIONS
from paintassist.ui.app import make_application, make_project_engine
from paintassist.ui.canvas.overlay import OverlayMode
from paintassist.ui.dialogs import Dialogs
from paintassist.ui.language import LANGUAGES
from paintassist.ui.theme import Theme
from tests.e2e.hand import CTRL, Hand, open_window
from tests.e2e.truth import UNKNOWN, Truth

IMAGES = Path(__file__).parent / "images"
# The window at work, for the README; in this language, and so many milliseconds a picture.
MOVING = IMAGES.parents[1] / "images" / "at-work.gif"
MOVING_LANGUAGE, MOVING_MS = "en", 1600
SIZE = 1280, 800
FONTS = {
    "en": ("Noto Sans", "DejaVu Sans"),
    "ja": ("Noto Sans CJK JP", "Noto Sans JP"),
    "zh_CN": ("Noto Sans CJK SC", "Noto Sans SC"),
}
SAMPLE_TEXTS = {"en": "Frames", "ja": "色見本かな漢字", "zh_CN": "赛璐珞颜色"}
# Actions that leave the window, ask the system for a file, or need a model to act on.
# Dialogs that look for something first.
WORKING, PATIENCE = {"export", "remove_dust", "import_sheet"}, 60.0
NO_DIALOG = {"quit", "open_frames", "open_sheet", "open_project", "open_sample", "save", "save_as"}


def font_of(language: str) -> QFont:
    """Return a font that has the glyphs of a language.

    Raises
    ------
    SystemExit
        If none is installed: boxes instead of letters are no picture for a manual.
    """
    families = set(QFontDatabase.families())
    for family in FONTS[language]:
        if family in families:
            font = QFont(family)
            font.setPointSizeF(9.75)
            metrics = QFontMetrics(font)
            if all(metrics.inFontUcs4(ord(letter)) for letter in SAMPLE_TEXTS[language]):
                return font
    raise SystemExit(
        f"no font has the letters of '{language}'; install fonts-noto-cjk and fonts-noto-core"
    )


def cut_texts(root: QWidget) -> Iterator[str]:
    """Yield the texts of labels and buttons that need more room than they have."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
            continue
        if not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            cut = widget.heightForWidth(widget.width()) > widget.height() + 1
        else:
            cut = widget.sizeHint().width() > widget.width() + 1
        if cut:
            yield f"{type(widget.parent()).__name__}: '{widget.text()}'"


def as_pillow(picture: QImage) -> Image.Image:
    """Return the pixels of a picture, opaque."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(picture.constBits(), np.uint8)
    rows = flat.reshape(picture.height(), picture.bytesPerLine())[:, : picture.width() * 3]
    return Image.fromarray(rows.reshape(picture.height(), picture.width(), 3).copy())


def in_few_colors(images: list[Image.Image]) -> list[Image.Image]:
    """Reduce pictures to the 256 colours that most of their pixels have.

    Flat paint and the window's own colours stay exact; what changes is the rim of letters.
    """
    pixels = np.concatenate([np.asarray(image, np.uint32).reshape(-1, 3) for image in images])
    packed = pixels[:, 0] << 16 | pixels[:, 1] << 8 | pixels[:, 2]
    colors, counts = np.unique(packed, return_counts=True)
    most = colors[np.argsort(-counts, kind="stable")[:256]]
    table = Image.new("P", (1, 1))
    table.putpalette(np.stack([most >> 16, most >> 8 & 255, most & 255], axis=1).ravel().tolist())
    return [image.quantize(palette=table, dither=Image.Dither.NONE) for image in images]


def is_working(dialog: QDialog) -> bool:
    """Tell whether a dialog still looks for what it will show."""
    bars = [bar for bar in dialog.findChildren(QProgressBar) if bar.isVisible()]
    told = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    return bool(bars) or any(text.endswith(("...", "…")) for text in told)


def draw_sheet(folder: Path) -> Path:
    """Draw a design sheet of two figures of the sample, with swatches beside them."""
    paintings = sorted((sample_folder() / "ref" / "gt").iterdir())
    figures = [Image.open(paintings[index]).convert("RGBA") for index in (0, 2)]
    width, height = figures[0].size
    sheet = Image.new("RGBA", (2 * width + width // 2, height), "white")
    for place, figure in enumerate(figures):
        sheet.alpha_composite(figure, (place * width, 0))
    pixels = np.asarray(figures[0]).reshape(-1, 4)
    colors, counts = np.unique(pixels[pixels[:, 3] == 255], axis=0, return_counts=True)
    pen, side = ImageDraw.Draw(sheet), height // 16
    for place, color in enumerate(colors[np.argsort(-counts)][1:9]):
        x, y = 2 * width + side, side + place * side * 3 // 2
        pen.rectangle((x, y, x + 2 * side, y + side), tuple(color.tolist()), "black")
    path = folder / "hero_sheet.png"
    sheet.save(path)
    return path


class PathDialogs(Dialogs):
    """The window's own dialogs, but for the system's dialog of files."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        self._folder = folder

    def ask_sheets(self) -> list[Path]:
        """Return a sheet drawn for the picture."""
        return [draw_sheet(self._folder)]


class Photographer:
    """Takes and keeps the pictures of one language."""

    def __init__(self, hand: Hand, language: str, only: str) -> None:
        self.hand, self.language, self.only = hand, language, only
        self.folder = IMAGES / language
        self.cut: list[str] = []
        self.moving: list[Image.Image] = []
        self.taken: set[str] = set()

    @property
    def window(self) -> QWidget:
        """The main window."""
        return self.hand.window

    def keep(self, name: str, picture: QImage) -> None:
        """Write a picture, small."""
        if self.only and self.only not in name:
            return
        image = as_pillow(picture)
        small = in_few_colors([image])[0]
        self.folder.mkdir(parents=True, exist_ok=True)
        small.save(self.folder / f"{name}.png", optimize=True)
        self.taken.add(name)

    def take(self, name: str, widget: QWidget | None = None, rect: QRect | None = None) -> None:
        """Take a picture of a widget, by default the window, and look for cut texts."""
        widget = widget or self.window
        QTest.qWait(30)
        self.cut += [f"{self.language}/{name}: {text}" for text in cut_texts(widget)]
        grabbed = widget.grab(rect) if rect else widget.grab()
        self.keep(name, grabbed.toImage())

    def move(self) -> None:
        """Take the window for the moving picture."""
        QTest.qWait(150)
        self.moving.append(as_pillow(self.window.grab().toImage()))

    def keep_moving(self) -> None:
        """Write the moving picture."""
        if self.language != MOVING_LANGUAGE or self.only:
            return
        first, *others = in_few_colors(self.moving)
        first.save(MOVING, save_all=True, append_images=others, duration=MOVING_MS, loop=0)

    def take_dialog(self, action_id: str) -> None:
        """Trigger an action and take the dialog that it opens, if it opens one."""
        before = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        found: list[str] = []
        opened = time.monotonic()

        def shoot() -> None:
            for widget in QApplication.topLevelWidgets():
                if isinstance(widget, QDialog) and widget.isVisible() and widget not in before:
                    QTest.qWait(250)
                    if action_id in WORKING:
                        begin = time.monotonic()
                        while is_working(widget) and time.monotonic() < begin + PATIENCE:
                            QTest.qWait(50)
                    if not isinstance(widget, QFileDialog | QColorDialog | QInputDialog):
                        self.take(f"dialog-{action_id.replace('_', '-')}", widget)
                    found.append(action_id)
                    widget.reject()
            if not found and action_id in WORKING and time.monotonic() < opened + PATIENCE:
                QTimer.singleShot(350, shoot)

        # A dialog that waits for its answer keeps us here until the timer has shot and closed it.
        QTimer.singleShot(350, shoot)
        self.hand.window.actions_by_id[action_id].trigger()
        QTest.qWait(420)
        while not found and action_id in WORKING and time.monotonic() < opened + PATIENCE:
            QTest.qWait(100)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.hand.window.activateWindow()
        self.hand.window.canvas.setFocus()

    def take_menu(self, name: str, menu: QMenu) -> None:
        """Take an open menu."""
        menu.popup(self.window.mapToGlobal(QPoint(0, 24)))
        self.take(name, menu)
        menu.close()


def take_tutorial(photographer: Photographer) -> None:
    """Work through the first minutes and take the window at each step."""
    hand = photographer.hand
    window = hand.window
    photographer.take("window-empty")
    hand.window.open_path(sample_folder())
    hand.settle()
    hand.wait_until(lambda: not window.workspace.busy, "the sample is not proposed")
    QTest.qWait(300)
    photographer.take("window")
    photographer.move()
    hand.key(Qt.Key.Key_N)
    QTest.qWait(200)
    photographer.take("window-doubtful")
    photographer.move()
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Return)
    hand.settle()
    window.canvas.fit()
    truth = Truth(sample_folder())
    for _ in range(3):
        colors = truth.colors(hand.document, window.desk.frame_index)
        wrong = np.flatnonzero((colors != UNKNOWN) & (hand.frame.color != colors))
        segment = int(wrong[hand.segments.area[wrong].argmax()])
        hand.take(int(colors[segment]))
        hand.click(segment)
        hand.settle()
        photographer.move()
    QTest.qWait(300)
    photographer.take("window-corrected")
    photographer.keep_moving()
    for _ in range(3):
        hand.key(Qt.Key.Key_Z, CTRL)
    hand.settle()
    for _ in range(2):
        hand.key(Qt.Key.Key_Y, CTRL)
    hand.settle()


def take_docks(photographer: Photographer) -> None:
    """Take every dock, in front of its neighbours."""
    window = photographer.hand.window
    window.flicker_panel.asked.emit()
    photographer.hand.settle()
    for dock in window.findChildren(QDockWidget):
        dock.show()
        dock.raise_()
        QTest.qWait(60)
        photographer.take(f"dock-{dock.objectName()}", dock)


def take_overlays(photographer: Photographer) -> None:
    """Take the canvas with every overlay, closer than the whole cel."""
    hand = photographer.hand
    window = hand.window
    doubtful = max(
        range(len(hand.document.frames)),
        key=lambda index: len(doubtful_ids(hand.document.frames[index])),
    )
    window.desk.show_frame(max(doubtful, 1))
    hand.settle()
    window.canvas.fit()
    hand.turn_wheel(window.canvas.rect().center() - QPoint(0, 60), 4)
    window.canvas.set_current_segment(0)
    crop = window.canvas.rect().adjusted(120, 20, -120, -20)
    for mode in OverlayMode:
        window.actions_by_id[f"overlay_{mode.value}"].trigger()
        QTest.qWait(60)
        photographer.take(f"overlay-{mode.value}", window.canvas, crop)
    window.actions_by_id["overlay_off"].trigger()
    window.actions_by_id["onion_skin"].trigger()
    QTest.qWait(100)
    photographer.take("overlay-onion", window.canvas, crop)
    window.actions_by_id["onion_skin"].trigger()
    window.canvas.fit()


def take_rest(photographer: Photographer) -> None:
    """Take menus, dialogs and the dark theme."""
    window = photographer.hand.window
    for name, menu in window.menus.items():
        photographer.take_menu(f"menu-{name}", menu)
    for spec in ACTIONS:
        if spec.text.endswith("...") and spec.id not in NO_DIALOG:
            photographer.take_dialog(spec.id)
    window.tour.start()
    QTest.qWait(150)
    photographer.take("window-tour")
    window.tour.leave()
    window.set_theme(Theme.DARK)
    QTest.qWait(100)
    photographer.take("window-dark")
    window.set_theme(Theme.LIGHT)


STEPS: tuple[Callable[[Photographer], None], ...] = (
    take_tutorial,
    take_docks,
    take_overlays,
    take_rest,
)


def photograph(language: str, only: str, folder: Path) -> list[str]:
    """Take all pictures of a language; return the texts that were cut."""
    app = make_application()
    app.setFont(font_of(language))
    with open_window(make_project_engine, SIZE) as hand:
        hand.window.dialogs = PathDialogs(hand.window, folder)
        hand.window.actions_by_id[f"language_{language}"].trigger()
        hand.window.set_theme(Theme.LIGHT)
        photographer = Photographer(hand, language, only)
        for step in STEPS:
            step(photographer)
        hand.window.dialogs = cast(Dialogs, hand.answers)
    if not only:
        # What the window does not have any more.
        for path in photographer.folder.glob("*.png"):
            if path.stem not in photographer.taken:
                path.unlink()
    print(f"{language}: {len(photographer.taken)} pictures in {photographer.folder}")
    return photographer.cut


def main() -> int:
    """Take the pictures; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--only", default="", help="only pictures whose name contains this")
    options = parser.parse_args()
    cut: list[str] = []
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = str(Path(home) / name.lower())
        # What the dialogs name as the home folder.
        os.environ["HOME"] = "/home/painter"
        for language in options.language or LANGUAGES:
            cut += photograph(language, options.only, Path(home))
    for text in cut:
        print(f"cut: {text}", file=sys.stderr)
    return 1 if cut else 0


if __name__ == "__main__":
    raise SystemExit(main())
