"""What the scripts of other systems name is there: they run on machines that we do not have."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.packaging.conftest import FOLDER, ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
SCRIPTS = [*WORKFLOWS, *(path for path in FOLDER.rglob("*") if path.suffix in (".sh", ".ps1"))]
# A file of ours as it is written in a script, with either slash.
NAMED = re.compile(r"(?:packaging|resources|docs)(?:[/\\][\w.-]+)+\.\w+")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_files_that_a_script_names_are_there(script: Path) -> None:
    for named in NAMED.findall(script.read_text("utf-8")):
        assert (ROOT / named.replace("\\", "/")).is_file(), named


def test_the_installer_for_windows_finds_its_files() -> None:
    script = FOLDER / "windows/paintassist.iss"
    named = re.findall(r"\.\.\\\.\.\\([\w.\\{}#-]+)", script.read_text("utf-8"))
    made = re.compile(r"^(build|dist)(/|$)")
    own = [path for path in (name.replace("\\", "/") for name in named) if not made.match(path)]
    assert own == ["LICENSE"]
    assert (ROOT / own[0]).is_file()


def test_the_pythons_that_are_promised_are_those_that_are_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    word = "Programming Language :: Python :: 3."
    promised = [line.removeprefix(word) for line in project["classifiers"] if word in line]
    jobs = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))["jobs"]
    tried = jobs["tests"]["strategy"]["matrix"]["python"]
    assert [f"3.{minor}" for minor in promised] == tried
    assert project["requires-python"] == f">={tried[0]}"


def test_every_job_runs_on_a_system_that_is_still_there() -> None:
    gone = ("ubuntu-20.04", "windows-2019", "macos-12", "macos-13", "macos-14")
    for path in WORKFLOWS:
        text = path.read_text("utf-8")
        assert not [name for name in gone if name in text], path
