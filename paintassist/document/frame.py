"""One frame: its drawing, what the painter decided, what the engine proposes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.matching import NO_COLOR, RUNNERS_UP
from paintassist.core.retouch import UNTOUCHED, Retouch, continued
from paintassist.core.segments import Segments
from paintassist.document.carry import match_by_overlap
from paintassist.document.edits import FrameMap, Lost
from paintassist.document.packing import PackedSegments, unpack_segments
from paintassist.document.proposals import FrameProposals, Source
from paintassist.document.sources import NO_STAMP, Stamp


class DecisionState(IntEnum):
    """How far a segment is. The engine may change the first two only, and no tool the last."""

    UNPAINTED = 0
    PROPOSED = 1
    ACCEPTED = 2
    CORRECTED = 3
    LOCKED = 4


DECIDED_STATES = (DecisionState.ACCEPTED, DecisionState.CORRECTED, DecisionState.LOCKED)


def _no_colors(count: int) -> NDArray[np.int32]:
    return np.full(count + 1, NO_COLOR, np.int32)


@dataclass(eq=False)
class Frame:
    """A frame of the cut. Read its arrays; only the document writes them.

    A frame that is segmented anew is another object: hold its index or name.

    Decisions and proposals are kept apart: a proposal waits underneath a decision, so that
    undoing the decision brings it back. `state` and `color` are the two combined.

    Attributes
    ----------
    name : str
        Unique in the document; the file's stem.
    path : Path or None
        The line art.
    content_hash : str
        Of the line art file; empty if unknown.
    problem : str
        One sentence for the painter if the line art could not be read.
    packed : PackedSegments or None
        The label map, compressed; what is stored.
    outdated : bool
        The label map was made with other line settings and is about to be replaced.
    retouch : Retouch
        What the painter changed of the drawing; the label map has it already.
    stamp : Stamp
        Of the line art file when it had this content.
    lost : tuple of Lost
        Decisions that found no segment when the drawing was changed.
    state : (N + 1,) uint8
        `DecisionState` per segment id; row 0 (the line) stays UNPAINTED.
    color : (N + 1,) int32
        Palette index per segment id, `NO_COLOR` if unpainted.
    decided, decided_color : (N + 1,) uint8, int32
        Decisions alone: ACCEPTED, CORRECTED or 0, and the colour, `NO_COLOR` if open.
    proposed : (N + 1,) int32
        Proposals alone, under the decisions too.
    confidence : (N + 1,) float32
        Of the proposals, 0..1.
    runners_up : (N + 1, RUNNERS_UP) int32
    """

    name: str
    path: Path | None = None
    content_hash: str = ""
    problem: str = ""
    packed: PackedSegments | None = None
    outdated: bool = False
    retouch: Retouch = UNTOUCHED
    stamp: Stamp = NO_STAMP
    lost: tuple[Lost, ...] = ()
    state: NDArray[np.uint8] = field(init=False, repr=False)
    color: NDArray[np.int32] = field(init=False, repr=False)
    decided: NDArray[np.uint8] = field(init=False, repr=False)
    decided_color: NDArray[np.int32] = field(init=False, repr=False)
    proposed: NDArray[np.int32] = field(init=False, repr=False)
    confidence: NDArray[np.float32] = field(init=False, repr=False)
    runners_up: NDArray[np.int32] = field(init=False, repr=False)
    _source_page: NDArray[np.int32] = field(init=False, repr=False)
    _source_segment: NDArray[np.int32] = field(init=False, repr=False)
    _pages: tuple[str, ...] = field(init=False, repr=False, default=())
    _segments: Segments | None = field(init=False, repr=False, default=None)

    def __post_init__(self) -> None:
        """Make room for the segments that are known."""
        self.resize(self.packed.count if self.packed else 0)

    @property
    def count(self) -> int:
        """Number of segments; 0 until they are known."""
        return len(self.state) - 1

    @property
    def ready(self) -> bool:
        """Whether the segments are known."""
        return self.packed is not None

    @property
    def segments(self) -> Segments | None:
        """The segments, unpacked when first asked for; None until they are known."""
        if self._segments is None and self.packed is not None:
            try:
                self._segments = unpack_segments(self.packed)
            except ValueError as error:
                self.problem = f"frame '{self.name}' cannot be shown ({error}); add it again"
        return self._segments

    @property
    def open_ids(self) -> NDArray[np.int64]:
        """(K,) int64: ids of the segments that the painter has not decided."""
        return np.flatnonzero(self.decided[1:] == 0) + 1

    def reference_colors(self) -> NDArray[np.int32]:
        """Return (N,) int32: the decided colours, `NO_COLOR` elsewhere."""
        return self.decided_color[1:].copy()

    def source(self, segment: int) -> Source | None:
        """Return the reference segment behind the proposal for a segment."""
        page = int(self._source_page[segment])
        return Source(self._pages[page], int(self._source_segment[segment])) if page >= 0 else None

    def from_source(self, source: Source) -> NDArray[np.bool_]:
        """Return (N + 1,) bool: the segments whose proposal comes from a reference segment."""
        if source.reference not in self._pages:
            return np.zeros(self.count + 1, np.bool_)
        # A page that went and came again has several numbers.
        pages = [number for number, page in enumerate(self._pages) if page == source.reference]
        return np.isin(self._source_page, pages) & (self._source_segment == source.segment)

    def resize(self, count: int) -> None:
        """Forget decisions and proposals and make room for `count` segments."""
        self.state = np.zeros(count + 1, np.uint8)
        self.color = _no_colors(count)
        self.decided = np.zeros(count + 1, np.uint8)
        self.decided_color = _no_colors(count)
        self.forget_proposals()

    def forget_proposals(self) -> None:
        """Take back every proposal; decisions stay."""
        count = self.count
        self.proposed = _no_colors(count)
        self.confidence = np.zeros(count + 1, np.float32)
        self.runners_up = np.full((count + 1, RUNNERS_UP), NO_COLOR, np.int32)
        self._source_page = np.full(count + 1, -1, np.int32)
        self._source_segment = np.zeros(count + 1, np.int32)
        self._pages = ()
        self._combine()

    def with_segments(
        self, packed: PackedSegments, segments: Segments, content_hash: str = ""
    ) -> Frame:
        """Return this frame with a new label map; decisions go to the segments that continue."""
        frame = Frame(
            self.name,
            self.path,
            content_hash or self.content_hash,
            packed=packed,
            retouch=self.retouch,
            lost=self.lost,
        )
        frame._segments = segments
        if self.decided.any() and self.segments is not None:
            partner = match_by_overlap(self.segments, segments)
            frame.set_decisions(
                np.arange(1, frame.count + 1),
                self.decided[partner[1:]],
                self.decided_color[partner[1:]],
            )
        return frame

    def map_now(self) -> FrameMap:
        """Return the label map with its decisions, as an edit keeps it."""
        assert self.packed is not None
        return FrameMap(
            self.retouch,
            self.packed,
            self.decided.copy(),
            self.decided_color.copy(),
            self.content_hash,
        )

    def with_map(self, new: FrameMap) -> Frame:
        """Return this frame with another map of the same drawing.

        Proposals go along where the label map is at hand; the engine makes new ones anyway.
        """
        same = new.content_hash in ("", self.content_hash)
        frame = Frame(
            self.name,
            self.path,
            new.content_hash or self.content_hash,
            packed=new.packed,
            retouch=new.retouch,
            stamp=self.stamp if same else NO_STAMP,
            lost=self.lost,
        )
        frame.problem = self.problem
        before, after = self._segments, frame.segments
        if before is not None and after is not None and before.size == after.size:
            partner = continued(before, after.labels)
            frame.proposed = self.proposed[partner]
            frame.confidence = self.confidence[partner]
            frame.runners_up = self.runners_up[partner]
            frame._source_page = self._source_page[partner]
            frame._source_segment = self._source_segment[partner]
            frame._pages = self._pages
        frame.set_decisions(np.arange(frame.count + 1), new.state, new.color)
        return frame

    def release_pixels(self) -> None:
        """Drop the unpacked label map; it is unpacked again when needed."""
        self._segments = None

    def set_decisions(
        self, ids: NDArray[np.int64], state: NDArray[np.uint8], color: NDArray[np.int32]
    ) -> None:
        """Write decisions on (K,) ids, a state and a colour each; state 0 opens one again."""
        self.decided[ids] = state
        self.decided_color[ids] = color
        self._combine()

    def set_proposals(self, new: FrameProposals) -> NDArray[np.int64]:
        """Write proposals; returns (K,) int64: ids whose visible state or colour changed."""
        before_color, before_state = self.color, self.state
        self.proposed[1:] = new.color
        self.confidence[1:] = new.confidence
        self.runners_up[1:] = new.runners_up
        self._source_page[1:] = new.source_page
        self._source_segment[1:] = new.source_segment
        self._pages = new.pages
        self._combine()
        return np.flatnonzero((before_color != self.color) | (before_state != self.state))

    def drop_colors_from(self, limit: int) -> None:
        """Take back proposals of palette indices that are no more."""
        self.proposed[self.proposed >= limit] = NO_COLOR
        self.runners_up[self.runners_up >= limit] = NO_COLOR
        self._combine()

    def _combine(self) -> None:
        is_open = self.decided == 0
        self.color = np.where(is_open, self.proposed, self.decided_color)
        waiting = np.where(self.proposed != NO_COLOR, DecisionState.PROPOSED, 0)
        self.state = np.where(is_open, waiting, self.decided).astype(np.uint8)
