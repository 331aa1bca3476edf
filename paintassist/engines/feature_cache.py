"""Features kept by what was drawn: in memory, then on disk, up to a limit in each.

A file can always be made anew, so whatever is wrong with one (cut off, changed, of another
model) is answered by forgetting it. Files are plain arrays and never run code.
"""

from __future__ import annotations

import logging
import os
import threading
import time
import zipfile
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

log = logging.getLogger(__name__)

MEMORY_MB = 256
DISK_MB = 1024
# What the oldest files are deleted down to once the disk limit is passed.
KEPT_SHARE = 0.8
ENDING = ".npz"
PART = ".part"
# Name of the array in a file.
ARRAY = "vectors"
# Room for the headers of the array and of the archive.
HEADERS = 4096
STALE_SECONDS = 3600


class FeatureCache:
    """Vectors by model and content key; safe to use from several threads and processes.

    Parameters
    ----------
    folder : Path or None
        On disk; None keeps to memory.
    memory_mb, disk_mb : float
        Limits. What was not used for longest goes first.
    """

    def __init__(
        self, folder: Path | None, memory_mb: float = MEMORY_MB, disk_mb: float = DISK_MB
    ) -> None:
        self.folder = folder
        self._memory: OrderedDict[tuple[str, str], NDArray[np.float32]] = OrderedDict()
        self._memory_limit, self._memory_used = memory_mb * 2**20, 0
        self._disk_limit = disk_mb * 2**20
        # Bytes on disk; None until they are counted, at the first write.
        self._disk_used: int | None = None
        self._lock = threading.RLock()

    def get(self, model: str, key: str, shape: tuple[int, int]) -> NDArray[np.float32] | None:
        """Return the vectors of a drawing, or None if they are not known.

        Parameters
        ----------
        model : str
            What the vectors depend on besides the drawing; a file name.
        key : str
            Content key of the drawing.
        shape : (N, D)
            That they must have.
        """
        with self._lock:
            vectors = self._memory.get((model, key))
            if vectors is not None and vectors.shape == shape:
                self._memory.move_to_end((model, key))
                return vectors
            path = self._path(model, key)
            vectors = None if path is None else _read(path, shape)
            if vectors is not None:
                self._remember(model, key, vectors)
            return vectors

    def put(self, model: str, key: str, vectors: NDArray[np.float32]) -> None:
        """Keep the (N, D) vectors of a drawing; they must not be written to afterwards."""
        with self._lock:
            self._remember(model, key, vectors)
            path = self._path(model, key)
            if path is None:
                return
            try:
                self._write(path, vectors)
            except OSError as error:
                log.info("features are kept in memory only: %s", error)
                self.folder = None

    def _path(self, model: str, key: str) -> Path | None:
        return None if self.folder is None else self.folder / model / (key + ENDING)

    def _remember(self, model: str, key: str, vectors: NDArray[np.float32]) -> None:
        before = self._memory.pop((model, key), None)
        self._memory_used += vectors.nbytes - (0 if before is None else before.nbytes)
        self._memory[model, key] = vectors
        while self._memory_used > self._memory_limit and len(self._memory) > 1:
            _, oldest = self._memory.popitem(last=False)
            self._memory_used -= oldest.nbytes

    def _write(self, path: Path, vectors: NDArray[np.float32]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}{PART}")
        try:
            with part.open("wb") as file:
                np.savez(file, vectors=vectors)
            size = part.stat().st_size
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
        if self._disk_used is None:
            self._disk_used = self._tidy()
        else:
            self._disk_used += size
        if self._disk_used > self._disk_limit:
            self._disk_used = self._tidy()

    def _tidy(self) -> int:
        """Delete what is stale or beyond the limit; return the bytes that are left."""
        assert self.folder is not None
        files: list[tuple[float, int, Path]] = []
        for path in self.folder.glob("*/*"):
            with suppress(OSError):
                facts = path.stat()
                if path.name.endswith(PART):
                    if facts.st_mtime < time.time() - STALE_SECONDS:
                        path.unlink()
                elif path.name.endswith(ENDING):
                    files.append((facts.st_mtime, facts.st_size, path))
        used = sum(size for _, size, _ in files)
        if used > self._disk_limit:
            for _, size, path in sorted(files):
                if used <= KEPT_SHARE * self._disk_limit:
                    break
                with suppress(OSError):
                    path.unlink()
                    used -= size
        return used


def _read(path: Path, shape: tuple[int, int]) -> NDArray[np.float32] | None:
    """Read a file's array; None if there is none, and a file that is not sound is deleted."""
    try:
        with path.open("rb") as file:
            with zipfile.ZipFile(file) as archive:
                size = archive.getinfo(ARRAY + ".npy").file_size
            if size > shape[0] * shape[1] * 4 + HEADERS:
                raise ValueError("larger than it can be")
            file.seek(0)
            with np.load(file, allow_pickle=False) as arrays:
                vectors = arrays[ARRAY]
        if vectors.dtype != np.float32 or vectors.shape != shape or not np.isfinite(vectors).all():
            raise ValueError("of another kind")
    except FileNotFoundError:
        return None
    except Exception as error:
        # numpy raises whatever its parsers meet in a damaged file.
        log.info("%s is not sound (%s) and is made anew", path, error)
        with suppress(OSError):
            path.unlink()
        return None
    with suppress(OSError):
        # The time of last use decides what goes first.
        os.utime(path)
    return np.asarray(vectors, np.float32)
