"""Devices that fail, most of them for real: what runs next, and what is said."""

import logging
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from paintassist.core.errors import InputError
from paintassist.engines.dacon import runtime as runtime_module
from paintassist.engines.dacon.bundle import HALF_GRAPHS, Bundle, open_bundle, write_manifest
from paintassist.engines.dacon.config import DaconConfig
from paintassist.engines.dacon.engine import DaconEngine
from paintassist.engines.dacon.fallback import FallbackRuntime, is_out_of_memory, open_runtime
from paintassist.engines.dacon.precision import Precision, export_precision
from paintassist.engines.dacon.providers import Choice, Device
from paintassist.engines.dacon.runtime import Arrays, OnnxRuntime, open_session
from tests.drawing import cel
from tests.engines.dacon.tiny import TINY_COMPACT, tiny_bundle, tiny_published

WARNINGS = "paintassist.engines.dacon.fallback"
GPU = Choice(("CUDA", "CPU"))


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return tiny_bundle(tmp_path_factory.mktemp("models") / "m", TINY_COMPACT)


def pictures(count: int) -> Arrays:
    side = TINY_COMPACT.side
    return {"picture": np.random.default_rng(0).random((count, 7, side, side), np.float32)}


def with_half_graphs(bundle: Bundle) -> Bundle:
    """Export a model with graphs of 16 bits and open what came of it."""
    folder = bundle.folder.with_name("half")
    folder.mkdir()
    export_precision(bundle, folder, "half", Precision.FP16, report=lambda what: None)
    return open_bundle(folder)


class FakeSession:
    """A session on another device, or one that fails as that device does."""

    def __init__(self, path: Path, provider: str, fail: str = "", largest: int = 99) -> None:
        self.real = open_session(path, ["CPU"])
        self.provider, self.fail, self.largest = provider, fail, largest

    def get_providers(self) -> list[str]:
        return [self.provider + "ExecutionProvider", "CPUExecutionProvider"]

    def run(self, names: None, feeds: dict[str, Any]) -> Any:
        if self.fail and len(next(iter(feeds.values()))) > self.largest:
            raise RuntimeError(self.fail)
        return self.real.run(names, feeds)


def gpu(bundle: Bundle, fail: str, largest: int) -> OnnxRuntime:
    def opener(path: Path, names: Any) -> FakeSession:
        return FakeSession(path, names[0], fail, largest)

    return OnnxRuntime(bundle, opener=opener, choice=GPU)


def cpu(bundle: Bundle) -> OnnxRuntime:
    return OnnxRuntime(bundle, "cpu")


# What onnxruntime, PyTorch, DirectML and numpy say when memory runs out.
@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("CUDA error 2: out of memory"),
        RuntimeError("BFCArena: Failed to allocate memory for requested buffer of size 5"),
        RuntimeError("CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED"),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried"),
        RuntimeError("DmlExecutionProvider: 8007000E Not enough memory resources"),
        RuntimeError("std::bad_alloc"),
    ],
)
def test_running_out_of_memory_is_known_by_its_words(error: Exception) -> None:
    assert is_out_of_memory(error)
    assert not is_out_of_memory(RuntimeError("Non-zero status code returned"))


def test_too_little_memory_for_a_batch_runs_smaller_ones(
    bundle: Bundle, caplog: pytest.LogCaptureFixture
) -> None:
    """onnxruntime itself runs out of an arena of a few hundred kilobytes."""
    kind = onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR
    info = onnxruntime.OrtMemoryInfo("Cpu", kind, 0, onnxruntime.OrtMemType.DEFAULT)
    onnxruntime.create_and_register_allocator(
        info,
        onnxruntime.OrtArenaCfg(
            {
                "max_mem": 400_000,
                "arena_extend_strategy": 1,
                "initial_chunk_size_bytes": 4096,
                "max_dead_bytes_per_chunk": -1,
            }
        ),
    )

    def opener(path: Path, names: Any) -> Any:
        settings = onnxruntime.SessionOptions()
        settings.add_session_config_entry("session.use_env_allocators", "1")
        return onnxruntime.InferenceSession(str(path), settings, providers=["CPUExecutionProvider"])

    small = OnnxRuntime(bundle, "cpu", opener)
    small.batch = 16
    runtime = FallbackRuntime([lambda: small])
    inputs = pictures(16)
    with pytest.raises(Exception, match=r"[Mm]emory") as caught:
        small.run("spatial", inputs)
    assert is_out_of_memory(caught.value)

    with caplog.at_level(logging.WARNING, WARNINGS):
        found = runtime.run("spatial", inputs)

    np.testing.assert_allclose(found, cpu(bundle).run("spatial", inputs), atol=1e-5)
    assert 1 <= runtime.batch < 16
    assert "too little memory for 16 frames at once" in caplog.text


def test_a_gpu_without_room_for_one_frame_hands_over_to_the_cpu(
    bundle: Bundle, caplog: pytest.LogCaptureFixture
) -> None:
    runtime = FallbackRuntime(
        [lambda: gpu(bundle, "CUDA failure 2: out of memory", 0), lambda: cpu(bundle)]
    )
    assert (str(runtime.device), runtime.device.reason, runtime.batch) == (
        "onnxruntime CUDA",
        "",
        8,
    )

    with caplog.at_level(logging.WARNING, WARNINGS):
        found = runtime.run("spatial", pictures(5))

    np.testing.assert_allclose(found, cpu(bundle).run("spatial", pictures(5)), atol=1e-6)
    expected = Device("onnxruntime", "CPU", "onnxruntime CUDA ran out of memory")
    assert runtime.device == expected
    assert "ran out of memory; going on with onnxruntime CPU" in caplog.text
    assert runtime.batch == 1


def test_what_was_done_before_a_failure_is_not_done_again(bundle: Bundle) -> None:
    seen: list[int] = []

    class Fails(FakeSession):
        def run(self, names: None, feeds: dict[str, Any]) -> Any:
            seen.append(len(feeds["picture"]))
            if len(seen) > 1:
                raise RuntimeError("the device was removed")
            return self.real.run(names, feeds)

    failing = OnnxRuntime(bundle, opener=lambda path, names: Fails(path, names[0]), choice=GPU)
    failing.batch = 2
    runtime = FallbackRuntime([lambda: failing, lambda: cpu(bundle)])

    found = runtime.run("spatial", pictures(5))

    assert seen == [2, 2]
    np.testing.assert_allclose(found, cpu(bundle).run("spatial", pictures(5)), atol=1e-6)
    assert "the device was removed" in runtime.device.reason


def test_a_missing_cuda_library_leaves_the_cpu_and_says_so(bundle: Bundle) -> None:
    """As onnxruntime-gpu does it: no error, but a session that got the CPU only."""
    runtime = OnnxRuntime(
        bundle, opener=lambda path, names: open_session(path, ["CPU"]), choice=GPU
    )

    assert str(runtime.device) == "onnxruntime CPU"
    assert "could not start CUDA; it needs CUDA 13 and cuDNN 9" in runtime.device.reason


def test_a_provider_that_refuses_is_left_out(bundle: Bundle) -> None:
    """As TensorRT does it without its libraries."""
    asked: list[tuple[str, ...]] = []

    def opener(path: Path, names: Any) -> FakeSession:
        asked.append(tuple(names))
        if names[0] == "Tensorrt":
            raise RuntimeError("Please install TensorRT libraries")
        return FakeSession(path, names[0])

    choice = Choice(("Tensorrt", "CUDA", "CPU"))
    runtime = OnnxRuntime(bundle, opener=opener, choice=choice)
    runtime.run("spatial", pictures(1))

    assert asked == [("Tensorrt", "CUDA", "CPU"), ("CUDA", "CPU")]
    assert runtime.device == Device("onnxruntime", "CUDA")


def test_cuda_asked_for_and_not_there_is_refused(bundle: Bundle) -> None:
    with pytest.raises(InputError, match=r"cuda was asked for .*--device cpu"):
        open_runtime(bundle, "cuda")


def test_a_graph_that_breaks_later_is_run_by_pytorch(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    good = tiny_bundle(tmp_path / "good", TINY_COMPACT)
    broken = tiny_bundle(tmp_path / "m", TINY_COMPACT)
    (broken.folder / "head.onnx").write_bytes(b"cut off")
    write_manifest(broken.folder, "m", broken.config, {})
    broken = open_bundle(broken.folder)
    runtime = open_runtime(broken)
    drawing = cel("..#..\n..#..\n..#..")

    with caplog.at_level(logging.WARNING, WARNINGS):
        found = DaconEngine("m", broken.config, runtime).encode(drawing).vectors

    wanted = DaconEngine("m", good.config, open_runtime(good)).encode(drawing).vectors
    np.testing.assert_allclose(found, wanted, atol=1e-3)
    assert runtime.device.runtime == "PyTorch"
    assert "head.onnx" in runtime.device.reason
    assert "going on with PyTorch CPU" in caplog.text


def test_a_machine_without_onnxruntime_uses_pytorch(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)

    assert open_runtime(bundle).device.runtime == "PyTorch"


def test_memory_that_runs_out_everywhere_is_one_sentence(bundle: Bundle) -> None:
    runtime = FallbackRuntime([lambda: gpu(bundle, "out of memory", 0)])

    with pytest.raises(InputError, match=r"ran out of memory; close other programs"):
        runtime.run("spatial", pictures(2))


def test_a_mistake_of_ours_is_not_dressed_up(bundle: Bundle) -> None:
    runtime = FallbackRuntime([lambda: cpu(bundle)])

    with pytest.raises(Exception, match="Required inputs"):
        runtime.run("head", {})


@pytest.mark.parametrize("config", [TINY_COMPACT, tiny_published("v1.1")], ids=["compact", "v1.1"])
def test_a_gpu_runs_the_graphs_of_16_bits_with_nearly_the_same_features(
    tmp_path: Path, config: DaconConfig
) -> None:
    """In 16 bits for real, by onnxruntime on the CPU; that it were a GPU is made up."""
    half = with_half_graphs(tiny_bundle(tmp_path / "m", config))
    opened: list[str] = []

    def opener(path: Path, names: Any) -> FakeSession:
        opened.append(path.name)
        return FakeSession(path, "CUDA")

    on_gpu = OnnxRuntime(half, opener=opener, choice=GPU)
    drawing = cel("..#..#.\n..#..#.\n#####..\n.......")
    found = DaconEngine("m", config, on_gpu).encode(drawing).vectors
    wanted = DaconEngine("m", config, OnnxRuntime(half, "cpu")).encode(drawing).vectors

    assert on_gpu.precision == "fp16"
    heavy = ["spatial.fp16.onnx"] if config.is_compact else list(HALF_GRAPHS)
    assert sorted(opened) == sorted(["head.onnx", *heavy])
    assert ((found * wanted).sum(axis=1) > 1 - 2e-2).all()
    assert (found != wanted).any()


def test_what_lands_on_the_cpu_runs_the_graphs_of_32_bits(tmp_path: Path) -> None:
    half = with_half_graphs(tiny_bundle(tmp_path / "m", TINY_COMPACT))
    opened: list[str] = []

    def opener(path: Path, names: Any) -> FakeSession:
        opened.append(path.name)
        return FakeSession(path, "CPU")

    assert OnnxRuntime(half, opener=opener, choice=GPU).precision == "fp32"
    assert opened == ["spatial.fp16.onnx", "spatial.onnx"]


def test_a_large_network_takes_from_the_cpu_what_it_needs_only(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bundle.path("spatial.onnx")
    assert open_session(path, ["CPU"]).get_session_options().enable_cpu_mem_arena
    monkeypatch.setattr(runtime_module, "LARGE", 1)
    options = open_session(path, ["CPU"]).get_session_options()
    assert not options.enable_cpu_mem_arena
    assert not options.enable_mem_pattern
