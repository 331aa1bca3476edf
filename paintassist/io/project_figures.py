"""How a figure of a sheet is used, as JSON in its row."""

from __future__ import annotations

import json

from paintassist.core.sheets.figures import Figure, View
from paintassist.io.project_values import MAX_SIDE, DamagedError, require


def figure_to_json(figure: Figure) -> str:
    """Return a figure as text."""
    return json.dumps(
        {
            "box": figure.box,
            "view": str(figure.view),
            "on": figure.on,
            "mirrored": figure.mirrored,
        },
        separators=(",", ":"),
    )


def figure_from_json(text: object) -> Figure | None:
    """Undo `figure_to_json`; None stays None.

    Raises
    ------
    DamagedError
        If the text is no figure.
    """
    if text is None:
        return None
    try:
        values = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError) as error:
        raise DamagedError("figure") from error
    if not isinstance(values, dict) or set(values) != {"box", "view", "on", "mirrored"}:
        raise DamagedError("figure")
    box, view = values["box"], values["view"]
    require(isinstance(box, list) and len(box) == 4, "figure")
    require(all(type(side) is int and 0 <= side <= MAX_SIDE for side in box), "figure")
    require(view in set(View), "figure")
    require(type(values["on"]) is bool and type(values["mirrored"]) is bool, "figure")
    left, top, right, bottom = box
    return Figure((left, top, right, bottom), View(view), values["on"], values["mirrored"])
