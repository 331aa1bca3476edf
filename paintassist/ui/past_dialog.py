"""What the project was: its named versions and its backups, to look through and go back to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from paintassist.core.errors import InputError
from paintassist.io.backups import Backup, describe_backup, list_backups
from paintassist.io.project_copy import copy_project
from paintassist.io.project_versions import Version
from paintassist.ui.dialogs import Dialogs
from paintassist.ui.helper import Cancel
from paintassist.ui.keeper import Keeper

SIZE = (620, 420)
THING = int(Qt.ItemDataRole.UserRole)


class PastDialog(QDialog):
    """Lists versions and backups; nothing here destroys the present.

    Signals
    -------
    failed : sentence for the painter.
    """

    failed = Signal(str)

    def __init__(
        self, keeper: Keeper, dialogs: Dialogs, project: Path | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._keeper, self._dialogs, self._project = keeper, dialogs, project
        self.versions, self.backups = _tree(), _tree()
        self.versions.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.versions.itemChanged.connect(self._on_renamed)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.versions, "")
        self.tabs.addTab(self.backups, "")
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.back_button = self._button(self.go_back)
        self.rename_button = self._button(self.rename)
        self.copy_button = self._button(self.save_copy)
        self.delete_button = self._button(self.delete)
        self.close_button = self._button(self.close)
        row = QHBoxLayout()
        for button in (self.back_button, self.rename_button, self.copy_button, self.delete_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.note)
        layout.addLayout(row)
        for tree in (self.versions, self.backups):
            tree.currentItemChanged.connect(self._renew_buttons)
            tree.itemDoubleClicked.connect(self.go_back)
        self.tabs.currentChanged.connect(self._renew_buttons)
        self.finished.connect(keeper.drop_description)
        self.retranslate()
        self.renew()
        is_open = keeper.store is not None and keeper.store.path == project
        self.tabs.setCurrentIndex(0 if is_open else 1)
        self._renew_buttons()

    def _button(self, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Versions and Backups"))
        self.tabs.setAccessibleName(self.windowTitle())
        self.tabs.setTabText(0, self.tr("&Versions"))
        self.tabs.setTabText(1, self.tr("&Backups"))
        self.versions.setAccessibleName(self.tr("Versions"))
        self.backups.setAccessibleName(self.tr("Backups"))
        when, done = self.tr("When"), self.tr("Painted")
        self.versions.setHeaderLabels([self.tr("Name"), when, done])
        self.backups.setHeaderLabels([self.tr("Project"), when, done])
        self.back_button.setText(self.tr("&Go Back"))
        self.rename_button.setText(self.tr("&Rename"))
        self.copy_button.setText(self.tr("Save a &Copy..."))
        self.delete_button.setText(self.tr("&Delete"))
        self.close_button.setText(self.tr("Close"))
        self._renew_note()

    def _renew_note(self) -> None:
        if self.tabs.currentIndex() == 0:
            text = self.tr(
                "Ctrl+S keeps a version in the project. Going back keeps what is there now "
                "as a version, too."
            )
        else:
            text = self.tr(
                "Copies are made when a project is opened and every hour. Going back keeps "
                "what is there now as a backup, too."
            )
        self.note.setText(text)

    # What there is

    def renew(self) -> None:
        """Show what there is now."""
        store = self._keeper.store
        try:
            versions = store.list_versions() if store else []
        except (InputError, ValueError) as error:
            versions = []
            self.failed.emit(str(error))
        self.versions.blockSignals(True)
        _fill(self.versions, [self._version_row(version) for version in versions])
        self.versions.blockSignals(False)
        backups = list_backups(self._project)
        _fill(self.backups, [self._backup_row(backup) for backup in backups])
        self._renew_buttons()
        self._keeper.describe(self._describe(backups), self._show_counts)

    def _version_row(self, version: Version) -> QTreeWidgetItem:
        when = datetime.fromtimestamp(version.made)
        painted = _painted(version.decided, version.segments)
        item = QTreeWidgetItem([version.name, _when(when), painted])
        item.setData(0, THING, version)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _backup_row(self, backup: Backup) -> QTreeWidgetItem:
        item = QTreeWidgetItem([backup.project.stem, _when(backup.made), ""])
        item.setToolTip(0, str(backup.project))
        item.setData(0, THING, backup)
        return item

    def _describe(self, backups: Sequence[Backup]) -> Callable[[Cancel], list[dict[str, int]]]:
        def work(cancel: Cancel) -> list[dict[str, int]]:
            found = []
            for backup in backups:
                cancel.check()
                found.append(describe_backup(backup))
            return found

        return work

    def _show_counts(self, counts: list[dict[str, int]]) -> None:
        if self.backups.topLevelItemCount() != len(counts):
            return
        for row, count in enumerate(counts):
            item = self.backups.topLevelItem(row)
            if item is not None:
                text = _painted(count["decided"], count["segments"]) if count else ""
                item.setText(2, text or self.tr("damaged"))
        self.backups.resizeColumnToContents(2)

    # What is done

    @property
    def chosen(self) -> Any:
        """The version or backup that is chosen, None without one."""
        tree = self.versions if self.tabs.currentIndex() == 0 else self.backups
        item = tree.currentItem()
        return item.data(0, THING) if item else None

    @Slot()
    def _renew_buttons(self) -> None:
        self._renew_note()
        thing = self.chosen
        self.back_button.setEnabled(thing is not None)
        self.copy_button.setEnabled(isinstance(thing, Backup))
        for button in (self.rename_button, self.delete_button):
            button.setEnabled(isinstance(thing, Version))

    @Slot()
    def go_back(self) -> None:
        """Go back to what is chosen."""
        thing = self.chosen
        if isinstance(thing, Version):
            self._try(lambda: self._keeper.go_back_to(thing.id, thing.name))
        elif isinstance(thing, Backup):
            self._try(lambda: self._keeper.restore(thing))

    @Slot()
    def rename(self) -> None:
        """Let the painter type another name."""
        item = self.versions.currentItem()
        if item is not None:
            self.versions.editItem(item, 0)

    @Slot(QTreeWidgetItem, int)
    def _on_renamed(self, item: QTreeWidgetItem, column: int) -> None:
        store, version, name = self._keeper.store, item.data(0, THING), item.text(0).strip()
        if store and column == 0 and name and name != version.name:
            self._try(lambda: store.rename_version(version.id, name))
        else:
            self.renew()

    @Slot()
    def delete(self) -> None:
        """Delete the version that is chosen, if the painter is sure."""
        store, version = self._keeper.store, self.chosen
        question = self.tr("Delete %1 for good?")
        if (
            store
            and isinstance(version, Version)
            and self._dialogs.ask_sure(question.replace("%1", version.name))
        ):
            self._try(lambda: store.delete_version(version.id))

    @Slot()
    def save_copy(self) -> None:
        """Write the backup that is chosen to another place."""
        backup = self.chosen
        if not isinstance(backup, Backup):
            return
        name = f"{backup.project.stem} {backup.made:%Y-%m-%d %H-%M}"
        path = self._dialogs.ask_save_path(name)
        if path is not None:
            self._try(lambda: copy_project(backup.path, path, folder=backup.project.parent))

    def _try(self, action: Callable[[], object]) -> None:
        try:
            action()
        except InputError as error:
            self.failed.emit(str(error))
        self.renew()


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return tree


def _fill(tree: QTreeWidget, rows: list[QTreeWidgetItem]) -> None:
    item = tree.currentItem()
    current = tree.indexOfTopLevelItem(item) if item else 0
    tree.clear()
    tree.addTopLevelItems(rows)
    for column in (1, 2):
        tree.resizeColumnToContents(column)
    if rows:
        tree.setCurrentItem(rows[min(max(current, 0), len(rows) - 1)])


def _when(when: datetime) -> str:
    moment = QDateTime.fromSecsSinceEpoch(round(when.timestamp()))
    return str(QLocale().toString(moment, QLocale.FormatType.ShortFormat))


def _painted(decided: int, segments: int) -> str:
    return f"{decided:,} / {segments:,}"
