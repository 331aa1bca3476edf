"""How long each stage of a frame takes, against the straightforward way."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import cv2

from paintassist.engines.ahead import device_of
from paintassist.engines.base import Engine
from paintassist.engines.dacon.straightforward import load_program
from paintassist.engines.registry import EngineRequest, make_engine
from paintassist.jobs.bench_stages import PLAIN_FRAME, Stage, stages_of
from paintassist.jobs.progress import Progress, no_progress

DEFAULT_SIZE = 1600
# A stage is repeated this often, but no longer than so many seconds.
REPEATS, LONGEST = 9, 6.0


@dataclass(frozen=True)
class BenchRequest:
    """What to measure.

    Attributes
    ----------
    sizes : tuple of int
        Sides of square drawings in pixels.
    engine, model : str or None
    device : str
    threads : int or None
        Cores to use; None for all.
    plain : bool
        Whether the straightforward way is measured beside it.
    stages : tuple of str
        The stages to measure; all if there is none.
    against : str or None
        A published model, whose network the straightforward way runs.
    """

    sizes: tuple[int, ...] = (DEFAULT_SIZE,)
    engine: str | None = None
    model: str | None = None
    device: str = "auto"
    threads: int | None = None
    plain: bool = True
    stages: tuple[str, ...] = ()
    against: str | None = None


@dataclass(frozen=True)
class Timing:
    """What one stage takes.

    Attributes
    ----------
    seconds : float
        Median that passed.
    straightforward_seconds, ratio : float or None
        Of the plain way, once, and how many times longer that is; None where there is none.
    peak_mb : float or None
        Memory on top of what was there before, on the first call; None where the system
        does not tell.
    cpu_seconds : float
        Median of the processor's time, all cores together: what other programs on the
        machine do not change.
    per_second : float
        Frames a second by `seconds`.
    straightforward_cpu_seconds, cpu_ratio, straightforward_peak_mb : float or None
    """

    seconds: float
    straightforward_seconds: float | None
    ratio: float | None
    peak_mb: float | None
    cpu_seconds: float
    per_second: float
    straightforward_cpu_seconds: float | None
    cpu_ratio: float | None
    straightforward_peak_mb: float | None


def bench(request: BenchRequest, progress: Progress = no_progress) -> dict[str, Any]:
    """Measure all stages at some image sizes, each in a process of its own.

    Returns
    -------
    dict
        The JSON object of the contract.

    Raises
    ------
    InputError
        If the engine, model or device cannot be had.
    """
    result: dict[str, Any] = {"machine": describe_machine(request.threads), "sizes": {}}
    context = multiprocessing.get_context("spawn")
    for index, side in enumerate(request.sizes):
        progress(index, len(request.sizes), f"{side} x {side}")
        with ProcessPoolExecutor(1, context) as pool:
            found = pool.submit(measure_size, request, side).result()
        result |= found.pop("engine")
        result["sizes"][str(side)] = found
    progress(len(request.sizes), len(request.sizes), "")
    return result


def measure_size(request: BenchRequest, side: int) -> dict[str, Any]:
    """Measure all stages at one size, in this process."""
    if request.threads is not None:
        limit_threads(request.threads)
    asked = EngineRequest(request.model, request.device, request.threads, cached=False)
    start = time.perf_counter()
    engine = make_engine(request.engine, asked)
    loading = time.perf_counter() - start
    program = None if request.against is None else load_program(request.against)
    timings: dict[str, Timing] = {}
    own: list[Timing] = []
    with tempfile.TemporaryDirectory() as folder:
        for stage in stages_of(engine, side, Path(folder), program):
            if request.stages and stage.name not in request.stages:
                continue
            timings[stage.name] = measure(stage, with_plain=request.plain)
            if stage.alone:
                own.append(timings[stage.name])
    if "total" in timings:
        timings["total"] = with_plain_frame(timings)
    return {
        "engine": describe_engine(engine, loading),
        "stages": {name: asdict(timing) for name, timing in timings.items()},
        "without_network": add_up(own),
        "process_peak_mb": resident_mb("VmHWM"),
    }


def with_plain_frame(timings: Mapping[str, Timing]) -> Timing:
    """Return "total" beside the sum of the straightforward way's stages, if all are there."""
    total = timings["total"]
    plain = [timings[name] for name in PLAIN_FRAME if name in timings]
    seconds = [timing.straightforward_seconds for timing in plain]
    processor = [timing.straightforward_cpu_seconds for timing in plain]
    peaks = [timing.straightforward_peak_mb for timing in plain]
    if len(plain) < len(PLAIN_FRAME) or None in seconds or None in processor:
        return total
    passed, spent = sum(value or 0 for value in seconds), sum(value or 0 for value in processor)
    return replace(
        total,
        straightforward_seconds=passed,
        ratio=passed / max(total.seconds, 1e-9),
        straightforward_cpu_seconds=spent,
        cpu_ratio=spent / max(total.cpu_seconds, 1e-9),
        straightforward_peak_mb=None if None in peaks else max(value or 0 for value in peaks),
    )


def add_up(timings: Sequence[Timing]) -> dict[str, float | None]:
    """Return the stages that are the program's own work as one, and its ratios."""
    seconds = sum(timing.seconds for timing in timings)
    processor = sum(timing.cpu_seconds for timing in timings)
    plain = sum(timing.straightforward_seconds or 0 for timing in timings)
    plain_processor = sum(timing.straightforward_cpu_seconds or 0 for timing in timings)
    return {
        "seconds": seconds,
        "cpu_seconds": processor,
        "straightforward_seconds": plain or None,
        "straightforward_cpu_seconds": plain_processor or None,
        "ratio": plain / seconds if plain else None,
        "cpu_ratio": plain_processor / processor if plain else None,
    }


def describe_engine(engine: Engine, loading: float) -> dict[str, Any]:
    """Return what was measured: engine, model, device and how long it took to load."""
    device, reason = device_of(engine)
    return {
        "engine": engine.name,
        "model": engine.model,
        "device": device,
        "device_reason": reason,
        "load_seconds": loading,
    }


def limit_threads(threads: int) -> None:
    """Keep this process to some cores."""
    cv2.setNumThreads(threads)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def measure(stage: Stage, *, with_plain: bool = True, repeats: int | None = None) -> Timing:
    """Watch a stage's memory on its first call, then time it, then its plain way once."""
    if stage.prepare:
        stage.prepare()
    peak = peak_mb(stage.work)
    seconds: list[float] = []
    processor: list[float] = []
    begun = time.perf_counter()
    while len(seconds) < (repeats or REPEATS) and (
        not seconds or time.perf_counter() - begun < LONGEST
    ):
        if stage.prepare:
            stage.prepare()
        before, start = time.process_time(), time.perf_counter()
        own = stage.work()
        passed = time.perf_counter() - start
        seconds.append(own if isinstance(own, float) else passed)
        processor.append((time.process_time() - before) * seconds[-1] / max(passed, 1e-9))
    median, processor_median = statistics.median(seconds), statistics.median(processor)
    plain = plain_processor = plain_peak = None
    if stage.plain is not None and with_plain:
        before, start = time.process_time(), time.perf_counter()
        plain_peak = peak_mb(stage.plain)
        plain = time.perf_counter() - start
        plain_processor = time.process_time() - before
    return Timing(
        median,
        plain,
        None if plain is None else plain / max(median, 1e-9),
        peak,
        processor_median,
        1 / max(median, 1e-9),
        plain_processor,
        None if plain_processor is None else plain_processor / max(processor_median, 1e-9),
        plain_peak,
    )


def peak_mb(call: Callable[[], object]) -> float | None:
    """Return how many MB the process grows by at its peak during a call.

    By the system's own high-water mark, which counts networks and costs nothing; memory
    that was free before is given back first. None where there is no such mark.
    """
    give_back_memory()
    before = resident_mb("VmRSS", reset=True)
    result = call()
    after = resident_mb("VmHWM")
    del result
    return None if before is None or after is None else max(0.0, after - before)


def give_back_memory() -> None:
    """Let the C library return what is free to the system, where it can."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def resident_mb(field: str, reset: bool = False) -> float | None:
    """Read a memory figure of this process, after starting its peak anew; None if unknown."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5")
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(field):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return None


def describe_machine(threads: int | None = None) -> str:
    """Return processor, cores, system and Python in one line."""
    processor = platform.processor() or platform.machine()
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                processor = line.partition(":")[2].strip()
                break
    except OSError:
        pass
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    used = f"{threads} of " if threads is not None else ""
    python = ".".join(str(part) for part in sys.version_info[:3])
    return f"{processor}, {used}{cores} cores, {platform.system()}, Python {python}"
