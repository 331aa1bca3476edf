"""Colorize a clip of a few pixels and read what it reported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from paintassist.io.layouts import find_clip
from paintassist.jobs.colorize import ColorizeOutcome, ColorizeRequest, colorize
from tests.fakes import FakeEngine


def run(
    clip: Path, out: Path, *references: Path, engine: FakeEngine | None = None, **options: Any
) -> tuple[ColorizeOutcome, list[str]]:
    notes: list[str] = []
    request = ColorizeRequest(find_clip(clip, references), out, **options)
    return colorize(request, engine or FakeEngine(), notify=notes.append), notes


def report(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "report.json").read_text("utf-8"))
    return found
