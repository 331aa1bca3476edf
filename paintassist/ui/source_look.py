"""What a look at files found, and how the painter is asked about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from paintassist.document.sources import Fate, SourceFile, check_source

Offer = Callable[[str, Sequence[tuple[str, Callable[[], object]]]], None]


@dataclass
class Look:
    """What a look at all files found.

    Attributes
    ----------
    same : list of SourceFile
        Where their stamps are other ones now.
    changed, missing : list of SourceFile
    """

    same: list[SourceFile] = field(default_factory=list)
    changed: list[SourceFile] = field(default_factory=list)
    missing: list[SourceFile] = field(default_factory=list)

    def add(self, known: SourceFile) -> None:
        """Look at one file."""
        fate, now = check_source(known)
        if fate is Fate.MISSING:
            self.missing.append(known)
        elif fate is Fate.CHANGED:
            self.changed.append(now)
        elif now != known:
            self.same.append(now)
