"""The folder of models: a subfolder each, there as a whole or not at all."""

from __future__ import annotations

import errno
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.io.atomic import ensure_folder
from paintassist.io.file_lock import file_lock
from paintassist.resources import models_folder, user_models_folder

MANIFEST = "manifest.json"
HALF_MADE = ".making-"
LET_GO = ".removed-"
LOCK = ".lock"
LONGEST_NAME = 64
# Letters of any script, digits, and what file systems everywhere take in the middle of names.
NAME = re.compile(r"[^\W_][\w .+-]*(?<![ .])")
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# Libraries that write by themselves tell a full disk in words only.
FULL_WORDS = ("no space left", "os error 28", "file too large", "quota exceeded")


def check_name(name: str) -> str:
    """Return a model's name if it can be that of a folder.

    Raises
    ------
    InputError
        If it is a path, too long, or not for every system.
    """
    if len(name) > LONGEST_NAME or not NAME.fullmatch(name) or RESERVED.fullmatch(name):
        raise InputError(
            f"'{name[:LONGEST_NAME]}' cannot be the name of a model; "
            "use letters, digits, spaces and . _ + - only, starting with a letter or digit"
        )
    return name


def ensure_room(folder: Path, needed: int) -> None:
    """Make sure that a disk has room.

    Raises
    ------
    InputError
        If it has not.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return
    if free < needed:
        raise InputError(
            f"{folder} has room for {_size(free)} but {_size(needed)} are needed; "
            "make room and try again"
        )


def is_full(error: BaseException) -> bool:
    """Tell whether an error of any library means that the disk is full."""
    if isinstance(error, OSError) and error.errno in FULL:
        return True
    return any(words in str(error).lower() for words in FULL_WORDS)


@dataclass(frozen=True)
class ModelStore:
    """Models in a folder.

    Attributes
    ----------
    folder : Path
        May be missing until a model is added.
    taken : frozenset of str
        Names that other models have: those that come with the program.
    """

    folder: Path
    taken: frozenset[str] = frozenset()

    def names(self) -> list[str]:
        """Return the names of the models that are whole."""
        return sorted(path.parent.name for path in self.folder.glob(f"[!.]*/{MANIFEST}"))

    def half_made(self) -> list[str]:
        """Return the names of models whose making was killed; making them again goes on."""
        return sorted(
            path.name.removeprefix(HALF_MADE) for path in self.folder.glob(f"{HALF_MADE}*")
        )

    def check_free(self, name: str) -> None:
        """Make sure that a model may have this name.

        Raises
        ------
        InputError
            If it is taken or no name.
        """
        check_name(name)
        if name in self.taken or (self.folder / name).exists():
            raise InputError(
                f"there is a model '{name}' already; choose another name, "
                f"or remove it by `paintassist models remove {name}`"
            )

    @contextmanager
    def adding(self, name: str, needed: int = 0) -> Iterator[Path]:
        """Give a hidden folder to make a model in; it gets its name when the block ends well.

        What a killed process left there is still there; after any error in the block it is
        taken away.

        Parameters
        ----------
        name : str
        needed : int
            Bytes that the model may take.

        Raises
        ------
        InputError
            If the name is taken or no name, another process adds a model, or the disk is full.
        """
        self.check_free(name)
        ensure_folder(self.folder)
        with file_lock(self.folder / LOCK, self._busy()):
            self.check_free(name)  # again: another process may have made it meanwhile
            making = self.folder / (HALF_MADE + name)
            there = sum(file.stat().st_size for file in making.glob("*"))
            ensure_room(self.folder, needed - there)
            try:
                ensure_folder(making)
                yield making
                making.rename(self.folder / name)
            except BaseException as error:
                shutil.rmtree(making, ignore_errors=True)
                if is_full(error):
                    raise InputError(
                        f"{self.folder} has no room for the model; make room and try again"
                    ) from error
                raise

    def remove(self, name: str) -> None:
        """Remove a model, or what is left of a half-made one.

        Raises
        ------
        InputError
            If there is none of that name, or it cannot be removed.
        """
        check_name(name)
        if name in self.taken:
            raise InputError(f"model '{name}' comes with the program and stays")
        found = [
            path for path in (self.folder / name, self.folder / (HALF_MADE + name)) if path.is_dir()
        ]
        if not found:
            raise InputError(
                f"there is no model '{name}' in {self.folder}; "
                "`paintassist models list` shows the models there are"
            )
        with file_lock(self.folder / LOCK, self._busy()):
            for path in found:
                # Renamed first: a model is there whole or not at all.
                gone = self.folder / f"{LET_GO}{uuid.uuid4().hex}"
                try:
                    path.rename(gone)
                except OSError as error:
                    raise InputError(
                        f"{path} cannot be removed ({error.strerror}); "
                        "close the program that uses it"
                    ) from error
            for gone in self.folder.glob(f"{LET_GO}*"):
                if gone.is_symlink():
                    gone.unlink()
                else:
                    shutil.rmtree(gone, ignore_errors=True)

    def _busy(self) -> str:
        return f"another PaintAssist is at work on the models in {self.folder}; wait until it ends"


def user_store() -> ModelStore:
    """Return the store of the user's own models; names of bundled ones are taken."""
    bundled = ModelStore(models_folder()).names()
    return ModelStore(user_models_folder(), frozenset(bundled))


def _size(count: int) -> str:
    return f"{max(count, 0) / 1e9:.1f} GB" if count >= 1e8 else f"{max(count, 0) / 1e6:.1f} MB"
