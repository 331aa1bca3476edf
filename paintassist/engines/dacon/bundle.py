"""Model bundles: a folder with a manifest, weights and ONNX graphs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import Any

from paintassist.core.calibration import Calibration, calibration_from_dict
from paintassist.core.errors import InputError, reason
from paintassist.engines.dacon.config import DaconConfig, config_from_dict

MANIFEST = "manifest.json"
WEIGHTS = "weights.safetensors"
# Its calibrations in the manifest, by engine; optional.
CALIBRATION = "calibration"
# How its similarities are weighed against flow and shape; optional.
WEIGHING = "weighing.npz"
GRAPHS = ("spatial.onnx", "semantic.onnx", "head.onnx")
# The heavy ones in 16 bits, for GPUs; not every bundle has them.
HALF_GRAPHS = ("spatial.fp16.onnx", "semantic.fp16.onnx")


@dataclass(frozen=True)
class Bundle:
    """A model on disk.

    Attributes
    ----------
    folder : Path
    name : str
    config : DaconConfig
    files : mapping of file name to sha256
    facts : mapping
        The whole manifest: licence, how it was made, credits.
    calibrations : mapping of engine name to Calibration
        What was fitted for engines with these weights.
    """

    folder: Path
    name: str
    config: DaconConfig
    files: Mapping[str, str]
    facts: Mapping[str, Any]
    calibrations: Mapping[str, Calibration] = field(default_factory=dict)

    def path(self, file: str) -> Path:
        """Return the path of one of the bundle's files, checked against its sha256.

        Raises
        ------
        InputError
            If the file is missing, lies elsewhere or is not the one the manifest names.
        """
        path = self.folder / file
        if file not in self.files or not path.is_file():
            raise InputError(f"model '{self.name}' has no file {file}; install the model again")
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise InputError(f"{path} links to a file outside of its folder; do not use the model")
        if sha256(path) != self.files[file]:
            raise InputError(
                f"{path} is not the file its manifest names (checksum differs); "
                "install the model again"
            )
        return path


IDENTITY_KEYS = ("name", "architecture", "files")


def sha256(path: Path) -> str:
    """Return the hexadecimal SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_bundle(folder: Path) -> Bundle:
    """Read a bundle's manifest.

    Raises
    ------
    InputError
        If the folder is no bundle, or its manifest is not sound.
    """
    path = folder / MANIFEST
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        name, files = str(facts["name"]), dict(facts["files"])
        config = config_from_dict(facts["architecture"])
        fitted = dict(facts.get(CALIBRATION, {}))
        calibrations = {str(key): calibration_from_dict(value) for key, value in fitted.items()}
    except FileNotFoundError:
        raise InputError(
            f"{folder} holds no model ({MANIFEST} is missing); "
            "`paintassist models list` shows the models there are"
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path} is damaged ({reason(error)}); install the model again") from error
    for file in files:
        if Path(file).name != file or PureWindowsPath(file).name != file:
            raise InputError(f"{path} names a file outside of its folder ({file}); do not use it")
    return Bundle(folder, name, config, files, facts, calibrations)


def write_manifest(folder: Path, name: str, config: DaconConfig, facts: Mapping[str, Any]) -> None:
    """Write the manifest of the weights and graphs that lie in `folder`."""
    files = {
        path.name: sha256(path)
        for path in (folder / file for file in (WEIGHTS, WEIGHING, *GRAPHS, *HALF_GRAPHS))
        if path.is_file()
    }
    manifest = {"name": name, "architecture": config.as_dict(), "files": files, **facts}
    part = folder / (MANIFEST + ".part")
    part.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(folder / MANIFEST)


def amend_manifest(bundle: Bundle, facts: Mapping[str, Any]) -> None:
    """Add facts to a bundle's manifest and take in the files that now lie in its folder."""
    kept = {key: value for key, value in bundle.facts.items() if key not in IDENTITY_KEYS}
    write_manifest(bundle.folder, bundle.name, bundle.config, {**kept, **facts})
