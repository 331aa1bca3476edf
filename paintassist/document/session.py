"""Keeps a document and its worker in step; knows no threads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.core.palette import Color, Palette, Role
from paintassist.core.tones import tones_of
from paintassist.document.changes import Change, ChangeKind
from paintassist.document.document import Document
from paintassist.document.frame import Frame
from paintassist.document.proposals import FrameProposals
from paintassist.document.requests import (
    Failed,
    LoadedFrame,
    LoadFrame,
    LoadSheet,
    PassOn,
    Progress,
    Refresh,
    Request,
    Reset,
    Result,
    SetReference,
    SetTones,
    SheetResult,
    Warm,
    frame_page,
    mirror_page,
    sheet_page,
)
from paintassist.document.sheet import Sheet
from paintassist.document.signal import Signal

# Changes after which frames may have something else to tell their neighbours.
RELAYED = (
    ChangeKind.DECISIONS,
    ChangeKind.RETOUCH,
    ChangeKind.SHEETS,
    ChangeKind.FRAMES,
)


class Session:
    """Turns changes of the document into requests, and results into changes.

    The window gives it a way to post requests to its worker and hands every result to
    `land`, in the document's thread. Late results (of an older generation) are dropped.

    Parameters
    ----------
    document : Document
    post : function of Request
        Usually `RequestQueue.put`.

    Attributes
    ----------
    problems : Signal of str
        One sentence for the painter each.
    failures : Signal of Failed
        Errors that are our fault, for the log and the error dialog.
    progress : Signal of Progress
        How many frames have their first proposals.
    generation : int
        Results of older generations are dropped.
    """

    def __init__(self, document: Document, post: Callable[[Request], None]) -> None:
        self.document = document
        self.post = post
        self.problems: Signal[str] = Signal()
        self.failures: Signal[Failed] = Signal()
        self.progress: Signal[Progress] = Signal()
        self.generation = 0
        self._current = ""
        self._started = False
        self._asked: set[str] = set()
        self._waiting: set[str] = set()
        self._serial = 0
        # Of each frame the serial of the last request for its segments.
        self._maps: dict[str, int] = {}
        self._wanted_sheets: dict[str, tuple[Path, Path | None]] = {}
        self._posted_sheets: dict[str, Sheet] = {}
        self._palette_size = len(document.palette)
        self._tones = _tone_key(document.palette)
        self._stop_listening = document.changed.connect(self._on_changed)

    def start(self) -> None:
        """Ask for everything anew, as after opening or changing the engine."""
        self._started = True
        self.generation += 1
        self._asked.clear()
        self._waiting.clear()
        self._posted_sheets.clear()
        self._palette_size = len(self.document.palette)
        self.post(Reset(self.generation))
        self._post_tones()
        self._post_sheets()
        for name, (painting, line) in self._wanted_sheets.items():
            self._post_load_sheet(name, painting, line)
        self._post_frames()

    @property
    def current(self) -> str:
        """Name of the frame the painter looks at; it is served first."""
        return self._current

    @current.setter
    def current(self, name: str) -> None:
        if name == self._current:
            return
        self._current = name
        index = self.document.frame_index(name)
        if not self._started or index < 0:
            return
        if name in self._waiting:
            self._post_frame(self.document.frames[index])
        else:
            self.post(Warm(name, generation=self.generation))

    def open_sheets(self, sheets: Iterable[tuple[str, Path, Path | None]]) -> None:
        """Ask for sheets by name, painting and line art (None: find it in the painting)."""
        for name, painting, line in sheets:
            self._wanted_sheets[name] = (painting, line)
            self._post_load_sheet(name, painting, line)

    def land(self, result: Result) -> bool:
        """Put a result into the document; False if it was late and dropped."""
        if result.generation < self.generation:
            return False
        if isinstance(result, FrameProposals):
            if result.serial != self._maps.get(result.frame, 0):
                # For segments that the painter has changed since; the new ones are asked for.
                return False
            self.document.apply_proposals(result)
            self._arrived(result.frame)
        elif isinstance(result, LoadedFrame):
            self._land_frame(result)
        elif isinstance(result, SheetResult):
            self._land_sheet(result)
        elif isinstance(result, Failed):
            self._land_failure(result)
        elif result.done < result.total and not self._waiting:
            if result.what == "relay":
                self._post_relay()
            else:
                self.post(Warm(self.current, result.done, self.generation))
        return True

    def close(self) -> None:
        """Stop listening to the document and drop whatever still comes."""
        self._stop_listening()
        self.generation += 1
        self._started = False

    def _land_frame(self, result: LoadedFrame) -> None:
        index = self.document.frame_index(result.frame)
        before = self.document.frames[index].packed if index >= 0 else None
        try:
            self.document.land_frame(result)
        except InputError as error:
            self.problems.emit(str(error))
        if result.problem:
            self.problems.emit(result.problem)
        if result.packed is None:
            self._arrived(result.frame)
        elif (
            result.packed is not before and index >= 0 and self.document.frames[index].decided.any()
        ):
            # Decisions that were carried over have other ids than the worker knows.
            self._post_decisions(index)

    def _land_sheet(self, result: SheetResult) -> None:
        self._wanted_sheets.pop(result.name, None)
        if result.sheet is None:
            self.problems.emit(result.problem)
            return
        try:
            self.document.add_sheet(result.sheet)
        except InputError as error:
            self.problems.emit(str(error))

    def _land_failure(self, result: Failed) -> None:
        request = result.request
        if isinstance(request, LoadFrame):
            self._arrived(request.frame)
        elif isinstance(request, LoadSheet):
            self._wanted_sheets.pop(request.name, None)
        if isinstance(result.error, InputError):
            self.problems.emit(str(result.error))
        else:
            self.failures.emit(result)

    def _arrived(self, frame: str) -> None:
        if frame in self._waiting:
            self._waiting.discard(frame)
            total = len(self.document.frames)
            done = total - len(self._waiting)
            self.progress.emit(Progress("frames", done, total, self.generation))
            self._post_relay()
            if done == total and self.current:
                self.post(Warm(self.current, generation=self.generation))

    def _on_changed(self, change: Change) -> None:
        if not self._started:
            return
        if change.kind is ChangeKind.DECISIONS:
            self._post_decisions(change.frame)
        elif change.kind is ChangeKind.RETOUCH:
            self._post_frame(self.document.frames[change.frame])
            self.post(Refresh(self._order(), self.generation))
        elif change.kind is ChangeKind.SHEETS:
            self._post_sheets()
        elif change.kind is ChangeKind.FRAMES:
            self._post_frames()
        elif change.kind is ChangeKind.PALETTE:
            if len(self.document.palette) < self._palette_size:
                # An index may mean another colour soon: nothing under way may land.
                self.start()
            elif _tone_key(self.document.palette) != self._tones:
                self._post_tones()
                self._post_relay()
            self._palette_size = len(self.document.palette)
        elif change.kind is ChangeKind.SETTINGS and any(
            frame.outdated for frame in self.document.frames
        ):
            self.start()
        if change.kind in RELAYED:
            self._post_relay()

    def _order(self) -> tuple[str, ...]:
        """Return the frames, the current one first, then by distance to it."""
        names = [frame.name for frame in self.document.frames]
        here = max(self.document.frame_index(self.current), 0)
        return tuple(sorted(names, key=lambda name: abs(self.document.frame_index(name) - here)))

    def _post_frames(self) -> None:
        """Ask for the frames that were not asked for yet, nearest first."""
        order = self._order()
        self._asked &= set(order)
        for name in order:
            if name not in self._asked:
                self._post_frame(self.document.frames[self.document.frame_index(name)])
        # Frames loaded early do not know the decisions on those loaded late.
        self.post(Refresh(order, self.generation))

    def _post_relay(self) -> None:
        """Let frames tell their neighbours anew, once all of them are there."""
        if not self._waiting:
            chain = tuple(frame.name for frame in self.document.frames)
            self.post(PassOn(chain, self._order(), self.generation))

    def _post_frame(self, frame: Frame) -> None:
        known = frame.ready and not frame.outdated
        self._maps[frame.name] = self._next_serial()
        self._asked.add(frame.name)
        self._waiting.add(frame.name)
        self.post(
            LoadFrame(
                frame.name,
                frame.path,
                self.document.settings.lines,
                frame.packed if known else None,
                frame.reference_colors() if known else None,
                frame.name == self.current,
                self.generation,
                frame.retouch,
                self._serial,
            )
        )

    def _post_tones(self) -> None:
        palette = self.document.palette
        self._tones = _tone_key(palette)
        self.post(SetTones(tones_of(palette), self._order(), self.generation))

    def _next_serial(self) -> int:
        self._serial += 1
        return self._serial

    def _post_decisions(self, index: int) -> None:
        frame = self.document.frames[index]
        self.post(
            SetReference(
                frame_page(frame.name),
                frame.reference_colors(),
                order=self._order(),
                generation=self.generation,
                serial=self._next_serial(),
            )
        )

    def _post_sheets(self) -> None:
        """Tell the worker which sheets came and went since the last time."""
        now = {sheet.name: sheet for sheet in self.document.sheets}
        pages = {page for sheet in now.values() for page in _pages_of(sheet)}
        before = {page for sheet in self._posted_sheets.values() for page in _pages_of(sheet)}
        for page in sorted(before - pages):
            self._post_page(page, None)
        for name, sheet in now.items():
            posted = self._posted_sheets.get(name)
            if posted is None or not sheet.reads_like(posted):
                for page in _pages_of(sheet):
                    self._post_page(page, sheet)
        self._posted_sheets = now

    def _post_page(self, page: str, sheet: Sheet | None) -> None:
        """Tell what a page of a sheet says now; without a sheet, nothing any more."""
        self.post(
            SetReference(
                page,
                None if sheet is None else sheet.colors[1:],
                None if sheet is None else sheet.packed,
                self._order(),
                self.generation,
                self._next_serial(),
                mirrored=sheet is not None and page == mirror_page(sheet.name),
                view="" if sheet is None else _view_of(sheet, page),
            )
        )

    def _post_load_sheet(self, name: str, painting: Path, line: Path | None) -> None:
        lines = self.document.settings.lines
        self.post(LoadSheet(name, painting, line, lines, self.generation))


def _pages_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the pages that a sheet is to the matcher."""
    if not sheet.use.on:
        return ()
    if sheet.use.mirrored:
        return (sheet_page(sheet.name), mirror_page(sheet.name))
    return (sheet_page(sheet.name),)


def _tone_key(palette: Palette) -> list[tuple[str, Role, int]]:
    """Return what makes the worker's picture of the palette differ."""
    first: dict[Color, int] = {}
    return [
        (entry.part, entry.role, first.setdefault(entry.color, index))
        for index, entry in enumerate(palette)
    ]


def _view_of(sheet: Sheet, page: str) -> str:
    """Return what the painter told of a page's view; a mirror image is a view of its own."""
    use = sheet.use
    if not use.mirrored:
        return str(use.view)
    name = str(use.view) or sheet.name
    return f"{name}, mirrored" if page == mirror_page(sheet.name) else name
