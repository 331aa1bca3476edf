"""Label maps squeezed for keeping: a few ten kilobytes instead of ten megabytes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import Ink
from paintassist.core.segments import Segments, segments_from_labels

LEVEL = 1
INKS = len(Ink)
# From this value on a pixel has two inks: that of the file and that of the retouch.
RETOUCHED = INKS
# From this value on a pixel is paper, filled with the guide of number value - GUIDED + 1.
GUIDED = 64


@dataclass(frozen=True)
class PackedSegments:
    """A label map and its inks, compressed.

    Attributes
    ----------
    width, height : int
    count : int
        Number of segments.
    labels : bytes
        zlib of the rows of little-endian int32.
    inks : bytes
        zlib of the rows of uint8: the ink, or where a retouch changed it
        `RETOUCHED` + `INKS` x the ink of the file + the ink; on paper that is filled with a
        guide `GUIDED` + its number.
    """

    width: int
    height: int
    count: int
    labels: bytes
    inks: bytes


def pack_segments(segments: Segments) -> PackedSegments:
    """Compress the label map and inks; the rest can be counted again."""
    width, height = segments.size
    labels = np.ascontiguousarray(segments.labels, dtype="<i4")
    inks = np.ascontiguousarray(segments.inks)
    if segments.drawn is not None:
        both = RETOUCHED + INKS * segments.drawn + inks
        inks = np.where(inks == segments.drawn, inks, both).astype(np.uint8)
    if segments.guides is not None:
        filled = (segments.guides > 0) & (inks == Ink.NONE)
        inks = np.where(filled, GUIDED - 1 + segments.guides, inks).astype(np.uint8)
    return PackedSegments(
        width,
        height,
        segments.count,
        zlib.compress(labels.data, LEVEL),
        zlib.compress(inks.data, LEVEL),
    )


def unpack_segments(packed: PackedSegments) -> Segments:
    """Undo `pack_segments`.

    Raises
    ------
    ValueError
        If the bytes are not what the sizes promise.
    """
    pixels = packed.width * packed.height
    labels = np.frombuffer(_inflate(packed.labels, 4 * pixels), "<i4")
    inks = np.frombuffer(_inflate(packed.inks, pixels), np.uint8)
    if pixels == 0 or labels.min() < 0 or int(labels.max()) != packed.count:
        raise ValueError("label map does not hold the segments it promises")
    shape = packed.height, packed.width
    inks, guides = _guides_apart(inks.reshape(shape))
    inks, drawn = _told_apart(inks)
    # No copies: a large cel is heavy enough. The arrays are read-only.
    labels = labels.reshape(shape).astype(np.int32, copy=False)
    return segments_from_labels(labels, inks, drawn, guides)


def _guides_apart(
    values: NDArray[np.uint8],
) -> tuple[NDArray[np.uint8], NDArray[np.uint8] | None]:
    """Return the values without guides, and the guides if there are any."""
    filled = values >= GUIDED
    if not filled.any():
        return values, None
    guides = np.where(filled, values - (GUIDED - 1), 0).astype(np.uint8)
    return np.where(filled, Ink.NONE, values).astype(np.uint8), guides


def _told_apart(
    inks: NDArray[np.uint8],
) -> tuple[NDArray[np.uint8], NDArray[np.uint8] | None]:
    """Return the inks, and those of the file where there are others."""
    highest = inks.max()
    if highest < RETOUCHED:
        return inks, None
    if highest >= RETOUCHED + INKS * INKS:
        raise ValueError("inks out of range")
    value = np.arange(RETOUCHED + INKS * INKS, dtype=np.uint8)
    now, before = value.copy(), value.copy()
    before[RETOUCHED:], now[RETOUCHED:] = np.divmod(value[RETOUCHED:] - RETOUCHED, INKS)
    return now[inks], before[inks]


def _inflate(data: bytes, size: int) -> bytes:
    """Decompress exactly `size` bytes; never more, whatever the data say."""
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(data, size)
        rest = inflater.decompress(inflater.unconsumed_tail, 1)
    except zlib.error as error:
        raise ValueError(f"damaged label map: {error}") from error
    if len(plain) != size or rest or not inflater.eof:
        raise ValueError("damaged label map: wrong size")
    return plain
