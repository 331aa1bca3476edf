"""Colouring a clip without a window: one composite a frame, and a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings
from paintassist.core.painting import composite
from paintassist.core.palette import Palette
from paintassist.core.published import PublishedSegments, published_composite
from paintassist.core.segments import Segments
from paintassist.document.matcher import Matcher
from paintassist.engines.ahead import batch_of, encode_ahead
from paintassist.engines.base import Engine, Features
from paintassist.engines.dacon.compat import PublishedEngine
from paintassist.io.atomic import ensure_folder
from paintassist.io.export import ImageFormat, write_image
from paintassist.io.images import read_size
from paintassist.io.layouts import Clip, Drawing
from paintassist.io.report import Origin, Report, frame_entry
from paintassist.jobs.ahead import DEPTH, Behind, ahead
from paintassist.jobs.clip import (
    Loaded,
    Page,
    load_drawing,
    make_page,
    palette_rows,
    settings_for,
    tell_loaded,
)
from paintassist.jobs.progress import Notify, Progress, no_notice, no_progress
from paintassist.jobs.published import PlainMatcher


class Order(StrEnum):
    """What a frame is coloured from, besides the references given.

    `SHEET`: nothing else (the clip's painted frames, if no reference is given). `FORWARD`:
    all painted frames, and those that this run has coloured before. `NEAREST`: the painted
    frame with the fewest frames between.
    """

    SHEET = "sheet"
    FORWARD = "forward"
    NEAREST = "nearest"


@dataclass(frozen=True)
class ColorizeRequest:
    """What to colour, and how.

    Attributes
    ----------
    clip : Clip
    out : Path
        Folder of the composites and of `report.json`.
    order : Order or None
        None is `SHEET` where the clip has `ref/`, else `NEAREST`.
    image_format : ImageFormat
    overwrite : bool
        Whether files that exist are replaced.
    settings : LineSettings or None
    """

    clip: Clip
    out: Path
    order: Order | None = None
    image_format: ImageFormat = ImageFormat.PNG
    overwrite: bool = False
    settings: LineSettings | None = None


@dataclass
class ColorizeOutcome:
    """What became of the frames, by name."""

    report: Report
    written: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the report."""
        return self.report.as_json()


def colorize(
    request: ColorizeRequest,
    engine: Engine,
    progress: Progress = no_progress,
    notify: Notify = no_notice,
) -> ColorizeOutcome:
    """Colour every unpainted frame of a clip.

    A frame is on disk and in the report, or in neither, whenever the run is cut off; the
    next run goes on from there. A bad frame is told and left out.

    Raises
    ------
    InputError
        If the folder cannot be written or holds the clip itself, or there is no usable
        reference.
    """
    _check_out(request)
    ensure_folder(request.out)
    report = Report.resume(request.out, engine.name, engine.model, request.overwrite)
    outcome = ColorizeOutcome(report)
    sources = _files_of(request.clip.references)
    clip = _clip_to_color(request.clip, notify)
    request = replace(request, clip=clip, settings=settings_for(engine, request.settings))
    todo = clip.unpainted
    waiting = [
        frame for frame in todo if _must_be_colored(frame, request, sources, outcome, notify)
    ]
    usual_size = _usual_size(clip) if waiting else None
    bank = _Bank(request, engine, notify)
    read = _read_ahead(waiting, request, engine)
    with closing(read), Behind() as writer:
        for index, frame in enumerate(todo if waiting else ()):
            progress(index, len(todo), f"{clip.name} {frame.name}")
            if frame in waiting:
                _try_frame(frame, next(read), request, bank, outcome, notify, usual_size, writer)
            elif bank.order is Order.FORWARD and frame.name in outcome.skipped:
                bank.learn_from_file(frame, _target(request, frame))
    progress(len(todo), len(todo), clip.name)
    report.sort(frame.name for frame in clip.frames)
    report.save()
    return outcome


def _check_out(request: ColorizeRequest) -> None:
    """Keep composites from becoming frames or truth of their own clip in the next run."""
    frames = request.clip.frames
    files = (path for frame in frames for path in (frame.line, frame.painting) if path)
    if request.out.resolve() in {path.parent.resolve() for path in files}:
        raise InputError(
            f"{request.out} is the folder of the drawings themselves; choose another --out"
        )


def _clip_to_color(clip: Clip, notify: Notify) -> Clip:
    """Return the clip itself if it has unpainted frames.

    Where all are painted but there are references besides, the frames lose their paint, so
    that a clip with ground truth can be coloured from its sheet without looking at the truth.
    """
    given = {item.painting for item in clip.references}
    stripped = tuple(
        frame
        if frame.line is None or frame.painting in given
        else replace(frame, painting=None, label_colors=None)
        for frame in clip.frames
    )
    if clip.unpainted:
        return clip
    if clip.references and stripped != clip.frames:
        notify(f"every frame of {clip.name} is painted; colouring them anew from the references")
        return replace(clip, frames=stripped)
    notify(
        f"every frame of {clip.name} is painted already, there is nothing to colour; "
        "give --ref the painted frames to colour the others from"
    )
    return clip


def _must_be_colored(
    frame: Drawing,
    request: ColorizeRequest,
    sources: set[Path],
    outcome: ColorizeOutcome,
    notify: Notify,
) -> bool:
    """Sort out frames that are done and files that are not ours to replace."""
    target = _target(request, frame)
    entry = outcome.report.frames.get(frame.name)
    if target.exists() and target.resolve() in sources:
        notify(f"{target} is one of the drawings themselves; choose another --out")
    elif request.overwrite or not target.exists():
        return True
    elif entry is not None and entry.get("file") == target.name:
        outcome.skipped.append(frame.name)
        return False
    else:
        notify(f"{target} exists already and is left as it is; give --overwrite to replace it")
    outcome.failed.append(frame.name)
    return False


def _usual_size(clip: Clip) -> tuple[int, int] | None:
    """Return width and height that several frames share: a cel has one size."""
    sizes = Counter(size for frame in clip.frames if (size := _size_of(frame)))
    for size, count in sizes.most_common(1):
        return size if count > 1 else None
    return None


def _size_of(frame: Drawing) -> tuple[int, int] | None:
    """Return a frame's width and height; None where the file is bad, which is told later."""
    path = frame.line or frame.painting
    try:
        return None if path is None else read_size(path)
    except InputError:
        return None


def _files_of(drawings: Iterable[Drawing]) -> set[Path]:
    files = (path for item in drawings for path in (item.line, item.painting))
    return {path.resolve() for path in files if path is not None}


def _target(request: ColorizeRequest, frame: Drawing) -> Path:
    return request.out / f"{frame.name}.{request.image_format}"


def _read_ahead(
    frames: Iterable[Drawing], request: ColorizeRequest, engine: Engine
) -> Generator[Loaded, None, None]:
    """Read frames in other threads; encode as many at once as the engine's device takes."""
    batch = batch_of(engine)
    waiting: list[Loaded] = []
    with closing(
        ahead(
            frames,
            lambda frame: load_drawing(frame, request.settings, painted=False),
            depth=DEPTH + batch,
        )
    ) as read:
        for _, loaded in read:
            waiting.append(loaded)
            if len(waiting) >= batch:
                yield from _encoded(waiting, engine)
                waiting = []
        yield from _encoded(waiting, engine)


def _encoded(frames: list[Loaded], engine: Engine) -> list[Loaded]:
    encode_ahead(engine, [item.segments for item in frames if item.segments is not None])
    return frames


def _try_frame(
    frame: Drawing,
    loaded: Loaded,
    request: ColorizeRequest,
    bank: _Bank,
    outcome: ColorizeOutcome,
    notify: Notify,
    usual_size: tuple[int, int] | None,
    writer: Behind,
) -> None:
    try:
        segments = tell_loaded(loaded, notify)
    except InputError as error:
        notify(str(error))
        outcome.failed.append(frame.name)
        return
    if usual_size is not None and usual_size != segments.size:
        width, height = segments.size
        notify(
            f"{frame.line} is {width} x {height} but other frames are {usual_size[0]} x "
            f"{usual_size[1]}; check that it is the right file, it is coloured as it is"
        )
    entry, colors = bank.propose(frame, segments, _target(request, frame).name)
    table = np.concatenate([np.zeros((1, 4), np.uint8), colors])

    def write() -> None:
        _write(frame, _painted(segments, table), entry, request, outcome.report)
        outcome.written.append(frame.name)

    writer.put(write)


def _painted(
    segments: Segments, table: np.ndarray[Any, np.dtype[np.uint8]]
) -> np.ndarray[Any, np.dtype[np.uint8]]:
    if isinstance(segments, PublishedSegments):
        return published_composite(segments, table)
    return composite(segments, table)


def _write(
    frame: Drawing,
    rgba: np.ndarray[Any, np.dtype[np.uint8]],
    entry: dict[str, Any],
    request: ColorizeRequest,
    report: Report,
) -> None:
    """Write report and composite so that a cut between them leaves no composite alone."""
    report.add(entry)
    report.save()
    try:
        write_image(_target(request, frame), rgba, request.image_format)
    except BaseException:
        report.remove(frame.name)
        report.save()
        raise


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


class _Bank:
    """The references of a run, read when first needed, and the matcher over them."""

    def __init__(self, request: ColorizeRequest, engine: Engine, notify: Notify) -> None:
        clip = request.clip
        self.order = request.order or (Order.SHEET if clip.has_sheet else Order.NEAREST)
        self._request = request
        self._engine = engine
        self._notify = notify
        self._palette = Palette()
        self._matcher = Matcher(engine)
        self._plain = PlainMatcher(engine) if isinstance(engine, PublishedEngine) else None
        self._pages: dict[str, Page | None] = {}
        self._position = {frame.name: index for index, frame in enumerate(clip.frames)}
        self._ready = False

    def propose(
        self, frame: Drawing, segments: Segments, file: str
    ) -> tuple[dict[str, Any], np.ndarray[Any, np.dtype[np.uint8]]]:
        """Return the report's entry and the (N, 4) colours of a frame."""
        self._prepare(frame)
        features = self._engine.encode(segments)
        if self._plain is not None:
            return self._propose_plainly(self._plain, frame, segments, features, file)
        matcher = self._matcher
        matcher.add_target(frame.name, features)
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
        clip = self._request.clip
        if not self._ready:
            self._ready = True
            wanted: Iterable[Drawing] = clip.references
            if self.order is Order.FORWARD or (self.order is Order.SHEET and not clip.references):
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
        references = {item.painting for item in self._request.clip.references}
        return [item for item in self._request.clip.painted if item.painting not in references]

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
        read = ahead(
            fresh.values(), lambda item: load_drawing(item, self._request.settings, exact=True)
        )
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
