"""Graphs of 16 bits say what those of 32 say."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from paintassist.core.references import segment_colors
from paintassist.core.segments import segment
from paintassist.engines.dacon.bundle import HALF_GRAPHS, WEIGHING, Bundle, open_bundle
from paintassist.engines.dacon.config import Fusion
from paintassist.engines.dacon.engine import DaconEngine, find_bundle, model_folders
from paintassist.engines.dacon.precision import Precision, export_precision
from paintassist.engines.dacon.providers import Choice
from paintassist.engines.dacon.runtime import OnnxRuntime, Session, open_session
from paintassist.io.images import read_image, read_line_art
from paintassist.resources import sample_folder
from tests.engines.dacon.tiny import tiny_bundle, tiny_published

GPU = Choice(("CUDA", "CPU"))


class MadeUpGpu:
    """onnxruntime on the CPU that says it were a GPU, so that graphs of 16 bits run."""

    def __init__(self, path: Path) -> None:
        self._real = open_session(path, ["CPU"])
        self.run = self._real.run

    def get_providers(self) -> list[str]:
        return ["CUDAExecutionProvider", "CPUExecutionProvider"]


def opened_as_on_a_gpu(path: Path, names: object) -> Session:
    return MadeUpGpu(path)


def exported(bundle: Bundle, folder: Path, precision: Precision) -> Bundle:
    folder.mkdir()
    export_precision(bundle, folder, folder.name, precision, report=lambda what: None)
    return open_bundle(folder)


def drawing(seed: int):
    """A grid of boxes of many sizes, 400 pixels a side."""
    rng = np.random.default_rng(seed)
    inks = np.zeros((400, 400), np.uint8)
    for lines in (inks, inks.T):
        lines[np.cumsum(rng.integers(14, 34, 14))] = 1
    return segment(inks)


def in_both(bundle: Bundle) -> tuple[DaconEngine, DaconEngine]:
    """Open a model in 16 and in 32 bits."""
    half = OnnxRuntime(bundle, opener=opened_as_on_a_gpu, choice=GPU)
    whole = OnnxRuntime(bundle, "cpu")
    assert (half.precision, whole.precision) == ("fp16", "fp32")
    return DaconEngine("16", bundle.config, half), DaconEngine("32", bundle.config, whole)


@pytest.mark.parametrize("fusion", ["v1.0", "v1.1"])
def test_features_of_16_bits_are_those_of_32(tmp_path: Path, fusion: Fusion) -> None:
    """Colours are compared below: of random weights, all segments look nearly alike."""
    bundle = tiny_bundle(tmp_path / "m", tiny_published(fusion))
    half = exported(bundle, tmp_path / "half", Precision.FP16)
    assert set(HALF_GRAPHS) < set(half.files)
    one, other = (engine.encode(drawing(1)).vectors for engine in in_both(half))
    assert len(one) > 100
    assert (one != other).any()
    assert (one * other).sum(axis=1).min() > 1 - 2e-2


def test_16_bits_choose_the_colours_of_32(tmp_path: Path) -> None:
    """With trained weights and real drawings."""
    half = exported(find_bundle(None, model_folders()), tmp_path / "half", Precision.FP16)
    paths = sorted((sample_folder() / "line").glob("*.png"))[:5]
    sheet, *frames = (segment(read_line_art(path).inks) for path in paths)
    colors = segment_colors(sheet, read_image(sample_folder() / "gt" / paths[0].name))
    same = []
    engines = in_both(half)
    for frame in frames:
        one, other = (
            colors[1:][engine.similarity(engine.encode(frame), engine.encode(sheet)).argmax(axis=1)]
            for engine in engines
        )
        same.append((one == other).all(axis=1))
    assert len(np.concatenate(same)) > 200
    assert np.concatenate(same).mean() >= 0.995


def test_the_bundled_model_keeps_its_weighing_in_every_precision(tmp_path: Path) -> None:
    bundle = find_bundle(None, model_folders())
    for precision in (Precision.FP32, Precision.FP16):
        made = exported(bundle, tmp_path / precision, precision)
        assert made.files[WEIGHING] == bundle.files[WEIGHING]
        assert made.calibrations == bundle.calibrations
