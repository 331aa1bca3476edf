"""Whether the files of the line art are where they were, and what they were."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from paintassist.document.loading import file_hash

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds; -1, -1 if unknown."""

NO_STAMP: Stamp = (-1, -1)
# A search looks no further: a painter waits, and a disc can be large.
MOST_FILES = 50_000
MOST_DEPTH = 6
MOST_HASHED = 4 * 1024**3

SheetPlace = tuple[Path, Path | None]
"""Where the painting of a sheet lies, and its line art if it has one."""


class Fate(StrEnum):
    """What became of a file."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True)
class SourceFile:
    """The file that a frame's drawing or a sheet was read from.

    Attributes
    ----------
    name : str
        Of the frame or sheet.
    path : Path or None
    content_hash : str
        Empty if unknown.
    stamp : Stamp
        Of the file when it had that content.
    """

    name: str
    path: Path | None
    content_hash: str
    stamp: Stamp = NO_STAMP


def stamp_of(path: Path) -> Stamp:
    """Return a file's stamp; `NO_STAMP` if there is no such file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return NO_STAMP
    return found.st_size, found.st_mtime_ns


def check_source(known: SourceFile) -> tuple[Fate, SourceFile]:
    """Tell what became of a file, and what is known of it now.

    A file with the stamp it had is not read. One that cannot be read is missing.
    """
    if known.path is None:
        return Fate.MISSING, known
    stamp = stamp_of(known.path)
    if stamp == NO_STAMP:
        return Fate.MISSING, known
    if stamp == known.stamp or not known.content_hash:
        return Fate.SAME, known
    content_hash = file_hash(known.path)
    if not content_hash:
        return Fate.MISSING, known
    now = replace(known, content_hash=content_hash, stamp=stamp)
    return (Fate.SAME if content_hash == known.content_hash else Fate.CHANGED), now


def find_sources(
    missing: Sequence[SourceFile],
    folders: Iterable[Path],
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, SourceFile]:
    """Look for files by their content in folders and what lies below them.

    Files of the same name are looked at first, then those of the same size, then all of
    the same kind.

    Returns
    -------
    dict of str to SourceFile
        By name, for those that were found.
    """
    wanted: dict[str, list[SourceFile]] = {}
    for known in missing:
        if known.content_hash:
            wanted.setdefault(known.content_hash, []).append(known)
    kinds = {known.path.suffix.lower() for known in missing if known.path}
    names = {known.path.name for known in missing if known.path}
    sizes = {known.stamp[0] for known in missing}
    files = [path for path in _files(folders) if not kinds or path.suffix.lower() in kinds]

    def order(path: Path) -> tuple[bool, bool]:
        return path.name not in names, stamp_of(path)[0] not in sizes

    found: dict[str, SourceFile] = {}
    left = MOST_HASHED
    for path in sorted(files, key=order):
        if cancelled() or len(found) == sum(map(len, wanted.values())) or left < 0:
            break
        left -= max(stamp_of(path)[0], 0)
        for known in wanted.get(file_hash(path), ()):
            here = replace(known, path=path, stamp=stamp_of(path))
            # Of two copies the one of the old name counts.
            found.setdefault(known.name, here)
    return found


def moved_along(line: Path | None, old: Path | None, painting: Path) -> Path | None:
    """Return where the line art of a sheet is, whose painting was moved from `old`.

    It is where it was, or lies to the painting as it lay before; else nothing is known.
    """
    if line is None or old is None or line.exists():
        return line
    try:
        here = painting.parent / os.path.relpath(line, old.parent)
    except ValueError:
        # Two drives of Windows have nothing between them.
        return line
    here = Path(os.path.normpath(here))
    # A painting of another name may have line art of that name.
    named = here.with_stem(painting.stem)
    return next((path for path in (here, named) if path.exists()), line)


def find_by_name(missing: Sequence[SourceFile], folder: Path) -> dict[str, Path]:
    """Return the files of a folder that are called what the missing ones were called."""
    names = {path.name.casefold(): path for path in _files([folder], depth=0)}
    stems = {path.stem.casefold(): path for path in names.values()}
    found: dict[str, Path] = {}
    for known in missing:
        old = known.path.name if known.path else known.name
        path = names.get(old.casefold()) or stems.get(Path(old).stem.casefold())
        if path is not None:
            found[known.name] = path
    return found


def _files(folders: Iterable[Path], depth: int = MOST_DEPTH) -> Iterator[Path]:
    """Return the files of folders and below, hidden ones and links to folders left out."""
    count, seen = 0, set[Path]()
    waiting = [(folder, depth) for folder in folders]
    while waiting:
        folder, below = waiting.pop(0)
        if folder in seen:
            continue
        seen.add(folder)
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                count += 1
                if count > MOST_FILES or entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if below:
                        waiting.append((Path(entry.path), below - 1))
                elif entry.is_file():
                    yield Path(entry.path)
