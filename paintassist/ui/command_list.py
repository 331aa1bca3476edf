"""The list of all commands: a few letters and Enter, instead of menus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from paintassist.ui.actions import ACTIONS, MENUS, ActionSet, ActionSpec
from paintassist.ui.actions.action_set import plain
from paintassist.ui.actions.keys import shown
from paintassist.ui.searching import search

SIZE = (560, 420)
RECENT = "commands/recent"
RECENT_COUNT = 8
ID_ROLE = int(Qt.ItemDataRole.UserRole)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def load_recent(preferences: QSettings) -> list[str]:
    """Return the ids of the commands that were run from the list, newest first."""
    known = {spec.id for spec in ACTIONS}
    stored = str(preferences.value(RECENT, "")).split()
    return [action_id for action_id in stored if action_id in known]


class CommandList(QDialog):
    """Searches all actions; Enter closes the list and runs the chosen one."""

    def __init__(self, actions: ActionSet, preferences: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._preferences = actions, preferences
        self.setWindowTitle(self.tr("Commands"))
        self.resize(*SIZE)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Search commands"))
        self.field.setPlaceholderText(self.tr("Type a few letters of a command"))
        self.field.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(3)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.field.textChanged.connect(self._renew)
        self.field.returnPressed.connect(self._run)
        self._specs = self._recent_first()
        self._renew()

    def _recent_first(self) -> list[ActionSpec]:
        recent = load_recent(self._preferences)
        rank = {action_id: place for place, action_id in enumerate(recent)}
        return sorted(ACTIONS, key=lambda spec: rank.get(spec.id, len(rank)))

    @Slot()
    def _renew(self) -> None:
        menus = {menu: plain(self._actions.translated(title)) for menu, title in MENUS}
        texts = [(f"{self._actions.name(spec)} {menus.get(spec.menu, '')}", spec)
                 for spec in self._specs]  # fmt: skip
        self.list.clear()
        for spec in search(self.field.text(), texts):
            keys = shown(self._actions.keys[spec.id])
            item = QTreeWidgetItem([self._actions.name(spec), menus.get(spec.menu, ""), keys])
            item.setData(0, ID_ROLE, spec.id)
            item.setDisabled(not self._actions[spec.id].isEnabled())
            item.setToolTip(0, self._actions.translated(spec.tip))
            self.list.addTopLevelItem(item)
        self.list.setColumnWidth(0, SIZE[0] // 2)
        self._step_to_enabled(0, 1)

    def _step_to_enabled(self, row: int, step: int) -> None:
        while 0 <= row < self.list.topLevelItemCount():
            item = self.list.topLevelItem(row)
            if item is not None and not item.isDisabled():
                self.list.setCurrentItem(item)
                return
            row += step

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the field move through the list."""
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in STEPS:
            step = STEPS[Qt.Key(event.key())]
            row = self.list.currentIndex().row()
            self._step_to_enabled(row + step, step)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _run(self) -> None:
        item = self.list.currentItem()
        if item is None or item.isDisabled():
            return
        action_id = str(item.data(0, ID_ROLE))
        recent = [other for other in load_recent(self._preferences) if other != action_id]
        self._preferences.setValue(RECENT, " ".join([action_id, *recent][:RECENT_COUNT]))
        self.accept()
        self._actions[action_id].trigger()
