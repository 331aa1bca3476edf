"""DINOv2, the published semantic branch; keys are those of Meta's checkpoints."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from paintassist.engines.dacon.config import Dinov2Config

EPSILON = 1e-6
FEED_FACTOR = 4


class PatchEmbedding(nn.Module):
    """Pictures to one token a patch."""

    def __init__(self, patch: int, hidden: int) -> None:
        super().__init__()
        self.proj = nn.Conv2d(3, hidden, patch, stride=patch)

    def forward(self, picture: Tensor) -> Tensor:
        """(B, 3, S, S) to (B, h * w, hidden), row by row."""
        result: Tensor = self.proj(picture).flatten(2).transpose(1, 2)
        return result


class Attention(nn.Module):
    """Self-attention over all tokens."""

    def __init__(self, hidden: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.proj = nn.Linear(hidden, hidden)

    def forward(self, x: Tensor) -> Tensor:
        """(B, N, hidden) to (B, N, hidden)."""
        batch, count, hidden = x.shape
        qkv = self.qkv(x).reshape(batch, count, 3, self.heads, hidden // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value)
        result: Tensor = self.proj(mixed.transpose(1, 2).reshape(batch, count, hidden))
        return result


class LayerScale(nn.Module):
    """A learned factor a channel."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(hidden))

    def forward(self, x: Tensor) -> Tensor:
        """(B, N, hidden) to (B, N, hidden)."""
        return x * self.gamma


class FeedForward(nn.Module):
    """Linear, GELU, Linear."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(hidden, FEED_FACTOR * hidden)
        self.fc2 = nn.Linear(FEED_FACTOR * hidden, hidden)

    def forward(self, x: Tensor) -> Tensor:
        """(B, N, hidden) to (B, N, hidden)."""
        result: Tensor = self.fc2(functional.gelu(self.fc1(x)))
        return result


class Block(nn.Module):
    """Attention, then feed-forward, each normalised before and scaled after."""

    def __init__(self, hidden: int, heads: int) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(hidden, eps=EPSILON)
        self.attn = Attention(hidden, heads)
        self.ls1 = LayerScale(hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=EPSILON)
        self.mlp = FeedForward(hidden)
        self.ls2 = LayerScale(hidden)

    def forward(self, x: Tensor) -> Tensor:
        """(B, N, hidden) to (B, N, hidden)."""
        x = x + self.ls1(self.attn(self.norm1(x)))
        result: Tensor = x + self.ls2(self.mlp(self.norm2(x)))
        return result


class Dinov2(nn.Module):
    """Vision transformer of DINOv2 (Oquab et al. 2023) without registers.

    Parameters
    ----------
    config : Dinov2Config
        `side` is that of the position embedding: pictures have this size and no other.
    """

    def __init__(self, config: Dinov2Config) -> None:
        super().__init__()
        count = (config.side // config.patch) ** 2
        self.cls_token = nn.Parameter(torch.randn(1, 1, config.hidden) * 0.02)
        self.pos_embed = nn.Parameter(torch.randn(1, 1 + count, config.hidden) * 0.02)
        # Of the training; kept so that checkpoints go in and out whole.
        self.mask_token = nn.Parameter(torch.zeros(1, config.hidden))
        self.patch_embed = PatchEmbedding(config.patch, config.hidden)
        self.blocks = nn.ModuleList(
            Block(config.hidden, config.heads) for _ in range(config.layers)
        )
        self.norm = nn.LayerNorm(config.hidden, eps=EPSILON)

    def forward(self, picture: Tensor) -> Tensor:
        """(B, 3, side, side) to patch tokens (B, h * w, hidden) after the final LayerNorm."""
        x = self.patch_embed(picture)
        x = torch.cat([self.cls_token.expand(x.shape[0], -1, -1), x], dim=1) + self.pos_embed
        for block in self.blocks:
            x = block(x)
        result: Tensor = self.norm(x)[:, 1:]
        return result
