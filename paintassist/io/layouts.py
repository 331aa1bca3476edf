"""Where a clip keeps its line art, paintings and references.

Layouts are told by the folders they have: DACoN (`line/`, `ref/line`, `ref/gt`), BasicPBC
(`line/`, `gt/`), PaintBucket-Character v2 (`line/`, `gt/`, `seg/`, `json_color/`, `ref/`,
`line_anno/`, `colorbook.yml`), a plain folder of frames, or one image.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.io.images import EXTENSIONS, is_image_path

LINE, PAINTING, REFERENCES = "line", "gt", "ref"
LABELS, LABEL_COLORS = "seg", "json_color"
ANNOTATED, COLORBOOK = "line_anno", "colorbook.yml"


@dataclass(frozen=True)
class Drawing:
    """The files of one drawing; at least `line` or `painting` is there.

    Attributes
    ----------
    name : str
        The file's stem; references carry their folder in front, such as `ref/0001`.
    line, painting : Path or None
    labels : Path or None
        Segment ids as R << 16 | G << 8 | B, where a data set brings its own.
    label_colors : Path or None
        JSON that maps those ids to `[r, g, b, a]`.
    annotated : Path or None
        The line art with its shading filled in, of `line_anno/`.
    """

    name: str
    line: Path | None
    painting: Path | None
    labels: Path | None = None
    label_colors: Path | None = None
    annotated: Path | None = None

    @property
    def has_truth(self) -> bool:
        """Whether its colours are known."""
        return self.painting is not None or self.label_colors is not None


@dataclass(frozen=True)
class Clip:
    """A clip as found on disk.

    Attributes
    ----------
    name : str
    root : Path
    frames : tuple of Drawing
        In natural order; each has line art or is a painting alone.
    references : tuple of Drawing
        Of `ref/` and those given by hand; each has a painting and a name of its own.
    has_sheet : bool
        Whether some of them come from `ref/`.
    colorbook : Path or None
        The file that says which colours are tones of one part.
    """

    name: str
    root: Path
    frames: tuple[Drawing, ...]
    references: tuple[Drawing, ...] = ()
    has_sheet: bool = False
    colorbook: Path | None = None

    @property
    def painted(self) -> tuple[Drawing, ...]:
        """The frames whose colours are known."""
        return tuple(frame for frame in self.frames if frame.has_truth)

    @property
    def unpainted(self) -> tuple[Drawing, ...]:
        """The frames that wait for colours."""
        return tuple(frame for frame in self.frames if not frame.has_truth)


def natural_key(text: str) -> list[tuple[int, int | str]]:
    """Return a sort key under which `A2` comes before `A10`."""
    parts = re.split(r"([0-9]+)", text.casefold())
    return [(0, int(part)) if part.isdecimal() else (1, part) for part in parts if part]


def list_images(folder: Path) -> list[Path]:
    """Return the image files of a folder in natural order; none if there is no folder.

    Raises
    ------
    InputError
        If two differ in their extension only, or the folder cannot be read.
    """
    try:
        if not folder.is_dir():
            return []
        # A link to a file that is gone is an image that is missing, to be told as such.
        paths = [path for path in folder.iterdir() if is_image_path(path) and not path.is_dir()]
    except OSError as error:
        raise InputError(
            f"{folder} cannot be read ({error.strerror}); change its permissions or copy it"
        ) from error
    by_stem: dict[str, Path] = {}
    for path in sorted(paths, key=lambda path: natural_key(path.name)):
        if path.stem in by_stem:
            raise InputError(
                f"{folder} has both {by_stem[path.stem].name} and {path.name}; "
                "remove one, a frame's name must be unique"
            )
        by_stem[path.stem] = path
    return list(by_stem.values())


def find_clip(path: Path | str, references: Sequence[Path | str] = ()) -> Clip:
    """Find out what a folder or an image holds.

    Parameters
    ----------
    path : path
        A folder in one of the layouts, or one image.
    references : sequence of path
        Painted images, or folders of them (with `line/` and `gt/` inside, or `ref/`, or
        paintings alone).

    Raises
    ------
    InputError
        If it is missing or has no images.
    """
    path = Path(path)
    given = tuple(drawing for item in references for drawing in find_references(Path(item)))
    if path.is_file():
        return Clip(path.stem, path.parent, (Drawing(path.stem, path, None),), _unique(given))
    if not path.exists():
        raise InputError(f"{path} does not exist; check the name")
    if list_images(path / LINE) or list_images(path / PAINTING):
        frames = _pairs(path)
    else:
        frames = _plain_frames(path, given)
    sheet = tuple(item for item in _pairs(path / REFERENCES, f"{REFERENCES}/") if item.has_truth)
    book = path / COLORBOOK
    return Clip(
        path.resolve().name,
        path,
        frames,
        _unique(sheet + given),
        bool(sheet),
        book if book.is_file() else None,
    )


def find_references(path: Path) -> tuple[Drawing, ...]:
    """Find the painted drawings that a `--ref` path means.

    A single image finds its line art in the folder `line` beside its own folder `gt`.

    Raises
    ------
    InputError
        If it is missing or has no painted images.
    """
    if path.is_file():
        lines = _by_stem(path.parent.parent / LINE) if path.parent.name == PAINTING else {}
        return (Drawing(f"{path.parent.name}/{path.stem}", lines.get(path.stem), path),)
    if not path.exists():
        raise InputError(f"reference {path} does not exist; check the name")
    folder = path.resolve().name
    for root in (path, path / REFERENCES):
        if list_images(root / PAINTING):
            return tuple(item for item in _pairs(root, f"{folder}/") if item.has_truth)
    found = [Drawing(f"{folder}/{image.stem}", None, image) for image in list_images(path)]
    if not found:
        raise InputError(f"reference folder {path} has no painted images; put them into it or gt/")
    return tuple(found)


def find_clips(root: Path | str) -> list[Clip]:
    """Return the clips of a folder: itself if it is one, else those of its subfolders.

    Raises
    ------
    InputError
        If there is none.
    """
    root = Path(root)
    if root.is_dir() and not (list_images(root / LINE) or list_images(root / PAINTING)):
        inside = sorted(_folders(root), key=lambda folder: natural_key(folder.name))
        clips = [find_clip(folder) for folder in inside if list_images(folder / LINE)]
        if clips:
            return clips
    return [find_clip(root)]


def _plain_frames(folder: Path, references: Iterable[Drawing]) -> tuple[Drawing, ...]:
    """Return the images of a folder that are not given as references."""
    given = (path for item in references for path in (item.painting, item.line))
    taken = {path.resolve() for path in given if path is not None}
    images = [image for image in list_images(folder) if image.resolve() not in taken]
    if not images:
        kinds = ", ".join(extension.lstrip(".") for extension in EXTENSIONS)
        raise InputError(
            f"{folder} has no images; choose a folder with {kinds} files or with line/"
        )
    return tuple(Drawing(image.stem, image, None) for image in images)


def _unique(drawings: Iterable[Drawing]) -> tuple[Drawing, ...]:
    """Drop paintings given twice and number names that occur twice."""
    found: dict[str, Drawing] = {}
    paintings = set()
    for drawing in drawings:
        file = drawing.painting and drawing.painting.resolve()
        if file in paintings:
            continue
        paintings.add(file)
        name, copies = drawing.name, 1
        while name in found:
            copies += 1
            name = f"{drawing.name} ({copies})"
        found[name] = replace(drawing, name=name)
    return tuple(found.values())


def _folders(root: Path) -> Iterable[Path]:
    return (path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))


def _by_stem(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in list_images(folder)}


def _pairs(root: Path, prefix: str = "") -> tuple[Drawing, ...]:
    """Join `line`, `gt`, `seg` and `json_color` of a folder by stem."""
    lines, paintings = _by_stem(root / LINE), _by_stem(root / PAINTING)
    labels, annotated = _by_stem(root / LABELS), _by_stem(root / ANNOTATED)
    colors: dict[str, Path] = {}
    for folder in (root / LABELS, root / LABEL_COLORS):
        if folder.is_dir():
            colors |= {path.stem: path for path in folder.glob("*.json")}
    drawings = []
    for stem in sorted(lines.keys() | paintings.keys(), key=natural_key):
        own = labels.get(stem)
        drawings.append(
            Drawing(
                prefix + stem,
                lines.get(stem),
                paintings.get(stem),
                own,
                colors.get(stem) if own else None,
                annotated.get(stem),
            )
        )
    return tuple(drawings)
