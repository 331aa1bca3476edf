"""What edits change: frames, sheets and palette, without history, file or listeners."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.core.palette import Palette
from paintassist.core.segments import Segments
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.edits import (
    Atom,
    DecisionAtom,
    LostAtom,
    OrderAtom,
    PaletteAtom,
    RetouchAtom,
    VariantsAtom,
    splice,
)
from paintassist.document.frame import Frame
from paintassist.document.palette_editor import apply_to_palette
from paintassist.document.sheet import Sheet
from paintassist.document.store import Snapshot
from paintassist.document.unpacked import Unpacked


class Contents:
    """The frames, sheets and palette of a document, and what each atom does to them.

    Attributes
    ----------
    frames : list of Frame
    sheets : list of Sheet
    palette : Palette
        Another object after every `apply`: who holds the one before sees no half of an edit.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.frames: list[Frame] = list(snapshot.frames)
        self.sheets: list[Sheet] = list(snapshot.sheets)
        self.palette: Palette = snapshot.palette.copy()
        self._unpacked = Unpacked()
        self._index = {frame.name: index for index, frame in enumerate(self.frames)}

    def index(self, name: str) -> int:
        """Return the index of the frame called `name`, -1 if there is none."""
        return self._index.get(name, -1)

    def segments(self, frame: int) -> Segments | None:
        """Return the segments of a frame, None until they are known.

        Keeps the label maps of the frames asked for last.
        """
        asked = self.frames[frame]
        segments = asked.segments
        if segments is not None:
            self._unpacked.keep(asked)
        return segments

    def frames_with(self, new: Iterable[tuple[str, Path]]) -> list[Frame]:
        """Return the frames there are and new ones, by name and path of their line art.

        Raises
        ------
        InputError
            If a name is taken.
        """
        frames, taken = list(self.frames), set(self._index)
        for name, path in new:
            if name in taken:
                raise InputError(f"there are two frames called '{name}'; rename one of the files")
            taken.add(name)
            frames.append(Frame(name, path))
        return frames

    def set_frames(self, frames: list[Frame]) -> None:
        """Have exactly these frames, in this order."""
        self.frames = frames
        self._index = {frame.name: index for index, frame in enumerate(frames)}

    def replace_frame(self, index: int, frame: Frame) -> None:
        """Put a frame with another label map where it was."""
        self.frames[index] = frame
        self._unpacked.keep(frame)

    def apply(self, atoms: Iterable[Atom]) -> list[Change]:
        """Do atoms one after the other; returns what each changed."""
        self.palette = self.palette.copy()
        return [self._apply_atom(atom) for atom in atoms]

    def _apply_atom(self, atom: Atom) -> Change:
        if isinstance(atom, DecisionAtom):
            index = self._index[atom.frame]
            self.frames[index].set_decisions(atom.ids, atom.new_state, atom.new_color)
            return Change(ChangeKind.DECISIONS, index, atom.ids)
        if isinstance(atom, PaletteAtom | VariantsAtom | OrderAtom):
            before = len(self.palette)
            self.palette = apply_to_palette(self.palette, atom)
            if len(self.palette) < before:
                for frame in self.frames:
                    frame.drop_colors_from(len(self.palette))
            return Change(ChangeKind.PALETTE)
        if isinstance(atom, RetouchAtom):
            index = self._index[atom.frame]
            self.replace_frame(index, self.frames[index].with_map(atom.new))
            return Change(ChangeKind.RETOUCH, index)
        if isinstance(atom, LostAtom):
            index = self._index[atom.frame]
            self.frames[index].lost = atom.new
            return Change(ChangeKind.LOST, index)
        splice(self.sheets, atom.position, atom.old, atom.new)
        return Change(ChangeKind.SHEETS)
