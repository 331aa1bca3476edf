"""Which frames keep their label map unpacked."""

from __future__ import annotations

from paintassist.document.frame import Frame

# 1080p takes 10 MB each.
MOST_UNPACKED = 24


class Unpacked:
    """The frames used last; those used longer ago give their pixels back."""

    def __init__(self) -> None:
        self._frames: list[Frame] = []

    def keep(self, frame: Frame) -> None:
        """Note that a frame is used now."""
        if self._frames and self._frames[-1] is frame:
            return
        frames = [kept for kept in self._frames if kept is not frame] + [frame]
        for old in frames[:-MOST_UNPACKED]:
            old.release_pixels()
        self._frames = frames[-MOST_UNPACKED:]
