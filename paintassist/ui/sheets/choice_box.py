"""A choice among a few words, for the cell of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox


def choice_box(
    words: Sequence[str], current: int, name: str, chosen: Callable[[int], object]
) -> QComboBox:
    """Return a box that shows `words[current]`.

    Parameters
    ----------
    name : str
        For screen readers.
    chosen : function of int
        Called with the place of what the painter chose.
    """
    box = QComboBox()
    box.addItems(list(words))
    box.setCurrentIndex(current)
    box.setAccessibleName(name)
    box.currentIndexChanged.connect(chosen)
    return box
