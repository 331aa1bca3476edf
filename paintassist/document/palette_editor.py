"""Changes of the palette, each one undo item."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace

from paintassist.core.palette import (
    Color,
    Palette,
    PaletteEntry,
    Variant,
    Variants,
    to_color,
)
from paintassist.document.edits import Atom, Edit, OrderAtom, PaletteAtom, VariantsAtom


class PaletteEditor:
    """Makes edits of a document's palette.

    An entry is never removed but by undo: its index may be in use. Everything that changes
    nothing makes no undo item.

    Parameters
    ----------
    palette : function that returns Palette
        The document's palette as it is now.
    do : function of Edit
        Keeps and does an edit.
    follow : function of (str, str) that returns a tuple of Atom, optional
        What else has to change when a part gets another name.
    """

    def __init__(
        self,
        palette: Callable[[], Palette],
        do: Callable[[Edit], None],
        follow: Callable[[str, str], tuple[Atom, ...]] = lambda old, new: (),
    ) -> None:
        self._palette = palette
        self._do = do
        self._follow = follow

    def find_or_add(self, color: Color, name: str = "") -> int:
        """Return the index of a colour of the active variant, appending it if it is new."""
        palette = self._palette()
        color = to_color(color)
        for index, entry in enumerate(palette):
            if entry.color == color:
                return index
        return self.add([PaletteEntry(color, name)])[0]

    def add(self, entries: Sequence[PaletteEntry]) -> list[int]:
        """Append entries, even of colours that are there; returns their indices.

        Two parts may share a colour and yet be painted apart one day.
        """
        first = len(self._palette())
        new = [_clean(entry) for entry in entries]
        atoms = tuple(PaletteAtom(first + row, None, entry) for row, entry in enumerate(new))
        name = f"Add colour {new[0].name}" if len(new) == 1 else f"Add {len(new)} colours"
        self._make(name, atoms)
        return list(range(first, first + len(new)))

    def update(self, index: int, entry: PaletteEntry) -> bool:
        """Change an entry, in the active variant; every segment that uses it follows.

        Returns
        -------
        bool
            False if nothing changed.
        """
        return self.update_all({index: entry})

    def update_all(self, entries: Mapping[int, PaletteEntry], name: str = "") -> bool:
        """Change entries by index, in the active variant, as one undo item; see `update`."""
        palette = self._palette()
        changes = [
            (index, palette.entries[index], new)
            for index, new in ((index, _clean(entry)) for index, entry in entries.items())
            if new != palette.entries[index]
        ]
        words = name or _update_words([(old, new) for _, old, new in changes])
        return self._make(words, tuple(PaletteAtom(*change) for change in changes))

    def rename_part(self, old: str, new: str) -> bool:
        """Give a part another name; one that is there takes its entries in."""
        new = new.strip()
        atoms = tuple(
            PaletteAtom(index, entry, replace(entry, part=new))
            for index, entry in enumerate(self._palette())
            if old and new != old and entry.part == old
        )
        return self._make(f"Rename part {old}", (*atoms, *self._follow(old, new)) if atoms else ())

    def set_order(self, order: Sequence[int]) -> bool:
        """Put the entries into another sheet order; those left out follow by index."""
        palette = self._palette()
        new = tuple(palette.with_order(order).order)
        old = tuple(palette.order)
        return new != old and self._make("Order colours", (OrderAtom(old, new),))

    def take_in(self, other: Palette) -> None:
        """Add what another palette has, and name what is there already; in its order.

        An entry of the same colour without name and part takes those of the other one. The
        other's variants come in by name. Several edits: make one gesture of them.
        """
        known = self._palette()
        places: dict[int, int] = {}
        named: dict[int, PaletteEntry] = {}
        taken: set[int] = set()
        for place in other.order:
            entry = other.entries[place]
            index = _find(known, entry, taken)
            if index is not None:
                taken.add(index)
                places[place] = index
                if _is_bare(known.entries[index]):
                    named[index] = entry
        self.update_all(named)
        missing = [place for place in other.order if place not in places]
        added = self.add([other.entries[place] for place in missing])
        places.update(zip(missing, added, strict=True))
        self.set_order([places[place] for place in other.order])
        self._take_in_variants(other, places)

    def _take_in_variants(self, other: Palette, places: Mapping[int, int]) -> None:
        variants = other.variants
        shown = self._palette().active
        for number, variant in enumerate(variants.items):
            if number == variants.active or not variant.name:
                continue
            names = [item.name for item in self._palette().variants.items]
            colors = {index: variant.colors[place] for place, index in places.items()}
            if variant.name not in names:
                self.add_variant(variant.name, None, variants.items[variants.active].name)
                self.recolor_variant(len(names), colors)
            elif names.index(variant.name) != shown:
                self.recolor_variant(names.index(variant.name), colors)
        self.show_variant(shown)

    # Variants

    def add_variant(
        self, name: str, colors: Sequence[Color] | None = None, base_name: str = ""
    ) -> int:
        """Append a variant and show it; returns its number.

        Parameters
        ----------
        name : str
        colors : sequence of Color, optional
            One an entry; those of the active variant by default.
        base_name : str
            For the variant that was the only one until now and has no name.
        """
        variants = self._palette().variants
        items = list(variants.items)
        if len(items) == 1 and not items[0].name:
            items[0] = replace(items[0], name=base_name)
        old = items[variants.active].colors
        items.append(Variant(name.strip(), old if colors is None else _padded(colors, old)))
        self._set_variants(f"Add variant {name}", Variants(tuple(items), len(items) - 1))
        return len(items) - 1

    def rename_variant(self, number: int, name: str) -> bool:
        """Give a variant another name."""
        variants = self._palette().variants
        items = list(variants.items)
        items[number] = replace(items[number], name=name.strip())
        return self._set_variants(f"Rename variant {name}", Variants(tuple(items), variants.active))

    def remove_variant(self, number: int) -> bool:
        """Remove a variant; the last one stays. Another is shown if it was the active one."""
        variants = self._palette().variants
        if len(variants.items) == 1:
            return False
        items = list(variants.items)
        gone = items.pop(number)
        active = variants.active - (variants.active > number)
        active = min(active, len(items) - 1)
        return self._set_variants(f"Remove variant {gone.name}", Variants(tuple(items), active))

    def show_variant(self, number: int) -> bool:
        """Show another variant: every frame takes its colours, no index changes."""
        variants = self._palette().variants
        name = variants.items[number].name
        return self._set_variants(f"Show variant {name}", replace(variants, active=number))

    def recolor_variant(self, number: int, colors: Mapping[int, Color]) -> bool:
        """Give entries, by index, other colours in one variant, shown or not."""
        variants = self._palette().variants
        items = list(variants.items)
        new = list(items[number].colors)
        for index, color in colors.items():
            new[index] = to_color(color)
        items[number] = replace(items[number], colors=tuple(new))
        name = f"Change colours of variant {items[number].name}"
        return self._set_variants(name, Variants(tuple(items), variants.active))

    def _set_variants(self, name: str, new: Variants) -> bool:
        old = self._palette().variants
        return new != old and self._make(name, (VariantsAtom(old, new),))

    def _make(self, name: str, atoms: tuple[Atom, ...]) -> bool:
        if atoms:
            self._do(Edit(name.rstrip(), atoms))
        return bool(atoms)


def apply_to_palette(palette: Palette, atom: PaletteAtom | VariantsAtom | OrderAtom) -> Palette:
    """Do an atom; entries change in place, as there may be thousands, the rest anew."""
    if isinstance(atom, VariantsAtom):
        return palette.with_variants(atom.new)
    if isinstance(atom, OrderAtom):
        return palette.with_order(atom.new)
    if atom.new is None:
        palette.remove_last()
    elif atom.old is None:
        palette.append(atom.new)
    else:
        palette.set_entry(atom.index, atom.new)
    return palette


def _clean(entry: PaletteEntry) -> PaletteEntry:
    """Return an entry whose fully transparent colour is `BACKGROUND`, without stray blanks."""
    return replace(entry, color=to_color(entry.color), part=entry.part.strip())


def _find(palette: Palette, entry: PaletteEntry, taken: Container[int]) -> int | None:
    """Return the entry that another palette's entry is: the same, or one not named yet."""
    wanted = (entry.color, entry.name, entry.part, entry.role)
    bare = None
    for index, known in enumerate(palette):
        if index in taken or known.color != entry.color:
            continue
        if (known.color, known.name, known.part, known.role) == wanted:
            return index
        if bare is None and _is_bare(known):
            bare = index
    return bare


def _is_bare(entry: PaletteEntry) -> bool:
    return not entry.name and not entry.part


def _padded(colors: Sequence[Color], base: Sequence[Color]) -> tuple[Color, ...]:
    """Return colours cut to the length of `base` or filled up with it."""
    given = tuple(to_color(color) for color in colors[: len(base)])
    return given + tuple(base[len(given) :])


def _update_words(changes: Sequence[tuple[PaletteEntry, PaletteEntry]]) -> str:
    """Return what an edit of some entries, each from one to another, is called."""
    if len(changes) != 1:
        return f"Change {len(changes)} colours"
    old, new = changes[0]
    if new.color != old.color:
        what = "Change"
    elif new.name != old.name:
        what = "Rename"
    else:
        what = "Assign"
    return f"{what} colour {new.name or old.name}"
