"""`paintassist evaluate`: the five published metrics, and what confidences are worth."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from paintassist.cli.common import (
    add_engine_arguments,
    add_json_argument,
    progress_bar,
    tell,
    write_json,
)
from paintassist.cli.compat import add_compat_argument, make_compat_engine
from paintassist.core.errors import InputError

if TYPE_CHECKING:
    from paintassist.jobs.evaluate import Evaluation

HELP = "measure an engine on clips whose colours are known"
ALL = "max"
HEADINGS = ("Acc", "Acc-Thresh", "Pix-Acc", "Pix-F-Acc", "Pix-B-MIoU")
METRICS = ("acc", "acc_thresh", "pix_acc", "pix_f_acc", "pix_b_miou")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    parser.add_argument("root", metavar="ROOT", help="a clip, or a folder of clips")
    parser.add_argument(
        "--task",
        required=True,
        choices=("keyframe", "consecutive", "clip"),
        help="references: those of ref/; the previous frame; frames spread over the clip",
    )
    parser.add_argument(
        "--shots",
        type=_shots,
        metavar="N|max",
        help="how many references: clip 1 by default (3 = first, middle, last), keyframe all",
    )
    parser.add_argument(
        "--annotations",
        action="store_true",
        help="heed the light and shadow filled in in line_anno/ (needs colorbook.yml)",
    )
    add_engine_arguments(parser)
    add_compat_argument(parser)
    add_json_argument(parser)
    parser.add_argument(
        "--plot", metavar="FILE.png", help="draw the reliability curve of the confidences"
    )


def run(arguments: argparse.Namespace) -> int:
    """Evaluate, then print a table or JSON."""
    from paintassist.jobs.evaluate import Task, TaskName, evaluate

    if arguments.plot is not None and not arguments.plot.lower().endswith(".png"):
        raise InputError(f"--plot writes PNG; name the file so, not {arguments.plot}")
    engine = make_compat_engine(arguments)
    task = Task(TaskName(arguments.task), arguments.shots)
    with progress_bar("frame") as progress:
        (result,) = evaluate(
            arguments.root,
            engine,
            [task],
            progress=progress,
            notify=tell,
            annotations=arguments.annotations,
        )
    if arguments.plot is not None:
        _plot(result, arguments.plot)
    if arguments.json is not None:
        write_json(result.as_json(), arguments.json)
    else:
        print(format_table(result))
    return 0


def format_table(result: Evaluation) -> str:
    """Return the metrics and the reliability curve as lines of text, shares in percent."""
    from paintassist.jobs.certainty import certainty_lines

    rows = {**result.clips, "mean": result.mean()}
    width = max(len(name) for name in [*rows, "clip"])
    head = "  ".join(f"{title:>10}" for title in ("frames", "segments", *HEADINGS))
    model = f", model {result.model}" if result.model else ""
    lines = [f"task {result.task.name}, engine {result.engine}{model}", f"{'clip':{width}}  {head}"]
    for name, clip in rows.items():
        numbers = clip.as_dict()
        counts = f"{numbers['frames']:>10}  {numbers['segments']:>10}"
        shares = "  ".join(f"{100 * numbers[metric]:>10.2f}" for metric in METRICS)
        lines.append(f"{name:{width}}  {counts}  {shares}")
    return "\n".join([*lines, "", *certainty_lines(result.mean().certainty())])


def _plot(result: Evaluation, path: str) -> None:
    from paintassist.io.export.formats import ImageFormat, write_image
    from paintassist.jobs.certainty import plot_curve

    picture = plot_curve(
        result.mean().certainty().curve, f"task {result.task.name}, engine {result.engine}"
    )
    write_image(path, picture, ImageFormat.PNG)


def _shots(text: str) -> int:
    from paintassist.jobs.evaluate import ALL_SHOTS

    if text == ALL:
        return ALL_SHOTS
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number over 0 or '{ALL}', not '{text}'")
    return int(text)
