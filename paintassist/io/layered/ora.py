"""OpenRaster files: a ZIP of PNG pictures and a list of layers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree

from paintassist.core.errors import InputError
from paintassist.io.layered.file import CheckSize, LayeredFile, LayerInfo, Pixels, Placed

# A list of layers is text; a file that claims more is no drawing.
MOST_XML = 4 * 2**20
# Nor does any picture in it take more when it is packed as PNG.
MOST_PICTURE = 2**28
MOST_LAYERS = 2_000


def open_ora(
    path: Path, stream: BinaryIO, check_size: CheckSize, decode: Callable[[BinaryIO], Pixels]
) -> LayeredFile:
    """Read the list of layers; see `opening.open_layered`."""
    archive = zipfile.ZipFile(stream)
    sheet = archive.getinfo("stack.xml")
    if sheet.file_size > MOST_XML:
        raise InputError(f"{path} has a list of layers that is too long; save it again")
    text = archive.read(sheet)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise InputError(f"{path} has a list of layers with rules of its own; save it again")
    root = ElementTree.fromstring(text)
    width, height = int(root.get("w", "0")), int(root.get("h", "0"))
    check_size(path, width, height)
    notes: list[str] = []
    layers: list[tuple[LayerInfo, Placed]] = []
    for element, name, visible, opacity in _walk_ora(root.find("stack"), "", True, 1.0):
        inside = element.get("src", "")
        operator = element.get("composite-op", "svg:src-over")
        if operator not in ("svg:src-over", "svg:multiply"):
            notes.append(f"layer '{name}' of {path} is blended by {operator}; merge it to be exact")
        placed = Placed(
            partial(_ora_pixels, archive, inside, decode),
            int(element.get("x", "0")),
            int(element.get("y", "0")),
            opacity,
            operator == "svg:multiply",
        )
        layers.append((LayerInfo(name, visible), placed))
        if len(layers) > MOST_LAYERS:
            raise InputError(f"{path} has more than {MOST_LAYERS} layers; merge some of them")
    # OpenRaster lists the topmost first.
    layers.reverse()
    names = set(archive.namelist())
    merged = None
    if "mergedimage.png" in names:
        merged = partial(_ora_pixels, archive, "mergedimage.png", decode)
    return LayeredFile((width, height), layers, merged, notes)


def _walk_ora(
    stack: ElementTree.Element | None, prefix: str, visible: bool, opacity: float
) -> Iterator[tuple[ElementTree.Element, str, bool, float]]:
    for element in stack if stack is not None else ():
        name = f"{prefix}{element.get('name', '')}"
        seen = visible and element.get("visibility", "visible") == "visible"
        solid = opacity * float(element.get("opacity", "1"))
        if element.tag == "stack":
            yield from _walk_ora(element, f"{name}/", seen, solid)
        elif element.tag == "layer":
            yield element, name, seen, solid


def _ora_pixels(
    archive: zipfile.ZipFile, inside: str, decode: Callable[[BinaryIO], Pixels]
) -> Pixels:
    if archive.getinfo(inside).file_size > MOST_PICTURE:
        raise ValueError("a picture in it unpacks to more than any drawing has")
    return decode(io.BytesIO(archive.read(inside)))
