"""`--compat published` against the published program's way, written plainly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from paintassist.cli.main import main
from paintassist.core.errors import InputError
from paintassist.core.lines import inks_to_rgba
from paintassist.engines.base import VectorFeatures
from paintassist.engines.dacon.bundle import Bundle
from paintassist.engines.dacon.compat import PublishedEngine
from paintassist.engines.dacon.config import Dinov2Config
from paintassist.engines.dacon.engine import DaconEngine
from paintassist.engines.dacon.runtime import TorchRuntime
from paintassist.engines.dacon.straightforward import Page, Program, decode, segment, unit
from paintassist.io.images import read_image
from paintassist.io.layouts import find_clip
from paintassist.jobs.bank import Order
from paintassist.jobs.colorize import ColorizeRequest, colorize
from paintassist.jobs.evaluate import Task, TaskName, evaluate
from paintassist.jobs.published import PlainMatcher
from tests.clipfiles import boxes_clip, save, save_painting
from tests.engines.dacon.tiny import TINY_COMPACT, tiny_bundle, tiny_published


@pytest.fixture(scope="module", params=["v1.0", "v1.1"])
def bundle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    folder = tmp_path_factory.mktemp("models") / request.param
    return tiny_bundle(folder, tiny_published(request.param))


@pytest.fixture
def engine(bundle: Bundle) -> PublishedEngine:
    return PublishedEngine(DaconEngine(bundle.name, bundle.config, TorchRuntime(bundle, "cpu")))


def _drawing(height: int, width: int, lines: int, seed: int) -> np.ndarray:
    """Walls and trace lines in shades, stray trace pixels, and segments of a single pixel."""
    rng = np.random.default_rng(seed)
    inks = np.zeros((height, width), np.uint8)
    for axis_length, at in ((height, np.s_[:]), (width, None)):
        for place in rng.choice(np.arange(2, axis_length - 2), lines, replace=False):
            if at is not None:
                inks[place] = rng.choice([1, 1, 2, 3])
            else:
                inks[:, place] = rng.choice([1, 1, 2, 4])
    for y, x in rng.integers(1, [height - 1, width - 1], (6, 2)):
        inks[y - 1 : y + 2, x - 1 : x + 2] = 1
        inks[y, x] = 0
    pixels = inks_to_rgba(inks)
    for y, x in rng.integers(0, [height, width], (12, 2)):
        pixels[y, x] = (*rng.choice([40, 90], 3), 255)
    return pixels


def _write_clip(root: Path, size: tuple[int, int], lines: int) -> Path:
    """A sheet of two painted drawings and two frames, with colours as there are segments."""
    rng = np.random.default_rng(1)
    for index, folder in enumerate(("ref", "ref", ".", ".")):
        pixels = _drawing(*size, lines, index)
        line = save(root / folder / f"line/{index}.png", pixels)
        if folder == "ref":
            labels = segment(decode(line))
            colors = rng.integers(0, 256, (int(labels.max()) + 1, 4), np.uint8)
            save(root / f"ref/gt/{index}.png", colors[labels])
    return root


@pytest.mark.parametrize(
    ("size", "lines"), [((50, 60), 4), ((80, 70), 22), ((1030, 80), 3)], ids=str
)
def test_every_segment_gets_the_colour_that_the_program_gives_it(
    engine: PublishedEngine, tmp_path: Path, size: tuple[int, int], lines: int
) -> None:
    clip = _write_clip(tmp_path / "c", size, lines)
    semantic = engine.learned.config.semantic
    assert isinstance(semantic, Dinov2Config)
    program = Program(
        cast(Any, engine.learned.runtime),
        engine.learned.config.fusion,
        engine.learned.config.side,
        semantic.side,
    )
    pages = [program.learn(clip / f"ref/line/{n}.png", clip / f"ref/gt/{n}.png") for n in (0, 1)]

    outcome = colorize(ColorizeRequest(find_clip(clip), tmp_path / "out"), engine)

    assert outcome.written == ["2", "3"]
    for name in outcome.written:
        colors, painting = program.color(clip / f"line/{name}.png", pages)
        entry = outcome.report.frames[name]["segments"]
        found = np.array([row["color"] for row in entry], np.uint8)
        differs = (found != colors).any(axis=1)
        if differs.any():
            # Random networks find all segments alike: of two that are equal within rounding
            # either may win.
            _, vectors, _ = program.read(clip / f"line/{name}.png")
            similarity = unit(vectors) @ unit(np.concatenate([page.vectors for page in pages])).T
            chosen = [_row(row["reference"], pages[0]) for row in entry]
            lost = similarity.max(axis=1) - similarity[np.arange(len(entry)), chosen]
            assert lost.max() < 1e-5
            assert differs.mean() < 0.02
        else:
            assert np.array_equal(read_image(tmp_path / f"out/{name}.png"), painting)
    assert lines != 22 or len(entry) > 255


def _row(reference: dict[str, Any], first: Page) -> int:
    """Return the bank row of a report's reference."""
    return (
        int(reference["segment"]) - 1 + (len(first.vectors) if reference["name"] > "ref/0" else 0)
    )


def test_orders_and_evaluation_go_through_the_same_way(
    engine: PublishedEngine, tmp_path: Path
) -> None:
    clip = boxes_clip(tmp_path / "c", 3, 1)
    for order in Order:
        outcome = colorize(ColorizeRequest(find_clip(clip), tmp_path / order, order=order), engine)
        assert outcome.written == ["0001", "0002"]
        # Equal drawings have equal features, so the painting comes back as it was.
        assert np.array_equal(
            read_image(tmp_path / order / "0002.png"), read_image(clip / "gt/0000.png")
        )
    painted = boxes_clip(tmp_path / "painted", 2, 2)
    (result,) = evaluate(painted, engine, [Task(TaskName.CONSECUTIVE)])
    assert result.mean().as_dict()["acc"] == 1


def test_a_reference_without_line_art_is_told(engine: PublishedEngine, tmp_path: Path) -> None:
    clip = boxes_clip(tmp_path / "c", 1, 0)
    sheet = save_painting(tmp_path / "sheet.png")
    notes: list[str] = []
    with pytest.raises(InputError, match="no usable reference"):
        colorize(
            ColorizeRequest(find_clip(clip, [sheet]), tmp_path / "out"), engine, notify=notes.append
        )
    assert "sheet.png has no line art" in notes[0]


def test_an_opaque_drawing_with_alpha_is_told(engine: PublishedEngine, tmp_path: Path) -> None:
    clip = boxes_clip(tmp_path / "c", 2, 1)
    pixels = read_image(clip / "line/0001.png")
    pixels[..., 3] = 255
    save(clip / "line/0001.png", pixels)
    notes: list[str] = []
    colorize(ColorizeRequest(find_clip(clip), tmp_path / "out"), engine, notify=notes.append)
    assert "takes every pixel for line" in notes[0]


def test_label_maps_of_a_data_set_are_read_with_all_their_bits(
    engine: PublishedEngine, tmp_path: Path
) -> None:
    clip = boxes_clip(tmp_path / "c", 2, 1)
    ids = np.zeros((6, 11, 3), np.uint8)
    ids[:, :5] = (0, 1, 7)
    ids[:, 5:] = (0, 0, 7)
    for name in ("0000", "0001"):
        save(clip / f"seg/{name}.png", ids)
    save_painting(clip / "gt/0000.png", "\n".join(["RRRRRGGGGGG"] * 6))
    outcome = colorize(ColorizeRequest(find_clip(clip), tmp_path / "out"), engine)
    areas = [row["area"] for row in outcome.report.frames["0001"]["segments"]]
    assert areas == [30, 36]


def test_of_equally_similar_references_the_first_wins(engine: PublishedEngine) -> None:
    def page(name: str, *rows: tuple[float, float]) -> VectorFeatures:
        return VectorFeatures(name, len(rows), np.array(rows, np.float32))

    red, blue, clear = [255, 0, 0, 255], [0, 0, 255, 255], [255, 255, 255, 0]
    matcher = PlainMatcher(engine)
    matcher.set_reference("a", page("a", (0, 1), (1, 0)), np.array([blue, red], np.uint8))
    matcher.set_reference("empty", page("empty"), np.zeros((0, 4), np.uint8))
    matcher.set_reference("b", page("b", (1, 0), (0.6, 0.8)), np.array([blue, clear], np.uint8))

    colors, proposals, sources = matcher.propose(page("t", (1, 0), (0.6, 0.8)))

    # Transparent white stays what it was.
    assert colors.tolist() == [red, clear]
    assert proposals.source.tolist() == [1, 3]
    found = [(item.reference, item.segment) for item in sources if item]
    assert found == [("a", 2), ("b", 2)]
    assert PlainMatcher(engine).propose(page("t", (1, 0)))[0].tolist() == [[0, 0, 0, 0]]


class TestCommandLine:
    def test_colorize_and_evaluate(
        self, bundle: Bundle, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 2)
        model = ["--compat", "published", "--model", str(bundle.folder)]
        out = tmp_path / "out"
        words = ["colorize", str(clip), "--out", str(out), "--ref", str(clip / "gt/0000.png")]
        assert main([*words, *model]) == 0
        assert json.loads((out / "report.json").read_text())["engine"] == "dacon-published"
        capsys.readouterr()
        assert main(["evaluate", str(clip), "--task", "clip", "--json", *model]) == 0
        assert json.loads(capsys.readouterr().out)["mean"]["acc"] == 1

    def test_another_model_or_engine_is_refused(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        clip = boxes_clip(tmp_path / "c", 2, 1)
        compact = tiny_bundle(tmp_path / "compact", TINY_COMPACT)
        words = ["colorize", str(clip), "--out", str(tmp_path / "out"), "--compat", "published"]
        assert main([*words, "--model", str(compact.folder)]) == 2
        assert "needs a model of the published architecture" in capsys.readouterr().err
        assert main([*words, "--engine", "shape"]) == 2
        assert "leave --engine out" in capsys.readouterr().err
