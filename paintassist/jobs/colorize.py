"""Colouring a clip without a window: one composite a frame, and a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings
from paintassist.core.painting import composite
from paintassist.core.published import PublishedSegments, published_composite
from paintassist.core.segments import Segments
from paintassist.engines.ahead import batch_of, encode_ahead
from paintassist.engines.base import Engine
from paintassist.io.atomic import ensure_folder
from paintassist.io.export.formats import ImageFormat, write_image
from paintassist.io.images import read_size
from paintassist.io.layouts import Clip, Drawing
from paintassist.io.report import Report
from paintassist.jobs.ahead import DEPTH, Behind, ahead
from paintassist.jobs.bank import Bank, Order
from paintassist.jobs.clip import (
    Loaded,
    load_drawing,
    settings_for,
    tell_loaded,
)
from paintassist.jobs.progress import Notify, Progress, no_notice, no_progress
from paintassist.jobs.sheets import SheetPage


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
    sheets : tuple of SheetPage
        Figures of annotated sheets, as further references.
    """

    clip: Clip
    out: Path
    order: Order | None = None
    image_format: ImageFormat = ImageFormat.PNG
    overwrite: bool = False
    settings: LineSettings | None = None
    sheets: tuple[SheetPage, ...] = ()


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
    sources = _files_of(request.clip.references) | {page.path.resolve() for page in request.sheets}
    clip = _clip_to_color(request.clip, notify, bool(request.sheets))
    request = replace(request, clip=clip, settings=settings_for(engine, request.settings))
    todo = clip.unpainted
    waiting = [
        frame for frame in todo if _must_be_colored(frame, request, sources, outcome, notify)
    ]
    usual_size = _usual_size(clip) if waiting else None
    bank = Bank(clip, request.order, request.settings, engine, notify, request.sheets)
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


def _clip_to_color(clip: Clip, notify: Notify, has_sheets: bool = False) -> Clip:
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
    if (clip.references or has_sheets) and stripped != clip.frames:
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
    return request.out / f"{frame.name}.{request.image_format.extension}"


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
    bank: Bank,
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
