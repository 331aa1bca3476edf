"""The tables of docs/model.md: every engine on every task, and the simulated painter.

``python -m benchmarks.model_figures CLIPS [ENGINE ...]`` prints Markdown; CLIPS is a folder
of clips with ground truth. An engine may be followed by its switches: ``dacon,voting=sum``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from paintassist.core.metrics import mean_metrics
from paintassist.engines.base import Engine
from paintassist.engines.registry import DEFAULT_ENGINE, EngineRequest, engine_names, make_engine
from paintassist.jobs.evaluate import Evaluation, Task, TaskName, evaluate
from paintassist.jobs.simulate import simulate

TASKS = {
    "previous frame": Task(TaskName.CONSECUTIVE),
    "first frame only": Task(TaskName.CLIP),
    "first, middle, last": Task(TaskName.CLIP, 3),
}
LONG_CLIP = 10
VARIANTS = [
    "dacon,voting=sum",
    f"{DEFAULT_ENGINE},weighing=hand,voting=nearest",
    f"{DEFAULT_ENGINE},weighing=hand",
    f"{DEFAULT_ENGINE},voting=nearest",
    f"{DEFAULT_ENGINE},relay=off",
]


def rows_of(engine: str, evaluation: Evaluation, task: str) -> str:
    """One line of the table of metrics: mean over clips, and Acc per clip."""
    clips = {name: mean_metrics(clip.frames) for name, clip in evaluation.clips.items()}
    mean = mean_metrics(clips.values())
    shares = " | ".join(f"{100 * share:.1f}" for share in mean.as_dict().values())
    each = ", ".join(f"{name} {100 * clip.acc:.1f}" for name, clip in clips.items())
    return f"| {task} | {engine} | {shares} | {each} |"


def engine_of(words: str) -> Engine:
    """Build an engine from its name and switches."""
    name, *switches = words.split(",")
    chosen = dict(switch.split("=") for switch in switches)
    request = EngineRequest(
        voting=chosen.get("voting"),
        weighing=chosen.get("weighing", "trained"),
        relay=chosen.get("relay", "on") == "on",
    )
    return make_engine(name, request)


def main(root: Path, engines: list[str]) -> None:
    """Print both tables."""
    clips = [path for path in sorted(root.iterdir()) if len(list(path.glob("line/*"))) >= LONG_CLIP]
    made = {name: engine_of(name) for name in engines}
    print("| references | engine | Acc | Acc-Thresh | Pix-Acc | Pix-F-Acc | Pix-B-MIoU | by clip |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    results = {}
    for name, engine in made.items():
        merged: list[Evaluation] | None = None
        for clip in clips:
            found = evaluate(clip, engine, list(TASKS.values()))
            if merged is None:
                merged = found
                continue
            for whole, part in zip(merged, found, strict=True):
                whole.clips.update(part.clips)
        results[name] = merged or []
    for index, task in enumerate(TASKS):
        for name in made:
            print(rows_of(name, results[name][index], task), flush=True)
    print()
    print("| clip | engine | corrections | segments | each | accepted unseen | of them wrong |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for clip in clips:
        for name, engine in made.items():
            found = simulate(clip, engine)
            rate = found.corrections / max(found.segments, 1)
            print(
                f"| {clip.name} | {name} | {found.corrections} | {found.segments} | {rate:.3f} "
                f"| {found.accepted_unseen} | {found.wrong_unseen} |",
                flush=True,
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or [*engine_names(), *VARIANTS])
