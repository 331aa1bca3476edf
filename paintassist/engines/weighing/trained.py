"""Trained weights of the evidence: a small network, run in numpy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError, reason
from paintassist.engines.weighing.evidence import EVIDENCE

NEARNESS = EVIDENCE.index("nearness")


@dataclass(frozen=True, eq=False)
class TrainedWeights:
    """Similarity = direct part + network(evidence).

    The direct part is `direct` times (cosine, flow x nearness, shape x nearness); the
    network has ReLU between its layers and one output.

    Attributes
    ----------
    direct : (3,) float32
    matrices, offsets : sequences of (inputs, outputs) and (outputs,) float32
    voting : float
        Scale at which references of one colour add up; trained with the rest.
    """

    direct: NDArray[np.float32]
    matrices: tuple[NDArray[np.float32], ...]
    offsets: tuple[NDArray[np.float32], ...]
    voting: float

    def similarity(self, evidence: NDArray[np.float32]) -> NDArray[np.float32]:
        """Weigh (len(EVIDENCE), N, K) evidence to (N, K) float32 similarities."""
        flat = evidence.reshape(len(EVIDENCE), -1)
        cosine, flow, shape = flat[:3]
        direct = self.direct[1] * flow + self.direct[2] * shape
        direct *= flat[NEARNESS]
        direct += self.direct[0] * cosine
        hidden = flat
        for matrix, offset in zip(self.matrices[:-1], self.offsets[:-1], strict=True):
            hidden = matrix.T @ hidden
            hidden += offset[:, None]
            np.maximum(hidden, 0, out=hidden)
        direct += (self.matrices[-1].T @ hidden)[0] + self.offsets[-1]
        return np.asarray(direct.reshape(evidence.shape[1:]), np.float32)

    def as_arrays(self) -> dict[str, NDArray[Any]]:
        """Return what `weights_from_arrays` reads."""
        layers = {f"matrix{i}": matrix for i, matrix in enumerate(self.matrices)}
        layers |= {f"offset{i}": offset for i, offset in enumerate(self.offsets)}
        names = np.array(EVIDENCE)
        return {"evidence": names, "direct": self.direct, "voting": np.array(self.voting), **layers}


def weights_from_arrays(arrays: Mapping[str, NDArray[Any]]) -> TrainedWeights:
    """Read weights.

    Raises
    ------
    ValueError
        If they are for other evidence, or their shapes do not fit.
    """
    if tuple(str(name) for name in arrays["evidence"]) != EVIDENCE:
        raise ValueError("its weights are for other evidence than this version collects")
    depth = sum(name.startswith("matrix") for name in arrays)
    matrices = tuple(np.asarray(arrays[f"matrix{i}"], np.float32) for i in range(depth))
    offsets = tuple(np.asarray(arrays[f"offset{i}"], np.float32) for i in range(depth))
    direct, voting = np.asarray(arrays["direct"], np.float32), float(arrays["voting"])
    width = len(EVIDENCE)
    for matrix, offset in zip(matrices, offsets, strict=True):
        if matrix.ndim != 2 or matrix.shape[0] != width or offset.shape != (matrix.shape[1],):
            raise ValueError("the shapes of its layers do not fit together")
        width = matrix.shape[1]
    numbers = (direct, *matrices, *offsets)
    if width != 1 or direct.shape != (3,) or not all(np.isfinite(part).all() for part in numbers):
        raise ValueError("its weights are incomplete")
    if not 0.01 <= voting <= 10:
        raise ValueError(f"its scale of voting, {voting}, is none")
    return TrainedWeights(direct, matrices, offsets, voting)


def load_weights(path: Path) -> TrainedWeights:
    """Read the weights that lie beside a model.

    Raises
    ------
    InputError
        If the file cannot be read or does not fit this version.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            return weights_from_arrays({name: data[name] for name in data.files})
    except Exception as error:
        # numpy raises whatever its parsers meet in a damaged file.
        raise InputError(
            f"{path} cannot be used to weigh flow and shape ({reason(error)}); "
            "get the model made for this version of PaintAssist"
        ) from error
