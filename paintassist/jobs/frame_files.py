"""The files that a colouring run writes for each frame: their names, layers and formats."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.layers import Layer, segment_tones, split_layers
from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette, hex_of, pack_colors
from paintassist.core.published import PublishedSegments, published_composite
from paintassist.core.segments import Segments
from paintassist.io.atomic import ensure_folder, write_atomic
from paintassist.io.export.formats import EncodeOptions, encode_image, encode_layers
from paintassist.io.export.pattern import name_cel
from paintassist.io.export.plan import Target, check_places, targets_of
from paintassist.io.export.presets import Preset
from paintassist.io.export.writer import dpi_of
from paintassist.io.layouts import Clip, Drawing
from paintassist.jobs.progress import Notify


class FrameFiles:
    """Names and writes the files of frames.

    Parameters
    ----------
    clip : Clip
    out : Path
    preset : Preset
    palette : Palette or None
        Says which colours are shadows and highlights, and which are known at all.
    roles : Palette, optional
        Says which colours are shadows and highlights where there is no palette.

    Raises
    ------
    InputError
        If the preset makes no sense, or two frames would get one file.
    """

    def __init__(
        self,
        clip: Clip,
        out: Path,
        preset: Preset,
        palette: Palette | None,
        roles: Palette | None = None,
    ) -> None:
        self._out, self._preset, self._is_listed = out, preset, palette is not None
        self._palette = palette or roles or Palette()
        pattern = preset.check()
        self._targets: dict[str, list[Target]] = {}
        owners: dict[str, str] = {}
        for index, frame in enumerate(clip.frames):
            name = name_cel(frame.name, index + 1, clip.name, frame.line or frame.painting)
            targets = targets_of(index, name, preset, pattern)
            for target in targets:
                other = owners.setdefault(target.name.casefold(), frame.name)
                if other != frame.name:
                    raise InputError(
                        f"'{other}' and '{frame.name}' would both be written to {target.name}; "
                        f"change --pattern '{preset.pattern}', such as by adding {{name}}"
                    )
            self._targets[frame.name] = targets
        check_places(out, [item for items in self._targets.values() for item in items], ())

    def names(self, frame: Drawing) -> list[str]:
        """Return the files of a frame, as paths inside the folder."""
        return [target.name for target in self._targets[frame.name]]

    def paths(self, frame: Drawing) -> list[Path]:
        """Return the files of a frame."""
        return [self._out / name for name in self.names(frame)]

    def composite(self, frame: Drawing) -> Path | None:
        """Return the file with the flat composite, None if there is none."""
        for target in self._targets[frame.name]:
            if target.layer is Layer.COMPOSITE:
                return self._out / target.name
        return None

    def write(
        self, frame: Drawing, segments: Segments, colors: NDArray[np.uint8], notify: Notify
    ) -> None:
        """Write all files of a frame, each atomically.

        Parameters
        ----------
        frame : Drawing
        segments : Segments
        colors : (N + 1, 4) uint8
            Colour per segment id; row 0 is ignored.
        notify : Notify
            Hears of colours that the palette does not have.

        Raises
        ------
        InputError
            If a format cannot hold the frame, or a file cannot be written.
        """
        preset = self._preset
        options = EncodeOptions(preset.compress, preset.true_white, dpi_of(frame.line))
        layers = self._layers(frame, segments, colors, notify)
        for target in self._targets[frame.name]:
            path = self._out / target.name
            try:
                if target.layer is None:
                    data = encode_layers(layers, target.image_format, options)
                else:
                    data = encode_image(layers[target.layer], target.image_format, options)
            except InputError as error:
                raise InputError(f"{path} was not written: {error}") from error
            ensure_folder(path.parent)
            write_atomic(path, data)

    def _layers(
        self, frame: Drawing, segments: Segments, colors: NDArray[np.uint8], notify: Notify
    ) -> dict[Layer, NDArray[np.uint8]]:
        if isinstance(segments, PublishedSegments):
            if self._preset.painted_layers != {Layer.COMPOSITE}:
                raise InputError("--compat writes composites only; leave --layers away")
            return {Layer.COMPOSITE: published_composite(segments, colors)}
        index = np.full(len(colors), NO_COLOR, np.int32)
        palette = self._palette
        if len(palette):
            index = _look_up(palette, colors)
            unknown = (index == NO_COLOR) & (colors[:, 3] > 0)
            unknown[0] = False
            if unknown.any() and self._is_listed:
                example = hex_of(colors[np.argmax(unknown)].tolist())
                count = int(unknown.sum())
                notify(
                    f"{frame.name} has {count} segment{'s'[: count > 1]} in colours that "
                    f"the palette does not have, such as {example}; check the references"
                )
        tones = segment_tones([entry.role for entry in palette], index)
        return split_layers(segments, colors, tones, self._preset.painted_layers)


def _look_up(palette: Palette, colors: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Return the first palette index of each colour, `NO_COLOR` for those it lacks."""
    known, first = np.unique(pack_colors(palette.colors()), return_index=True)
    packed = pack_colors(colors)
    place = np.searchsorted(known, packed).clip(max=len(known) - 1)
    return np.where(known[place] == packed, first[place], NO_COLOR).astype(np.int32)
