"""Reading files of tensors that come from anywhere: never runs what is in them."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from paintassist.core.errors import InputError, reason

SAFETENSORS = ".safetensors"
# Under one of these a training program keeps the weights beside its own state.
WRAPPERS = ("model_state_dict", "state_dict", "model")
# What data-parallel and compiled training put before every key.
PREFIXES = ("module.", "_orig_mod.")
REMEDY = "get the file again from where it is published"


def read_tensors(path: Path) -> dict[str, Tensor]:
    """Read named float tensors from a `.safetensors` file or a PyTorch checkpoint.

    A checkpoint may be a plain `state_dict` or hold one under a key of `WRAPPERS`; prefixes
    of `PREFIXES` are taken off. Large files are mapped, not read into memory.

    Returns
    -------
    dict of str to Tensor
        On the CPU, in the file's own precision.

    Raises
    ------
    InputError
        If the file cannot be read, would run code, or holds anything but sound tensors.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder; name the file of weights in it")
    if not path.is_file():
        raise InputError(f"{path} does not exist; name a file of weights")
    if path.stat().st_size == 0:
        raise InputError(f"{path} is empty (0 bytes); {REMEDY}")
    content = _safetensors(path) if path.suffix == SAFETENSORS else _checkpoint(path)
    tensors = _unwrapped(path, content)
    for key, value in tensors.items():
        _check(path, key, value)
    return tensors


def _safetensors(path: Path) -> dict[str, Tensor]:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError, RuntimeError) as error:
        raise InputError(
            f"{path} is no sound safetensors file ({reason(error)}); {REMEDY}"
        ) from error


def _checkpoint(path: Path) -> Any:
    zipped = zipfile.is_zipfile(path)
    if zipped:
        _check_archive(path)
    try:
        with warnings.catch_warnings():
            # Of what the unpickler does not know it tells again by an error.
            warnings.simplefilter("ignore")
            # Only the archive format, the default since PyTorch 1.6, can be mapped.
            return torch.load(path, map_location="cpu", weights_only=True, mmap=zipped)
    except Exception as error:
        # torch raises whatever its parsers meet in a file that is none of theirs.
        if any(words in str(error) for words in ("Unsupported global", "Unsupported class")):
            raise InputError(
                f"{path} asks to run code when it is opened, so it was not opened; {REMEDY}"
            ) from error
        raise InputError(f"{path} is no PyTorch checkpoint or is damaged; {REMEDY}") from error


def _check_archive(path: Path) -> None:
    """Refuse archives that unpack to more than they are; checkpoints are not compressed."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InputError(f"{path} is damaged ({reason(error)}); {REMEDY}") from error
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        raise InputError(f"{path} is a compressed archive and no PyTorch checkpoint; {REMEDY}")


def _unwrapped(path: Path, content: Any) -> dict[str, Tensor]:
    for wrapper in WRAPPERS:
        if isinstance(content, Mapping) and isinstance(content.get(wrapper), Mapping):
            content = content[wrapper]
            break
    if not isinstance(content, Mapping) or not content:
        raise InputError(f"{path} holds no named weights; choose a file of DACoN or DINOv2 weights")
    tensors: dict[str, Tensor] = {}
    for key, value in content.items():
        if not isinstance(key, str) or not isinstance(value, Tensor):
            raise InputError(
                f"{path} holds something that is no tensor ({str(key)[:60]}); "
                "choose a file of DACoN or DINOv2 weights"
            )
        tensors[key] = value
    for prefix in PREFIXES:
        if all(key.startswith(prefix) for key in tensors):
            tensors = {key.removeprefix(prefix): value for key, value in tensors.items()}
    return tensors


def _check(path: Path, key: str, value: Tensor) -> None:
    if value.layout != torch.strided or value.is_quantized or not value.is_floating_point():
        raise InputError(f"{path} has no plain float numbers in {key}; {REMEDY}")
    # A few bytes may pose as a tensor of any size by a stride of zero.
    if value.numel() * value.element_size() > value.untyped_storage().nbytes():
        raise InputError(f"{path} claims more numbers in {key} than it holds; {REMEDY}")
    if not torch.isfinite(value).all():
        raise InputError(f"{path} holds values in {key} that are no numbers; {REMEDY}")
