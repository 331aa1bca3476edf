"""Fit the calibration of the learned engines on generated characters never trained on.

``python -m benchmarks.calibrate SCENES [--model MODEL] [--write MODEL_FOLDER]``: SCENES is a
folder of training scenes (`paintassist synth --scenes`), of which the held-out families are
used. Proposals are made as the product makes them, by the matcher. Half of the scenes is for
fitting and the other for judging; what is written is then fitted on all of them.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from paintassist.core.calibration import (
    IDENTITY,
    Calibration,
    expected_calibration_error,
    fit_calibration,
)
from paintassist.core.errors import InputError
from paintassist.core.matching import NO_COLOR
from paintassist.core.segments import segment
from paintassist.document.matcher import Matcher
from paintassist.engines.base import Engine, Features
from paintassist.engines.dacon.bundle import CALIBRATION, amend_manifest, open_bundle
from paintassist.engines.guided import GuidedEngine, GuidedFeatures
from paintassist.engines.registry import GUIDED, EngineRequest, make_engine
from paintassist.jobs.certainty import certainty_lines, judge
from paintassist.training.augment import shade_of_segments
from paintassist.training.scenes import LINE_SHADE, Scene, load_scene
from paintassist.training.sources import SceneFolder, family_of_file

HELD_OUT = ("kaykit", "smooth", "rig2d:suit", "rig2d:robe", "rig2d:fantasy")
# Similarities of the unknown to choose from, by how well the fit then tells right from wrong.
UNKNOWNS = (0.25, 0.35, 0.45, 0.55, 0.65)
FEWEST_SCENES = 12
FAR_COUNTS = (1, 2, 4)
# Of the target's own segments, how many the painter has decided in a frame in work.
DECIDED = 0.3


@dataclass(frozen=True, eq=False)
class Painted:
    """A drawing with its truth: (N,) int32 colours, `NO_COLOR` where unclear."""

    features: GuidedFeatures
    colors: NDArray[np.int32]


@dataclass(frozen=True)
class Case:
    """A drawing to propose for, from others and from what is decided in itself.

    `clip` are drawings that lie open with it, in order, itself and references among them.
    """

    kind: str
    target: Painted
    references: tuple[Painted, ...]
    decided: NDArray[np.bool_] | None = None
    clip: tuple[Painted, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """Raw confidences of one case for each unknown, (U, K), and what was right, (K,)."""

    scene: int
    kind: str
    raw: NDArray[np.float32]
    right: NDArray[np.bool_]


class RawEngine:
    """An engine without its calibration, with choices for the unknown, and with a memory."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[str, str, bytes], NDArray[np.float32]] = {}
        self.calibration = IDENTITY
        self.unknown = engine.unknown
        # The engine's own comes last.
        self.unknowns = (*UNKNOWNS, engine.unknown)

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)

    def similarity(
        self, target: Features, reference: Features, rows: NDArray[np.int64] | None = None
    ) -> NDArray[np.float32]:
        key = (target.key, reference.key, b"" if rows is None else rows.tobytes())
        if key not in self._known:
            self._known[key] = self._engine.similarity(target, reference, rows)
        return self._known[key]

    def forget(self) -> None:
        """Drop what is remembered of a scene that is done."""
        self._known.clear()


def held_out(family: str) -> bool:
    return any(part in family for part in HELD_OUT)


def scene_order(folder: Path, rng: np.random.Generator) -> list[Path]:
    """Return the held-out scene files in any order, families by turns."""
    by_family: dict[str, list[Path]] = {}
    for path in SceneFolder(folder, held_out).files():
        by_family.setdefault(family_of_file(path), []).append(path)
    mixed = [[paths[i] for i in rng.permutation(len(paths))] for paths in by_family.values()]
    longest = max(map(len, mixed), default=0)
    return [paths[turn] for turn in range(longest) for paths in mixed if turn < len(paths)]


def read_scene(scene: Scene, engine: GuidedEngine) -> tuple[list[Painted], list[Painted]]:
    """Encode the near and the far drawings of a scene; blank ones are left out."""
    near: list[Painted] = []
    far: list[Painted] = []
    for index in range(len(scene)):
        segments = segment(np.ascontiguousarray(scene.inks[index]))
        if segments.count < 2:
            continue
        shades = shade_of_segments(segments, scene.shades[index]).astype(np.int32)
        colors = np.where(shades == LINE_SHADE, NO_COLOR, shades).astype(np.int32)
        painted = Painted(engine.encode(segments), colors)
        (near if index < scene.near else far).append(painted)
    return near, far


def cases_of(
    near: Sequence[Painted], far: Sequence[Painted], rng: np.random.Generator
) -> Iterator[Case]:
    """Yield what the product meets: neighbours, growing banks, sheets, frames in work."""
    clip = tuple(near)
    for index, target in enumerate(near):
        if far:
            count = int(rng.choice(FAR_COUNTS))
            sheet = tuple(far[i] for i in rng.permutation(len(far))[:count])
            yield Case("sheet", target, sheet, clip=clip)
        before = clip[:index]
        if not before:
            continue
        yield Case("previous", target, before[-1:])
        if index > 1:
            yield Case("first", target, before[:1], clip=clip)
            yield Case("growing", target, before, clip=clip)
        if index < len(near) - 1:
            yield Case("first and last", target, (near[0], near[-1]), clip=clip)
        decided = rng.random(len(target.colors)) < DECIDED
        yield Case("in work", target, before[:1], decided, clip)
    for target in far:
        others = [item for item in (*near, *far) if item is not target]
        for count in FAR_COUNTS:
            chosen = rng.permutation(len(others))[:count]
            yield Case(f"far, {count}", target, tuple(others[i] for i in chosen))


def outcome_of(case: Case, engine: RawEngine, learned_only: bool, scene: int) -> Outcome:
    """Propose for a case, once for each similarity of the unknown."""

    def features(painted: Painted) -> Features:
        return painted.features.learned if learned_only else painted.features

    matcher = Matcher(engine)  # type: ignore[arg-type]
    for number, page in enumerate(case.references):
        matcher.set_reference(f"{number}", features(page), page.colors)
    counted = case.target.colors != NO_COLOR
    if case.decided is not None:
        own = np.where(case.decided, case.target.colors, NO_COLOR).astype(np.int32)
        matcher.set_reference("own", features(case.target), own)
        counted &= ~case.decided
    matcher.add_target("target", features(case.target))
    for number, drawing in enumerate(case.clip):
        if drawing not in (case.target, *case.references):
            matcher.add_target(f"open {number}", features(drawing))
    names = [
        "target" if drawing is case.target else f"open {number}"
        for number, drawing in enumerate(case.clip)
    ]
    for _ in matcher.relay([(name, "own" if name == "target" else name) for name in names]):
        pass
    raw = []
    for unknown in engine.unknowns:
        engine.unknown = unknown
        matcher.forget_proposals()
        raw.append(matcher.proposals("target").confidence[counted])
    right = matcher.proposals("target").color == case.target.colors
    return Outcome(scene, case.kind, np.array(raw), right[counted])


def collect(
    folder: Path, engine: GuidedEngine, raw: Mapping[str, RawEngine], seconds: float, seed: int
) -> dict[str, list[Outcome]]:
    """Propose for as many scenes as the time allows, at least `FEWEST_SCENES`.

    Raises
    ------
    InputError
        If there are too few scenes of held-out families, or one is damaged.
    """
    rng = np.random.default_rng(seed)
    found: dict[str, list[Outcome]] = {name: [] for name in raw}
    paths = scene_order(folder, rng)
    if len(paths) < FEWEST_SCENES:
        raise InputError(
            f"{folder} holds {len(paths)} scenes of held-out families, {FEWEST_SCENES} are needed; "
            "make more with `paintassist synth --scenes`"
        )
    # Processor time: a busy machine takes longer, and the fit is as good.
    start, begun = time.process_time(), time.monotonic()
    done = 0
    for path in paths:
        if done >= FEWEST_SCENES and time.process_time() - start > seconds:
            break
        near, far = read_scene(load_scene(path), engine)
        for case in cases_of(near, far, rng):
            for name, bare in raw.items():
                found[name].append(outcome_of(case, bare, name != GUIDED, done))
        for bare in raw.values():
            bare.forget()
        done += 1
    print(f"{done} scenes of {len(paths)} in {time.monotonic() - begun:.0f} s", flush=True)
    return found


def joined(outcomes: Sequence[Outcome], unknown: int) -> tuple[NDArray[np.float32], NDArray]:
    """Return raw confidences (K,) at one similarity of the unknown, and what was right."""
    raw = np.concatenate([outcome.raw[unknown] for outcome in outcomes])
    return raw, np.concatenate([outcome.right for outcome in outcomes])


def log_loss(sure: NDArray[np.float32], right: NDArray[np.bool_]) -> float:
    sure = np.clip(sure, 1e-6, 1 - 1e-6)
    return float(-np.log(np.where(right, sure, 1 - sure)).mean())


def fit(outcomes: Sequence[Outcome], unknowns: Sequence[float]) -> tuple[Calibration, int]:
    """Fit curve and similarity of the unknown; return it with the index of the latter."""
    best: tuple[float, Calibration, int] | None = None
    for index, unknown in enumerate(unknowns):
        raw, right = joined(outcomes, index)
        curve = fit_calibration(raw, right)
        loss = log_loss(curve(raw), right)
        if best is None or loss < best[0]:
            best = loss, Calibration(curve.raw, curve.sure, unknown), index
    assert best is not None
    return best[1:]


def percent(share: float) -> str:
    return f"{100 * share:5.1f}"


def judge_halves(name: str, outcomes: Sequence[Outcome], unknowns: Sequence[float]) -> None:
    """Print what a fit on half of the scenes is worth on the other half."""
    test = [outcome for outcome in outcomes if outcome.scene % 2]
    half = [outcome for outcome in outcomes if outcome.scene % 2 == 0]
    calibration, index = fit(half, unknowns)
    print(f"\n{name}: similarity of the unknown {calibration.unknown} (was {unknowns[-1]:g})")
    print(f"{'scenes not fitted to':>20}  segments    acc  ECE before  after, %")
    for kind in [*dict.fromkeys(outcome.kind for outcome in test), "all"]:
        some = [outcome for outcome in test if kind in ("all", outcome.kind)]
        raw, right = joined(some, -1)
        error = expected_calibration_error(raw, right)
        after = expected_calibration_error(calibration(joined(some, index)[0]), right)
        print(
            f"{kind:>20}  {len(right):8}  {percent(right.mean())}       {percent(error)}  "
            f"{percent(after)}"
        )
    raw, right = joined(test, index)
    print("\n".join(certainty_lines(judge(calibration(raw), right))))


def write(folder: Path, fitted: Mapping[str, Calibration]) -> None:
    """Put calibrations into a model's manifest; those of other engines stay."""
    bundle = open_bundle(folder)
    for file in bundle.files:
        bundle.path(file)
    known = {**bundle.calibrations, **fitted}
    facts = {name: calibration.as_dict() for name, calibration in known.items()}
    amend_manifest(bundle, {CALIBRATION: facts})
    print(f"\nwritten to {folder}")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", type=Path)
    parser.add_argument("--model", help="name or folder; --write's by default, else the bundled")
    parser.add_argument("--write", type=Path, metavar="MODEL_FOLDER")
    parser.add_argument("--seconds", type=float, default=100, help="of the processor to spend")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args(arguments)
    model = chosen.model or (str(chosen.write) if chosen.write else None)
    engine = make_engine(GUIDED, EngineRequest(model=model))
    assert isinstance(engine, GuidedEngine)
    raw = {engine.learned.name: RawEngine(engine.learned), GUIDED: RawEngine(engine)}
    found = collect(chosen.scenes, engine, raw, chosen.seconds, chosen.seed)
    fitted = {}
    for name, outcomes in found.items():
        unknowns = raw[name].unknowns
        judge_halves(name, outcomes, unknowns)
        fitted[name] = fit(outcomes, unknowns)[0]
    if chosen.write:
        write(chosen.write, fitted)


if __name__ == "__main__":
    try:
        main()
    except InputError as error:
        raise SystemExit(f"calibrate: {error}") from None
