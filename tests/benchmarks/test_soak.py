"""The soak in short: eight simulated minutes on six frames, and nothing is left lying about."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.soak import ACTS_A_LOOK, Soak, growth, look
from paintassist.engines.registry import make_engine

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts in /proc")


def test_eight_minutes_leak_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp) -> None:
    monkeypatch.setattr("benchmarks.soak.ACTS_A_LOOK", ACTS_A_LOOK // 5)
    soak = Soak(tmp_path, 6, lambda settings: make_engine("shape"))
    # What is rare and holds most is done at least once before the first look, and again by chance.
    rare = (soak.window.keeper.save_version, soak.go_back, soak.look_at_past, soak.export)
    try:
        for act in rare:
            act()
        looks = soak.run(150)
        for act in rare:
            act()
        soak.looks.append(look(8))
    finally:
        soak.close()
    assert len(soak.acts) > 10
    assert soak.exported > 0
    assert len(looks) == 8
    for what in ("files", "widgets"):
        assert growth(looks, what) <= 0, [getattr(one, what) for one in looks]
    # A pool may just be busy at a look; each of the rare acts would leave one more than that.
    assert growth(looks, "threads") < 2, [one.threads for one in looks]
    # The oldest edits are still held for undo; whole windows or label maps would be far more.
    assert growth(looks, "objects") < 30, [one.objects for one in looks]
    assert growth(looks, "memory_mib") < 30, [one.memory_mib for one in looks]
