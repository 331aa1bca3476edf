"""Losses over the segments of several drawings (DACoN, ICCV 2025).

The colour-summed cross entropy teaches which segments share a colour; the consistency loss
keeps what a foundation model sees in them.
"""

from __future__ import annotations

import torch
from torch import Tensor

from paintassist.training.scenes import LINE_SHADE

# Of the paper.
ENTROPY_WEIGHT, CONSISTENCY_WEIGHT = 0.5, 0.2
CONSISTENCY_TEMPERATURE = 0.1


def reference_mask(
    frame: Tensor,
    group: Tensor,
    colors: Tensor,
    keep: Tensor,
    decided: Tensor | None = None,
) -> Tensor:
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
    decided : (T,) bool, optional
        Segments that serve the others of their own frame, as a painter's corrections do.

    Returns
    -------
    (T, T) bool
        True where column may serve row: same character, another segment, a clear colour.
    """
    same = group[frame][:, None] == group[frame][None]
    own = frame[:, None] == frame[None]
    serves = ~own & keep[frame][:, frame]
    if decided is not None:
        serves |= own & decided[None]
        serves.fill_diagonal_(False)
    return same & serves & (colors != LINE_SHADE)[None]


def color_cross_entropy(
    vectors: Tensor, colors: Tensor, allowed: Tensor, temperature: Tensor
) -> tuple[Tensor, Tensor]:
    """Return the loss and the share of right colours by plain argmax.

    Probabilities of reference segments of one colour are summed; segments whose colour no
    reference has are left out. Without any other both are 0.

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
    # Masked and not selected: a selection would make a GPU wait for its size.
    use = right.any(dim=1) & (colors != LINE_SHADE)
    count = use.sum().clamp(min=1)
    total = scores.masked_fill(~allowed, low)
    each = torch.logsumexp(total, 1) - torch.logsumexp(scores.masked_fill(~right, low), 1)
    loss = torch.where(use, each, torch.zeros_like(each)).sum() / count
    hit = right.gather(1, total.argmax(dim=1, keepdim=True))[:, 0] & use
    return loss, (hit.sum() / count).detach()


def consistency(vectors: Tensor, teacher: Tensor, allowed: Tensor) -> Tensor:
    """Return the mean |S / 0.1 - S_teacher / 0.1| over the allowed pairs.

    Parameters
    ----------
    vectors : (T, D)
        Unit vectors of the model; S are their cosines.
    teacher : (T, H)
        The pooled features of the frozen encoder, of any length; S_teacher are their cosines.
    allowed : (T, T) bool
        From `reference_mask`.
    """
    own = vectors @ vectors.T
    normal = torch.nn.functional.normalize(teacher.float(), dim=1)
    apart = (own - normal @ normal.T).abs() / CONSISTENCY_TEMPERATURE
    return torch.where(allowed, apart, torch.zeros_like(apart)).sum() / allowed.sum().clamp(min=1)
