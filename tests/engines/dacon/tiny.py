"""Tiny models with the real architecture and random weights."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from paintassist.engines.dacon.bundle import Bundle, open_bundle
from paintassist.engines.dacon.config import (
    DaconConfig,
    Dinov2Config,
    Fusion,
    SegmentEncoderConfig,
)
from paintassist.engines.dacon.export import export_bundle
from paintassist.engines.dacon.graphs import Semantic
from paintassist.engines.dacon.network import CompactNet, PublishedNet

TINY_COMPACT = DaconConfig(
    semantic=SegmentEncoderConfig(width=12, layers=2, heads=2),
    channels=(4, 6, 8),
    side=32,
    stem=2,
    pooled=6,
    embedding=8,
)


def tiny_published(fusion: Fusion) -> DaconConfig:
    """A published model of tiny widths."""
    return DaconConfig(
        semantic=Dinov2Config(hidden=16, layers=2, heads=2, patch=14, side=42),
        fusion=fusion,
        channels=(4, 4, 6, 6, 8),
        side=32,
        pooled=8,
        embedding=8,
    )


def random_weights(config: DaconConfig) -> dict[str, Tensor]:
    """Random weights under the key names of the released checkpoints."""
    torch.manual_seed(7)
    if config.is_compact:
        return dict(CompactNet(config).state_dict())
    assert isinstance(config.semantic, Dinov2Config)
    dino = Semantic(config.semantic).model.state_dict()
    own = dict(PublishedNet(config).state_dict())
    return {**own, **{f"dino.{key}": value for key, value in dino.items()}}


def tiny_bundle(folder: Path, config: DaconConfig, *, half: bool = False) -> Bundle:
    """Export a tiny model and open it."""
    export_bundle(
        folder, folder.name, config, random_weights(config), {"licence": "none"}, half=half
    )
    return open_bundle(folder)
