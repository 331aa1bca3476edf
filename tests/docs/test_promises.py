"""What texts name is there: menus, commands with their options, modules and files."""

from __future__ import annotations

import importlib.util
import itertools
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from paintassist.cli import main as program
from paintassist.cli.common import Parser
from paintassist.core.errors import InputError
from paintassist.resources import data_folder
from paintassist.ui.actions import ACTIONS, MENUS
from paintassist.ui.actions.action_set import plain
from paintassist.ui.actions.spec import CONTEXT

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page
    for pattern in ("*.md", "docs/*.md", "docs/manual/*/*.md", "packaging/*.md", "models/*/*.md")
    for page in ROOT.glob(pattern)
)
MENU = re.compile(
    r"(?:\*\*|, or |^| )([^\s*|`]+) > ([^*|>()]+?)(?: > ([^*|()]+?))?(?:\*\*| \||$)", re.M
)
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.M | re.S)
SPAN = re.compile(r"`([^`]+)`")
MODULE = re.compile(r"python -m ((?:benchmarks|docs|tests|paintassist)[\w.]*)")
FILE = re.compile(r"(?<![\w/.-])((?:tests|packaging|benchmarks|docs)/[\w./-]+\.(?:py|sh|ps1|md))")
# Words of the program that no parser of ours sees.
OTHER = re.compile(r"[\[{]|COMMAND|^--")


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def pages_with(pattern: re.Pattern[str]) -> list[Path]:
    return [page for page in PAGES if pattern.search(text_of(page))]


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def menus(language: str) -> dict[str, set[str]]:
    """Return the titles of the menus with the names of their actions."""
    translator = QTranslator()
    if language != "en":
        assert translator.load(f"paintassist_{language}", str(data_folder("resources") / "i18n"))

    def say(text: str) -> str:
        return plain(translator.translate(CONTEXT, text) or text)

    titles = {menu: say(title) for menu, title in MENUS}
    found: dict[str, set[str]] = {title: set() for title in titles.values()}
    for spec in ACTIONS:
        if spec.menu:
            found[titles[spec.menu]].add(say(spec.text))
    return found


@pytest.mark.parametrize("page", pages_with(MENU), ids=name_of)
def test_menus_in_the_text_are_those_of_the_window(page: Path) -> None:
    known = menus("ja" if page.parent.name == "ja" else "en")
    named = [(menu, item.strip()) for menu, item, _ in MENU.findall(text_of(page))]
    named = [(menu, item) for menu, item in named if menu in known or page.parent.name in "enja"]
    assert [(menu, item) for menu, item in named if not is_in(known.get(menu, set()), item)] == []


def is_in(names: set[str], item: str) -> bool:
    """Tell whether an action is named, though the sentence may go on without a mark."""
    return any(item == name or item.startswith(f"{name} ") for name in names)


def test_texts_are_taken_apart() -> None:
    text = "x\n**File > Open Sample** (Ctrl+Alt+O)\n| a | `b`, or File > Models > Fetch |\n"
    assert MENU.findall(text) == [("File", "Open Sample", ""), ("File", "Models", "Fetch")]
    block = "```\npaintassist models list|info   what it\npaintassist train \\\n  --out DIR\n```\n"
    assert list(commands(f"{block}or `paintassist bench`, `--debug`")) == [
        ["models", "list"],
        ["models", "info"],
        ["train", "--out", "DIR"],
        ["bench"],
    ]


def commands(text: str) -> Iterator[list[str]]:
    """Yield the words after `paintassist` of every command that a text shows."""
    lines = [
        line
        for block in FENCE.findall(text)
        for line in re.sub(r" *\\\n *", " ", block).splitlines()
    ]
    spans = [span.replace("\n", " ") for span in SPAN.findall(FENCE.sub("", text))]
    for line in (*lines, *spans):
        if line.startswith("paintassist "):
            # Two spaces begin the words that explain it.
            words = shlex.split(re.split(r"\s{2,}|\s#", line)[0])[1:]
            if words and not OTHER.search(words[0]):
                yield from map(list, itertools.product(*(word.split("|") for word in words)))


@pytest.mark.parametrize("page", pages_with(re.compile(r"paintassist [a-z]")), ids=name_of)
def test_commands_in_the_text_are_understood(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = []
    for words in commands(text_of(page)):
        assert words[0] in program.COMMANDS, words
        command = program._load(program.COMMANDS[words[0]])
        parser = Parser(prog="paintassist", description=command.HELP)
        command.add_arguments(parser)
        # What is only named goes without what it needs.
        named = len(words) == 1 or (words[0] == "models" and len(words) == 2)
        try:
            parser.parse_args([*words[1:], "--help"] if named else words[1:])
        except SystemExit:
            capsys.readouterr()
        except InputError as error:
            wrong.append((words, str(error)))
    assert wrong == []


@pytest.mark.parametrize("page", pages_with(MODULE), ids=name_of)
def test_modules_in_the_text_are_there(page: Path) -> None:
    named = {name.rstrip(".") for name in MODULE.findall(text_of(page))}
    assert [name for name in named if importlib.util.find_spec(name) is None] == []


@pytest.mark.parametrize("page", pages_with(FILE), ids=name_of)
def test_files_in_the_text_are_there(page: Path) -> None:
    named = set(FILE.findall(text_of(page)))
    assert [name for name in named if not (ROOT / name).exists()] == []
