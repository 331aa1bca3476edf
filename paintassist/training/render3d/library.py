"""Load a folder of characters and motions, or one packed file of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from paintassist.training.render3d.character import Character3D, neutral_motion
from paintassist.training.render3d.model import Model3D, family_of, load_model
from paintassist.training.render3d.motion import Motion, read_motions
from paintassist.training.render3d.pack import (
    model_arrays,
    model_from_arrays,
    motion_arrays,
    motions_from_arrays,
    open_pack,
    write_pack,
)
from paintassist.training.render3d.style import sample_style
from paintassist.training.render3d.variant import dress, reproportion

# Fragmented or camouflage textures: their flat regions are no cel's.
UNFIT = frozenset({"dcl_boy_04", "dcl_boy_33", "dcl_girl_37", "dcl_girl_05"})
_MODELS, _MOTIONS = {".glb", ".vrm"}, {".glb", ".bvh"}


@dataclass
class CharacterFile:
    """A character that is read when first needed.

    Attributes
    ----------
    path : Path
        A GLB or VRM, or the pack that holds the character.
    """

    name: str
    family: str
    path: Path
    packed: dict[str, np.ndarray] | None = None
    _model: Model3D | None = None

    @property
    def model(self) -> Model3D:
        """The model, kept after the first use."""
        if self._model is None:
            if self.packed is None:
                self._model = load_model(self.path)
            else:
                self._model = model_from_arrays(self.name, self.packed)
        return self._model


def load_characters(folder: Path) -> list[CharacterFile]:
    """List the GLB and VRM files of a folder without reading them.

    Raises
    ------
    FileNotFoundError
        No such folder, or no character in it.
    """
    files = _listed(folder, _MODELS)
    if not files:
        raise FileNotFoundError(f"{folder} holds no GLB or VRM file.")
    return [CharacterFile(path.stem, family_of(path.stem), path) for path in files]


def load_motions(folder: Path) -> list[Motion]:
    """All clips of the GLB and BVH files of a folder.

    Raises
    ------
    FileNotFoundError
        No such folder, or no motion file in it.
    """
    files = _listed(folder, _MOTIONS)
    if not files:
        raise FileNotFoundError(f"{folder} holds no GLB or BVH file.")
    return [motion for path in files for motion in read_motions(path)]


def _listed(folder: Path, suffixes: set[str]) -> list[Path]:
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder} is not a folder.")
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in suffixes)


@dataclass
class Library:
    """Characters and the motions that move them; `motions[0]` is the neutral stand."""

    characters: list[CharacterFile]
    motions: list[Motion] = field(default_factory=lambda: [neutral_motion()])

    @classmethod
    def from_folders(cls, characters: Path, motions: Path) -> Library:
        """Read GLB, VRM and BVH files; unfit characters are left out."""
        listed = [entry for entry in load_characters(characters) if entry.name not in UNFIT]
        return cls(listed, [neutral_motion(), *load_motions(motions)])

    @classmethod
    def open(cls, path: Path) -> Library:
        """Open a file written by `pack`; models unfold when first used."""
        models, motions = open_pack(path)
        listed = [
            CharacterFile(name, family_of(name), path, arrays) for name, arrays in models.items()
        ]
        return cls(listed, [neutral_motion(), *motions_from_arrays(motions)])

    def families(self) -> list[str]:
        """Sorted names of the families."""
        return sorted({entry.family for entry in self.characters})

    def without(self, families: set[str]) -> Library:
        """The same library lacking whole families, for validation."""
        return Library([c for c in self.characters if c.family not in families], self.motions)


def pack(characters: Path, motions: Path, out: Path) -> int:
    """Write one file with all that rendering needs; returns its size in bytes."""
    library = Library.from_folders(characters, motions)
    models = {entry.name: model_arrays(entry.model) for entry in library.characters}
    write_pack(out, models, motion_arrays(library.motions[1:]))
    return out.stat().st_size


def sample_character(rng: np.random.Generator, library: Library) -> Character3D:
    """A random variant of a random character; each family is as likely as its square root."""
    if not library.characters:
        raise ValueError("The library holds no characters.")
    families = [entry.family for entry in library.characters]
    weights = np.array([1 / np.sqrt(families.count(family)) for family in families])
    entry = library.characters[int(rng.choice(len(weights), p=weights / weights.sum()))]
    return make_variant(rng, library, entry)


def make_variant(rng: np.random.Generator, library: Library, entry: CharacterFile) -> Character3D:
    """A random variant of a given character."""
    model = entry.model
    if rng.random() < 0.7:
        model = reproportion(model, rng)
    model = dress(model, rng)
    style = sample_style(model, rng)
    return Character3D(entry.family, model, library.motions, style)
