"""The painter, played: how many corrections a clip needs until all of it is right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette
from paintassist.document.matcher import Matcher
from paintassist.engines.base import Engine
from paintassist.io.layouts import find_clip
from paintassist.jobs.clip import Page, load_page
from paintassist.jobs.progress import Notify, Progress, no_notice, no_progress

# A painter who trusts the program accepts what is at least this sure.
DEFAULT_THRESHOLD = 0.9


@dataclass(frozen=True)
class Simulation:
    """What painting a clip took.

    Attributes
    ----------
    clip, engine, model : str
    segments : int
        Of the frames that were painted, references not counted.
    corrections : int
        Segments that the painter had to paint by hand.
    accepted_unseen : int
        Segments whose first proposal was at least as sure as the threshold.
    wrong_unseen : int
        The wrong ones of these.
    """

    clip: str
    engine: str
    model: str
    segments: int
    corrections: int
    accepted_unseen: int
    wrong_unseen: int

    def as_json(self) -> dict[str, str | int | float]:
        """Return the JSON object of the contract."""
        return {
            "clip": self.clip,
            "engine": self.engine,
            "model": self.model,
            "segments": self.segments,
            "corrections": self.corrections,
            "corrections_per_segment": self.corrections / max(self.segments, 1),
            "accepted_unseen": self.accepted_unseen,
            "wrong_unseen": self.wrong_unseen,
        }


class Painter:
    """Paints frame after frame; every correction and every finished frame is a reference.

    A correction stays; every other segment of the frame keeps following the proposals, so
    one that was right may turn wrong and needs a correction of its own. The frame is
    finished when all is right, as a painter sees it. The frames that are still open lie
    before the program from the start, as line art.

    Parameters
    ----------
    engine : Engine
    threshold : float
        Confidence from which on an unseen proposal would be accepted, 0..1.
    """

    def __init__(self, engine: Engine, threshold: float = DEFAULT_THRESHOLD) -> None:
        self.threshold = threshold
        self.segments = 0
        self.corrections = 0
        self.accepted_unseen = 0
        self.wrong_unseen = 0
        self._matcher = Matcher(engine)
        self._palette = Palette()
        # Of the open frames, as target and as reference.
        self._chain: list[tuple[str, str]] = []

    def learn(self, page: Page) -> None:
        """Take a painted drawing as a reference."""
        assert page.colors is not None
        colors = self._palette.add_all(page.colors)
        self._matcher.set_reference(page.name, page.features, colors)

    def open(self, page: Page) -> None:
        """Lay out a drawing that will be painted later; in the order of the clip."""
        self._matcher.add_target(page.name, page.features)
        self._chain.append((page.name, page.name))

    def paint(self, page: Page) -> int:
        """Paint one frame that is open until it equals its truth.

        Returns
        -------
        int
            The corrections it took.
        """
        assert page.colors is not None
        truth = self._palette.add_all(page.colors)
        decided = np.full(len(truth), NO_COLOR, np.int32)
        matcher = self._matcher
        for _ in matcher.relay(self._chain):
            pass
        proposals = matcher.proposals(page.name)
        sure = proposals.confidence >= self.threshold
        self.segments += len(truth)
        self.accepted_unseen += int(sure.sum())
        self.wrong_unseen += int((sure & (proposals.color != truth)).sum())
        corrections = 0
        while True:
            wrong = np.flatnonzero((proposals.color != truth) & (decided == NO_COLOR))
            if len(wrong) == 0:
                break
            chosen = wrong[proposals.confidence[wrong].argmin()]
            decided[chosen] = truth[chosen]
            corrections += 1
            matcher.set_reference(page.name, page.features, decided)
            proposals = matcher.proposals(page.name)
        matcher.remove_target(page.name)
        self._chain.remove((page.name, page.name))
        matcher.set_reference(page.name, page.features, truth)
        self.corrections += corrections
        return corrections


def simulate(
    path: Path | str,
    engine: Engine,
    threshold: float = DEFAULT_THRESHOLD,
    settings: LineSettings | None = None,
    progress: Progress = no_progress,
    notify: Notify = no_notice,
) -> Simulation:
    """Play the painter on a clip with ground truth.

    The references of `ref/` come first; without them the first painted frame is the
    reference and is not counted.

    Raises
    ------
    InputError
        If the clip has too few painted frames.
    """
    clip = find_clip(path)
    painter = Painter(engine, threshold)
    drawings = [*clip.references, *clip.painted]
    given = len(clip.references) or 1
    started = 0
    opened: list[Page] = []
    for index, drawing in enumerate(drawings):
        progress(index, len(drawings), drawing.name)
        try:
            page = load_page(drawing, engine, settings, notify)
        except InputError as error:
            notify(str(error))
            continue
        # A bad first frame must not leave the painter without any reference.
        if index < given or started == 0:
            painter.learn(page)
        elif drawing.line is not None:
            painter.open(page)
            opened.append(page)
        started += 1
    for page in opened:
        painter.paint(page)
    progress(len(drawings), len(drawings), clip.name)
    if painter.segments == 0:
        raise InputError(
            f"{path} has no frame to paint against a truth; it needs gt/ for its frames, "
            "and ref/gt/ or a first painted frame to start from"
        )
    return Simulation(
        clip.name,
        engine.name,
        engine.model,
        painter.segments,
        painter.corrections,
        painter.accepted_unseen,
        painter.wrong_unseen,
    )
