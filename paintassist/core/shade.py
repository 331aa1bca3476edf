"""Light and shadow: what an annotation says of a segment."""

from __future__ import annotations

from enum import IntEnum


class Shade(IntEnum):
    """Which tone of its part a segment takes; `UNSAID` leaves it to the engine.

    `SHADOW` is either shadow, for annotations that do not tell them apart.
    """

    UNSAID = 0
    HIGHLIGHT = 1
    NORMAL = 2
    SHADOW = 3
    SHADOW_1 = 4
    SHADOW_2 = 5
