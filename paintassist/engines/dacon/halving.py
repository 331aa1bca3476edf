"""Graphs of 16 bits beside those of 32, for GPUs: what `OnnxRuntime` takes there."""

from __future__ import annotations

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import Bundle, amend_manifest, open_bundle
from paintassist.engines.dacon.precision import to_16_bits
from paintassist.engines.dacon.runtime import HALVED, half_file


def add_half_graphs(bundle: Bundle) -> Bundle:
    """Write the heavy graphs of a bundle in 16 bits beside the others.

    A CPU goes on with the others. The manifest is replaced last.

    Returns
    -------
    Bundle
        As it is on the disk now.

    Raises
    ------
    InputError
        If the bundle has no graphs in 32 bits, or tools are missing.
    """
    graphs = [graph for graph in HALVED if f"{graph}.onnx" in bundle.files]
    if not graphs or "precision" in bundle.facts:
        raise InputError(f"model '{bundle.name}' has no ONNX graphs in 32 bits; import it again")
    for graph in graphs:
        target = bundle.folder / half_file(graph)
        part = target.with_suffix(".part")
        to_16_bits(bundle.path(f"{graph}.onnx"), part)
        part.replace(target)
    amend_manifest(bundle, {})
    return open_bundle(bundle.folder)
