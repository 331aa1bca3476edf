"""Rows of the forms: a label, its field, and buttons that fill the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget


def add_row(
    form: QFormLayout,
    title: str,
    field: QWidget,
    width: int,
    browse: Mapping[str, Callable[[], None]] | None = None,
) -> None:
    """Append a row; `width` is the least of its field, `browse` what its buttons say and do."""
    field.setMinimumWidth(width)
    row = QHBoxLayout()
    row.addWidget(field, 1)
    for text, slot in (browse or {}).items():
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False, slot=slot: slot())
        row.addWidget(button)
    label = QLabel(title)
    label.setBuddy(field)
    form.addRow(label, row)
