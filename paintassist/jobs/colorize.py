"""Colouring a clip without a window: one composite a frame, and a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings
from paintassist.core.palette import Palette
from paintassist.engines.ahead import batch_of, encode_ahead
from paintassist.engines.base import Engine
from paintassist.io.atomic import ensure_folder
from paintassist.io.export.presets import Preset
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
from paintassist.jobs.frame_files import FrameFiles
from paintassist.jobs.progress import Notify, Progress, no_notice, no_progress
from paintassist.jobs.sheets import SheetPage

PLAIN = Preset("png")


@dataclass(frozen=True)
class ColorizeRequest:
    """What to colour, and how.

    Attributes
    ----------
    clip : Clip
    out : Path
        Folder of the composites and of `report.json`.
    order : Order or None
        None is all there is, see `Bank`.
    preset : Preset
        Formats, layers and names of the files.
    overwrite : bool
        Whether files that exist are replaced.
    settings : LineSettings or None
    sheets : tuple of SheetPage
        Figures of annotated sheets, as further references.
    palette : Palette or None
        Which colours are shadows and highlights, and of which parts; colours that it lacks
        are told.
    """

    clip: Clip
    out: Path
    order: Order | None = None
    preset: Preset = PLAIN
    overwrite: bool = False
    settings: LineSettings | None = None
    sheets: tuple[SheetPage, ...] = ()
    palette: Palette | None = None


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
    roles = Palette(entry for page in request.sheets for entry in page.entries)
    files = FrameFiles(clip, request.out, request.preset, request.palette, roles)
    waiting = [
        frame for frame in todo if _must_be_colored(frame, request, files, sources, outcome, notify)
    ]
    if waiting:
        _tell_odd_sizes(clip, notify)
    sheets, listed = request.sheets, request.palette
    bank = Bank(clip, request.order, request.settings, engine, notify, sheets, listed)
    total, done = len(todo), 0
    if bank.relays and waiting and len(todo) > 1:
        # Frames that are done already still tell their neighbours what they are coloured.
        total, done = 2 * len(todo), len(todo)
        _lay_out(todo, request, engine, bank, lambda at: progress(at, total, clip.name))
    read = _read_ahead(waiting, request, engine)
    with closing(read), Behind() as writer:
        for index, frame in enumerate(todo if waiting else (), done):
            progress(index, total, f"{clip.name} {frame.name}")
            if frame in waiting:
                _try_frame(frame, next(read), files, bank, outcome, notify, writer)
            elif bank.order is Order.FORWARD and frame.name in outcome.skipped:
                _learn_again(frame, files, bank)
    progress(total, total, clip.name)
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


def _learn_again(frame: Drawing, files: FrameFiles, bank: Bank) -> None:
    """Take a frame of an earlier run as a reference; raises if it was written in parts only."""
    painting = files.composite(frame)
    if painting is None:
        raise InputError(
            "--order forward goes on from composites; add composite to --layers, or --overwrite"
        )
    bank.learn_from_file(frame, painting)


def _must_be_colored(
    frame: Drawing,
    request: ColorizeRequest,
    files: FrameFiles,
    sources: set[Path],
    outcome: ColorizeOutcome,
    notify: Notify,
) -> bool:
    """Sort out frames that are done and files that are not ours to replace."""
    there = [path for path in files.paths(frame) if path.exists()]
    drawings = [path for path in there if path.resolve() in sources]
    entry = outcome.report.frames.get(frame.name)
    ours = entry is not None and _files_in(entry) == files.names(frame)
    if drawings:
        notify(f"{drawings[0]} is one of the drawings themselves; choose another --out")
    elif request.overwrite or not there:
        return True
    elif ours:
        if len(there) < len(files.paths(frame)):
            # A run was cut off between two layers of this frame.
            return True
        outcome.skipped.append(frame.name)
        return False
    else:
        notify(f"{there[0]} exists already and is left as it is; give --overwrite to replace it")
    outcome.failed.append(frame.name)
    return False


def _tell_odd_sizes(clip: Clip, notify: Notify) -> None:
    """Tell which frames have another size than most, if a size is shared: a cel has one."""
    sizes = [(frame.line or frame.painting, _size_of(frame)) for frame in clip.frames]
    counts = Counter(size for _, size in sizes if size is not None)
    usual, count = next(iter(counts.most_common(1)), ((0, 0), 0))
    for path, size in sizes:
        if count > 1 and size is not None and size != usual:
            notify(
                f"{path} is {size[0]} x {size[1]} but other frames are {usual[0]} x {usual[1]}; "
                "check that it is the right file, it is coloured as it is"
            )


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


def _files_in(entry: dict[str, Any]) -> list[str]:
    """Return the files that a report's entry names."""
    found = entry.get("files", [entry.get("file")])
    return list(found) if isinstance(found, list) else []


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


def _lay_out(
    frames: Sequence[Drawing],
    request: ColorizeRequest,
    engine: Engine,
    bank: Bank,
    tell: Callable[[int], None],
) -> None:
    """Show all frames to the bank and let them relay; bad ones are told when their turn comes."""
    laid: Drawing | None = None
    with closing(_read_ahead(frames, request, engine)) as read:
        for index, (frame, loaded) in enumerate(zip(frames, read, strict=True)):
            tell(index)
            if loaded.segments is not None and loaded.problem is None:
                bank.lay_out(frame, loaded.segments)
                laid = frame
    if laid is not None:
        for _ in bank.pass_on(laid):
            pass


def _try_frame(
    frame: Drawing,
    loaded: Loaded,
    files: FrameFiles,
    bank: Bank,
    outcome: ColorizeOutcome,
    notify: Notify,
    writer: Behind,
) -> None:
    try:
        segments = tell_loaded(loaded, notify)
    except InputError as error:
        notify(str(error))
        outcome.failed.append(frame.name)
        return
    names = files.names(frame)
    entry, colors = bank.propose(frame, segments, names[0])
    if len(names) > 1:
        entry["files"] = names
    table = np.concatenate([np.zeros((1, 4), np.uint8), colors])

    def write() -> None:
        _write(entry, outcome.report, lambda: files.write(frame, segments, table, notify))
        outcome.written.append(frame.name)

    writer.put(write)


def _write(entry: dict[str, Any], report: Report, write_files: Callable[[], None]) -> None:
    """Write report and files so that a cut between them leaves no file that is unknown."""
    report.add(entry)
    report.save()
    try:
        write_files()
    except BaseException:
        # What was written of it is still ours, and the next run goes on from there.
        if not any((report.path.parent / file).exists() for file in _files_in(entry)):
            report.remove(entry["name"])
            report.save()
        raise
