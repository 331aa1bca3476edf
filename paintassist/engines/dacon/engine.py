"""The DACoN engine: segments in, unit feature vectors out."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.lines import inks_to_rgba
from paintassist.core.segments import Segments
from paintassist.engines.base import Features, VectorFeatures
from paintassist.engines.dacon.bundle import Bundle, open_bundle
from paintassist.engines.dacon.config import DaconConfig, Dinov2Config
from paintassist.engines.dacon.inputs import CompactInputs, compact_inputs
from paintassist.engines.dacon.pooling import pool_cells, pooling_matrix
from paintassist.engines.dacon.runtime import Runtime, open_runtime
from paintassist.engines.keys import content_key
from paintassist.resources import models_folder

NAME = "dacon"
BUNDLED = "compact"
# So many segments look at each other at once; larger frames are described in parts that
# all see the largest segments.
MOST_AT_ONCE = 1000
CONTEXT = 600


class DaconEngine:
    """Compares segments by the cosine of learned features.

    Parameters
    ----------
    name : str
        Of the model.
    config : DaconConfig
    runtime : Runtime
    """

    name = NAME

    def __init__(self, name: str, config: DaconConfig, runtime: Runtime) -> None:
        self.model = name
        self.config = config
        self.runtime = runtime
        self.temperature = config.temperature
        self.unknown = config.unknown

    def encode(self, segments: Segments) -> VectorFeatures:
        """See `Engine.encode`."""
        if segments.count == 0:
            vectors = np.zeros((0, self.config.embedding), np.float32)
        elif self.config.is_compact:
            vectors = self._encode_compact(segments)
        else:
            vectors = self._encode_published(segments)
        norm = np.linalg.norm(vectors, axis=1, keepdims=True)
        return VectorFeatures(
            content_key(segments), segments.count, vectors / np.maximum(norm, 1e-8)
        )

    def similarity(
        self,
        target: Features,
        reference: Features,
        rows: NDArray[np.int64] | None = None,
    ) -> NDArray[np.float32]:
        """Return the cosine of every pair."""
        assert isinstance(target, VectorFeatures)
        assert isinstance(reference, VectorFeatures)
        others = reference.vectors if rows is None else reference.vectors[rows]
        return target.vectors @ others.T

    def _encode_compact(self, segments: Segments) -> NDArray[np.float32]:
        inputs = compact_inputs(segments, self.config.side, self.config.stem)
        feature_map = self.runtime.run("spatial", {"picture": inputs.picture[None]})[0]
        pooled = pool_cells(
            feature_map, inputs.cells, inputs.owners, inputs.weights, segments.count
        )
        vectors = np.empty((segments.count, self.config.embedding), np.float32)
        for rows, wanted in _parts(segments):
            vectors[rows[:wanted]] = self._head(inputs, pooled, rows)[:wanted]
        return vectors

    def _head(
        self, inputs: CompactInputs, pooled: NDArray[np.float32], rows: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        return self.runtime.run(
            "head",
            {
                "pooled": pooled[rows],
                "patches": inputs.patches[rows],
                "geometry": inputs.geometry[rows],
                "place": inputs.place[rows],
                "borders": inputs.border_shares(rows),
            },
        )

    def _encode_published(self, segments: Segments) -> NDArray[np.float32]:
        assert isinstance(self.config.semantic, Dinov2Config)
        rgb = inks_to_rgba(segments.inks)[..., :3].astype(np.float32)
        rgb /= 255
        picture = _resized(rgb, self.config.side)
        feature_map = self.runtime.run("spatial", {"picture": picture})[0]
        tokens = self.runtime.run(
            "semantic", {"picture": _resized(rgb, self.config.semantic.side)}
        )[0]
        grid = self.config.semantic.side // self.config.semantic.patch
        channels, rows, columns = feature_map.shape
        variant = self.config.fusion
        semantic = pooling_matrix(segments, (grid, grid), variant) @ tokens
        flat = np.ascontiguousarray(feature_map.reshape(channels, -1).T)
        spatial = pooling_matrix(segments, (rows, columns), variant) @ flat
        return self.runtime.run(
            "head",
            {
                "semantic": np.asarray(semantic, np.float32),
                "spatial": np.asarray(spatial, np.float32),
            },
        )


def _parts(segments: Segments) -> list[tuple[NDArray[np.int64], int]]:
    """Split the rows of a frame into parts: (rows, how many of the first are wanted)."""
    count = segments.count
    if count <= MOST_AT_ONCE:
        return [(np.arange(count), count)]
    by_size = np.argsort(-segments.area[1:], kind="stable")
    context, rest = by_size[:CONTEXT], by_size[CONTEXT:]
    parts = [(context, len(context))]
    room = MOST_AT_ONCE - CONTEXT
    for start in range(0, len(rest), room):
        chunk = rest[start : start + room]
        parts.append((np.concatenate([chunk, context]), len(chunk)))
    return parts


def _resized(rgb: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """Resize (H, W, 3) bilinearly (align_corners=False) to (1, 3, side, side)."""
    small = cv2.resize(rgb, (side, side), interpolation=cv2.INTER_LINEAR)
    return np.ascontiguousarray(small.transpose(2, 0, 1)[None])


def find_bundle(model: str | None, folders: list[Path]) -> Bundle:
    """Find a model by path, or by name in `folders`; None is the bundled one.

    Raises
    ------
    InputError
        If there is no such model.
    """
    if model is not None and Path(model).is_dir():
        return open_bundle(Path(model))
    for folder in folders:
        candidate = folder / (model or BUNDLED)
        if (candidate / "manifest.json").is_file():
            return open_bundle(candidate)
    raise InputError(
        f"there is no model '{model or BUNDLED}'; "
        "`paintassist models list` shows the models there are"
    )


def load_engine(model: str | None, device: str) -> DaconEngine:
    """Open a model and the best runtime for it.

    Parameters
    ----------
    model : str or None
        Name or folder; None is the bundled model.
    device : {"auto", "cpu", "cuda"}
    """
    bundle = find_bundle(model, [models_folder()])
    return DaconEngine(bundle.name, bundle.config, open_runtime(bundle, device))
