"""The weights of a model, to train on with."""

from __future__ import annotations

from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from paintassist.core.errors import InputError, reason
from paintassist.engines.dacon.bundle import WEIGHTS, Bundle


def bundle_weights(bundle: Bundle) -> dict[str, Tensor]:
    """Read the weights of a compact model.

    Raises
    ------
    InputError
        If it is no compact model, or its weights are missing or damaged.
    """
    if not bundle.config.is_compact:
        raise InputError(
            f"model '{bundle.name}' is not of the compact kind that this command trains; "
            "name one that is"
        )
    try:
        return load_file(bundle.path(WEIGHTS))
    except SafetensorError as error:
        raise InputError(f"{bundle.path(WEIGHTS)} is damaged ({reason(error)})") from error
