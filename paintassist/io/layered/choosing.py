"""Which layers of a file are line art and which are paint, by their names."""

from __future__ import annotations

from collections.abc import Iterable

from paintassist.io.layered.file import LayerInfo

LINE_WORDS = ("line", "ink", "outline", "trace", "線", "主線", "线")
NO_PAINT_WORDS = ("paper", "用紙", "memo", "text", "note", "指定", "メモ", "文字")


def suggest_lines(layers: Iterable[LayerInfo]) -> tuple[int, ...]:
    """Return the visible layers whose names say that they are line art."""
    return tuple(
        index
        for index, layer in enumerate(layers)
        if layer.visible and not layer.is_text and _has_word(layer.name, LINE_WORDS)
    )


def suggest_paint(layers: Iterable[LayerInfo]) -> tuple[int, ...]:
    """Return the visible layers that are neither line art nor words nor paper."""
    layers = tuple(layers)
    lines = set(suggest_lines(layers))
    return tuple(
        index
        for index, layer in enumerate(layers)
        if layer.visible
        and not layer.is_text
        and index not in lines
        and not _has_word(layer.name, NO_PAINT_WORDS)
    )


def _has_word(name: str, words: Iterable[str]) -> bool:
    last = name.rsplit("/", 1)[-1].casefold()
    return any(word in last for word in words)
