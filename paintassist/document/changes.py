"""What a document tells its observers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

EMPTY_IDS: NDArray[np.int64] = np.empty(0, np.int64)


class ChangeKind(StrEnum):
    """What changed."""

    FRAMES = "frames"
    """Frames came or went; every index may mean another frame."""
    SEGMENTS = "segments"
    """The label map of `frame` arrived, or why there is none (`Frame.problem`)."""
    DECISIONS = "decisions"
    """The painter decided, or undid it: `ids` of `frame` look different."""
    PROPOSALS = "proposals"
    """The engine proposes something else for the open `ids` of `frame`."""
    RETOUCH = "retouch"
    """The painter retouched `frame`, or undid it; follows on a SEGMENTS change."""
    LOST = "lost"
    """Decisions of `frame` lost their segments when its drawing was changed, or were found."""
    SOURCES = "sources"
    """Files of line art lie elsewhere."""
    SHEETS = "sheets"
    """A sheet came or went."""
    PALETTE = "palette"
    """Entries came, went, or were renamed or recoloured."""
    SETTINGS = "settings"
    """Line settings or engine."""
    HISTORY = "history"
    """What undo and redo would do."""
    STORE = "store"
    """The document is kept in another place now."""


@dataclass(frozen=True, eq=False)
class Change:
    """One change of the document.

    Attributes
    ----------
    kind : ChangeKind
    frame : int
        Index of the frame, -1 where the kind has none.
    ids : (K,) int64
        Segment ids whose state or colour may differ; empty where the kind has none.
    """

    kind: ChangeKind
    frame: int = -1
    ids: NDArray[np.int64] = field(default_factory=lambda: EMPTY_IDS)


def merge_changes(changes: Iterable[Change]) -> list[Change]:
    """Make one change of all of one kind and frame, in order of first appearance."""
    groups: dict[tuple[ChangeKind, int], list[NDArray[np.int64]]] = {}
    for change in changes:
        groups.setdefault((change.kind, change.frame), []).append(change.ids)
    return [
        Change(kind, frame, np.unique(np.concatenate(ids))) for (kind, frame), ids in groups.items()
    ]
