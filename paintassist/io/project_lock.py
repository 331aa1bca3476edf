"""Who has a project open for writing: a small file beside it, held and kept fresh.

On one computer the lock of the operating system tells whether the window that holds the file
still lives; it ends with the process. Network drives may not pass such locks on, so a window
of another computer counts as alive while it renews the file; docs/decisions/0006.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
import sys
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from paintassist.io.temporary import temporary_beside

# A window renews its file so often, and one that was not renewed for so long is dead; seconds.
RENEWAL = 60.0
DEAD = 5 * RENEWAL
MOST_BYTES = 4096
NEVER_ALLOWED = (errno.EROFS, errno.EACCES, errno.EPERM)


@dataclass(frozen=True)
class Holder:
    """Who has the project open.

    Attributes
    ----------
    user, host : str
        Empty if they cannot be known.
    """

    user: str = ""
    host: str = ""

    def __str__(self) -> str:
        if self.host and self.host != platform.node():
            return f"in a window on {self.host} ({self.user})" if self.user else f"on {self.host}"
        return "in another window"


class ProjectLock:
    """The right to write a project; see `take_lock`."""

    def __init__(self, path: Path, handle: int, key: str) -> None:
        self._path, self._handle, self._key = path, handle, key

    @property
    def is_ours(self) -> bool:
        """Whether nobody took the project over, as may happen to a computer that slept."""
        return _read(self._path).get("key", self._key) == self._key

    def renew(self) -> bool:
        """Say that the window lives; False if somebody took the project over."""
        if not self.is_ours:
            return False
        with suppress(OSError):
            os.utime(self._path)
        return True

    def release(self) -> None:
        """Let others write; safe to call twice."""
        if self._handle < 0:
            return
        with suppress(OSError):
            if self.is_ours and os.name != "nt":
                self._path.unlink()
        with suppress(OSError):
            os.close(self._handle)
        self._handle = -1
        if os.name == "nt":
            with suppress(OSError):
                self._path.unlink()


def lock_path(project: Path) -> Path:
    """Return where the lock of a project lies."""
    return project.with_name(f".{project.name}.lock")


def take_lock(project: Path) -> ProjectLock | Holder | None:
    """Take the right to write a project, unless somebody has it.

    Returns
    -------
    ProjectLock, Holder or None
        None if the place cannot be written at all.
    """
    path = lock_path(project)
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            if error.errno in NEVER_ALLOWED:
                return None
            # The disk may be full; whoever wants to write will be told.
            return ProjectLock(path, -1, "")
        try:
            held = _try_lock(handle)
            found = _read(path)
            if held is False or (found and _is_alive(path, found, held is True)):
                os.close(handle)
                return Holder(str(found.get("user", "")), str(found.get("host", "")))
            if _is_still_there(path, handle):
                return ProjectLock(path, handle, _sign(handle))
        except BaseException:
            os.close(handle)
            raise
        # Its holder let it go and deleted it between two of our steps.
        os.close(handle)


def _sign(handle: int) -> str:
    key = uuid.uuid4().hex
    content = {"key": key, "host": platform.node(), "user": _user(), "pid": os.getpid()}
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(content).encode())
    return key


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _read(path: Path) -> dict[str, object]:
    """Return what a lock file says; nothing if it is empty, gone or strange."""
    try:
        with path.open("rb") as file:
            content = json.loads(file.read(MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _is_alive(path: Path, found: dict[str, object], have_lock: bool) -> bool:
    """Tell whether the window that signed a lock file still lives."""
    if found.get("host") != platform.node():
        return _age(path) < DEAD
    if have_lock:
        # Were it alive, we could not have got the lock of this computer.
        return False
    pid = found.get("pid")
    return type(pid) is int and _runs(pid)


def _age(path: Path) -> float:
    """Return how many seconds ago a file was renewed, by the clock that stamps files there."""
    try:
        with temporary_beside(path) as probe:
            now = probe.stat().st_mtime
        return now - path.stat().st_mtime
    except OSError:
        return time.time() - path.stat().st_mtime


if sys.platform == "win32":
    import msvcrt

    # Behind everything written: what is locked there nobody can read.
    _FAR = 1 << 30

    def _try_lock(handle: int) -> bool | None:
        try:
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return False if error.errno in (errno.EACCES, errno.EDEADLK) else None
        return True

    def _runs(pid: int) -> bool:
        return pid != os.getpid()

    def _is_still_there(path: Path, handle: int) -> bool:
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool | None:
        """Lock for this process; False if another has it, None if the drive knows no locks."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            return False if error.errno == errno.EACCES else None
        return True

    def _runs(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True

    def _is_still_there(path: Path, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), path.stat())
        except OSError:
            return False
