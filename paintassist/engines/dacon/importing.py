"""A published checkpoint to a model bundle."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from paintassist import __version__
from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import MANIFEST, sha256
from paintassist.installed import remedy_for_extra

# What a bundle is being made from, so that a killed import goes on where it was.
SOURCE = "source.json"
# Weights once as safetensors and once in the graphs; more than this is never needed.
SIZE_FACTOR = 2.5

Report = Callable[[str], None]


def import_model(
    folder: Path,
    name: str,
    dacon: Path,
    dino: Path | None,
    facts: Mapping[str, Any] | None = None,
    *,
    report: Report,
) -> None:
    """Make a bundle in `folder` from a DACoN checkpoint and DINOv2's weights.

    Files that an interrupted import of the same weights left there are kept.

    Parameters
    ----------
    folder : Path
        Exists; empty, or what an interrupted import left.
    name : str
        Of the model.
    dacon : Path
        Checkpoint, see `checkpoint.read_published`.
    dino : Path, optional
        File or folder.
    facts : mapping, optional
        More for the manifest: licence, addresses.
    report : function
        Told in a word what is being done, before each step; may raise to stop.

    Raises
    ------
    InputError
        If PyTorch is missing, or the files are not what they should be.
    """
    check_tools()
    from paintassist.engines.dacon.checkpoint import read_published
    from paintassist.engines.dacon.export import export_bundle

    report("reading the weights")
    published = read_published(dacon, dino)
    report("checking what is there already")
    sources = {path.name: sha256(path) for path in _files(dacon, dino)}
    _keep_or_clear(folder, {"version": __version__, "sources": sources})
    made = {"command": "paintassist models import", "sources": sources, "version": __version__}
    export_bundle(
        folder,
        name,
        published.config,
        published.weights,
        {"licence": "see the sources", "made": made, **(facts or {})},
        report=report,
        keep=True,
    )
    (folder / SOURCE).unlink()


def check_tools() -> None:
    """Make sure that weights can be read here; worth knowing before a long download.

    Raises
    ------
    InputError
        If a package is missing.
    """
    try:
        import onnx  # noqa: F401
        import safetensors  # noqa: F401
        import torch  # noqa: F401
    except ImportError as error:
        raise InputError(
            f"reading weights needs PyTorch ({error.name} is missing); "
            f"{remedy_for_extra('torch')}, or copy the model from another machine"
        ) from error


def needed_bytes(dacon: Path, dino: Path | None) -> int:
    """Return how much room an import takes at most."""
    try:
        return round(SIZE_FACTOR * sum(path.stat().st_size for path in _files(dacon, dino)))
    except OSError:
        return 0


def _files(dacon: Path, dino: Path | None) -> list[Path]:
    if dino is None:
        return [dacon]
    if not dino.is_dir():
        return [dacon, dino]
    from paintassist.engines.dacon.dinov2_weights import HUB_CONFIG, hub_file

    config = dino / HUB_CONFIG
    return [dacon, hub_file(dino), *([config] if config.is_file() else [])]


def _keep_or_clear(folder: Path, source: Mapping[str, Any]) -> None:
    """Keep finished files if they come from the same source; clear everything else."""
    path = folder / SOURCE
    try:
        same = json.loads(path.read_text(encoding="utf-8")) == source
    except (OSError, ValueError):
        same = False
    for file in folder.iterdir():
        if not same or file.suffix == ".part" or file.name == MANIFEST:
            file.unlink()
    path.write_text(json.dumps(source), encoding="utf-8")
