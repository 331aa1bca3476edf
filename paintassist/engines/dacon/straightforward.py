"""The published program's way, stage by stage and as plainly as it is described.

A mask a segment, dense stacks, one loop a label, the feature maps enlarged to the drawing.
It is the yardstick of `paintassist bench` and the independent check of `--compat published`
(docs/compat.md). The stages have the names that `paintassist bench` prints. Nothing else calls it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from paintassist.core.errors import InputError
from paintassist.engines.dacon.config import Dinov2Config

if TYPE_CHECKING:
    import torch

STAGES = ("decode", "segment", "reference colours", "network", "pooling", "matching", "paint")
MASK_ROWS = 512


class Networks(Protocol):
    """Runs "spatial", "semantic" and "head" on named arrays: a `dacon.runtime.Runtime`."""

    def run(self, graph: str, inputs: Mapping[str, NDArray[np.float32]]) -> NDArray[np.float32]:
        """Run a graph on named inputs."""
        ...


@dataclass(frozen=True, eq=False)
class Art:
    """A decoded file."""

    pixels: NDArray[np.uint8]
    has_alpha: bool


def decode(path: Path) -> Art:
    """Decode by Pillow alone."""
    with Image.open(path) as image:
        return Art(np.array(image.convert("RGBA")), image.has_transparency_data)


def segment(art: Art) -> NDArray[np.int32]:
    """Label the segments; each trace line is dilated over the whole image in turn."""
    rgb = art.pixels[..., :3]
    line = art.pixels[..., 3] > 0 if art.has_alpha else (rgb < 255).any(axis=2)
    empty: NDArray[np.uint8] = np.where(line, 0, 1).astype(np.uint8)
    _, found = cv2.connectedComponents(empty, connectivity=4)
    labels = in_scan_order(np.asarray(found, np.int32))
    traces = line & (rgb != 0).any(axis=2)
    for color in np.unique(rgb[traces], axis=0):
        mask = traces & (rgb == color).all(axis=2)
        count, parts = cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)
        parts = in_scan_order(np.asarray(parts, np.int32))
        for part in range(1, count):
            own = parts == part
            reach = cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
            near = labels[reach]
            near = near[near > 0]
            labels[own] = np.bincount(near).argmax() if len(near) else labels.max() + 1
    return labels


def in_scan_order(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Number labels by their first pixel."""
    result = np.zeros_like(labels)
    seen: dict[int, int] = {0: 0}
    for label in labels.ravel()[np.sort(np.unique(labels, return_index=True)[1])].tolist():
        if label not in seen:
            seen[label] = len(seen)
            result[labels == label] = seen[label]
    return result


def store_and_read(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Write the ids as a picture, R << 16 | G << 8 | B, and read it back, all 24 bits."""
    wide = np.stack([labels >> 16, labels >> 8, labels], axis=2).astype(np.uint8)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "segments.png"
        Image.fromarray(wide).save(path)
        with Image.open(path) as image:
            read = np.array(image).astype(np.int32)
    return read[..., 0] << 16 | read[..., 1] << 8 | read[..., 2]


def reference_colors(labels: NDArray[np.int32], painting: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return (count, 4): the most frequent RGBA under each mask, the smallest on a tie."""
    result = np.zeros((int(labels.max()), 4), np.uint8)
    for label in range(1, len(result) + 1):
        # Rows come sorted, and argmax takes the first of equals.
        values, counts = np.unique(painting[labels == label], axis=0, return_counts=True)
        result[label - 1] = values[counts.argmax()]
    return result


def on_white(art: Art) -> torch.Tensor:
    """Return (3, H, W) float32 in 0..1."""
    import torch

    values = torch.from_numpy(art.pixels).permute(2, 0, 1).float() / 255
    return values[:3] * values[3:] + (1 - values[3:])


def resize(values: torch.Tensor, rows: int, columns: int) -> torch.Tensor:
    """Resize (C, H, W) bilinearly, corners not aligned."""
    from torch.nn import functional

    large = functional.interpolate(
        values[None], (rows, columns), mode="bilinear", align_corners=False
    )
    return large[0]


def network(
    networks: Networks, art: Art, side: int, semantic_side: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the U-Net's map (C, h, w) and DINOv2's (hidden, g, g)."""
    drawing = on_white(art)
    small = resize(drawing, side, side)[None].numpy()
    feature_map = networks.run("spatial", {"picture": small})[0]
    small = resize(drawing, semantic_side, semantic_side)[None].numpy()
    tokens = networks.run("semantic", {"picture": small})[0]
    grid = round(len(tokens) ** 0.5)
    return feature_map, np.ascontiguousarray(tokens.T).reshape(-1, grid, grid)


def pool(
    labels: NDArray[np.int32], feature_map: NDArray[np.float32], variant: str = "v1.1"
) -> NDArray[np.float32]:
    """Return (count, C) means of a (C, h, w) map: the whole map enlarged, a mask a segment."""
    import torch
    from torch.nn import functional

    step = (1, 1)
    if variant == "v1.1":
        step = (max(1, labels.shape[0] // MASK_ROWS), max(1, labels.shape[1] // MASK_ROWS))
    rows, columns = labels.shape[0] // step[0], labels.shape[1] // step[1]
    large = resize(torch.from_numpy(feature_map), rows, columns)
    result = np.zeros((int(labels.max()), len(feature_map)), np.float32)
    for label in range(1, len(result) + 1):
        mask = torch.from_numpy(labels == label).float()
        cells = functional.max_pool2d(mask[None], step, step)[0]
        if not cells.any():
            # No segment vanishes: one beyond the last full cell is given the last cell.
            y, x = np.nonzero(labels == label)
            cells[np.minimum(y // step[0], rows - 1), np.minimum(x // step[1], columns - 1)] = 1
        result[label - 1] = large[:, cells > 0].mean(dim=1).numpy()
    return result


def pool_needs_mb(side: int, channels: int, variant: str = "v1.1") -> float:
    """Say how much memory `pool` takes at its peak: the enlarged map and a masked part."""
    step = max(1, side // MASK_ROWS) if variant == "v1.1" else 1
    return 2 * channels * (side // step) ** 2 * 4 / 2**20


def describe(
    networks: Networks,
    maps: tuple[NDArray[np.float32], NDArray[np.float32]],
    labels: NDArray[np.int32],
    variant: str,
) -> NDArray[np.float32]:
    """Pool both maps and join them: (count, embedding)."""
    feature_map, semantic = maps
    pooled = {
        "semantic": pool(labels, semantic, variant),
        "spatial": pool(labels, feature_map, variant),
    }
    return networks.run("head", pooled)


def match(
    target: NDArray[np.float32],
    references: Sequence[NDArray[np.float32]],
    colors: Sequence[NDArray[np.uint8]],
) -> NDArray[np.uint8]:
    """Return (N, 4): the colour of the segment with the highest cosine, the first of equals."""
    bank, painted = np.concatenate(references), np.concatenate(colors)
    similarity = unit(target) @ unit(bank).T
    return np.stack([painted[row.argmax()] for row in similarity])


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """Divide rows by their norm."""
    wide = vectors.astype(np.float64)
    return wide / np.maximum(np.linalg.norm(wide, axis=1, keepdims=True), 1e-8)


def paint(labels: NDArray[np.int32], colors: NDArray[np.uint8], art: Art) -> NDArray[np.uint8]:
    """Return the (H, W, 4) painting, a mask a segment; black line pixels stay."""
    result = np.zeros((*labels.shape, 4), np.uint8)
    black = (labels == 0) & (art.pixels[..., :3] == 0).all(axis=2)
    result[black] = art.pixels[black]
    for label in range(1, len(colors) + 1):
        result[labels == label] = colors[label - 1]
    return result


@dataclass(eq=False)
class Page:
    """One reference: what a target is compared with."""

    vectors: NDArray[np.float32]
    colors: NDArray[np.uint8]


@dataclass(eq=False)
class Program:
    """The whole way of a frame; `seconds` holds what each stage of the last one took.

    Attributes
    ----------
    networks : Networks
    variant : {"v1.0", "v1.1"}
    side, semantic_side : int
        Of the pictures that the U-Net and DINOv2 see.
    """

    networks: Networks
    variant: str
    side: int = 512
    semantic_side: int = 518
    seconds: dict[str, float] = field(default_factory=dict)

    def learn(self, line: Path, painting: Path) -> Page:
        """Read a reference."""
        labels, vectors, _ = self.read(line)
        colors = self.timed("reference colours", reference_colors, labels, decode(painting).pixels)
        return Page(vectors, colors)

    def color(self, line: Path, pages: Sequence[Page]) -> tuple[NDArray[np.uint8], Any]:
        """Return the (N, 4) colours of a frame and its painting."""
        labels, vectors, art = self.read(line)
        colors = self.timed(
            "matching",
            match,
            vectors,
            [page.vectors for page in pages],
            [page.colors for page in pages],
        )
        return colors, self.timed("paint", paint, labels, colors, art)

    def see(self, art: Art) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return both maps of a drawing, see `network`."""
        return network(self.networks, art, self.side, self.semantic_side)

    def read(self, line: Path) -> tuple[NDArray[np.int32], NDArray[np.float32], Art]:
        """Segment and describe a drawing."""
        self.seconds.clear()
        art = self.timed("decode", decode, line)
        labels = self.timed("segment", lambda: store_and_read(segment(art)))
        maps = self.timed("network", self.see, art)
        vectors = self.timed("pooling", describe, self.networks, maps, labels, self.variant)
        return labels, vectors, art

    def timed(self, stage: str, work: Callable[..., Any], *arguments: Any) -> Any:
        """Run a stage and note how long it took."""
        start = time.perf_counter()
        result = work(*arguments)
        self.seconds[stage] = time.perf_counter() - start
        self.seconds["total"] = sum(self.seconds[name] for name in STAGES if name in self.seconds)
        return result


def load_program(model: str) -> Program:
    """Open a published model in PyTorch, 32 bits, on the CPU.

    Raises
    ------
    InputError
        If there is no such model, it is none of the published architecture, it has no
        weights for PyTorch, or PyTorch is missing.
    """
    from paintassist.engines.dacon.bundle import WEIGHTS
    from paintassist.engines.dacon.engine import find_bundle, model_folders
    from paintassist.engines.dacon.runtime import TorchRuntime

    bundle = find_bundle(model, model_folders())
    config = bundle.config
    semantic = config.semantic
    if not isinstance(semantic, Dinov2Config):
        raise InputError(
            f"'{model}' is not of the published architecture; give --against a model that "
            "`paintassist models import --dacon FILE` made"
        )
    if not (bundle.folder / WEIGHTS).is_file():
        raise InputError(
            f"'{model}' has no {WEIGHTS}, which the straightforward way runs; give --against "
            "the model that it was exported from"
        )
    return Program(TorchRuntime(bundle, "cpu"), config.fusion, config.side, semantic.side)
