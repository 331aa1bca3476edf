"""The window: puts the parts together, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QMainWindow,
    QMenu,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from paintassist.core.errors import InputError
from paintassist.ui.actions import ACTIONS, MENUS, SEPARATORS_BEFORE, TOOL_BAR, ActionSet
from paintassist.ui.actions.mnemonics import keep_apart, tell_apart
from paintassist.ui.canvas.canvas import Canvas
from paintassist.ui.canvas.comparing import HELD_ACTIONS
from paintassist.ui.chooser import Chooser
from paintassist.ui.comfort import Comfort
from paintassist.ui.desk import Desk
from paintassist.ui.dialogs import Dialogs
from paintassist.ui.docks import dock_handlers, follow_dock
from paintassist.ui.file_actions import FileActions
from paintassist.ui.flicker_check import FlickerCheck
from paintassist.ui.keeper import Keeper
from paintassist.ui.kin import Kin
from paintassist.ui.language import retranslate_parts
from paintassist.ui.line_reading import LineReading
from paintassist.ui.lost_desk import LostDesk
from paintassist.ui.palette_desk import PaletteDesk
from paintassist.ui.palette_scenes import PaletteScenes
from paintassist.ui.panels.choices import ChoiceBar
from paintassist.ui.panels.flicker_panel import FlickerPanel
from paintassist.ui.panels.history_panel import HistoryPanel
from paintassist.ui.panels.lost_panel import LostPanel
from paintassist.ui.panels.message_bar import MessageBar
from paintassist.ui.panels.navigator import Navigator
from paintassist.ui.panels.palette.panel import PalettePanel
from paintassist.ui.panels.references import ReferencePanel
from paintassist.ui.panels.status import StatusBar
from paintassist.ui.panels.strip import FrameStrip
from paintassist.ui.presenter import Presenter
from paintassist.ui.retoucher import Retoucher
from paintassist.ui.reviewer import Reviewer
from paintassist.ui.sight import Sight
from paintassist.ui.source_watch import SourceWatch
from paintassist.ui.spread import Spread
from paintassist.ui.steering import Steering
from paintassist.ui.theme import Theme, apply_theme
from paintassist.ui.tools.base import FillOptions
from paintassist.ui.tools.bench import ToolBench, make_tools
from paintassist.ui.tour.tour import Tour
from paintassist.ui.workspace import MakeEngine, Workspace

DEFAULT_SIZE = QSize(1440, 860)
ICON_SIZE = QSize(22, 22)


class MainWindow(QMainWindow):
    """Canvas in the middle, tools left, palette and sheets right, frames below."""

    def __init__(self, make_engine: MakeEngine) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.resize(DEFAULT_SIZE)
        self.workspace = Workspace(make_engine, self)
        options = FillOptions()
        tools = make_tools(options)
        self.canvas = Canvas(tools["bucket"], tools["eyedropper"])
        self.messages = MessageBar()
        self.choices = ChoiceBar()
        self.strip = FrameStrip()
        self.palette_panel = PalettePanel()
        self.history_panel = HistoryPanel()
        self.references = ReferencePanel()
        self.status = StatusBar(self)
        self.dialogs = Dialogs(self)
        self.desk = Desk(self.workspace, self.canvas, self)
        self.chooser = Chooser(self.desk)
        self.retoucher = Retoucher(self.desk)
        self.bench = ToolBench(self.desk, self.retoucher, tools, options, self._ask_text)
        self.kin = Kin(self.workspace, self)
        self.reviewer = Reviewer(self.desk, self.kin)
        self.spread = Spread(self.desk)
        self.sight = Sight(self.desk, self.references, self.kin)
        palette = self.desk, self.palette_panel, lambda: self.dialogs, self
        self.palette_desk, self.scenes = PaletteDesk(*palette), PaletteScenes(*palette)
        self.navigator = Navigator(self.canvas)
        self.flicker_panel = FlickerPanel()
        self.flicker_check = FlickerCheck(self.desk, self.flicker_panel, self.kin)
        self.keeper = Keeper(self.desk)
        self.files = FileActions(self)
        self.lost_panel = LostPanel()
        self.sources = SourceWatch(self.desk, self._offer, self._ask_sources)
        self.comfort = Comfort(self)
        self.tour = Tour(self)
        self.steering = Steering(self)
        self.line_reading = LineReading(self.desk, self)
        self.actions_by_id = ActionSet(self, self.canvas, self._handlers())
        self.menus: dict[str, QMenu] = {}
        self._lay_out()
        self._build_menus()
        self._fill_palette_menu()
        self._build_tool_bar()
        self.retranslate()
        self._connect()
        self.presenter = Presenter(self)
        self.actions_by_id["bucket"].setChecked(True)
        self.actions_by_id["overlay_off"].setChecked(True)
        self.actions_by_id["theme_system"].setChecked(True)
        self.actions_by_id.renew_icons(self.palette())
        self.comfort.apply()
        self.canvas.setFocus()

    # Assembly

    def _handlers(self) -> dict[str, Callable[[], object]]:
        desk, files, canvas = self.desk, self.files, self.canvas
        return {
            "open_frames": files.open_frames,
            "open_sheet": files.open_sheet,
            "import_sheet": files.import_sheet,
            "open_project": files.open_project,
            "open_sample": files.open_sample,
            "save": files.save,
            "save_as": files.save_as,
            "save_copy": files.save_copy,
            "past": files.show_past,
            "export": files.export,
            "next_finding": lambda: files.step_finding(1),
            "previous_finding": lambda: files.step_finding(-1),
            "models": self.show_models,
            "quit": self.close,
            "undo": desk.undo,
            "redo": desk.redo,
            "clear": desk.clear,
            "lock": desk.lock_segment,
            "lock_frame": desk.lock_frame,
            **self.bench.handlers(),
            **self.palette_desk.handlers(),
            **self.scenes.handlers(),
            "accept": desk.accept,
            "accept_frame": desk.accept_frame,
            "accept_frame_next": desk.accept_frame_next,
            **self.chooser.handlers(),
            **self.reviewer.handlers(),
            "next_changed": lambda: self.spread.step(1),
            "previous_changed": lambda: self.spread.step(-1),
            "next_frame": lambda: desk.step_frame(1),
            "previous_frame": lambda: desk.step_frame(-1),
            "propose": self.workspace.propose_again,
            "cancel": self.workspace.cancel,
            **self.sight.handlers(),
            "lines_on_top": self._on_lines_on_top,
            "fit": canvas.fit,
            "closer": canvas.look_closer,
            "actual_size": canvas.actual_size,
            "zoom_in": lambda: canvas.zoom(1.5),
            "zoom_out": lambda: canvas.zoom(1 / 1.5),
            **{f"theme_{theme.value}": self._theme_setter(theme) for theme in Theme},
            **dock_handlers(self),
            **self.comfort.handlers(),
            "tour": self.tour.start,
            **self.steering.handlers(),
            **self.line_reading.handlers(),
        }

    def _theme_setter(self, theme: Theme) -> Callable[[], None]:
        return lambda: self.set_theme(theme)

    def _lay_out(self) -> None:
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.choices)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        right, bottom = (
            Qt.DockWidgetArea.RightDockWidgetArea,
            Qt.DockWidgetArea.BottomDockWidgetArea,
        )
        sheets = self._dock("sheets", self.references, right)
        palette = self._dock("palette", self.palette_panel, right)
        self.tabifyDockWidget(palette, self._dock("history", self.history_panel, right))
        palette.raise_()
        self._dock("frames", self.strip, bottom)
        flicker = self._dock("flicker", self.flicker_panel, right)
        self.tabifyDockWidget(sheets, self._dock("navigator", self.navigator, right))
        self.tabifyDockWidget(sheets, flicker)
        lost = self._dock("lost", self.lost_panel, right)
        self.tabifyDockWidget(sheets, lost)
        self.lost_desk = LostDesk(self.desk, self.lost_panel, lost)
        sheets.raise_()
        self.setCorner(Qt.Corner.BottomRightCorner, right)
        self.resizeDocks([sheets, palette], [330, 470], Qt.Orientation.Vertical)
        self.resizeDocks([sheets, palette], [300, 300], Qt.Orientation.Horizontal)

    def _dock(self, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName(name)
        dock.setWidget(widget)
        self.addDockWidget(area, dock)
        follow_dock(dock, self.actions_by_id[f"dock_{name}"])
        return dock

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        told = tell_apart([self.actions_by_id.translated(title) for _, title in MENUS])
        for (menu_id, _), title in zip(MENUS, told, strict=True):
            self.menus[menu_id].setTitle(title)
        titles = {
            "sheets": self.tr("Sheet"),
            "palette": self.tr("Palette"),
            "history": self.tr("History"),
            "frames": self.tr("Frames"),
            "navigator": self.tr("Navigator"),
            "flicker": self.tr("Flicker"),
            "lost": self.tr("Lost"),
        }
        for dock in self.findChildren(QDockWidget):
            dock.setWindowTitle(titles[dock.objectName()])
        self._tool_bar.setWindowTitle(self.tr("Tools"))
        self.canvas.setAccessibleName(self.tr("Canvas"))

    def _build_menus(self) -> None:
        for menu_id, _ in MENUS:
            menu = self.menus[menu_id] = self.menuBar().addMenu("")
            keep_apart(menu)
            for spec in ACTIONS:
                if spec.menu == menu_id:
                    if spec.id in SEPARATORS_BEFORE:
                        menu.addSeparator()
                    menu.addAction(self.actions_by_id[spec.id])

    def _fill_palette_menu(self) -> None:
        offered: list[QAction | None] = []
        for spec in ACTIONS:
            if spec.menu == "palette":
                offered += [None] if spec.id in SEPARATORS_BEFORE else []
                offered.append(self.actions_by_id[spec.id])
        self.palette_panel.set_menu(offered)

    def _build_tool_bar(self) -> None:
        bar = self._tool_bar = QToolBar()
        bar.setObjectName("tools")
        bar.setIconSize(ICON_SIZE)
        bar.setMovable(False)
        for action_id in TOOL_BAR:
            if action_id:
                bar.addAction(self.actions_by_id[action_id])
            else:
                bar.addSeparator()
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, bar)

    def _connect(self) -> None:
        workspace, desk = self.workspace, self.desk
        workspace.problem_raised.connect(self.messages.show_message)
        self.keeper.refused.connect(self.files.offer_ways_on)
        self.keeper.noted.connect(self.status.note)
        self.sources.noted.connect(self.status.note)
        workspace.progressed.connect(self.status.show_progress)
        workspace.settled.connect(self.status.show_idle)
        workspace.device_found.connect(self.status.show_device)
        desk.noted.connect(self.status.note)
        self.status.cancelled.connect(workspace.cancel)
        self.strip.chosen.connect(desk.show_frame)
        self.history_panel.chosen.connect(desk.go_to_step)
        self.references.chosen.connect(desk.take_color)
        self.references.use_changed.connect(desk.use_figure)
        self.choices.chosen.connect(self.chooser.choose)
        self.actions_by_id.keys_changed.connect(self._on_keys_changed)
        self._on_keys_changed()
        self.canvas.space_tapped.connect(lambda: self.actions_by_id.trigger_canvas_key("Space"))
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_color_scheme_changed)

    @Slot()
    def _on_keys_changed(self) -> None:
        held = self.actions_by_id.held_keys()
        self.canvas.comparing.set_keys({key: HELD_ACTIONS[held[key]] for key in held})

    def _offer(self, sentence: str, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Offer ways on in the message bar; without a sentence, take the offer back."""
        if sentence:
            self.messages.offer(sentence, ways)
        else:
            self.messages.withdraw()

    def _ask_text(self, title: str, label: str, text: str) -> str:
        return self.dialogs.ask_text(title, label, text)

    def _ask_sources(self, old: Path) -> Path | None:
        return self.dialogs.ask_sources_folder(old)

    # Looks

    def set_theme(self, theme: Theme) -> None:
        """Dress the application in another theme."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, theme)
        self.actions_by_id[f"theme_{theme.value}"].setChecked(True)
        self.actions_by_id.renew_icons(app.palette())

    @Slot()
    def _on_color_scheme_changed(self) -> None:
        if self.actions_by_id["theme_system"].isChecked():
            self.set_theme(Theme.SYSTEM)

    def _on_lines_on_top(self) -> None:
        self.desk.set_lines_on_top(self.actions_by_id["lines_on_top"].isChecked())

    # The outside world

    def open_path(self, path: Path) -> None:
        """Open a folder, an image or a project; what is wrong is told in the window."""
        self.files.open_path(path)

    def show_models(self) -> None:
        """Show the dialog of models; the window stays usable."""
        # Brings the network and processes: not at the start.
        from paintassist.ui.models.choosing import ProjectModel
        from paintassist.ui.models.desk import default_desk
        from paintassist.ui.models.dialog import ModelsDialog

        open_already = self.findChild(ModelsDialog)
        try:
            dialog = open_already or ModelsDialog(default_desk(), self, ProjectModel(self.desk))
        except InputError as error:
            self.messages.show_message(str(error))
            return
        dialog.show()
        dialog.raise_()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            retranslate_parts(self)
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.files.open_dropped([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work, then stop the worker before anything is destroyed."""
        if not self.files.may_let_go():
            event.ignore()
            return
        self.comfort.keep_layout()
        self.hide()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self.presenter.stop()
        self.workspace.close()
        event.accept()
