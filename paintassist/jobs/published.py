"""Reading and matching drawings as the published program does (docs/compat.md)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.label_maps import renumber
from paintassist.core.lines import Ink
from paintassist.core.matching import NO_SOURCE, ColorScores, Proposals
from paintassist.core.published import PublishedSegments, published_segments
from paintassist.core.segments import check_count, segments_from_labels
from paintassist.document.proposals import Source
from paintassist.engines.base import Engine, Features
from paintassist.io.images import has_alpha, load_image, read_image
from paintassist.io.layouts import Drawing
from paintassist.jobs.progress import Notify


def load_published_segments(drawing: Drawing, notify: Notify) -> PublishedSegments:
    """Read a drawing's segments, from its own label map if it has one.

    Raises
    ------
    InputError
        If it has no line art, or a file cannot be used.
    """
    if drawing.line is None:
        raise InputError(
            f"{drawing.painting or drawing.name} has no line art, and the published program "
            "reads paintings only through theirs; put it into line/ under the same name"
        )
    loaded = load_image(drawing.line)
    for note in loaded.notes:
        notify(note)
    alpha = has_alpha(drawing.line)
    segments = published_segments(loaded.rgba, alpha)
    if alpha and loaded.rgba[..., 3].all():
        notify(
            f"{drawing.line} is opaque but has an alpha channel, so the published program takes "
            "every pixel for line; save it without alpha, or with a transparent background"
        )
    if drawing.labels is None:
        check_count(segments, drawing.line)
        return segments
    labels = renumber(ids_in(read_image(drawing.labels)))
    if labels.shape != segments.labels.shape:
        raise InputError(f"{drawing.labels} and {drawing.line} differ in size; export both")
    inks = np.where(labels > 0, np.uint8(Ink.NONE), segments.inks)
    facts = segments_from_labels(labels, inks)
    return PublishedSegments(labels, inks, facts.area, facts.bbox, facts.centroid, loaded.rgba)


def ids_in(pixels: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Return the segment ids of a picture of them, R << 16 | G << 8 | B."""
    rgb = pixels[..., :3].astype(np.int32)
    return (rgb[..., 0] << 16) | (rgb[..., 1] << 8) | rgb[..., 2]


class PlainMatcher:
    """One argmax over all segments of all references; of equals the first wins."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._pages: dict[str, tuple[Features, NDArray[np.uint8]]] = {}

    @property
    def references(self) -> list[str]:
        """Names of the reference pages, oldest first."""
        return list(self._pages)

    def set_reference(self, name: str, features: Features, colors: NDArray[np.uint8]) -> None:
        """Add a page with the (N, 4) colours of its segments."""
        self._pages[name] = (features, colors)

    def remove_reference(self, name: str) -> None:
        """Forget a page; unknown names are ignored."""
        self._pages.pop(name, None)

    def propose(self, target: Features) -> tuple[NDArray[np.uint8], Proposals, list[Source | None]]:
        """Return the (N, 4) colours of a drawing's segments, transparent without references.

        The proposals count into the distinct colours; their confidence and runners-up are
        ours, as the published program has none.
        """
        best = np.full(target.count, -np.inf, np.float32)
        row = np.full(target.count, NO_SOURCE, np.int64)
        scores = ColorScores(target.count)
        painted = [np.zeros((0, 4), np.uint8), *(colors for _, colors in self._pages.values())]
        bank = np.concatenate(painted)
        inverse = np.unique(bank, axis=0, return_inverse=True)[1]
        indices: NDArray[np.int32] = np.append(inverse.reshape(-1), -1).astype(np.int32)
        first = 0
        for features, _ in self._pages.values():
            rows = np.arange(first, first + features.count)
            first += features.count
            if features.count == 0:
                continue
            similarity = self._engine.similarity(target, features)
            scores.add(similarity, indices[rows], rows)
            pick = similarity.argmax(axis=1)
            value = similarity[np.arange(target.count), pick]
            better = value > best
            best[better], row[better] = value[better], rows[pick[better]]
        ranked = scores.proposals(self._engine.temperature, self._engine.unknown)
        proposals = Proposals(indices[row], ranked.confidence, row, ranked.runners_up)
        colors = np.append(bank, np.zeros((1, 4), np.uint8), axis=0)[row]
        return colors, proposals, [self._source(index) for index in row.tolist()]

    def _source(self, row: int) -> Source | None:
        if row == NO_SOURCE:
            return None
        for name, (features, _) in self._pages.items():
            if row < features.count:
                return Source(name, row + 1)
            row -= features.count
        raise IndexError(row)
