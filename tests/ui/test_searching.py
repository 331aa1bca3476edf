"""What a painter types, and what comes first."""

from __future__ import annotations

import pytest

from paintassist.ui.searching import match, search


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("acc", "Accept Frame", "Vacuum Cleaner"),
        ("frame acc", "Accept Frame", "Accept Segment Far Remote Axe Mole"),
        ("宛", "宛先 保存", "保存宛先"),
    ],
)
def test_a_beginning_of_a_word_is_better(query, better, worse):
    assert match(query, better) > match(query, worse)


def test_every_word_has_to_be_found():
    assert match("accept nonsense", "Accept Frame") is None
    assert match("afr", "Accept Frame") == 1
    assert match("rfa", "Accept Frame") is None
    assert match("", "anything") == 0


def test_equals_keep_their_order():
    items = [("Zoom Out", 1), ("Open", 2), ("Zoom In", 3)]
    assert search("zoom", items) == [1, 3]
    assert search("", items) == [1, 2, 3]
    # Letters in order count less than a word.
    assert search("on", [("Option", "apart"), ("on top", "word")]) == ["word", "apart"]
