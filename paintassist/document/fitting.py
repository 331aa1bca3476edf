"""Whether edits that come from a file fit the document, before anything is done with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.document.edits import (
    Atom,
    DecisionAtom,
    FrameMap,
    Lost,
    LostAtom,
    OrderAtom,
    PaletteAtom,
    RetouchAtom,
    SheetAtom,
    VariantsAtom,
)
from paintassist.document.frame import DECIDED_STATES
from paintassist.document.packing import unpack_segments
from paintassist.document.sheet import Sheet
from paintassist.document.store import Snapshot

MOST_SIDE = 1_000_000


@dataclass
class Outline:
    """As much of a document as the checks need; every check brings it up to date.

    Attributes
    ----------
    counts : dict of str to int
        Number of segments by frame.
    sizes : dict of str to (width, height)
    colors : int
        Number of palette entries.
    sheets : list of str
    decided : dict of str to (N + 1,) int32
        Decided colours by frame.
    held : dict of str to int
        Highest colour by sheet, and of lost decisions by frame.
    """

    counts: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    colors: int = 0
    sheets: list[str] = field(default_factory=list)
    decided: dict[str, NDArray[np.int32]] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)

    def highest_color(self) -> int:
        """Return the highest palette index that something has."""
        decided = (int(color.max(initial=NO_COLOR)) for color in self.decided.values())
        return max([*decided, *self.held.values()], default=NO_COLOR)


def check_atoms(atoms: Iterable[Atom], now: Snapshot) -> None:
    """Check that atoms can be done one after the other, beginning with what is there now.

    Raises
    ------
    ValueError
        If they cannot.
    """
    outline = Outline(
        {frame.name: frame.count for frame in now.frames},
        {
            frame.name: (frame.packed.width, frame.packed.height)
            for frame in now.frames
            if frame.packed is not None
        },
        len(now.palette),
        [sheet.name for sheet in now.sheets],
        {frame.name: frame.decided_color.copy() for frame in now.frames},
        {
            **{_sheet(sheet.name): int(sheet.colors.max()) for sheet in now.sheets},
            **{_lost(frame.name): _highest(frame.lost) for frame in now.frames},
        },
    )
    for atom in atoms:
        CHECKS[type(atom)](outline, atom)


def _sheet(name: str) -> str:
    return f"sheet:{name}"


def _lost(name: str) -> str:
    return f"lost:{name}"


def _highest(lost: Iterable[Lost]) -> int:
    return max((item.color for item in lost), default=NO_COLOR)


def _require(condition: object, what: str) -> None:
    if not condition:
        raise ValueError(f"an edit does not fit: {what}")


def _check_decision(outline: Outline, atom: DecisionAtom) -> None:
    ids, shape = atom.ids, atom.ids.shape
    _require(atom.frame in outline.counts, "frame")
    _require(len(shape) == 1 and shape[0] > 0 and (np.diff(ids) > 0).all(), "ids")
    _require(1 <= ids[0] <= ids[-1] <= outline.counts[atom.frame], "ids")
    _require(atom.new_state.shape == atom.new_color.shape == shape, "decisions")
    _check_decided(atom.new_state, atom.new_color, outline.colors)
    outline.decided[atom.frame][ids] = atom.new_color


def _check_decided(state: NDArray[np.uint8], color: NDArray[np.int32], colors: int) -> None:
    is_open = state == 0
    _require((is_open | np.isin(state, DECIDED_STATES)).all(), "states")
    _require((color[is_open] == NO_COLOR).all(), "colours")
    _require(((color[~is_open] >= 0) & (color[~is_open] < colors)).all(), "colours")


def _check_palette(outline: Outline, atom: PaletteAtom) -> None:
    _require(atom.old is not None or atom.new is not None, "palette")
    end = outline.colors if atom.old is None else outline.colors - 1
    at_end = atom.old is None or atom.new is None
    _require(atom.index == end if at_end else 0 <= atom.index <= end, "palette")
    _require(atom.new is None or all(0 <= value <= 255 for value in atom.new.color), "palette")
    outline.colors += (atom.new is not None) - (atom.old is not None)
    _require(outline.highest_color() < outline.colors, "palette")


def _check_variants(outline: Outline, atom: VariantsAtom) -> None:
    new = atom.new
    _require(0 <= new.active < len(new.items), "variants")
    for variant in new.items:
        _require(len(variant.colors) == outline.colors, "variants")
        _require(all(0 <= value <= 255 for color in variant.colors for value in color), "variants")


def _check_order(outline: Outline, atom: OrderAtom) -> None:
    _require(sorted(atom.new) == list(range(outline.colors)), "order")


def _check_sheet(outline: Outline, atom: SheetAtom) -> None:
    _require(atom.old is not None or atom.new is not None, "sheet")
    end = len(outline.sheets) - (atom.old is not None)
    _require(0 <= atom.position <= end, "sheet")
    if atom.old is not None:
        _require(outline.sheets.pop(atom.position) == atom.old.name, "sheet")
        del outline.held[_sheet(atom.old.name)]
    if atom.new is not None:
        _require(atom.new.name not in outline.sheets, "sheet")
        _check_sheet_colors(atom.new, outline.colors)
        outline.sheets.insert(atom.position, atom.new.name)
        outline.held[_sheet(atom.new.name)] = int(atom.new.colors.max())


def _check_sheet_colors(sheet: Sheet, colors: int) -> None:
    unpack_segments(sheet.packed)
    _require(sheet.colors.shape == (sheet.packed.count + 1,), "sheet")
    _require(sheet.colors[0] == NO_COLOR and sheet.colors.max() < colors, "sheet")
    _require(sheet.colors.min() >= NO_COLOR, "sheet")


def _check_retouch(outline: Outline, atom: RetouchAtom) -> None:
    _require(atom.frame in outline.counts, "frame")
    _check_map(outline, atom.frame, atom.new)
    outline.counts[atom.frame] = atom.new.packed.count
    outline.decided[atom.frame] = atom.new.color.copy()


def _check_lost(outline: Outline, atom: LostAtom) -> None:
    _require(atom.frame in outline.counts, "frame")
    places = {(item.x, item.y) for item in atom.new}
    _require(len(places) == len(atom.new), "lost")
    for item in atom.new:
        _require(abs(item.x) < MOST_SIDE and abs(item.y) < MOST_SIDE, "lost")
        _require(item.state in DECIDED_STATES and 0 <= item.color < outline.colors, "lost")
    outline.held[_lost(atom.frame)] = _highest(atom.new)


def _check_map(outline: Outline, frame: str, new: FrameMap) -> None:
    packed = new.packed
    unpack_segments(packed)
    _require(new.state.shape == new.color.shape == (packed.count + 1,), "map")
    _require(new.state[0] == 0, "map")
    _check_decided(new.state, new.color, outline.colors)
    outline.sizes[frame] = packed.width, packed.height


CHECKS: Mapping[type, Callable[[Outline, Any], None]] = {
    DecisionAtom: _check_decision,
    PaletteAtom: _check_palette,
    SheetAtom: _check_sheet,
    RetouchAtom: _check_retouch,
    LostAtom: _check_lost,
    VariantsAtom: _check_variants,
    OrderAtom: _check_order,
}
"""How each kind of atom is checked; a new kind needs its line here."""
