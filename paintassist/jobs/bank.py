"""The references that frames of a clip are coloured from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings
from paintassist.core.marks import marks_of_drawing
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Color, Palette, PaletteEntry
from paintassist.core.segments import Segments
from paintassist.core.tones import tones_of
from paintassist.document.matcher import Matcher
from paintassist.engines.base import Engine, Features
from paintassist.engines.dacon.compat import PublishedEngine
from paintassist.io.colorbook import read_colorbook
from paintassist.io.layouts import Clip, Drawing
from paintassist.io.report import Origin, frame_entry
from paintassist.jobs.ahead import ahead
from paintassist.jobs.clip import Page, load_drawing, make_page, palette_rows
from paintassist.jobs.progress import Notify
from paintassist.jobs.published import PlainMatcher
from paintassist.jobs.sheets import SheetPage


class Order(StrEnum):
    """What a frame is coloured from, besides the references given.

    `ALL`: all painted frames. `SHEET`: nothing else (the clip's painted frames, if no
    reference is given). `FORWARD`: all painted frames, and those that this run has coloured
    before. `NEAREST`: the painted frame with the fewest frames between.
    """

    ALL = "all"
    SHEET = "sheet"
    FORWARD = "forward"
    NEAREST = "nearest"


class Bank:
    """The references of a run, read when first needed, and the matcher over them.

    Parameters
    ----------
    clip : Clip
    order : Order or None
        None is `ALL`; for the published program, `SHEET` where the clip has `ref/`, else
        `NEAREST`.
    settings : LineSettings or None
    engine : Engine
    notify : Notify
    sheets : sequence of SheetPage
        Figures that were read from annotated sheets.
    listed : Palette or None
        Which colours are tones of one part; the colour book is right over it.
    """

    def __init__(
        self,
        clip: Clip,
        order: Order | None,
        settings: LineSettings | None,
        engine: Engine,
        notify: Notify,
        sheets: Sequence[SheetPage] = (),
        listed: Palette | None = None,
    ) -> None:
        plainly = isinstance(engine, PublishedEngine)
        published = Order.SHEET if clip.has_sheet or sheets else Order.NEAREST
        self.order = order or (published if plainly else Order.ALL)
        self._sheets = sheets
        self._clip = clip
        self._settings = settings
        self._engine = engine
        self._notify = notify
        book = read_colorbook(clip.colorbook) if clip.colorbook else []
        book = rows_told(book, listed or (), *(page.entries for page in sheets))
        self._palette = Palette(book)
        self._matcher = Matcher(engine)
        self._matcher.set_tones(tones_of(book))
        self._plain = PlainMatcher(engine) if isinstance(engine, PublishedEngine) else None
        self._pages: dict[str, Page | None] = {}
        self._position = {frame.name: index for index, frame in enumerate(clip.frames)}
        self._ready = False
        # Frames that are laid out, as target and as reference.
        self._open: list[tuple[str, str]] = []

    @property
    def relays(self) -> bool:
        """Whether all frames have the same references and the engine lets them relay."""
        engine = self._engine
        alike = self.order in (Order.ALL, Order.SHEET)
        return alike and engine.relays and engine.voting is not None

    def lay_out(self, frame: Drawing, segments: Segments) -> None:
        """Take a frame that will be proposed for later; in the order of the clip."""
        features = self._engine.encode(segments)
        marks = marks_of_drawing(segments, self._settings or LineSettings())
        self._matcher.add_target(frame.name, features, marks)
        self._open.append((frame.name, f"open {frame.name}"))

    def pass_on(self, frame: Drawing) -> Iterator[tuple[int, int]]:
        """Let the frames that are laid out relay; yield how much of it is done.

        Parameters
        ----------
        frame : Drawing
            Any of them; they have the same references.
        """
        self._prepare(frame)
        return self._matcher.relay(self._open)

    def propose(
        self, frame: Drawing, segments: Segments, file: str
    ) -> tuple[dict[str, Any], np.ndarray[Any, np.dtype[np.uint8]]]:
        """Return the report's entry and the (N, 4) colours of a frame."""
        self._prepare(frame)
        features = self._engine.encode(segments)
        if self._plain is not None:
            return self._propose_plainly(self._plain, frame, segments, features, file)
        matcher = self._matcher
        if frame.name not in matcher.targets:
            marks = marks_of_drawing(segments, self._settings or LineSettings())
            matcher.add_target(frame.name, features, marks)
        proposals = matcher.proposals(frame.name)
        matcher.remove_target(frame.name)
        colors = palette_rows(self._palette, proposals.color)
        sources = [matcher.source(row) for row in proposals.source.tolist()]
        origins = [Origin(item.reference, item.segment) if item else None for item in sources]
        entry = frame_entry(frame.name, file, segments, colors, proposals.confidence, origins)
        if self.order is Order.FORWARD:
            matcher.set_reference(frame.name, features, proposals.color)
        return entry, colors

    def _propose_plainly(
        self,
        plain: PlainMatcher,
        frame: Drawing,
        segments: Segments,
        features: Features,
        file: str,
    ) -> tuple[dict[str, Any], np.ndarray[Any, np.dtype[np.uint8]]]:
        colors, proposals, sources = plain.propose(features)
        origins = [Origin(item.reference, item.segment) if item else None for item in sources]
        entry = frame_entry(frame.name, file, segments, colors, proposals.confidence, origins)
        if self.order is Order.FORWARD:
            plain.set_reference(frame.name, features, colors)
        return entry, colors

    @property
    def _known(self) -> Matcher | PlainMatcher:
        """What holds the references."""
        return self._plain or self._matcher

    def learn_from_file(self, frame: Drawing, painting: Path) -> None:
        """Take a frame that an earlier run has coloured as a reference."""
        self._prepare(frame)
        self._learn([replace(frame, painting=painting)], ours=True)

    def _prepare(self, frame: Drawing) -> None:
        """Bring in the references that this frame needs."""
        clip = self._clip
        if not self._ready:
            self._ready = True
            wanted: Iterable[Drawing] = clip.references
            self._learn_sheets()
            given = clip.references or self._sheets
            if self.order in (Order.ALL, Order.FORWARD) or (
                self.order is Order.SHEET and not given
            ):
                wanted = (*wanted, *self._painted())
            self._learn(wanted)
        if self.order is Order.NEAREST:
            self._prepare_nearest(frame)
        if not self._known.references:
            raise InputError(
                f"{clip.name} has no usable reference; give --ref a painted drawing, "
                "or put painted frames into gt/"
            )

    def _painted(self) -> list[Drawing]:
        references = {item.painting for item in self._clip.references}
        return [item for item in self._clip.painted if item.painting not in references]

    def _prepare_nearest(self, frame: Drawing) -> None:
        """Keep the nearest painted frame that can be used, and no other."""
        here = self._position[frame.name]
        by_distance = sorted(
            self._painted(), key=lambda item: abs(self._position[item.name] - here)
        )
        chosen = next((item for item in by_distance if self._page(item)), None)
        for item in by_distance:
            if item is not chosen:
                self._known.remove_reference(item.name)
        if chosen is not None and chosen.name not in self._known.references:
            self._learn([chosen])

    def _learn_sheets(self) -> None:
        if self._plain is not None and self._sheets:
            raise InputError(
                "--sheet does not go with --compat; give the painted drawings as --ref"
            )
        for page in self._sheets:
            colors = np.full(page.segments.count, NO_COLOR, np.int32)
            colors[page.known] = self._palette.add_all(page.rgba[page.known])
            self._matcher.set_reference(page.name, self._engine.encode(page.segments), colors)

    def _learn(self, drawings: Iterable[Drawing], ours: bool = False) -> None:
        drawings = list(drawings)
        self._read_pages(drawings, ours)
        for drawing in drawings:
            page = self._page(drawing, ours)
            if page is None or page.colors is None:
                continue
            if self._plain is not None:
                self._plain.set_reference(drawing.name, page.features, page.colors)
            else:
                colors = self._palette.add_all(page.colors)
                self._matcher.set_reference(drawing.name, page.features, colors)

    def _page(self, drawing: Drawing, ours: bool = False) -> Page | None:
        """Return a painted drawing; None if it cannot be used."""
        self._read_pages([drawing], ours)
        return self._pages[drawing.name]

    def _read_pages(self, drawings: Iterable[Drawing], ours: bool) -> None:
        """Read painted drawings once, the next while one is encoded.

        What cannot be used is told. A blank one teaches nothing, unless it is one of `ours`.
        """
        fresh = {item.name: item for item in drawings if item.name not in self._pages}
        read = ahead(fresh.values(), lambda item: load_drawing(item, self._settings, exact=True))
        with closing(read):
            for drawing, loaded in read:
                try:
                    page = make_page(drawing, loaded, self._engine, self._notify)
                    if not ours:
                        _check_not_blank(drawing, page)
                except InputError as error:
                    self._notify(str(error))
                    page = None
                self._pages[drawing.name] = page


def rows_told(*sources: Iterable[PaletteEntry]) -> list[PaletteEntry]:
    """Return what is told of parts and tones; of a colour the first source is right.

    One source may say several things of a colour: two parts may share it.
    """
    rows: list[PaletteEntry] = []
    known: set[Color] = set()
    for source in sources:
        new = [entry for entry in source if entry.color not in known]
        rows += new
        known.update(entry.color for entry in new)
    return rows


def _check_not_blank(drawing: Drawing, page: Page) -> None:
    colors = page.colors
    if colors is None or len(colors) == 0:
        problem = "has no flat area of colour"
    elif (colors == colors[0]).all():
        problem = "is blank, it has one colour only"
    else:
        return
    raise InputError(
        f"reference {drawing.painting or drawing.label_colors} {problem}; "
        "check that it is the painted drawing"
    )
