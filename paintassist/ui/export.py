"""Writing composites as a worker job. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.painting import composite
from paintassist.document.document import Document
from paintassist.document.packing import PackedSegments, unpack_segments
from paintassist.io.atomic import ensure_folder
from paintassist.io.export.formats import ImageFormat, write_image
from paintassist.ui.looks import color_table


@dataclass(frozen=True)
class ExportRequest:
    """Where and how to write.

    Attributes
    ----------
    folder : Path
    image_format : ImageFormat
    overwrite : bool
        Whether files that exist are replaced; otherwise nothing at all is written.
    """

    folder: Path
    image_format: ImageFormat = ImageFormat.PNG
    overwrite: bool = False


@dataclass(frozen=True, eq=False)
class _Cel:
    name: str
    packed: PackedSegments
    rgba: NDArray[np.uint8]


class Export:
    """The composites of a document as it is now; what is painted later does not matter."""

    def __init__(self, document: Document, request: ExportRequest) -> None:
        self.request = request
        self.written: list[Path] = []
        self._cels = [
            _Cel(frame.name, frame.packed, color_table(document.palette, frame.color))
            for frame in document.frames
            if frame.packed is not None
        ]

    def paths(self) -> list[Path]:
        """Return the files that `steps` writes."""
        suffix = self.request.image_format.extension
        return [self.request.folder / f"{cel.name}.{suffix}" for cel in self._cels]

    def steps(self) -> Iterator[tuple[int, int]]:
        """Write one frame a step; yields (done, total).

        Raises
        ------
        InputError
            If there is nothing to write, a file is in the way, or it cannot be written.
        """
        paths = self.paths()
        if not paths:
            raise InputError("there is nothing to export; open frames first")
        ensure_folder(self.request.folder)
        taken = [path for path in paths if path.exists()]
        if taken and not self.request.overwrite:
            raise InputError(f"{taken[0]} exists; choose another folder or allow replacing files")
        for cel, path in zip(self._cels, paths, strict=True):
            picture = composite(unpack_segments(cel.packed), cel.rgba)
            write_image(path, picture, self.request.image_format)
            self.written.append(path)
            yield len(self.written), len(paths)
