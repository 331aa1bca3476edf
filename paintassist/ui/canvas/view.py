"""The view transform: where an image pixel lies on the widget. Knows no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

MIN_SCALE = 1 / 32
MAX_SCALE = 64.0

Point = tuple[float, float]
"""x, y; the name says the space: `pos_image` in image pixels, `pos_widget` in widget units."""

Size = tuple[float, float]
"""Width, height."""

Rect = tuple[float, float, float, float]
"""x, y, width, height."""


@dataclass(frozen=True)
class ViewTransform:
    """Maps image to widget positions: `pos_widget = pos_image * scale + offset`.

    Attributes
    ----------
    scale : float
        Widget units per image pixel.
    offset : Point
        Where the image's top left corner lies on the widget.
    """

    scale: float = 1.0
    offset: Point = (0.0, 0.0)

    def to_widget(self, pos_image: Point) -> Point:
        """Return where an image position lies on the widget."""
        return (
            pos_image[0] * self.scale + self.offset[0],
            pos_image[1] * self.scale + self.offset[1],
        )

    def to_image(self, pos_widget: Point) -> Point:
        """Return which image position lies under a widget position."""
        return (
            (pos_widget[0] - self.offset[0]) / self.scale,
            (pos_widget[1] - self.offset[1]) / self.scale,
        )

    def rect_to_widget(self, rect_image: Rect) -> Rect:
        """Return where an image rectangle lies on the widget."""
        left, top = self.to_widget(rect_image[:2])
        return left, top, rect_image[2] * self.scale, rect_image[3] * self.scale

    def panned(self, dx: float, dy: float) -> ViewTransform:
        """Return the view moved by widget units."""
        return replace(self, offset=(self.offset[0] + dx, self.offset[1] + dy))

    def zoomed(self, factor: float, anchor_widget: Point) -> ViewTransform:
        """Return the view zoomed so that the pixel under `anchor_widget` stays there."""
        scale = min(max(self.scale * factor, MIN_SCALE), MAX_SCALE)
        pos_image = self.to_image(anchor_widget)
        offset = (
            anchor_widget[0] - pos_image[0] * scale,
            anchor_widget[1] - pos_image[1] * scale,
        )
        return ViewTransform(scale, offset)

    def centred_on(self, pos_image: Point, size_widget: Size) -> ViewTransform:
        """Return the view with an image position in the middle of the widget."""
        offset = (
            size_widget[0] / 2 - pos_image[0] * self.scale,
            size_widget[1] / 2 - pos_image[1] * self.scale,
        )
        return replace(self, offset=offset)

    def snapped(self, pixel_ratio: float = 1.0) -> ViewTransform:
        """Return the view with the image's corner on a device pixel, so pixels stay crisp."""
        x, y = (math.floor(value * pixel_ratio + 0.5) / pixel_ratio for value in self.offset)
        return replace(self, offset=(x, y))

    def kept_in_sight(self, size_image: Size, size_widget: Size, margin: float) -> ViewTransform:
        """Return the view moved so that at least `margin` units of the image stay visible."""
        moved = []
        for offset, image, widget in zip(self.offset, size_image, size_widget, strict=True):
            length = image * self.scale
            keep = min(margin, length, widget)
            moved.append(min(max(offset, keep - length), widget - keep))
        return replace(self, offset=(moved[0], moved[1]))


def fit_rect(rect_image: Rect, size_widget: Size, margin: float = 16.0) -> ViewTransform:
    """Return the view that shows a whole image rectangle, centred, with a margin around it."""
    x, y, width, height = rect_image
    room = (max(size_widget[0] - 2 * margin, 1.0), max(size_widget[1] - 2 * margin, 1.0))
    scale = min(room[0] / max(width, 1e-9), room[1] / max(height, 1e-9))
    scale = min(max(scale, MIN_SCALE), MAX_SCALE)
    return ViewTransform(scale).centred_on((x + width / 2, y + height / 2), size_widget)
