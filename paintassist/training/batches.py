"""Batches: a few drawings of each of a few characters, ready for the network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from paintassist.engines.dacon.config import DaconConfig
from paintassist.engines.dacon.inputs import CompactInputs, compact_inputs
from paintassist.training.augment import distort, include, random_style
from paintassist.training.choice import choose_decided, choose_frames, choose_references
from paintassist.training.scenes import Scene
from paintassist.training.teacher_inputs import TeacherInputs, TeacherLook, join_teacher_inputs

MOST_SEGMENTS = 200
FEWEST_SEGMENTS = 4


@dataclass(frozen=True, eq=False)
class Sample:
    """Frames of one character with the colour of every segment.

    Attributes
    ----------
    inputs : list of CompactInputs
    colors : list of (N,) int64
    teacher : list of TeacherInputs
        One a frame, or none at all.
    """

    inputs: list[CompactInputs]
    colors: list[NDArray[np.int64]]
    teacher: list[TeacherInputs]


@dataclass(frozen=True, eq=False)
class Batch:
    """B frames; `group` tells whose they are.

    Attributes
    ----------
    picture : (B, C, S, S) float16
        Half as much to carry to the device; the network computes with more.
    patches : (T, ...) float16, geometry : (T, ...) float32
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
    keep : (B, B) bool
        keep[i, j]: frame j serves frame i as a reference.
    decided : (T,) bool
        Segments that serve the others of their own frame.
    teacher_picture : (B, 3, S, S) uint8
        What the teacher of the consistency loss sees; B is 0 without a teacher.
    teacher_cells, teacher_owners, teacher_weights : (Q,)
        Like `cells`, `owners` and `weights`, of the teacher's map.
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
    keep: Tensor
    decided: Tensor
    teacher_picture: Tensor
    teacher_cells: Tensor
    teacher_owners: Tensor
    teacher_weights: Tensor

    def to(self, device: torch.device) -> Batch:
        """Return the batch on a device; pinned memory is copied while work goes on."""
        return self._each(lambda part: part.to(device, non_blocking=True))

    def pin_memory(self) -> Batch:
        """Return the batch in page-locked memory."""
        return self._each(lambda part: part.pin_memory())

    def _each(self, change: Callable[[Tensor], Tensor]) -> Batch:
        return Batch(**{item.name: change(getattr(self, item.name)) for item in fields(self)})


def make_sample(
    scene: Scene,
    frames: int,
    config: DaconConfig,
    rng: np.random.Generator,
    *,
    plain: bool = False,
    most_segments: int = MOST_SEGMENTS,
    look: TeacherLook | None = None,
) -> Sample | None:
    """Choose and distort frames of a scene; None if too few of them are usable.

    Parameters
    ----------
    plain : bool
        Leave out all distortion, for validation.
    most_segments : int
        Frames with more are left out.
    look : TeacherLook, optional
        How the teacher sees a drawing, where there is one.
    """
    style = random_style(rng)
    inputs: list[CompactInputs] = []
    colors: list[NDArray[np.int64]] = []
    teacher: list[TeacherInputs] = []
    for index in choose_frames(len(scene), scene.near, frames, rng):
        labels = None if scene.labels is None else scene.labels[index]
        segments, shade = distort(
            scene.inks[index], scene.shades[index], None if plain else style, rng, labels
        )
        if FEWEST_SEGMENTS <= segments.count <= most_segments:
            inputs.append(compact_inputs(segments, config.side, config.stem))
            colors.append(shade)
            if look is not None:
                teacher.append(look.inputs(segments))
    if len(inputs) < 2:
        return None
    return Sample(inputs, colors if plain else include(colors, rng), teacher)


def collate(
    samples: Sequence[Sample], config: DaconConfig, rng: np.random.Generator | None = None
) -> Batch:
    """Stack samples into one batch.

    Parameters
    ----------
    rng : numpy Generator, optional
        Chooses which frames, and which segments of the own one, serve as references; all
        frames and no own segments by default.
    """
    inputs = [frame for sample in samples for frame in sample.inputs]
    colors = [frame for sample in samples for frame in sample.colors]
    group = [index for index, sample in enumerate(samples) for _ in sample.inputs]
    counts = [len(frame.place) for frame in inputs]
    widest, batch = max(counts), len(inputs)
    keep = np.ones((batch, batch), np.bool_) if rng is None else choose_references(group, rng)
    decided = np.zeros(sum(counts), np.bool_) if rng is None else choose_decided(counts, rng)
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
    teacher = join_teacher_inputs([frame for sample in samples for frame in sample.teacher], first)
    return Batch(
        picture=torch.from_numpy(
            np.stack([frame.picture for frame in inputs], dtype=np.float16, casting="same_kind")
        ),
        patches=torch.from_numpy(
            np.concatenate(
                [frame.patches for frame in inputs], dtype=np.float16, casting="same_kind"
            )
        ),
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
        keep=torch.from_numpy(keep),
        decided=torch.from_numpy(decided),
        teacher_picture=torch.from_numpy(teacher.picture),
        teacher_cells=torch.from_numpy(teacher.cells),
        teacher_owners=torch.from_numpy(teacher.owners),
        teacher_weights=torch.from_numpy(teacher.weights),
    )
