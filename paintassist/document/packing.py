"""Label maps squeezed for keeping: a few ten kilobytes instead of ten megabytes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from paintassist.core.segments import Segments, segments_from_labels

LEVEL = 1


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
        zlib of the rows of uint8.
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
    if inks.max() > 4:
        raise ValueError("inks out of range")
    shape = packed.height, packed.width
    # No copies: a large cel is heavy enough. The arrays are read-only.
    return segments_from_labels(
        labels.reshape(shape).astype(np.int32, copy=False), inks.reshape(shape)
    )


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
