"""Graphs of 16 bits beside those of 32, for GPUs: what `OnnxRuntime` takes there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import Bundle
from paintassist.engines.dacon.runtime import HALVED, half_file
from paintassist.installed import remedy_for_extra

# Their sums over whole maps want 32 bits.
KEPT_IN_32_BITS = ("InstanceNormalization", "LayerNormalization")


def write_half_graphs(bundle: Bundle, folder: Path, report: Callable[[str], None]) -> None:
    """Write the heavy graphs of a bundle in 16 bits; a CPU goes on with those of 32.

    Parameters
    ----------
    bundle : Bundle
        With graphs in 32 bits.
    folder : Path
    report : function
        Told what is being written; may raise to stop.

    Raises
    ------
    InputError
        If tools are missing.
    """
    for graph in HALVED:
        if f"{graph}.onnx" not in bundle.files:
            continue
        target = folder / half_file(graph)
        report(f"writing {target.name}")
        part = target.with_suffix(".part")
        to_16_bits(bundle.path(f"{graph}.onnx"), part)
        part.replace(target)


def to_16_bits(source: Path, target: Path) -> None:
    """Convert a graph; inputs, outputs and normalisations stay in 32 bits.

    Raises
    ------
    InputError
        If the package onnx is missing.
    """
    try:
        import onnx
    except ImportError as error:
        raise InputError(
            f"exporting needs the package onnx; {remedy_for_extra('torch')}"
        ) from error
    from onnxruntime.transformers.float16 import (
        DEFAULT_OP_BLOCK_LIST,
        convert_float_to_float16,
    )

    model = convert_float_to_float16(
        onnx.load(source),
        keep_io_types=True,
        op_block_list=[*DEFAULT_OP_BLOCK_LIST, *KEPT_IN_32_BITS],
    )
    onnx.save(model, target)
