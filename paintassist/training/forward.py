"""The compact network on a batch of drawings of many characters."""

from __future__ import annotations

import torch
from torch import Tensor

from paintassist.engines.dacon.network import CompactNet
from paintassist.training.batches import Batch


def features(net: CompactNet, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Run the network on a batch.

    Returns
    -------
    joined, semantic, spatial : (T, embedding) float32
        Unit vectors of every segment, of the model and of each of its branches alone.
    """
    picture = batch.picture.float().contiguous(memory_format=torch.channels_last)
    maps = net.spatial(picture)
    flat = maps.permute(0, 2, 3, 1).reshape(-1, maps.shape[1]).float()
    count = len(batch.colors)
    pooled = torch.zeros(count, flat.shape[1], device=flat.device)
    pooled = pooled.index_add(0, batch.owners, flat[batch.cells] * batch.weights[:, None])
    tokens = net.encoder.embed(pooled, batch.patches.float(), batch.geometry)
    where = (batch.frame, batch.slot)
    wide = torch.zeros(*batch.mask.shape, tokens.shape[1], dtype=tokens.dtype, device=flat.device)
    wide = wide.index_put(where, tokens)
    wide_pooled = torch.zeros(*batch.mask.shape, flat.shape[1], device=flat.device)
    wide_pooled = wide_pooled.index_put(where, pooled)
    found = net.branches(wide_pooled, wide, batch.place, batch.borders, batch.mask)
    joined, semantic, spatial = (part.float()[where] for part in found)
    return joined, semantic, spatial
