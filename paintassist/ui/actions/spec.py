"""What an action is: data from which menus, tool bars and shortcuts are made."""

from __future__ import annotations

from dataclasses import dataclass

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
    held : bool
        Its keys count while they are held, on the canvas, which handles them itself.
    context : str
        Context of `text`, where it is the title of something else as well.
    """

    id: str
    menu: str
    text: str
    tip: str = ""
    keys: tuple[str, ...] = ()
    canvas_keys: tuple[str, ...] = ()
    icon: str = ""
    group: str = ""
    held: bool = False
    context: str = CONTEXT
