"""Asks for the files that a model is made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from paintassist.ui.models.rows import add_row

FIELD_WIDTH = 380


@dataclass(frozen=True)
class ImportRequest:
    """What to import.

    Attributes
    ----------
    name : str
    dacon : Path
    dino : Path or None
        File or folder.
    """

    name: str
    dacon: Path
    dino: Path | None


class ImportForm(QDialog):
    """Checkpoint, DINOv2 and a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import Model"))
        self.dacon, self.dino, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self.dino.setPlaceholderText(self.tr("not needed where the checkpoint holds it"))
        form = QFormLayout(self)
        file, folder = self.tr("File..."), self.tr("Folder...")
        dacon, dino = self.tr("&DACoN checkpoint"), self.tr("DINO&v2")
        add_row(form, dacon, self.dacon, FIELD_WIDTH, {file: self._on_dacon})
        places = {file: self._on_dino, folder: self._on_dino_folder}
        add_row(form, dino, self.dino, FIELD_WIDTH, places)
        add_row(form, self.tr("&Name"), self.name, FIELD_WIDTH)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        for field in (self.dacon, self.name):
            field.textChanged.connect(self._on_changed)
        self._on_changed()

    def request(self) -> ImportRequest:
        """Return what was asked for."""
        dino = self.dino.text().strip()
        return ImportRequest(
            self.name.text().strip(),
            Path(self.dacon.text().strip()).expanduser(),
            Path(dino).expanduser() if dino else None,
        )

    def _on_changed(self) -> None:
        self._accept.setEnabled(bool(self.dacon.text().strip() and self.name.text().strip()))

    def _on_dacon(self) -> None:
        patterns = self.tr("Weights") + " (*.pth *.pt *.ckpt *.safetensors)"
        title = self.tr("DACoN checkpoint")
        name, _ = QFileDialog.getOpenFileName(self, title, "", patterns)
        if name:
            self.dacon.setText(name)
            if not self.name.text():
                self.name.setText(Path(name).stem)

    def _on_dino(self) -> None:
        patterns = self.tr("Weights") + " (*.pth *.pt *.bin *.safetensors)"
        name, _ = QFileDialog.getOpenFileName(self, "DINOv2", "", patterns)
        if name:
            self.dino.setText(name)

    def _on_dino_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "DINOv2")
        if name:
            self.dino.setText(name)


def ask_import(parent: QWidget) -> ImportRequest | None:
    """Ask what to import; None if nothing."""
    form = ImportForm(parent)
    accepted = form.exec() == QDialog.DialogCode.Accepted
    request = form.request() if accepted else None
    form.deleteLater()
    return request
