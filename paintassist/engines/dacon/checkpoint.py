"""The published DACoN checkpoints: which version they are, their sizes and their weights."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from paintassist.core.errors import InputError
from paintassist.engines.dacon.config import DaconConfig, Dinov2Config, Fusion
from paintassist.engines.dacon.dinov2_weights import dinov2_from, find_dinov2, read_dinov2
from paintassist.engines.dacon.fitting import check_weights
from paintassist.engines.dacon.graphs import DINO_PREFIX
from paintassist.engines.dacon.network import PublishedNet
from paintassist.engines.dacon.tensor_files import read_tensors

# The first keys of DACoN's own parts; all others are DINOv2's.
OWN = ("unet.", "dino_mlp.", "dino_unet_mlp.")
FUSION_MLP = "dino_unet_mlp."
ENCODER = re.compile(r"unet\.encoder_blocks\.(\d+)\.conv\.0\.weight")


@dataclass(frozen=True)
class Checkpoint:
    """A published model in memory.

    Attributes
    ----------
    config : DaconConfig
    weights : mapping of str to Tensor
        float32, as `graphs.build_graphs` takes them.
    """

    config: DaconConfig
    weights: Mapping[str, Tensor]


def read_published(dacon: Path, dino: Path | None = None) -> Checkpoint:
    """Read a DACoN checkpoint and the DINOv2 that belongs to it.

    Parameters
    ----------
    dacon : Path
        The checkpoint, released or from training.
    dino : Path, optional
        DINOv2's file or folder; not needed where the checkpoint holds DINOv2 itself, and
        preferred where both do.

    Raises
    ------
    InputError
        If a file is not what it should be, or the two do not belong together.
    """
    tensors = read_tensors(dacon)
    own = {key: value for key, value in tensors.items() if key.startswith(OWN)}
    rest = {key: value for key, value in tensors.items() if not key.startswith(OWN)}
    if not own:
        raise InputError(
            f"{dacon} is no DACoN checkpoint (no {OWN[0]}* in it); "
            "name dacon_v1_1.pth, or give DINOv2 by --dino"
        )
    prefix = find_dinov2(rest)
    inside = {}
    if prefix is not None:
        inside = {
            key.removeprefix(prefix): value for key, value in rest.items() if key.startswith(prefix)
        }
        rest = {key: value for key, value in rest.items() if not key.startswith(prefix)}
    config = _config(own, dacon)
    _check_own({**own, **rest}, config, dacon)
    if dino is not None:
        semantic, dino_weights = read_dinov2(dino)
    elif inside:
        semantic, dino_weights = dinov2_from(inside, dacon)
    else:
        raise InputError(
            f"{dacon} comes without DINOv2's weights; name them by --dino "
            "(dinov2_vitl14_pretrain.pth or the folder of facebook/dinov2-large)"
        )
    wanted = own["dino_mlp.fc1.weight"].shape[1]
    if semantic.hidden != wanted:
        raise InputError(
            f"{dino or dacon} is a DINOv2 of width {semantic.hidden}, but {dacon.name} was trained "
            f"with one of width {wanted}; S has 384, B 768 and L 1024"
        )
    weights = {key: value.float().contiguous() for key, value in own.items()}
    weights |= {DINO_PREFIX + key: value for key, value in dino_weights.items()}
    return Checkpoint(replace(config, semantic=semantic), weights)


def _config(own: Mapping[str, Tensor], path: Path) -> DaconConfig:
    """Read version and sizes off the weights; DINOv2's sizes are not in them."""
    fusion: Fusion = "v1.0" if any(key.startswith(FUSION_MLP) for key in own) else "v1.1"
    levels = sorted(int(match[1]) for key in own if (match := ENCODER.fullmatch(key)))
    try:
        widths = [
            own[f"unet.encoder_blocks.{level}.conv.0.weight"].shape[0]
            for level in range(max(levels, default=-1) + 1)
        ]
        bottom = own["unet.bottleneck.conv.0.weight"].shape[0]
        pooled = own["unet.final_conv.weight"].shape[0]
        embedding = own["dino_mlp.fc2.weight"].shape[0]
    except (KeyError, IndexError) as error:
        raise InputError(
            f"{path} is no whole DACoN checkpoint ({error.args[0]} is missing or odd); get it again"
        ) from error
    if not widths:
        raise InputError(f"{path} is no whole DACoN checkpoint (it has no encoder); get it again")
    return DaconConfig(
        fusion=fusion, channels=(*widths, bottom), pooled=pooled, embedding=embedding
    )


def _check_own(weights: Mapping[str, Tensor], config: DaconConfig, path: Path) -> None:
    """Check DACoN's own parts; DINOv2's width does not matter yet."""
    first = weights.get("dino_mlp.fc1.weight")
    hidden = first.shape[1] if first is not None and first.ndim == 2 else Dinov2Config().hidden
    with torch.device("meta"):
        net = PublishedNet(replace(config, semantic=Dinov2Config(hidden=hidden)))
    check_weights(weights, net.state_dict(), path, f"a DACoN {config.fusion} checkpoint")
    if config.fusion == "v1.1" and config.pooled != config.embedding:
        raise InputError(
            f"{path} has branches of widths {config.embedding} and {config.pooled}, which v1.1 "
            "cannot add; get it again"
        )
