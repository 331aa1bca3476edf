"""`paintassist models list|info`: which models there are, and whether they are sound."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paintassist.cli.common import add_json_argument, tell, write_json
from paintassist.core.errors import InputError
from paintassist.resources import models_folder

if TYPE_CHECKING:
    from paintassist.engines.dacon.bundle import Bundle

HELP = "show the models there are"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("action", choices=("list", "info"), metavar="list|info")
    parser.add_argument(
        "model", metavar="NAME|PATH", nargs="?", help="a model for info; all of them by default"
    )
    add_json_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """List models, or print their manifests and check their files."""
    named = arguments.model
    bundles = find_bundles(models_folder()) if named is None else [_open(named)]
    if not bundles:
        tell(f"there are no models in {models_folder()}; the engine shape+flow works without")
    listing = arguments.action == "list"
    rows = [summary(bundle) if listing else details(bundle) for bundle in bundles]
    if arguments.json is not None:
        write_json({"models": rows}, arguments.json)
        return 0
    for row in rows:
        if listing:
            print(f"{row['name']:20} {row['mb']:8.1f} MB  {row['licence']}")
        else:
            print("\n".join(f"{key:14} {_shown(value)}" for key, value in row.items()))
    return 0


def find_bundles(folder: Path) -> list[Bundle]:
    """Open every model in a folder; a damaged one is told and left out."""
    from paintassist.engines.dacon.bundle import MANIFEST, open_bundle

    found = []
    for manifest in sorted(folder.glob(f"*/{MANIFEST}")):
        try:
            found.append(open_bundle(manifest.parent))
        except InputError as error:
            tell(str(error))
    return found


def summary(bundle: Bundle) -> dict[str, Any]:
    """Return name, size on disk and licence of a model."""
    files = (bundle.folder / file for file in bundle.files)
    size = sum(file.stat().st_size for file in files if file.is_file())
    licence = bundle.facts.get("licence", "")
    return {"name": bundle.name, "mb": round(size / 2**20, 1), "licence": licence}


def details(bundle: Bundle) -> dict[str, Any]:
    """Return a model's manifest, its folder, and which of its files are sound."""
    state = {}
    for file in bundle.files:
        try:
            bundle.path(file)
            state[file] = "ok"
        except InputError:
            state[file] = "missing or changed"
    facts = {key: value for key, value in bundle.facts.items() if key != "files"}
    return {**facts, "folder": str(bundle.folder), "files": dict(bundle.files), "checked": state}


def _open(model: str) -> Bundle:
    from paintassist.engines.dacon.bundle import MANIFEST, open_bundle

    for folder in (models_folder() / model, Path(model)):
        if (folder / MANIFEST).is_file():
            return open_bundle(folder)
    raise InputError(f"there is no model '{model}'; 'paintassist models list' shows what there is")


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_shown(item) for item in value)
    return str(value)
