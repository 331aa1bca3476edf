"""Which model and engine the open project proposes with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from paintassist.document.changes import Change, ChangeKind
from paintassist.engines.dacon.engine import BUNDLED
from paintassist.ui.actions.spec import QT_TRANSLATE_NOOP
from paintassist.ui.desk import Desk

# What a painter can choose from; the empty name is the default of `make_engine`.
ENGINES = {
    "": QT_TRANSLATE_NOOP("ProjectRow", "its model, shape and movement together"),
    "dacon": QT_TRANSLATE_NOOP("ProjectRow", "its model alone"),
    "shape+flow": QT_TRANSLATE_NOOP("ProjectRow", "shape and movement, without a model"),
}


class ProjectModel(QObject):
    """Reads and changes the project's choice; the worker then proposes anew, decisions stay.

    Signals
    -------
    changed : another model or engine, or another project.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.workspace.document_opened.connect(self.changed)
        desk.workspace.document_changed.connect(self._on_changed)

    @property
    def model(self) -> str:
        """Name or path of the model."""
        return self._desk.document.settings.model or BUNDLED

    @property
    def engine(self) -> str:
        """Name of the engine; empty for the default."""
        return self._desk.document.settings.engine

    def choose_model(self, name: str) -> None:
        """Propose with another model."""
        self._choose(self.engine, "" if name == BUNDLED else name)

    def choose_engine(self, name: str) -> None:
        """Propose another way."""
        self._choose(name, self._desk.document.settings.model)

    def _choose(self, engine: str, model: str) -> None:
        document = self._desk.document
        settings = replace(document.settings, engine=engine, model=model)
        if settings != document.settings:
            self._desk.edit(lambda: document.set_settings(settings))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.SETTINGS:
            self.changed.emit()


class ProjectRow(QWidget):
    """Shows what the project proposes with, and offers other ways.

    Signals
    -------
    engine_chosen : name.
    """

    engine_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.use_button = QLabel(), QPushButton()
        self.use_button.setAutoDefault(False)
        self.label, self.engine = QLabel(), QComboBox()
        self.label.setBuddy(self.engine)
        self.engine.activated.connect(self._on_activated)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.model, 0, 0, 1, 2)
        grid.addWidget(self.use_button, 0, 2)
        grid.addWidget(self.label, 1, 0)
        grid.addWidget(self.engine, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.use_button.setText(self.tr("&Use in This Project"))
        self.label.setText(self.tr("It proposes &with"))

    def show_choice(self, model: str, engine: str, *, is_here: bool) -> None:
        """Show a model's name, whether that model is here, and an engine's name."""
        words = self.tr("This project's model is %1.")
        if not is_here:
            words = self.tr("This project's model, %1, is not here; %2 stands in for it.")
        self.model.setText(words.replace("%1", model).replace("%2", BUNDLED))
        self.engine.clear()
        for name, title in ENGINES.items():
            self.engine.addItem(self.tr(title), name)
        if engine not in ENGINES:
            self.engine.addItem(engine, engine)
        self.engine.setCurrentIndex(self.engine.findData(engine))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.engine_chosen.emit(str(self.engine.itemData(index)))
