"""How models come and go, for `paintassist models`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from paintassist.cli.common import progress_bar, tell
from paintassist.cli.models import open_named
from paintassist.core.errors import InputError
from paintassist.io.catalogue import Entry, read_catalogue
from paintassist.io.model_fetch import Fetch
from paintassist.io.model_store import ModelStore, user_store
from paintassist.io.stop import Stop
from paintassist.resources import cache_folder, models_folder


def import_(arguments: argparse.Namespace) -> int:
    """Make a model from files of published weights."""
    from paintassist.engines.dacon.importing import import_model, needed_bytes

    dacon = Path(arguments.dacon)
    dino = Path(arguments.dino) if arguments.dino else None
    with user_store().adding(arguments.name, needed_bytes(dacon, dino)) as folder:
        import_model(folder, arguments.name, dacon, dino, report=tell)
    _tell_ready(arguments.name)
    return 0


def fetch(arguments: argparse.Namespace) -> int:
    """Download a published model and make it, or list what there is to fetch."""
    from paintassist.engines.dacon.importing import check_tools, import_model, needed_bytes

    entries = read_catalogue(models_folder())
    if arguments.model is None:
        for entry in entries.values():
            print(f"{entry.name:20} {entry.title}; {entry.facts()['licence']}")
        return 0
    chosen = _entry(entries, arguments.model)
    name = arguments.name or chosen.name
    check_tools()

    def make(folder: Path, files: Mapping[str, Path]) -> None:
        import_model(folder, name, files["dacon"], files.get("dino"), chosen.facts(), report=tell)

    with progress_bar("B") as progress:
        Fetch(user_store(), cache_folder() / "downloads").run(
            chosen,
            name,
            make,
            lambda files: needed_bytes(files["dacon"], files.get("dino")),
            progress,
            Stop(),
        )
    _tell_ready(name)
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Make a model of graphs alone, in another precision."""
    from paintassist.engines.dacon.precision import Precision, export_precision

    bundle = open_named(arguments.model)
    precision = Precision(arguments.precision)
    store, name = user_store(), arguments.name or f"{bundle.name}-{precision}"
    if arguments.out:
        out = Path(arguments.out).absolute()
        store, name = ModelStore(out.parent), out.name
    needed = sum((bundle.folder / file).stat().st_size for file in bundle.files)
    with store.adding(name, needed) as folder:
        export_precision(bundle, folder, arguments.name or name, precision, report=tell)
    if arguments.out:
        tell(f"model '{arguments.name or name}' is in {arguments.out}; copy the folder anywhere")
    else:
        _tell_ready(name)
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Remove a model of the user's."""
    user_store().remove(arguments.model)
    tell(f"model '{arguments.model}' is removed")
    return 0


def _entry(entries: Mapping[str, Entry], name: str) -> Entry:
    if name not in entries:
        raise InputError(f"there is no model '{name}' to fetch; choose {' or '.join(entries)}")
    return entries[name]


def _tell_ready(name: str) -> None:
    tell(f"model '{name}' is ready: use it by --engine dacon --model {name!r}")
