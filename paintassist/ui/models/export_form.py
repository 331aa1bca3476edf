"""Asks how a model is exported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from paintassist.engines.dacon.precision import Precision
from paintassist.ui.models.rows import add_row

FIELD_WIDTH = 320


@dataclass(frozen=True)
class ExportRequest:
    """What to export.

    Attributes
    ----------
    source : str
        Name of the model.
    name : str
        Of the new one.
    precision : Precision
    folder : Path or None
        Where the new one's folder is made; None for the user's models.
    """

    source: str
    name: str
    precision: Precision
    folder: Path | None = None


class ExportForm(QDialog):
    """Precision, name and folder.

    Parameters
    ----------
    source : str
        Name of the model.
    has_dino : bool
        Whether it can be made int8.
    """

    def __init__(self, source: str, has_dino: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export %1").replace("%1", source))
        self._source = source
        self.precision, self.name, self.folder = QComboBox(), QLineEdit(), QLineEdit()
        offers = {
            Precision.FP32: self.tr("32 bits: as it is, for every machine"),
            Precision.FP16: self.tr("16 bits beside them: faster on a GPU"),
            Precision.INT8: self.tr("8 bits: faster on a CPU, nearly the same colours"),
        }
        for precision, words in offers.items():
            if precision is not Precision.INT8 or has_dino:
                self.precision.addItem(f"ONNX, {words}", precision)
        self.folder.setPlaceholderText(self.tr("among your models"))
        form = QFormLayout(self)
        add_row(form, self.tr("&Precision"), self.precision, FIELD_WIDTH)
        add_row(form, self.tr("&Name"), self.name, FIELD_WIDTH)
        browse = {self.tr("Folder..."): self._on_browse}
        add_row(form, self.tr("&Where"), self.folder, FIELD_WIDTH, browse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.precision.currentIndexChanged.connect(self._suggest)
        self.name.textChanged.connect(self._on_changed)
        self._suggest()

    def request(self) -> ExportRequest:
        """Return what was asked for."""
        folder = self.folder.text().strip()
        return ExportRequest(
            self._source,
            self.name.text().strip(),
            Precision(self.precision.currentData()),
            Path(folder).expanduser() if folder else None,
        )

    def _suggest(self) -> None:
        self.name.setText(f"{self._source}-{self.precision.currentData()}")

    def _on_changed(self) -> None:
        self._accept.setEnabled(bool(self.name.text().strip()))

    def _on_browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.windowTitle())
        if folder:
            self.folder.setText(folder)


def ask_export(parent: QWidget, source: str, has_dino: bool) -> ExportRequest | None:
    """Ask how a model is exported; None if it is not."""
    form = ExportForm(source, has_dino, parent)
    accepted = form.exec() == QDialog.DialogCode.Accepted
    request = form.request() if accepted else None
    form.deleteLater()
    return request
