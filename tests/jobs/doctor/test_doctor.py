"""An installation is made to have real faults, and the examination finds them."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from paintassist import resources
from paintassist.engines.dacon.bundle import MANIFEST
from paintassist.jobs.doctor import EXAMINERS, Finding, State, examine, worst
from paintassist.jobs.doctor.gpu import examine_gpu, nvidia_cards
from paintassist.jobs.doctor.machine import examine_computer, examine_folder, memory
from paintassist.jobs.doctor.models import examine_models, examine_sample
from paintassist.jobs.doctor.parts import NEEDED, QT, RUNTIMES, conflicts, examine_packages
from paintassist.jobs.doctor.proposing import examine_proposing
from paintassist.jobs.doctor.window import examine_window, no_display
from paintassist.resources import models_folder, sample_folder, user_models_folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what comes with the program, to be damaged."""
    shutil.copytree(models_folder(), tmp_path / "_data/models")
    shutil.copytree(sample_folder(), tmp_path / "_data/resources/sample")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    return tmp_path / "_data"


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def states(findings: object) -> list[State]:
    assert isinstance(findings, list)
    return [finding.state for finding in findings]


def test_a_whole_installation_has_nothing_broken() -> None:
    findings = list(examine())
    assert worst(findings) is not State.BROKEN, findings
    assert {finding.subject for finding in findings} == set(EXAMINERS)
    assert all(finding.remedy for finding in findings if finding.state is not State.OK)


def test_an_examination_that_fails_is_a_finding_and_the_others_go_on() -> None:
    def fail() -> list[Finding]:
        raise RuntimeError("libcrash.so is\nnot here")

    last = Finding("last", State.OK, "reached")
    *_, failed, after = examine({"failing": fail, "last": lambda: [last]})
    assert failed.state is State.BROKEN
    assert failed.value == "RuntimeError: libcrash.so is not here"
    assert failed.remedy == "install PaintAssist again"
    assert after is last


def test_a_changed_byte_of_the_bundled_model(data: Path) -> None:
    flip_a_byte(data / "models/compact/spatial.onnx")
    (found,) = examine_models()
    assert found.state is State.BROKEN
    assert "spatial.onnx missing or changed" in found.value
    assert found.facts["files"]["head.onnx"] == "ok"


def test_no_bundled_model_at_all(data: Path) -> None:
    shutil.rmtree(data / "models/compact")
    (found,) = examine_models()
    assert found.state is State.BROKEN
    assert "the bundled model is missing" in found.value


def test_without_its_model_the_last_resort_proposes_and_that_is_broken(data: Path) -> None:
    shutil.rmtree(data / "models/compact")
    (found,) = examine_proposing()
    assert found.state is State.BROKEN
    assert found.value.startswith("shape+flow proposes instead of dacon+shape+flow")


def test_a_catalogue_that_is_no_json(data: Path) -> None:
    (data / "models/catalogue.json").write_text("{")
    assert states(examine_models()) == [State.BROKEN, State.OK]


def test_models_of_the_user() -> None:
    own = user_models_folder()
    shutil.copytree(models_folder() / "compact", own / "mine")
    (own / "mine" / "head.onnx").unlink()
    shutil.copytree(models_folder() / "compact", own / "torn")
    (own / "torn" / MANIFEST).write_text('{"name": ')
    (own / ".making-half").mkdir()
    findings = list(examine_models())
    assert states(findings) == [State.OK, State.BROKEN, State.BROKEN, State.NOTICE]
    assert "paintassist models remove mine" in findings[1].remedy
    assert "paintassist models remove torn" in findings[2].remedy
    assert "paintassist models remove half" in findings[3].remedy


def test_a_picture_of_the_sample_that_was_cut_off(data: Path) -> None:
    picture = data / "resources/sample/line/A0003.png"
    picture.write_bytes(picture.read_bytes()[:200])
    (found,) = examine_sample()
    assert found.state is State.BROKEN
    assert "A0003.png" in found.value


def test_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("")
    found = examine_folder("features", tmp_path / "cache" / "paintassist")
    assert found.state is State.BROKEN
    assert found.remedy == f"move the file {tmp_path / 'cache'} away: a folder belongs there"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="/proc is Linux's")
def test_a_folder_that_nobody_can_write_to() -> None:
    found = examine_folder("features", Path("/proc/paintassist"))
    assert found.state is State.BROKEN
    assert "cannot be written to" in found.value
    assert "the right to write" in found.remedy


def test_looking_at_a_folder_leaves_nothing_there(tmp_path: Path) -> None:
    found = examine_folder("models", tmp_path / "a" / "b")
    assert found.state is State.OK
    assert found.facts["free_bytes"] > 0
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_a_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=3_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    found = examine_folder("models", tmp_path)
    assert (found.state, found.remedy) == (State.NOTICE, "make room on this disk")


def test_memory_is_told_as_the_system_tells_it(tmp_path: Path) -> None:
    facts = tmp_path / "meminfo"
    facts.write_text("MemTotal:  2048 kB\nMemFree: 1 kB\nMemAvailable:  1024 kB\n")
    if sys.platform.startswith("linux"):
        assert memory(facts) == (2048 * 1024, 1024 * 1024)
        assert memory(tmp_path / "none") == (None, None)
    (found,) = examine_computer()
    assert found.facts["processors"] == os.cpu_count()


def test_every_package_that_the_project_needs_is_looked_at() -> None:
    root = Path(__file__).resolve().parents[3]
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[\[<>=;~! ]", line)[0] for line in project["dependencies"]}
    assert needed <= {*NEEDED, *RUNTIMES, QT.replace("_", "-")}


def test_packages_in_each_others_way() -> None:
    both = conflicts({"onnxruntime": "1.20", "onnxruntime-gpu": "1.20", "opencv-python": "4.1"})
    assert [one.state for one in both] == [State.NOTICE, State.NOTICE]
    assert "pip uninstall -y onnxruntime onnxruntime-gpu" in both[0].remedy
    assert "pip uninstall -y opencv-python," in both[1].remedy
    assert conflicts({"onnxruntime": "1.20", QT: "6.11.3"}) == []


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_the_qt_that_ends_programs_on_this_python() -> None:
    (found,) = conflicts({QT: "6.12.0"})
    assert found.state is State.BROKEN
    assert found.remedy == "pip install 'PySide6-Essentials<6.12'"


@pytest.fixture
def shadowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a package before the real one that cannot be imported, as a torn installation."""

    def shadow(name: str) -> None:
        (tmp_path / f"{name}.py").write_text('raise ImportError("lib.so: undefined symbol")')
        for module in [key for key in sys.modules if key.partition(".")[0] == name]:
            monkeypatch.delitem(sys.modules, module)
        monkeypatch.syspath_prepend(str(tmp_path))

    return shadow


def test_a_package_that_cannot_be_imported(shadowed: Callable[[str], None]) -> None:
    shadowed("platformdirs")
    found = next(one for one in examine_packages() if one.state is State.BROKEN)
    assert found.value == "platformdirs cannot be used (lib.so: undefined symbol)"
    assert found.remedy == "pip install --force-reinstall --no-deps platformdirs"


def test_an_onnxruntime_that_cannot_be_imported(shadowed: Callable[[str], None]) -> None:
    shadowed("onnxruntime")
    (found,) = examine_gpu()
    assert found.state is State.BROKEN
    assert "onnxruntime" in found.remedy


@pytest.fixture
def driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a driver's tool on the path that prints what it is given."""

    def install(script: str) -> None:
        tool = tmp_path / "nvidia-smi"
        tool.write_text(f"#!/bin/sh\n{script}\n")
        tool.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    return install


@pytest.mark.skipif(os.name == "nt", reason="the tool is a shell script here")
def test_a_card_that_this_onnxruntime_cannot_use(driver: Callable[[str], None]) -> None:
    driver('echo "NVIDIA RTX 4070, 570.10, 12282 MiB, 11000 MiB"')
    (found,) = examine_gpu()
    assert found.facts["cards"][0]["driver_version"] == "570.10"
    assert "NVIDIA RTX 4070 (driver 570.10)" in found.value
    if found.facts["runs_on"] == "onnxruntime CPU":
        assert found.state is State.NOTICE
        assert "onnxruntime-gpu[cuda,cudnn]" in found.remedy


@pytest.mark.skipif(os.name == "nt", reason="the tool is a shell script here")
@pytest.mark.parametrize("script", ["exit 9", 'echo "no devices were found"'])
def test_a_driver_that_has_nothing_to_tell(driver: Callable[[str], None], script: str) -> None:
    driver(script)
    assert nvidia_cards() == []


def test_no_display_is_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert no_display({}, "linux")
    assert not no_display({"DISPLAY": ":0"}, "linux")
    assert not no_display({}, "win32")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform.startswith("linux"):
        (found,) = examine_window(["never", "called"])
        assert found.state is State.NOTICE


@pytest.mark.parametrize(
    ("script", "value", "remedy"),
    [
        (
            "import sys; print('paintassist: no libxcb; install it', file=sys.stderr); sys.exit(2)",
            "no libxcb",
            "install it",
        ),
        ("import os; os.abort()", "Qt cannot start: Qt ended the program (", ""),
    ],
)
def test_a_qt_that_does_not_start(script: str, value: str, remedy: str) -> None:
    (found,) = examine_window([sys.executable, "-c", script])
    assert found.state is State.BROKEN
    assert found.value.startswith(value)
    assert found.remedy.startswith(remedy)
    assert found.remedy
