"""Training of how appearance, flow, shape and neighbourhood are weighed.

The second, short stage of training: the network's features are fixed, and a small network
learns what they are worth beside the classical clues (`engines.weighing`). It has to see
drawings that the first stage did not, or it would trust the features too much.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from paintassist.core.segments import segment
from paintassist.engines.guided import GuidedEngine, GuidedFeatures
from paintassist.engines.weighing.evidence import EVIDENCE, evidence
from paintassist.engines.weighing.trained import NEARNESS, TrainedWeights
from paintassist.training.augment import shade_of_segments
from paintassist.training.scenes import LINE_SHADE, Scene
from paintassist.training.sources import SceneSource

HIDDEN = 24
# Drawings of a scene that are compared with each other, and how many segments they may have.
DRAWINGS, MOST_SEGMENTS = 6, 300
# Scenes an optimiser step; references of one target; share of its own segments given away.
SCENES_A_STEP = 4
REFERENCES = (1, 1, 2, 3, 5)
OWN_SHARES = (0.0, 0.0, 0.0, 0.05, 0.15, 0.3)


@dataclass(frozen=True, eq=False)
class Compared:
    """The drawings of a scene, compared with each other.

    Attributes
    ----------
    colors : list of (N,) int64
        `LINE_SHADE` where unclear.
    evidence : dict of (target, reference) to (N, M, len(EVIDENCE)) float16
        A drawing is compared with itself, too.
    """

    colors: list[NDArray[np.int64]]
    evidence: dict[tuple[int, int], NDArray[np.float16]]


class Weigher(nn.Module):
    """`TrainedWeights` while they are trained."""

    def __init__(self) -> None:
        super().__init__()
        self.direct = nn.Parameter(torch.tensor([1.0, 0.4, 0.3]))
        self.log_voting = nn.Parameter(torch.tensor(-2.5))
        self.layers = nn.ModuleList(
            [nn.Linear(len(EVIDENCE), HIDDEN), nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, 1)]
        )
        # At first only the direct part speaks.
        for parameter in self.layers[-1].parameters():
            nn.init.zeros_(parameter)

    def forward(self, found: Tensor) -> Tensor:
        """(..., len(EVIDENCE)) to (...)."""
        near = found[..., NEARNESS]
        direct = self.direct[0] * found[..., 0]
        direct = direct + near * (self.direct[1] * found[..., 1] + self.direct[2] * found[..., 2])
        hidden = found
        for layer in self.layers[:-1]:
            hidden = torch.relu(layer(hidden))
        result: Tensor = direct + self.layers[-1](hidden)[..., 0]
        return result

    def trained(self) -> TrainedWeights:
        """Return the weights as the engine takes them."""
        layers = [dict(layer.named_parameters()) for layer in self.layers]
        matrices = tuple(layer["weight"].detach().numpy().T.copy() for layer in layers)
        offsets = tuple(layer["bias"].detach().numpy().copy() for layer in layers)
        voting = float(self.log_voting.detach().exp())
        return TrainedWeights(self.direct.detach().numpy().copy(), matrices, offsets, voting)


def compare_scene(scene: Scene, engine: GuidedEngine, rng: np.random.Generator) -> Compared | None:
    """Compare near and far drawings of a scene; None if fewer than three are usable."""
    near = rng.permutation(scene.near)
    far = scene.near + rng.permutation(len(scene) - scene.near)
    wanted = DRAWINGS // 2 if rng.random() < 0.6 else DRAWINGS - 1
    start = int(rng.integers(max(1, scene.near - wanted + 1)))
    chosen = [*range(start, min(start + wanted, scene.near)), *far.tolist(), *near.tolist()]
    colors: list[NDArray[np.int64]] = []
    pages: list[GuidedFeatures] = []
    for index in dict.fromkeys(chosen):
        segments = segment(np.ascontiguousarray(scene.inks[index]))
        if 5 <= segments.count <= MOST_SEGMENTS and len(pages) < DRAWINGS:
            pages.append(engine.encode(segments))
            colors.append(shade_of_segments(segments, scene.shades[index]))
    if len(pages) < 3:
        return None
    found = {
        (i, j): _evidence(engine, target, reference)
        for i, target in enumerate(pages)
        for j, reference in enumerate(pages)
    }
    return Compared(colors, found)


def _evidence(
    engine: GuidedEngine, target: GuidedFeatures, reference: GuidedFeatures
) -> NDArray[np.float16]:
    clues = engine.clues(target, reference)
    pair = engine.pair(target, reference, clues)
    rows = np.arange(reference.count)
    found = evidence(target.layout, reference.layout, rows, pair, clues)
    return np.ascontiguousarray(np.moveaxis(found, 0, 2), np.float16)


def gather(
    source: SceneSource,
    engine: GuidedEngine,
    count: int,
    seed: int,
    progress: Callable[[int], None] = lambda done: None,
) -> list[Compared]:
    """Compare the drawings of `count` scenes.

    Raises
    ------
    InputError
        If the source has none.
    """
    rng = np.random.default_rng(seed)
    found: list[Compared] = []
    while len(found) < count:
        compared = compare_scene(source.scene(rng), engine, rng)
        if compared is not None:
            found.append(compared)
            progress(len(found))
    return found


def loss_of(
    weigher: Weigher,
    scene: Compared,
    target: int,
    references: Sequence[int],
    own: NDArray[np.bool_],
) -> Tensor | None:
    """Return the colour-summed cross entropy of one target, None if nothing can be matched.

    Parameters
    ----------
    target : int
        Drawing whose colours are sought.
    references : sequence of int
        Drawings that are known.
    own : (N,) bool
        Segments of the target that are known as well.
    """
    colors = torch.from_numpy(scene.colors[target])
    known = [torch.from_numpy(scene.colors[index]) for index in references]
    scores = [_weigh(weigher, scene.evidence[target, index]) for index in references]
    given = np.flatnonzero(own)
    if len(given):
        scores.append(_weigh(weigher, scene.evidence[target, target][:, given]))
        known.append(colors[given])
    reference = torch.cat(known)
    scaled = torch.cat(scores, dim=1) / weigher.log_voting.exp()
    low = torch.finfo(scaled.dtype).min
    clear = reference != LINE_SHADE
    scaled = scaled.masked_fill(~clear[None], low)
    right = (colors[:, None] == reference[None]) & clear[None]
    use = right.any(dim=1) & (colors != LINE_SHADE) & ~torch.from_numpy(own)
    if not use.any():
        return None
    scaled, right = scaled[use], right[use]
    mass = torch.logsumexp(scaled, 1) - torch.logsumexp(scaled.masked_fill(~right, low), 1)
    return mass.mean()


def _weigh(weigher: Weigher, found: NDArray[np.float16]) -> Tensor:
    result: Tensor = weigher(torch.from_numpy(found.astype(np.float32)))
    return result


def fit(
    scenes: Sequence[Compared],
    steps: int,
    seed: int,
    rate: float = 3e-3,
    report: Callable[[int, float], None] = lambda step, loss: None,
) -> TrainedWeights:
    """Train weights on compared scenes.

    Parameters
    ----------
    report : callable
        Gets the step and its loss.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    weigher = Weigher()
    optimizer = torch.optim.AdamW(weigher.parameters(), rate, weight_decay=1e-3)
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = rate * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / steps)))
        losses = [_drawn_loss(weigher, scenes, rng) for _ in range(SCENES_A_STEP)]
        usable = [loss for loss in losses if loss is not None]
        if not usable:
            continue
        total = torch.stack(usable).mean()
        optimizer.zero_grad(set_to_none=True)
        total.backward()
        nn.utils.clip_grad_norm_(weigher.parameters(), 1.0)
        optimizer.step()
        report(step + 1, float(total.detach()))
    return weigher.trained()


def _drawn_loss(
    weigher: Weigher, scenes: Sequence[Compared], rng: np.random.Generator
) -> Tensor | None:
    scene = scenes[int(rng.integers(len(scenes)))]
    count = len(scene.colors)
    target = int(rng.integers(count))
    others = np.delete(np.arange(count), target)
    references = rng.permutation(others)[: int(rng.choice(REFERENCES))]
    own = rng.random(len(scene.colors[target])) < rng.choice(OWN_SHARES)
    return loss_of(weigher, scene, target, [int(index) for index in references], own)
