"""Scenes: several drawings of one character, packed for training."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError, reason
from paintassist.core.lines import Ink
from paintassist.core.palette import pack_colors
from paintassist.training.cel import Cel, Character
from paintassist.training.files import write_whole

LINE_SHADE = 255
# The colour of a segment nobody has decided.
UNKNOWN = -1


@dataclass(frozen=True, eq=False)
class Scene:
    """Some frames of one character; the first `near` are neighbours in a clip.

    Attributes
    ----------
    family : str
    inks : F times (H, W) uint8
        One array if all are of one size.
    shades : F times (H, W) uint8
        Which of the scene's colours a pixel has; `LINE_SHADE` on black lines and where the
        colour is not known.
    near : int
    labels : F times (H, W) int32, optional
        Label maps that the lines alone would not give: with gaps closed, or of paintings.
    """

    family: str
    inks: NDArray[np.uint8] | tuple[NDArray[np.uint8], ...]
    shades: NDArray[np.uint8] | tuple[NDArray[np.uint8], ...]
    near: int
    labels: tuple[NDArray[np.int32], ...] | None = None

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


@dataclass(frozen=True, eq=False)
class Painted:
    """A drawing somebody painted.

    Attributes
    ----------
    labels : (H, W) int32, 0 = line, 1..N
    inks : (H, W) uint8
    colors : (N,) int64
        Any number a colour, the same in all drawings of a character; `UNKNOWN` where it is
        not decided.
    """

    labels: NDArray[np.int32]
    inks: NDArray[np.uint8]
    colors: NDArray[np.int64]


def painted_scene(family: str, drawings: Sequence[Painted], near: int) -> Scene:
    """Make a scene of painted drawings, which may differ in size.

    Raises
    ------
    InputError
        If they have more than 254 colours.
    """
    colors = np.unique(np.concatenate([drawing.colors for drawing in drawings]))
    colors = colors[colors != UNKNOWN]
    if len(colors) > LINE_SHADE:
        raise InputError(
            f"the drawings of {family} have {len(colors)} colours; 254 are the limit: "
            "leave out those that are not flat"
        )
    shades = []
    for drawing in drawings:
        number = np.searchsorted(colors, drawing.colors)
        number[drawing.colors == UNKNOWN] = LINE_SHADE
        table = np.concatenate([[LINE_SHADE], number]).astype(np.uint8)
        shade = table[drawing.labels]
        shade[drawing.inks == Ink.BLACK] = LINE_SHADE
        shades.append(shade)
    inks = tuple(drawing.inks for drawing in drawings)
    return Scene(family, inks, tuple(shades), near, tuple(drawing.labels for drawing in drawings))


def save_scene(path: Path, scene: Scene) -> None:
    """Write a drawn scene; the file appears complete or not at all."""
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        family=np.array(scene.family),
        inks=np.asarray(scene.inks),
        shades=np.asarray(scene.shades),
        near=np.array(scene.near),
    )
    write_whole(path, buffer.getvalue())


def load_scene(path: Path) -> Scene:
    """Read a scene.

    Raises
    ------
    InputError
        If the file is no scene.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            return Scene(str(data["family"]), data["inks"], data["shades"], int(data["near"]))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise InputError(f"{path} is not a training scene ({reason(error)}); delete it") from error
