"""Whether weights fit an architecture: nothing missing, nothing more, every shape right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from torch import Tensor

from paintassist.core.errors import InputError

NAMED = 3


def check_weights(
    weights: Mapping[str, Tensor], expected: Mapping[str, Tensor], path: Path, what: str
) -> None:
    """Compare names and shapes.

    Parameters
    ----------
    weights, expected : mapping of str to Tensor
        `expected` may be on the device "meta".
    path : Path
    what : str
        What the weights should be, for the message.

    Raises
    ------
    InputError
        Names the first few that are missing, too many, or of another shape.
    """
    missing = [key for key in expected if key not in weights]
    extra = [key for key in weights if key not in expected]
    odd = [
        f"{key} is {_shape(weights[key])} and should be {_shape(value)}"
        for key, value in expected.items()
        if key in weights and weights[key].shape != value.shape
    ]
    problems = []
    if missing:
        problems.append(f"it lacks {_listed(missing)}")
    if extra:
        problems.append(f"it has {_listed(extra)} besides")
    if odd:
        problems.append(_listed(odd))
    if problems:
        raise InputError(
            f"{path} is not {what}: {', and '.join(problems)}; choose another file or get it again"
        )


def _shape(tensor: Tensor) -> str:
    return " x ".join(map(str, tensor.shape)) or "one number"


def _listed(items: Sequence[str]) -> str:
    named = ", ".join(items[:NAMED])
    rest = len(items) - NAMED
    return f"{named} and {rest} more" if rest > 0 else named
