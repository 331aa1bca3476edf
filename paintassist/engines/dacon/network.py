"""The DACoN network: a spatial and a semantic branch, joined per segment."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from paintassist.engines.dacon.config import DaconConfig, Dinov2Config, SegmentEncoderConfig
from paintassist.engines.dacon.inputs import PICTURE_CHANNELS
from paintassist.engines.dacon.segment_encoder import SegmentEncoder, centred
from paintassist.engines.dacon.unet import UNet

EPSILON = 1e-6


class Mlp(nn.Module):
    """Linear, ReLU, Linear, named as in the released checkpoints."""

    def __init__(self, inputs: int, hidden: int, outputs: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(inputs, hidden)
        self.fc2 = nn.Linear(hidden, outputs)

    def forward(self, x: Tensor) -> Tensor:
        """(..., inputs) to (..., outputs)."""
        result: Tensor = self.fc2(torch.relu(self.fc1(x)))
        return result


def unit(x: Tensor) -> Tensor:
    """Divide (..., D) rows by their norm, as v1.1 does."""
    return x / (x.norm(dim=-1, keepdim=True) + EPSILON)


class PublishedNet(nn.Module):
    """DACoN as published, without the frozen DINOv2, which is a module of its own.

    `head` takes features already pooled over segments, so that maps are pooled once and
    outside of the graph.
    """

    def __init__(self, config: DaconConfig) -> None:
        super().__init__()
        assert isinstance(config.semantic, Dinov2Config)
        self.unet = UNet(3, config.channels, config.pooled, config.stem)
        self.dino_mlp = Mlp(config.semantic.hidden, 512, config.embedding)
        self.fusion = config.fusion
        if config.fusion == "v1.0":
            self.dino_unet_mlp = Mlp(config.embedding + config.pooled, 512, config.embedding)

    def spatial(self, picture: Tensor) -> Tensor:
        """(B, 3, S, S) in 0..1 to (B, pooled, S, S)."""
        result: Tensor = self.unet(picture)
        return result

    def head(self, semantic: Tensor, spatial: Tensor) -> Tensor:
        """Join pooled (N, hidden) and (N, pooled) features to (N, embedding)."""
        reduced = self.dino_mlp(semantic)
        if self.fusion == "v1.0":
            result: Tensor = self.dino_unet_mlp(torch.cat([reduced, spatial], dim=1))
            return result
        return unit(reduced) + unit(spatial)


class CompactNet(nn.Module):
    """DACoN with the compact semantic encoder."""

    def __init__(self, config: DaconConfig) -> None:
        super().__init__()
        assert isinstance(config.semantic, SegmentEncoderConfig)
        self.unet = UNet(PICTURE_CHANNELS, config.channels, config.pooled, config.stem)
        self.encoder = SegmentEncoder(config.semantic, config.pooled, config.embedding)
        self.spatial_project = nn.Linear(config.pooled, config.embedding)
        self.fusion = config.fusion
        if config.fusion == "v1.0":
            self.join = Mlp(2 * config.embedding, 512, config.embedding)

    def spatial(self, picture: Tensor) -> Tensor:
        """(B, PICTURE_CHANNELS, S, S) to (B, pooled, S / stem, S / stem)."""
        result: Tensor = self.unet(picture)
        return result

    def branches(
        self, pooled: Tensor, tokens: Tensor, place: Tensor, borders: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return the joined, the semantic and the spatial unit vectors, (B, N, embedding)."""
        semantic = centred(self.encoder.relate(tokens, place, borders, mask), mask)
        spatial = centred(self.spatial_project(pooled), mask)
        if self.fusion == "v1.0":
            joined = centred(self.join(torch.cat([semantic, spatial], dim=2)), mask)
        else:
            joined = unit(semantic + spatial)
        return joined, semantic, spatial

    def head(
        self, pooled: Tensor, patches: Tensor, geometry: Tensor, place: Tensor, borders: Tensor
    ) -> Tensor:
        """Describe the N segments of one frame: (N, embedding), unit vectors."""
        tokens = self.encoder.embed(pooled, patches, geometry)[None]
        mask = torch.ones_like(tokens[:, :, 0])
        joined, _, _ = self.branches(pooled[None], tokens, place[None], borders[None], mask)
        return joined[0]
