"""Bundles on disk, run by onnxruntime and by PyTorch."""

import json
from pathlib import Path

import numpy as np
import pytest

from paintassist.core.errors import InputError
from paintassist.core.segments import Segments, segment
from paintassist.engines.dacon import compact as compact_module
from paintassist.engines.dacon.bundle import Bundle, open_bundle
from paintassist.engines.dacon.config import DaconConfig
from paintassist.engines.dacon.engine import DaconEngine, load_engine
from paintassist.engines.dacon.fallback import open_runtime
from paintassist.engines.dacon.runtime import OnnxRuntime, Runtime, TorchRuntime
from tests.drawing import cel
from tests.engines.dacon.tiny import TINY_COMPACT, tiny_bundle, tiny_published


def _cel() -> Segments:
    rng = np.random.default_rng(5)
    inks = np.zeros((60, 70), np.uint8)
    inks[rng.integers(5, 55, 4)] = 1
    inks[:, rng.integers(5, 65, 4)] = 1
    inks[30, 10:40] = 2
    return segment(inks)


def _vectors(bundle: Bundle, runtime: Runtime, segments: Segments) -> np.ndarray:
    return DaconEngine(bundle.name, bundle.config, runtime).encode(segments).vectors


@pytest.mark.parametrize(
    "config",
    [TINY_COMPACT, tiny_published("v1.0"), tiny_published("v1.1")],
    ids=["compact", "v1.0", "v1.1"],
)
@pytest.mark.parametrize("half", [False, True])
def test_onnxruntime_and_pytorch_give_the_same_features(
    tmp_path: Path, config: DaconConfig, half: bool
) -> None:
    bundle = tiny_bundle(tmp_path / "m", config, half=half)

    by_onnx = _vectors(bundle, OnnxRuntime(bundle, "cpu"), _cel())
    by_torch = _vectors(bundle, TorchRuntime(bundle, "cpu"), _cel())

    np.testing.assert_allclose(by_onnx, by_torch, atol=1e-3)
    np.testing.assert_allclose(np.linalg.norm(by_onnx, axis=1), 1, atol=1e-5)


def test_similarity_is_the_cosine_of_the_chosen_rows(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "m", TINY_COMPACT)
    engine = DaconEngine("m", bundle.config, OnnxRuntime(bundle, "cpu"))
    features = engine.encode(_cel())

    similarity = engine.similarity(features, features, np.array([2, 0]))

    np.testing.assert_allclose(similarity[[2, 0], [0, 1]], 1, atol=1e-5)
    assert similarity.shape == (features.count, 2)


def test_a_frame_without_segments_has_no_features(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "m", TINY_COMPACT)

    vectors = _vectors(bundle, OnnxRuntime(bundle, "cpu"), cel("##\n##"))

    assert vectors.shape == (0, TINY_COMPACT.embedding)


def test_frames_with_many_segments_are_described_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compact_module, "MOST_AT_ONCE", 6)
    monkeypatch.setattr(compact_module, "CONTEXT", 4)
    bundle = tiny_bundle(tmp_path / "m", TINY_COMPACT)

    vectors = _vectors(bundle, OnnxRuntime(bundle, "cpu"), _cel())

    assert np.isfinite(vectors).all()
    assert len(np.unique(vectors.round(5), axis=0)) > len(vectors) // 2


def test_a_broken_graph_falls_back_to_pytorch(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "m", TINY_COMPACT)
    (bundle.folder / "spatial.onnx").write_bytes(b"not a graph")

    assert str(open_runtime(bundle, "cpu").device) == "PyTorch CPU"


def test_a_file_that_was_exchanged_is_refused(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "m", TINY_COMPACT)
    (bundle.folder / "weights.safetensors").write_bytes(b"something else")

    with pytest.raises(InputError, match="checksum"):
        TorchRuntime(bundle, "cpu")


def test_asking_for_cuda_where_there_is_none_says_so(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    if torch.cuda.is_available():
        pytest.skip("there is a GPU")
    bundle = tiny_bundle(tmp_path / "m", TINY_COMPACT)

    with pytest.raises(InputError, match="cuda"):
        open_runtime(bundle, "cuda")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "damaged"),
        ("[]", "damaged"),
        (json.dumps({"name": "m", "files": {}}), "damaged"),
        (
            json.dumps(
                {
                    "name": "m",
                    "files": {"../x": ""},
                    "architecture": TINY_COMPACT.as_dict(),
                }
            ),
            "outside",
        ),
    ],
)
def test_a_bad_manifest_is_one_clear_sentence(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=message):
        open_bundle(tmp_path)


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="no model 'nobody'"):
        load_engine("nobody", "cpu")
