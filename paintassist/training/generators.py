"""Which characters can be drawn, from what is at hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.training import rig2d
from paintassist.training.sources import Sampler

# The rig draws what the 3D characters lack (close-ups), so it draws more often.
RIG_SHARE, MODEL_SHARE = 0.7, 0.3


def samplers(
    characters: Path | None = None, motions: Path | None = None
) -> Mapping[str, tuple[float, Sampler]]:
    """Return the generators there are, with the share of characters each should draw.

    Parameters
    ----------
    characters : Path, optional
        A folder of GLB and VRM files, or the file that `render3d.pack` made of one.
    motions : Path, optional
        A folder of GLB and BVH motions, for a folder of characters.

    Raises
    ------
    InputError
        If the characters cannot be read.
    """
    found: dict[str, tuple[float, Sampler]] = {"rig2d": (RIG_SHARE, rig2d.sample_character)}
    if characters is None:
        return found
    from paintassist.training import render3d

    try:
        if characters.is_file():
            library = render3d.Library.open(characters)
        elif motions is not None:
            library = render3d.Library.from_folders(characters, motions)
        else:
            raise InputError(f"{characters} is a folder of characters; name their motions as well")
    except (OSError, ValueError) as error:
        raise InputError(str(error)) from error
    found["render3d"] = (MODEL_SHARE, lambda rng: render3d.sample_character(rng, library))
    return found
