"""`paintassist doctor`: what there is, what is wrong, and what helps."""

from __future__ import annotations

import argparse
import json
import sys

from paintassist.cli.common import add_json_argument, write_json
from paintassist.installed import is_frozen

HELP = (
    "examine this installation: versions, devices, memory, disk, models, window; "
    "the exit status is 1 if something is broken"
)
PROBE = "--probe-window"
HEALTHY, BROKEN = 0, 1
WIDTH = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command line."""
    add_json_argument(parser)
    # What the examination calls in a process of its own.
    parser.add_argument(PROBE, action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Examine, print, and say by the status whether all is well."""
    if arguments.probe_window:
        return _probe_window()
    from paintassist.jobs.doctor import State, examine, worst
    from paintassist.jobs.doctor.window import examine_window

    findings = []
    for finding in examine({"window": lambda: examine_window(probe_command())}):
        findings.append(finding)
        if arguments.json is None:
            print(f"{finding.state:8}{finding.subject:{WIDTH}}{finding.value}")
            if finding.remedy:
                print(f"{'':8}{'':{WIDTH}}-> {finding.remedy}")
    state = worst(findings)
    if arguments.json is not None:
        rows = [
            {
                "subject": finding.subject,
                "state": str(finding.state),
                "value": finding.value,
                "remedy": finding.remedy,
                **finding.facts,
            }
            for finding in findings
        ]
        write_json({"state": str(state), "findings": rows}, arguments.json)
    else:
        print(verdict([finding.state for finding in findings]))
    return BROKEN if state is State.BROKEN else HEALTHY


def verdict(states: list[str]) -> str:
    """Return the last line."""
    broken, notices = states.count("broken"), states.count("notice")
    if broken:
        return f"{broken} broken: do what stands behind ->"
    if notices:
        return f"nothing is broken; {notices} to know, see behind ->"
    return "all is well"


def probe_command() -> list[str]:
    """Return how this program is started once more to try the window."""
    program = [sys.executable] if is_frozen() else [sys.executable, "-m", "paintassist"]
    return [*program, "doctor", PROBE]


def _probe_window() -> int:
    from paintassist.cli.system import check_display
    from paintassist.cli.window import explain_import

    check_display()
    try:
        from paintassist.ui.probe import describe
    except ImportError as error:
        raise explain_import(error) from error
    print(json.dumps(describe()))
    return HEALTHY
