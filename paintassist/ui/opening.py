"""What a path means when it is opened. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.core.inspection import find_odd_sizes
from paintassist.io.images import is_image_path, is_sheet_path, read_size
from paintassist.io.layouts import LINE, PAINTING, Drawing, find_clip, find_references, list_images
from paintassist.io.palettes import PALETTE_SUFFIXES
from paintassist.io.project_database import SUFFIX

# So many frames are named in one sentence.
MOST_SAID = 8

SheetFiles = tuple[str, Path, Path | None]
"""Name, painting, line art."""


@dataclass(frozen=True)
class Opening:
    """What to open.

    Attributes
    ----------
    title : str
    frames : list of (name, path of the line art)
    sheets : list of SheetFiles
    notes : list of str
        Sentences that the painter should see.
    book : Path or None
        The colours of the character, part by part.
    """

    title: str
    frames: list[tuple[str, Path]]
    sheets: list[SheetFiles]
    notes: list[str]
    book: Path | None = None


def is_project(path: Path) -> bool:
    """Tell by its name whether a file is a project."""
    return path.suffix.lower() == SUFFIX


def is_palette(path: Path) -> bool:
    """Tell by its name whether a file is a palette."""
    return path.suffix.lower() in PALETTE_SUFFIXES


def is_clip_folder(path: Path) -> bool:
    """Tell whether a folder has a layout of its own, so that nobody need be asked."""
    return bool(list_images(path / LINE) or list_images(path / PAINTING))


def plan_opening(path: Path) -> Opening:
    """Find the frames and sheets of a folder or an image.

    Line art with its shading filled in is opened in place of the plain one. Where every frame
    is painted already, as in a data set, the first one is the sheet.

    Raises
    ------
    InputError
        If there is nothing to open.
    """
    clip = find_clip(path)
    notes: list[str] = []
    frames = [
        (frame.name, frame.annotated or frame.line)
        for frame in clip.frames
        if frame.line is not None
    ]
    references: Sequence[Drawing] = clip.references or clip.painted
    if not clip.references and len(clip.painted) == len(clip.frames) > 1:
        references = clip.painted[:1]
        notes.append(
            f"all frames of {clip.name} are painted; only {references[0].name} is used as a sheet"
        )
    return Opening(clip.name, frames, _sheet_files(references), notes, clip.colorbook)


def odd_sizes(frames: Sequence[tuple[str, Path]], check: Callable[[], None]) -> str:
    """Say in one sentence which frames have another size than most; "" if none has.

    Only headers are read; a file that cannot be is told when it is opened.

    Parameters
    ----------
    frames : sequence of (name, path)
    check : function
        Raises where nobody waits any more.
    """
    sizes: list[tuple[str, tuple[int, int]]] = []
    for name, path in frames:
        check()
        with suppress(InputError):
            sizes.append((name, read_size(path)))
    found = find_odd_sizes(sizes)
    if not found:
        return ""
    usual, count = Counter(size for _, size in sizes).most_common(1)[0]
    if count < 2:
        return ""
    shown = [f"{item.frame} ({item.note.split(',')[0]})" for item in found[:MOST_SAID]]
    rest = f" and {len(found) - MOST_SAID} more" if len(found) > MOST_SAID else ""
    return (
        f"not all frames are {usual[0]} x {usual[1]} pixels: {', '.join(shown)}{rest}; "
        "check that these are the right files"
    )


def plan_frames(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Return name and path of single images that shall be frames."""
    return [(path.stem, path) for path in paths if is_image_path(path)]


def plan_sheets(paths: Sequence[Path]) -> list[SheetFiles]:
    """Find the painted drawings in images and folders.

    Raises
    ------
    InputError
        If one is missing or has no images.
    """
    return _sheet_files([drawing for path in paths for drawing in find_references(path)])


def _sheet_files(drawings: Sequence[Drawing]) -> list[SheetFiles]:
    return [
        (drawing.painting.stem, drawing.painting, drawing.line)
        for drawing in drawings
        if drawing.painting is not None
    ]


def with_own_names(sheets: Sequence[SheetFiles], taken: Mapping[str, Path]) -> list[SheetFiles]:
    """Number the names that another painting has; the same painting replaces itself.

    Parameters
    ----------
    sheets : sequence of SheetFiles
    taken : mapping of str to Path
        Painting by name of the sheets that are open.
    """
    paintings = dict(taken)
    named: list[SheetFiles] = []
    for name, painting, line in sheets:
        free = own_name(name, painting, paintings)
        paintings[free] = painting
        named.append((free, painting, line))
    return named


def own_name(name: str, painting: Path | None, taken: Mapping[str, Path | None]) -> str:
    """Return a sheet's name, numbered if another painting has it."""
    free, number = name, 2
    while taken.get(free, painting) != painting:
        free, number = f"{name} ({number})", number + 1
    return free


def check_paths(paths: Sequence[Path]) -> None:
    """Refuse paths that cannot be opened.

    Raises
    ------
    InputError
        Naming the first such path.
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path} does not exist; check the name")
        if path.is_file() and not (is_sheet_path(path) or is_project(path) or is_palette(path)):
            raise InputError(
                f"{path} is neither an image nor a project; drop PNG, TGA, TIFF, BMP or PSD files"
            )
