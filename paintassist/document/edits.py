"""Edits: what the painter did, as atoms that know both sides.

An atom holds what was and what is; its inverse swaps the two. Applying an edit, undoing
it, redoing it and storing it are one operation, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import PaletteEntry, Variants
from paintassist.core.retouch import Retouch
from paintassist.document.bytesize import bytes_of
from paintassist.document.packing import PackedSegments
from paintassist.document.sheet import Sheet

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class DecisionAtom:
    """Decisions on some segments of one frame.

    Attributes
    ----------
    frame : str
    ids : (K,) int64
    old_state, new_state : (K,) uint8
        One of `DECIDED_STATES`, or 0 for open.
    old_color, new_color : (K,) int32
    """

    frame: str
    ids: NDArray[np.int64]
    old_state: NDArray[np.uint8]
    old_color: NDArray[np.int32]
    new_state: NDArray[np.uint8]
    new_color: NDArray[np.int32]

    def inverse(self) -> DecisionAtom:
        """Swap old and new."""
        return DecisionAtom(
            self.frame, self.ids, self.new_state, self.new_color, self.old_state, self.old_color
        )


@dataclass(frozen=True)
class PaletteAtom:
    """One palette entry appended (`old` is None), taken off the end again, or edited."""

    index: int
    old: PaletteEntry | None
    new: PaletteEntry | None

    def inverse(self) -> PaletteAtom:
        """Swap old and new."""
        return PaletteAtom(self.index, self.new, self.old)


@dataclass(frozen=True)
class VariantsAtom:
    """Variants of the palette added, renamed, coloured, removed, or another one shown."""

    old: Variants
    new: Variants

    def inverse(self) -> VariantsAtom:
        """Swap old and new."""
        return VariantsAtom(self.new, self.old)


@dataclass(frozen=True)
class OrderAtom:
    """The palette in another sheet order: all its indices once."""

    old: tuple[int, ...]
    new: tuple[int, ...]

    def inverse(self) -> OrderAtom:
        """Swap old and new."""
        return OrderAtom(self.new, self.old)


@dataclass(frozen=True, eq=False)
class SheetAtom:
    """One sheet inserted at a position (`old` is None) or removed from it."""

    position: int
    old: Sheet | None
    new: Sheet | None

    def inverse(self) -> SheetAtom:
        """Swap old and new."""
        return SheetAtom(self.position, self.new, self.old)


@dataclass(frozen=True, eq=False)
class FrameMap:
    """A label map of a frame, how its drawing is retouched, and what was decided on it.

    Attributes
    ----------
    retouch : Retouch
    packed : PackedSegments
    state : (N + 1,) uint8
    color : (N + 1,) int32
        Decisions alone, as in `Frame.decided` and `Frame.decided_color`.
    content_hash : str
        Of the line art file it was made from; empty if it is that of the frame.
    """

    retouch: Retouch
    packed: PackedSegments
    state: NDArray[np.uint8]
    color: NDArray[np.int32]
    content_hash: str = ""


@dataclass(frozen=True, eq=False)
class RetouchAtom:
    """One frame retouched otherwise: it has another label map."""

    frame: str
    old: FrameMap
    new: FrameMap

    def inverse(self) -> RetouchAtom:
        """Swap old and new."""
        return RetouchAtom(self.frame, self.new, self.old)


@dataclass(frozen=True)
class Lost:
    """A decision whose segment is no more since the drawing was changed.

    Attributes
    ----------
    x, y : int
        An image pixel that lay in the segment.
    state, color : int
        What was decided, as in `DecisionAtom`.
    """

    x: int
    y: int
    state: int
    color: int


@dataclass(frozen=True)
class LostAtom:
    """The lost decisions of one frame are others now."""

    frame: str
    old: tuple[Lost, ...]
    new: tuple[Lost, ...]

    def inverse(self) -> LostAtom:
        """Swap old and new."""
        return LostAtom(self.frame, self.new, self.old)


Atom = DecisionAtom | PaletteAtom | VariantsAtom | OrderAtom | SheetAtom | RetouchAtom | LostAtom


class Edit:
    """One undo item.

    Parameters
    ----------
    name : str
        What the painter did, in words for the menu: "Paint 3 segments".
    atoms : tuple of Atom, or function that returns it
        In the order in which they happened. A function is called once, when they are asked
        for: edits of a file need not be decoded before the painter goes back to them.
    nbytes : int, optional
        About how many bytes the atoms keep, if that is known.
    """

    def __init__(
        self,
        name: str,
        atoms: tuple[Atom, ...] | Callable[[], tuple[Atom, ...]],
        nbytes: int | None = None,
    ) -> None:
        self.name = name
        self._atoms = atoms
        self._nbytes = nbytes
        self._is_from_file = callable(atoms)

    @property
    def is_from_file(self) -> bool:
        """Whether the atoms come from a file, which somebody may have forged."""
        return self._is_from_file

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """The atoms; raises `ValueError` if they come from a file and are damaged."""
        if callable(self._atoms):
            self._atoms = self._atoms()
        return self._atoms

    @property
    def nbytes(self) -> int:
        """About how many bytes the edit keeps."""
        if self._nbytes is None:
            self._nbytes = bytes_of(self.atoms)
        return self._nbytes

    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.name, tuple(atom.inverse() for atom in reversed(self.atoms)))


def splice(items: list[T], position: int, old: T | None, new: T | None) -> None:
    """Insert (`old` is None), remove (`new` is None) or replace one item, in place."""
    if old is None and new is not None:
        items.insert(position, new)
    elif new is None:
        del items[position]
    else:
        items[position] = new
