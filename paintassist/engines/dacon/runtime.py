"""Ways to run a model's graphs: onnxruntime on a GPU or a CPU, and PyTorch."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import WEIGHTS, Bundle
from paintassist.engines.dacon.providers import (
    CPU,
    GPU_BATCH,
    NVIDIA,
    SUFFIX,
    Choice,
    Device,
    choose,
    lost_reason,
    options,
    title,
)
from paintassist.installed import remedy_for_extra
from paintassist.resources import cache_folder

Arrays = Mapping[str, NDArray[np.float32]]
# Graphs that run in 16 bits on a GPU; heads are small and stay as they are.
HALVED = ("spatial", "semantic")
# Bytes; networks of larger files take memory by the gigabyte, and time to match.
LARGE = 64 * 2**20


class Runtime(Protocol):
    """Runs one of a model's graphs: "spatial", "semantic" or "head"."""

    @property
    def device(self) -> Device:
        """What it runs on."""
        ...

    @property
    def batch(self) -> int:
        """How many frames it should be given at once."""
        ...

    @property
    def precision(self) -> str:
        """Either "fp32" or "fp16", whose features differ a little."""
        ...

    def run(self, graph: str, inputs: Arrays) -> NDArray[np.float32]:
        """Run a graph on named inputs; returns its one output."""
        ...


class Session(Protocol):
    """What is used of `onnxruntime.InferenceSession`."""

    def get_providers(self) -> Sequence[str]:
        """Return the providers it got, best first."""
        ...

    def run(self, names: None, feeds: dict[str, Any]) -> Sequence[Any]:
        """Return the outputs."""
        ...


OpenSession = Callable[[Path, Sequence[str]], Session]


def open_session(path: Path, names: Sequence[str], threads: int | None = None) -> Session:
    """Open a graph by onnxruntime.

    Parameters
    ----------
    path : Path
    names : sequence of str
        Providers without their suffix, best first.
    threads : int, optional
        Of the CPU; all cores by default.

    Raises
    ------
    Exception
        Of onnxruntime's own classes.
    """
    import onnxruntime

    # Its log is for developers; what a painter needs to know is told by `Device.reason`.
    onnxruntime.set_default_logger_severity(4)
    if any(name in NVIDIA for name in names):
        _preload_cuda(onnxruntime)
    settings = onnxruntime.SessionOptions()
    if threads is not None:
        settings.intra_op_num_threads = threads
    # Threads that spin while they wait take the core from segmenting the next frame.
    settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
    if names[0] == CPU and path.stat().st_size > LARGE:
        # The arena doubles what it takes, and a plan of it comes with the second frame on top.
        settings.enable_cpu_mem_arena = False
        settings.enable_mem_pattern = False
    if names[0] == "Dml":
        settings.enable_mem_pattern = False
        settings.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    providers = [options(name, cache_folder()) for name in names]
    session: Session = onnxruntime.InferenceSession(
        str(path), settings, providers=providers, enable_fallback=0
    )
    return session


def _preload_cuda(onnxruntime: Any) -> None:
    """Load CUDA from pip's packages, if it lies there; it prints where it does not."""
    if hasattr(onnxruntime, "preload_dlls"):
        with (
            Path(os.devnull).open("w") as nowhere,
            contextlib.redirect_stdout(nowhere),
            contextlib.suppress(Exception),
        ):
            onnxruntime.preload_dlls()


class OnnxRuntime:
    """onnxruntime with the best provider there is.

    Parameters
    ----------
    bundle : Bundle
    device : {"auto", "cpu", "cuda"}
    opener : function
        Opens a graph with providers.
    choice : Choice, optional
        What to ask for; by default the best for `device` on this machine.

    Raises
    ------
    InputError
        If the graph cannot be run, or "cuda" was asked for and cannot be had.
    """

    def __init__(
        self,
        bundle: Bundle,
        device: str = "auto",
        opener: OpenSession = open_session,
        choice: Choice | None = None,
    ) -> None:
        if choice is None:
            import onnxruntime

            choice = choose(onnxruntime.get_available_providers(), device)
        self._bundle, self._open = bundle, opener
        self._names = choice.names
        self._sessions: dict[str, Session] = {}
        self.precision = "fp32"
        used = self._session("spatial").get_providers()[0].removesuffix(SUFFIX)
        reason = ""
        if used == CPU:
            reason = lost_reason(choice.names[0]) if choice.is_gpu else choice.reason
        if device == "cuda" and used not in NVIDIA:
            raise InputError(
                f"device cuda was asked for but cannot be had: {reason}; use --device cpu"
            )
        self.device = Device("onnxruntime", title(used), reason)
        self.batch = GPU_BATCH if self.device.is_gpu else 1

    def _session(self, graph: str) -> Session:
        session = self._sessions.get(graph)
        while session is None:
            file = self._file(graph)
            path = self._bundle.path(file)
            try:
                session = self._open(path, self._names)
            except Exception as error:  # onnxruntime raises classes of its own
                if len(self._names) == 1:
                    problem = f"{path} cannot be run by onnxruntime ({short(error)})"
                    raise InputError(problem) from error
                # TensorRT refuses instead of stepping aside.
                self._names = self._names[1:]
                continue
            got = session.get_providers()[0].removesuffix(SUFFIX)
            if got in self._names:
                self._names = self._names[self._names.index(got) :]
            if self._file(graph) != file:
                session = None
                continue
            self._sessions[graph] = session
            if file.endswith(".fp16.onnx"):
                self.precision = "fp16"
        return session

    def _file(self, graph: str) -> str:
        half = half_file(graph)
        on_gpu = self._names[0] in (*NVIDIA, "Dml")
        return (
            half if graph in HALVED and on_gpu and half in self._bundle.files else f"{graph}.onnx"
        )

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
    threads : int, optional
        Of the CPU; all cores by default.
    """

    def __init__(self, bundle: Bundle, device: str, threads: int | None = None) -> None:
        try:
            import torch
            from safetensors.torch import load_file
        except ImportError as error:
            raise InputError(
                f"PyTorch is not installed ({error.name} is missing); {remedy_for_extra('torch')}"
            ) from error
        from paintassist.engines.dacon.graphs import build_graphs

        cuda = device != "cpu" and torch.cuda.is_available()
        if device == "cuda" and not cuda:
            raise InputError("device cuda was asked for but PyTorch finds none; use --device cpu")
        if threads is not None:
            torch.set_num_threads(threads)
        self._torch = torch
        self._device = torch.device("cuda" if cuda else "cpu")
        self._kinds = dict.fromkeys(HALVED, torch.float16) if cuda else {}
        weights = load_file(bundle.path(WEIGHTS))
        self._graphs = {
            name: graph.to(self._device, self._kinds.get(name, torch.float32))
            for name, graph in build_graphs(bundle.config, weights).items()
        }
        reason = (
            "" if cuda else "the CPU was asked for" if device == "cpu" else "PyTorch sees no GPU"
        )
        self.device = Device("PyTorch", "CUDA" if cuda else CPU, reason)
        self.batch = GPU_BATCH if cuda else 1
        self.precision = "fp16" if cuda else "fp32"

    def run(self, graph: str, inputs: Arrays) -> NDArray[np.float32]:
        """See `Runtime.run`."""
        kind = self._kinds.get(graph, self._torch.float32)
        tensors = [
            self._torch.from_numpy(array).to(self._device, kind) for array in inputs.values()
        ]
        try:
            with self._torch.inference_mode():
                result = self._graphs[graph](*tensors)
        except self._torch.OutOfMemoryError:
            self._torch.cuda.empty_cache()
            raise
        return np.asarray(result.float().cpu().numpy(), np.float32)


def half_file(graph: str) -> str:
    """Return the name of a graph's file in 16 bits."""
    return f"{graph}.fp16.onnx"


def short(error: BaseException) -> str:
    """Return an error's message as at most 200 characters of one line."""
    return " ".join(str(error).split())[:200] or type(error).__name__
