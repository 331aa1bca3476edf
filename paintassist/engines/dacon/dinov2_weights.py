"""DINOv2's weights, from Meta's checkpoints or from the Hugging Face hub."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from math import isqrt
from pathlib import Path

import torch
from torch import Tensor

from paintassist.core.errors import InputError
from paintassist.engines.dacon.config import Dinov2Config
from paintassist.engines.dacon.dinov2 import Dinov2
from paintassist.engines.dacon.fitting import check_weights
from paintassist.engines.dacon.tensor_files import read_tensors

# Every DINOv2 has heads of this width; tensors do not tell.
HEAD_WIDTH = 64
HUB_FILES = ("model.safetensors", "pytorch_model.bin")
HUB_CONFIG = "config.json"
META_MARK, HUB_MARK = "cls_token", "embeddings.cls_token"

# Hub names and Meta's; query, key and value are one tensor at Meta's.
HUB_NAMES: Mapping[str, str] = {
    "embeddings.cls_token": "cls_token",
    "embeddings.mask_token": "mask_token",
    "embeddings.position_embeddings": "pos_embed",
    "embeddings.patch_embeddings.projection.weight": "patch_embed.proj.weight",
    "embeddings.patch_embeddings.projection.bias": "patch_embed.proj.bias",
    "layernorm.weight": "norm.weight",
    "layernorm.bias": "norm.bias",
}
HUB_LAYER = re.compile(r"encoder\.layer\.(\d+)\.(.+)")
HUB_LAYER_NAMES: Mapping[str, str] = {
    "attention.output.dense.weight": "attn.proj.weight",
    "attention.output.dense.bias": "attn.proj.bias",
    "layer_scale1.lambda1": "ls1.gamma",
    "layer_scale2.lambda1": "ls2.gamma",
}
HUB_ATTENTION = "attention.attention."
HUB_QKV = ("query", "key", "value")


def read_dinov2(path: Path) -> tuple[Dinov2Config, dict[str, Tensor]]:
    """Read DINOv2 from a file, or from a folder of the Hugging Face hub.

    Returns
    -------
    Dinov2Config
        Sizes as the tensors have them; the number of heads from the folder's `config.json`,
        else from DINOv2's fixed head width of 64.
    dict of str to Tensor
        float32, under Meta's names.

    Raises
    ------
    InputError
        If it is no DINOv2, or a variant with registers or another feed-forward layer.
    """
    heads = None
    if path.is_dir():
        heads = _hub_heads(path / HUB_CONFIG)
        path = hub_file(path)
    tensors = read_tensors(path)
    prefix = find_dinov2(tensors)
    if prefix is None:
        raise InputError(
            f"{path} holds no DINOv2 (no {META_MARK} in it); "
            "name dinov2_vitl14_pretrain.pth or the folder of facebook/dinov2-large"
        )
    found = {key.removeprefix(prefix): value for key, value in tensors.items()}
    return dinov2_from(found, path, heads)


def find_dinov2(tensors: Mapping[str, Tensor]) -> str | None:
    """Return the prefix under which weights hold DINOv2, or None."""
    for mark in (HUB_MARK, META_MARK):
        for key in tensors:
            if key == mark or key.endswith("." + mark):
                return key.removesuffix(mark)
    return None


def dinov2_from(
    tensors: Mapping[str, Tensor], path: Path, heads: int | None = None
) -> tuple[Dinov2Config, dict[str, Tensor]]:
    """Name weights as Meta does, read the sizes off them and check that nothing is missing.

    Parameters
    ----------
    tensors : mapping of str to Tensor
        Without a prefix, in either naming.
    path : Path
        For messages.
    heads : int, optional
        Where it is known.

    Raises
    ------
    InputError
        See `read_dinov2`.
    """
    weights = _from_hub(tensors, path) if HUB_MARK in tensors else dict(tensors)
    config = _config(weights, path, heads)
    with torch.device("meta"):
        expected = Dinov2(config).state_dict()
    check_weights(weights, expected, path, f"a DINOv2 of width {config.hidden}")
    return config, {key: value.float().contiguous() for key, value in weights.items()}


def _config(weights: Mapping[str, Tensor], path: Path, heads: int | None) -> Dinov2Config:
    if any("register" in key for key in weights):
        raise InputError(
            f"{path} is a DINOv2 with registers, which DACoN does not use; "
            "take the one without (dinov2_vitl14_pretrain.pth)"
        )
    if any(".mlp.w12." in key or ".mlp.weights_in." in key for key in weights):
        raise InputError(f"{path} is the giant DINOv2, which is not supported; take S, B or L")
    try:
        hidden = weights["cls_token"].shape[-1]
        _, tokens, _ = weights["pos_embed"].shape
        *_, patch = weights["patch_embed.proj.weight"].shape
    except (KeyError, ValueError, IndexError) as error:
        raise InputError(
            f"{path} is no whole DINOv2 ({_named(error)} is missing or odd); get it again"
        ) from error
    layers = {key.split(".")[1] for key in weights if key.startswith("blocks.")}
    grid = isqrt(max(tokens - 1, 0))
    if heads is None:
        heads = hidden // HEAD_WIDTH
    if grid == 0 or grid**2 != tokens - 1 or not layers or heads < 1 or hidden % heads:
        raise InputError(
            f"{path} has sizes that no DINOv2 has (width {hidden}, {heads} heads, "
            f"{tokens} positions, {len(layers)} blocks); get it again"
        )
    return Dinov2Config(hidden, len(layers), heads, patch, grid * patch)


def _named(error: Exception) -> str:
    return str(error.args[0]) if isinstance(error, KeyError) else "a position embedding"


def _from_hub(tensors: Mapping[str, Tensor], path: Path) -> dict[str, Tensor]:
    weights: dict[str, Tensor] = {}
    parts: dict[str, dict[str, Tensor]] = {}
    for key, value in tensors.items():
        match = HUB_LAYER.fullmatch(key)
        if match is None:
            weights[HUB_NAMES.get(key, key)] = value
            continue
        block, name = f"blocks.{match[1]}", match[2]
        which, _, kind = name.removeprefix(HUB_ATTENTION).partition(".")
        if name.startswith(HUB_ATTENTION) and which in HUB_QKV:
            parts.setdefault(f"{block}.attn.qkv.{kind}", {})[which] = value
        else:
            weights[f"{block}.{HUB_LAYER_NAMES.get(name, name)}"] = value
    for key, three in parts.items():
        missing = [which for which in HUB_QKV if which not in three]
        if missing:
            raise InputError(
                f"{path} lacks the {' and '.join(missing)} part of {key}; get the file again"
            )
        try:
            weights[key] = torch.cat([three[which] for which in HUB_QKV])
        except RuntimeError as error:
            raise InputError(f"{path} has parts of {key} that do not fit; get it again") from error
    return weights


def hub_file(folder: Path) -> Path:
    """Return the file of weights in a folder of the Hugging Face hub.

    Raises
    ------
    InputError
        If there is none.
    """
    for name in HUB_FILES:
        if (folder / name).is_file():
            return folder / name
    raise InputError(
        f"{folder} holds neither {HUB_FILES[0]} nor {HUB_FILES[1]}; get the model again"
    )


def _hub_heads(path: Path) -> int | None:
    if not path.is_file():
        return None
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        kind, heads = facts.get("model_type", "dinov2"), facts["num_attention_heads"]
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise InputError(f"{path} is damaged; get the folder again") from error
    if kind != "dinov2" or not isinstance(heads, int):
        raise InputError(f"{path} describes a model of kind {kind}, not dinov2; name another")
    return heads
