"""Checkpoints: everything a run needs to go on, in files small enough to carry.

A checkpoint is a set of parts and a manifest, `state.json`, that names them with their
sha256. Parts carry their content's hash in their name and are written first; moving the
manifest into place is what makes the set the checkpoint. Killed at any moment, the folder
holds the last set that was complete.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from paintassist.core.errors import InputError, reason
from paintassist.training.files import write_whole

MANIFEST = "state.json"
FORMAT = 1
# Borrowed machines hand back files of up to 16 MiB.
LARGEST_PART = 15 * 2**20


def save_checkpoint(folder: Path, step: int, tensors: Mapping[str, Tensor]) -> None:
    """Write a checkpoint and remove the one before it.

    Parameters
    ----------
    folder : Path
        Made if missing.
    step : int
    tensors : mapping of str to Tensor
        On any device, of any type.

    Raises
    ------
    InputError
        If there is no room, or the folder cannot be written; the last checkpoint stays.
    """
    plain = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    data = save(plain)
    chunks = [data[start : start + LARGEST_PART] for start in range(0, len(data), LARGEST_PART)]
    parts: list[dict[str, Any]] = []
    for number, chunk in enumerate(chunks):
        digest = hashlib.sha256(chunk).hexdigest()
        name = f"state-{step:08d}-{number}-{digest[:12]}.bin"
        parts.append({"file": name, "sha256": digest, "bytes": len(chunk)})
    manifest = {"format": FORMAT, "step": step, "parts": parts}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for part, chunk in zip(parts, chunks, strict=True):
            write_whole(folder / part["file"], chunk)
        write_whole(folder / MANIFEST, json.dumps(manifest, indent=1).encode())
    except OSError as error:
        _remove_strays(folder)
        raise _cannot_save(folder, error) from error
    _remove_strays(folder)


def load_checkpoint(folder: Path) -> tuple[int, dict[str, Tensor]] | None:
    """Read the checkpoint of a folder; None if there is none.

    Returns
    -------
    step : int
    tensors : dict of str to Tensor
        On the CPU.

    Raises
    ------
    InputError
        If the checkpoint is damaged.
    """
    try:
        manifest = _read_manifest(folder)
        if manifest is None:
            return None
        if manifest["format"] != FORMAT:
            raise InputError(
                f"{folder / MANIFEST} was made by another version of PaintAssist; "
                "go on with that one or choose another folder"
            )
        chunks = []
        for part in manifest["parts"]:
            path = folder / Path(part["file"]).name
            chunk = path.read_bytes()
            if hashlib.sha256(chunk).hexdigest() != part["sha256"]:
                raise ValueError(f"{path.name} has changed")
            chunks.append(chunk)
        return int(manifest["step"]), load(b"".join(chunks))
    except InputError:
        raise
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
        raise InputError(
            f"the checkpoint in {folder} is damaged ({reason(error)}); "
            "bring a copy of it back, or train into another folder"
        ) from error


def saved_step(folder: Path) -> int | None:
    """Return the step of the folder's checkpoint, None if there is none that can be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        manifest = _read_manifest(folder)
        if manifest is not None:
            return int(manifest["step"])
    return None


def _read_manifest(folder: Path) -> dict[str, Any] | None:
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    manifest = json.loads(text)
    if not isinstance(manifest, dict):
        raise ValueError("its manifest is no table")
    return manifest


def _remove_strays(folder: Path) -> None:
    """Remove parts that no manifest names: older ones, and those of a write that failed."""
    try:
        manifest = _read_manifest(folder)
        kept = {part["file"] for part in manifest["parts"]} if manifest else set()
    except (OSError, ValueError, KeyError, TypeError):
        return
    for path in [*folder.glob("state-*.bin"), *folder.glob("state*.part")]:
        if path.name not in kept:
            with suppress(OSError):
                path.unlink()


def _cannot_save(folder: Path, error: OSError) -> InputError:
    last = saved_step(folder)
    intact = "there is no checkpoint yet" if last is None else f"that of step {last} is intact"
    reason = error.strerror or str(error)
    return InputError(
        f"the checkpoint cannot be written to {folder} ({reason}); {intact}: "
        "make room and start the same command again"
    )
