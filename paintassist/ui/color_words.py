"""What a colour is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from paintassist.core.palette import Color, PaletteEntry, Role, hex_of

# lupdate finds the sentences by this name, and needs context and sentence spelled out.
translate = QCoreApplication.translate


def value_words(color: Color) -> str:
    """Return #RRGGBB, with the alpha behind it unless opaque."""
    return hex_of(color) if color[3] == 255 else f"{hex_of(color)} {color[3]}"


def role_words(role: Role) -> str:
    """Return what painters call a tone of a part."""
    return {
        Role.HIGHLIGHT: translate("Words", "Highlight"),
        Role.NORMAL: translate("Words", "Normal"),
        Role.SHADOW_1: translate("Words", "Shadow 1"),
        Role.SHADOW_2: translate("Words", "Shadow 2"),
        Role.OTHER: translate("Words", "Other"),
    }[role]


def entry_label(entry: PaletteEntry) -> str:
    """Return the entry's name; while it has none, its part and tone, or else its value."""
    if entry.name or not entry.part:
        return entry.name or value_words(entry.color)
    return entry.part if entry.role is Role.OTHER else f"{entry.part} {role_words(entry.role)}"
