"""The models and the sample: whether their files are those that their manifests name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import MANIFEST, open_bundle
from paintassist.installed import remedy_for_broken
from paintassist.io.catalogue import read_catalogue
from paintassist.io.images import read_image
from paintassist.io.layouts import find_clip
from paintassist.io.model_store import ModelStore
from paintassist.jobs.doctor.finding import Finding, State
from paintassist.resources import models_folder, sample_folder, user_models_folder

BUNDLED = "compact"


def examine_models() -> Sequence[Finding]:
    """Check every file of every model against its sha256."""
    bundled, own = models_folder(), user_models_folder()
    findings = []
    try:
        read_catalogue(bundled)
    except InputError as error:
        findings.append(Finding("models", State.BROKEN, str(error), remedy_for_broken()))
    manifests = sorted(bundled.glob(f"[!.]*/{MANIFEST}"))
    if bundled / BUNDLED / MANIFEST not in manifests:
        words = f"the bundled model is missing from {bundled}"
        findings.append(Finding("models", State.BROKEN, words, remedy_for_broken()))
    findings += [examine_model(path.parent, remedy_for_broken()) for path in manifests]
    for path in sorted(own.glob(f"[!.]*/{MANIFEST}")):
        name = path.parent.name
        remedy = f"'paintassist models remove {name}', then import or fetch it again"
        findings.append(examine_model(path.parent, remedy))
    for name in ModelStore(own).half_made():
        words = f"the making of model '{name}' was broken off"
        remedy = f"do it again to go on, or 'paintassist models remove {name}'"
        findings.append(Finding("models", State.NOTICE, words, remedy))
    return findings


def examine_model(folder: Path, remedy: str) -> Finding:
    """Check the manifest and the files of one model."""
    try:
        bundle = open_bundle(folder)
    except InputError as error:
        return Finding("models", State.BROKEN, str(error), remedy, {"folder": str(folder)})
    wrong = []
    for file in bundle.files:
        try:
            bundle.path(file)
        except (InputError, OSError):
            wrong.append(file)
    facts = {
        "name": bundle.name,
        "folder": str(folder),
        "files": {file: "missing or changed" if file in wrong else "ok" for file in bundle.files},
    }
    if wrong:
        words = f"{bundle.name} in {folder}: {', '.join(wrong)} missing or changed"
        return Finding("models", State.BROKEN, words, remedy, facts)
    words = f"{bundle.name}: {len(bundle.files)} files, each with its sha256"
    return Finding("models", State.OK, words, facts=facts)


def examine_sample() -> Sequence[Finding]:
    """Read every picture of the bundled sample."""
    folder = sample_folder()
    try:
        clip = find_clip(folder)
        drawings = [*clip.frames, *clip.references]
        paths = [path for drawing in drawings for path in (drawing.line, drawing.painting) if path]
        for path in paths:
            read_image(path)
    except InputError as error:
        return [Finding("sample", State.BROKEN, str(error), remedy_for_broken())]
    words = f"{len(clip.frames)} frames, {len(clip.references)} drawings of the sheet"
    return [Finding("sample", State.OK, words, facts={"folder": str(folder)})]
