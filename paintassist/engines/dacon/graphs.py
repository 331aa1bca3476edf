"""The graphs a model runs as: the same modules for PyTorch and for the ONNX export."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from paintassist.core.errors import InputError
from paintassist.engines.dacon.config import DaconConfig, Dinov2Config
from paintassist.engines.dacon.dinov2 import Dinov2
from paintassist.engines.dacon.network import CompactNet, PublishedNet

DINO_PREFIX = "dino."


class Spatial(nn.Module):
    """Picture (B, C, S, S) to feature map (B, pooled, s, s)."""

    def __init__(self, net: CompactNet | PublishedNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, picture: Tensor) -> Tensor:
        """Run the U-Net."""
        return self.net.spatial(picture)


class CompactHead(nn.Module):
    """Segment inputs of one frame to (N, embedding)."""

    def __init__(self, net: CompactNet) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, pooled: Tensor, patches: Tensor, geometry: Tensor, place: Tensor, borders: Tensor
    ) -> Tensor:
        """Run the segment encoder and join the branches."""
        return self.net.head(pooled, patches, geometry, place, borders)


class PublishedHead(nn.Module):
    """Pooled semantic (N, hidden) and spatial (N, pooled) features to (N, embedding)."""

    def __init__(self, net: PublishedNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, semantic: Tensor, spatial: Tensor) -> Tensor:
        """Reduce and join the branches."""
        return self.net.head(semantic, spatial)


class Semantic(nn.Module):
    """RGB picture (B, 3, 518, 518) in 0..1 to DINOv2 patch tokens (B, h * w, hidden)."""

    def __init__(self, config: Dinov2Config) -> None:
        super().__init__()
        self.model = Dinov2(config)

    def forward(self, picture: Tensor) -> Tensor:
        """Return the last block's patch tokens after the final LayerNorm."""
        tokens: Tensor = self.model(picture)
        return tokens


def build_graphs(config: DaconConfig, weights: Mapping[str, Tensor]) -> dict[str, nn.Module]:
    """Build the graphs of a model with its weights, ready to run.

    Parameters
    ----------
    config : DaconConfig
    weights : mapping of str to Tensor
        Key names of the released checkpoints; DINOv2's, as Meta names them, under `dino.`.

    Raises
    ------
    InputError
        If weights are missing or do not fit the architecture.
    """
    own = {key: value for key, value in weights.items() if not key.startswith(DINO_PREFIX)}
    graphs: dict[str, nn.Module]
    if config.is_compact:
        with torch.device("meta"):
            compact = CompactNet(config)
        _load(compact, own)
        graphs = {"spatial": Spatial(compact), "head": CompactHead(compact)}
    else:
        assert isinstance(config.semantic, Dinov2Config)
        with torch.device("meta"):
            published = PublishedNet(config)
            semantic = Semantic(config.semantic)
        _load(published, own)
        dino = {
            key.removeprefix(DINO_PREFIX): value
            for key, value in weights.items()
            if key.startswith(DINO_PREFIX)
        }
        _load(semantic.model, dino)
        graphs = {
            "spatial": Spatial(published),
            "semantic": semantic,
            "head": PublishedHead(published),
        }
    return {name: graph.eval() for name, graph in graphs.items()}


def _load(module: nn.Module, weights: Mapping[str, Tensor]) -> None:
    """Give a module made on the device "meta" its weights, without a copy."""
    try:
        module.load_state_dict(
            {key: value.to(torch.float32) for key, value in weights.items()},
            strict=True,
            assign=True,
        )
    except RuntimeError as error:
        first = " ".join(str(error).split())[:300]
        raise InputError(f"the weights do not fit the model's architecture: {first}") from error
