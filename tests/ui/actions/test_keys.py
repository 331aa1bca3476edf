"""Keys that move from action to action."""

from __future__ import annotations

import pytest

from paintassist.ui.actions import ACTIONS
from paintassist.ui.actions.action_set import plain
from paintassist.ui.actions.keys import KeyMap, counts_on_canvas_only, default_keys, normal

GIVEN = {"save": ("Ctrl+S",), "undo": ("Ctrl+Z", "Z"), "theme": ()}


@pytest.mark.parametrize(
    ("key", "spelled"),
    [("Delete", "Del"), ("ctrl+s", "Ctrl+S"), ("Ctrl++", "Ctrl++"), ("Nonsense", ""), ("", "")],
)
def test_one_spelling(key, spelled):
    assert normal(key) == spelled


def test_a_key_has_one_owner():
    keys = KeyMap(GIVEN)
    keys.assign("theme", ("Z", "ctrl+s", "Z", "Nonsense"))
    assert [keys[action_id] for action_id in keys] == [(), ("Ctrl+Z",), ("Z", "Ctrl+S")]
    assert keys.owner("Ctrl+S") == "theme"
    assert keys.owner("F9") == ""
    keys.reset("save")
    assert keys["save"] == ("Ctrl+S",)
    assert keys["theme"] == ("Z",)
    assert set(keys.own) == {"undo", "theme"}
    keys.reset_all()
    assert {action_id: keys[action_id] for action_id in keys} == GIVEN


def test_keys_of_lists_and_fields_count_on_the_canvas_only():
    by_id = {spec.id: spec for spec in ACTIONS}
    assert counts_on_canvas_only(by_id["clear"], "Del")
    assert counts_on_canvas_only(by_id["save"], "Space")
    assert not counts_on_canvas_only(by_id["save"], "Ctrl+S")


def test_every_key_of_the_table_is_a_key_and_nobody_elses():
    keys = [key for spec in ACTIONS for key in default_keys(spec)]
    assert all(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("text", "name"),
    [("&Open...", "Open"), ("開く(&O)...", "開く"), ("保存(&S)", "保存"), ("A && B", "A  B")],
)
def test_plain_names(text, name):
    assert plain(text) == name
