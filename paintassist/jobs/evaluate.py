"""How often an engine is right, on clips whose colours are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings
from paintassist.core.metrics import FrameMetrics, frame_metrics, mean_metrics
from paintassist.core.palette import PaletteEntry, pack_colors
from paintassist.engines.base import Engine
from paintassist.io.colorbook import read_colorbook
from paintassist.io.layouts import Clip, Drawing, find_clips
from paintassist.jobs.certainty import Certainty, judge
from paintassist.jobs.clip import Page, load_page, propose_colors
from paintassist.jobs.progress import Notify, Progress, no_notice, no_progress


class TaskName(StrEnum):
    """Which drawings serve as references.

    `CONSECUTIVE`: the previous frame's truth. `CLIP`: frames spread over the clip, its first
    one alone by default. `KEYFRAME`: the references of `ref/`, the first ones or all.
    """

    KEYFRAME = "keyframe"
    CONSECUTIVE = "consecutive"
    CLIP = "clip"


@dataclass(frozen=True)
class Task:
    """A task and how many references it may use.

    Attributes
    ----------
    name : TaskName
    shots : int or None
        None is the task's own default: one for `CLIP`, all for `KEYFRAME`; `CONSECUTIVE` has
        no choice.
    """

    name: TaskName
    shots: int | None = None


ALL_SHOTS = 2**31


@dataclass
class ClipResult:
    """The frames of one clip that were counted.

    Attributes
    ----------
    segments : int
    frames : list of FrameMetrics
    confidence : list of (N,) float32
        Of the proposals, by frame.
    right : list of (N,) bool
        Whether each proposal was right, by frame.
    """

    segments: int = 0
    frames: list[FrameMetrics] = field(default_factory=list)
    confidence: list[NDArray[np.float32]] = field(default_factory=list)
    right: list[NDArray[np.bool_]] = field(default_factory=list)

    def add(
        self, metrics: FrameMetrics, confidence: NDArray[np.float32], right: NDArray[np.bool_]
    ) -> None:
        """Count one more frame."""
        self.frames.append(metrics)
        self.segments += len(right)
        self.confidence.append(confidence)
        self.right.append(right)

    def certainty(self) -> Certainty:
        """Compare confidences with what was right, every segment with equal weight."""
        confidence = np.concatenate([np.empty(0, np.float32), *self.confidence])
        return judge(confidence, np.concatenate([np.empty(0, np.bool_), *self.right]))

    def as_dict(self) -> dict[str, float]:
        """Return the numbers under their JSON names."""
        shares = mean_metrics(self.frames).as_dict()
        return {"frames": len(self.frames), "segments": self.segments, **shares}


@dataclass
class Evaluation:
    """The result of one task.

    Attributes
    ----------
    task : Task
    engine, model : str
    clips : dict of str to ClipResult
        Those with at least one counted frame.
    """

    task: Task
    engine: str
    model: str
    clips: dict[str, ClipResult] = field(default_factory=dict)

    def mean(self) -> ClipResult:
        """Return all frames of all clips as one, each frame with equal weight."""
        total = ClipResult()
        for clip in self.clips.values():
            total.frames += clip.frames
            total.segments += clip.segments
            total.confidence += clip.confidence
            total.right += clip.right
        return total

    def as_json(self) -> dict[str, object]:
        """Return the JSON object of the contract."""
        return {
            "task": self.task.name.value,
            "engine": self.engine,
            "model": self.model,
            "clips": {name: clip.as_dict() for name, clip in self.clips.items()},
            "mean": self.mean().as_dict(),
            "certainty": self.mean().certainty().as_dict(),
        }


def evaluate(
    root: Path | str,
    engine: Engine,
    tasks: Sequence[Task],
    settings: LineSettings | None = None,
    progress: Progress = no_progress,
    notify: Notify = no_notice,
    *,
    annotations: bool = False,
) -> list[Evaluation]:
    """Run tasks on one clip or a folder of clips; every drawing is encoded once.

    Parameters
    ----------
    root : path
    engine : Engine
    tasks : sequence of Task
    settings : LineSettings, optional
    progress, notify : callables
        See `jobs.progress`.
    annotations : bool
        Whether light and shadow filled in in `line_anno/` count, with `colorbook.yml`.

    Returns
    -------
    list of Evaluation
        One per task, in order.

    Raises
    ------
    InputError
        If `root` has no clip, or a task has no frame to count.
    """
    clips = find_clips(root)
    keyframe = any(task.name is TaskName.KEYFRAME for task in tasks)
    if annotations:
        _check_annotated(root, clips)
    loader = _Loader(engine, settings, progress, notify, annotations)
    loader.total = sum(len(clip.frames) + keyframe * len(clip.references) for clip in clips)
    results = [Evaluation(task, engine.name, engine.model) for task in tasks]
    for clip in clips:
        frames = loader.load(clip, clip.frames)
        references = loader.load(clip, clip.references) if keyframe else []
        book = read_colorbook(clip.colorbook) if annotations and clip.colorbook else []
        for result in results:
            _run_task(clip, frames, references, engine, result, book)
            if clip.name not in result.clips:
                notify(f"{clip.name} has no frame to count for the task {result.task.name}")
    for result in results:
        if not result.clips:
            task = result.task.name
            need = "gt/ and ref/gt/" if task is TaskName.KEYFRAME else "two frames or more in gt/"
            raise InputError(f"{root} has no frame to count for the task {task}; it needs {need}")
    return results


def _check_annotated(root: Path | str, clips: Sequence[Clip]) -> None:
    """Refuse to measure annotations where no clip has any."""
    for clip in clips:
        if clip.colorbook is not None and any(frame.annotated for frame in clip.frames):
            return
    raise InputError(
        f"{root} has no annotations; a clip needs line_anno/ and colorbook.yml "
        "(`paintassist synth` draws such clips)"
    )


def _run_task(
    clip: Clip,
    frames: Sequence[Page | None],
    references: Sequence[Page | None],
    engine: Engine,
    result: Evaluation,
    book: Sequence[PaletteEntry],
) -> None:
    counted = ClipResult()
    for targets, pages in plan_task(result.task, clip, frames, references):
        found = propose_colors(engine, targets, pages, book)
        for target, (colors, proposals) in zip(targets, found, strict=True):
            assert target.colors is not None
            truth, proposed = pack_colors(target.colors), pack_colors(colors)
            metrics = frame_metrics(target.area, truth, proposed)
            counted.add(metrics, proposals.confidence, truth == proposed)
    if counted.frames:
        result.clips[clip.name] = counted


def plan_task(
    task: Task,
    clip: Clip,
    frames: Sequence[Page | None],
    references: Sequence[Page | None],
) -> Iterator[tuple[list[Page], list[Page]]]:
    """Yield the frames that count, with their references.

    Frames that have the same references lie open together, as they do before a painter.

    Parameters
    ----------
    frames, references : sequence of Page or None
        Those of the clip, in its order; None where truth or line art is missing.
    """
    known = [page for page in frames if page is not None]
    evaluable = {drawing.name for drawing in clip.frames if drawing.line is not None}
    if task.name is TaskName.CONSECUTIVE:
        for before, page in pairwise(frames):
            if before is not None and page is not None and page.name in evaluable:
                yield [page], [before]
        return
    if task.name is TaskName.KEYFRAME:
        pages = [page for page in references if page is not None][: task.shots]
    else:
        pages = [known[index] for index in spread(len(known), task.shots or 1)]
    targets = [page for page in known if page not in pages and page.name in evaluable]
    if pages and targets:
        yield targets, pages


def spread(count: int, shots: int) -> list[int]:
    """Return `shots` indices spread over `count`: the first; first and last; also the middle."""
    if count == 0:
        return []
    shots = min(shots, count)
    return sorted(set(np.rint(np.linspace(0, count - 1, shots)).astype(int).tolist()))


@dataclass
class _Loader:
    """Encodes drawings one by one; a bad one is told and left out."""

    engine: Engine
    settings: LineSettings | None
    progress: Progress
    notify: Notify
    annotations: bool
    total: int = 0
    done: int = 0

    def load(self, clip: Clip, drawings: Sequence[Drawing]) -> list[Page | None]:
        """Return the pages of drawings with truth, None for the others."""
        pages: list[Page | None] = []
        for drawing in drawings:
            self.progress(self.done, self.total, f"{clip.name} {drawing.name}")
            pages.append(self._page(drawing))
            self.done += 1
        self.progress(self.done, self.total, clip.name)
        return pages

    def _page(self, drawing: Drawing) -> Page | None:
        if not drawing.has_truth:
            return None
        try:
            if not self.annotations:
                drawing = replace(drawing, annotated=None)
            return load_page(drawing, self.engine, self.settings, self.notify)
        except InputError as error:
            self.notify(str(error))
            return None
