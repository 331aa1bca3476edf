"""The open project: everything the painter can change, and the one way to change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import BACKGROUND, Color, Palette, PaletteEntry, to_color
from paintassist.core.segments import Segments
from paintassist.document.changes import EMPTY_IDS, Change, ChangeKind
from paintassist.document.edits import Atom, DecisionAtom, Edit, PaletteAtom, SheetAtom
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.history import History
from paintassist.document.proposals import FrameProposals
from paintassist.document.requests import LoadedFrame
from paintassist.document.sheet import LoadedSheet, Sheet
from paintassist.document.signal import Signal
from paintassist.document.store import JsonValue, Settings, Snapshot, Store

BACKGROUND_NAME = "background"
# Unpacked label maps kept at once: 1080p takes 10 MB each.
UNPACKED_FRAMES = 24


class Document:
    """Frames, sheets, palette and settings, with undo and an optional store.

    Every change goes to the store first (if there is one) and happens only if the store
    kept it. Lives in one thread; the worker gets copies and its results come back through
    `land_frame`, `add_sheet` and `apply_proposals`.

    Attributes
    ----------
    changed : Signal of Change
    frames : list of Frame
        In order; read only.
    sheets : list of Sheet
        In order; read only.
    palette : Palette
        Read only.
    settings : Settings
    view : dict of str to JSON value
        What the window wants to find again; read only.
    history : History
        For the names of undo and redo.
    """

    def __init__(self, snapshot: Snapshot | None = None, store: Store | None = None) -> None:
        snapshot = snapshot or Snapshot()
        self.changed: Signal[Change] = Signal()
        self.frames: list[Frame] = list(snapshot.frames)
        self.sheets: list[Sheet] = list(snapshot.sheets)
        self.palette = Palette(list(snapshot.palette))
        self.settings = snapshot.settings
        self.view: dict[str, JsonValue] = dict(snapshot.view)
        self.history = History()
        self._store = store
        self._recent: list[Frame] = []
        self._index = {frame.name: index for index, frame in enumerate(self.frames)}

    # Frames

    def frame_index(self, name: str) -> int:
        """Return the index of the frame called `name`, -1 if there is none."""
        return self._index.get(name, -1)

    def add_frames(self, frames: Iterable[tuple[str, Path]]) -> None:
        """Append frames by name and path of their line art.

        Raises
        ------
        InputError
            If a name is taken.
        """
        raise NotImplementedError

    def segments(self, frame: int) -> Segments | None:
        """Return the segments of a frame, None until they are known.

        Keeps the label maps of the frames asked for last; use this, not `Frame.segments`.
        """
        raise NotImplementedError

    def land_frame(self, loaded: LoadedFrame) -> None:
        """Take the label map that the worker found, or the problem it had."""
        raise NotImplementedError

    # Decisions

    def paint(self, frame: int, ids: Sequence[int] | NDArray[np.int64], color: int) -> bool:
        """Bucket: give segments a palette index; they are CORRECTED from now on.

        Returns
        -------
        bool
            False if nothing changed (no undo item then).
        """
        raise NotImplementedError

    def accept(self, frame: int, ids: Sequence[int] | NDArray[np.int64] | None = None) -> bool:
        """Accept proposals; None accepts every proposed segment of the frame."""
        raise NotImplementedError

    def clear(self, frame: int, ids: Sequence[int] | NDArray[np.int64]) -> bool:
        """Take decisions back: the segments are open again and proposals show."""
        raise NotImplementedError

    @contextmanager
    def gesture(self, name: str) -> Iterator[None]:
        """Make one undo item of all edits inside; each is durable at once all the same."""
        with self.history.gesture(name):
            yield
        self._emit(ChangeKind.HISTORY)

    def undo(self) -> str:
        """Take the painter's last edit back; returns its name, "" if there is none."""
        raise NotImplementedError

    def redo(self) -> str:
        """Do the edit again that was undone last; returns its name, "" if there is none."""
        raise NotImplementedError

    # Palette and sheets

    def add_palette_entry(self, color: Color, name: str = "") -> int:
        """Return the index of a colour, appending it (one undo item) if it is new."""
        raise NotImplementedError

    def update_palette_entry(self, index: int, entry: PaletteEntry) -> bool:
        """Rename or recolour an entry; every segment that uses it follows."""
        raise NotImplementedError

    def add_sheet(self, loaded: LoadedSheet) -> int:
        """Append a sheet and its new colours in scan order; returns its index.

        One undo item. A fully transparent colour becomes the entry "background". A sheet
        of the same name is replaced.
        """
        raise NotImplementedError

    def remove_sheet(self, index: int) -> None:
        """Remove a sheet; its palette entries stay. One undo item."""
        raise NotImplementedError

    # What the engine says

    def apply_proposals(self, new: FrameProposals) -> NDArray[np.int64]:
        """Land proposals; never an undo item, never over a decision.

        Returns
        -------
        (K,) int64
            Ids whose visible state or colour changed.
        """
        raise NotImplementedError

    # Settings and keeping

    def set_settings(self, settings: Settings) -> None:
        """Change how the project reads and proposes; a new engine forgets all proposals."""
        raise NotImplementedError

    def set_view(self, key: str, value: JsonValue) -> None:
        """Remember one value of the view state; no undo item, no change emitted."""
        raise NotImplementedError

    @property
    def store(self) -> Store | None:
        """Where the document is kept; None while it is in memory only."""
        return self._store

    def attach(self, store: Store | None) -> None:
        """Keep the document in `store` from now on, closing the one before.

        `store` must hold this document already; see `io.project_file.save_as`.
        """
        raise NotImplementedError

    def snapshot(self) -> Snapshot:
        """Return the whole document for writing."""
        return Snapshot(
            tuple(self.frames),
            tuple(self.sheets),
            tuple(self.palette.entries),
            self.settings,
            dict(self.view),
        )

    def _emit(
        self, kind: ChangeKind, frame: int = -1, ids: NDArray[np.int64] = EMPTY_IDS
    ) -> None:
        self.changed.emit(Change(kind, frame, ids))
