"""What a finishing inspector looks for in one cel, before it leaves the house."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from paintassist.core.dust import find_spots
from paintassist.core.lines import INK_RGB, TRACE_INKS, Ink, is_trace
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import pack_colors
from paintassist.core.segments import Segments

# Pixels up to which a dot of line or paint is taken for dust.
SPECK_AREA = 4


class FindingKind(StrEnum):
    """What is wrong, in the order in which findings are listed."""

    SIZE = "size"
    """The frame has another size than most."""
    LINES = "lines"
    """The drawing on the disk has other lines than the frame was painted with, or is gone."""
    TIMESHEET = "timesheet"
    """The timesheet shows a drawing that is not there."""
    UNPAINTED = "unpainted"
    """A segment without a colour (nuri-nokoshi)."""
    TRACE = "trace"
    """A trace line that would show in the composite."""
    TEMPORARY = "temporary"
    """A segment in a temporary colour."""
    OFF_PALETTE = "off palette"
    """A segment in a colour that no sheet shows and nobody named."""
    TRANSLUCENT = "half transparent"
    """A colour that formats without alpha cannot keep."""
    FLICKER = "flicker"
    """A part that has another colour than one frame before (iro-paka)."""
    SPECK = "speck"
    """A dot of dust in the lines or in the paint."""


ORDER = tuple(FindingKind)


@dataclass(frozen=True)
class Finding:
    """One thing to look at.

    Attributes
    ----------
    kind : FindingKind
    frame : str
        Name of the frame; empty where it concerns the clip.
    segment : int
        Id of the segment, 0 where it concerns the frame or its lines.
    place : (int, int) or None
        x, y of a pixel to look at; None where it concerns the frame as a whole.
    area : int
        Pixels.
    note : str
        What else is to be said, such as both sizes; may be empty.
    """

    kind: FindingKind
    frame: str
    segment: int = 0
    place: tuple[int, int] | None = None
    area: int = 0
    note: str = ""


def in_order(findings: Iterable[Finding], frames: Sequence[str]) -> list[Finding]:
    """Return findings by kind, then frame, large ones first."""
    rank = {name: index for index, name in enumerate(frames)}
    return sorted(
        findings,
        key=lambda item: (
            ORDER.index(item.kind), rank.get(item.frame, len(rank)), -item.area, item.segment
        ),
    )  # fmt: skip


def find_odd_sizes(sizes: Sequence[tuple[str, tuple[int, int]]]) -> list[Finding]:
    """Return the frames whose size differs from that of most; on a tie the first counts.

    Parameters
    ----------
    sizes : sequence of (name, (width, height))
    """
    if not sizes:
        return []
    usual, _ = Counter(size for _, size in sizes).most_common(1)[0]
    return [
        Finding(
            FindingKind.SIZE, name, note=f"{size[0]} x {size[1]}, others {usual[0]} x {usual[1]}"
        )
        for name, size in sizes
        if size != usual
    ]


def inspect_colors(
    segments: Segments,
    frame: str,
    index: NDArray[np.int32],
    colors: NDArray[np.uint8],
    temporary: Collection[int] = (),
    unlisted: Collection[int] = (),
) -> list[Finding]:
    """Look at the colours of one cel.

    The background may stay unpainted; so may nothing else.

    Parameters
    ----------
    segments : Segments
    frame : str
    index : (count + 1,) int32
        Palette index per id, `NO_COLOR` where unpainted.
    colors : (count + 1, 4) uint8
    temporary : collection of int
        Palette indices of temporary colours.
    unlisted : collection of int
        Palette indices of colours that nobody has laid down.
    """
    ids = np.arange(segments.count + 1)
    painted = index != NO_COLOR
    alpha = colors[:, 3]
    wrong = {
        FindingKind.UNPAINTED: ~painted & (ids != segments.background),
        FindingKind.TEMPORARY: painted & np.isin(index, list(temporary)),
        FindingKind.OFF_PALETTE: painted & np.isin(index, list(unlisted)) & (alpha > 0),
        FindingKind.TRANSLUCENT: painted & (alpha > 0) & (alpha < 255),
    }
    left = left_over_traces(segments, index, colors)
    wrong[FindingKind.UNPAINTED][left] = False
    found = []
    for kind, mask in wrong.items():
        mask[0] = False
        found += [_finding(kind, frame, segments, int(one)) for one in np.flatnonzero(mask)]
    return found + [_finding(FindingKind.TRACE, frame, segments, int(one)) for one in left]


def left_over_traces(
    segments: Segments, index: NDArray[np.int32], colors: NDArray[np.uint8]
) -> NDArray[np.int64]:
    """Return the segments that are nothing but trace line and would show as such.

    A trace line lies in a segment as a whole, so it ends up painted; one that touches no
    segment, or has a rule that keeps it apart, is a segment of its own. Such a one is left
    over if it is unpainted or has the colour it was drawn in.

    Parameters
    ----------
    segments : Segments
    index : (count + 1,) int32
    colors : (count + 1, 4) uint8
    """
    trace = is_trace(segments.inks)
    if not trace.any():
        return np.empty(0, np.int64)
    labels, inks = segments.labels[trace], segments.inks[trace]
    covered = np.bincount(labels, minlength=segments.count + 1)
    alone = (covered == segments.area) & (segments.area > 0)
    alone[0] = False
    as_drawn = index == NO_COLOR
    for ink in TRACE_INKS:
        drawn = np.bincount(labels[inks == ink], minlength=segments.count + 1) > 0
        same = (colors[:, :3] == INK_RGB[ink]).all(axis=1) & (colors[:, 3] > 0)
        as_drawn |= drawn & same
    return np.flatnonzero(alone & as_drawn)


def inspect_specks(
    segments: Segments, frame: str, colors: NDArray[np.uint8], most: int = SPECK_AREA
) -> list[Finding]:
    """Return dust: dots of black line, and tiny segments in a colour that no neighbour has.

    Parameters
    ----------
    segments : Segments
    frame : str
    colors : (count + 1, 4) uint8
    most : int
        Pixels of the largest dot that is dust.
    """
    return _line_specks(segments, frame, most) + _paint_specks(segments, frame, colors, most)


def _line_specks(segments: Segments, frame: str, most: int) -> list[Finding]:
    found = []
    for rows, cols in find_spots(segments.inks, most):
        x, y = int(cols[0]), int(rows[0])
        if segments.inks[y, x] == Ink.BLACK:
            found.append(Finding(FindingKind.SPECK, frame, 0, (x, y), len(rows), "line"))
    return found


def _paint_specks(
    segments: Segments, frame: str, colors: NDArray[np.uint8], most: int
) -> list[Finding]:
    tiny = (segments.area <= most) & (segments.area > 0)
    tiny[0] = False
    tiny[segments.background] = False
    if not tiny.any():
        return []
    packed = pack_colors(colors)
    one, other, _ = segments.borders()
    one, other = one + 1, other + 1
    like = np.zeros(segments.count + 1, np.bool_)
    like[one[packed[one] == packed[other]]] = True
    near = np.zeros(segments.count + 1, np.bool_)
    near[one] = True
    return [
        _finding(FindingKind.SPECK, frame, segments, int(index), "paint")
        for index in np.flatnonzero(tiny & near & ~like)
    ]


def find_changed_lines(segments: Segments, frame: str, inks: NDArray[np.uint8]) -> list[Finding]:
    """Compare the lines a frame was made from with those of its drawing as it is now.

    What the painter retouched of them does not count.

    Parameters
    ----------
    segments : Segments
    frame : str
    inks : (H, W) uint8
        Of the drawing, read by the same settings.
    """
    drawn = segments.drawn_inks
    if inks.shape != drawn.shape:
        height, width = inks.shape
        note = f"the drawing is {width} x {height} now"
        return [Finding(FindingKind.LINES, frame, note=note)]
    differs = inks != drawn
    count = int(np.count_nonzero(differs))
    if not count:
        return []
    y, x = np.unravel_index(int(differs.argmax()), differs.shape)
    return [Finding(FindingKind.LINES, frame, 0, (int(x), int(y)), count)]


def place_in(segments: Segments, segment: int) -> tuple[int, int]:
    """Return x, y of a segment's first pixel in scan order."""
    x, y, width, _ = segments.bbox[segment].tolist()
    return x + int(np.argmax(segments.labels[y, x : x + width] == segment)), y


def _finding(
    kind: FindingKind, frame: str, segments: Segments, segment: int, note: str = ""
) -> Finding:
    place = place_in(segments, segment)
    return Finding(kind, frame, segment, place, int(segments.area[segment]), note)
