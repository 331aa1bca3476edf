"""Going on when a device fails: a smaller batch, then the CPU, then PyTorch.

Nothing that was computed is lost: the frames of a batch that failed run again on what
comes next, and all later ones with them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import WEIGHTS, Bundle
from paintassist.engines.dacon.providers import Device
from paintassist.engines.dacon.runtime import (
    Arrays,
    OnnxRuntime,
    OpenSession,
    Runtime,
    TorchRuntime,
    open_session,
    short,
)

log = logging.getLogger(__name__)

Step = Callable[[], Runtime]
# Graphs whose one input is pictures of several frames.
PICTURE = "picture"
MEMORY = re.compile(
    r"out of memory|failed to allocate memory|bad[ _]alloc|ALLOC_FAILED|cannot allocate"
    r"|can.t allocate|unable to allocate|8007000E|available memory of \d+ is smaller",
    re.IGNORECASE,
)


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether an error of numpy, onnxruntime or PyTorch means that memory ran out."""
    return isinstance(error, MemoryError) or MEMORY.search(str(error)) is not None


class FallbackRuntime:
    """Runs on the first step that works, and goes down a step when it fails.

    Parameters
    ----------
    steps : sequence of functions
        Each opens a runtime, the best first. None is opened before it is needed.
    later : sequence of functions
        Steps that will do when one that worked fails, but not to begin with.

    Raises
    ------
    InputError
        If none of `steps` can be opened; the sentence is that of the first.
    """

    def __init__(self, steps: Sequence[Step], later: Sequence[Step] = ()) -> None:
        self._steps = list(steps)
        self._reason = ""
        self._runtime = self._open()
        self._steps += later
        self._batch = self._runtime.batch

    @property
    def device(self) -> Device:
        """See `Runtime.device`."""
        device = self._runtime.device
        return replace(device, reason=self._reason or device.reason)

    @property
    def batch(self) -> int:
        """See `Runtime.batch`; smaller once memory has run out."""
        return self._batch

    @property
    def precision(self) -> str:
        """See `Runtime.precision`."""
        return self._runtime.precision

    def run(self, graph: str, inputs: Arrays) -> NDArray[np.float32]:
        """Run a graph, on less or on something else if it has to be.

        Raises
        ------
        InputError
            If memory runs out on the last step, too.
        """
        if PICTURE not in inputs:
            return self._run_anywhere(graph, inputs)
        pictures, done = inputs[PICTURE], 0
        results = []
        while done < len(pictures):
            part = pictures[done : done + self._batch]
            try:
                results.append(self._run_anywhere(graph, {PICTURE: part}))
            except _SmallerBatch:
                self._batch = max(1, len(part) // 2)
                log.warning(
                    "%s has too little memory for %d frames at once; going on with %d",
                    self._runtime.device,
                    len(part),
                    self._batch,
                )
                continue
            done += len(part)
        return results[0] if len(results) == 1 else np.concatenate(results)

    def _run_anywhere(self, graph: str, inputs: Arrays) -> NDArray[np.float32]:
        while True:
            try:
                return self._runtime.run(graph, inputs)
            except Exception as error:
                memory = is_out_of_memory(error)
                if memory and len(inputs.get(PICTURE, ())) > 1:
                    raise _SmallerBatch from error
                self._step_down(error, memory)

    def _step_down(self, error: Exception, memory: bool) -> None:
        """Open the next step, or give up with the error."""
        before = self._runtime.device
        reason = f"{before} ran out of memory" if memory else f"{before} failed ({short(error)})"
        try:
            runtime = self._open(unlike=before)
        except InputError as other:
            if not memory and not str(other):
                raise error from None
            remedy = str(other) or "close other programs, or choose --engine shape+flow"
            raise InputError(f"{reason}; {remedy}") from error
        self._runtime, self._reason = runtime, reason
        self._batch = min(self._batch, runtime.batch)
        log.warning("%s; going on with %s", reason, runtime.device)

    def _open(self, unlike: Device | None = None) -> Runtime:
        """Open the next step that can be, on another device than `unlike`."""
        first: Exception | None = None
        while self._steps:
            step = self._steps.pop(0)
            try:
                runtime = step()
            except (ImportError, InputError, MemoryError) as error:
                first = first or error
                continue
            if unlike is not None and str(runtime.device) == str(unlike):
                continue
            if first is not None:
                self._reason = short(first)
                log.warning("falling back to %s: %s", runtime.device, first)
            return runtime
        raise InputError("" if first is None else str(first)) from first


class _SmallerBatch(Exception):  # noqa: N818 - asks for something, is no error
    """Memory ran out for several frames at once; fewer may fit."""


def open_runtime(
    bundle: Bundle,
    device: str = "auto",
    threads: int | None = None,
    opener: OpenSession | None = None,
) -> Runtime:
    """Run a bundle by the best that works: onnxruntime on GPU, on CPU, else PyTorch.

    Parameters
    ----------
    bundle : Bundle
    device : {"auto", "cpu", "cuda"}
    threads : int, optional
        Of the CPU; all cores by default.
    opener : function, optional
        In place of `runtime.open_session`.

    Raises
    ------
    InputError
        If nothing can run it; the sentence says why.
    """
    opener = opener or (lambda path, names: open_session(path, names, threads))
    steps: list[Step] = []
    later: list[Step] = []
    if "spatial.onnx" in bundle.files:
        steps.append(lambda: OnnxRuntime(bundle, device, opener))
        later.append(lambda: OnnxRuntime(bundle, "cpu", opener))
    if WEIGHTS in bundle.files:
        steps.append(lambda: TorchRuntime(bundle, device, threads))
        later.append(lambda: TorchRuntime(bundle, "cpu", threads))
    if device == "cuda":
        # Whoever asks for a device is told that it is not there; later failures step down.
        return FallbackRuntime(steps, later)
    # In the order of what costs least: the GPU, the same on the CPU, then another program.
    return FallbackRuntime([*steps[:1], *later[:1], *steps[1:], *later[1:]])
