"""Makes the actions of a window from the table, and gives them their keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QWidget

from paintassist.ui.actions.keys import KeyMap, counts_on_canvas_only, default_keys, shown
from paintassist.ui.actions.spec import CONTEXT, ActionSpec
from paintassist.ui.actions.table import ACTIONS
from paintassist.ui.icons import make_icon


class ActionSet(QObject):
    """The actions of one window, made from the table.

    Signals
    -------
    keys_changed : other keys count now.

    Attributes
    ----------
    actions : dict of str to QAction
        By id.
    keys : KeyMap
        The keys that count now.
    """

    keys_changed = Signal()

    def __init__(
        self, parent: QWidget, canvas: QWidget, handlers: Mapping[str, Callable[[], object]]
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.actions: dict[str, QAction] = {}
        self.keys = KeyMap({})
        self._canvas_shortcuts: dict[str, QShortcut] = {}
        groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            action = QAction(parent)
            action.setObjectName(spec.id)
            action.setCheckable(bool(spec.group))
            if spec.group not in ("", "-"):
                group = groups.setdefault(spec.group, QActionGroup(self))
                group.addAction(action)
            action.triggered.connect(handlers[spec.id])
            parent.addAction(action)
            self.actions[spec.id] = action
        self.retranslate()
        self.set_keys(KeyMap({spec.id: default_keys(spec) for spec in ACTIONS}))

    def __getitem__(self, action_id: str) -> QAction:
        return self.actions[action_id]

    def set_keys(self, keys: KeyMap) -> None:
        """Let other keys count from now on."""
        self.keys = keys
        for shortcut in self._canvas_shortcuts.values():
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._canvas_shortcuts = {}
        for spec in ACTIONS:
            if spec.held:
                self.actions[spec.id].setText(self._text(spec))
                self.actions[spec.id].setToolTip(self._tool_tip(spec))
                continue
            everywhere: list[QKeySequence] = []
            for key in keys[spec.id]:
                if counts_on_canvas_only(spec, key):
                    self._add_canvas_shortcut(key, self.actions[spec.id])
                else:
                    everywhere.append(QKeySequence(key))
            self.actions[spec.id].setShortcuts(everywhere)
            if not everywhere:
                self.actions[spec.id].setText(self._text(spec))
            self.actions[spec.id].setToolTip(self._tool_tip(spec))

        self.keys_changed.emit()

    def held_keys(self) -> dict[str, str]:
        """Return the action by each key that counts while it is held."""
        return {key: spec.id for spec in ACTIONS if spec.held for key in self.keys[spec.id]}

    def _add_canvas_shortcut(self, key: str, action: QAction) -> None:
        shortcut = QShortcut(QKeySequence(key), self._canvas)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(action.trigger)
        self._canvas_shortcuts[key] = shortcut

    def trigger_canvas_key(self, key: str) -> None:
        """Do what a canvas key stands for; for keys that the canvas handles itself."""
        action_id = self.keys.owner(key)
        if action_id:
            self.actions[action_id].trigger()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for spec in ACTIONS:
            self.actions[spec.id].setText(self._text(spec))
            self.actions[spec.id].setStatusTip(self.translated(spec.tip))
            self.actions[spec.id].setToolTip(self._tool_tip(spec))

    def renew_icons(self, palette: QPalette) -> None:
        """Draw all icons in the colours of a theme."""
        for spec in ACTIONS:
            if spec.icon:
                self.actions[spec.id].setIcon(make_icon(spec.icon, palette))

    def name(self, spec: ActionSpec) -> str:
        """Return an action's name without the marks of a menu."""
        return plain(self.translated(spec.text, spec.context))

    def translated(self, text: str, context: str = CONTEXT) -> str:
        """Translate a text of the table."""
        return QCoreApplication.translate(context, text) if text else ""

    def _text(self, spec: ActionSpec) -> str:
        text = self.translated(spec.text, spec.context)
        # Qt shows the keys of shortcuts by itself; held keys and those of the canvas are none.
        keys = self.keys[spec.id]
        unseen = all(spec.held or counts_on_canvas_only(spec, key) for key in keys)
        return f"{text}\t{shown(keys[:1])}" if keys and unseen else text

    def _tool_tip(self, spec: ActionSpec) -> str:
        name, tip = self.name(spec), self.translated(spec.tip)
        keys = shown(self.keys[spec.id][:2])
        head = f"{name} ({keys})" if keys else name
        return f"{head}\n{tip}" if tip else head


def plain(text: str) -> str:
    """Return a menu text without its mnemonic, `&` or the `(&F)` of East Asian menus, and dots."""
    head, mark, tail = text.partition("(&")
    if mark and len(tail) >= 2 and tail[1] == ")":
        text = head + tail[2:]
    return text.replace("&", "").rstrip(".…").strip()
