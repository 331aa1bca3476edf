"""Every reader of files that come from elsewhere: sound examples, the call, what is right.

A new reader is a new row: `examples` returns sound files (the fuzzer damages them), `read` calls
it and checks what came out, `damage` knows the format where that reaches deeper than bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from paintassist.core.errors import InputError
from paintassist.core.palette import Palette, PaletteEntry, Role
from tests.fuzz.mutate import Mutate, damage_bytes, damage_png, damage_project, damage_zip

Write = Callable[[Path], object]


@dataclass(frozen=True)
class Reader:
    """One row: name, the file's suffix, sound files, the call, the damages.

    Attributes
    ----------
    read : function of Path
        Raises `InputError` or returns; `AssertionError` if what it returned is not right.
    heavy : bool
        Imports torch.
    """

    name: str
    suffix: str
    examples: Callable[[Path], Sequence[bytes]]
    read: Callable[[Path], object]
    damages: Sequence[Mutate] = (damage_bytes,)
    heavy: bool = False


def written(folder: Path, suffix: str, *writes: Write) -> list[bytes]:
    """Return the files that some functions write."""
    path = folder / f"example{suffix}"
    found = []
    for write in writes:
        write(path)
        found.append(path.read_bytes())
        path.unlink()
    return found


# Images


def _drawing() -> Image.Image:
    rgba = np.full((40, 50, 4), 255, np.uint8)
    rgba[5:35, [8, 40]] = rgba[[5, 34], 8:41] = (0, 0, 0, 255)
    rgba[10:30, 20] = (255, 0, 0, 255)
    rgba[36:, :, 3] = 0
    return Image.fromarray(rgba)


def _images(kind: str, *variants: tuple[str, dict[str, object]]) -> Callable[[Path], list[bytes]]:
    def examples(folder: Path) -> list[bytes]:
        found = []
        for mode, options in variants:
            stream = io.BytesIO()
            picture = _drawing()
            if mode == "I;16":
                picture = Image.fromarray(np.arange(2000, dtype=np.uint16).reshape(40, 50) * 32)
            elif mode:
                picture = picture.convert(mode)
            picture.save(stream, kind, **options)
            found.append(stream.getvalue())
        return found

    return examples


def read_picture(path: Path) -> None:
    from paintassist.io.images import MAX_PIXELS, MAX_SIDE, has_alpha, load_image, read_size

    width, height = read_size(path)
    has_alpha(path)
    assert 0 < width <= MAX_SIDE
    assert 0 < height <= MAX_SIDE
    assert width * height <= MAX_PIXELS
    rgba = load_image(path).rgba
    assert rgba.dtype == np.uint8
    assert rgba.shape == (height, width, 4)


def read_layers(path: Path) -> None:
    from paintassist.io.images import list_layers, load_layers

    read_picture(path)
    layers = list_layers(path)
    for index in range(min(len(layers), 8)):
        assert load_layers(path, [index]).rgba.shape[2] == 4


def _psd(folder: Path) -> list[bytes]:
    from tests.layeredfiles import flat, save_psd

    layers = [
        ("paint", flat(9, 7, 250, 214, 190, 255), (2, 1)),
        ("line", flat(9, 1, 0, 0, 0, 255), (2, 1)),
    ]
    return written(folder, ".psd", lambda path: save_psd(path, (20, 12), layers))


def _ora(folder: Path) -> list[bytes]:
    from tests.layeredfiles import flat, save_ora

    layers = [
        ("paint", flat(9, 7, 250, 214, 190, 255), (2, 1)),
        ("line", flat(9, 1, 0, 0, 0, 255), (2, 1)),
    ]
    return written(folder, ".ora", lambda path: save_ora(path, (20, 12), layers))


# Projects


def _projects(folder: Path) -> list[bytes]:
    import gzip

    from paintassist.io.project_store import ProjectFile
    from tests.io.projects import make_project
    from tests.io.scribble import scribble

    path = folder / "example.paintassist"
    document = make_project(path)
    random = np.random.default_rng(11)
    for _ in range(12):
        scribble(document, random)
    assert isinstance(document.store, ProjectFile)
    document.store.make_version(lambda number: f"version {number}")
    document.undo()
    assert document.store is not None
    document.store.close()
    old = Path(__file__).parents[1] / "io" / "old"
    packed = sorted(old.glob("*.paintassist.gz"))
    return [path.read_bytes(), *(gzip.decompress(one.read_bytes()) for one in packed)]


def read_project(path: Path) -> None:
    from paintassist.io.project_file import ProjectFile, open_project
    from tests.document.painters import assert_sound

    document = open_project(path)
    try:
        for index in range(len(document.frames)):
            document.segments(index)
        if all(frame.packed is not None for frame in document.frames):
            assert_sound(document)
        assert all(entry.name is not None for entry in document.palette)
        while document.undo():
            pass
        while document.redo():
            pass
        if len(document.palette) and document.frames and document.frames[0].count:
            document.paint(0, [1], 0)
            document.undo()
        assert isinstance(document.store, ProjectFile)
        for version in document.store.list_versions():
            document.store.go_back_to(version.id, str)
    finally:
        assert document.store is not None
        document.store.close()


# Palettes


def _palette(suffix: str) -> Callable[[Path], list[bytes]]:
    entries = [
        PaletteEntry((250, 214, 190, 255), "skin"),
        PaletteEntry((220, 180, 150, 255), "skin 1号影", part="skin", role=Role.SHADOW_1),
        PaletteEntry((20, 20, 40, 255), ""),
        PaletteEntry((90, 60, 200, 255), "hair, long", part="hair"),
    ]

    def examples(folder: Path) -> list[bytes]:
        from paintassist.io.palettes import write_palette

        return written(folder, suffix, lambda path: write_palette(path, Palette(entries)))

    return examples


def read_palette_file(path: Path) -> None:
    from paintassist.io.palettes import read_palette

    palette = read_palette(path).palette
    assert len(palette)
    for entry in palette:
        assert len(entry.color) == 4
        assert all(type(channel) is int and 0 <= channel <= 255 for channel in entry.color)
        entry.name.encode("utf-8")


def _books(folder: Path) -> list[bytes]:
    text = "hair: [[90, 60, 200], [70, 40, 160]]\nskin:\n- [250, 214, 190]\n- [220, 180, 150]\n"
    return [text.encode(), b"eye: [[[20, 20, 40]], null, [1, 2, 3]]\n"]


def read_book(path: Path) -> None:
    from paintassist.io.colorbook import read_colorbook

    for entry in read_colorbook(path):
        assert all(type(channel) is int and 0 <= channel <= 255 for channel in entry.color)


# Timesheets and presets


def _timesheets(folder: Path) -> list[bytes]:
    from paintassist.io.xdts import Exposure, Timesheet, Track, encode_timesheet

    exposures = Exposure(0, "1"), Exposure(3, "2"), Exposure(9, "")
    tracks = tuple(Track(name, exposures) for name in ("A", "B セル"))
    return [encode_timesheet(Timesheet("sheet1", 24, tracks, "c012", "s03"))]


def read_sheet(path: Path) -> None:
    from paintassist.io.xdts import (
        decode_timesheet,
        encode_timesheet,
        missing_drawings,
        read_timesheet,
    )

    sheet = read_timesheet(path)
    assert decode_timesheet(encode_timesheet(sheet), path.name) == sheet
    missing_drawings(sheet, [("A", 1)])


def _presets(folder: Path) -> list[bytes]:
    from paintassist.io.export.presets import PresetStore

    path = folder / "presets.json"
    store = PresetStore(path)
    store.keep(store.all()[0])
    return [path.read_bytes()]


def read_presets(path: Path) -> None:
    from paintassist.io.export.presets import PresetStore

    for preset in PresetStore(path).own():
        preset.check()


# Models


def _checkpoints(folder: Path) -> list[bytes]:
    import torch

    from tests.engines.dacon import official

    state = official.dacon_state("v1.1") | official.meta_state()
    return written(folder, ".pth", lambda path: torch.save({"state_dict": state}, path))


def _safetensors(folder: Path) -> list[bytes]:
    from safetensors.torch import save_file

    from tests.engines.dacon import official

    whole = official.dacon_state("v1.0") | official.meta_state()
    state = {key: value.contiguous() for key, value in whole.items()}
    return written(folder, ".safetensors", lambda path: save_file(state, path))


def read_checkpoint(path: Path) -> None:
    from paintassist.engines.dacon.checkpoint import read_published
    from paintassist.engines.dacon.tensor_files import read_tensors

    for value in read_tensors(path).values():
        assert value.is_floating_point()
    read_published(path)


def _bundled(name: str) -> Callable[[Path], list[bytes]]:
    return lambda folder: [_bundle_folder().joinpath(name).read_bytes()]


def _bundle_folder() -> Path:
    from paintassist.resources import models_folder

    return models_folder() / "compact"


def read_manifest(path: Path) -> None:
    from paintassist.engines.dacon.bundle import MANIFEST, open_bundle

    folder = path.with_suffix(".bundle")
    folder.mkdir(exist_ok=True)
    (folder / MANIFEST).write_bytes(path.read_bytes())
    bundle = open_bundle(folder)
    for file in bundle.files:
        # What the manifest names is not there, or lies outside: never a path out of the folder.
        try:
            found = bundle.path(file)
        except InputError:
            continue
        assert found.resolve().is_relative_to(folder.resolve())


def read_weighing(path: Path) -> None:
    from paintassist.engines.weighing.trained import load_weights

    load_weights(path)


def _features(folder: Path) -> list[bytes]:
    from paintassist.engines.feature_cache import FeatureCache

    FeatureCache(folder / "cache").put("model", "key", np.ones((3, 4), np.float32))
    (path,) = (folder / "cache").rglob("*.npz")
    return [path.read_bytes()]


def read_features(path: Path) -> None:
    from paintassist.engines.feature_cache import FeatureCache

    cache = path.with_suffix(".cache")
    (cache / "model").mkdir(parents=True, exist_ok=True)
    (cache / "model" / f"key{path.suffix}").write_bytes(path.read_bytes())
    vectors = FeatureCache(cache).get("model", "key", (3, 4))
    # What is damaged is made anew, and the painter need not know.
    assert vectors is None or (vectors.shape == (3, 4) and np.isfinite(vectors).all())


READERS: tuple[Reader, ...] = (
    Reader(
        "png",
        ".png",
        _images("PNG", ("", {}), ("L", {}), ("P", {"transparency": 3}), ("1", {}), ("I;16", {})),
        read_picture,
        (damage_png, damage_bytes),
    ),
    Reader(
        "tga",
        ".tga",
        _images("TGA", ("", {}), ("RGB", {"compression": "tga_rle"}), ("L", {})),
        read_picture,
    ),
    Reader(
        "tiff",
        ".tif",
        _images(
            "TIFF",
            ("", {"compression": "tiff_lzw"}),
            ("RGB", {"compression": "tiff_adobe_deflate"}),
            ("L", {}),
            ("CMYK", {}),
            ("1", {"compression": "group4"}),
        ),
        read_picture,
    ),
    Reader("bmp", ".bmp", _images("BMP", ("RGB", {}), ("P", {}), ("", {})), read_picture),
    Reader(
        "jpeg", ".jpg", _images("JPEG", ("RGB", {}), ("L", {"progressive": True})), read_picture
    ),
    Reader("psd", ".psd", _psd, read_layers),
    Reader("ora", ".ora", _ora, read_layers, (damage_zip, damage_zip, damage_bytes)),
    Reader("project", ".paintassist", _projects, read_project, (damage_project, damage_bytes)),
    *(
        Reader(f"palette {suffix[1:]}", suffix, _palette(suffix), read_palette_file)
        for suffix in (".gpl", ".aco", ".ase", ".tpl", ".csv")
    ),
    Reader("colour book", ".yaml", _books, read_book),
    Reader("xdts", ".xdts", _timesheets, read_sheet),
    Reader("presets", ".json", _presets, read_presets),
    Reader("manifest", ".json", _bundled("manifest.json"), read_manifest),
    Reader("weighing", ".npz", _bundled("weighing.npz"), read_weighing, (damage_zip, damage_bytes)),
    Reader("features", ".npz", _features, read_features, (damage_zip, damage_bytes)),
    Reader(
        "checkpoint", ".pth", _checkpoints, read_checkpoint, (damage_zip, damage_bytes), heavy=True
    ),
    Reader("safetensors", ".safetensors", _safetensors, read_checkpoint, heavy=True),
)
