"""From files to label maps, with a sentence for everything that can be wrong with them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.lines import read_lines
from paintassist.core.references import clear_background, segment_colors, segment_painting
from paintassist.core.retouch import UNTOUCHED, apply_retouch
from paintassist.core.segments import Segments, check_count, segment
from paintassist.document.packing import pack_segments, unpack_segments
from paintassist.document.requests import LoadedFrame, LoadFrame, LoadSheet
from paintassist.document.sheet import LoadedSheet

ReadImage = Callable[[Path], NDArray[np.uint8]]
"""Reads a file to (H, W, 4) uint8, straight alpha; raises InputError."""


def load_frame(request: LoadFrame, read: ReadImage) -> LoadedFrame:
    """Find the segments of a frame, or unpack them if they are known.

    Bad input becomes the result's `problem`.
    """
    if request.packed is not None:
        # A label map that cannot be unpacked is found anew in the drawing.
        with suppress(ValueError):
            segments = unpack_segments(request.packed)
            return LoadedFrame(
                request.frame, request.packed, segments, generation=request.generation
            )
    try:
        segments, problem = _segment_file(request, read)
    except InputError as error:
        return LoadedFrame(request.frame, problem=str(error), generation=request.generation)
    assert request.path is not None
    return LoadedFrame(
        request.frame,
        pack_segments(segments),
        segments,
        file_hash(request.path),
        problem,
        request.generation,
    )


def _segment_file(request: LoadFrame, read: ReadImage) -> tuple[Segments, str]:
    """Return the segments of the line art and what is odd about them, if anything is."""
    if request.path is None:
        raise InputError(f"frame '{request.frame}' has no line art; add its file again")
    lines = read_lines(read(request.path), request.lines)
    segments = segment(lines.inks, request.lines, lines.guides)
    check_count(segments, request.path)
    if request.retouch != UNTOUCHED:
        segments = apply_retouch(segments, request.retouch, request.lines)
    if segments.count == 0:
        raise InputError(
            f"{request.path.name} has no closed segment, it is line all over; "
            "check the file or the line threshold"
        )
    if not lines.inks.any():
        return segments, f"{request.path.name} is blank; check whether it is the line art"
    return segments, ""


def load_sheet(request: LoadSheet, read: ReadImage) -> LoadedSheet:
    """Find the segments of a sheet and their colours.

    Raises
    ------
    InputError
        If a file cannot be used, or the two do not go together.
    """
    painting = read(request.painting)
    if request.line is None:
        segments = segment_painting(painting)
    else:
        inks = read_lines(read(request.line), request.lines).inks
        if inks.shape != painting.shape[:2]:
            raise InputError(
                f"{request.painting.name} is {painting.shape[1]} x {painting.shape[0]} but its "
                f"line art {request.line.name} is {inks.shape[1]} x {inks.shape[0]}; "
                "export both at one size"
            )
        segments = segment(inks, request.lines)
    check_count(segments, request.painting)
    if segments.count == 0:
        raise InputError(f"{request.painting.name} has no closed segment; check the file")
    return LoadedSheet(
        request.name,
        request.painting,
        request.line,
        pack_segments(segments),
        clear_background(segments, painting, segment_colors(segments, painting)),
        file_hash(request.painting),
    )


def file_hash(path: Path) -> str:
    """Return a hash of the file's bytes; empty if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
    except OSError:
        return ""
