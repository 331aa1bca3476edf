"""Every question that the window asks, in one place, so that tests can answer them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from paintassist.core.palette import Color, to_color
from paintassist.io.images import SHEET_EXTENSIONS
from paintassist.io.palettes import PALETTE_SUFFIXES
from paintassist.io.palettes.files import CODECS
from paintassist.io.project_database import SUFFIX
from paintassist.ui.words import translate


class Answer(StrEnum):
    """What the painter chose."""

    SAVE = "save"
    DISCARD = "discard"
    FRAMES = "frames"
    SHEET = "sheet"
    COLORS = "colors"
    SCENE = "scene"
    CANCEL = "cancel"


def filter_of(kind: str, suffixes: Sequence[str]) -> str:
    """Return what a file dialog shows files by: "Images (*.png *.tga)"."""
    patterns = " ".join(f"*{suffix}" for suffix in suffixes)
    return f"{kind} ({patterns})"


class Dialogs:
    """Asks the painter; every method returns None or `CANCEL` when the answer is none."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def ask_frames_folder(self) -> Path | None:
        """Ask for a folder of line art."""
        name = QFileDialog.getExistingDirectory(self._parent, translate("Dialogs", "Open Frames"))
        return Path(name) if name else None

    def ask_sheets(self) -> list[Path]:
        """Ask for painted images."""
        kinds = filter_of(translate("Dialogs", "Images"), (*SHEET_EXTENSIONS, ".clip"))
        names, _ = QFileDialog.getOpenFileNames(
            self._parent, translate("Dialogs", "Add Sheet"), "", kinds
        )
        return [Path(name) for name in names]

    def ask_project(self) -> Path | None:
        """Ask for a project file to open."""
        return self._ask_file(translate("Dialogs", "Open Project"), "PaintAssist", (SUFFIX,))

    def ask_save_path(self, suggestion: str) -> Path | None:
        """Ask where the project shall be kept."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent,
            translate("Dialogs", "Save Project"),
            suggestion + SUFFIX,
            filter_of("PaintAssist", (SUFFIX,)),
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)

    def ask_color(self, initial: Color) -> Color | None:
        """Ask for a colour, by eye or by its numbers."""
        dialog = QColorDialog(QColor(*initial), self._parent)
        dialog.setOption(QColorDialog.ColorDialogOption.ShowAlphaChannel)
        dialog.setWindowTitle(translate("Dialogs", "Colour"))
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.currentColor()
        dialog.deleteLater()
        if not accepted:
            return None
        return to_color((chosen.red(), chosen.green(), chosen.blue(), chosen.alpha()))

    def ask_text(self, title: str, label: str, text: str) -> str:
        """Ask for a word; empty if there is none."""
        words, accepted = QInputDialog.getText(
            self._parent, title, label, QLineEdit.EchoMode.Normal, text
        )
        return words.strip() if accepted else ""

    def ask_scene_sheet(self) -> Path | None:
        """Ask for a painted image that shows a sheet in the colours of another scene."""
        title = translate("Dialogs", "Scene from a Sheet")
        return self._ask_file(title, translate("Dialogs", "Images"), SHEET_EXTENSIONS)

    def ask_palette(self) -> Path | None:
        """Ask for a palette file to read."""
        title = translate("Dialogs", "Import Palette")
        return self._ask_file(title, translate("Dialogs", "Palettes"), PALETTE_SUFFIXES)

    def ask_palette_target(self, suggestion: str) -> Path | None:
        """Ask where the palette shall be written, and in which format."""
        kinds = [f"{codec.title} (*{codec.suffix})" for codec in CODECS.values()]
        name, kind = QFileDialog.getSaveFileName(
            self._parent,
            translate("Dialogs", "Export Palette"),
            suggestion + PALETTE_SUFFIXES[0],
            ";;".join(kinds),
        )
        if not name:
            return None
        path = Path(name)
        suffix = PALETTE_SUFFIXES[kinds.index(kind)] if kind in kinds else PALETTE_SUFFIXES[0]
        return path if path.suffix.lower() in CODECS else path.with_name(path.name + suffix)

    def ask_import(self, path: Path) -> Answer:
        """Ask whether the colours of a file are more colours, or those of another scene."""
        box = self._question(
            translate("Dialogs", "What is %1?").replace("%1", path.name),
            translate(
                "Dialogs",
                "Its colours can be added to the palette, or be those of another scene: "
                "matched by name, or by their order.",
            ),
        )
        colors = box.addButton(translate("Dialogs", "&Colours"), QMessageBox.ButtonRole.AcceptRole)
        scene = box.addButton(translate("Dialogs", "&Scene"), QMessageBox.ButtonRole.AcceptRole)
        return self._run(box, {colors: Answer.COLORS, scene: Answer.SCENE})

    def ask_unsaved(self, title: str) -> Answer:
        """Ask what becomes of work that is kept nowhere."""
        box = self._question(
            translate("Dialogs", "Save %1 before closing?").replace("%1", title),
            translate("Dialogs", "Your decisions are not kept in a file yet."),
        )
        save = box.addButton(translate("Dialogs", "&Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(
            translate("Dialogs", "&Don't Save"), QMessageBox.ButtonRole.DestructiveRole
        )
        return self._run(box, {save: Answer.SAVE, discard: Answer.DISCARD})

    def ask_role(self, paths: list[Path]) -> Answer:
        """Ask whether dropped images are frames to paint or sheets to paint from."""
        what = (
            paths[0].name
            if len(paths) == 1
            else translate("Dialogs", "%1 items").replace("%1", str(len(paths)))
        )
        box = self._question(
            translate("Dialogs", "What is %1?").replace("%1", what),
            translate("Dialogs", "Frames are painted; a sheet shows the colours."),
        )
        frames = box.addButton(translate("Dialogs", "&Frames"), QMessageBox.ButtonRole.AcceptRole)
        sheet = box.addButton(translate("Dialogs", "&Sheet"), QMessageBox.ButtonRole.AcceptRole)
        return self._run(box, {frames: Answer.FRAMES, sheet: Answer.SHEET})

    def ask_sources_folder(self, old: Path) -> Path | None:
        """Ask where the line art is that lay in a folder."""
        near = next((folder for folder in old.parents if folder.is_dir()), Path.home())
        title = translate("Dialogs", "Where are the files of %1 now?")
        name = QFileDialog.getExistingDirectory(
            self._parent, title.replace("%1", str(old)), str(near)
        )
        return Path(name) if name else None

    def ask_sure(self, question: str) -> bool:
        """Ask before something goes for good."""
        yes = QMessageBox.StandardButton.Yes
        return QMessageBox.question(self._parent, "PaintAssist", question) == yes

    def _ask_file(self, title: str, kind: str, suffixes: Sequence[str]) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", filter_of(kind, suffixes))
        return Path(name) if name else None

    def _question(self, text: str, note: str) -> QMessageBox:
        """Return a question that can be left without an answer."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(text)
        box.setInformativeText(note)
        box.addButton(QMessageBox.StandardButton.Cancel)
        return box

    def _run(self, box: QMessageBox, answers: dict[QPushButton, Answer]) -> Answer:
        box.exec()
        answer = next(
            (answer for button, answer in answers.items() if button is box.clickedButton()),
            Answer.CANCEL,
        )
        box.deleteLater()
        return answer
