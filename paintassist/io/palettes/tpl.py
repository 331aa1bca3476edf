"""OpenToonz palettes (.tpl): styles by number, and pages that show them; pages are our parts.

Tags like those of XML, between them numbers and words; a word that holds more than letters,
digits, "_" and "%" is quoted. A style says its name, its kind and, for a plain colour, red,
green, blue and alpha. A name that begins with a digit or "_" gets a "_" in front; "_3" before
a name holds flags, "|..." and "@..." tell where a style of a studio palette came from. Style 0
is "no paint" in every palette; styles on no page were deleted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from paintassist.core.palette import Palette, PaletteEntry, to_color
from paintassist.io.palettes.codec import (
    Codec,
    PaletteError,
    decode_text,
    entries_in_order,
    label,
    one_line,
)

CUT_OFF = "ends too early, it was cut off; save it from OpenToonz again"
VERSION = "71 0"
PLAIN = 3
# Colours of the scanner's clean-up begin as plain ones do.
WITH_COLOR_FIRST = (PLAIN, 2001, 2002)
# Name of the page that a new palette has.
FIRST_PAGE = "colors"
NO_PAINT = "color_0 3 255 255 255 0"
_QUOTED = r'"(?:[^"\\]|\\.)*"'
TOKEN = re.compile(
    rf"""\s*(?:<(?P<end>/?)(?P<tag>[\w.-]+)(?:[^<>"']|{_QUOTED}|'[^']*')*?(?P<empty>/?)>"""
    rf"""|(?P<quoted>{_QUOTED})|(?P<bare>[^\s"<>]+))""",
    re.DOTALL,
)
BARE = re.compile(r"[A-Za-z0-9_%]+")
# What OpenToonz would take for a number, flags or an origin.
MISTAKEN = re.compile(r"[0-9_|@]")

Style = PaletteEntry | str
"""A colour, or the name of a style that is none."""


@dataclass
class Tag:
    """One tag with what is in it: words, and other tags."""

    name: str
    words: list[str] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)

    def inside(self, name: str) -> Tag:
        """Return the first tag of a name in this one; an empty one if there is none."""
        return next((tag for tag in self.tags if tag.name == name), Tag(name))


def decode(data: bytes) -> tuple[Palette, Sequence[str]]:
    """Read the plain colours on the pages; textures and the like are left out and told."""
    palette = _parse(decode_text(data))
    if palette.name != "palette":
        raise PaletteError("is no OpenToonz palette; save it from OpenToonz again")
    styles = [_style(tag.words) for tag in palette.inside("styles").tags]
    entries: list[PaletteEntry] = []
    notes: list[str] = []
    for number, part in _places(palette, len(styles)):
        style = styles[number]
        if number == 0:
            continue
        if isinstance(style, PaletteEntry):
            entries.append(replace(style, part=part))
        else:
            notes.append(f"style '{style}' is no plain colour and was left out")
    return Palette(entries), notes


def _parse(text: str) -> Tag:
    """Return the outermost tag."""
    root = Tag("")
    open_tags = [root]
    position, end = 0, len(text.rstrip())
    while position < end:
        found = TOKEN.match(text, position)
        if found is None:
            raise PaletteError(CUT_OFF)
        position = found.end()
        if found["tag"] is None:
            word = found["bare"]
            quoted = found["quoted"]
            open_tags[-1].words.append(_unquoted(quoted) if word is None else word)
        elif found["end"]:
            if len(open_tags) == 1 or open_tags[-1].name != found["tag"]:
                raise PaletteError(f"is damaged at '{found['tag']}'; save it from OpenToonz again")
            open_tags.pop()
        else:
            tag = Tag(found["tag"])
            open_tags[-1].tags.append(tag)
            if not found["empty"]:
                open_tags.append(tag)
    if len(open_tags) > 1 or not root.tags:
        raise PaletteError(CUT_OFF)
    return root.tags[0]


def _unquoted(word: str) -> str:
    return re.sub(r"\\(.)", r"\1", word[1:-1], flags=re.DOTALL)


def _places(palette: Tag, count: int) -> list[tuple[int, str]]:
    """Return style numbers and their pages in the order in which they are shown."""
    pages = palette.inside("stylepages").tags
    if not pages:
        return [(number, "") for number in range(count)]
    places: list[tuple[int, str]] = []
    for page in pages:
        name = next(iter(page.inside("name").words), "")
        part = "" if name == FIRST_PAGE else name.strip()
        for word in page.inside("indices").words:
            if not word.isascii() or not word.isdigit() or int(word) >= count:
                raise PaletteError(f"is damaged: page '{name}' shows a style that is not there")
            places.append((int(word), part))
    return places


def _style(words: Sequence[str]) -> Style:
    """Read one style from its words."""
    rest = list(words)
    if rest and re.fullmatch("_[0-9]", rest[0]):
        rest = rest[1:]
    for mark in "|@":
        if rest and rest[0].startswith(mark):
            rest = rest[1:]
    if not rest:
        raise PaletteError("is damaged: a style says nothing; save it from OpenToonz again")
    # Old palettes have styles without names.
    name = "" if rest[0][:1].isdigit() else rest.pop(0).removeprefix("_").strip()
    if not rest or not rest[0].isdigit() or int(rest[0]) not in WITH_COLOR_FIRST:
        return name
    values = [int(word) for word in rest[1:5] if word.isascii() and word.isdigit()]
    if len(values) < 4 or max(values) > 255:
        raise PaletteError(f"is damaged at style '{name}'; save it from OpenToonz again")
    return PaletteEntry(to_color(values), name)


def encode(palette: Palette) -> bytes:
    """Write styles in sheet order, neighbours of one part as a page."""
    entries = entries_in_order(palette)
    lines = ['<palette name="PaintAssist">', *_tag("version", VERSION), "  <styles>"]
    styles = [NO_PAINT, *(_style_text(entry) for entry in entries)]
    lines += [f"    <style>\n      {style} \n    </style>" for style in styles]
    lines += ["  </styles>", "  <stylepages>"]
    number = 1
    for part, group in groupby(entries, lambda entry: one_line(entry.part)):
        count = len(list(group))
        indices = " ".join(str(index) for index in range(number, number + count))
        number += count
        page = [*_tag("name", _quoted(part or FIRST_PAGE)), *_tag("indices", indices)]
        lines += ["    <page>", *(f"    {line}" for line in page), "    </page>"]
    return "\n".join([*lines, "  </stylepages>", "</palette>", ""]).encode()


def _tag(name: str, content: str) -> list[str]:
    return [f"  <{name}>", f"    {content} ", f"  </{name}>"]


def _style_text(entry: PaletteEntry) -> str:
    name = label(entry)
    # A bare "_5" would be flags, so flags are said, too.
    flags = "_0 " if len(name) == 1 and MISTAKEN.match(name) else ""
    if MISTAKEN.match(name):
        name = f"_{name}"
    return f"{flags}{_quoted(name)} {PLAIN} {' '.join(str(value) for value in entry.color)}"


def _quoted(word: str) -> str:
    if BARE.fullmatch(word):
        return word
    return '"' + re.sub(r"([\\'\"])", r"\\\1", word) + '"'


TPL = Codec(".tpl", "OpenToonz", decode, encode, has_alpha=True)
