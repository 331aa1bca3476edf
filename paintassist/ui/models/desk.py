"""What the dialog of models works on, and whom it asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from paintassist.io.catalogue import Entry, read_catalogue
from paintassist.io.model_fetch import Fetch
from paintassist.io.model_store import user_store
from paintassist.resources import cache_folder, models_folder
from paintassist.ui.models.export_form import ExportRequest, ask_export
from paintassist.ui.models.import_form import ImportRequest, ask_import


def confirm(parent: QWidget, question: str) -> bool:
    """Ask a question that has yes for an answer."""
    yes = QMessageBox.StandardButton.Yes
    return QMessageBox.question(parent, parent.windowTitle(), question) == yes


@dataclass(frozen=True)
class ModelsDesk:
    """What the dialog works on, and whom it asks.

    Attributes
    ----------
    bundled : Path
        Folder of the models that come with the program.
    fetch : Fetch
        Its store is that of the user's models.
    entries : mapping of str to Entry
        What can be fetched.
    ask_import, ask_export, confirm : function
        Ask the painter.
    """

    bundled: Path
    fetch: Fetch
    entries: Mapping[str, Entry] = field(default_factory=dict)
    ask_import: Callable[[QWidget], ImportRequest | None] = ask_import
    ask_export: Callable[[QWidget, str, bool], ExportRequest | None] = ask_export
    confirm: Callable[[QWidget, str], bool] = confirm


def default_desk() -> ModelsDesk:
    """Return the desk of this user.

    Raises
    ------
    InputError
        If the catalogue is damaged.
    """
    fetch = Fetch(user_store(), cache_folder() / "downloads")
    return ModelsDesk(models_folder(), fetch, read_catalogue(models_folder()))
