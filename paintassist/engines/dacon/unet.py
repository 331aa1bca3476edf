"""The spatial branch: a U-Net over the line drawing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn


class ConvBlock(nn.Module):
    """(3x3 convolution, InstanceNorm without parameters, ReLU) twice."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, padding=1),
            nn.InstanceNorm2d(outputs),
            nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, padding=1),
            nn.InstanceNorm2d(outputs),
            nn.ReLU(),
        )

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, H, W) to (B, outputs, H, W)."""
        result: Tensor = self.conv(x)
        return result


class UpConv(nn.Module):
    """Bilinear x2, then 3x3 convolution, InstanceNorm, ReLU."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.up = nn.Sequential(
            nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True),
            nn.Conv2d(inputs, outputs, 3, padding=1),
            nn.InstanceNorm2d(outputs),
            nn.ReLU(),
        )

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, H, W) to (B, outputs, 2H, 2W)."""
        result: Tensor = self.up(x)
        return result


class UNet(nn.Module):
    """U-Net of DACoN (ICCV 2025); attribute names are those of the released checkpoints.

    Parameters
    ----------
    inputs : int
        Channels of the picture.
    channels : sequence of int
        Widths from the finest level to the bottleneck.
    outputs : int
        Channels of the feature map.
    stem : int
        Pixels are folded into channels by this factor first; the map is that much coarser.
    """

    def __init__(self, inputs: int, channels: Sequence[int], outputs: int, stem: int = 1) -> None:
        super().__init__()
        *levels, bottom = channels
        self.fold = nn.PixelUnshuffle(stem) if stem > 1 else nn.Identity()
        widths = [inputs * stem * stem, *levels]
        self.encoder_blocks = nn.ModuleList(
            ConvBlock(before, after) for before, after in zip(widths, levels, strict=False)
        )
        self.pool = nn.MaxPool2d(2)
        self.bottleneck = ConvBlock(levels[-1], bottom)
        descending = [bottom, *reversed(levels)]
        self.decoder_up_convs = nn.ModuleList(
            UpConv(before, after) for before, after in pairwise(descending)
        )
        self.decoder_conv_blocks = nn.ModuleList(
            ConvBlock(2 * width, width) for width in reversed(levels)
        )
        self.final_conv = nn.Conv2d(levels[0], outputs, 1)

    def forward(self, picture: Tensor) -> Tensor:
        """(B, inputs, S, S) to (B, outputs, S / stem, S / stem)."""
        x = self.fold(picture)
        skips: list[Tensor] = []
        for block in self.encoder_blocks:
            x = block(x)
            skips.append(x)
            x = self.pool(x)
        x = self.bottleneck(x)
        for up, block, skip in zip(
            self.decoder_up_convs, self.decoder_conv_blocks, reversed(skips), strict=True
        ):
            x = block(torch.cat([skip, up(x)], dim=1))
        result: Tensor = self.final_conv(x)
        return result
