"""Content hashes of drawings."""

from __future__ import annotations

from paintassist.core.segments import Segments


def content_key(segments: Segments) -> str:
    """Return a hash that is equal for equal label maps and inks, and else differs."""
    return segments.key
