"""Batches: a few drawings of each of a few characters, ready for the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from paintassist.engines.dacon.config import DaconConfig
from paintassist.engines.dacon.inputs import CompactInputs, compact_inputs
from paintassist.training.augment import distort, include, random_style
from paintassist.training.scenes import Scene

# Frames with more segments are left out: padding them would slow the whole batch.
MOST_SEGMENTS = 200
FEWEST_SEGMENTS = 4


@dataclass(frozen=True, eq=False)
class Sample:
    """Frames of one character with the colour of every segment."""

    inputs: list[CompactInputs]
    colors: list[NDArray[np.int64]]


@dataclass(frozen=True, eq=False)
class Batch:
    """B frames; `group` tells whose they are.

    Attributes
    ----------
    picture : (B, C, S, S) float32
    patches, geometry : (T, ...) float32
        All segments of all frames, one after the other.
    place : (B, N, 4), borders : (B, N, N), mask : (B, N)
        Padded to the largest frame.
    cells, owners : (P,) int64
        Into the flattened maps and the T segments; `weights` (P,) their shares.
    frame, slot : (T,) int64
        Where each segment lies in the padded tensors.
    colors : (T,) int64
        `LINE_SHADE` where unclear.
    group : (B,) int64
    """

    picture: Tensor
    patches: Tensor
    geometry: Tensor
    place: Tensor
    borders: Tensor
    mask: Tensor
    cells: Tensor
    owners: Tensor
    weights: Tensor
    frame: Tensor
    slot: Tensor
    colors: Tensor
    group: Tensor


def make_sample(
    scene: Scene, frames: int, config: DaconConfig, rng: np.random.Generator, *, plain: bool = False
) -> Sample | None:
    """Choose and distort frames of a scene; None if too few of them are usable.

    Parameters
    ----------
    plain : bool
        Leave out all distortion, for validation.
    """
    near = rng.random() < 0.5
    if near and scene.near >= frames:
        start = int(rng.integers(0, scene.near - frames + 1))
        chosen = np.arange(start, start + frames)
    else:
        chosen = rng.permutation(len(scene))[:frames]
    style = random_style(rng)
    inputs: list[CompactInputs] = []
    colors: list[NDArray[np.int64]] = []
    for index in chosen:
        segments, shade = distort(
            scene.inks[index], scene.shades[index], None if plain else style, rng
        )
        if FEWEST_SEGMENTS <= segments.count <= MOST_SEGMENTS:
            inputs.append(compact_inputs(segments, config.side, config.stem))
            colors.append(shade)
    if len(inputs) < 2:
        return None
    return Sample(inputs, colors if plain else include(colors, rng))


def collate(samples: Sequence[Sample], config: DaconConfig) -> Batch:
    """Stack samples into one batch."""
    inputs = [frame for sample in samples for frame in sample.inputs]
    colors = [frame for sample in samples for frame in sample.colors]
    group = [index for index, sample in enumerate(samples) for _ in sample.inputs]
    counts = [len(frame.place) for frame in inputs]
    widest, batch = max(counts), len(inputs)
    place = np.zeros((batch, widest, 4), np.float32)
    borders = np.zeros((batch, widest, widest), np.float32)
    mask = np.zeros((batch, widest), np.float32)
    for index, frame in enumerate(inputs):
        count = counts[index]
        place[index, :count] = frame.place
        borders[index, :count, :count] = frame.border_shares()
        mask[index, :count] = 1
    grid = (config.side // config.stem) ** 2
    first = np.concatenate([[0], np.cumsum(counts)[:-1]])
    return Batch(
        picture=torch.from_numpy(np.stack([frame.picture for frame in inputs])),
        patches=torch.from_numpy(np.concatenate([frame.patches for frame in inputs])),
        geometry=torch.from_numpy(np.concatenate([frame.geometry for frame in inputs])),
        place=torch.from_numpy(place),
        borders=torch.from_numpy(borders),
        mask=torch.from_numpy(mask),
        cells=torch.from_numpy(
            np.concatenate([frame.cells + index * grid for index, frame in enumerate(inputs)])
        ),
        owners=torch.from_numpy(
            np.concatenate(
                [frame.owners + start for frame, start in zip(inputs, first, strict=True)]
            )
        ),
        weights=torch.from_numpy(np.concatenate([frame.weights for frame in inputs])),
        frame=torch.from_numpy(np.repeat(np.arange(batch), counts)),
        slot=torch.from_numpy(np.concatenate([np.arange(count) for count in counts])),
        colors=torch.from_numpy(np.concatenate(colors)),
        group=torch.tensor(group),
    )
