"""Content hashes of drawings."""

from __future__ import annotations

import hashlib

import numpy as np

from paintassist.core.segments import Segments


def content_key(segments: Segments) -> str:
    """Return a hash that is equal for equal label maps and inks, and else differs."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(str(segments.labels.shape).encode())
    digest.update(np.ascontiguousarray(segments.labels).data)
    digest.update(np.ascontiguousarray(segments.inks).data)
    return digest.hexdigest()
