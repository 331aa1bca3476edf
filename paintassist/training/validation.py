"""How well a network matches drawings that it does not learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from paintassist.engines.dacon.network import CompactNet
from paintassist.training.batches import Batch
from paintassist.training.forward import features
from paintassist.training.losses import color_cross_entropy, reference_mask

TEMPERATURE = 0.1


@dataclass(frozen=True)
class Validation:
    """Means over batches.

    Attributes
    ----------
    hit : float
        Share of segments that get the right colour by plain argmax.
    loss : float
        Colour-summed cross entropy at a temperature of 0.1.
    """

    hit: float
    loss: float


def validate(net: CompactNet, batches: Sequence[Batch]) -> Validation:
    """Measure with the first frame of each character as the only reference."""
    found = []
    for batch in batches:
        first = torch.searchsorted(batch.group, batch.group)
        keep = torch.zeros_like(batch.keep)
        keep[torch.arange(len(first)), first] = True
        allowed = reference_mask(batch.frame, batch.group, batch.colors, keep)
        found.append(match(net, batch, allowed))
    count = max(1, len(found))
    return Validation(sum(f.hit for f in found) / count, sum(f.loss for f in found) / count)


def match(net: CompactNet, batch: Batch, allowed: Tensor) -> Validation:
    """Measure one batch with the references that `allowed` (T, T) tells."""
    device = next(net.parameters()).device
    moved, allowed = batch.to(device), allowed.to(device)
    with torch.no_grad():
        joined, _, _ = features(net, moved)
        temperature = torch.tensor(TEMPERATURE, device=device)
        loss, hit = color_cross_entropy(joined, moved.colors, allowed, temperature)
    return Validation(float(hit), float(loss))
