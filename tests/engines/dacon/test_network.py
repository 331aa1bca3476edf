"""Key names and shapes that released checkpoints have."""

from typing import get_args

import pytest
import torch

from paintassist.core.errors import InputError
from paintassist.engines.dacon.config import COMPACT, DaconConfig, Fusion, config_from_dict
from paintassist.engines.dacon.graphs import build_graphs
from paintassist.engines.dacon.network import CompactNet, PublishedNet
from paintassist.engines.dacon.segment_encoder import centred
from tests.engines.dacon.tiny import TINY_COMPACT, random_weights, tiny_published


def _published_keys(fusion: Fusion) -> set[str]:
    layers = [
        *(f"unet.encoder_blocks.{level}.conv.{at}" for level in range(4) for at in (0, 3)),
        *(f"unet.bottleneck.conv.{at}" for at in (0, 3)),
        *(f"unet.decoder_up_convs.{level}.up.1" for level in range(4)),
        *(f"unet.decoder_conv_blocks.{level}.conv.{at}" for level in range(4) for at in (0, 3)),
        "unet.final_conv",
        "dino_mlp.fc1",
        "dino_mlp.fc2",
    ]
    if fusion == "v1.0":
        layers += ["dino_unet_mlp.fc1", "dino_unet_mlp.fc2"]
    return {f"{layer}.{kind}" for layer in layers for kind in ("weight", "bias")}


@pytest.mark.parametrize("fusion", get_args(Fusion))
def test_published_model_has_the_keys_of_the_released_checkpoints(fusion: Fusion) -> None:
    assert set(PublishedNet(tiny_published(fusion)).state_dict()) == _published_keys(fusion)


def test_published_model_has_the_published_widths() -> None:
    with torch.device("meta"):
        net = PublishedNet(DaconConfig())
    shapes = {name: tuple(value.shape) for name, value in net.state_dict().items()}

    assert shapes["unet.encoder_blocks.0.conv.0.weight"] == (64, 3, 3, 3)
    assert shapes["unet.bottleneck.conv.3.weight"] == (1024, 1024, 3, 3)
    assert shapes["unet.decoder_conv_blocks.0.conv.0.weight"] == (512, 1024, 3, 3)
    assert shapes["unet.final_conv.weight"] == (128, 64, 1, 1)
    assert shapes["dino_mlp.fc1.weight"] == (512, 1024)
    assert shapes["dino_mlp.fc2.weight"] == (128, 512)


def test_compact_model_has_at_most_12_million_parameters() -> None:
    with torch.device("meta"):
        net = CompactNet(COMPACT)

    assert sum(parameter.numel() for parameter in net.parameters()) <= 12_000_000


def test_padding_changes_nothing_for_the_segments_beside_it() -> None:
    net = CompactNet(TINY_COMPACT).eval()
    tokens, place = torch.rand(1, 3, 12), torch.rand(1, 3, 4)
    borders, mask = torch.rand(1, 3, 3), torch.ones(1, 3)
    padded = torch.nn.functional.pad

    alone = net.encoder.relate(tokens, place, borders, mask)
    beside = net.encoder.relate(
        padded(tokens, (0, 0, 0, 2)),
        padded(place, (0, 0, 0, 2)),
        padded(borders, (0, 2, 0, 2)),
        padded(mask, (0, 2)),
    )

    torch.testing.assert_close(beside[:, :3], alone)


def test_centred_rows_are_unit_vectors_around_zero() -> None:
    found = centred(torch.rand(1, 4, 6) + 10, torch.tensor([[1.0, 1, 1, 0]]))

    torch.testing.assert_close(found[0].norm(dim=1), torch.tensor([1.0, 1, 1, 0]))


def test_config_survives_its_dictionary() -> None:
    for config in (COMPACT, DaconConfig(), tiny_published("v1.0")):
        assert config_from_dict(config.as_dict()) == config


@pytest.mark.parametrize(
    "change", [{"semantic": {"kind": "magic"}}, {"surprise": 1}, {"channels": "x"}]
)
def test_an_unknown_architecture_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(InputError, match="architecture"):
        config_from_dict({**COMPACT.as_dict(), **change})


def test_weights_that_do_not_fit_are_named() -> None:
    weights = random_weights(TINY_COMPACT)
    del weights["unet.final_conv.bias"]

    with pytest.raises(InputError, match=r"unet\.final_conv\.bias"):
        build_graphs(TINY_COMPACT, weights)
