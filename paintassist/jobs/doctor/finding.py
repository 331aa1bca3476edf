"""What an examination tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How a part of an installation is, the worse the later."""

    OK = "ok"
    NOTICE = "notice"
    BROKEN = "broken"


@dataclass(frozen=True)
class Finding:
    """What was found about one part.

    Attributes
    ----------
    subject : str
        The part.
    state : State
    value : str
        What there is, or what is wrong, in one line.
    remedy : str
        What to do; empty where nothing is wrong.
    facts : mapping
        The same for programs, as JSON takes it.
    """

    subject: str
    state: State
    value: str
    remedy: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


def worst(findings: Iterable[Finding]) -> State:
    """Return the worst state of all; OK where there is none."""
    order = list(State)
    return max((finding.state for finding in findings), key=order.index, default=State.OK)
