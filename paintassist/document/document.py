"""The open project: everything the painter can change, and the one way to change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette
from paintassist.core.segments import Segments
from paintassist.document.changes import EMPTY_IDS, ChangeKind
from paintassist.document.contents import Contents
from paintassist.document.deciding import (
    count_words,
    decide_edit,
    sheet_atoms,
    swap_atoms,
    valid_ids,
)
from paintassist.document.edits import Edit
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.ledger import Ledger
from paintassist.document.packing import unpack_segments
from paintassist.document.palette_editor import PaletteEditor
from paintassist.document.proposals import FrameProposals
from paintassist.document.requests import LoadedFrame
from paintassist.document.retouching import rename_marks
from paintassist.document.sheet import LoadedSheet, Sheet
from paintassist.document.sheet_editor import SheetEditor
from paintassist.document.sources import SheetPlace, SourceFile
from paintassist.document.store import JsonValue, Settings, Snapshot, Store


class Document:
    """Frames, sheets, palette and settings, with undo and an optional store.

    Every change goes to the store first (if there is one) and happens only if the store
    kept it. Lives in one thread; the worker gets copies and its results come back through
    `land_frame`, `add_sheet` and `apply_proposals`.

    Attributes
    ----------
    changed : Signal of Change
    refused : Signal of str
        The store could not keep something, and why; it did not happen.
    paints : PaletteEditor
        The way to change the palette.
    figures : SheetEditor
        The way to change what is used of the sheets.
    settings : Settings
    view : dict of str to JSON value
        What the window wants to find again; read only.
    history : History
        For the names of undo and redo.
    """

    def __init__(self, snapshot: Snapshot | None = None, store: Store | None = None) -> None:
        snapshot = snapshot or Snapshot()
        self._contents = Contents(snapshot)
        self._ledger = Ledger(self._contents, snapshot, store)
        self.changed, self.refused = self._ledger.changed, self._ledger.refused
        self.history = self._ledger.history
        self.paints = PaletteEditor(
            lambda: self.palette, self.do, lambda old, new: rename_marks(self.frames, old, new)
        )
        self.figures = SheetEditor(lambda: self.sheets, lambda: self.palette, self.do)
        self.settings = snapshot.settings
        self.view: dict[str, JsonValue] = dict(snapshot.view)

    @property
    def frames(self) -> list[Frame]:
        """In order; read only."""
        return self._contents.frames

    @property
    def sheets(self) -> list[Sheet]:
        """In order; read only."""
        return self._contents.sheets

    @property
    def palette(self) -> Palette:
        """Read only."""
        return self._contents.palette

    # Frames

    def frame_index(self, name: str) -> int:
        """Return the index of the frame called `name`, -1 if there is none."""
        return self._contents.index(name)

    def add_frames(self, new: Iterable[tuple[str, Path]]) -> None:
        """Append frames by name and path of their line art.

        Raises
        ------
        InputError
            If a name is taken.
        """
        frames = self._contents.frames_with(new)
        self._ledger.keep(lambda store: store.write_frames(frames))
        self._contents.set_frames(frames)
        self._ledger.tell(ChangeKind.FRAMES)

    def relocate(self, files: Sequence[SourceFile]) -> None:
        """Take note of where the line art of frames lies now, and of its stamps.

        No undo item; the content is the same, or `redraw` took it over.
        """
        files = [file for file in files if self.frame_index(file.name) >= 0]
        if not files:
            return
        self._ledger.keep(lambda store: store.write_sources(files))
        for file in files:
            frame = self.frames[self.frame_index(file.name)]
            if frame.path != file.path and not frame.ready:
                frame.problem = ""
            frame.path, frame.stamp = file.path, file.stamp
        self._ledger.tell(ChangeKind.SOURCES)

    def relocate_sheets(self, places: Mapping[str, SheetPlace]) -> None:
        """Take note of where the files of sheets lie now, by name; no undo item."""
        places = {sheet.name: places[sheet.name] for sheet in self.sheets if sheet.name in places}
        if not places:
            return
        self._ledger.keep(lambda store: store.write_sheet_places(places))
        for index, sheet in enumerate(self.sheets):
            if sheet.name in places:
                painting, line = places[sheet.name]
                self.sheets[index] = replace(sheet, painting=painting, line=line)
        self._ledger.tell(ChangeKind.SOURCES)

    def segments(self, frame: int) -> Segments | None:
        """Return the segments of a frame, None until they are known.

        Keeps the label maps of the frames asked for last; use this, not `Frame.segments`.
        """
        return self._contents.segments(frame)

    def land_frame(self, loaded: LoadedFrame) -> None:
        """Take the label map that the worker found, or the problem it had."""
        index = self.frame_index(loaded.frame)
        if index < 0:
            return
        frame = self.frames[index]
        if loaded.packed is None:
            frame.problem = loaded.problem
        elif frame.packed == loaded.packed:
            frame.problem, frame.outdated = loaded.problem, False
        elif frame.ready and not frame.outdated and not loaded.content_hash:
            # Asked with a map that the painter has changed since.
            return
        else:
            segments = loaded.segments or unpack_segments(loaded.packed)
            frame = frame.with_segments(loaded.packed, segments, loaded.content_hash)
            frame.problem = loaded.problem
            # The ids of the edits so far belong to the label map that is gone.
            forgets = self.frames[index].decided.any()
            self._ledger.keep(
                lambda store: store.write_label_map(frame, forgets_history=bool(forgets))
            )
            if forgets:
                self.history.clear()
                self._ledger.tell(ChangeKind.HISTORY)
            self._contents.replace_frame(index, frame)
        self._ledger.tell(ChangeKind.SEGMENTS, index)

    # Decisions

    def paint(self, frame: int, ids: Sequence[int] | NDArray[np.int64], color: int) -> bool:
        """Bucket: give segments a palette index; they are CORRECTED from now on.

        Returns
        -------
        bool
            False if nothing changed (no undo item then).
        """
        if not 0 <= color < len(self.palette):
            raise IndexError(f"no palette entry {color}")
        return self._decide(frame, ids, DecisionState.CORRECTED, color)

    def accept(self, frame: int, ids: Sequence[int] | NDArray[np.int64] | None = None) -> bool:
        """Accept proposals; None accepts every proposed segment of the frame."""
        target = self.frames[frame]
        wanted = np.arange(1, target.count + 1) if ids is None else valid_ids(target, ids)
        wanted = wanted[target.state[wanted] == DecisionState.PROPOSED]
        return self._decide(frame, wanted, DecisionState.ACCEPTED)

    def clear(self, frame: int, ids: Sequence[int] | NDArray[np.int64]) -> bool:
        """Take decisions back: the segments are open again and proposals show."""
        return self._decide(frame, ids, DecisionState.UNPAINTED, NO_COLOR)

    def swap_color(self, old: int, new: int, frames: Sequence[int]) -> int:
        """Give everything that shows one palette index another one, in some frames.

        Decisions too: who asks for a colour to go wants it gone. One undo item.

        Returns
        -------
        int
            How many segments changed; 0 makes no undo item.
        """
        if not 0 <= new < len(self.palette):
            raise IndexError(f"no palette entry {new}")
        atoms = swap_atoms([self.frames[index] for index in frames], old, new)
        count = sum(len(atom.ids) for atom in atoms)
        if atoms:
            self.do(Edit(f"Swap colour of {count_words(count)}", atoms))
        return count

    def do(self, edit: Edit) -> None:
        """Do an edit whose atoms were made from what the document shows now; one undo item."""
        self._ledger.do(edit)

    @contextmanager
    def gesture(self, name: str) -> Iterator[None]:
        """Make one undo item of all edits inside; each is durable at once all the same."""
        with self._ledger.gesture(name):
            yield

    def undo(self) -> str:
        """Take the painter's last edit back; returns its name, "" if there is none."""
        return self._ledger.undo()

    def redo(self) -> str:
        """Do the edit again that was undone last; returns its name, "" if there is none."""
        return self._ledger.redo()

    # Sheets

    def add_sheet(self, loaded: LoadedSheet) -> int:
        """Append a sheet and its new colours in scan order; returns its index.

        One undo item. A fully transparent colour becomes the entry "background". A sheet
        of the same name is replaced.
        """
        position, atoms = sheet_atoms(self.sheets, self.palette, loaded)
        self.do(Edit(f"Add sheet {loaded.name}", atoms))
        return position

    # What the engine says

    def apply_proposals(self, new: FrameProposals) -> NDArray[np.int64]:
        """Land proposals; never an undo item, never over a decision.

        Returns
        -------
        (K,) int64
            Ids whose visible state or colour changed.
        """
        index = self.frame_index(new.frame)
        if index < 0 or self.frames[index].count != len(new.color):
            return EMPTY_IDS
        frame = self.frames[index]
        ids = frame.set_proposals(new)
        self._ledger.tell(ChangeKind.PROPOSALS, index, ids)
        return ids

    # Settings and keeping

    def set_settings(self, settings: Settings) -> None:
        """Change how the project reads and proposes; a new engine forgets all proposals."""
        self._ledger.keep(lambda store: store.write_settings(settings))
        old, self.settings = self.settings, settings
        if settings.lines != old.lines:
            for frame in self.frames:
                frame.outdated = frame.ready
        if (settings.engine, settings.model) != (old.engine, old.model):
            for index, frame in enumerate(self.frames):
                frame.forget_proposals()
                self._ledger.tell(ChangeKind.PROPOSALS, index, np.arange(1, frame.count + 1))
        self._ledger.tell(ChangeKind.SETTINGS)

    def set_view(self, key: str, value: JsonValue, quiet: bool = False) -> None:
        """Remember one value of the view state; no undo item, no change emitted.

        With `quiet`, nobody is told if the store refuses it; it raises all the same.
        """
        if not quiet:
            self._ledger.keep(lambda store: store.write_view(key, value))
        elif self.store is not None:
            self.store.write_view(key, value)
        self.view[key] = value

    @property
    def store(self) -> Store | None:
        """Where the document is kept; None while it is in memory only."""
        return self._ledger.store

    def attach(self, store: Store | None) -> None:
        """Keep the document in `store` from now on, closing the one before.

        `store` must hold this document already; see `io.project_file.save_as`.
        """
        self._ledger.attach(store)

    def snapshot(self) -> Snapshot:
        """Return the whole document for writing."""
        return Snapshot(
            tuple(self.frames),
            tuple(self.sheets),
            self.palette,
            self.settings,
            dict(self.view),
            (*self.history.done, *reversed(self.history.undone)),
            len(self.history.done),
            self.history.forgotten,
        )

    def _decide(
        self,
        frame: int,
        ids: Sequence[int] | NDArray[np.int64],
        state: DecisionState,
        color: int | None = None,
    ) -> bool:
        target = self.frames[frame]
        edit = decide_edit(target, valid_ids(target, ids), state, color)
        if edit is not None:
            self.do(edit)
        return edit is not None
