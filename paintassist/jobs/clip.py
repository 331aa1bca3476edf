"""What the jobs share: drawings from disk, described and with their colours."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.label_maps import renumber
from paintassist.core.lines import LineSettings, read_lines
from paintassist.core.marks import Marks, marks_of_drawing, no_marks
from paintassist.core.matching import Proposals
from paintassist.core.palette import Palette, PaletteEntry
from paintassist.core.published import PublishedLines, PublishedSegments, published_colors
from paintassist.core.references import clear_background, segment_colors, segment_painting
from paintassist.core.segments import Segments, check_count, segment, segments_from_labels
from paintassist.core.tones import tones_of
from paintassist.document.matcher import Matcher
from paintassist.engines.base import Engine, Features
from paintassist.engines.dacon.compat import PublishedEngine
from paintassist.io.images import load_image, read_image, read_line_art
from paintassist.io.layouts import Drawing
from paintassist.jobs.progress import Notify, no_notice
from paintassist.jobs.published import PlainMatcher, ids_in, load_published_segments


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
    marks : Marks
        What its guides and trace lines say.
    """

    name: str
    features: Features
    area: NDArray[np.int64]
    colors: NDArray[np.uint8] | None
    marks: Marks


def load_segments(
    drawing: Drawing, settings: LineSettings | None = None, notify: Notify = no_notice
) -> Segments:
    """Read a drawing's segments: from its own label map, its line art, or its painting.

    Raises
    ------
    InputError
        If a file cannot be used.
    """
    if isinstance(settings, PublishedLines):
        return load_published_segments(drawing, notify)
    if drawing.line is None:
        if drawing.painting is None:
            raise InputError(f"{drawing.name} has neither line art nor painting")
        loaded = load_image(drawing.painting)
        _tell(loaded.notes, notify)
        segments = segment_painting(loaded.rgba)
        check_count(segments, drawing.painting)
        return segments
    settings = settings or LineSettings()
    art = read_line_art(drawing.line, settings)
    _tell(art.notes, notify)
    guides = art.guides
    if drawing.annotated is not None:
        guides = _read_guides(drawing, art.inks.shape, settings)
    if drawing.labels is not None:
        labels, _ = _read_labels(drawing)
        if labels.shape != art.inks.shape:
            raise InputError(f"{drawing.labels} and {drawing.line} differ in size; export both")
        return segments_from_labels(labels, art.inks, guides=guides)
    segments = segment(art.inks, settings, guides)
    check_count(segments, drawing.line)
    if segments.count == segments.background == 1 and art.inks.any():
        notify(f"{drawing.line} has no closed segment; check that its lines are closed")
    return segments


def _read_guides(
    drawing: Drawing, shape: tuple[int, ...], settings: LineSettings
) -> NDArray[np.uint8] | None:
    assert drawing.annotated is not None
    rgba = read_image(drawing.annotated)
    if rgba.shape[:2] != shape:
        raise InputError(f"{drawing.annotated} and {drawing.line} differ in size; export both")
    return read_lines(rgba, settings).guides


def load_colors(
    drawing: Drawing, segments: Segments, notify: Notify = no_notice, *, exact: bool = True
) -> NDArray[np.uint8]:
    """Read the (N, 4) colours of a painted drawing's segments.

    Unless `exact`, the opaque background of a painting becomes transparent.

    Raises
    ------
    InputError
        If it has none, or the painting differs in size from the line art.
    """
    if drawing.painting is not None:
        loaded = load_image(drawing.painting)
        painting = loaded.rgba
        if drawing.line is not None:
            # Without line art its notes were told when its segments were found.
            _tell(loaded.notes, notify)
        if painting.shape[:2] != segments.labels.shape:
            height, width = painting.shape[:2]
            want_width, want_height = segments.size
            raise InputError(
                f"{drawing.painting} is {width} x {height} but its line art {drawing.line} is "
                f"{want_width} x {want_height}; export both at one size"
            )
        if isinstance(segments, PublishedSegments):
            return published_colors(segments, painting)
        colors = segment_colors(segments, painting)
        return (colors if exact else clear_background(segments, painting, colors))[1:]
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


@dataclass(frozen=True, eq=False)
class Loaded:
    """What reading a drawing gave, to be used in another thread than it was read in.

    Attributes
    ----------
    segments : Segments or None
        None if there is a problem.
    colors : (N, 4) uint8 or None
        Colour of segment i + 1; None while unknown.
    notes : tuple of str
        Sentences for the painter, in order.
    problem : InputError or None
    marks : Marks or None
        None if there is a problem.
    """

    segments: Segments | None
    colors: NDArray[np.uint8] | None
    notes: tuple[str, ...]
    problem: InputError | None = None
    marks: Marks | None = None


def load_drawing(
    drawing: Drawing,
    settings: LineSettings | None = None,
    *,
    painted: bool = True,
    exact: bool = False,
) -> Loaded:
    """Read a drawing's segments, and its colours if it has them and is `painted`."""
    notes: list[str] = []
    colors = None
    try:
        segments = load_segments(drawing, settings, notes.append)
        if painted and drawing.has_truth:
            colors = load_colors(drawing, segments, notes.append, exact=exact)
    except InputError as error:
        return Loaded(None, None, tuple(notes), error)
    marks = marks_of_drawing(segments, settings or LineSettings())
    return Loaded(segments, colors, tuple(notes), marks=marks)


def load_page(
    drawing: Drawing,
    engine: Engine,
    settings: LineSettings | None = None,
    notify: Notify = no_notice,
    *,
    exact: bool = False,
) -> Page:
    """Read and encode a drawing, with its colours if it has them.

    Unless `exact`, an opaque background becomes transparent, so that metrics can tell it.
    """
    settings = settings_for(engine, settings)
    return make_page(drawing, load_drawing(drawing, settings, exact=exact), engine, notify)


def settings_for(engine: Engine, settings: LineSettings | None) -> LineSettings | None:
    """Return how drawings are to be read for an engine."""
    return PublishedLines() if isinstance(engine, PublishedEngine) else settings


def make_page(drawing: Drawing, loaded: Loaded, engine: Engine, notify: Notify = no_notice) -> Page:
    """Encode a drawing that was read.

    Raises
    ------
    InputError
        If it could not be.
    """
    segments = tell_loaded(loaded, notify)
    marks = loaded.marks or no_marks(segments.count)
    return Page(drawing.name, engine.encode(segments), segments.area[1:], loaded.colors, marks)


def tell_loaded(loaded: Loaded, notify: Notify) -> Segments:
    """Pass on what reading a drawing had to say, and return its segments.

    Raises
    ------
    InputError
        If it could not be read.
    """
    _tell(loaded.notes, notify)
    if loaded.problem is not None:
        raise loaded.problem
    assert loaded.segments is not None
    return loaded.segments


def propose_colors(
    engine: Engine,
    targets: Sequence[Page],
    references: Iterable[Page],
    book: Sequence[PaletteEntry] = (),
) -> list[tuple[NDArray[np.uint8], Proposals]]:
    """Propose for open drawings of one clip, in its order, from painted ones.

    Parameters
    ----------
    book : sequence of PaletteEntry
        Colours whose parts and roles are known, for what marks say.

    Returns
    -------
    list of (colours, Proposals)
        One a target; (N, 4) uint8, transparent where no reference has any.
    """
    if isinstance(engine, PublishedEngine):
        plain = PlainMatcher(engine)
        for index, page in enumerate(references):
            assert page.colors is not None
            plain.set_reference(f"{index}", page.features, page.colors)
        return [plain.propose(target.features)[:2] for target in targets]
    palette = Palette(book)
    matcher = Matcher(engine)
    matcher.set_tones(tones_of(book))
    for index, page in enumerate(references):
        assert page.colors is not None
        matcher.set_reference(f"{index}", page.features, palette.add_all(page.colors))
    for index, target in enumerate(targets):
        matcher.add_target(f"{index}", target.features, target.marks)
    for _ in matcher.relay([(f"{index}", f"open {index}") for index in range(len(targets))]):
        pass
    found = [matcher.proposals(f"{index}") for index in range(len(targets))]
    return [(palette_rows(palette, proposals.color), proposals) for proposals in found]


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
    given = ids_in(read_image(drawing.labels))
    labels = renumber(given)
    ids = np.zeros(int(labels.max(initial=0)) + 1, np.int64)
    ids[labels] = given
    return labels, ids[1:]
