from __future__ import annotations

from pathlib import Path

import pytest

from paintassist import resources


def test_a_checkout_has_its_data_beside_the_package() -> None:
    root = Path(__file__).parent.parent
    if not (root / "paintassist/_data").exists():
        assert resources.models_folder() == root / "models"
        assert resources.sample_folder() == root / "resources/sample"


def test_a_wheel_has_its_data_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data/models").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resources.models_folder() == tmp_path / "_data/models"
