"""The frozen DINOv2 encoder whose view of the segments the consistency loss keeps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import MANIFEST, WEIGHTS, open_bundle
from paintassist.engines.dacon.config import Dinov2Config
from paintassist.engines.dacon.dinov2_weights import read_dinov2
from paintassist.engines.dacon.graphs import DINO_PREFIX, Semantic
from paintassist.training.batches import Batch
from paintassist.training.teacher_inputs import TeacherLook


class Teacher:
    """A DINOv2 encoder, never trained.

    Parameters
    ----------
    config : Dinov2Config
    weights : mapping of str to Tensor
        Meta's names.

    Raises
    ------
    InputError
        If the weights do not fit.
    """

    def __init__(self, config: Dinov2Config, weights: Mapping[str, Tensor]) -> None:
        self.config = config
        self.look = TeacherLook(config.side, config.side // config.patch)
        self.encoder = Semantic(config)
        try:
            self.encoder.model.load_state_dict({key: v.float() for key, v in weights.items()})
        except RuntimeError as error:
            first = " ".join(str(error).split())[:200]
            raise InputError(f"the teacher's weights do not fit its settings ({first})") from error
        self.encoder.eval().requires_grad_(False)

    def to(self, device: torch.device) -> Teacher:
        """Move it to a device."""
        self.encoder.to(device)
        return self

    def pooled(self, batch: Batch) -> Tensor:
        """Return the raw features of every segment of a batch, (T, hidden) float32."""
        with torch.no_grad():
            tokens = self.encoder(batch.teacher_picture.float() / 255).float()
        flat = tokens.reshape(-1, tokens.shape[-1])
        pooled = torch.zeros(len(batch.colors), flat.shape[1], device=flat.device)
        shares = flat[batch.teacher_cells] * batch.teacher_weights[:, None]
        return pooled.index_add(0, batch.teacher_owners, shares)


def open_teacher(path: Path) -> Teacher:
    """Open an encoder: Meta's file, a folder of the hub, or a published model's bundle.

    Raises
    ------
    InputError
        If it is none of these, or damaged.
    """
    if not (path / MANIFEST).is_file():
        if not path.exists():
            raise InputError(f"{path} does not exist; name a DINOv2 encoder with --teacher")
        return Teacher(*read_dinov2(path))
    bundle = open_bundle(path)
    if not isinstance(bundle.config.semantic, Dinov2Config):
        raise InputError(f"model '{bundle.name}' has no DINOv2 encoder; name one that has")
    weights = load_file(bundle.path(WEIGHTS))
    own = {
        key.removeprefix(DINO_PREFIX): value
        for key, value in weights.items()
        if key.startswith(DINO_PREFIX)
    }
    return Teacher(bundle.config.semantic, own)
