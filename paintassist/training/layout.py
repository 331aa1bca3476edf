"""Writes drawn characters in the PaintBucket-Character layout, for any tool to read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.guides import DEFAULT_GUIDES
from paintassist.core.lines import inks_to_rgba
from paintassist.core.palette import PaletteEntry, Role, pack_colors
from paintassist.core.references import segment_colors
from paintassist.core.segments import Segments, segment
from paintassist.core.shade import Shade
from paintassist.training.cel import Cel, Character

GUIDE_SHADES = {
    Role.HIGHLIGHT: Shade.HIGHLIGHT,
    Role.SHADOW_1: Shade.SHADOW,
    Role.SHADOW_2: Shade.SHADOW,
}


def write_character(
    folder: Path,
    character: Character,
    rng: np.random.Generator,
    frames: int,
    size: int,
    write_book: Callable[[Path, list[PaletteEntry]], None],
) -> None:
    """Draw one character: a clip of `frames` cels, and its sheet views under `ref/`.

    The folder appears complete or not at all.

    Parameters
    ----------
    folder : Path
        Must not exist yet.
    size : int
        Side of the canvas in pixels.
    write_book : callable
        Writes `colorbook.yml`.
    """
    part = folder.with_name(folder.name + ".part")
    # What a killed run left may have more frames.
    shutil.rmtree(part, ignore_errors=True)
    cels = [character.draw(pose, size) for pose in character.clip(rng, frames)]
    sheet = [character.draw(pose, size) for pose in character.sheet()]
    book = used_colors(character.book(), [*cels, *sheet])
    write_cels(part, cels, book)
    write_cels(part / "ref", sheet)
    write_book(part / "colorbook.yml", book)
    part.rename(folder)


def used_colors(book: Iterable[PaletteEntry], cels: Iterable[Cel]) -> list[PaletteEntry]:
    """Return the parts of a book whose plain tone or another is painted somewhere."""
    painted: set[int] = set()
    for cel in cels:
        painted.update(np.unique(pack_colors(cel.paint)).tolist())
    entries = list(book)
    packed = pack_colors(np.array([entry.color for entry in entries], np.uint8).reshape(-1, 4))
    shown = {entry.part for entry, color in zip(entries, packed, strict=True) if color in painted}
    return [entry for entry in entries if entry.part in shown]


def write_cels(folder: Path, cels: Sequence[Cel], book: Sequence[PaletteEntry] = ()) -> None:
    """Write `line/`, `gt/`, `seg/` and `json_color/`, numbered from 0000.

    With a book of colours `line_anno/` as well: the line art with light and shadow filled in.
    """
    names = ["line", "gt", "seg", "json_color", *(["line_anno"] if book else [])]
    for name in names:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for index, cel in enumerate(cels):
        stem = f"{index:04d}"
        segments = segment(cel.inks)
        colors = segment_colors(segments, cel.paint)
        _save(folder / "line" / f"{stem}.png", inks_to_rgba(cel.inks))
        _save(folder / "gt" / f"{stem}.png", cel.paint)
        _save(folder / "seg" / f"{stem}.png", _ids_as_rgb(segments.labels))
        table = {str(index): color.tolist() for index, color in enumerate(colors) if index}
        text = json.dumps(table, separators=(",", ":"))
        (folder / "json_color" / f"{stem}.json").write_text(text, encoding="utf-8")
        if book:
            _save(folder / "line_anno" / f"{stem}.png", annotated_lines(segments, colors, book))


def annotated_lines(
    segments: Segments, colors: NDArray[np.uint8], book: Sequence[PaletteEntry]
) -> NDArray[np.uint8]:
    """Fill the lights and shadows of a drawing with guide colours, (H, W, 4) uint8.

    Parameters
    ----------
    segments : Segments
    colors : (N + 1, 4) uint8
    book : sequence of PaletteEntry
        Of a colour that several parts have, the first counts.
    """
    fill: dict[int, tuple[int, int, int]] = {}
    for entry in reversed(book):
        shade = GUIDE_SHADES.get(entry.role)
        words = entry.part.split()
        fitting = [guide for guide in DEFAULT_GUIDES if guide.shade == shade]
        named = [guide for guide in fitting if guide.part in words]
        chosen = named or [guide for guide in fitting if not guide.part]
        color = int(pack_colors(np.array(entry.color, np.uint8)))
        fill.pop(color, None)
        if chosen:
            fill[color] = chosen[0].rgb
    table = np.full((segments.count + 1, 4), (255, 255, 255, 0), np.uint8)
    for index, color in enumerate(pack_colors(colors).tolist()):
        if index and color in fill:
            table[index] = (*fill[color], 255)
    lines = inks_to_rgba(segments.inks)
    return np.where(segments.inks[..., None] > 0, lines, table[segments.labels])


def _save(path: Path, pixels: NDArray[np.uint8]) -> None:
    Image.fromarray(pixels).save(path, compress_level=4)


def _ids_as_rgb(labels: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Write ids as R << 16 | G << 8 | B, (H, W, 3) uint8."""
    return np.stack([labels >> 16, labels >> 8, labels], axis=2).astype(np.uint8)
