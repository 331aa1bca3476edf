"""Which characters can be drawn, from what is at hand."""

from __future__ import annotations

import logging
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from paintassist.core.errors import InputError
from paintassist.training import rig2d
from paintassist.training.cel import Character
from paintassist.training.sources import Sampler

if TYPE_CHECKING:
    from paintassist.training.render3d import CharacterFile, Library

log = logging.getLogger(__name__)

# The rig draws what the 3D characters lack (close-ups), so it draws more often.
RIG_SHARE, MODEL_SHARE = 0.7, 0.3
# What a damaged character file can make its reader raise.
UNREADABLE = (OSError, ValueError, KeyError, IndexError, TypeError, struct.error, OverflowError)
# Characters that may turn out unreadable in a row.
PATIENCE = 20


class ModelSampler:
    """Draws variants of 3D characters; an unreadable one is told once and passed over.

    Parameters
    ----------
    library : Library
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._told: set[str] = set()

    def __call__(self, rng: np.random.Generator) -> Character:
        """Return any character.

        Raises
        ------
        InputError
            If none can be read.
        """
        from paintassist.training import render3d

        problem = "there are none"
        for _ in range(PATIENCE):
            try:
                return render3d.sample_character(rng, self.library)
            except UNREADABLE as error:
                problem = str(error)
                if problem not in self._told:
                    self._told.add(problem)
                    log.warning("a 3D character is left out: %s", problem.rstrip("."))
        raise InputError(f"no 3D character can be read ({problem.rstrip('.')}); check --characters")


def samplers(
    characters: Path | None = None, motions: Path | None = None
) -> Mapping[str, tuple[float, Sampler]]:
    """Return the generators there are, with the share of characters each should draw.

    Parameters
    ----------
    characters : Path, optional
        A folder of GLB and VRM files, or the file that `pack_characters` made of one.
    motions : Path, optional
        A folder of GLB and BVH motions, for a folder of characters.

    Raises
    ------
    InputError
        If the characters cannot be read.
    """
    found: dict[str, tuple[float, Sampler]] = {"rig2d": (RIG_SHARE, rig2d.sample_character)}
    if characters is not None:
        found["render3d"] = (MODEL_SHARE, ModelSampler(open_library(characters, motions)))
    return found


def open_library(characters: Path, motions: Path | None) -> Library:
    """Open 3D characters; see `samplers`."""
    from paintassist.training import render3d

    try:
        if characters.is_file():
            return render3d.Library.open(characters)
        if not characters.exists():
            raise InputError(f"{characters} does not exist; check --characters")
        if motions is None:
            raise InputError(
                f"{characters} is a folder of characters; name their motions as well (--motions)"
            )
        return render3d.Library.from_folders(characters, motions)
    except InputError:
        raise
    except UNREADABLE as error:
        sentence = str(error).rstrip(".")
        raise InputError(f"{sentence}; remove it, or name another file or folder") from error


def pack_characters(
    characters: Path,
    motions: Path | None,
    out: Path,
    progress: Callable[[int, int, str], None],
    notify: Callable[[str], None],
) -> int:
    """Write one small file with all that drawing 3D characters needs.

    Characters that cannot be read are told and left out.

    Returns
    -------
    int
        How many characters it holds.

    Raises
    ------
    InputError
        If none can be read, or the file cannot be written.
    """
    from paintassist.training.render3d.pack import model_arrays, motion_arrays, write_pack

    library = open_library(characters, motions)
    models = {}
    for number, entry in enumerate(library.characters):
        progress(number, len(library.characters), entry.name)
        if _is_readable(entry, notify):
            models[entry.name] = model_arrays(entry.model)
    if not models:
        raise InputError(f"{characters} holds no character that can be read; name another folder")
    try:
        write_pack(out, models, motion_arrays(library.motions[1:]))
    except OSError as error:
        out.with_name(out.name + ".part").unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise InputError(f"{out} cannot be written ({reason}); choose another place") from error
    return len(models)


def _is_readable(entry: CharacterFile, notify: Callable[[str], None]) -> bool:
    try:
        return entry.model is not None
    except UNREADABLE as error:
        notify(f"{entry.path.name} is left out: {str(error).rstrip('.')}")
        return False
