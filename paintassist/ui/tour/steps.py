"""What the tour says, and at what it points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from paintassist.ui.actions.action_set import plain
from paintassist.ui.actions.keys import shown

if TYPE_CHECKING:
    from paintassist.ui.main_window import MainWindow

# lupdate finds the sentences by this name, and needs context and sentence spelled out.
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Step:
    """One card.

    Attributes
    ----------
    name : str
        What the window calls the widget that the card points at.
    words : function
        Title and text in the language of now; `%NAME%` stands for the key of an action.
    """

    name: str
    words: Callable[[], tuple[str, str]]

    def target(self, window: MainWindow) -> QWidget:
        """Return the widget that the card points at."""
        found = getattr(window, self.name)
        widget = found() if callable(found) else found
        assert isinstance(widget, QWidget)
        return widget


def _welcome() -> tuple[str, str]:
    return (
        translate("Tour", "Welcome to PaintAssist"),
        translate(
            "Tour",
            "See in a minute how a clip gets its colours, on the sample that comes with the "
            "program. Everything works meanwhile: try it.",
        ),
    )


def _canvas() -> tuple[str, str]:
    return (
        translate("Tour", "Everything has a proposal"),
        translate(
            "Tour",
            "Each segment of each frame shows the colour that its part has on the painted sheet. "
            "Nothing is decided yet. Turn the wheel to zoom, hold Space and drag to move.",
        ),
    )


def _sheet() -> tuple[str, str]:
    return (
        translate("Tour", "Where a colour comes from"),
        translate(
            "Tour",
            "Point at a segment: its place on the sheet lights up here. A click in the sheet takes "
            "its colour.",
        ),
    )


def _choices() -> tuple[str, str]:
    return (
        translate("Tour", "From doubt to doubt"),
        translate(
            "Tour",
            "%next_doubtful% goes to the next doubtful segment. %choice_1% to %choice_5% paint "
            "its likely colours, %accept_next% accepts and goes on, %later% leaves it for the "
            "end.",
        ),
    )


def _palette() -> tuple[str, str]:
    return (
        translate("Tour", "Correct once"),
        translate(
            "Tour",
            "Click a colour here, then a segment. What looks the same in other frames follows at "
            "once and flashes; %next_changed% steps through it. Your own decisions never change.",
        ),
    )


def _frames() -> tuple[str, str]:
    return (
        translate("Tour", "All frames at a glance"),
        translate(
            "Tour",
            "Green is decided, orange is doubtful. %accept_certain_all% accepts all that is "
            "certain, %carry_on% accepts up to the next doubt. %undo% takes back every step.",
        ),
    )


def _end() -> tuple[str, str]:
    return (
        translate("Tour", "Your own cut"),
        translate(
            "Tour",
            "Open a folder of line art with %open_frames%, then drop a painted sheet. %commands% "
            "finds every command by its name.",
        ),
    )


STEPS: tuple[Step, ...] = (
    Step("canvas", _welcome),
    Step("canvas", _canvas),
    Step("references", _sheet),
    Step("choices", _choices),
    Step("palette_panel", _palette),
    Step("strip", _frames),
    Step("menuBar", _end),
)


def with_keys(text: str, window: MainWindow) -> str:
    """Return a text with the keys of now in place of the ids of their actions."""
    parts = text.split("%")
    keys = window.actions_by_id.keys
    for index in range(1, len(parts), 2):
        own = keys[parts[index]][:1]
        parts[index] = shown(own) if own else plain(window.actions_by_id[parts[index]].text())
    return "".join(parts)
