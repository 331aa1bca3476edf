"""Weights to a bundle: safetensors, ONNX graphs and the manifest."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from paintassist.engines.dacon.bundle import WEIGHTS, write_manifest
from paintassist.engines.dacon.config import DaconConfig, Dinov2Config
from paintassist.engines.dacon.graphs import build_graphs
from paintassist.engines.dacon.inputs import GEOMETRY_WIDTH, PICTURE_CHANNELS
from paintassist.engines.dacon.patches import PATCH_CHANNELS, PATCH_SIDE

OPSET = 18
EXAMPLE_SEGMENTS = 7
# Weights with fewer values stay in 32 bits when a model is stored in 16.
SMALLEST_HALVED = 256


def export_bundle(
    folder: Path,
    name: str,
    config: DaconConfig,
    weights: Mapping[str, Tensor],
    facts: Mapping[str, Any],
    *,
    half: bool = False,
    report: Callable[[str], None] = lambda what: None,
    keep: bool = False,
) -> None:
    """Write a model bundle that runs by onnxruntime and by PyTorch.

    Parameters
    ----------
    folder : Path
        Made if missing; files of the same names are replaced one by one, the manifest last.
    name : str
    config : DaconConfig
    weights : mapping of str to Tensor
    facts : mapping
        Licence, credits and history for the manifest.
    half : bool
        Store weights in 16 bits; both runtimes still compute in 32, so they stay equal.
    report : function
        Told what is being written before each file.
    keep : bool
        Leave files that are there already, whole, from the same weights.

    Raises
    ------
    InputError
        If the weights do not fit the architecture.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if half:
        weights = {key: value.half() for key, value in weights.items()}
    graphs = build_graphs(config, weights)
    if not (keep and (folder / WEIGHTS).is_file()):
        report(f"writing {WEIGHTS}")
        part = folder / (WEIGHTS + ".part")
        save_file({key: value.contiguous() for key, value in weights.items()}, part)
        # safetensors makes the file readable by its owner only; a bundle is for everyone.
        part.chmod(0o644)
        part.replace(folder / WEIGHTS)
    for graph_name, graph in graphs.items():
        path = folder / f"{graph_name}.onnx"
        if keep and path.is_file():
            continue
        report(f"writing {path.name}")
        _export_graph(path, graph, *_example(graph_name, config))
        if half:
            halve_weights(path)
    report("writing checksums")
    write_manifest(folder, name, config, facts)


def _example(
    graph: str, config: DaconConfig
) -> tuple[dict[str, Tensor], dict[str, dict[int, str]]]:
    """Return named example inputs of a graph and which of their axes are dynamic."""
    count = EXAMPLE_SEGMENTS
    if graph == "spatial":
        channels = PICTURE_CHANNELS if config.is_compact else 3
        picture = torch.rand(2, channels, config.side, config.side)
        return {"picture": picture}, {"picture": {0: "batch"}}
    if graph == "semantic":
        assert isinstance(config.semantic, Dinov2Config)
        side = config.semantic.side
        return {"picture": torch.rand(2, 3, side, side)}, {"picture": {0: "batch"}}
    if config.is_compact:
        inputs = {
            "pooled": torch.rand(count, config.pooled),
            "patches": torch.rand(count, PATCH_CHANNELS, PATCH_SIDE, PATCH_SIDE),
            "geometry": torch.rand(count, GEOMETRY_WIDTH),
            "place": torch.rand(count, 4),
            "borders": torch.rand(count, count),
        }
        axes = {name: {0: "segments"} for name in inputs}
        axes["borders"] = {0: "segments", 1: "segments"}
        return inputs, axes
    assert isinstance(config.semantic, Dinov2Config)
    inputs = {
        "semantic": torch.rand(count, config.semantic.hidden),
        "spatial": torch.rand(count, config.pooled),
    }
    return inputs, {name: {0: "segments"} for name in inputs}


def _export_graph(
    path: Path, graph: nn.Module, inputs: dict[str, Tensor], axes: dict[str, dict[int, str]]
) -> None:
    part = path.with_suffix(".part")
    with warnings.catch_warnings(), torch.no_grad():
        # The exporter warns about its own internals; parity with PyTorch is tested instead.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            graph,
            tuple(inputs.values()),
            str(part),
            input_names=list(inputs),
            output_names=["features"],
            dynamic_axes=axes,
            opset_version=OPSET - 1,
            dynamo=False,
        )
    part.replace(path)


def halve_weights(path: Path) -> None:
    """Store the large float32 weights of an ONNX graph as float16, cast back when loaded.

    onnxruntime folds the casts when it opens the graph, so only the file gets smaller.
    """
    import numpy as np
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    model = onnx.load(path)
    graph = model.graph
    casts = []
    for weight in graph.initializer:
        if weight.data_type != TensorProto.FLOAT or np.prod(weight.dims) < SMALLEST_HALVED:
            continue
        name = weight.name
        half = numpy_helper.to_array(weight).astype(np.float16)
        weight.CopyFrom(numpy_helper.from_array(half, name + ".half"))
        casts.append(helper.make_node("Cast", [name + ".half"], [name], to=TensorProto.FLOAT))
    for node in reversed(casts):
        graph.node.insert(0, node)
    part = path.with_suffix(".part")
    onnx.save(model, part)
    part.replace(path)
