"""The computer: processors, memory, and the folders that are written to."""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from paintassist.jobs.doctor.finding import Finding, State
from paintassist.resources import cache_folder, user_models_folder

GIGABYTE = 1_000_000_000
# A clip of 60 frames of Full HD with the bundled model takes about this (docs/performance.md).
ENOUGH_MEMORY = 1 * GIGABYTE
ENOUGH_DISK = 2 * GIGABYTE
MEMINFO = Path("/proc/meminfo")


def examine_computer() -> Sequence[Finding]:
    """Tell processors and memory."""
    total, free = memory()
    cores = os.cpu_count() or 1
    facts = {"processors": cores, "memory_bytes": total, "free_memory_bytes": free}
    words = f"{cores} processors ({platform.machine()})"
    if total is not None:
        words += f", {_gigabytes(total)} of memory"
    if free is not None:
        words += f", {_gigabytes(free)} free"
        if free < ENOUGH_MEMORY:
            remedy = "close other programs, or open fewer frames at once"
            return [Finding("computer", State.NOTICE, words, remedy, facts)]
    return [Finding("computer", State.OK, words, facts=facts)]


def memory(meminfo: Path = MEMINFO) -> tuple[int | None, int | None]:
    """Return all memory and what programs can still get, in bytes; None where nobody tells."""
    if sys.platform == "win32":
        return _windows_memory()
    if sys.platform == "darwin":
        done = subprocess.run(
            ["/usr/sbin/sysctl", "-n", "hw.memsize"], capture_output=True, text=True, check=False
        )
        return (int(done.stdout) if done.returncode == 0 else None), None
    try:
        lines = dict(line.split(":", 1) for line in meminfo.read_text("ascii").splitlines())
        total, free = (int(lines[key].split()[0]) * 1024 for key in ("MemTotal", "MemAvailable"))
    except (OSError, ValueError, KeyError):
        return None, None
    return total, free


def _windows_memory() -> tuple[int | None, int | None]:
    class Status(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "free", *"abcde")),
        )

    status: Any = Status()
    status.length = ctypes.sizeof(Status)
    kernel: Any = ctypes.CDLL("kernel32")
    if not kernel.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None, None
    return int(status.total), int(status.free)


def examine_folders() -> Sequence[Finding]:
    """Write a file into every folder that the program writes to, and look how much room is left."""
    from platformdirs import user_config_path

    folders = {
        "features": cache_folder(),
        "models": user_models_folder(),
        "settings": user_config_path("paintassist", appauthor=False),
        "temporary": Path(tempfile.gettempdir()),
    }
    return [examine_folder(use, folder) for use, folder in folders.items()]


def examine_folder(use: str, folder: Path) -> Finding:
    """Tell whether a folder, made if it must be, can be written to, and has room.

    Parameters
    ----------
    use : str
        What is kept there.
    folder : Path
    """
    facts: dict[str, Any] = {"use": use, "folder": str(folder)}
    try:
        free = facts["free_bytes"] = _room_where_writable(folder)
    except OSError as error:
        words = f"{use}: {folder} cannot be written to ({error.strerror})"
        blocked = next((place for place in (folder, *folder.parents) if place.is_file()), None)
        remedy = (
            f"move the file {blocked} away: a folder belongs there"
            if blocked
            else f"give yourself the right to write to {folder}, and make room on its disk"
        )
        return Finding("disk", State.BROKEN, words, remedy, facts)
    words = f"{use}: {folder}, {_gigabytes(free)} free"
    if free < ENOUGH_DISK:
        return Finding("disk", State.NOTICE, words, "make room on this disk", facts)
    return Finding("disk", State.OK, words, facts=facts)


def _room_where_writable(folder: Path) -> int:
    """Write a file and return the free bytes; what was not there is not there afterwards."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    proof = folder / f".{uuid.uuid4().hex}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        proof.write_bytes(b"PaintAssist")
        return shutil.disk_usage(folder).free
    finally:
        with contextlib.suppress(OSError):
            proof.unlink(missing_ok=True)
            for place in missing:
                place.rmdir()


def _gigabytes(count: int) -> str:
    return f"{count / GIGABYTE:.1f} GB"
