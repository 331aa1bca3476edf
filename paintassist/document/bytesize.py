"""How much memory an edit keeps."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import numpy as np

# What an object without arrays or bytes holds, roughly.
SMALL = 64


def bytes_of(thing: object) -> int:
    """Return about how many bytes an edit or a part of one holds."""
    if isinstance(thing, np.ndarray):
        return SMALL + thing.nbytes
    if isinstance(thing, bytes | str):
        return SMALL + len(thing)
    if isinstance(thing, tuple | list):
        return SMALL + sum(bytes_of(part) for part in thing)
    if is_dataclass(thing):
        return SMALL + sum(bytes_of(getattr(thing, part.name)) for part in fields(thing))
    return SMALL
