"""Which files an export writes, known and checked before the first one is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.core.finished import FinishedCel
from paintassist.core.layers import Layer
from paintassist.io.export.formats import ImageFormat
from paintassist.io.export.pattern import CelName, Pattern, is_in, name_cel, read_ranges
from paintassist.io.export.presets import Preset


@dataclass(frozen=True)
class ExportRequest:
    """What to write, and where.

    Attributes
    ----------
    folder : Path
    preset : Preset
    cut : str
        For the field {cut} of the pattern.
    cel : str
        For {cel}; empty takes it from each drawing's name.
    frames : str
        Ranges of frame numbers; empty for all.
    overwrite : bool
        Whether files that exist are replaced; otherwise nothing at all is written.
    timesheet : Path or None
        An XDTS file that is written along.
    """

    folder: Path
    preset: Preset
    cut: str = ""
    cel: str = ""
    frames: str = ""
    overwrite: bool = False
    timesheet: Path | None = None


@dataclass(frozen=True)
class Target:
    """One file to write.

    Attributes
    ----------
    cel : int
        Index of the cel.
    layer : Layer or None
        None if the file holds all layers.
    image_format : ImageFormat
    name : str
        Path inside the folder, parted by `/`.
    """

    cel: int
    layer: Layer | None
    image_format: ImageFormat
    name: str


def plan_export(
    cels: Sequence[FinishedCel], request: ExportRequest, protected: Collection[Path] = ()
) -> list[Target]:
    """Return the files to write, cel by cel.

    Parameters
    ----------
    cels : sequence of FinishedCel
    request : ExportRequest
    protected : collection of Path
        Files that must never be replaced, besides the drawings themselves.

    Raises
    ------
    InputError
        If there is nothing to write, two cels would get the same file, one would lie outside
        the folder, or would replace a drawing.
    """
    pattern = request.preset.check()
    ranges = read_ranges(request.frames)
    targets: list[Target] = []
    for index, cel in enumerate(cels):
        name = name_cel(cel.name, index + 1, request.cut, cel.source, request.cel)
        if is_in(name.frame, ranges):
            targets += targets_of(index, name, request.preset, pattern)
    if not targets:
        raise InputError(
            f"no frame has a number in {request.frames}; check the range"
            if cels
            else "there is nothing to export; open frames first"
        )
    _check_unique(targets, cels, request.preset)
    sources = [cel.source for cel in cels if cel.source is not None]
    check_places(request.folder, targets, [*sources, *protected])
    return targets


def targets_of(index: int, name: CelName, preset: Preset, pattern: Pattern) -> list[Target]:
    """Return the files of one cel; raises like `Pattern.expand`."""
    targets = []
    for image_format in preset.formats:
        layers: Sequence[Layer | None] = [None] if image_format.is_layered else preset.layers
        for layer in layers:
            path = pattern.expand(name, layer or Layer.COMPOSITE, image_format)
            targets.append(Target(index, layer, image_format, path.as_posix()))
    return targets


def check_places(folder: Path, targets: Sequence[Target], protected: Collection[Path]) -> None:
    """Refuse files outside the folder, links that lead out of it, and other people's files.

    Raises
    ------
    InputError
        Naming the first such file.
    """
    root = folder.resolve()
    kept = {path.resolve() for path in protected}
    parents: dict[Path, Path] = {}
    for target in targets:
        path = folder / target.name
        parent = parents.get(path.parent)
        if parent is None:
            parent = parents[path.parent] = path.parent.resolve()
        if not parent.is_relative_to(root):
            raise InputError(
                f"{path} would lie outside {folder}, a link leads there; choose another folder"
            )
        if path.resolve() in kept:
            raise InputError(
                f"{path} is one of the drawings themselves; choose another folder or pattern"
            )


def _check_unique(targets: Sequence[Target], cels: Sequence[FinishedCel], preset: Preset) -> None:
    seen: dict[str, Target] = {}
    for target in targets:
        # Some disks do not tell capital letters from small ones.
        other = seen.setdefault(target.name.casefold(), target)
        if other is not target:
            one, two = cels[other.cel].name, cels[target.cel].name
            raise InputError(
                f"'{one}' and '{two}' would both be written to {target.name}; "
                f"change the pattern '{preset.pattern}', such as by adding {{name}} or {{cel}}"
            )
