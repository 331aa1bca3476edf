"""A model's ONNX graphs in another precision, for the machine they shall run on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import GRAPHS, WEIGHING, Bundle, write_manifest
from paintassist.engines.dacon.halving import write_half_graphs
from paintassist.installed import remedy_for_extra

SEMANTIC = "semantic.onnx"


class Precision(StrEnum):
    """In which numbers a graph computes."""

    FP32 = "fp32"
    FP16 = "fp16"
    INT8 = "int8"


def export_precision(
    bundle: Bundle,
    folder: Path,
    name: str,
    precision: Precision,
    *,
    report: Callable[[str], None],
) -> None:
    """Make a bundle of graphs alone, which runs by onnxruntime and without PyTorch.

    Parameters
    ----------
    bundle : Bundle
        With graphs in 32 bits.
    folder : Path
        Exists and is empty.
    name : str
        Of the new model.
    precision : Precision
        fp16 has graphs of 16 bits beside those of 32, which a CPU goes on with; int8 has the
        products of DINOv2 with weights in 8 bits, scaled at run time, and all else as it was:
        in 8 bits the U-Net would lose what it knows.
    report : function
        Told what is being written; may raise to stop.

    Raises
    ------
    InputError
        If the bundle has no graphs, has been converted before, or tools are missing.
    """
    graphs = [file for file in GRAPHS if file in bundle.files]
    if not graphs:
        raise InputError(f"model '{bundle.name}' has no ONNX graphs; import it again")
    before = bundle.facts.get("precision", Precision.FP32)
    if before != Precision.FP32:
        raise InputError(f"model '{bundle.name}' is in {before}; export the one it was made from")
    if precision is Precision.INT8 and SEMANTIC not in graphs:
        raise InputError(
            f"model '{bundle.name}' has no DINOv2, which alone is made int8; choose fp16"
        )
    for file in graphs:
        report(f"writing {file}")
        if precision is Precision.INT8 and file == SEMANTIC:
            _to_8_bits(bundle.path(file), folder / file)
        else:
            shutil.copyfile(bundle.path(file), folder / file)
    if precision is Precision.FP16:
        write_half_graphs(bundle, folder, report)
    if WEIGHING in bundle.files:
        shutil.copyfile(bundle.path(WEIGHING), folder / WEIGHING)
    report("writing checksums")
    facts = {key: value for key, value in bundle.facts.items() if key not in _OWN}
    changed = {"precision": precision.value, "made_from": dict(bundle.files)}
    write_manifest(folder, name, bundle.config, {**facts, **changed})


_OWN = frozenset({"name", "architecture", "files"})


def _to_8_bits(source: Path, target: Path) -> None:
    onnx = _onnx()
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.quant_utils import add_pre_process_metadata

    model = onnx.load(source)
    # The exporter folded constants already; this says so, or a warning asks for it.
    add_pre_process_metadata(model)
    quantize_dynamic(
        model, target, op_types_to_quantize=["MatMul", "Gemm"], weight_type=QuantType.QInt8
    )


def _onnx() -> Any:
    try:
        import onnx
    except ImportError as error:
        raise InputError(
            f"exporting needs the package onnx; {remedy_for_extra('torch')}"
        ) from error
    return onnx
