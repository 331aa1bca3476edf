"""What the thread of models does: import, fetch and export, as functions of that thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from paintassist.engines.dacon.apart import run_apart
from paintassist.engines.dacon.bundle import Bundle
from paintassist.engines.dacon.importing import check_tools, import_model, needed_bytes
from paintassist.engines.dacon.precision import export_precision
from paintassist.io.catalogue import Entry
from paintassist.io.model_fetch import Fetch
from paintassist.io.model_store import ModelStore
from paintassist.ui.models.export_form import ExportRequest
from paintassist.ui.models.import_form import ImportRequest
from paintassist.ui.models.thread import ModelThread

# Each returns the name of the model that it made.
Work = Callable[[ModelThread], str]
# An export takes at most so many times what the model takes.
EXPORT_FACTOR = 1.6


def importing(store: ModelStore, request: ImportRequest) -> Work:
    """Make a model from files."""

    def work(thread: ModelThread) -> str:
        name, dacon, dino = request.name, request.dacon, request.dino
        with store.adding(name, needed_bytes(dacon, dino)) as folder:
            run_apart(
                import_model,
                *(folder, name, dacon, dino),
                report=thread.report,
                check=thread.stop.check,
            )
        return name

    return work


def fetching(fetch: Fetch, entry: Entry) -> Work:
    """Download a model and make it."""

    def work(thread: ModelThread) -> str:
        thread.report("looking for PyTorch")
        check_tools()

        def make(folder: Path, files: Mapping[str, Path]) -> None:
            run_apart(
                import_model,
                *(folder, entry.name, files["dacon"], files.get("dino"), dict(entry.facts())),
                report=thread.report,
                check=thread.stop.check,
            )

        fetch.run(
            entry,
            entry.name,
            make,
            lambda files: needed_bytes(files["dacon"], files.get("dino")),
            thread.progress,
            thread.stop,
        )
        return entry.name

    return work


def exporting(store: ModelStore, bundle: Bundle, request: ExportRequest) -> Work:
    """Make a model of graphs alone."""
    target = store if request.folder is None else ModelStore(request.folder)

    def work(thread: ModelThread) -> str:
        sizes = ((bundle.folder / file).stat().st_size for file in bundle.files)
        with target.adding(request.name, round(EXPORT_FACTOR * sum(sizes))) as folder:
            run_apart(
                export_precision,
                *(bundle, folder, request.name, request.precision),
                report=thread.report,
                check=thread.stop.check,
            )
        return request.name

    return work
