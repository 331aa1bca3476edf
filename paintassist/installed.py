"""How this PaintAssist was installed, and so how a part of it comes or is mended."""

from __future__ import annotations

import sys


def is_frozen() -> bool:
    """Return whether this is a build that brings its own Python."""
    return bool(getattr(sys, "frozen", False))


def remedy_for_extra(extra: str) -> str:
    """Return how the packages of an extra come, as the end of a sentence."""
    if is_frozen():
        return "the full build of PaintAssist brings it"
    return f"`pip install paintassist[{extra}]` brings it"


def remedy_for_broken(package: str = "") -> str:
    """Return how a package, or PaintAssist, is installed anew."""
    if is_frozen() or not package:
        return "install PaintAssist again"
    return f"pip install --force-reinstall --no-deps {package}"
