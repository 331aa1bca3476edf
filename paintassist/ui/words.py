"""Sentences that the window puts together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from paintassist.core.matching import NO_COLOR
from paintassist.core.shade import Shade
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState, Frame
from paintassist.document.requests import page_name
from paintassist.ui.color_words import entry_label, value_words

# lupdate finds the sentences by this name, and needs context and sentence spelled out.
translate = QCoreApplication.translate


def counted(count: int, one: str, many: str) -> str:
    """Return `one` or `many`, both translated already, with the number in place of %1."""
    return (one if count == 1 else many).replace("%1", f"{count:,}")


def spread_words(segments: int, frames: int) -> str:
    """Say what a correction changed elsewhere."""
    changed = counted(
        segments, translate("Words", "1 segment changed"), translate("Words", "%1 segments changed")
    )
    return (
        changed
        + " "
        + counted(frames, translate("Words", "in 1 frame"), translate("Words", "in %1 frames"))
    )


def mark_words(part: str, shade: Shade) -> str:
    """Say as what a segment is marked; empty for nothing."""
    shades = {
        Shade.UNSAID: "",
        Shade.HIGHLIGHT: translate("Words", "Highlight"),
        Shade.NORMAL: translate("Words", "Normal"),
        Shade.SHADOW: translate("Words", "Either shadow"),
        Shade.SHADOW_1: translate("Words", "Shadow 1"),
        Shade.SHADOW_2: translate("Words", "Shadow 2"),
    }
    said = " ".join(word for word in (part, shades[shade]) if word)
    return translate("Words", "marked as %1").replace("%1", said) if said else ""


def describe_segment(document: Document, frame: Frame, segment: int) -> str:
    """Say what is known of a segment: number, colour, state, certainty and origin."""
    parts = [translate("Words", "Segment %1").replace("%1", str(segment))]
    color = int(frame.color[segment])
    if color != NO_COLOR:
        entry = document.palette.entries[color]
        label, value = entry_label(entry), value_words(entry.color)
        parts.append(label if label == value else f"{label}  {value}")
    states = {
        DecisionState.UNPAINTED: translate("Words", "unpainted"),
        DecisionState.PROPOSED: translate("Words", "proposed"),
        DecisionState.ACCEPTED: translate("Words", "accepted"),
        DecisionState.CORRECTED: translate("Words", "corrected"),
        DecisionState.LOCKED: translate("Words", "locked"),
    }
    state = DecisionState(int(frame.state[segment]))
    words = states[state]
    if state is DecisionState.PROPOSED:
        words += f" {round(float(frame.confidence[segment]) * 100)} %"
    parts.append(words)
    source = frame.source(segment)
    if state is DecisionState.PROPOSED and source:
        origin = translate("Words", "from %1, segment %2")
        origin = origin.replace("%1", page_name(source.reference))
        parts.append(origin.replace("%2", str(source.segment)))
    return "    ".join(parts)
