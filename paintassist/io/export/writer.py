"""Writes an export file by file: whole or not at all, proved, and able to go on after a cut."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.finished import FinishedCel
from paintassist.core.inspection import Finding
from paintassist.core.layers import split_layers
from paintassist.io.atomic import atomic_writer, ensure_folder, write_atomic
from paintassist.io.export.formats import EncodeOptions, encode_image, encode_layers
from paintassist.io.export.log import Entry, ExportLog
from paintassist.io.export.plan import ExportRequest, Target, plan_export
from paintassist.io.export.proof import Proof, Truth, prove
from paintassist.io.export.timesheet import encoded_sheet
from paintassist.io.images import read_dpi
from paintassist.io.report import REPORT_NAME
from paintassist.io.temporary import remove_left_behind

# Raised when files of equal cels are written otherwise than before.
WRITER_VERSION = 1
ReadInks = Callable[[Path], NDArray[np.uint8]]
"""Reads a drawing's (H, W) inks as they are on the disk now; raises InputError."""


class TargetState(StrEnum):
    """What the writer would do with a file."""

    NEW = "new"
    DONE = "done"
    """It is there, with just what would be written."""
    TAKEN = "taken"
    """It is there with something else."""


class Exporter:
    """One export; plan first, then take the steps.

    Parameters
    ----------
    cels : sequence of FinishedCel
    request : ExportRequest
    palette : (K, 4) uint8
        The colours that are allowed.
    read_inks : ReadInks
    findings : sequence of Finding
        Of the inspection before; they are written into the report.
    protected : collection of Path
        Files that must never be replaced, besides the drawings themselves.

    Attributes
    ----------
    targets : list of Target
    written, kept : list of Path
        Files that `steps` wrote, and those that were there already.
    unproved : list of (str, Proof)
        Files that were written although something is wrong with them.
    """

    def __init__(
        self,
        cels: Sequence[FinishedCel],
        request: ExportRequest,
        palette: NDArray[np.uint8],
        read_inks: ReadInks,
        findings: Sequence[Finding] = (),
        protected: Collection[Path] = (),
    ) -> None:
        self.request = request
        self.targets = plan_export(cels, request, protected)
        self.written: list[Path] = []
        self.kept: list[Path] = []
        self.unproved: list[tuple[str, Proof]] = []
        self._cels = cels
        self._palette = palette
        self._read_inks = read_inks
        self._findings = findings

    def states(self) -> list[TargetState]:
        """Tell for each target what would become of it; reads the files that are there."""
        log = ExportLog.open(self.request.folder)
        return [self._state(target, log) for target in self.targets]

    def steps(self) -> Iterator[tuple[int, int]]:
        """Write one file a step; yields (done, total).

        Raises
        ------
        InputError
            If a file is in the way, a format cannot hold a cel, a file cannot be written, or
            does not read back as what was written. What is there then is whole.
        """
        log = ExportLog.open(self.request.folder)
        states = [self._state(target, log) for target in self.targets]
        self._check_taken(states)
        sheet = self._sheet()
        ensure_folder(self.request.folder)
        self._tidy_up()
        log.note_inspection(self.request.preset.name, self._findings)
        log.save()
        pairs = zip(self.targets, states, strict=True)
        for index, group in groupby(pairs, lambda pair: pair[0].cel):
            waiting = []
            for target, state in group:
                if state is TargetState.DONE:
                    self.kept.append(self._path(target))
                else:
                    waiting.append(target)
            if waiting:
                yield from self._write_cel(self._cels[index], waiting, log)
            yield len(self.written) + len(self.kept), len(self.targets)
        if sheet is not None:
            write_atomic(*sheet)

    def _tidy_up(self) -> None:
        """Delete what runs that were killed left half written."""
        folders = {self._path(target).parent for target in self.targets}
        for folder in {self.request.folder, *folders}:
            remove_left_behind(folder / REPORT_NAME)

    def _sheet(self) -> tuple[Path, bytes] | None:
        """Return the timesheet to write and where to, None if it is there already."""
        source = self.request.timesheet
        if source is None:
            return None
        data = encoded_sheet(source, self.request.cut)
        path = self.request.folder / source.name
        if path.resolve() == source.resolve():
            return None
        try:
            there = path.read_bytes()
        except FileNotFoundError:
            return path, data
        except OSError:
            there = b""
        if there == data:
            return None
        if not self.request.overwrite:
            raise InputError(
                f"{path} exists with other content; choose another folder or allow replacing files"
            )
        return path, data

    def _check_taken(self, states: Sequence[TargetState]) -> None:
        taken = [
            target.name
            for target, state in zip(self.targets, states, strict=True)
            if state is TargetState.TAKEN
        ]
        if taken and not self.request.overwrite:
            more = f" and {len(taken) - 1} more" if len(taken) > 1 else ""
            raise InputError(
                f"{self.request.folder / taken[0]}{more} exists with other content; "
                "choose another folder or allow replacing files"
            )

    def _state(self, target: Target, log: ExportLog) -> TargetState:
        if not self._path(target).exists():
            return TargetState.NEW
        done = log.is_done(target.name, self._made_from(target))
        return TargetState.DONE if done else TargetState.TAKEN

    def _path(self, target: Target) -> Path:
        return self.request.folder / target.name

    def _made_from(self, target: Target) -> str:
        """Return what decides the bytes of a file, but for the resolution of its drawing."""
        preset = self.request.preset
        layers = [target.layer] if target.layer else sorted(preset.layers)
        parts = (
            WRITER_VERSION, self._cels[target.cel].key, target.image_format, layers,
            sorted(preset.layers), preset.compress, preset.true_white,
        )  # fmt: skip
        return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()

    def _write_cel(
        self, cel: FinishedCel, targets: Sequence[Target], log: ExportLog
    ) -> Iterator[tuple[int, int]]:
        segments = cel.load()
        layers = split_layers(segments, cel.colors, cel.tones, self.request.preset.painted_layers)
        truth = Truth(segments, cel.index, cel.colors, self._palette, self._inks(cel), layers)
        options = EncodeOptions(
            self.request.preset.compress, self.request.preset.true_white, dpi_of(cel.source)
        )
        for target in targets:
            self._write_file(cel, target, truth, options, log)
            yield len(self.written) + len(self.kept), len(self.targets)

    def _write_file(
        self,
        cel: FinishedCel,
        target: Target,
        truth: Truth,
        options: EncodeOptions,
        log: ExportLog,
    ) -> None:
        path = self._path(target)
        before = log.files.get(target.name)
        try:
            if target.layer is None:
                data = encode_layers(truth.layers, target.image_format, options)
            else:
                data = encode_image(truth.layers[target.layer], target.image_format, options)
            ensure_folder(path.parent)
            with atomic_writer(path) as stream:
                stream.write(data)
                stream.flush()
                arrived = Path(stream.name).read_bytes()
                proof = prove(arrived, target.layer, target.image_format, truth, options)
                log.files[target.name] = self._entry(cel, target, arrived, proof).as_json()
                # Before the file, so that a cut between the two leaves none that is unknown.
                log.save()
        except BaseException as error:
            self._take_back(target, before, log)
            if isinstance(error, InputError) and str(path) not in str(error):
                raise InputError(f"{path} was not written: {error}") from error
            raise
        self.written.append(path)
        if not proof.holds:
            self.unproved.append((target.name, proof))

    def _take_back(self, target: Target, before: dict[str, Any] | None, log: ExportLog) -> None:
        """Let the report tell of the file that was there before, unless the new one came."""
        now = log.files.get(target.name)
        if now is None or now is before:
            return
        with suppress(OSError):
            there = hashlib.sha256(self._path(target).read_bytes()).hexdigest()
            if there == now["sha256"]:
                return
        if before is None:
            del log.files[target.name]
        else:
            log.files[target.name] = before
        with suppress(InputError, OSError):
            log.save()

    def _entry(self, cel: FinishedCel, target: Target, data: bytes, proof: Proof) -> Entry:
        return Entry(
            cel.name,
            "all" if target.layer is None else target.layer.value,
            target.image_format.value,
            self.request.preset.name,
            self._made_from(target),
            hashlib.sha256(data).hexdigest(),
            proof.as_json(),
        )

    def _inks(self, cel: FinishedCel) -> NDArray[np.uint8] | None:
        if cel.source is None:
            return None
        try:
            return self._read_inks(cel.source)
        except InputError:
            return None


def dpi_of(source: Path | None) -> tuple[float, float] | None:
    """Return a drawing's resolution; None if it does not say or cannot be read."""
    if source is None:
        return None
    try:
        return read_dpi(source)
    except InputError:
        return None
