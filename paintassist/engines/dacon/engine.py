"""The DACoN engine: segments in, unit feature vectors out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import IDENTITY, Calibration
from paintassist.core.errors import InputError
from paintassist.core.segments import Segments
from paintassist.engines.base import Features, VectorFeatures
from paintassist.engines.dacon.bundle import WEIGHING, WEIGHTS, Bundle, open_bundle
from paintassist.engines.dacon.compact import CompactPath
from paintassist.engines.dacon.config import DaconConfig
from paintassist.engines.dacon.fallback import open_runtime
from paintassist.engines.dacon.published import PublishedPath
from paintassist.engines.dacon.runtime import Runtime
from paintassist.engines.feature_cache import FeatureCache
from paintassist.engines.keys import content_key
from paintassist.engines.weighing.trained import TrainedWeights, load_weights
from paintassist.resources import cache_folder, models_folder, user_models_folder

NAME = "dacon"
BUNDLED = "compact"
# Part of the key of stored features: raise it whenever the same drawing and the same model
# would give other vectors than before.
FEATURES_VERSION = 1
# What vectors depend on among a bundle's files; others weigh or calibrate them later.
WEIGHT_ENDINGS = (WEIGHTS, ".onnx")


class Way(Protocol):
    """How a kind of model describes frames: `CompactPath` or `PublishedPath`."""

    def inputs(self, segments: Segments) -> Any:
        """Prepare a frame; safe in any thread."""
        ...

    def maps(self, frames: Sequence[Any]) -> Sequence[Any]:
        """Run the heavy part on the inputs of several frames; one map each."""
        ...

    def vectors(self, segments: Segments, inputs: Any, feature_map: Any) -> NDArray[np.float32]:
        """Return the (N, embedding) vectors of one frame."""
        ...


class DaconEngine:
    """Compares segments by the cosine of learned features.

    Parameters
    ----------
    name : str
        Of the model.
    config : DaconConfig
    runtime : Runtime
    cache : FeatureCache, optional
        Where features are looked up and kept.
    identity : str
        Of the weights, for the cache: a file name.
    calibrations : mapping of engine name to Calibration, optional
        What was fitted for these weights.
    weights : TrainedWeights, optional
        How its cosines are weighed against flow and shape, for an engine that does.
    """

    name = NAME
    # As published: the most similar reference segment alone decides.
    voting: float | None = None
    relays = False

    def __init__(
        self,
        name: str,
        config: DaconConfig,
        runtime: Runtime,
        cache: FeatureCache | None = None,
        identity: str = "",
        calibrations: Mapping[str, Calibration] | None = None,
        weights: TrainedWeights | None = None,
    ) -> None:
        self.model = name
        self.config = config
        self.runtime = runtime
        self.temperature = config.temperature
        self.calibrations = calibrations or {}
        self.weights = weights
        self.calibration = self.calibrations.get(NAME, IDENTITY)
        fitted = self.calibration.unknown
        self.unknown = config.unknown if fitted is None else fitted
        self.way: Way = (CompactPath if config.is_compact else PublishedPath)(config, runtime)
        self._cache = cache
        self._identity = identity

    @property
    def batch(self) -> int:
        """How many frames `encode_many` should be given at once; 1 where it brings nothing."""
        return self.runtime.batch

    def encode(self, segments: Segments) -> VectorFeatures:
        """See `Engine.encode`."""
        return self.encode_many([segments])[0]

    def encode_many(self, frames: Sequence[Segments]) -> list[VectorFeatures]:
        """Describe several frames; known drawings are looked up, the others run in batches.

        While the network runs on one batch, the inputs of the next are prepared.
        """
        found: dict[str, NDArray[np.float32]] = {}
        missing: dict[str, Segments] = {}
        for segments in frames:
            key = content_key(segments)
            vectors = self._known(key, segments.count)
            if vectors is None:
                missing[key] = segments
            else:
                found[key] = vectors
        for key, vectors in self._compute(missing):
            found[key] = vectors
        return [
            VectorFeatures(content_key(segments), segments.count, found[content_key(segments)])
            for segments in frames
        ]

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

    def _known(self, key: str, count: int) -> NDArray[np.float32] | None:
        shape = (count, self.config.embedding)
        if count == 0:
            return np.zeros(shape, np.float32)
        return None if self._cache is None else self._cache.get(self._stored_as, key, shape)

    @property
    def _stored_as(self) -> str:
        return f"{self._identity}-{self.runtime.precision}"

    def _compute(
        self, missing: Mapping[str, Segments]
    ) -> Iterator[tuple[str, NDArray[np.float32]]]:
        if len(missing) < 2:
            prepared = map(self.way.inputs, missing.values())
            yield from self._run(missing, prepared)
            return
        with ThreadPoolExecutor(1, "inputs") as pool:
            yield from self._run(missing, pool.map(self.way.inputs, missing.values()))

    def _run(
        self, missing: Mapping[str, Segments], prepared: Iterator[Any]
    ) -> Iterator[tuple[str, NDArray[np.float32]]]:
        waiting = list(missing.items())
        while waiting:
            some, waiting = waiting[: self.batch], waiting[self.batch :]
            inputs = list(islice(prepared, len(some)))
            maps = self.way.maps(inputs)
            for (key, segments), frame, feature_map in zip(some, inputs, maps, strict=True):
                vectors = self.way.vectors(segments, frame, feature_map)
                vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-8)
                if self._cache is not None:
                    self._cache.put(self._stored_as, key, vectors)
                yield key, vectors


def model_folders() -> list[Path]:
    """Return where models are looked for by name: the bundled ones, then the user's own."""
    return [models_folder(), user_models_folder()]


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


def identity_of(bundle: Bundle) -> str:
    """Return a file name that changes with the weights, the architecture and our inputs."""
    digest = hashlib.blake2b(f"{FEATURES_VERSION}".encode(), digest_size=10)
    digest.update(repr(bundle.config).encode())
    weights = [item for item in bundle.files.items() if item[0].endswith(WEIGHT_ENDINGS)]
    digest.update(repr(sorted(weights)).encode())
    return digest.hexdigest()


def load_engine(
    model: str | None,
    device: str,
    *,
    threads: int | None = None,
    cached: bool = True,
) -> DaconEngine:
    """Open a model and the best runtime for it.

    Parameters
    ----------
    model : str or None
        Name or folder; None is the bundled model.
    device : {"auto", "cpu", "cuda"}
    threads : int, optional
        Of the CPU; all cores by default.
    cached : bool
        Whether features are kept on disk.
    """
    bundle = find_bundle(model, model_folders())
    runtime = open_runtime(bundle, device, threads)
    cache = FeatureCache(cache_folder() / "features") if cached else None
    weights = load_weights(bundle.path(WEIGHING)) if WEIGHING in bundle.files else None
    return DaconEngine(
        bundle.name,
        bundle.config,
        runtime,
        cache,
        identity_of(bundle),
        bundle.calibrations,
        weights,
    )
