"""Atoms of decisions and sheets, made from what the document shows now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import BACKGROUND, Palette
from paintassist.document.edits import Atom, DecisionAtom, Edit, PaletteAtom, SheetAtom
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.sheet import LoadedSheet, Sheet

BACKGROUND_NAME = "background"
VERBS = {
    DecisionState.CORRECTED: "Paint",
    DecisionState.ACCEPTED: "Accept",
    DecisionState.UNPAINTED: "Clear",
}


def decision_atom(
    frame: Frame, ids: NDArray[np.int64], state: DecisionState, colors: NDArray[np.int32]
) -> DecisionAtom:
    """Return what decides `colors` (K,) for `ids` (K,), and back."""
    return DecisionAtom(
        frame.name,
        ids,
        frame.decided[ids],
        frame.decided_color[ids],
        np.full(len(ids), state, np.uint8),
        colors,
    )


def valid_ids(frame: Frame, ids: Sequence[int] | NDArray[np.int64]) -> NDArray[np.int64]:
    """Return (K,) int64: segment ids in order, each once.

    Raises
    ------
    IndexError
        If the frame has no such segment.
    """
    wanted = np.unique(np.asarray(ids, np.int64))
    if len(wanted) and not 1 <= wanted[0] <= wanted[-1] <= frame.count:
        raise IndexError(f"frame {frame.name} has no segment {wanted[0]} or {wanted[-1]}")
    return wanted


def decide_edit(
    frame: Frame, ids: NDArray[np.int64], state: DecisionState, color: int | None
) -> Edit | None:
    """Return what decides on (K,) segment ids; None if that changes nothing.

    Locked segments stay as they are; without a colour (None) each keeps the one it shows.
    """
    colors = frame.color[ids] if color is None else np.full(len(ids), color, np.int32)
    differs = (frame.decided[ids] != state) | (frame.decided_color[ids] != colors)
    differs &= frame.decided[ids] != DecisionState.LOCKED
    ids, colors = ids[differs], colors[differs]
    if not len(ids):
        return None
    atom = decision_atom(frame, ids, state, colors)
    return Edit(f"{VERBS[state]} {count_words(len(ids))}", (atom,))


def swap_atoms(frames: Sequence[Frame], old: int, new: int) -> tuple[DecisionAtom, ...]:
    """Return what gives every segment that shows `old` the colour `new`, decided or not."""
    atoms: list[DecisionAtom] = []
    for frame in frames:
        ids = np.flatnonzero((frame.color == old) & (frame.decided != DecisionState.LOCKED))
        if old not in (new, NO_COLOR) and len(ids):
            colors = np.full(len(ids), new, np.int32)
            atoms.append(decision_atom(frame, ids, DecisionState.CORRECTED, colors))
    return tuple(atoms)


def lock_edit(frame: Frame, ids: NDArray[np.int64]) -> Edit | None:
    """Return what locks those of (K,) ids that show a colour, or unlocks if all are locked.

    A locked segment keeps its colour whatever tool runs over it; opened, it is accepted. None
    if no segment shows a colour.
    """
    ids = ids[frame.color[ids] != NO_COLOR]
    if not len(ids):
        return None
    locked = frame.decided[ids] == DecisionState.LOCKED
    state = DecisionState.ACCEPTED if locked.all() else DecisionState.LOCKED
    ids = ids[frame.decided[ids] != state]
    verb = "Unlock" if locked.all() else "Lock"
    atom = decision_atom(frame, ids, state, frame.color[ids])
    return Edit(f"{verb} {count_words(len(ids))}", (atom,))


def sheet_atoms(
    sheets: Sequence[Sheet], palette: Palette, loaded: LoadedSheet
) -> tuple[int, tuple[Atom, ...]]:
    """Return where a sheet goes, and what puts it and its new colours there.

    It takes the place of a sheet of the same name, or the last one. New colours come in scan
    order; a fully transparent one becomes the entry "background".
    """
    trial = palette.copy()
    colors = np.full(len(loaded.rgba), NO_COLOR, np.int32)
    known = np.ones(len(colors), np.bool_) if loaded.known is None else loaded.known.copy()
    known[0] = False
    colors[known] = trial.add_all(loaded.rgba[known])
    atoms: list[Atom] = []
    for index in range(len(palette), len(trial)):
        entry = trial.entries[index]
        if entry.color == BACKGROUND:
            entry = replace(entry, name=BACKGROUND_NAME)
        atoms.append(PaletteAtom(index, None, entry))
    names = [sheet.name for sheet in sheets]
    position = names.index(loaded.name) if loaded.name in names else len(names)
    old = sheets[position] if position < len(names) else None
    sheet = Sheet(
        loaded.name,
        loaded.painting,
        loaded.line,
        loaded.packed,
        colors,
        loaded.content_hash,
        loaded.figure,
    )
    return position, (*atoms, SheetAtom(position, old, sheet))


def count_words(count: int) -> str:
    """Return what an edit's name says of `count` segments."""
    return f"{count} segments" if count > 1 else "segment"
