"""A sheet read as a whole: its figures, its swatches, and a report of what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import binarize
from paintassist.core.palette import hex_of
from paintassist.core.references import clear_background
from paintassist.core.segments import Segments, segment
from paintassist.core.sheets.colors import FigureColors, figure_colors
from paintassist.core.sheets.figures import Figure, find_figures
from paintassist.core.sheets.paper import Mask, look_at, paper_color
from paintassist.core.sheets.relining import LineReading, segment_figure
from paintassist.core.sheets.swatches import Box, Swatch, find_swatches

# Colours of a sheet agree with a swatch up to this much a channel.
TOLERANCE = 8
# Neighbours inside a swatch of a compressed picture differ by up to this much.
NOISE = 6
MOST_COLORS_SAID = 12


@dataclass(frozen=True, eq=False)
class SheetPlan:
    """What lies on a sheet, as found, or as the painter adjusted it.

    Attributes
    ----------
    figures : tuple of Figure
    swatches : tuple of Swatch
        In the sheet's order.
    drawn : (H, W) bool or None
        What belongs to drawings; None if everything does.
    paper : (int, int, int) or None
        The paper's colour; None if it is transparent.
    """

    figures: tuple[Figure, ...]
    swatches: tuple[Swatch, ...] = ()
    drawn: Mask | None = None
    paper: tuple[int, int, int] | None = None

    @property
    def paper_is_a_color(self) -> bool:
        """Whether areas of the paper's colour may be painted with it: a swatch says so."""
        colors = [swatch.color[:3] for swatch in self.swatches]
        return not colors or self.paper in colors

    @property
    def is_plain(self) -> bool:
        """Whether the sheet is one painted drawing and nothing else."""
        return len(self.figures) <= 1 and not self.swatches

    def with_figure(self, number: int, figure: Figure) -> SheetPlan:
        """Return the plan with another figure in place of one."""
        figures = (*self.figures[:number], figure, *self.figures[number + 1 :])
        return replace(self, figures=figures)

    def without_figure(self, number: int) -> SheetPlan:
        """Return the plan without a figure."""
        return replace(self, figures=(*self.figures[:number], *self.figures[number + 1 :]))

    def with_new_figure(self, box: Box) -> SheetPlan:
        """Return the plan with a figure where a painter drew a rectangle, as the last one.

        Where nothing of a drawing was found in it, all of it belongs to the drawing.
        """
        drawn = self.drawn
        left, top, right, bottom = box
        if drawn is not None and not drawn[top:bottom, left:right].any():
            drawn = drawn.copy()
            drawn[top:bottom, left:right] = True
        return replace(self, figures=(*self.figures, Figure(box)), drawn=drawn)


@dataclass(frozen=True, eq=False)
class ReadFigure:
    """One figure as a reference.

    Attributes
    ----------
    figure : Figure
    segments : Segments
        Of the figure's rectangle.
    colors : FigureColors
    """

    figure: Figure
    segments: Segments
    colors: FigureColors


@dataclass(frozen=True)
class Reading:
    """How a sheet is read.

    Attributes
    ----------
    lines : LineReading
    tolerance : int
        See `figure_colors`.
    """

    lines: LineReading = field(default_factory=LineReading)
    tolerance: int = TOLERANCE


def plan_sheet(rgba: NDArray[np.uint8]) -> SheetPlan:
    """Find figures and swatches on a sheet.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
        Straight alpha.

    Returns
    -------
    SheetPlan
        With one figure, the whole picture, where none was found.
    """
    sheet = look_at(rgba)
    swatches = find_swatches(sheet) or find_swatches(sheet, NOISE)
    figures, drawn = find_figures(sheet, swatches)
    height, width = sheet.ink.shape
    paper = None
    if not (rgba[..., 3] < 128).any():
        red, green, blue = (int(value) for value in paper_color(rgba))
        paper = red, green, blue
    if not figures:
        whole = Figure((0, 0, width, height))
        return SheetPlan((whole,), tuple(swatches), paper=paper)
    return SheetPlan(tuple(figures), tuple(swatches), drawn, paper)


def cut_figure(rgba: NDArray[np.uint8], plan: SheetPlan, figure: Figure) -> NDArray[np.uint8]:
    """Return a figure's rectangle of an (H, W, 4) sheet, transparent where nothing is drawn."""
    left, top, right, bottom = figure.box
    cut = rgba[top:bottom, left:right].copy()
    if plan.drawn is not None:
        cut[~plan.drawn[top:bottom, left:right]] = 0
    return cut


def read_figure(
    rgba: NDArray[np.uint8],
    plan: SheetPlan,
    figure: Figure,
    reading: Reading | None = None,
    lines: NDArray[np.uint8] | None = None,
) -> ReadFigure:
    """Read one figure: lines, areas, colours.

    Parameters
    ----------
    rgba : (H, W, 4) uint8
        The sheet, or its paint alone where `lines` are given.
    plan : SheetPlan
    figure : Figure
    reading : Reading or None
    lines : (H, W, 4) uint8 or None
        Line art of the sheet, where it has a layer of its own.
    """
    reading = reading or Reading()
    painting = cut_figure(rgba, plan, figure)
    swatches = [swatch.color[:3] for swatch in plan.swatches]
    soft = False
    if lines is None:
        segments, soft = segment_figure(painting, reading.lines, swatches)
    else:
        segments = segment(binarize(cut_figure(lines, plan, figure)))
    colors = figure_colors(segments, painting, swatches, reading.tolerance, soft)
    if not plan.paper_is_a_color and plan.paper is not None:
        bare = (colors.rgba[:, :3] == plan.paper).all(axis=1)
        colors.rgba[bare] = 0
        off = tuple(color for color in colors.off_sheet if color != plan.paper)
        colors = FigureColors(colors.rgba, colors.known, off)
    if plan.drawn is None and lines is None:
        cleared = clear_background(segments, painting, colors.rgba)
        colors = FigureColors(cleared, colors.known, colors.off_sheet)
    return ReadFigure(figure, segments, colors)


def report(plan: SheetPlan, figures: Sequence[ReadFigure]) -> list[str]:
    """Say in sentences what of a sheet could not be read."""
    said: list[str] = []
    for number, item in enumerate(figures, start=1):
        unread = int(np.count_nonzero(~item.colors.known[1:]))
        if item.segments.count <= 1:
            said.append(f"figure {number} has no closed area; lower the line threshold")
        elif unread:
            said.append(
                f"figure {number}: {unread} areas are blends alone, their colours are left open"
            )
    off = dict.fromkeys(color for item in figures for color in item.colors.off_sheet)
    for color in list(off)[:MOST_COLORS_SAID]:
        said.append(f"{hex_of(color)} is painted but has no swatch; it is used as it is")
    if len(off) > MOST_COLORS_SAID:
        said.append(f"{len(off) - MOST_COLORS_SAID} more colours are painted but have no swatch")
    used = {tuple(row[:3]) for item in figures for row in item.colors.rgba[1:].tolist()}
    for swatch in plan.swatches:
        if figures and swatch.color[:3] not in used:
            said.append(
                f"the swatch {hex_of(swatch.color)} (part {swatch.group + 1}, "
                f"{swatch.tone}) is in no figure"
            )
    return said
