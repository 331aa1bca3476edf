"""Painted drawings for the training: folders of characters, and projects."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import pack_colors
from paintassist.core.segments import Segments
from paintassist.document.packing import unpack_segments
from paintassist.io.layouts import Clip, Drawing, find_clips
from paintassist.io.project_file import open_project
from paintassist.jobs.clip import load_colors, load_segments
from paintassist.training.scenes import UNKNOWN, Painted, Scene, painted_scene

log = logging.getLogger(__name__)

# Drawings to read of a character for one scene.
DRAWINGS = 8
# Of so many characters one is held out.
HELD_OUT_EVERY = 10


class CharacterFolders:
    """Scenes of characters that somebody painted; every character is as likely as any other.

    Parameters
    ----------
    clips : sequence of Clip
        Each with two painted drawings or more.
    """

    def __init__(self, clips: Sequence[Clip]) -> None:
        self.clips = list(clips)
        self._told: set[str] = set()

    def scene(self, rng: np.random.Generator) -> Scene:
        """See `SceneSource.scene`.

        Raises
        ------
        InputError
            If the drawings that came up cannot be used.
        """
        clip = self.clips[int(rng.integers(len(self.clips)))]
        near, others = choose_drawings(clip, DRAWINGS, rng)
        read = [self._read(drawing) for drawing in near]
        found = [painted for painted in read if painted is not None]
        count = len(found)
        found += [painted for painted in map(self._read, others) if painted is not None]
        if len(found) < 2:
            raise InputError(f"{clip.root} has fewer than two drawings that can be used")
        return painted_scene(family_of(clip), found, count)

    def _read(self, drawing: Drawing) -> Painted | None:
        try:
            segments = load_segments(drawing)
            colors = load_colors(drawing, segments, exact=False)
        except InputError as error:
            if str(error) not in self._told:
                self._told.add(str(error))
                log.warning("a drawing is left out: %s", error)
            return None
        return _painted(segments, pack_colors(colors).astype(np.int64))


def choose_drawings(
    clip: Clip, count: int, rng: np.random.Generator
) -> tuple[list[Drawing], list[Drawing]]:
    """Choose neighbours of the clip, and drawings far from them or of the sheet."""
    frames, sheet = clip.painted, [item for item in clip.references if item.has_truth]
    run = min(len(frames), count // 2)
    start = int(rng.integers(0, len(frames) - run + 1))
    near = list(frames[start : start + run])
    rest = [*frames[:start], *frames[start + run :], *sheet]
    others = [rest[index] for index in rng.permutation(len(rest))[: count - run]]
    return near, others


def find_characters(folders: Sequence[Path]) -> list[Clip]:
    """Find the characters of some folders: folders themselves, or full of such.

    Raises
    ------
    InputError
        If a folder has none with two painted drawings.
    """
    found = []
    for folder in folders:
        clips = [clip for clip in find_clips(folder) if _painted_count(clip) >= 2]
        if not clips:
            raise InputError(
                f"{folder} holds no character with two painted drawings; "
                "each needs line/ and gt/ with the same names"
            )
        found += clips
    return found


def hold_out(clips: Sequence[Clip], names: Sequence[str]) -> tuple[list[Clip], list[Clip]]:
    """Split characters into those to train on and those to validate on.

    Held out are those named; if none is, every tenth, and one at least of two or more.
    """
    held = [clip for clip in clips if any(name in family_of(clip) for name in names)]
    if not held and len(clips) > 1:
        held = list(clips[HELD_OUT_EVERY - 1 :: HELD_OUT_EVERY]) or [clips[-1]]
    used = [clip for clip in clips if clip not in held]
    return used, held


def family_of(clip: Clip) -> str:
    """Return the name under which a character is held out."""
    return f"data:{clip.name}"


def read_project(path: Path) -> tuple[list[Painted], int]:
    """Read what was decided in a project.

    Returns
    -------
    drawings : list of Painted
        Frames with decisions, then sheets; colours are palette indices.
    near : int
        How many of them are frames.

    Raises
    ------
    InputError
        If the file cannot be read.
    """
    document = open_project(path, writes=False)
    try:
        frames = [
            _painted(unpack_segments(frame.packed), _known(frame.reference_colors()))
            for frame in document.frames
            if frame.packed is not None and frame.decided.any()
        ]
        sheets = [_painted(sheet.segments(), _known(sheet.colors[1:])) for sheet in document.sheets]
    except ValueError as error:
        raise InputError(f"{path.name} has a damaged drawing ({error}); add it again") from error
    finally:
        if document.store is not None:
            document.store.close()
    return [*frames, *sheets], len(frames)


def _known(colors: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.where(colors == NO_COLOR, UNKNOWN, colors).astype(np.int64)


def _painted(segments: Segments, colors: NDArray[np.int64]) -> Painted:
    return Painted(segments.labels, segments.inks, colors)


def _painted_count(clip: Clip) -> int:
    return len(clip.painted) + sum(item.has_truth for item in clip.references)
