"""Presets, and what a painter changed of them, across two starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from paintassist.ui.actions import ACTIONS
from paintassist.ui.shortcuts.presets import CLIP_STUDIO_LIKE, PAINT_ASSIST, PAINTMAN_LIKE, PRESETS
from paintassist.ui.shortcuts.store import load_keys, load_preset, save_keys


def preferences(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_a_preset_is_sound(preset):
    keys = preset.keys(ACTIONS)
    every = [key for action_id in keys for key in keys[action_id]]
    assert len(every) == len(set(every))
    assert preset.changes.keys() <= {spec.id for spec in ACTIONS}
    # A preset that leaves an action without the keys that it promises would be a typo.
    for action_id, changed in preset.changes.items():
        assert keys[action_id] == changed
    assert [spec.id for spec in ACTIONS if not keys[spec.id]] == []


def test_presets_differ_where_hands_do():
    assert PAINTMAN_LIKE.keys(ACTIONS)["bucket"] == ("Alt+K",)
    assert CLIP_STUDIO_LIKE.keys(ACTIONS)["bucket"] == ("G",)
    assert CLIP_STUDIO_LIKE.keys(ACTIONS)["next_frame"] == (".",)
    assert PAINT_ASSIST.keys(ACTIONS)["next_frame"] == ("G",)


def test_changes_are_kept_per_preset(tmp_path: Path):
    first = preferences(tmp_path)
    assert load_preset(first) is PAINT_ASSIST
    keys = load_keys(first, PAINTMAN_LIKE)
    keys.assign("save", ("F9", ",", "Ctrl+;"))
    keys.assign("models", ())
    keys.assign("undo", ("Ctrl+Y",))
    save_keys(first, PAINTMAN_LIKE, keys)
    second = preferences(tmp_path)
    assert load_preset(second) is PAINTMAN_LIKE
    again = load_keys(second, PAINTMAN_LIKE)
    assert again["save"] == ("F9", ",", "Ctrl+;")
    assert again["models"] == ()
    assert (again["undo"], again["redo"]) == (("Ctrl+Y",), ())
    assert again.own == keys.own
    assert not load_keys(second, PAINT_ASSIST).own


def test_resetting_leaves_nothing_behind(tmp_path: Path):
    first = preferences(tmp_path)
    keys = load_keys(first, PAINT_ASSIST)
    keys.assign("save", ("F9",))
    save_keys(first, PAINT_ASSIST, keys)
    keys.reset_all()
    save_keys(first, PAINT_ASSIST, keys)
    assert load_keys(preferences(tmp_path), PAINT_ASSIST)["save"] == ("Ctrl+S",)


def test_nonsense_in_the_file_counts_for_nothing(tmp_path: Path):
    stored = preferences(tmp_path)
    stored.setValue("shortcuts/preset", "emacs")
    stored.setValue("shortcuts/paintassist/gone_action", "Ctrl+S")
    stored.setValue("shortcuts/paintassist/fit", "No such key")
    keys = load_keys(stored, load_preset(stored))
    assert keys["save"] == ("Ctrl+S",)
    assert keys["fit"] == ()
