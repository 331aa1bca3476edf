"""Keeps a document and its worker in step; knows no threads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from paintassist.document.document import Document
from paintassist.document.requests import Request, Result
from paintassist.document.signal import Signal


class Session:
    """Turns changes of the document into requests, and results into changes.

    The window gives it a way to post requests to its worker and hands every result to
    `land`, in the document's thread. Late results (of an older generation) are dropped.

    Parameters
    ----------
    document : Document
    post : function of Request
        Usually `RequestQueue.put`.

    Attributes
    ----------
    problems : Signal of str
        One sentence for the painter each.
    generation : int
        Results of older generations are dropped.
    current : str
        Name of the frame the painter looks at; it is served first.
    """

    def __init__(self, document: Document, post: Callable[[Request], None]) -> None:
        self.document = document
        self.post = post
        self.problems: Signal[str] = Signal()
        self.generation = 0
        self.current = ""

    def start(self) -> None:
        """Ask for all frames and references, as after opening or changing the engine."""
        raise NotImplementedError

    def open_sheets(self, sheets: Iterable[tuple[str, Path, Path | None]]) -> None:
        """Ask for sheets by name, painting and line art (None: find it in the painting)."""
        raise NotImplementedError

    def land(self, result: Result) -> bool:
        """Put a result into the document; False if it was late and dropped."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop listening to the document and drop whatever still comes."""
        raise NotImplementedError
