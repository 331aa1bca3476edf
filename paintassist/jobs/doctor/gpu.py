"""The graphics card, and whether onnxruntime can use it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

from paintassist.engines.dacon.providers import NEEDED, built_in, has_nvidia_card, probe
from paintassist.installed import is_frozen, remedy_for_broken
from paintassist.jobs.doctor.finding import Finding, State

QUESTION = ("name", "driver_version", "memory.total", "memory.free")
LONGEST_SECONDS = 20


def examine_gpu() -> Sequence[Finding]:
    """Tell the cards, what onnxruntime was built for, and what it would take."""
    cards = nvidia_cards()
    card = bool(cards) or has_nvidia_card()
    try:
        device, providers = probe(), built_in()
    except Exception as error:
        words = f"onnxruntime cannot be used ({error})"
        return [Finding("GPU", State.BROKEN, words, remedy_for_broken("onnxruntime"))]
    facts = {
        "cards": cards,
        "providers": providers,
        "runs_on": str(device),
        "reason": device.reason,
    }
    names = ", ".join(f"{one['name']} (driver {one['driver_version']})" for one in cards)
    value = f"models run on {device}; providers: {', '.join(providers)}"
    if names:
        value = f"{names}; {value}"
    if card and not device.is_gpu:
        remedy = (
            "use the gpu build of PaintAssist"
            if is_frozen()
            else "pip uninstall -y onnxruntime onnxruntime-gpu, "
            "then pip install 'onnxruntime-gpu[cuda,cudnn]'"
        )
        return [Finding("GPU", State.NOTICE, f"{value} ({device.reason})", remedy, facts)]
    return [Finding("GPU", State.OK, value, facts=facts)]


def nvidia_cards() -> list[dict[str, Any]]:
    """Return what the NVIDIA driver tells of its cards; nothing where there is no driver."""
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return []
    try:
        done = subprocess.run(
            [tool, f"--query-gpu={','.join(QUESTION)}", "--format=csv,noheader"],
            capture_output=True,
            text=True,
            timeout=LONGEST_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    if done.returncode != 0:
        return []
    rows = [line.split(", ") for line in done.stdout.splitlines()]
    return [dict(zip(QUESTION, row, strict=True)) for row in rows if len(row) == len(QUESTION)]


def cuda_remedy() -> str:
    """Return what helps where a card is there and CUDA does not start."""
    if is_frozen():
        return "use the gpu build of PaintAssist, and the newest driver of NVIDIA"
    return f"pip install 'onnxruntime-gpu[cuda,cudnn]' brings {NEEDED}; update NVIDIA's driver"
