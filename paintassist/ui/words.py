"""Sentences that the window puts together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from paintassist.core.matching import NO_COLOR
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.requests import page_name
from paintassist.ui.panels.choices import entry_label, hex_of

CONTEXT = "Words"


def tr(text: str) -> str:
    """Translate a sentence of this module."""
    return QCoreApplication.translate(CONTEXT, text)


def counted(count: int, one: str, many: str) -> str:
    """Return `one` or `many`, both translated already, with the number in place of %1."""
    return (one if count == 1 else many).replace("%1", f"{count:,}")


def spread_words(segments: int, frames: int) -> str:
    """Say what a correction changed elsewhere."""
    changed = counted(segments, tr("1 segment changed"), tr("%1 segments changed"))
    return changed + " " + counted(frames, tr("in 1 frame"), tr("in %1 frames"))


def describe_segment(document: Document, frame: Frame, segment: int) -> str:
    """Say what is known of a segment: number, colour, state, certainty and origin."""
    parts = [tr("Segment %1").replace("%1", str(segment))]
    color = int(frame.color[segment])
    if color != NO_COLOR:
        entry = document.palette.entries[color]
        parts.append(f"{entry.name}  {hex_of(entry.color)}" if entry.name else entry_label(entry))
    states = {
        DecisionState.UNPAINTED: tr("unpainted"),
        DecisionState.PROPOSED: tr("proposed"),
        DecisionState.ACCEPTED: tr("accepted"),
        DecisionState.CORRECTED: tr("corrected"),
    }
    state = DecisionState(int(frame.state[segment]))
    words = states[state]
    if state is DecisionState.PROPOSED:
        words += f" {round(float(frame.confidence[segment]) * 100)} %"
    parts.append(words)
    source = frame.source(segment)
    if state is DecisionState.PROPOSED and source:
        origin = tr("from %1, segment %2")
        origin = origin.replace("%1", page_name(source.reference))
        parts.append(origin.replace("%2", str(source.segment)))
    return "    ".join(parts)
