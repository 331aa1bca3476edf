"""Fetching a model: its parts are downloaded, then made into a model of the store."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.io.atomic import write_atomic
from paintassist.io.catalogue import Entry
from paintassist.io.download import PATIENCE, Patience, Progress, download
from paintassist.io.model_store import ModelStore
from paintassist.io.stop import Stop

PINS = "known_downloads.json"

# Makes a model in a folder of the store from files by role.
Make = Callable[[Path, Mapping[str, Path]], None]


@dataclass(frozen=True)
class Fetch:
    """What fetching needs.

    A part whose checksum nobody published is trusted the first time that it makes a sound
    model; from then on its checksum is pinned in the store.

    Attributes
    ----------
    store : ModelStore
    downloads : Path
        Folder for parts until the model is made.
    patience : Patience
    allow_http : bool
        For tests alone.
    """

    store: ModelStore
    downloads: Path
    patience: Patience = PATIENCE
    allow_http: bool = False

    def run(
        self,
        entry: Entry,
        name: str,
        make: Make,
        needed: Callable[[Mapping[str, Path]], int],
        progress: Progress,
        stop: Stop,
    ) -> None:
        """Download the parts of a model and make it.

        The download folder keeps what was loaded until the model is made, so that a
        break costs nothing twice.

        Parameters
        ----------
        entry : Entry
        name : str
            Of the model in the store.
        make : function
            Given the folder to fill and the parts by role.
        needed : function
            Bytes that the model takes, from its parts by role.
        progress : function
            See `download`.
        stop : Stop

        Raises
        ------
        InputError, Stopped
            See `download` and `ModelStore.adding`.
        """
        self.store.check_free(name)
        pins = self._pins()
        files: dict[str, Path] = {}
        found: dict[str, str] = {}
        for role, part in entry.parts.items():
            known = part.sha256 or pins.get(part.url)
            files[role], checksum = download(
                replace(part, sha256=known),
                self.downloads,
                progress,
                stop,
                self.patience,
                allow_http=self.allow_http,
            )
            if known is None:
                found[role] = checksum
        with self.store.adding(name, needed(files)) as folder:
            try:
                make(folder, files)
            except InputError:
                # What no checksum vouched for and makes no model is not worth keeping.
                for role in found:
                    files[role].unlink(missing_ok=True)
                raise
        if found:
            new = {entry.parts[role].url: checksum for role, checksum in found.items()}
            self._write_pins({**pins, **new})
        for path in files.values():
            path.unlink(missing_ok=True)

    def _pins(self) -> dict[str, str]:
        path = self.store.folder / PINS
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise InputError(f"{path} is damaged; remove it to trust the next download") from error
        if not isinstance(content, dict):
            raise InputError(f"{path} is damaged; remove it to trust the next download")
        return {str(url): str(pin) for url, pin in content.items()}

    def _write_pins(self, pins: Mapping[str, str]) -> None:
        self.store.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(pins, indent=1) + "\n"
        write_atomic(self.store.folder / PINS, text.encode("utf-8"))
