"""The view transform: where an image pixel lies on the widget. Knows no Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

MIN_SCALE = 1 / 32
MAX_SCALE = 64.0

Point = tuple[float, float]
"""x, y; the name says the space: `pos_image` in image pixels, `pos_widget` in widget units."""

Size = tuple[float, float]
"""Width, height."""

Rect = tuple[float, float, float, float]
"""x, y, width, height."""


Matrix = tuple[float, float, float, float]
"""a, b, c, d of x' = a x + b y, y' = c x + d y."""


@dataclass(frozen=True)
class ViewTransform:
    """Maps image to widget positions: scaled, mirrored, turned, then moved by `offset`.

    Attributes
    ----------
    scale : float
        Widget units per image pixel.
    offset : Point
        Where the image's top left corner lies on the widget.
    angle : float
        Degrees clockwise, 0 <= angle < 360.
    mirrored : bool
        Left and right are swapped before turning.
    """

    scale: float = 1.0
    offset: Point = (0.0, 0.0)
    angle: float = 0.0
    mirrored: bool = False

    @cached_property
    def matrix(self) -> Matrix:
        """Scale, mirror and turn; quarter turns are exact."""
        quarter, rest = divmod(self.angle, 90.0)
        if rest == 0:
            cos, sin = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(quarter) % 4]
        else:
            cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        side = -1.0 if self.mirrored else 1.0
        scale = self.scale
        return scale * cos * side, -scale * sin, scale * sin * side, scale * cos

    @property
    def is_upright(self) -> bool:
        """Whether rows of the image are rows of the widget, in whichever direction."""
        return self.angle % 180 == 0

    def to_widget(self, pos_image: Point) -> Point:
        """Return where an image position lies on the widget."""
        a, b, c, d = self.matrix
        x, y = pos_image
        return a * x + b * y + self.offset[0], c * x + d * y + self.offset[1]

    def to_image(self, pos_widget: Point) -> Point:
        """Return which image position lies under a widget position."""
        a, b, c, d = self.matrix
        x, y = pos_widget[0] - self.offset[0], pos_widget[1] - self.offset[1]
        size = a * d - b * c
        return (d * x - b * y) / size, (a * y - c * x) / size

    def rect_to_widget(self, rect_image: Rect) -> Rect:
        """Return the upright widget rectangle around an image rectangle."""
        return _around(self.to_widget(corner) for corner in _corners(rect_image))

    def rect_to_image(self, rect_widget: Rect) -> Rect:
        """Return the upright image rectangle around a widget rectangle."""
        return _around(self.to_image(corner) for corner in _corners(rect_widget))

    def panned(self, dx: float, dy: float) -> ViewTransform:
        """Return the view moved by widget units."""
        return replace(self, offset=(self.offset[0] + dx, self.offset[1] + dy))

    def zoomed(self, factor: float, anchor_widget: Point) -> ViewTransform:
        """Return the view zoomed so that the pixel under `anchor_widget` stays there."""
        scale = min(max(self.scale * factor, MIN_SCALE), MAX_SCALE)
        return replace(self, scale=scale)._holding(self.to_image(anchor_widget), anchor_widget)

    def turned(self, degrees: float, anchor_widget: Point) -> ViewTransform:
        """Return the view turned clockwise about a widget position."""
        turned = replace(self, angle=(self.angle + degrees) % 360)
        return turned._holding(self.to_image(anchor_widget), anchor_widget)

    def flipped(self, anchor_widget: Point) -> ViewTransform:
        """Return the view with left and right of the widget swapped about a position."""
        flipped = replace(self, angle=-self.angle % 360, mirrored=not self.mirrored)
        return flipped._holding(self.to_image(anchor_widget), anchor_widget)

    def upright(self, anchor_widget: Point) -> ViewTransform:
        """Return the view neither turned nor mirrored."""
        upright = replace(self, angle=0.0, mirrored=False)
        return upright._holding(self.to_image(anchor_widget), anchor_widget)

    def centred_on(self, pos_image: Point, size_widget: Size) -> ViewTransform:
        """Return the view with an image position in the middle of the widget."""
        return self._holding(pos_image, (size_widget[0] / 2, size_widget[1] / 2))

    def _holding(self, pos_image: Point, pos_widget: Point) -> ViewTransform:
        """Return the view moved so that an image position lies at a widget position."""
        x, y = self.to_widget(pos_image)
        return self.panned(pos_widget[0] - x, pos_widget[1] - y)

    def snapped(self, pixel_ratio: float = 1.0) -> ViewTransform:
        """Return the view with the image's corner on a device pixel, so pixels stay crisp."""
        x, y = (math.floor(value * pixel_ratio + 0.5) / pixel_ratio for value in self.offset)
        return replace(self, offset=(x, y))

    def kept_in_sight(self, size_image: Size, size_widget: Size, margin: float) -> ViewTransform:
        """Return the view moved so that at least `margin` units of the image stay visible."""
        rect = self.rect_to_widget((0, 0, *size_image))
        moved = []
        for start, length, widget in zip(rect[:2], rect[2:], size_widget, strict=True):
            keep = min(margin, length, widget)
            moved.append(min(max(start, keep - length), widget - keep) - start)
        return self.panned(moved[0], moved[1])


def fit_rect(
    rect_image: Rect, size_widget: Size, margin: float = 16.0, like: ViewTransform | None = None
) -> ViewTransform:
    """Return the view that shows a whole image rectangle, centred, with a margin around it.

    It is turned and mirrored as `like` is.
    """
    x, y, width, height = rect_image
    flat = replace(like or ViewTransform(), scale=1.0)
    _, _, across, down = flat.rect_to_widget(rect_image)
    room = (max(size_widget[0] - 2 * margin, 1.0), max(size_widget[1] - 2 * margin, 1.0))
    scale = min(room[0] / max(across, 1e-9), room[1] / max(down, 1e-9))
    scale = min(max(scale, MIN_SCALE), MAX_SCALE)
    return replace(flat, scale=scale).centred_on((x + width / 2, y + height / 2), size_widget)


def _corners(rect: Rect) -> tuple[Point, ...]:
    x, y, width, height = rect
    return (x, y), (x + width, y), (x, y + height), (x + width, y + height)


def _around(points: Iterable[Point]) -> Rect:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
