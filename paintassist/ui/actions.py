"""Every action of the window as data: one table makes menus, tool bars and shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QWidget

from paintassist.ui.icons import make_icon

CONTEXT = "Actions"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text of the table for lupdate, which knows this name; Qt's own has no type."""
    return text


@dataclass(frozen=True)
class ActionSpec:
    """One action.

    Attributes
    ----------
    id : str
        Also the name of the handler, and the key under which shortcuts are stored.
    menu : str
        Id of the menu, empty for none.
    text, tip : str
        English source texts of the context "Actions".
    keys : tuple of str
        Shortcuts in the whole window.
    canvas_keys : tuple of str
        Shortcuts while the canvas has the keyboard: keys that lists and fields need too.
    icon : str
        Name in `icons.ICONS`, empty for none.
    group : str
        Exclusive group of checkable actions; "-" checkable alone; empty not checkable.
    """

    id: str
    menu: str
    text: str
    tip: str = ""
    keys: tuple[str, ...] = ()
    canvas_keys: tuple[str, ...] = ()
    icon: str = ""
    group: str = ""


MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("paint", QT_TRANSLATE_NOOP("Actions", "&Paint")),
    ("review", QT_TRANSLATE_NOOP("Actions", "&Review")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "open_frames",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Open Frames..."),
        QT_TRANSLATE_NOOP("Actions", "Open a folder of line art"),
        ("Ctrl+O",),
        icon="folder",
    ),
    ActionSpec(
        "open_sheet",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Add &Sheet..."),
        QT_TRANSLATE_NOOP("Actions", "Add painted drawings whose colours are proposed"),
        ("Ctrl+Shift+R",),
        icon="sheet",
    ),
    ActionSpec(
        "open_project",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Open &Project..."),
        "",
        ("Ctrl+Shift+O",),
    ),
    ActionSpec("open_sample", "file", QT_TRANSLATE_NOOP("Actions", "Open Sa&mple")),
    ActionSpec(
        "save",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP(
            "Actions", "Keep the project in a file; from then on every edit is kept at once"
        ),
        ("Ctrl+S",),
        icon="save",
    ),
    ActionSpec(
        "save_as", "file", QT_TRANSLATE_NOOP("Actions", "Save &As..."), "", ("Ctrl+Shift+S",)
    ),
    ActionSpec(
        "export",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Export..."),
        QT_TRANSLATE_NOOP("Actions", "Write the painted frames as PNG or TGA"),
        ("Ctrl+E",),
        icon="export",
    ),
    ActionSpec(
        "models",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Models..."),
        QT_TRANSLATE_NOOP("Actions", "See, import, fetch and remove models"),
    ),
    ActionSpec("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), "", ("Ctrl+Q",)),
    ActionSpec("undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"), "", ("Ctrl+Z",), icon="undo"),
    ActionSpec(
        "redo",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        "",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        icon="redo",
    ),
    ActionSpec(
        "clear",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Clear Decision"),
        QT_TRANSLATE_NOOP("Actions", "Open the segment again; its proposal shows"),
        (),
        ("Delete",),
    ),
    ActionSpec(
        "bucket",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Bucket"),
        QT_TRANSLATE_NOOP("Actions", "Fill with the current colour; drag to fill along the stroke"),
        ("K", "Alt+K"),
        icon="bucket",
        group="tool",
    ),
    ActionSpec(
        "eyedropper",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Eyedropper"),
        QT_TRANSLATE_NOOP("Actions", "Take a colour from the drawing; or hold Alt"),
        ("I",),
        icon="eyedropper",
        group="tool",
    ),
    ActionSpec(
        "accept",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "&Accept Segment"),
        QT_TRANSLATE_NOOP("Actions", "Accept the proposal of the outlined segment"),
        (),
        ("Space",),
        icon="accept",
    ),
    ActionSpec(
        "accept_next",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "Accept and &Next"),
        QT_TRANSLATE_NOOP("Actions", "Accept, then go to the next doubtful segment"),
        (),
        ("Return", "Enter"),
    ),
    ActionSpec(
        "accept_frame",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "Accept &Frame"),
        QT_TRANSLATE_NOOP("Actions", "Accept every proposal of this frame"),
        ("Ctrl+Return", "Ctrl+Enter"),
        icon="accept_frame",
    ),
    ActionSpec(
        "choice_1", "paint", QT_TRANSLATE_NOOP("Actions", "Paint &First Choice"), "", ("1",)
    ),
    ActionSpec(
        "choice_2", "paint", QT_TRANSLATE_NOOP("Actions", "Paint &Second Choice"), "", ("2",)
    ),
    ActionSpec(
        "choice_3", "paint", QT_TRANSLATE_NOOP("Actions", "Paint &Third Choice"), "", ("3",)
    ),
    ActionSpec(
        "next_doubtful",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Next Doubtful"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next segment whose proposal is doubtful"),
        ("N",),
        ("Tab",),
        icon="next_doubtful",
    ),
    ActionSpec(
        "previous_doubtful",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Previous Doubtful"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the doubtful segment before"),
        ("P",),
        ("Shift+Tab",),
        icon="previous_doubtful",
    ),
    ActionSpec(
        "previous_frame", "review", QT_TRANSLATE_NOOP("Actions", "Previous &Frame"), "", ("F",)
    ),
    ActionSpec("next_frame", "review", QT_TRANSLATE_NOOP("Actions", "Next F&rame"), "", ("G",)),
    ActionSpec(
        "propose",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Propose &Again"),
        QT_TRANSLATE_NOOP("Actions", "Carry on proposing after a cancel"),
        ("F5",),
        icon="propose",
    ),
    ActionSpec(
        "cancel",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Cancel Work"),
        "",
        ("Escape",),
        icon="cancel",
    ),
    ActionSpec(
        "overlay_off",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Off"),
        QT_TRANSLATE_NOOP("Actions", "Show the exact colours and nothing else"),
        ("Ctrl+1",),
        icon="overlay_off",
        group="overlay",
    ),
    ActionSpec(
        "overlay_proposals",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Proposals"),
        QT_TRANSLATE_NOOP("Actions", "Hatch what is proposed and not yet decided"),
        ("Ctrl+2",),
        icon="hatch",
        group="overlay",
    ),
    ActionSpec(
        "overlay_confidence",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Confidence"),
        QT_TRANSLATE_NOOP("Actions", "Outline proposals from doubtful (orange) to certain (blue)"),
        ("Ctrl+3",),
        icon="confidence",
        group="overlay",
    ),
    ActionSpec(
        "overlay_rainbow",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Overlay &Rainbow"),
        QT_TRANSLATE_NOOP("Actions", "Show every segment in a colour of its own"),
        ("Ctrl+4",),
        icon="rainbow",
        group="overlay",
    ),
    ActionSpec(
        "lines_on_top",
        "view",
        QT_TRANSLATE_NOOP("Actions", "&Trace Lines on Top"),
        QT_TRANSLATE_NOOP("Actions", "Show trace lines over the paint, not the paint as exported"),
        ("Q",),
        icon="lines",
        group="-",
    ),
    ActionSpec("fit", "view", QT_TRANSLATE_NOOP("Actions", "&Fit"), "", ("Shift+Z",), icon="fit"),
    ActionSpec(
        "actual_size", "view", QT_TRANSLATE_NOOP("Actions", "Actual &Size"), "", ("Ctrl+0",)
    ),
    ActionSpec(
        "zoom_in", "view", QT_TRANSLATE_NOOP("Actions", "Zoom &In"), "", ("Ctrl++", "Ctrl+=")
    ),
    ActionSpec("zoom_out", "view", QT_TRANSLATE_NOOP("Actions", "Zoom O&ut"), "", ("Ctrl+-",)),
    ActionSpec("theme_system", "view", QT_TRANSLATE_NOOP("Actions", "System Theme"), group="theme"),
    ActionSpec("theme_dark", "view", QT_TRANSLATE_NOOP("Actions", "Dark Theme"), group="theme"),
    ActionSpec("theme_light", "view", QT_TRANSLATE_NOOP("Actions", "Light Theme"), group="theme"),
)

TOOL_BAR: tuple[str, ...] = (
    "bucket", "eyedropper", "",
    "accept", "accept_frame", "previous_doubtful", "next_doubtful", "",
    "undo", "redo", "",
    "overlay_off", "overlay_proposals", "overlay_confidence", "overlay_rainbow",
    "lines_on_top", "fit",
)  # fmt: skip
SEPARATORS_BEFORE = frozenset({
    "save", "export", "models", "quit", "clear", "accept", "choice_1", "previous_frame", "propose",
    "lines_on_top", "fit", "theme_system",
})  # fmt: skip


class ActionSet(QObject):
    """The actions of one window, made from the table.

    Attributes
    ----------
    actions : dict of str to QAction
        By id.
    """

    def __init__(
        self, parent: QWidget, canvas: QWidget, handlers: Mapping[str, Callable[[], object]]
    ) -> None:
        super().__init__(parent)
        self.actions: dict[str, QAction] = {}
        self._canvas_keys: dict[str, str] = {}
        groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            action = QAction(self.translated(spec.text), parent)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setToolTip(self._tool_tip(spec))
            action.setStatusTip(self.translated(spec.tip))
            action.setCheckable(bool(spec.group))
            if spec.group not in ("", "-"):
                group = groups.setdefault(spec.group, QActionGroup(self))
                group.addAction(action)
            action.triggered.connect(handlers[spec.id])
            parent.addAction(action)
            self.actions[spec.id] = action
            for key in spec.canvas_keys:
                self._canvas_keys[key] = spec.id
                shortcut = QShortcut(QKeySequence(key), canvas)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(action.trigger)

    def __getitem__(self, action_id: str) -> QAction:
        return self.actions[action_id]

    def trigger_canvas_key(self, key: str) -> None:
        """Do what a canvas key stands for; for keys that the canvas handles itself."""
        action_id = self._canvas_keys.get(key)
        if action_id:
            self.actions[action_id].trigger()

    def renew_icons(self, palette: QPalette) -> None:
        """Draw all icons in the colours of a theme."""
        for spec in ACTIONS:
            if spec.icon:
                self.actions[spec.id].setIcon(make_icon(spec.icon, palette))

    def translated(self, text: str) -> str:
        """Translate a text of the table."""
        return QCoreApplication.translate(CONTEXT, text) if text else ""

    def _tool_tip(self, spec: ActionSpec) -> str:
        name = self.translated(spec.text).replace("&", "").rstrip(".")
        keys = [*spec.keys, *spec.canvas_keys][:2]
        native = QKeySequence.SequenceFormat.NativeText
        shown = ", ".join(QKeySequence(key).toString(native) for key in keys)
        head = f"{name} ({shown})" if shown else name
        tip = self.translated(spec.tip)
        return f"{head}\n{tip}" if tip else head
