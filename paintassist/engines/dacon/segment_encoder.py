"""The compact semantic branch: a transformer over the segments of one frame.

Where the published model asks DINOv2 what a place in the picture means, this one lets
every segment look at its own patch and at how all other segments lie around it. It costs
a hundredth and can be trained from scratch on drawings.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from paintassist.engines.dacon.config import SegmentEncoderConfig
from paintassist.engines.dacon.inputs import GEOMETRY_WIDTH, PAIR_WIDTH
from paintassist.engines.dacon.patches import PATCH_CHANNELS, PATCH_SIDE

PAIR_HIDDEN = 32


class PatchEncoder(nn.Module):
    """A small convolutional network over each segment's patch."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(PATCH_CHANNELS, 32, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(64, 96, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
        )
        self.project = nn.Linear(96 * (PATCH_SIDE // 8) ** 2, width)

    def forward(self, patches: Tensor) -> Tensor:
        """(T, PATCH_CHANNELS, PATCH_SIDE, PATCH_SIDE) to (T, width)."""
        result: Tensor = self.project(self.layers(patches).flatten(1))
        return result


class RelationLayer(nn.Module):
    """Self-attention with a bias per pair of segments, then a feed-forward layer."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm1 = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.feed = nn.Sequential(
            nn.Linear(width, 3 * width), nn.GELU(), nn.Linear(3 * width, width)
        )

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """(B, N, width) with (B, heads, N, N) bias to (B, N, width)."""
        batch, count, width = x.shape
        qkv = self.qkv(self.norm1(x)).reshape(batch, count, 3, self.heads, width // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        scores = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias
        mixed = scores.softmax(dim=-1) @ value
        x = x + self.out(mixed.transpose(1, 2).reshape(batch, count, width))
        result: Tensor = x + self.feed(self.norm2(x))
        return result


class SegmentEncoder(nn.Module):
    """Tokens from patch, geometry and pooled U-Net features; relations by attention."""

    def __init__(self, config: SegmentEncoderConfig, pooled: int, embedding: int) -> None:
        super().__init__()
        width = config.width
        self.heads = config.heads
        self.patch = PatchEncoder(width)
        self.geometry = nn.Sequential(
            nn.Linear(GEOMETRY_WIDTH, width), nn.GELU(), nn.Linear(width, width)
        )
        self.spatial = nn.Linear(pooled, width)
        self.norm = nn.LayerNorm(width)
        self.pair = nn.Sequential(
            nn.Linear(PAIR_WIDTH, PAIR_HIDDEN),
            nn.GELU(),
            nn.Linear(PAIR_HIDDEN, config.heads * config.layers),
        )
        self.layers = nn.ModuleList(
            RelationLayer(width, config.heads) for _ in range(config.layers)
        )
        self.final = nn.LayerNorm(width)
        self.project = nn.Linear(width, embedding)

    def embed(self, pooled: Tensor, patches: Tensor, geometry: Tensor) -> Tensor:
        """Turn (T, ...) rows of segments, of any number of frames, into (T, width) tokens."""
        tokens = self.patch(patches) + self.geometry(geometry) + self.spatial(pooled)
        result: Tensor = self.norm(tokens)
        return result

    def relate(self, tokens: Tensor, place: Tensor, borders: Tensor, mask: Tensor) -> Tensor:
        """Let the segments of each frame look at each other.

        Parameters
        ----------
        tokens : (B, N, width)
        place : (B, N, 4)
        borders : (B, N, N)
        mask : (B, N)
            1 for segments, 0 for padding.

        Returns
        -------
        (B, N, embedding)
        """
        bias = self.pair(pair_features(place, borders))
        bias = bias + (mask[:, None, :, None] - 1) * 1e4
        per_layer = bias.permute(0, 3, 1, 2).chunk(len(self.layers), dim=1)
        for layer, layer_bias in zip(self.layers, per_layer, strict=True):
            tokens = layer(tokens, layer_bias)
        result: Tensor = self.project(self.final(tokens))
        return result


def pair_features(place: Tensor, borders: Tensor) -> Tensor:
    """Return (B, N, N, PAIR_WIDTH): offset, distance, nearness, size ratio, shared border."""
    offset = place[:, None, :, :2] - place[:, :, None, :2]
    distance = torch.sqrt((offset * offset).sum(dim=3, keepdim=True) + 1e-8)
    size = place[:, None, :, 3:] - place[:, :, None, 3:]
    shared = torch.stack([borders, borders.transpose(1, 2)], dim=3)
    return torch.cat([offset, distance, torch.exp(-4 * distance), size, shared], dim=3)


def centred(vectors: Tensor, mask: Tensor) -> Tensor:
    """Subtract each frame's mean from (B, N, D) and normalise; padding becomes zero.

    Without it all segments of a frame look alike at first and nothing is learned.
    """
    weight = mask[:, :, None]
    mean = (vectors * weight).sum(dim=1, keepdim=True) / weight.sum(dim=1, keepdim=True)
    return functional.normalize((vectors - mean) * weight, dim=2, eps=1e-6)
