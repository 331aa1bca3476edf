"""Presets: which formats, layers and names an export has, kept for the next time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from paintassist.core.errors import InputError
from paintassist.core.layers import STACK, Layer
from paintassist.io.atomic import ensure_folder, write_atomic
from paintassist.io.export.formats import TRUE_WHITE, ImageFormat
from paintassist.io.export.pattern import DEFAULT_PATTERN, LAYERS_PATTERN, Pattern, read_pattern

FILE_NAME = "export-presets.json"
VERSION = 1


@dataclass(frozen=True)
class Preset:
    """How cels are written.

    Attributes
    ----------
    name : str
    formats : tuple of ImageFormat
        One at least.
    layers : tuple of Layer
        One at least. A layered format always holds the composite besides.
    pattern : str
        See `pattern.read_pattern`.
    compress : bool
        See `EncodeOptions`.
    true_white : int
        See `EncodeOptions`.
    """

    name: str
    formats: tuple[ImageFormat, ...] = (ImageFormat.PNG,)
    layers: tuple[Layer, ...] = (Layer.COMPOSITE,)
    pattern: str = DEFAULT_PATTERN
    compress: bool = True
    true_white: int = TRUE_WHITE

    @property
    def painted_layers(self) -> frozenset[Layer]:
        """The layers to paint: a layered file has the composite and some beneath it."""
        layered = any(image_format.is_layered for image_format in self.formats)
        if layered and set(self.layers) <= {Layer.COMPOSITE}:
            return frozenset(Layer)
        return frozenset({*self.layers, Layer.COMPOSITE})

    def check(self) -> Pattern:
        """Return the pattern, checked together with formats and layers.

        Raises
        ------
        InputError
            If something is missing, or two layers would be written to one file.
        """
        if not self.formats or not self.layers:
            raise InputError("choose one format and one layer at least")
        pattern = read_pattern(self.pattern, self.formats)
        flat = [image_format for image_format in self.formats if not image_format.is_layered]
        if flat and len(self.layers) > 1 and "layer" not in pattern.fields:
            raise InputError(
                f"pattern '{self.pattern}' writes all layers to one file; add {{layer}} to it"
            )
        extensions = [image_format.extension for image_format in self.formats]
        if len(set(extensions)) < len(extensions):
            raise InputError(
                "two of the formats have the same ending, so one would replace the other; "
                "export them one by one"
            )
        return pattern


BUILT_IN: tuple[Preset, ...] = (
    Preset("png"),
    Preset("retas", (ImageFormat.TGA_24,), pattern="{cel}/{cel}{frame:04d}"),
    Preset("opentoonz", (ImageFormat.TGA,), pattern="{cel}/{cel}.{frame:04d}"),
    Preset("layers", layers=(*STACK, Layer.COMPOSITE), pattern=LAYERS_PATTERN),
    Preset("photoshop", (ImageFormat.PSD,), STACK),
    Preset("openraster", (ImageFormat.ORA,), STACK),
    Preset("tiff", (ImageFormat.TIFF,)),
)
"""Presets that everybody has; one of the painter's with the same name counts before them."""


def default_presets_path() -> Path:
    """Return where this user's presets are kept."""
    from platformdirs import user_config_path

    return user_config_path("paintassist", appauthor=False) / FILE_NAME


class PresetStore:
    """The painter's presets in a file, beside those that everybody has.

    Parameters
    ----------
    path : Path, optional
        That of the user by default; it need not exist.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_presets_path()

    def own(self) -> list[Preset]:
        """Return the painter's presets in their order.

        Raises
        ------
        InputError
            If the file cannot be read or is none of ours.
        """
        try:
            text = self.path.read_text("utf-8")
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{self.path} cannot be read ({error}); remove it") from error
        return list(presets_from_json(text, self.path))

    def all(self) -> list[Preset]:
        """Return the painter's presets, then those of everybody that they do not replace."""
        own = self.own()
        taken = {preset.name for preset in own}
        return own + [preset for preset in BUILT_IN if preset.name not in taken]

    def find(self, name: str) -> Preset:
        """Return the preset of a name.

        Raises
        ------
        InputError
            If there is none.
        """
        presets = {preset.name: preset for preset in self.all()}
        if name not in presets:
            raise InputError(f"there is no preset '{name}'; there are {', '.join(presets)}")
        return presets[name]

    def keep(self, preset: Preset) -> None:
        """Add a preset, or replace the one of its name.

        Raises
        ------
        InputError
            If it makes no sense or cannot be written.
        """
        preset.check()
        if not preset.name.strip() or not preset.name.isprintable():
            raise InputError("a preset needs a name; type one")
        own = {item.name: item for item in self.own()}
        own[preset.name] = preset
        self._write(own.values())

    def remove(self, name: str) -> None:
        """Forget a preset of the painter's; one that everybody has shows again."""
        self._write(preset for preset in self.own() if preset.name != name)

    def _write(self, presets: Iterable[Preset]) -> None:
        ensure_folder(self.path.parent)
        text = json.dumps(
            {"version": VERSION, "presets": [asdict(preset) for preset in presets]},
            ensure_ascii=False,
            indent=2,
        )
        write_atomic(self.path, (text + "\n").encode())


def presets_from_json(text: str, path: Path) -> Iterable[Preset]:
    """Read presets as `PresetStore` writes them.

    Raises
    ------
    InputError
        Naming the file, if it is none of ours or damaged.
    """
    try:
        found = json.loads(text)
        version = found["version"]
        if version != VERSION:
            raise InputError(
                f"{path} was made by a newer PaintAssist (version {version}); update PaintAssist"
            )
        return [_preset(values) for values in found["presets"]]
    except InputError as error:
        if str(path) in str(error):
            raise
        raise InputError(f"{path} has a preset that cannot be used: {error}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{path} is damaged; remove it, the presets begin anew") from error


def _preset(values: dict[str, Any]) -> Preset:
    name, pattern = values["name"], values["pattern"]
    compress, true_white = values["compress"], values["true_white"]
    if not (isinstance(name, str) and isinstance(pattern, str) and isinstance(compress, bool)):
        raise ValueError("preset")
    if type(true_white) is not int or not 0 <= true_white <= TRUE_WHITE:
        raise ValueError("true white")
    preset = Preset(
        name,
        tuple(ImageFormat(item) for item in values["formats"]),
        tuple(Layer(item) for item in values["layers"]),
        pattern,
        compress,
        true_white,
    )
    preset.check()
    return preset
