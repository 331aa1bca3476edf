"""`paintassist models`: which models there are, and how more of them come and go."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paintassist.cli.common import add_json_argument, tell, write_json
from paintassist.core.errors import InputError
from paintassist.resources import models_folder, user_models_folder

if TYPE_CHECKING:
    from paintassist.engines.dacon.bundle import Bundle

HELP = "show the models there are, and import, fetch, export or remove some"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser("list", help="the models there are")
    add_json_argument(add)
    add = actions.add_parser("info", help="a model's manifest, and whether its files are sound")
    add.add_argument("model", metavar="NAME|PATH", nargs="?", help="all of them by default")
    add_json_argument(add)
    add = actions.add_parser("import", help="make a model from published weights")
    add.add_argument("--dacon", metavar="FILE", required=True, help="a DACoN checkpoint")
    add.add_argument(
        "--dino",
        metavar="FILE|DIR",
        help="DINOv2: Meta's .pth, or a folder of the Hugging Face hub; "
        "not needed where the checkpoint holds it",
    )
    add.add_argument("--name", required=True, help="name for the model")
    add = actions.add_parser("fetch", help="download published weights and make a model of them")
    add.add_argument("model", metavar="MODEL", nargs="?", help="without it, what can be fetched")
    add.add_argument("--name", help="name for the model (default: MODEL)")
    add = actions.add_parser("export", help="make a model of graphs alone, in another precision")
    add.add_argument("model", metavar="NAME|PATH")
    add.add_argument("--format", choices=("onnx",), default="onnx")
    add.add_argument("--precision", choices=("fp32", "fp16", "int8"), default="fp32")
    add.add_argument("--name", help="name for the new model (default: NAME-PRECISION)")
    add.add_argument("--out", metavar="DIR", help="a new folder for it, instead of the models'")
    add = actions.add_parser("remove", help="remove a model that was imported or fetched")
    add.add_argument("model", metavar="NAME")


def run(arguments: argparse.Namespace) -> int:
    """Do what the action says."""
    return _actions()[arguments.action](arguments)


def _actions() -> Mapping[str, Callable[[argparse.Namespace], int]]:
    from paintassist.cli import model_work

    return {
        "list": _show,
        "info": _show,
        "import": model_work.import_,
        "fetch": model_work.fetch,
        "export": model_work.export,
        "remove": model_work.remove,
    }


def _show(arguments: argparse.Namespace) -> int:
    """List models, or print their manifests and check their files."""
    listing = arguments.action == "list"
    folders = (models_folder(), user_models_folder())
    if listing or arguments.model is None:
        bundles = [bundle for folder in folders for bundle in find_bundles(folder)]
        _tell_half_made(folders[1])
    else:
        bundles = [open_named(arguments.model)]
    if not bundles:
        tell(
            f"there are no models in {folders[0]} or {folders[1]}; "
            "the engine shape+flow works without"
        )
    rows = [summary(bundle) if listing else details(bundle) for bundle in bundles]
    if arguments.json is not None:
        write_json(
            {"models": rows} if listing else {"models": rows, "runs_on": _device()}, arguments.json
        )
        return 0
    if not listing:
        print(f"{'runs on':14} {_device()}\n")
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
    for manifest in sorted(folder.glob(f"[!.]*/{MANIFEST}")):
        try:
            found.append(open_bundle(manifest.parent))
        except InputError as error:
            tell(str(error))
    return found


def open_named(model: str) -> Bundle:
    """Open a model by name or path.

    Raises
    ------
    InputError
        If there is none, or it is damaged.
    """
    from paintassist.engines.dacon.bundle import MANIFEST, open_bundle

    for folder in (models_folder() / model, user_models_folder() / model, Path(model)):
        if (folder / MANIFEST).is_file():
            return open_bundle(folder)
    raise InputError(f"there is no model '{model}'; 'paintassist models list' shows what there is")


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


def _device() -> str:
    """Return what models run on here, and why it is not the GPU."""
    from paintassist.engines.dacon.providers import probe

    try:
        device = probe()
    except ImportError:
        return "PyTorch, if it is installed (onnxruntime is not)"
    return f"{device} ({device.reason})" if device.reason else str(device)


def _tell_half_made(folder: Path) -> None:
    from paintassist.io.model_store import ModelStore

    for name in ModelStore(folder).half_made():
        tell(
            f"the making of model '{name}' was broken off; do it again to go on, "
            f"or 'paintassist models remove {name}'"
        )


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_shown(item) for item in value)
    return str(value)
