"""What the worker is asked, and what it answers: frozen values that cross threads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.lines import LineSettings
from paintassist.core.retouch import UNTOUCHED, Retouch
from paintassist.core.segments import Segments
from paintassist.core.tones import Tones
from paintassist.document.packing import PackedSegments
from paintassist.document.proposals import FrameProposals
from paintassist.document.sheet import LoadedSheet


@dataclass(frozen=True, eq=False)
class LoadFrame:
    """Segment (unless the label map is known), encode and propose for one frame.

    Attributes
    ----------
    frame : str
    path : Path or None
    lines : LineSettings
    packed : PackedSegments or None
        The label map if it is known; then the path is not read.
    colors : (N,) int32 or None
        The decided colours if the label map is known.
    urgent : bool
        The painter looks at it.
    retouch : Retouch
        What to change of the drawing if it is segmented.
    generation : int
        Of the `Session` that asked; copied to every result.
    serial : int
        Grows with every request about frames and pages: of two that contradict each other
        the greater one is right, whichever is answered first. Copied to the proposals.
    """

    frame: str
    path: Path | None
    lines: LineSettings
    packed: PackedSegments | None = None
    colors: NDArray[np.int32] | None = None
    urgent: bool = False
    generation: int = 0
    retouch: Retouch = UNTOUCHED
    serial: int = 0


@dataclass(frozen=True, eq=False)
class LoadSheet:
    """Read a painting (with its line art, if there is one) and find its segments."""

    name: str
    painting: Path
    line: Path | None
    lines: LineSettings
    generation: int = 0


@dataclass(frozen=True, eq=False)
class SetReference:
    """Say what is known of a page now; all frames are re-matched incrementally.

    Attributes
    ----------
    page : str
        Page key, see `frame_page` and `sheet_page`.
    colors : (N,) int32 or None
        Palette index per segment, `NO_COLOR` where nothing is known; None forgets the page.
    packed : PackedSegments or None
        Needed for sheets, whose features the worker may not have yet.
    order : tuple of str
        Frames in the order in which to propose for them.
    serial : int
        See `LoadFrame`.
    quiet : bool
        To be known, but not answered: the painter has cancelled.
    mirrored : bool
        Whether the drawing of `packed` is to be mirrored; ids stay.
    view : str
        From where the drawing is seen; "" if nobody told.
    """

    page: str
    colors: NDArray[np.int32] | None
    packed: PackedSegments | None = None
    order: tuple[str, ...] = ()
    generation: int = 0
    serial: int = 0
    quiet: bool = False
    mirrored: bool = False
    view: str = ""


@dataclass(frozen=True, eq=False)
class SetTones:
    """Say which colours of the palette are tones of one part.

    Attributes
    ----------
    tones : Tones
    order : tuple of str
        Frames in the order in which to propose for them.
    """

    tones: Tones
    order: tuple[str, ...] = ()
    generation: int = 0


@dataclass(frozen=True)
class Refresh:
    """Hand over every proposal that changed and was not handed over yet."""

    order: tuple[str, ...] = ()
    generation: int = 0


@dataclass(frozen=True)
class Warm:
    """Compare a frame with some others ahead of the painter's first decision on it.

    Some engines compare two drawings as wholes when they first meet. Answered by one
    `Progress` of "warm"; short, so that nothing has to wait for it.

    Attributes
    ----------
    frame : str
    start : int
        How many of the others were done before.
    """

    frame: str
    start: int = 0
    generation: int = 0


@dataclass(frozen=True)
class PassOn:
    """Let the frames tell their neighbours what they would be coloured (`document.relay`).

    Answered by the proposals that change with it; or, while there is more to compare than
    should keep others waiting, by one `Progress` of "relay".

    Attributes
    ----------
    chain : tuple of str
        The frames in the order of the clip.
    order : tuple of str
        Frames in the order in which to propose for them.
    """

    chain: tuple[str, ...]
    order: tuple[str, ...] = ()
    generation: int = 0


@dataclass(frozen=True)
class Reset:
    """Forget all frames and pages (but not their features): everything is asked anew."""

    generation: int = 0


Request = LoadFrame | LoadSheet | SetReference | SetTones | Refresh | PassOn | Warm | Reset


@dataclass(frozen=True, eq=False)
class LoadedFrame:
    """A frame was segmented, or could not be.

    Attributes
    ----------
    frame : str
    packed : PackedSegments or None
    segments : Segments or None
        Unpacked, if it was at hand.
    content_hash : str
        Of the line art file; empty if it was not read.
    problem : str
        One sentence for the painter; empty if all went well.
    """

    frame: str
    packed: PackedSegments | None = None
    segments: Segments | None = None
    content_hash: str = ""
    problem: str = ""
    generation: int = 0


@dataclass(frozen=True, eq=False)
class SheetResult:
    """A sheet was read (`sheet`), or could not be (`problem`)."""

    name: str
    sheet: LoadedSheet | None = None
    problem: str = ""
    generation: int = 0


@dataclass(frozen=True)
class Progress:
    """How far a piece of work is.

    Attributes
    ----------
    what : str
        "frames" (loading and first proposals); "relay" and "warm" are of no interest to
        painters.
    done, total : int
    """

    what: str
    done: int
    total: int
    generation: int = 0


@dataclass(frozen=True, eq=False)
class Failed:
    """A request met an error that is our fault."""

    request: Request
    error: Exception
    generation: int = 0


Result = LoadedFrame | SheetResult | FrameProposals | Progress | Failed


def frame_page(name: str) -> str:
    """Return the page key of a frame."""
    return f"frame:{name}"


def sheet_page(name: str) -> str:
    """Return the page key of a sheet."""
    return f"sheet:{name}"


def mirror_page(name: str) -> str:
    """Return the page key of a sheet's mirror image; its segments have the sheet's ids."""
    return f"mirror:{name}"


def page_name(page: str) -> str:
    """Return the frame's or sheet's name behind a page key."""
    return page.split(":", 1)[1]
