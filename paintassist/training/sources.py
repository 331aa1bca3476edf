"""Where training scenes come from: files drawn beforehand, or generators on the spot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from paintassist.core.errors import InputError
from paintassist.training.cel import Character
from paintassist.training.scenes import Scene, load_scene, make_scene, save_scene

# Characters to try until one is of a wanted family.
MOST_TRIES = 1000

Sampler = Callable[[np.random.Generator], Character]


def any_family(family: str) -> bool:
    """Want every family; a function, so that it travels to worker processes."""
    return True


class SceneSource(Protocol):
    """An endless supply of scenes."""

    def scene(self, rng: np.random.Generator) -> Scene:
        """Return any scene."""
        ...


class SceneFolder:
    """Scenes from files; files that appear later are found.

    Parameters
    ----------
    folder : Path
    wanted : callable
        Which families to use, by name.
    """

    def __init__(self, folder: Path, wanted: Callable[[str], bool] = any_family) -> None:
        self.folder = folder
        self.wanted = wanted
        self._files: list[Path] = []
        self._draws = 0

    def files(self) -> list[Path]:
        """List the scene files of wanted families, sorted."""
        found = sorted(self.folder.glob("*.npz"))
        return [path for path in found if self.wanted(family_of_file(path))]

    def check(self) -> None:
        """Raise `InputError` if the folder holds no scene of a wanted family."""
        if not self.folder.is_dir():
            raise InputError(f"{self.folder} is not a folder; name one made by synth --scenes")
        if not self.files():
            raise InputError(
                f"{self.folder} holds no training scenes; make some with "
                "`paintassist synth --scenes` or name another folder"
            )

    def scene(self, rng: np.random.Generator) -> Scene:
        """See `SceneSource.scene`.

        Raises
        ------
        InputError
            If the folder holds no scene of a wanted family.
        """
        if self._draws % 200 == 0:
            self._files = self.files()
        self._draws += 1
        if not self._files:
            self.check()
        return load_scene(self._files[int(rng.integers(len(self._files)))])


def file_of_family(family: str, seed: int) -> str:
    """Name the file of a scene so that its family can be read from it."""
    return f"{family.replace(':', '@')}#{seed:08d}.npz"


def family_of_file(path: Path) -> str:
    """Undo `file_of_family`."""
    return path.stem.rsplit("#", 1)[0].replace("@", ":")


class Families:
    """Tells families to use from those held out, by parts of their names.

    Parameters
    ----------
    held : sequence of str
    inside : bool
        Whether the held ones are wanted, or the others.
    """

    def __init__(self, held: Sequence[str], inside: bool) -> None:
        self.held, self.inside = tuple(held), inside

    def __call__(self, family: str) -> bool:
        """Return whether a family is wanted."""
        return any(part in family for part in self.held) == self.inside


class MixedScenes:
    """Scenes of several sources.

    Parameters
    ----------
    parts : sequence of (weight, SceneSource)
    """

    def __init__(self, parts: Sequence[tuple[float, SceneSource]]) -> None:
        self.sources = [source for _, source in parts]
        weights = np.array([weight for weight, _ in parts])
        self.shares = weights / weights.sum()

    def scene(self, rng: np.random.Generator) -> Scene:
        """See `SceneSource.scene`."""
        return self.sources[int(rng.choice(len(self.sources), p=self.shares))].scene(rng)


class FixedScene:
    """Always the same scene.

    Parameters
    ----------
    only : Scene
    """

    def __init__(self, only: Scene) -> None:
        self.only = only

    def scene(self, rng: np.random.Generator) -> Scene:
        """See `SceneSource.scene`."""
        return self.only


class GeneratedScenes:
    """Scenes drawn on the spot by any mix of generators.

    Parameters
    ----------
    samplers : mapping of str to (weight, Sampler)
    wanted : callable
        Which families to draw, by name.
    drawings : int
        Of each scene, half of them neighbours in a clip.
    """

    def __init__(
        self,
        samplers: Mapping[str, tuple[float, Sampler]],
        wanted: Callable[[str], bool] = any_family,
        drawings: int = 10,
    ) -> None:
        self.wanted, self.drawings = wanted, drawings
        self.samplers = [sampler for _, sampler in samplers.values()]
        weights = np.array([weight for weight, _ in samplers.values()])
        self.shares = weights / weights.sum()

    def scene(self, rng: np.random.Generator) -> Scene:
        """See `SceneSource.scene`."""
        character = self.character(rng)
        size = int(rng.choice([448, 512, 576]))
        near = self.drawings // 2
        return make_scene(character, rng, near=near, far=self.drawings - near, size=size)

    def character(self, rng: np.random.Generator) -> Character:
        """Return any character of a wanted family.

        Raises
        ------
        InputError
            If none came up.
        """
        for _ in range(MOST_TRIES):
            sampler = self.samplers[int(rng.choice(len(self.samplers), p=self.shares))]
            character = sampler(rng)
            if self.wanted(character.family):
                return character
        raise InputError(
            f"none of {MOST_TRIES} characters was of a family to draw; check --hold-out"
        )


def fill_folder(folder: Path, source: SceneSource, first_seed: int, count: int) -> int:
    """Draw scenes into a folder, one file a seed; seeds already there are skipped.

    Returns
    -------
    int
        How many scenes were drawn.
    """
    folder.mkdir(parents=True, exist_ok=True)
    present = {path.stem.rsplit("#", 1)[1] for path in folder.glob("*.npz")}
    drawn = 0
    for seed in range(first_seed, first_seed + count):
        if f"{seed:08d}" in present:
            continue
        scene = source.scene(np.random.default_rng(seed))
        save_scene(folder / file_of_family(scene.family, seed), scene)
        drawn += 1
    return drawn
