"""Checkpoints as they are published, at tiny width, and what they mean, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from paintassist.engines.dacon.config import Fusion

WIDTHS = (4, 4, 6, 6, 8)
HIDDEN, LAYERS, GRID, PATCH = 128, 2, 3, 14
EMBEDDING = 8


def dacon_state(fusion: Fusion, hidden: int = HIDDEN) -> dict[str, Tensor]:
    """A released checkpoint: DACoN's own parts, without DINOv2."""
    torch.manual_seed(3)
    state: dict[str, Tensor] = {}

    def layer(name: str, outputs: int, *inputs: int) -> None:
        state[f"{name}.weight"] = torch.randn(outputs, *inputs) * (2 / inputs[0]) ** 0.5 / 2
        state[f"{name}.bias"] = torch.randn(outputs) * 0.1

    *levels, bottom = WIDTHS
    before = 3
    for level, width in enumerate(levels):
        layer(f"unet.encoder_blocks.{level}.conv.0", width, before, 3, 3)
        layer(f"unet.encoder_blocks.{level}.conv.3", width, width, 3, 3)
        before = width
    layer("unet.bottleneck.conv.0", bottom, before, 3, 3)
    layer("unet.bottleneck.conv.3", bottom, bottom, 3, 3)
    before = bottom
    for level, width in enumerate(reversed(levels)):
        layer(f"unet.decoder_up_convs.{level}.up.1", width, before, 3, 3)
        layer(f"unet.decoder_conv_blocks.{level}.conv.0", width, 2 * width, 3, 3)
        layer(f"unet.decoder_conv_blocks.{level}.conv.3", width, width, 3, 3)
        before = width
    layer("unet.final_conv", EMBEDDING, before, 1, 1)
    layer("dino_mlp.fc1", 512, hidden)
    layer("dino_mlp.fc2", EMBEDDING, 512)
    if fusion == "v1.0":
        layer("dino_unet_mlp.fc1", 512, 2 * EMBEDDING)
        layer("dino_unet_mlp.fc2", EMBEDDING, 512)
    return state


def meta_state(hidden: int = HIDDEN) -> dict[str, Tensor]:
    """DINOv2 as Meta publishes it."""
    torch.manual_seed(4)

    def some(*shape: int) -> Tensor:
        return torch.randn(*shape) * 0.05

    state = {
        "cls_token": some(1, 1, hidden),
        "pos_embed": some(1, 1 + GRID**2, hidden),
        "mask_token": some(1, hidden),
        "patch_embed.proj.weight": some(hidden, 3, PATCH, PATCH),
        "patch_embed.proj.bias": some(hidden),
        "norm.weight": 1 + some(hidden),
        "norm.bias": some(hidden),
    }
    for i in range(LAYERS):
        for norm in ("norm1", "norm2"):
            state[f"blocks.{i}.{norm}.weight"] = 1 + some(hidden)
            state[f"blocks.{i}.{norm}.bias"] = some(hidden)
        for name, outputs, inputs in (
            ("attn.qkv", 3 * hidden, hidden),
            ("attn.proj", hidden, hidden),
            ("mlp.fc1", 4 * hidden, hidden),
            ("mlp.fc2", hidden, 4 * hidden),
        ):
            state[f"blocks.{i}.{name}.weight"] = some(outputs, inputs)
            state[f"blocks.{i}.{name}.bias"] = some(outputs)
        state[f"blocks.{i}.ls1.gamma"] = 1 + some(hidden)
        state[f"blocks.{i}.ls2.gamma"] = 1 + some(hidden)
    return state


def hub_state(meta: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The same weights as the file of the Hugging Face hub names them."""
    state = {
        "embeddings.cls_token": meta["cls_token"],
        "embeddings.position_embeddings": meta["pos_embed"],
        "embeddings.mask_token": meta["mask_token"],
        "embeddings.patch_embeddings.projection.weight": meta["patch_embed.proj.weight"],
        "embeddings.patch_embeddings.projection.bias": meta["patch_embed.proj.bias"],
        "layernorm.weight": meta["norm.weight"],
        "layernorm.bias": meta["norm.bias"],
    }
    for i in range(LAYERS):
        theirs, ours = f"blocks.{i}", f"encoder.layer.{i}"
        for kind in ("weight", "bias"):
            three = meta[f"{theirs}.attn.qkv.{kind}"].chunk(3)
            for which, part in zip(("query", "key", "value"), three, strict=True):
                state[f"{ours}.attention.attention.{which}.{kind}"] = part.clone()
            state[f"{ours}.attention.output.dense.{kind}"] = meta[f"{theirs}.attn.proj.{kind}"]
            for same in ("norm1", "norm2", "mlp.fc1", "mlp.fc2"):
                state[f"{ours}.{same}.{kind}"] = meta[f"{theirs}.{same}.{kind}"]
        state[f"{ours}.layer_scale1.lambda1"] = meta[f"{theirs}.ls1.gamma"]
        state[f"{ours}.layer_scale2.lambda1"] = meta[f"{theirs}.ls2.gamma"]
    return state


def straightforward(
    dacon: Mapping[str, Tensor], dino: Mapping[str, Tensor], rgb: Tensor, labels: Tensor
) -> Tensor:
    """Features of every segment as the paper says, a mask per segment.

    Parameters
    ----------
    rgb : (3, H, W) in 0..1
    labels : (H, W), 0 = line

    Returns
    -------
    (N, EMBEDDING) unit vectors
    """
    version = "v1.0" if "dino_unet_mlp.fc1.weight" in dacon else "v1.1"
    semantic = _pooled(_dinov2(dino, _resized(rgb[None], GRID * PATCH)), labels, version)
    spatial = _pooled(_unet(dacon, _resized(rgb[None], 512)), labels, version)
    reduced = _mlp(dacon, "dino_mlp", semantic)
    if version == "v1.0":
        joined = _mlp(dacon, "dino_unet_mlp", torch.cat([reduced, spatial], 1))
    else:
        joined = _unit(reduced) + _unit(spatial)
    return functional.normalize(joined, dim=1)


def _resized(maps: Tensor, *size: int) -> Tensor:
    wanted = size if len(size) == 2 else size * 2
    return functional.interpolate(maps, wanted, mode="bilinear", align_corners=False)


def _pooled(feature_map: Tensor, labels: Tensor, version: str) -> Tensor:
    height, width = labels.shape
    kernel = (max(1, height // 512), max(1, width // 512)) if version == "v1.1" else (1, 1)
    rows = []
    whole = _resized(feature_map, height // kernel[0], width // kernel[1])[0]
    for segment in range(1, int(labels.max()) + 1):
        mask = functional.max_pool2d((labels == segment).float()[None, None], kernel)[0, 0] > 0
        rows.append(whole[:, mask].mean(1))
    return torch.stack(rows)


def _mlp(state: Mapping[str, Tensor], name: str, x: Tensor) -> Tensor:
    x = torch.relu(x @ state[f"{name}.fc1.weight"].T + state[f"{name}.fc1.bias"])
    return x @ state[f"{name}.fc2.weight"].T + state[f"{name}.fc2.bias"]


def _unit(x: Tensor) -> Tensor:
    return x / (x.norm(dim=1, keepdim=True) + 1e-6)


def _unet(state: Mapping[str, Tensor], x: Tensor) -> Tensor:
    def conv(name: str, x: Tensor) -> Tensor:
        x = functional.conv2d(x, state[f"{name}.weight"], state[f"{name}.bias"], padding=1)
        return torch.relu(functional.instance_norm(x))

    skips = []
    for level in range(4):
        x = conv(f"unet.encoder_blocks.{level}.conv.0", x)
        x = conv(f"unet.encoder_blocks.{level}.conv.3", x)
        skips.append(x)
        x = functional.max_pool2d(x, 2)
    x = conv("unet.bottleneck.conv.3", conv("unet.bottleneck.conv.0", x))
    for level in range(4):
        x = functional.interpolate(x, scale_factor=2, mode="bilinear", align_corners=True)
        x = torch.cat([skips[3 - level], conv(f"unet.decoder_up_convs.{level}.up.1", x)], 1)
        x = conv(f"unet.decoder_conv_blocks.{level}.conv.0", x)
        x = conv(f"unet.decoder_conv_blocks.{level}.conv.3", x)
    return functional.conv2d(x, state["unet.final_conv.weight"], state["unet.final_conv.bias"])


def _dinov2(state: Mapping[str, Tensor], picture: Tensor) -> Tensor:
    def linear(name: str, x: Tensor) -> Tensor:
        return x @ state[f"{name}.weight"].T + state[f"{name}.bias"]

    def norm(name: str, x: Tensor) -> Tensor:
        weight, bias = state[f"{name}.weight"], state[f"{name}.bias"]
        return functional.layer_norm(x, x.shape[-1:], weight, bias, 1e-6)

    weight, bias = state["patch_embed.proj.weight"], state["patch_embed.proj.bias"]
    tokens = functional.conv2d(picture, weight, bias, stride=PATCH)[0].flatten(1).T
    x = torch.cat([state["cls_token"][0], tokens]) + state["pos_embed"][0]
    for i in range(LAYERS):
        block = f"blocks.{i}"
        heads = []
        for query, key, value in zip(
            *(
                part.split(64, dim=1)
                for part in linear(f"{block}.attn.qkv", norm(f"{block}.norm1", x)).chunk(3, dim=1)
            ),
            strict=True,
        ):
            heads.append((query @ key.T / 64**0.5).softmax(1) @ value)
        attended = linear(f"{block}.attn.proj", torch.cat(heads, 1))
        x = x + attended * state[f"{block}.ls1.gamma"]
        inner = functional.gelu(linear(f"{block}.mlp.fc1", norm(f"{block}.norm2", x)))
        x = x + linear(f"{block}.mlp.fc2", inner) * state[f"{block}.ls2.gamma"]
    return norm("norm", x)[1:].T.reshape(1, -1, GRID, GRID)


def write_published(folder: Path) -> Path:
    """Write dacon.pth and dino.pth, as they are downloaded; returns the folder."""
    torch.save(dacon_state("v1.1"), folder / "dacon.pth")
    torch.save(meta_state(), folder / "dino.pth")
    return folder
