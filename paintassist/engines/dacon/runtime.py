"""Two ways to run a model's graphs: onnxruntime, and PyTorch as fallback."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import WEIGHTS, Bundle

log = logging.getLogger(__name__)

Arrays = Mapping[str, NDArray[np.float32]]


class Runtime(Protocol):
    """Runs one of a model's graphs: "spatial", "semantic" or "head"."""

    @property
    def device(self) -> str:
        """What it runs on, for people: "onnxruntime CPU", "PyTorch cuda" ..."""
        ...

    def run(self, graph: str, inputs: Arrays) -> NDArray[np.float32]:
        """Run a graph on named inputs; returns its one output."""
        ...


class OnnxRuntime:
    """onnxruntime with the best provider there is.

    Parameters
    ----------
    bundle : Bundle
    device : {"auto", "cpu", "cuda"}
    """

    def __init__(self, bundle: Bundle, device: str) -> None:
        import onnxruntime

        onnxruntime.set_default_logger_severity(4)
        providers = ["CPUExecutionProvider"]
        if device != "cpu" and "CUDAExecutionProvider" in onnxruntime.get_available_providers():
            providers.insert(0, "CUDAExecutionProvider")
        self._sessions: dict[str, Any] = {}
        self._bundle, self._providers = bundle, providers
        self._onnxruntime = onnxruntime
        used = self._session("spatial").get_providers()[0]
        self.device = f"onnxruntime {used.removesuffix('ExecutionProvider')}"
        if device == "cuda" and "CUDA" not in used:
            raise InputError(
                "device cuda was asked for but onnxruntime finds no usable CUDA; "
                "install onnxruntime-gpu with CUDA 13 and cuDNN 9, or use --device cpu"
            )

    def _session(self, graph: str) -> Any:
        session = self._sessions.get(graph)
        if session is None:
            path = self._bundle.path(f"{graph}.onnx")
            try:
                session = self._onnxruntime.InferenceSession(
                    path.read_bytes(), providers=self._providers
                )
            except Exception as error:  # onnxruntime raises classes of its own
                raise InputError(f"{path} cannot be run by onnxruntime ({error})") from error
            self._sessions[graph] = session
        return session

    def run(self, graph: str, inputs: Arrays) -> NDArray[np.float32]:
        """See `Runtime.run`."""
        (result,) = self._session(graph).run(None, dict(inputs))
        return np.asarray(result, np.float32)


class TorchRuntime:
    """PyTorch, from the bundle's safetensors.

    Parameters
    ----------
    bundle : Bundle
    device : {"auto", "cpu", "cuda"}
    """

    def __init__(self, bundle: Bundle, device: str) -> None:
        try:
            import torch
            from safetensors.torch import load_file
        except ImportError as error:
            raise InputError(
                f"PyTorch is not installed ({error.name} is missing); "
                "`pip install paintassist[torch]` brings it"
            ) from error
        from paintassist.engines.dacon.graphs import build_graphs

        cuda = device != "cpu" and torch.cuda.is_available()
        if device == "cuda" and not cuda:
            raise InputError("device cuda was asked for but PyTorch finds none; use --device cpu")
        self._torch = torch
        self._device = torch.device("cuda" if cuda else "cpu")
        weights = load_file(bundle.path(WEIGHTS))
        self._graphs = {
            name: graph.to(self._device)
            for name, graph in build_graphs(bundle.config, weights).items()
        }
        self.device = f"PyTorch {self._device.type}"

    def run(self, graph: str, inputs: Arrays) -> NDArray[np.float32]:
        """See `Runtime.run`."""
        tensors = [self._torch.from_numpy(array).to(self._device) for array in inputs.values()]
        with self._torch.inference_mode():
            result = self._graphs[graph](*tensors)
        return np.asarray(result.float().cpu().numpy(), np.float32)


def open_runtime(bundle: Bundle, device: str) -> Runtime:
    """Run a bundle by onnxruntime if it can be, else by PyTorch.

    Raises
    ------
    InputError
        If neither can run it; the sentence says why.
    """
    if "spatial.onnx" not in bundle.files:
        return TorchRuntime(bundle, device)
    try:
        return OnnxRuntime(bundle, device)
    except (ImportError, InputError) as error:
        if WEIGHTS not in bundle.files:
            raise InputError(str(error)) from error
        runtime = TorchRuntime(bundle, device)
        log.warning("falling back to PyTorch: %s", error)
        return runtime
