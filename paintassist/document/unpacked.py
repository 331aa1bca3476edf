"""Which frames keep their label map unpacked."""

from __future__ import annotations

from paintassist.document.frame import Frame

# 1080p takes 10 MB each, 8192 x 8192 takes 335 MB.
MOST_UNPACKED = 24
MOST_PIXELS = 120_000_000


class Unpacked:
    """The frames used last; those used longer ago give their pixels back.

    At most `MOST_UNPACKED` of them, and of `MOST_PIXELS` together, but always the last one.
    """

    def __init__(self) -> None:
        self._frames: list[Frame] = []

    def keep(self, frame: Frame) -> None:
        """Note that a frame is used now."""
        if self._frames and self._frames[-1] is frame:
            return
        frames = [kept for kept in self._frames if kept is not frame] + [frame]
        first, left = len(frames), MOST_PIXELS
        for old in reversed(frames[-MOST_UNPACKED:]):
            left -= _pixels(old)
            if left < 0 and first < len(frames):
                break
            first -= 1
        for old in frames[:first]:
            old.release_pixels()
        self._frames = frames[first:]


def _pixels(frame: Frame) -> int:
    return frame.packed.width * frame.packed.height if frame.packed else 0
