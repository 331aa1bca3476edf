"""The dialog of models: what there is, and how more of them come and go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import Bundle, open_bundle
from paintassist.engines.dacon.precision import SEMANTIC
from paintassist.io.catalogue import Entry
from paintassist.io.model_store import ModelStore
from paintassist.ui.models.choosing import ProjectModel, ProjectRow
from paintassist.ui.models.desk import ModelsDesk
from paintassist.ui.models.export_form import ExportRequest
from paintassist.ui.models.import_form import ImportRequest
from paintassist.ui.models.making import exporting, fetching, importing
from paintassist.ui.models.thread import ModelThread
from paintassist.ui.told import told_first

SIZE = (640, 400)
MEGA = 1_000_000
# Of a row: whether it is the user's own, and its folder (None while it is half made).
OWN, FOLDER = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ModelsDialog(QDialog):
    """Lists models; makes, removes and chooses them while the painter paints on.

    Parameters
    ----------
    desk : ModelsDesk
    parent : QWidget, optional
    project : ProjectModel, optional
        What the open project proposes with; without it nothing can be chosen.
    """

    def __init__(
        self,
        desk: ModelsDesk,
        parent: QWidget | None = None,
        project: ProjectModel | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._desk = desk
        self._project = project
        self._thread: ModelThread | None = None
        self._when_stopped = ""
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        mode = QHeaderView.ResizeMode
        self.list.header().setSectionResizeMode(0, mode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, mode.ResizeToContents)
        self.list.currentItemChanged.connect(self._renew_buttons)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.import_button = self._button(self._on_import)
        self.fetch_button = self._button()
        self.export_button = self._button(self._on_export)
        self.remove_button = self._button(self._on_remove)
        self.row = ProjectRow()
        self.row.setVisible(project is not None)
        self.row.use_button.clicked.connect(self._on_use)
        self.cancel_button = self._button(self._on_cancel)
        self.close_button = self._button(self.close)
        menu = QMenu(self.fetch_button)
        for entry in desk.entries.values():
            action = menu.addAction(entry.title)
            action.setObjectName(entry.name)
            action.triggered.connect(lambda _=False, entry=entry: self.fetch(entry))
        self.fetch_button.setMenu(menu)
        self._lay_out()
        self.retranslate()
        if project is not None:
            project.setParent(self)
            project.changed.connect(self.renew)
            self.row.engine_chosen.connect(project.choose_engine)
        self.renew()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Models"))
        self.list.setAccessibleName(self.tr("Models"))
        self.list.setHeaderLabels([self.tr("Model"), self.tr("Size"), self.tr("Licence")])
        self.progress.setAccessibleName(self.tr("Progress"))
        self.message.setAccessibleName(self.tr("Message"))
        self.import_button.setText(self.tr("&Import..."))
        self.fetch_button.setText(self.tr("&Fetch"))
        self.export_button.setText(self.tr("&Export..."))
        self.remove_button.setText(self.tr("&Remove"))
        self.row.retranslate()
        self.cancel_button.setText(self.tr("&Cancel"))
        self.close_button.setText(self.tr("Close"))

    def _button(self, slot: Callable[[], object] | None = None) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        if slot is not None:
            button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        work = QHBoxLayout()
        work.addWidget(self.progress, 1)
        work.addWidget(self.cancel_button)
        row = QHBoxLayout()
        for button in (
            self.import_button,
            self.fetch_button,
            self.export_button,
            self.remove_button,
        ):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.row)
        layout.addWidget(self.message)
        layout.addLayout(work)
        layout.addLayout(row)

    # What there is

    @property
    def store(self) -> ModelStore:
        """The store of the user's models."""
        return self._desk.fetch.store

    def renew(self) -> None:
        """Show the models there are now."""
        current = self.list.currentItem()
        marked = "" if current is None else current.text(0)
        self.list.clear()
        for folder, own in ((self._desk.bundled, False), (self.store.folder, True)):
            for name in ModelStore(folder).names():
                self.list.addTopLevelItem(_item(folder / name, own))
        for name in self.store.half_made():
            if not self.is_working:
                item = QTreeWidgetItem([name, "", self.tr("broken off; import it again to go on")])
                item.setData(0, OWN, True)
                self.list.addTopLevelItem(item)
        for item in self.list.findItems(marked, Qt.MatchFlag.MatchExactly):
            self.list.setCurrentItem(item)
        self._show_project()
        self._renew_buttons()

    def _show_project(self) -> None:
        """Show what the project proposes with."""
        project = self._project
        if project is None:
            return
        used = self.list.findItems(project.model, Qt.MatchFlag.MatchExactly)
        for item in used:
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        self.row.show_choice(project.model, project.engine, is_here=bool(used))

    @property
    def is_working(self) -> bool:
        """Whether something is under way."""
        return self._thread is not None

    @Slot()
    def _renew_buttons(self) -> None:
        item = self.list.currentItem()
        own = item is not None and bool(item.data(0, OWN))
        whole = item is not None and item.data(0, FOLDER) is not None
        self.row.use_button.setEnabled(whole)
        self.export_button.setEnabled(whole and not self.is_working)
        self.import_button.setEnabled(not self.is_working)
        self.fetch_button.setEnabled(not self.is_working and bool(self._desk.entries))
        self.remove_button.setEnabled(own and not self.is_working)
        self.progress.setVisible(self.is_working)
        self.cancel_button.setVisible(self.is_working)

    # What is done

    def _on_import(self) -> None:
        request = self._desk.ask_import(self)
        if request is not None:
            self.import_files(request)

    def import_files(self, request: ImportRequest) -> None:
        """Make a model from files."""
        self._start(importing(self.store, request), self.tr("Stopped; nothing was made."))

    def fetch(self, entry: Entry) -> None:
        """Download a model and make it."""
        self._start(
            fetching(self._desk.fetch, entry),
            self.tr("Stopped. What was downloaded is kept; fetching again goes on there."),
        )

    def _on_export(self) -> None:
        bundle = self._chosen_bundle()
        if bundle is not None:
            has_dino = SEMANTIC in bundle.files
            request = self._desk.ask_export(self, bundle.folder.name, has_dino)
            if request is not None:
                self.export(bundle, request)

    def export(self, bundle: Bundle, request: ExportRequest) -> None:
        """Make a model of graphs alone."""
        work = exporting(self.store, bundle, request)
        self._start(work, self.tr("Stopped; nothing was made."))

    def _on_use(self) -> None:
        bundle = self._chosen_bundle()
        if bundle is not None and self._project is not None:
            self._project.choose_model(bundle.folder.name)

    def _chosen_bundle(self) -> Bundle | None:
        """Open the model that is marked in the list; what is wrong with it is told."""
        item = self.list.currentItem()
        folder = None if item is None else item.data(0, FOLDER)
        if folder is None:
            return None
        try:
            return open_bundle(Path(folder))
        except InputError as error:
            self.message.setText(str(error))
            return None

    def _on_remove(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        name = item.text(0)
        if not self._desk.confirm(self, self.tr("Remove the model %1?").replace("%1", name)):
            return
        try:
            self.store.remove(name)
            self.message.setText(self.tr("%1 is removed.").replace("%1", name))
        except InputError as error:
            self.message.setText(str(error))
        self.renew()

    # The thread

    def _start(self, work: Callable[[ModelThread], str], when_stopped: str) -> None:
        if self.is_working:
            return
        self._when_stopped = when_stopped
        thread = ModelThread(work, self)
        thread.reported.connect(self._on_reported)
        thread.progressed.connect(self._on_progressed)
        thread.done.connect(self._on_done)
        thread.failed.connect(self._on_failed)
        self._thread = thread
        self.message.setText("")
        self.progress.setRange(0, 0)
        self._renew_buttons()
        thread.start()

    @Slot(str)
    def _on_reported(self, what: str) -> None:
        self.progress.setRange(0, 0)
        self.message.setText(told_first(what) + "...")

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, name: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        of = f" / {total * 1024 / MEGA:,.1f}" if total else ""
        self.message.setText(f"{name}: {done * 1024 / MEGA:,.1f}{of} MB")

    @Slot(str)
    def _on_done(self, name: str) -> None:
        self._end(self.tr("The model %1 is ready.").replace("%1", name))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._end(sentence or self._when_stopped)

    def _on_cancel(self) -> None:
        if self._thread is not None:
            self.message.setText(self.tr("Stopping..."))
            self._thread.stop.set()

    def _end(self, sentence: str) -> None:
        if self._thread is not None:
            self._thread.finish()
            self._thread.deleteLater()
            self._thread = None
        self.message.setText(sentence)
        self.renew()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way before anything is destroyed."""
        if self._thread is not None:
            self._thread.finish()
            self._thread = None
        event.accept()

    def reject(self) -> None:
        """Escape closes as the button does."""
        self.close()


def _item(folder: Path, own: bool) -> QTreeWidgetItem:
    try:
        bundle = open_bundle(folder)
        files = [folder / file for file in bundle.files]
        size = sum(file.stat().st_size for file in files if file.is_file())
        texts = [folder.name, f"{size / MEGA:,.1f} MB", str(bundle.facts.get("licence", ""))]
    except InputError as error:
        texts = [folder.name, "", str(error)]
    item = QTreeWidgetItem(texts)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(2, texts[2])
    item.setData(0, OWN, own)
    item.setData(0, FOLDER, str(folder))
    return item
