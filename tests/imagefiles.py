"""Image files made byte by byte, so that our reader is not checked against its own library."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    values: NDArray[np.integer],
    kind: int,
    depth: int = 8,
    *,
    palette: bytes = b"",
    transparency: bytes = b"",
) -> bytes:
    """Encode (H, W) or (H, W, C) samples of `depth` bits as PNG."""
    height, width = values.shape[:2]
    rows = values.reshape(height, -1)
    if depth == 16:
        lines = [b"\0" + row.astype(">u2").tobytes() for row in rows]
    elif depth == 8:
        lines = [b"\0" + row.astype(np.uint8).tobytes() for row in rows]
    else:
        lines = [b"\0" + pack_bits(row, depth) for row in rows]
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))
        + (png_chunk(b"PLTE", palette) if palette else b"")
        + (png_chunk(b"tRNS", transparency) if transparency else b"")
        + png_chunk(b"IDAT", zlib.compress(b"".join(lines)))
        + png_chunk(b"IEND", b"")
    )


def pack_bits(row: NDArray[np.integer], depth: int) -> bytes:
    """Pack samples into bytes, the first one highest."""
    bits = "".join(f"{int(value):0{depth}b}" for value in row)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def tga(pixels: NDArray[np.uint8], *, rle: bool, bottom_up: bool) -> bytes:
    """Encode (H, W, 3 or 4) RGB(A) as TGA of 24 or 32 bits."""
    height, width, channels = pixels.shape
    order = [2, 1, 0, 3][:channels]
    flags = (8 if channels == 4 else 0) | (0 if bottom_up else 0x20)
    header = struct.pack(
        "<BBBHHBHHHHBB", 0, 0, 10 if rle else 2, 0, 0, 0, 0, 0, width, height, 8 * channels, flags
    )
    rows = pixels[::-1] if bottom_up else pixels
    body = b"".join(tga_row(row[:, order]) if rle else row[:, order].tobytes() for row in rows)
    return header + body


def tga_row(row: NDArray[np.uint8]) -> bytes:
    """Run-length encode one row: runs of equal pixels, single pixels as literals."""
    out, at = b"", 0
    while at < len(row):
        end = at + 1
        while end < len(row) and end - at < 128 and (row[end] == row[at]).all():
            end += 1
        out += bytes([0x80 | (end - at - 1) if end - at > 1 else 0]) + row[at].tobytes()
        at = end
    return out
