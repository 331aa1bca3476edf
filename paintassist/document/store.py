"""Where a document is kept: the protocol that the project file implements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from paintassist.core.lines import LineSettings
from paintassist.core.palette import Palette
from paintassist.document.edits import Atom, Edit
from paintassist.document.frame import Frame
from paintassist.document.history import Step
from paintassist.document.sheet import Sheet
from paintassist.document.sources import SheetPlace, SourceFile

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]


@dataclass(frozen=True)
class Settings:
    """How the project reads and proposes.

    Attributes
    ----------
    lines : LineSettings
    engine : str
        Name for `engines.registry.make_engine`; empty for the default.
    model : str
        Name or path of the engine's model; empty for the bundled one.
    """

    lines: LineSettings = field(default_factory=LineSettings)
    engine: str = ""
    model: str = ""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A whole document, as it is stored; proposals are not part of it.

    Attributes
    ----------
    edits : sequence of Edit
        The history, oldest first.
    done, forgotten : int
        How many of the edits are done, and how many older ones are kept no more.
    """

    frames: Sequence[Frame] = ()
    sheets: Sequence[Sheet] = ()
    palette: Palette = field(default_factory=Palette)
    settings: Settings = field(default_factory=Settings)
    view: Mapping[str, JsonValue] = field(default_factory=dict)
    edits: Sequence[Edit] = ()
    done: int = 0
    forgotten: int = 0


class Store(Protocol):
    """Keeps a document. Every call is one transaction, durable when it returns.

    Every method raises `InputError` if it could not, and has then changed nothing.
    """

    @property
    def path(self) -> Path:
        """The file."""
        ...

    @property
    def refusal(self) -> str:
        """Why every edit is refused, in one sentence; empty if the file can be written."""
        ...

    def write_atoms(self, atoms: Sequence[Atom], step: Step) -> None:
        """Keep the new side of each atom, in order, and what becomes of the history."""
        ...

    def forget_history(self) -> None:
        """Keep no edit any more; what they did stays."""
        ...

    def write_frames(self, frames: Sequence[Frame]) -> None:
        """Keep exactly these frames in this order; those of known names keep their rows."""
        ...

    def write_label_map(self, frame: Frame, forgets_history: bool = False) -> None:
        """Keep the frame's label map, hash and decisions."""
        ...

    def write_sources(self, files: Sequence[SourceFile]) -> None:
        """Keep where the line art of frames lies, and its stamps; hashes stay."""
        ...

    def write_sheet_places(self, places: Mapping[str, SheetPlace]) -> None:
        """Keep where the files of sheets lie, by name."""
        ...

    def write_settings(self, settings: Settings) -> None:
        """Keep the settings."""
        ...

    def write_view(self, key: str, value: JsonValue) -> None:
        """Keep one value of the view state."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
