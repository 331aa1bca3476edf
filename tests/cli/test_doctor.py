"""`paintassist doctor` as it is called."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from paintassist import __version__
from paintassist.cli.main import main
from paintassist.resources import user_models_folder


def test_it_tells_programs_and_people_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["state"] in ("ok", "notice")
    by_subject = {row["subject"]: row for row in told["findings"]}
    assert by_subject["program"]["paintassist"] == __version__
    assert by_subject["window"]["platform"] == "offscreen"
    assert "CPU" in by_subject["GPU"]["providers"]
    assert set(by_subject["models"]["files"].values()) == {"ok"}
    assert by_subject["proposing"]["model"] == "compact"


def test_the_status_says_that_something_is_broken() -> None:
    broken = user_models_folder() / "mine"
    broken.mkdir(parents=True)
    (broken / "manifest.json").write_text("[]")
    # A platform that Qt does not know ends the process that tries it, and only that one.
    environment = {**os.environ, "QT_QPA_PLATFORM": "nonsense"}
    done = subprocess.run(
        [sys.executable, "-m", "paintassist", "doctor"],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "unset QT_QPA_PLATFORM, which is 'nonsense' here" in done.stdout
    assert "'paintassist models remove mine'" in done.stdout
    assert done.stdout.splitlines()[-1] == "2 broken: do what stands behind ->"
