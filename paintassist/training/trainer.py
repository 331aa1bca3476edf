"""One run's network, optimiser and averaged weights, and how they are kept."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from paintassist.core.errors import InputError
from paintassist.engines.dacon.config import COMPACT, DaconConfig
from paintassist.engines.dacon.network import CompactNet
from paintassist.training.batches import Batch
from paintassist.training.checkpoint import load_checkpoint, save_checkpoint
from paintassist.training.forward import features
from paintassist.training.losses import (
    CONSISTENCY_WEIGHT,
    ENTROPY_WEIGHT,
    color_cross_entropy,
    consistency,
    reference_mask,
)
from paintassist.training.settings import TrainSettings
from paintassist.training.teacher import Teacher

# Checkpoints of earlier versions, one pickle of tensors.
OLD_STATE_FILE = "state.pt"
# What a damaged one can make PyTorch raise.
UNREADABLE = (OSError, RuntimeError, KeyError, ValueError, EOFError, pickle.UnpicklingError)
# How much each branch alone counts beside both together.
BRANCH_WEIGHT = 0.3
NET, AVERAGE, FIRST, SECOND = "net/", "average/", "first/", "second/"


class Trainer:
    """Holds network, optimiser and temperature of one run in `folder`.

    Parameters
    ----------
    folder : Path
    settings : TrainSettings
    config : DaconConfig
        A compact model.
    teacher : Teacher, optional
        Adds the consistency loss, with the paper's weights for both losses.
    """

    def __init__(
        self,
        folder: Path,
        settings: TrainSettings,
        config: DaconConfig = COMPACT,
        teacher: Teacher | None = None,
    ) -> None:
        torch.manual_seed(settings.seed)
        torch.set_num_threads(settings.threads)
        self.folder, self.settings, self.config = folder, settings, config
        self.device = torch.device(settings.device)
        self.teacher = teacher.to(self.device) if teacher else None
        self.net = CompactNet(config).to(self.device)
        self.net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.log_temperature = torch.nn.Parameter(torch.tensor(-2.3, device=self.device))
        named = dict(self.net.named_parameters())
        decay = [name for name, p in named.items() if p.ndim > 1]
        plain = [name for name, p in named.items() if p.ndim <= 1]
        # Names in the optimiser's order, as its state counts them.
        self._names = [*decay, *plain, "log_temperature"]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": [named[name] for name in decay], "weight_decay": 0.02},
                {
                    "params": [*(named[name] for name in plain), self.log_temperature],
                    "weight_decay": 0.0,
                },
            ],
            lr=settings.rate,
            betas=(0.9, 0.98),
        )
        self.average = {name: p.detach().clone() for name, p in named.items()}
        self.step = 0

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Begin with the weights of a model instead of random ones.

        Raises
        ------
        InputError
            If they are of another architecture.
        """
        _load(self.net, {name: value.float() for name, value in weights.items()}, "that model")
        self.average = {name: p.detach().clone() for name, p in self.net.named_parameters()}

    def resume(self) -> bool:
        """Go on from the last checkpoint in the folder; False if there is none.

        Raises
        ------
        InputError
            If it is damaged, or of another architecture.
        """
        found = load_checkpoint(self.folder)
        if found is not None:
            self.step = found[0]
            self._set_state(found[1])
            return True
        old = self.folder / OLD_STATE_FILE
        if not old.exists():
            return False
        try:
            self._set_old_state(torch.load(old, map_location=self.device, weights_only=True))
        except UNREADABLE as error:
            raise InputError(
                f"{old} is damaged ({' '.join(str(error).split())[:120]}); "
                "bring a copy of it back, or train into another folder"
            ) from error
        return True

    def save(self) -> None:
        """Write a checkpoint; an interrupted write leaves the last one.

        Moments and the distance of the averaged weights are kept in 16 bits. The run goes on
        with what it has written, so that it does not matter whether it was stopped here.

        Raises
        ------
        InputError
            If the weights are no numbers any more, or there is no room.
        """
        state = self._state()
        if not all(bool(value.isfinite().all()) for value in state.values()):
            raise InputError(
                f"the training has diverged at step {self.step}; the checkpoint in {self.folder} "
                "is from before: start again with a lower --rate"
            )
        save_checkpoint(self.folder, self.step, state)
        self._set_state(state)

    def train_step(self, batch: Batch, share: float | None = None) -> dict[str, Tensor]:
        """Take one optimiser step; return figures for the log, still on the device.

        Parameters
        ----------
        batch : Batch
            On any device.
        share : float, optional
            How much of the schedule is over, 0..1; by the number of the step by default.
        """
        self._set_rate(self.step / self.settings.steps if share is None else share)
        self.net.train()
        moved = batch.to(self.device)
        half = self.settings.precision == "bf16"
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=half):
            vectors = features(self.net, moved)
            pooled = self.teacher.pooled(moved) if self.teacher else None
        allowed = reference_mask(moved.frame, moved.group, moved.colors, moved.keep, moved.decided)
        temperature = self.log_temperature.clamp(-3.5, 0).exp()
        found = [color_cross_entropy(part, moved.colors, allowed, temperature) for part in vectors]
        # Each branch alone has to be able to match: both then learn from the first step.
        total = found[0][0] + BRANCH_WEIGHT * (found[1][0] + found[2][0])
        row = {"loss": found[0][0].detach(), "hit": found[0][1], "tau": temperature.detach()}
        if pooled is not None:
            apart = consistency(vectors[0], pooled, allowed)
            total = ENTROPY_WEIGHT * total + CONSISTENCY_WEIGHT * apart
            row["consistency"] = apart.detach()
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self._update_average()
        return row

    def averaged_net(self) -> CompactNet:
        """Return a copy of the network with the averaged weights."""
        net = CompactNet(self.config).to(self.device)
        net.load_state_dict(self.average)
        return net.eval()

    def _set_rate(self, share: float) -> None:
        rate = self.settings.rate * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * min(1.0, share))))
        rate *= min(1.0, (self.step + 1) / self.settings.warmup)
        for group in self.optimizer.param_groups:
            group["lr"] = float(rate)

    def _update_average(self) -> None:
        keep = min(0.998, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, parameter in self.net.named_parameters():
                self.average[name].lerp_(parameter.detach(), 1 - keep)

    def _parameters(self) -> dict[str, torch.nn.Parameter]:
        return {**dict(self.net.named_parameters()), "log_temperature": self.log_temperature}

    def _state(self) -> dict[str, Tensor]:
        """Return everything a run needs to go on, small."""
        state = {}
        for name, parameter in self._parameters().items():
            state[NET + name] = parameter.detach().float()
            if name in self.average:
                apart = self.average[name] - parameter.detach()
                state[AVERAGE + name] = apart.bfloat16()
            moments = self.optimizer.state.get(parameter)
            if moments:
                state[FIRST + name] = moments["exp_avg"].bfloat16()
                state[SECOND + name] = moments["exp_avg_sq"].bfloat16()
        return state

    def _set_state(self, state: Mapping[str, Tensor]) -> None:
        """Take over what `_state` returned."""
        parameters = self._parameters()
        own = {key.removeprefix(NET): v for key, v in state.items() if key.startswith(NET)}
        temperature = own.pop("log_temperature", None)
        where = f"the checkpoint in {self.folder}"
        if temperature is None:
            raise InputError(f"{where} is not complete; train into another folder")
        _load(self.net, own, where)
        with torch.no_grad():
            self.log_temperature.copy_(temperature)
            for name in self.average:
                apart = state[AVERAGE + name].to(self.device).float()
                self.average[name] = parameters[name].detach() + apart
        for name, parameter in parameters.items():
            if FIRST + name in state:
                self.optimizer.state[parameter] = {
                    "step": torch.tensor(float(self.step)),
                    "exp_avg": _like(state[FIRST + name], parameter),
                    "exp_avg_sq": _like(state[SECOND + name], parameter),
                }

    def _set_old_state(self, state: Mapping[str, Any]) -> None:
        """Take over a checkpoint of an earlier version."""
        _load(self.net, state["net"], f"the checkpoint in {self.folder}")
        self.optimizer.load_state_dict(state["optimizer"])
        self.average = {name: value.to(self.device) for name, value in state["average"].items()}
        with torch.no_grad():
            self.log_temperature.copy_(state["log_temperature"])
        self.step = int(state["step"])


def _like(value: Tensor, parameter: Tensor) -> Tensor:
    """Return a moment on the device, laid out as its parameter is."""
    made = torch.empty_like(parameter, dtype=torch.float32)
    return made.copy_(value.to(parameter.device))


def _load(net: CompactNet, weights: Mapping[str, Tensor], what: str) -> None:
    try:
        net.load_state_dict(dict(weights))
    except RuntimeError as error:
        raise InputError(
            f"{what} has another architecture than this version trains; train into another folder"
        ) from error
