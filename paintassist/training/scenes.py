"""Scenes: several drawings of one character, packed for training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.palette import pack_colors
from paintassist.training.cel import Cel, Character

LINE_SHADE = 255


@dataclass(frozen=True, eq=False)
class Scene:
    """Some frames of one character; the first `near` are neighbours in a clip.

    Attributes
    ----------
    family : str
    inks : (F, H, W) uint8
    shades : (F, H, W) uint8
        Which of the scene's colours a pixel has; `LINE_SHADE` on black lines.
    near : int
    """

    family: str
    inks: NDArray[np.uint8]
    shades: NDArray[np.uint8]
    near: int

    def __len__(self) -> int:
        return len(self.inks)


def make_scene(
    character: Character, rng: np.random.Generator, near: int, far: int, size: int
) -> Scene:
    """Draw `near` neighbouring frames and `far` frames of a character far apart."""
    views = [view for view in character.sheet() if rng.random() < 0.4][:2]
    poses = [*character.clip(rng, near), *character.poses(rng, max(0, far - len(views))), *views]
    return pack_cels(character.family, [character.draw(pose, size) for pose in poses], near)


def pack_cels(family: str, cels: Sequence[Cel], near: int) -> Scene:
    """Number the colours of some cels of one size and stack them.

    Raises
    ------
    InputError
        If the cels have more than 254 colours.
    """
    inks = np.stack([cel.inks for cel in cels])
    packed = pack_colors(np.stack([cel.paint for cel in cels]))
    colors = np.unique(packed)
    if len(colors) > LINE_SHADE:
        raise InputError(
            f"a drawing of {family} has {len(colors)} colours; 254 are the limit: flatten it first"
        )
    shades = np.searchsorted(colors, packed).astype(np.uint8)
    shades[inks == 1] = LINE_SHADE
    return Scene(family, inks, shades, near)


def save_scene(path: Path, scene: Scene) -> None:
    """Write a scene; the file appears complete or not at all."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez_compressed(
            file,
            family=np.array(scene.family),
            inks=scene.inks,
            shades=scene.shades,
            near=np.array(scene.near),
        )
    part.replace(path)


def load_scene(path: Path) -> Scene:
    """Read a scene.

    Raises
    ------
    InputError
        If the file is no scene.
    """
    try:
        with np.load(path, allow_pickle=False) as data:
            return Scene(str(data["family"]), data["inks"], data["shades"], int(data["near"]))
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{path} is not a training scene ({error}); delete it") from error
