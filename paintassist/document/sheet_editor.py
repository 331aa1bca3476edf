"""Changes of the sheets: figures and swatches taken over, each sheet used or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from paintassist.core.palette import Palette, PaletteEntry, Role
from paintassist.core.sheets.figures import Figure
from paintassist.document.deciding import sheet_atoms
from paintassist.document.edits import Atom, Edit, PaletteAtom, SheetAtom, splice
from paintassist.document.sheet import LoadedSheet, Sheet


@dataclass(frozen=True, eq=False)
class ImportedSheet:
    """What the painter took over from a sheet.

    Attributes
    ----------
    name : str
    entries : tuple of PaletteEntry
        Of the swatches, in the sheet's order.
    figures : tuple of LoadedSheet
        Each becomes a sheet of the document.
    """

    name: str
    entries: tuple[PaletteEntry, ...] = ()
    figures: tuple[LoadedSheet, ...] = ()


class SheetEditor:
    """Makes edits of a document's sheets.

    Parameters
    ----------
    sheets : function that returns a sequence of Sheet
    palette : function that returns Palette
    do : function of Edit
        Keeps and does an edit.
    """

    def __init__(
        self,
        sheets: Callable[[], Sequence[Sheet]],
        palette: Callable[[], Palette],
        do: Callable[[Edit], None],
    ) -> None:
        self._sheets = sheets
        self._palette = palette
        self._do = do

    def add(self, imported: ImportedSheet) -> None:
        """Append the figures of a sheet and what its swatches say, as one undo item."""
        atoms = import_atoms(self._sheets(), self._palette(), imported)
        if atoms:
            self._do(Edit(f"Add sheet {imported.name}", atoms))

    def use(self, index: int, figure: Figure) -> bool:
        """Switch a sheet off or on, mirror it, or tell its view; False if nothing changed."""
        sheet = self._sheets()[index]
        if figure == sheet.use:
            return False
        new = replace(sheet, figure=figure)
        self._do(Edit(f"Use sheet {sheet.name}", (SheetAtom(index, sheet, new),)))
        return True


def import_atoms(
    sheets: Sequence[Sheet], palette: Palette, imported: ImportedSheet
) -> tuple[Atom, ...]:
    """Return what adds swatches and figures; the swatches come first, in their order.

    An entry whose colour is there already takes the swatch's names where it has none; where
    it belongs to another part, the swatch becomes an entry of its own.
    """
    entries = list(palette.entries)
    # The swatches of a night sheet are entries of the day.
    places = palette.find_every([entry.color for entry in imported.entries])
    atoms: list[Atom] = []
    for entry in imported.entries:
        same = places.get(entry.color, ())
        index = _place(entries, same, entry.part)
        if index is None:
            places[entry.color] = (*same, len(entries))
            atoms.append(PaletteAtom(len(entries), None, entry))
            entries.append(entry)
            continue
        named = _named(entries[index], entry)
        if named != entries[index]:
            atoms.append(PaletteAtom(index, entries[index], named))
            entries[index] = named
    known = list(sheets)
    for loaded in imported.figures:
        position, more = sheet_atoms(known, palette.with_entries(entries), loaded)
        for atom in more:
            if isinstance(atom, PaletteAtom):
                splice(entries, atom.index, atom.old, atom.new)
            elif isinstance(atom, SheetAtom):
                splice(known, position, atom.old, atom.new)
        atoms += more
    return tuple(atoms)


def _place(entries: Sequence[PaletteEntry], same: Sequence[int], part: str) -> int | None:
    """Return which of the entries of one colour a swatch of a part is; None if it is new."""
    for wanted in (part, "") if part else ():
        for index in same:
            if entries[index].part == wanted:
                return index
    return None if part or not same else same[0]


def _named(entry: PaletteEntry, swatch: PaletteEntry) -> PaletteEntry:
    return replace(
        entry,
        name=entry.name or swatch.name,
        part=entry.part or swatch.part,
        role=swatch.role if entry.role is Role.OTHER else entry.role,
    )
