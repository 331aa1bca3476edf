"""What the jobs share: drawings from disk, described and with their colours."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.lines import LineSettings
from paintassist.core.matching import Proposals
from paintassist.core.palette import Palette, pack_colors, unpack_colors
from paintassist.core.references import segment_colors, segment_painting
from paintassist.core.segments import Segments, renumber, segment, segments_from_labels
from paintassist.document.matcher import Matcher
from paintassist.engines.base import Engine, Features
from paintassist.io.images import load_image, read_image, read_line_art
from paintassist.io.layouts import Drawing
from paintassist.jobs.progress import Notify, no_notice


@dataclass(frozen=True, eq=False)
class Page:
    """A drawing ready to be matched; its pixels are gone.

    Attributes
    ----------
    name : str
    features : Features
    area : (N,) int64
    colors : (N, 4) uint8 or None
        Colour of segment i + 1; None while unknown.
    """

    name: str
    features: Features
    area: NDArray[np.int64]
    colors: NDArray[np.uint8] | None


def load_segments(
    drawing: Drawing, settings: LineSettings | None = None, notify: Notify = no_notice
) -> Segments:
    """Read a drawing's segments: from its own label map, its line art, or its painting.

    Raises
    ------
    InputError
        If a file cannot be used.
    """
    if drawing.line is None:
        if drawing.painting is None:
            raise InputError(f"{drawing.name} has neither line art nor painting")
        loaded = load_image(drawing.painting)
        _tell(loaded.notes, notify)
        return segment_painting(loaded.rgba)
    art = read_line_art(drawing.line, settings)
    _tell(art.notes, notify)
    if drawing.labels is not None:
        labels, _ = _read_labels(drawing)
        if labels.shape != art.inks.shape:
            raise InputError(f"{drawing.labels} and {drawing.line} differ in size; export both")
        return segments_from_labels(labels, art.inks)
    segments = segment(art.inks, settings)
    if segments.count == 1 and art.inks.any():
        notify(f"{drawing.line} has no closed segment; close its lines or lower the line threshold")
    return segments


def load_colors(drawing: Drawing, segments: Segments) -> NDArray[np.uint8]:
    """Read the (N, 4) colours of a painted drawing's segments.

    Raises
    ------
    InputError
        If it has none, or the painting differs in size from the line art.
    """
    if drawing.painting is not None:
        painting = read_image(drawing.painting)
        if painting.shape[:2] != segments.labels.shape:
            height, width = painting.shape[:2]
            want_width, want_height = segments.size
            raise InputError(
                f"{drawing.painting} is {width} x {height} but its line art {drawing.line} is "
                f"{want_width} x {want_height}; export both at one size"
            )
        return segment_colors(segments, painting)[1:]
    if drawing.label_colors is None:
        raise InputError(f"{drawing.name} has no painting")
    _, ids = _read_labels(drawing)
    try:
        table = json.loads(drawing.label_colors.read_text("utf-8"))
        rows = [table[str(key)] for key in ids.tolist()]
        return np.array(rows, np.uint8).reshape(-1, 4)
    except (OSError, ValueError, KeyError, TypeError, OverflowError) as error:
        raise InputError(
            f"{drawing.label_colors} does not give every segment id [r, g, b, a]; export it again"
        ) from error


def clear_background(drawing: Drawing, colors: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Make an opaque background transparent, so that metrics can tell it.

    If a painting has no transparent pixel, the most frequent colour on its border counts as
    background; elsewhere nothing changes.

    Parameters
    ----------
    colors : (N, 4) uint8
        Of the drawing's segments.
    """
    if drawing.painting is None or not colors[:, 3].all():
        return colors
    painting = read_image(drawing.painting)
    if not painting[..., 3].all():
        return colors
    border = np.concatenate([painting[0], painting[-1], painting[:, 0], painting[:, -1]])
    values, counts = np.unique(pack_colors(border), return_counts=True)
    packed = pack_colors(colors)
    return unpack_colors(np.where(packed == values[counts.argmax()], np.uint32(0), packed))


def load_page(
    drawing: Drawing,
    engine: Engine,
    settings: LineSettings | None = None,
    notify: Notify = no_notice,
    *,
    exact: bool = False,
) -> Page:
    """Read and encode a drawing, with its colours if it has them.

    Unless `exact`, an opaque background becomes transparent; see `clear_background`.
    """
    segments = load_segments(drawing, settings, notify)
    colors = None
    if drawing.has_truth:
        colors = load_colors(drawing, segments)
        if not exact:
            colors = clear_background(drawing, colors)
    return Page(drawing.name, engine.encode(segments), segments.area[1:], colors)


def propose_colors(
    engine: Engine, target: Page, references: Iterable[Page]
) -> tuple[NDArray[np.uint8], Proposals]:
    """Propose the (N, 4) colours of one drawing from others; transparent without any."""
    palette = Palette()
    matcher = Matcher(engine)
    for index, page in enumerate(references):
        assert page.colors is not None
        matcher.set_reference(f"{index}", page.features, palette.add_all(page.colors))
    matcher.add_target(target.name, target.features)
    proposals = matcher.proposals(target.name)
    return palette_rows(palette, proposals.color), proposals


def palette_rows(palette: Palette, indices: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return the (N, 4) colours of palette indices; `NO_COLOR` is transparent."""
    table = np.concatenate([palette.colors(), np.zeros((1, 4), np.uint8)])
    return table[indices]


def _tell(notes: Iterable[str], notify: Notify) -> None:
    for note in notes:
        notify(note)


def _read_labels(drawing: Drawing) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return a data set's label map, renumbered, and the (N,) ids it had in the file."""
    assert drawing.labels is not None
    rgb = read_image(drawing.labels)[..., :3].astype(np.int32)
    given = (rgb[..., 0] << 16) | (rgb[..., 1] << 8) | rgb[..., 2]
    labels = renumber(given)
    ids = np.zeros(int(labels.max(initial=0)) + 1, np.int64)
    ids[labels] = given
    return labels, ids[1:]
