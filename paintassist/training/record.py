"""What is kept beside a run's weights: settings, versions, log and curves."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import safetensors
import torch
from safetensors.torch import save

import paintassist
from paintassist.core.errors import InputError
from paintassist.training.curves import draw_curves
from paintassist.training.files import write_whole
from paintassist.training.trainer import Trainer

WEIGHTS_FILE = "weights.safetensors"
RUN_FILE = "run.json"
LOG_FILE = "log.jsonl"
CURVES_FILE = "curves.png"

Row = Mapping[str, float]


def write_record(trainer: Trainer, row: Row, facts: Mapping[str, Any]) -> None:
    """Add a row to the log and bring weights, curves and settings up to date.

    Parameters
    ----------
    row : mapping of str to float
        With its "step"; rows of later steps, of a checkpoint that was lost, are dropped.
    facts : mapping
        What else to say in the run file, such as where the drawings come from.

    Raises
    ------
    InputError
        If there is no room; each file is the old one or the new one.
    """
    folder = trainer.folder
    rows = [old for old in read_log(folder) if old["step"] < row["step"]] + [dict(row)]
    run = {
        "settings": asdict(trainer.settings),
        "config": trainer.config.as_dict(),
        "versions": versions(),
        "device": device_name(trainer.device),
        "step": trainer.step,
        **facts,
    }
    weights = {name: value.cpu().half().contiguous() for name, value in trainer.average.items()}
    try:
        write_whole(folder / LOG_FILE, "".join(json.dumps(r) + "\n" for r in rows).encode())
        write_whole(folder / RUN_FILE, json.dumps(run, indent=1, ensure_ascii=False).encode())
        write_whole(folder / WEIGHTS_FILE, save(weights))
        write_whole(folder / CURVES_FILE, draw_curves(rows))
    except OSError as error:
        raise InputError(
            f"{folder} cannot be written ({error.strerror or error}); the checkpoint of step "
            f"{trainer.step} is intact: make room and start the same command again"
        ) from error


def read_log(folder: Path) -> list[dict[str, float]]:
    """Return the rows of a run's log; lines that are no rows are left out."""
    try:
        lines = (folder / LOG_FILE).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    rows = []
    for line in lines:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict) and isinstance(row.get("step"), int | float):
            rows.append(row)
    return rows


def versions() -> dict[str, str]:
    """Return the versions of all that a run depends on."""
    return {
        "paintassist": paintassist.__version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "numpy": np.__version__,
        "opencv": cv2.__version__,
        "safetensors": safetensors.__version__,
    }


def device_name(device: torch.device) -> str:
    """Return what a device is called."""
    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    return platform.processor() or platform.machine()
