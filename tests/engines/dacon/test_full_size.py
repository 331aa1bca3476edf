"""The published model at full size with random weights; needs 6 GB of memory and disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from paintassist.engines.dacon.bundle import open_bundle
from paintassist.engines.dacon.config import DaconConfig
from paintassist.engines.dacon.importing import import_model
from paintassist.engines.dacon.precision import Precision, export_precision
from paintassist.engines.dacon.runtime import OnnxRuntime
from tests.engines.dacon import official


@pytest.mark.slow
def test_the_published_sizes_are_imported_and_made_int8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(official, "WIDTHS", (64, 128, 256, 512, 1024))
    monkeypatch.setattr(official, "EMBEDDING", 128)
    monkeypatch.setattr(official, "LAYERS", 24)
    monkeypatch.setattr(official, "GRID", 37)
    torch.save(official.dacon_state("v1.1", 1024), tmp_path / "dacon.pth")
    torch.save(official.meta_state(1024), tmp_path / "dino.pth")
    for name in ("whole", "int8"):
        (tmp_path / name).mkdir()

    import_model(
        tmp_path / "whole",
        "whole",
        tmp_path / "dacon.pth",
        tmp_path / "dino.pth",
        lambda what: None,
    )
    whole = open_bundle(tmp_path / "whole")
    export_precision(whole, tmp_path / "int8", "int8", Precision.INT8, lambda what: None)
    int8 = open_bundle(tmp_path / "int8")

    assert whole.config == int8.config == DaconConfig()
    size = (int8.folder / "semantic.onnx").stat().st_size
    assert size < 0.3 * (whole.folder / "semantic.onnx").stat().st_size
    picture = np.random.default_rng(1).random((1, 3, 518, 518), np.float32)
    found = OnnxRuntime(int8, "cpu").run("semantic", {"picture": picture})
    assert found.shape == (1, 37 * 37, 1024)
    assert np.isfinite(found).all()
