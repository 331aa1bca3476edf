"""The training loop of the compact model: resumable, with a time budget."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from paintassist.engines.dacon.config import COMPACT, DaconConfig
from paintassist.engines.dacon.export import export_bundle
from paintassist.engines.dacon.network import CompactNet
from paintassist.training.batches import Batch, Sample, collate, make_sample
from paintassist.training.losses import color_cross_entropy, reference_mask
from paintassist.training.sources import SceneSource

STATE_FILE = "state.pt"
WEIGHTS_FILE = "weights.safetensors"
LOG_FILE = "log.jsonl"


@dataclass(frozen=True)
class TrainSettings:
    """One run's recipe; saved beside its weights.

    Attributes
    ----------
    characters, frames : int
        Characters a step and drawings of each.
    rate : float
        Peak learning rate; warms up, then falls as a half cosine over `steps`.
    """

    steps: int = 20_000
    characters: int = 3
    frames: int = 4
    rate: float = 1e-3
    warmup: int = 100
    seed: int = 1
    workers: int = 1
    threads: int = 2
    validate_every: int = 200
    device: str = "cpu"


class SampleStream(IterableDataset[Batch]):
    """Endless batches, different in every worker."""

    def __init__(
        self, source: SceneSource, settings: TrainSettings, config: DaconConfig, start: int
    ) -> None:
        super().__init__()
        self.source, self.settings, self.config, self.start = source, settings, config, start

    def __iter__(self) -> Iterator[Batch]:
        """Yield collated batches."""
        worker = get_worker_info()
        lane = worker.id if worker else 0
        if worker:
            torch.set_num_threads(1)
        rng = np.random.default_rng([self.settings.seed, self.start, lane])
        while True:
            samples: list[Sample] = []
            while len(samples) < self.settings.characters:
                scene = self.source.scene(rng)
                sample = make_sample(scene, self.settings.frames, self.config, rng)
                if sample is not None:
                    samples.append(sample)
            yield collate(samples, self.config)


def features(net: CompactNet, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Run the network on a batch; (T, embedding) joined, semantic, spatial."""
    maps = net.spatial(batch.picture.to(memory_format=torch.channels_last))
    flat = maps.permute(0, 2, 3, 1).reshape(-1, maps.shape[1]).float()
    count = len(batch.colors)
    pooled = torch.zeros(count, flat.shape[1], device=flat.device)
    pooled = pooled.index_add(0, batch.owners, flat[batch.cells] * batch.weights[:, None])
    tokens = net.encoder.embed(pooled, batch.patches, batch.geometry)
    where = (batch.frame, batch.slot)
    wide = torch.zeros(*batch.mask.shape, tokens.shape[1], dtype=tokens.dtype, device=flat.device)
    wide = wide.index_put(where, tokens)
    wide_pooled = torch.zeros(*batch.mask.shape, flat.shape[1], device=flat.device)
    wide_pooled = wide_pooled.index_put(where, pooled)
    found = net.branches(wide_pooled, wide, batch.place, batch.borders, batch.mask)
    joined, semantic, spatial = (part.float()[where] for part in found)
    return joined, semantic, spatial


class Trainer:
    """Holds network, optimiser and temperature of one run in `folder`."""

    def __init__(
        self, folder: Path, settings: TrainSettings, config: DaconConfig = COMPACT
    ) -> None:
        torch.manual_seed(settings.seed)
        torch.set_num_threads(settings.threads)
        self.folder, self.settings, self.config = folder, settings, config
        self.device = torch.device(settings.device)
        self.net = CompactNet(config).to(self.device)
        self.net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.log_temperature = torch.nn.Parameter(torch.tensor(-2.3, device=self.device))
        decay = [p for p in self.net.parameters() if p.ndim > 1]
        plain = [p for p in self.net.parameters() if p.ndim <= 1]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": decay, "weight_decay": 0.02},
                {"params": [*plain, self.log_temperature], "weight_decay": 0.0},
            ],
            lr=settings.rate,
            betas=(0.9, 0.98),
        )
        self.average = {name: p.detach().clone() for name, p in self.net.named_parameters()}
        self.step = 0

    def resume(self) -> None:
        """Go on from the last checkpoint in the folder, if there is one."""
        path = self.folder / STATE_FILE
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average = state["average"]
        with torch.no_grad():
            self.log_temperature.copy_(state["log_temperature"])
        self.step = int(state["step"])

    def save(self) -> None:
        """Write state and averaged weights; an interrupted write leaves the last ones."""
        self.folder.mkdir(parents=True, exist_ok=True)
        state = {
            "net": self.net.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average,
            "log_temperature": self.log_temperature.detach(),
            "step": self.step,
        }
        part = self.folder / (STATE_FILE + ".part")
        torch.save(state, part)
        part.replace(self.folder / STATE_FILE)
        part = self.folder / (WEIGHTS_FILE + ".part")
        save_file({name: p.contiguous() for name, p in self.average.items()}, part)
        part.replace(self.folder / WEIGHTS_FILE)
        (self.folder / "run.json").write_text(
            json.dumps(
                {"settings": asdict(self.settings), "config": self.config.as_dict()}, indent=1
            )
        )

    def train_step(self, batch: Batch) -> dict[str, float]:
        """Take one optimiser step; return figures for the log."""
        self._set_rate()
        self.net.train()
        moved = Batch(**{name: part.to(self.device) for name, part in vars(batch).items()})
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            joined, semantic, spatial = features(self.net, moved)
        allowed = reference_mask(moved.frame, moved.group, moved.colors, self._keep(moved))
        temperature = self.log_temperature.clamp(-3.5, 0).exp()
        loss, hit = color_cross_entropy(joined, moved.colors, allowed, temperature)
        # Each branch alone has to be able to match: both then learn from the first step.
        aside = [
            color_cross_entropy(branch, moved.colors, allowed, temperature)[0]
            for branch in (semantic, spatial)
        ]
        total = loss + 0.3 * (aside[0] + aside[1])
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self._update_average()
        return {"loss": float(loss.detach()), "hit": float(hit), "tau": float(temperature.detach())}

    def _keep(self, batch: Batch) -> Tensor:
        """Let each frame see a random part of its fellows."""
        count = len(batch.group)
        keep = torch.rand(count, count, device=self.device) < 0.6
        ring = torch.arange(count, device=self.device)
        keep[ring, (ring + 1) % count] = True
        keep[ring, ring - 1] = True
        return keep

    def _set_rate(self) -> None:
        share = min(1.0, self.step / self.settings.steps)
        rate = self.settings.rate * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * share)))
        rate *= min(1.0, (self.step + 1) / self.settings.warmup)
        for group in self.optimizer.param_groups:
            group["lr"] = float(rate)

    def _update_average(self) -> None:
        keep = min(0.998, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, parameter in self.net.named_parameters():
                self.average[name].lerp_(parameter.detach(), 1 - keep)

    def averaged_net(self) -> CompactNet:
        """Return a copy of the network with the averaged weights."""
        net = CompactNet(self.config).to(self.device)
        net.load_state_dict(self.average)
        return net.eval()


def validate(net: CompactNet, batches: list[Batch]) -> float:
    """Return the share of right colours, the first frame of each character as reference."""
    shares: list[float] = []
    with torch.no_grad():
        for batch in batches:
            joined, _, _ = features(net, batch)
            keep = torch.zeros(len(batch.group), len(batch.group), dtype=torch.bool)
            first = torch.searchsorted(batch.group, batch.group)
            keep[torch.arange(len(first)), first] = True
            allowed = reference_mask(batch.frame, batch.group, batch.colors, keep)
            _, hit = color_cross_entropy(joined, batch.colors, allowed, torch.tensor(0.1))
            shares.append(float(hit))
    return float(np.mean(shares))


def validation_batches(
    source: SceneSource, config: DaconConfig, count: int, frames: int = 4, seed: int = 99
) -> list[Batch]:
    """Draw fixed, undistorted batches of one character each."""
    rng = np.random.default_rng(seed)
    batches: list[Batch] = []
    while len(batches) < count:
        sample = make_sample(source.scene(rng), frames, config, rng, plain=True)
        if sample is not None:
            batches.append(collate([sample], config))
    return batches


def train(
    trainer: Trainer,
    source: SceneSource,
    validation: list[Batch],
    time_budget: float | None = None,
    report: Callable[[dict[str, float]], None] = lambda row: None,
) -> None:
    """Train until the settings' steps or the time budget (seconds) are used up."""
    settings = trainer.settings
    stream = SampleStream(source, settings, trainer.config, trainer.step)
    loader: DataLoader[Batch] = DataLoader(
        stream,
        batch_size=None,
        num_workers=settings.workers,
        prefetch_factor=4 if settings.workers else None,
    )
    end = time.monotonic() + time_budget if time_budget else float("inf")
    trainer.folder.mkdir(parents=True, exist_ok=True)
    recent: list[dict[str, float]] = []
    for batch in loader:
        recent.append(trainer.train_step(batch))
        done = trainer.step >= settings.steps or time.monotonic() >= end
        if trainer.step % settings.validate_every == 0 or done:
            row = {name: float(np.mean([r[name] for r in recent])) for name in recent[0]}
            row["step"] = trainer.step
            row["validation"] = validate(trainer.averaged_net(), validation)
            row["seconds"] = time.time()
            recent = []
            trainer.save()
            with (trainer.folder / LOG_FILE).open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
            report(row)
        if done:
            break


def export(trainer: Trainer, folder: Path, name: str) -> None:
    """Write the averaged weights as a model bundle that the engine can open."""
    facts = {
        "licence": "Apache-2.0",
        "made": {"steps": trainer.step, "settings": asdict(trainer.settings)},
    }
    export_bundle(folder, name, trainer.config, trainer.average, facts, half=True)
