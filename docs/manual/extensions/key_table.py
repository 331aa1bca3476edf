"""The page of keys, made from the table of actions: ``{key-table}`` in a page of the manual."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from PySide6.QtCore import QTranslator
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from paintassist.resources import data_folder
from paintassist.ui.actions.action_set import plain
from paintassist.ui.actions.keys import KeyMap
from paintassist.ui.actions.spec import CONTEXT
from paintassist.ui.actions.table import ACTIONS, MENUS
from paintassist.ui.shortcuts.presets import PRESETS

HEADS = {
    "en": ("Action", "What it does"),
    "ja": ("操作", "内容"),
}
NO_MENU = {"en": "Without a mouse", "ja": "マウスを使わない操作"}


class Words:
    """The window's own words in a language, from its translations."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._translator = QTranslator()
        if language != "en":
            folder = str(data_folder("resources") / "i18n")
            assert self._translator.load(f"paintassist_{language}", folder), language

    def __call__(self, text: str, context: str = CONTEXT) -> str:
        """Return a text of the table; in English where there is no translation yet."""
        return self._translator.translate(context, text) or text


def rows(words: Words) -> Iterator[tuple[str, list[tuple[str, list[tuple[str, ...]], str]]]]:
    """Yield each menu with its actions: name, keys in each preset, what it does."""
    presets = [preset.keys(ACTIONS) for preset in PRESETS.values()]
    for menu, title in (*MENUS, ("", "")):
        specs = [spec for spec in ACTIONS if spec.menu == menu]
        yield (
            plain(words(title)) if title else NO_MENU[words.language],
            [
                (plain(words(spec.text, spec.context)), keys_of(spec.id, presets), words(spec.tip))
                for spec in specs
            ],
        )


def keys_of(action_id: str, presets: list[KeyMap]) -> list[tuple[str, ...]]:
    """Return an action's keys in every preset."""
    return [preset[action_id] for preset in presets]


class KeyTable(SphinxDirective):
    """A section and a table for each menu."""

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        language = self.config.language if self.config.language in HEADS else "en"
        # Who changes the table of actions changes this page.
        self.env.note_reread()
        found: list[nodes.Node] = []
        for title, actions in rows(Words(language)):
            section = nodes.section(ids=[nodes.make_id(f"keys-{len(found)}")])
            section += nodes.title(text=title)
            section += self._table(HEADS[language], actions)
            found.append(section)
        return found

    def _table(
        self, heads: tuple[str, str], actions: list[tuple[str, list[tuple[str, ...]], str]]
    ) -> nodes.table:
        table, presets = nodes.table(), [preset.name for preset in PRESETS.values()]
        columns = [heads[0], *presets, heads[1]]
        group = nodes.tgroup(cols=len(columns))
        group += [nodes.colspec(colwidth=1) for _ in columns]
        head, body = nodes.thead(), nodes.tbody()
        head += _row([nodes.paragraph(text=text) for text in columns])
        for name, keys, tip in actions:
            shown = [_keys(of_preset) for of_preset in keys]
            body += _row([nodes.paragraph(text=name), *shown, nodes.paragraph(text=tip)])
        group += [head, body]
        table += group
        return table


def _keys(keys: tuple[str, ...]) -> nodes.paragraph:
    paragraph = nodes.paragraph()
    for place, key in enumerate(keys):
        if place:
            paragraph += nodes.Text(", ")
        paragraph += nodes.literal(text=key, classes=["kbd"])
    return paragraph


def _row(cells: list[nodes.paragraph]) -> nodes.row:
    row = nodes.row()
    for cell in cells:
        entry = nodes.entry()
        entry += cell
        row += entry
    return row


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directive known."""
    app.add_directive("key-table", KeyTable)
    return {"parallel_read_safe": True}
