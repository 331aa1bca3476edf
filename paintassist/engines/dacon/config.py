"""The settings that, with the weights, make a DACoN model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from paintassist.core.errors import InputError, reason

Fusion = Literal["v1.0", "v1.1"]


@dataclass(frozen=True)
class Dinov2Config:
    """Size of a DINOv2 vision transformer; the defaults are ViT-L/14."""

    hidden: int = 1024
    layers: int = 24
    heads: int = 16
    patch: int = 14
    side: int = 518


@dataclass(frozen=True)
class SegmentEncoderConfig:
    """Size of the compact semantic encoder, a transformer over segments."""

    width: int = 192
    layers: int = 6
    heads: int = 6


@dataclass(frozen=True)
class DaconConfig:
    """Architecture of one model.

    Attributes
    ----------
    semantic : Dinov2Config or SegmentEncoderConfig
        The semantic branch: published, or compact.
    fusion : {"v1.0", "v1.1"}
        How the branches are joined: a trained MLP, or the sum of unit vectors.
    channels : tuple of int
        U-Net widths from the finest level to the bottleneck.
    side : int
        Side of the picture that the U-Net sees.
    stem : int
        Factor by which pixels are folded into channels before the U-Net (1 = not at all).
    pooled : int
        Channels of the U-Net's feature map.
    embedding : int
        Length of a segment's feature vector.
    temperature, unknown : float
        See `Engine`.
    """

    semantic: Dinov2Config | SegmentEncoderConfig = field(default_factory=Dinov2Config)
    fusion: Fusion = "v1.1"
    channels: tuple[int, ...] = (64, 128, 256, 512, 1024)
    side: int = 512
    stem: int = 1
    pooled: int = 128
    embedding: int = 128
    temperature: float = 0.1
    unknown: float = 0.0

    @property
    def is_compact(self) -> bool:
        """Whether the semantic branch is the compact encoder."""
        return isinstance(self.semantic, SegmentEncoderConfig)

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for a manifest."""
        kind = "segments" if self.is_compact else "dinov2"
        return {**asdict(self), "semantic": {"kind": kind, **asdict(self.semantic)}}


def config_from_dict(data: Mapping[str, Any]) -> DaconConfig:
    """Read what `DaconConfig.as_dict` wrote.

    Raises
    ------
    InputError
        If a key is unknown or a value has the wrong type.
    """
    try:
        plain = dict(data)
        semantic = dict(plain.pop("semantic"))
        kinds = {"segments": SegmentEncoderConfig, "dinov2": Dinov2Config}
        kind = kinds[semantic.pop("kind")]
        plain["channels"] = tuple(int(width) for width in plain["channels"])
        return DaconConfig(semantic=kind(**semantic), **plain)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"the model's architecture is not one this version knows ({reason(error)}); "
            "get the model made for this version of PaintAssist"
        ) from error


COMPACT = DaconConfig(
    semantic=SegmentEncoderConfig(),
    channels=(24, 48, 96, 160),
    side=320,
    stem=2,
    pooled=64,
    # Fitted on held-out families of generated drawings, see docs/model.md.
    temperature=0.1,
    unknown=0.35,
)
