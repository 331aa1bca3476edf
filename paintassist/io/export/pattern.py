"""Names of exported files: patterns such as `{cut}/{cel}/{cel}{frame:04d}.tga`."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from paintassist.core.errors import InputError
from paintassist.core.layers import Layer
from paintassist.io.export.formats import ImageFormat

DEFAULT_PATTERN = "{name}"
LAYERS_PATTERN = "{layer}/{name}"
EXTENSION = "ext"
TEXT_FIELDS = ("cut", "cel", "name", "layer", EXTENSION)
NUMBER_FIELDS = ("frame", "index")
FIELDS = (*TEXT_FIELDS, *NUMBER_FIELDS)
WIDTH = re.compile(r"(?:0?[1-9])?d?")
NUMBERED = re.compile(r"(?P<cel>.*?)[ _.\-]*(?P<digits>[0-9]{1,9})")
MOST_PARTS, LONGEST_NAME = 8, 200
# What Windows does not allow in names, on every system: exports travel.
FORBIDDEN = set('<>:"|?*\\')
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


@dataclass(frozen=True)
class CelName:
    """What a pattern can say of a cel.

    Attributes
    ----------
    cut : str
    cel : str
        The letter of the cel; files of one cel share it.
    name : str
        The drawing's own name, without an extension.
    frame : int
        Its number, from its name where that ends in one.
    index : int
        Its place among all frames, counted from 1.
    """

    cut: str
    cel: str
    name: str
    frame: int
    index: int


def split_name(name: str) -> tuple[str, int | None]:
    """Split a drawing's name into cel and number: `A0012` is ("A", 12), `title` has no number."""
    found = NUMBERED.fullmatch(name)
    return (found["cel"], int(found["digits"])) if found else (name, None)


def name_cel(name: str, index: int, cut: str, source: Path | None, cel: str = "") -> CelName:
    """Find out what a drawing is called.

    Parameters
    ----------
    name : str
        Of the drawing.
    index : int
        Its place, counted from 1; its number if the name has none.
    cut : str
    source : Path or None
        Its file; where the name is a number alone, the cel is called like the folder.
    cel : str
        What the cel shall be called; empty finds it out.
    """
    letters, number = split_name(name)
    if not cel:
        cel = letters if number is not None else ""
    if not cel and source is not None:
        folder = source.parent
        cel = folder.parent.name if folder.name == "line" else folder.name
    return CelName(cut, cel or cut or "A", name, index if number is None else number, index)


@dataclass(frozen=True)
class Pattern:
    """A pattern that was checked; see `read_pattern`.

    Attributes
    ----------
    text : str
        As written.
    fields : frozenset of str
        The fields it uses.
    extension : str
        The one it ends in as plain text, without the dot; empty if files get that of their format.
    """

    text: str
    fields: frozenset[str]
    extension: str

    def expand(self, cel: CelName, layer: Layer, image_format: ImageFormat) -> PurePosixPath:
        """Return the relative path of one file.

        Raises
        ------
        InputError
            If a part of it cannot be a file name on every system.
        """
        values: Mapping[str, str | int] = {
            "cut": _as_part(cel.cut),
            "cel": _as_part(cel.cel),
            "name": _as_part(cel.name),
            "layer": layer.value,
            EXTENSION: image_format.extension,
            "frame": cel.frame,
            "index": cel.index,
        }
        text = self.text.format_map(values)
        if not self.extension and EXTENSION not in self.fields:
            text = f"{text}.{image_format.extension}"
        path = PurePosixPath(text)
        _check_parts(path, self.text)
        return path


def read_pattern(text: str, formats: tuple[ImageFormat, ...]) -> Pattern:
    """Check a pattern.

    Parameters
    ----------
    text : str
        Fields in braces: cut, cel, name, layer, ext, and with a width such as `:04d` frame
        and index. `/` parts folders.
    formats : tuple of ImageFormat
        What will be written, for the extension.

    Raises
    ------
    InputError
        If it has unknown fields, would lead out of the folder, or its extension is another
        than that of the format.
    """
    text = text.strip()
    fields = _fields_of(text)
    if text.startswith(("/", "~")) or text.endswith("/") or "\\" in text or ":" in _plain(text):
        raise InputError(
            f"pattern '{text}' must name a file inside the export folder; "
            "part folders by / and leave out drives and a leading /"
        )
    known = {image_format.extension for image_format in ImageFormat}
    suffix = PurePosixPath(_plain(text)).suffix.lstrip(".").lower()
    extension = {"tif": "tiff"}.get(suffix, suffix) if suffix else ""
    extension = extension if extension in known else ""
    wanted = {image_format.extension for image_format in formats}
    if extension and wanted != {extension}:
        raise InputError(
            f"pattern '{text}' ends in .{suffix} but {' and '.join(sorted(wanted))} would be "
            "written; end it in .{ext} or leave the ending off"
        )
    return Pattern(text, fields, extension)


def read_ranges(text: str) -> tuple[range, ...]:
    """Read frame numbers such as `1-12, 20, 30-`; an empty text is none, which means all.

    Raises
    ------
    InputError
        If it is anything else.
    """
    found = []
    for part in text.replace(" ", "").split(","):
        match = re.fullmatch(r"(\d{1,9})(-(\d{1,9})?)?", part)
        if match is None:
            if not part:
                continue
            raise InputError(f"'{part}' is no range of frames; write them as 1-12, 20, 30-")
        first = int(match[1])
        last = first if match[2] is None else int(match[3] or 999_999_999)
        if last < first:
            raise InputError(f"'{part}' is no range of frames; write the smaller number first")
        found.append(range(first, last + 1))
    return tuple(found)


def is_in(number: int, ranges: tuple[range, ...]) -> bool:
    """Tell whether a frame is wanted; no range at all means every frame."""
    return not ranges or any(number in item for item in ranges)


def _fields_of(text: str) -> frozenset[str]:
    known = ", ".join(f"{{{field}}}" for field in FIELDS)
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        raise InputError(f"pattern '{text}' has a brace too many or too few; check it") from error
    fields = set()
    for _, field, width, conversion in parts:
        if field is None:
            continue
        if field not in FIELDS or conversion:
            raise InputError(f"pattern '{text}' has the unknown field {{{field}}}; use {known}")
        if width and (field in TEXT_FIELDS or not WIDTH.fullmatch(width)):
            raise InputError(
                f"pattern '{text}' has a width that cannot be; write {{frame:04d}} for four digits"
            )
        fields.add(field)
    if not fields & {"name", *NUMBER_FIELDS}:
        raise InputError(
            f"pattern '{text}' gives every frame the same name; add {{name}} or {{frame:04d}}"
        )
    return frozenset(fields)


def _plain(text: str) -> str:
    """Return a pattern with its fields taken out."""
    return "".join("#" if field else literal for literal, field in _pieces(text))


def _pieces(text: str) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    for literal, field, _, _ in string.Formatter().parse(text):
        pieces.append((literal, False))
        if field is not None:
            pieces.append(("", True))
    return pieces


def _as_part(text: str) -> str:
    """Make one part of a path of a name that comes from elsewhere."""
    kept = "".join("_" if char in FORBIDDEN or char == "/" else char for char in text)
    return kept.strip().rstrip(".") or "_"


def _check_parts(path: PurePosixPath, pattern: str) -> None:
    if path.is_absolute() or len(path.parts) > MOST_PARTS:
        raise InputError(
            f"pattern '{pattern}' leads out of the export folder or too deep; change it"
        )
    for part in path.parts:
        fits = (
            part not in (".", "..")
            and len(part.encode("utf-8", "replace")) <= LONGEST_NAME
            and part.isprintable()
            and not FORBIDDEN & set(part)
            and part == part.strip()
            and not part.endswith(".")
            and not DEVICES.fullmatch(part)
        )
        if not fits:
            raise InputError(
                f"pattern '{pattern}' makes '{part}', which cannot be a file name everywhere; "
                "change the pattern or the name"
            )
