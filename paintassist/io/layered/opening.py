"""Tells layered files by their first bytes, whatever their names say, and opens them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from paintassist.core.errors import InputError
from paintassist.io.layered.file import CheckSize, LayeredFile, Pixels
from paintassist.io.layered.ora import open_ora
from paintassist.io.layered.psd import open_psd

PSD_MAGIC, ZIP_MAGIC, CLIP_MAGIC = b"8BPS", b"PK\x03\x04", b"CSFCHUNK"
ORA_TYPE = b"image/openraster"
EXTENSIONS = (".psd", ".psb", ".ora")
# Enough of a file to tell it by.
HEAD = 80


def is_layered(head: bytes) -> bool:
    """Tell by its first bytes whether a file is one of ours, whatever its name says."""
    return head.startswith((PSD_MAGIC, CLIP_MAGIC)) or is_openraster(head)


def is_openraster(head: bytes) -> bool:
    """Tell whether a ZIP file begins as OpenRaster has to: with its type, not compressed."""
    return head.startswith(ZIP_MAGIC) and ORA_TYPE in head[:80]


def open_layered(
    path: Path, stream: BinaryIO, check_size: CheckSize, decode: Callable[[BinaryIO], Pixels]
) -> LayeredFile:
    """Read a layered file's list of layers; pixels are read when they are asked for.

    Parameters
    ----------
    path : Path
        For sentences.
    stream : binary file
        Stays open as long as pixels are read.
    check_size : function of path, width, height
        Raises InputError where a picture is too large.
    decode : function of a binary file
        Reads a flat picture that lies inside.

    Raises
    ------
    InputError
        If it is a Clip Studio file, or has pixels that are not 8 or 16 bits a channel.
    """
    stream.seek(0)
    head = stream.read(80)
    stream.seek(0)
    if head.startswith(CLIP_MAGIC):
        raise InputError(
            f"{path} is a Clip Studio file, which cannot be read here; "
            "save it there as PSD (File > Save Duplicate) and open that"
        )
    if head.startswith(PSD_MAGIC):
        return open_psd(path, stream, head, check_size)
    return open_ora(path, stream, check_size, decode)
