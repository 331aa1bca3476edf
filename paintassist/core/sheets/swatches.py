"""Swatches: small flat rectangles or discs beside the drawings, and the groups they form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

import numpy as np
from numpy.typing import NDArray

from paintassist.core.palette import Color, Role
from paintassist.core.references import areas_of_one_color
from paintassist.core.segments import segments_from_labels
from paintassist.core.sheets.paper import Mask, Sheet

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in image pixels; right and bottom are outside."""

SMALLEST_SIDE = 8
# A swatch's longer side is at most this share of the sheet's, and this many times its shorter.
LARGEST_SHARE = 0.2
LONGEST = 8.0
# So much of a rectangle's rim, or of a disc's box, has the swatch's colour.
RIM_SHARE = 0.85
DISC_FILL, DISC_SLACK = np.pi / 4, 0.05
LEAST_FILL = 0.5
# Outlines of swatches are at most this wide; beyond it there is paper or the next swatch.
WIDEST_OUTLINE = 8
FREE_SHARE = 0.7
# Sides of swatches of one sheet agree up to this factor.
ALIKE = 1.3
# Neighbours of one group are at most this many of their sides apart.
GROUP_GAP = 1.0
MOST_TONES = 4


# Tones of a group of so many swatches, from light to dark.
TONES = {
    1: (Role.NORMAL,),
    2: (Role.NORMAL, Role.SHADOW_1),
    3: (Role.HIGHLIGHT, Role.NORMAL, Role.SHADOW_1),
    4: (Role.HIGHLIGHT, Role.NORMAL, Role.SHADOW_1, Role.SHADOW_2),
}


@dataclass(frozen=True)
class Swatch:
    """One swatch.

    Attributes
    ----------
    box : Box
    color : Color
    group : int
        Number of its part, counted from 0 in the sheet's order.
    tone : Role
    name : str
        Of its part, as far as somebody told it.
    label : str
        Its own name beside that of the part; mostly empty.
    """

    box: Box
    color: Color
    group: int = 0
    tone: Role = Role.NORMAL
    name: str = ""
    label: str = ""


def name_groups(
    swatches: Sequence[Swatch],
    parts: Mapping[Color, str],
    taken: Collection[str] = (),
    word: str = "part %1",
) -> tuple[Swatch, ...]:
    """Name the groups that nobody named, so that their tones stay together.

    Parameters
    ----------
    swatches : sequence of Swatch
    parts : mapping of Color to str
        Parts that colours belong to already; a group half of whose colours do is that part.
    taken : collection of str
        Names that mean something else.
    word : str
        With %1 for a number.
    """
    names = {swatch.group: swatch.name for swatch in swatches if swatch.name}
    used = {*taken, *names.values()}
    sizes = Counter(swatch.group for swatch in swatches)
    known = Counter(
        (swatch.group, parts[swatch.color]) for swatch in swatches if parts.get(swatch.color)
    )
    for (group, part), found in known.most_common():
        # White may be a tone of anything: one colour of many says little.
        if 2 * found >= sizes[group]:
            names.setdefault(group, part)
    for group in sorted(sizes.keys() - names.keys()):
        numbers = (word.replace("%1", str(number)) for number in count(group + 1))
        names[group] = next(name for name in numbers if name not in used)
        used.add(names[group])
    return tuple(replace(swatch, name=swatch.name or names[swatch.group]) for swatch in swatches)


def find_swatches(sheet: Sheet, tolerance: int = 0) -> list[Swatch]:
    """Find the swatches of a sheet, in its own order, with group and tone.

    Parameters
    ----------
    sheet : Sheet
    tolerance : int
        By how much a channel may differ inside a swatch; more than 0 for compressed pictures.

    Returns
    -------
    list of Swatch
        Empty if there are fewer than two of one size: a lone rectangle is drawn.
    """
    rgba = np.dstack([sheet.rgb, np.full(sheet.rgb.shape[:2], 255, np.uint8)])
    labels = areas_of_one_color(rgba, np.zeros(sheet.ink.shape, np.uint8), tolerance)
    areas = segments_from_labels(labels, np.zeros(sheet.ink.shape, np.uint8))
    chosen = [index for index in _of_fitting_size(areas.bbox, areas.area, sheet) if index]
    chosen = [index for index in chosen if _is_compact(labels, index, areas.bbox[index])]
    boxes = {index: _box_of(areas.bbox[index]) for index in chosen}
    candidate = np.zeros(len(areas.area), np.bool_)
    candidate[chosen] = True
    free = sheet.paper | candidate[labels]
    kept = [index for index in chosen if _stands_free(boxes[index], free)]
    on_paper = {index: bool(sheet.paper[labels == index].all()) for index in kept}
    colored = [boxes[index] for index in kept if not on_paper[index]]
    found: list[Swatch] = []
    for index in kept:
        box = boxes[index]
        others = [other for other in colored if other != box]
        alike = [other for other in others if _are_alike(box, other)]
        # An empty cell of a table is paper; a swatch of the paper's colour has company.
        if alike and (not on_paper[index] or any(_are_near(box, other) for other in alike)):
            found.append(Swatch(box, _color_in(sheet.rgb, labels, index)))
    return grouped(found)


def grouped(swatches: Sequence[Swatch]) -> list[Swatch]:
    """Give swatches their groups and tones by where they lie; names stay with their boxes.

    Tones of a part lie side by side, nearer than the parts: in rows or in columns, whichever
    is tighter. A row of more than four is a row of parts.
    """
    if not swatches:
        return []
    rows, columns = _chains(swatches, 0), _chains(swatches, 1)
    across = _tightness(swatches, rows, 0) <= _tightness(swatches, columns, 1)
    chains = rows if across else columns
    ordered = _in_reading_order(swatches, chains, 0 if across else 1)
    result: list[Swatch] = []
    group = 0
    for chain in ordered:
        parts = [chain] if len(chain) <= MOST_TONES else [[index] for index in chain]
        for part in parts:
            members = [swatches[index] for index in part]
            tones = TONES[len(members)]
            if _brightness(members[0]) < _brightness(members[-1]):
                tones = tones[::-1]
            for member, tone in zip(members, tones, strict=True):
                result.append(replace(member, group=group, tone=tone))
            group += 1
    return result


def _of_fitting_size(
    bbox: NDArray[np.int32], area: NDArray[np.int64], sheet: Sheet
) -> NDArray[np.int64]:
    width, height = bbox[:, 2], bbox[:, 3]
    shorter, longer = np.minimum(width, height), np.maximum(width, height)
    fits = (shorter >= SMALLEST_SIDE) & (longer <= LONGEST * shorter)
    fits &= longer <= LARGEST_SHARE * max(sheet.ink.shape)
    fits &= area >= LEAST_FILL * width * height
    return np.flatnonzero(fits)


def _is_compact(labels: NDArray[np.int32], index: int, bbox: NDArray[np.int32]) -> bool:
    """Tell rectangles (with words in them, perhaps) and discs from all other shapes."""
    left, top, right, bottom = _box_of(bbox)
    inside = labels[top:bottom, left:right] == index
    rim = np.concatenate([inside[0], inside[-1], inside[:, 0], inside[:, -1]])
    if rim.mean() >= RIM_SHARE:
        return True
    # Rounded corners, and rims that are blended with what is around them.
    inner = inside[1:-1, 1:-1]
    if min(inner.shape) > 2 * WIDEST_OUTLINE and inner.mean() > 0.93:
        return True
    height, width = inside.shape
    return abs(inside.mean() - DISC_FILL) < DISC_SLACK and max(width, height) <= 1.1 * min(
        width, height
    )


def _stands_free(box: Box, free: Mask) -> bool:
    """Tell whether there is paper or another swatch around, behind at most an outline."""
    height, width = free.shape
    left, top, right, bottom = box
    for away in range(1, WIDEST_OUTLINE + 1):
        a, b = left - away, top - away
        c, d = right + away - 1, bottom + away - 1
        sides = [
            free[y, max(a, 0) : c + 1] if 0 <= y < height else np.ones(1, np.bool_) for y in (b, d)
        ]
        sides += [
            free[max(b, 0) : d + 1, x] if 0 <= x < width else np.ones(1, np.bool_) for x in (a, c)
        ]
        if min(side.mean() for side in sides) >= FREE_SHARE:
            return True
    return False


def _color_in(rgb: NDArray[np.uint8], labels: NDArray[np.int32], index: int) -> Color:
    """Return the most frequent colour of an area."""
    values, counts = np.unique(rgb[labels == index], axis=0, return_counts=True)
    red, green, blue = (int(value) for value in values[counts.argmax()])
    return red, green, blue, 255


def _are_alike(one: Box, other: Box) -> bool:
    def ratio(a: int, b: int) -> float:
        return max(a, b) / min(a, b)

    return (
        ratio(one[2] - one[0], other[2] - other[0]) <= ALIKE
        and ratio(one[3] - one[1], other[3] - other[1]) <= ALIKE
    )


def _are_near(one: Box, other: Box) -> bool:
    """Tell whether two boxes are neighbours in a row or a column."""
    for along, across in ((0, 1), (1, 0)):
        side = one[across + 2] - one[across]
        level = abs(one[across] - other[across]) <= side / 5
        gap = max(one[along], other[along]) - min(one[along + 2], other[along + 2])
        if level and gap <= GROUP_GAP * (one[along + 2] - one[along]):
            return True
    return False


def _chains(swatches: Sequence[Swatch], along: int) -> list[list[int]]:
    """Chain neighbours along an axis (0 = rows, 1 = columns), each in order."""
    across = 1 - along
    order = sorted(range(len(swatches)), key=lambda index: swatches[index].box[along])
    chains: list[list[int]] = []
    for index in order:
        box = swatches[index].box
        side, height = box[along + 2] - box[along], box[across + 2] - box[across]
        best: tuple[int, list[int]] | None = None
        for chain in chains:
            last = swatches[chain[-1]].box
            gap = box[along] - last[along + 2]
            level = abs(box[across] - last[across]) <= height / 2
            if level and -side / 2 <= gap <= GROUP_GAP * side and (best is None or gap < best[0]):
                best = gap, chain
        if best is None:
            chains.append([index])
        else:
            best[1].append(index)
    return chains


def _tightness(swatches: Sequence[Swatch], chains: list[list[int]], along: int) -> float:
    """Return the mean gap inside chains of at most four, in sides; large where there is none.

    Longer chains are lists of parts.
    """
    gaps: list[float] = []
    for chain in chains:
        for one, other in pairwise(chain):
            a, b = swatches[one].box, swatches[other].box
            gaps.append((b[along] - a[along + 2]) / (a[along + 2] - a[along]))
    if not gaps:
        return float("inf")
    longest = max(len(chain) for chain in chains)
    return float(np.mean(gaps)) + (GROUP_GAP if longest > MOST_TONES else 0.0)


def _in_reading_order(
    swatches: Sequence[Swatch], chains: list[list[int]], along: int
) -> list[list[int]]:
    """Sort blocks of chains along the axis, and the chains of a block across it."""

    def extent(chain: list[int]) -> tuple[int, int]:
        return swatches[chain[0]].box[along], swatches[chain[-1]].box[along + 2]

    blocks: list[tuple[int, list[list[int]]]] = []
    for chain in sorted(chains, key=extent):
        start, end = extent(chain)
        if blocks and start < blocks[-1][0]:
            blocks[-1][1].append(chain)
            blocks[-1] = max(blocks[-1][0], end), blocks[-1][1]
        else:
            blocks.append((end, [chain]))
    return [
        chain
        for _, block in blocks
        for chain in sorted(block, key=lambda chain: swatches[chain[0]].box[1 - along])
    ]


def _brightness(swatch: Swatch) -> float:
    red, green, blue, _ = swatch.color
    return 0.3 * red + 0.59 * green + 0.11 * blue


def _box_of(bbox: NDArray[np.int32]) -> Box:
    x, y, width, height = (int(value) for value in bbox)
    return x, y, x + width, y + height
