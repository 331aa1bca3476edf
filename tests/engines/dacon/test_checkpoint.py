"""Official key layouts in, the same features out; everything else is one clear sentence."""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from paintassist.core.errors import InputError
from paintassist.core.lines import inks_to_rgba
from paintassist.core.segments import Segments, segment
from paintassist.engines.dacon.bundle import open_bundle
from paintassist.engines.dacon.checkpoint import read_published
from paintassist.engines.dacon.config import Dinov2Config, Fusion
from paintassist.engines.dacon.dinov2 import Dinov2
from paintassist.engines.dacon.dinov2_weights import read_dinov2
from paintassist.engines.dacon.engine import load_engine
from paintassist.engines.dacon.importing import import_model
from paintassist.engines.dacon.runtime import TorchRuntime
from tests.engines.dacon import official

State = dict[str, Tensor]


def save(path: Path, state: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".safetensors":
        save_file({key: value.contiguous() for key, value in state.items()}, path)
    else:
        torch.save(state, path)
    return path


def cel(height: int = 90, width: int = 110) -> Segments:
    rng = np.random.default_rng(5)
    inks = np.zeros((height, width), np.uint8)
    inks[rng.integers(5, height - 5, 3)] = 1
    inks[:, rng.integers(5, width - 5, 3)] = 1
    inks[height // 2, 10:40] = 2
    return segment(inks)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every official file at tiny width."""
    folder = tmp_path_factory.mktemp("official")
    meta = official.meta_state()
    save(folder / "dinov2.pth", meta)
    save(folder / "hub/model.safetensors", official.hub_state(meta))
    save(folder / "hub_bin/pytorch_model.bin", official.hub_state(meta))
    facts = {"model_type": "dinov2", "num_attention_heads": 2, "hidden_size": 128}
    (folder / "hub/config.json").write_text(json.dumps(facts))
    for fusion in get_args(Fusion):
        save(folder / f"{fusion}.pth", official.dacon_state(fusion))
    return folder


def told(action: Callable[[], object]) -> str:
    with pytest.raises(InputError) as caught:
        action()
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


# What is read


@pytest.mark.parametrize("fusion", get_args(Fusion))
def test_versions_are_told_apart_and_sizes_read(files: Path, fusion: Fusion) -> None:
    found = read_published(files / f"{fusion}.pth", files / "dinov2.pth")

    assert found.config.fusion == fusion
    assert found.config.channels == official.WIDTHS
    assert (found.config.pooled, found.config.embedding, found.config.side) == (8, 8, 512)
    assert found.config.semantic == Dinov2Config(128, 2, 2, 14, 42)


@pytest.mark.parametrize("dino", ["hub", "hub/model.safetensors", "hub_bin"])
def test_the_hub_has_the_same_weights_as_meta(files: Path, dino: str) -> None:
    by_hub, by_meta = read_dinov2(files / dino), read_dinov2(files / "dinov2.pth")

    assert by_hub[0] == by_meta[0]
    assert by_hub[1].keys() == by_meta[1].keys()
    for key, value in by_meta[1].items():
        torch.testing.assert_close(by_hub[1][key], value, rtol=0, atol=0)


def _wrapped(state: State) -> Any:
    optimizer = {"state": {}, "param_groups": [{"lr": 1e-4}]}
    return {
        "epoch": 3,
        "model_state_dict": state,
        "optimizer_state_dict": optimizer,
        "losses": [0.5, 0.25],
    }


def _with_dino(prefix: str, dino: State) -> Callable[[State], Any]:
    return lambda state: {**state, **{prefix + key: value for key, value in dino.items()}}


@pytest.mark.parametrize(
    ("change", "alone"),
    [
        (_wrapped, False),
        (lambda state: {f"module.{key}": value for key, value in state.items()}, False),
        (lambda state: _wrapped({f"module.{k}": v for k, v in state.items()}), False),
        (lambda state: {key: value.half() for key, value in state.items()}, False),
        (_with_dino("dinov2.", official.meta_state()), True),
        (_with_dino("dino.model.", official.hub_state(official.meta_state())), True),
        (_with_dino("", official.meta_state()), True),
    ],
    ids=["wrapped", "module", "wrapped module", "half", "meta inside", "hub inside", "bare inside"],
)
def test_checkpoints_in_the_wild(
    files: Path, tmp_path: Path, change: Callable[[State], Any], alone: bool
) -> None:
    path = save(tmp_path / "x.pth", change(official.dacon_state("v1.1")))
    plain = read_published(files / "v1.1.pth", files / "dinov2.pth")

    found = read_published(path, None if alone else files / "dinov2.pth")

    assert found.config == plain.config
    assert found.weights.keys() == plain.weights.keys()
    for key, value in plain.weights.items():
        torch.testing.assert_close(found.weights[key], value, rtol=1e-3, atol=1e-3)
        assert found.weights[key].dtype == torch.float32


def test_an_old_style_pickle_is_read(files: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.pth"
    torch.save(official.dacon_state("v1.1"), path, _use_new_zipfile_serialization=False)

    assert read_published(path, files / "dinov2.pth").config.fusion == "v1.1"


def test_our_dinov2_is_that_of_the_hub() -> None:
    transformers = pytest.importorskip("transformers")
    facts = transformers.Dinov2Config(
        hidden_size=128, num_hidden_layers=2, num_attention_heads=2, patch_size=14, image_size=42
    )
    theirs = transformers.Dinov2Model(facts).eval()
    ours = Dinov2(Dinov2Config(128, 2, 2, 14, 42)).eval()
    meta = official.meta_state()
    ours.load_state_dict(meta)
    renamed = {}
    for key, value in official.hub_state(meta).items():
        # This version of the package names two layers otherwise than the hub's file.
        for old, new in (("query", "q_proj"), ("key", "k_proj"), ("value", "v_proj")):
            key = key.replace(f"attention.attention.{old}.", f"attention.{new}.")
        renamed[key.replace("attention.output.dense.", "attention.o_proj.")] = value
    if set(renamed) != set(theirs.state_dict()):
        renamed = official.hub_state(meta)
    theirs.load_state_dict(renamed)
    picture = torch.rand(2, 3, 42, 42)

    with torch.no_grad():
        expected = theirs(pixel_values=picture).last_hidden_state[:, 1:]
        torch.testing.assert_close(ours(picture), expected, rtol=1e-4, atol=1e-5)


# What comes out


@pytest.mark.parametrize("fusion", get_args(Fusion))
@pytest.mark.parametrize("size", [(90, 110), (1040, 560)], ids=["small", "pooled masks"])
def test_an_imported_model_gives_the_features_of_the_paper(
    files: Path, tmp_path: Path, fusion: Fusion, size: tuple[int, int]
) -> None:
    import_model(tmp_path, "m", files / f"{fusion}.pth", files / "hub", report=lambda what: None)
    segments = cel(*size)
    rgb = torch.from_numpy(inks_to_rgba(segments.inks)[..., :3].copy()).permute(2, 0, 1) / 255
    expected = official.straightforward(
        official.dacon_state(fusion),
        official.meta_state(),
        rgb,
        torch.from_numpy(segments.labels),
    ).numpy()

    engine = load_engine(str(tmp_path), "cpu", cached=False)
    by_onnx = engine.encode(segments).vectors

    assert len(by_onnx) == segments.count > 8
    # onnxruntime's InstanceNorm differs on flat areas (stack figures: up to 0.02 in the map).
    assert (by_onnx * expected).sum(1).min() > 0.9995
    np.testing.assert_allclose(by_onnx, expected, atol=0.02)


def test_pytorch_and_onnxruntime_run_the_imported_graphs_alike(files: Path, tmp_path: Path) -> None:
    import_model(tmp_path, "m", files / "v1.1.pth", files / "dinov2.pth", report=lambda what: None)
    bundle = open_bundle(tmp_path)
    picture = np.random.default_rng(1).random((3, 3, 42, 42), np.float32)
    import onnxruntime

    session = onnxruntime.InferenceSession(bundle.path("semantic.onnx").read_bytes())
    (by_onnx,) = session.run(None, {"picture": picture})
    by_torch = TorchRuntime(bundle, "cpu").run("semantic", {"picture": picture})

    assert by_onnx.shape == (3, 9, 128)
    np.testing.assert_allclose(by_onnx, by_torch, atol=1e-4)


# What is refused


def _changed(**changes: Tensor | None) -> State:
    state: dict[str, Tensor | None] = {**official.dacon_state("v1.1")}
    state |= {key.replace("__", "."): value for key, value in changes.items()}
    return {key: value for key, value in state.items() if value is not None}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty (0 bytes)"),
        (b"not a checkpoint", "is no PyTorch checkpoint or is damaged"),
        (b"<!DOCTYPE html><html>quota exceeded</html>", "is no PyTorch checkpoint"),
        (pickle.dumps({"a": 1}, protocol=2), "is no PyTorch checkpoint"),
        (pickle.dumps({"a": 1}, protocol=4), "is no PyTorch checkpoint"),
        ([1, 2], "holds no named weights"),
        ({}, "holds no named weights"),
        ({"unet.x": "text"}, "holds something that is no tensor (unet.x)"),
        ({"unet.x": torch.ones(3, dtype=torch.int64)}, "no plain float numbers in unet.x"),
        ({"unet.x": torch.tensor([float("nan")])}, "values in unet.x that are no numbers"),
        ({"unet.x": torch.zeros(1).expand(10**12)}, "more numbers in unet.x than it holds"),
        ({"weight": torch.ones(3)}, "is no DACoN checkpoint (no unet.* in it)"),
        ({"unet.x": torch.ones(3)}, "is no whole DACoN checkpoint"),
        (_changed(dino_mlp__fc2__bias=None), "it lacks dino_mlp.fc2.bias"),
        (_changed(unet__extra__weight=torch.ones(2)), "it has unet.extra.weight besides"),
        (_changed(epoch_mean=torch.ones(2)), "it has epoch_mean besides"),
        (
            _changed(dino_mlp__fc1__bias=torch.ones(7)),
            "dino_mlp.fc1.bias is 7 and should be 512",
        ),
        (
            _changed(dino_unet_mlp__fc1__bias=torch.ones(512)),
            "is not a DACoN v1.0 checkpoint: it lacks dino_unet_mlp.fc1.weight",
        ),
    ],
)
def test_a_bad_checkpoint_is_one_clear_sentence(
    files: Path, tmp_path: Path, content: Any, words: str
) -> None:
    path = tmp_path / "bad.pth"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        torch.save(content, path)

    sentence = told(lambda: read_published(path, files / "dinov2.pth"))

    assert str(path) in sentence
    assert words in sentence


def test_a_pickle_that_runs_code_is_not_opened(files: Path, tmp_path: Path) -> None:
    trap = tmp_path / "sprung"

    class Evil:
        def __reduce__(self) -> Any:
            return (Path.touch, (trap,))

    save(tmp_path / "new.pth", {"unet.x": Evil()})
    torch.save({"unet.x": Evil()}, tmp_path / "old.pth", _use_new_zipfile_serialization=False)
    (tmp_path / "bare.pth").write_bytes(pickle.dumps(Evil(), protocol=2))

    for name in ("new.pth", "old.pth"):
        sentence = told(partial(read_published, tmp_path / name, None))
        assert "asks to run code" in sentence
    told(lambda: read_published(tmp_path / "bare.pth", None))
    assert not trap.exists()


def test_an_archive_that_unpacks_to_more_than_it_is_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    torch.save({"unet.x": torch.zeros(10**6)}, buffer)
    bomb = tmp_path / "bomb.pth"
    with (
        zipfile.ZipFile(buffer) as source,
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
    assert bomb.stat().st_size < 10_000

    assert "compressed archive" in told(lambda: read_published(bomb, None))


def test_a_truncated_checkpoint_is_damaged(files: Path, tmp_path: Path) -> None:
    for name in ("v1.1.pth", "hub/model.safetensors"):
        path = tmp_path / Path(name).name
        data = (files / name).read_bytes()
        path.write_bytes(data[: len(data) // 2])
        sentence = told(partial(read_published, path, None))
        assert "damaged" in sentence or "no sound safetensors" in sentence


def test_missing_parts_are_asked_for(files: Path, tmp_path: Path) -> None:
    assert "--dino" in told(lambda: read_published(files / "v1.1.pth", None))
    assert "does not exist" in told(lambda: read_published(tmp_path / "none.pth", None))
    assert "is a folder" in told(lambda: read_published(files, None))
    assert "holds neither model.safetensors" in told(lambda: read_dinov2(tmp_path))
    assert "is no DACoN checkpoint" in told(lambda: read_published(files / "dinov2.pth", None))


def _dino(change: Callable[[State], State]) -> State:
    return change(official.meta_state())


def _without(*keys: str) -> Callable[[State], State]:
    return lambda state: {key: value for key, value in state.items() if key not in keys}


def _and(**more: Tensor) -> Callable[[State], State]:
    return lambda state: {**state, **{k.replace("__", "."): v for k, v in more.items()}}


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (_dino(_without("blocks.1.ls1.gamma")), "it lacks blocks.1.ls1.gamma"),
        (_dino(_without("pos_embed")), "pos_embed is missing"),
        (_dino(_and(head__weight=torch.ones(2))), "it has head.weight besides"),
        (_dino(_and(register_tokens=torch.ones(1, 4, 128))), "with registers"),
        (_dino(_and(blocks__0__mlp__w12__weight=torch.ones(2, 2))), "the giant DINOv2"),
        (_dino(_and(pos_embed=torch.ones(1, 9, 128))), "sizes that no DINOv2 has"),
        (_dino(_and(blocks__10__norm1__bias=torch.ones(128))), "it lacks blocks.2."),
        (_dino(_and(norm__bias=torch.ones(3))), "norm.bias is 3 and should be 128"),
        (official.meta_state(192), "of width 192, but v1.1.pth was trained with one of width 128"),
        (
            _without("encoder.layer.1.attention.attention.key.bias")(
                official.hub_state(official.meta_state())
            ),
            "lacks the key part of blocks.1.attn.qkv.bias",
        ),
        (official.dacon_state("v1.1"), "holds no DINOv2"),
    ],
)
def test_a_bad_dinov2_is_one_clear_sentence(
    files: Path, tmp_path: Path, state: State, words: str
) -> None:
    path = save(tmp_path / "dino.pth", state)

    sentence = told(lambda: read_published(files / "v1.1.pth", path))

    assert str(path) in sentence
    assert words in sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is damaged"),
        ('{"model_type": "vit", "num_attention_heads": 2}', "of kind vit"),
        ('{"model_type": "dinov2", "num_attention_heads": 3}', "sizes that no DINOv2 has"),
    ],
)
def test_a_bad_description_in_a_hub_folder(
    files: Path, tmp_path: Path, text: str, words: str
) -> None:
    save(tmp_path / "model.safetensors", official.hub_state(official.meta_state()))
    (tmp_path / "config.json").write_text(text)

    assert words in told(lambda: read_dinov2(tmp_path))
