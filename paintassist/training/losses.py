"""Losses: colour-summed cross entropy over the segments of several drawings (DACoN, ICCV 2025)."""

from __future__ import annotations

import torch
from torch import Tensor

from paintassist.training.scenes import LINE_SHADE


def reference_mask(frame: Tensor, group: Tensor, colors: Tensor, keep: Tensor) -> Tensor:
    """Say which segments may serve which as references.

    Parameters
    ----------
    frame : (T,) int64
        Frame of each segment.
    group : (B,) int64
        Character of each frame.
    colors : (T,) int64
    keep : (B, B) bool
        keep[i, j]: frame j serves frame i.

    Returns
    -------
    (T, T) bool
        True where column may serve row: same character, another frame, a clear colour.
    """
    same = group[frame][:, None] == group[frame][None]
    other = frame[:, None] != frame[None]
    return same & other & keep[frame][:, frame] & (colors != LINE_SHADE)[None]


def color_cross_entropy(
    vectors: Tensor, colors: Tensor, allowed: Tensor, temperature: Tensor
) -> tuple[Tensor, Tensor]:
    """Return the loss and the share of right colours by plain argmax.

    Probabilities of reference segments of one colour are summed; segments whose colour no
    reference has are left out.

    Parameters
    ----------
    vectors : (T, D)
        Unit vectors.
    colors : (T,) int64
    allowed : (T, T) bool
        From `reference_mask`.
    temperature : () float
    """
    scores = (vectors @ vectors.T) / temperature
    low = torch.finfo(scores.dtype).min
    right = allowed & (colors[:, None] == colors[None])
    use = right.any(dim=1) & (colors != LINE_SHADE)
    if not use.any():
        return scores.sum() * 0, torch.zeros(())
    scores, right, allowed = scores[use], right[use], allowed[use]
    total = scores.masked_fill(~allowed, low)
    loss = torch.logsumexp(total, 1) - torch.logsumexp(scores.masked_fill(~right, low), 1)
    hit = right.gather(1, total.argmax(dim=1, keepdim=True)).float().mean()
    return loss.mean(), hit.detach()
