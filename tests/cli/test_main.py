from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from paintassist.cli import main as cli
from paintassist.cli import window
from paintassist.cli.main import main
from paintassist.core.errors import InputError


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Stand in for `bench`; a test says what its `run` does."""
    fake = SimpleNamespace(HELP="", add_arguments=lambda parser: None, run=lambda arguments: 0)
    monkeypatch.setitem(cli.COMMANDS, "bench", "fake")
    monkeypatch.setattr(cli, "_load", lambda module: fake)
    return fake


def raising(error: BaseException) -> object:
    def run(arguments: object) -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (InputError("a.png is empty"), 2, "a.png is empty"),
        (PermissionError(13, "Permission denied", "/secret"), 2, "/secret cannot be used (Perm"),
        (ValueError("odd"), 1, "our mistake, please report it (ValueError: odd)"),
        (KeyboardInterrupt(), 130, "stopped"),
    ],
)
def test_failures_become_a_sentence_and_a_status(
    command: SimpleNamespace,
    error: BaseException,
    status: int,
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command.run = raising(error)
    assert main(["bench"]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"paintassist: {words}")
    assert err.count("\n") == 1


def test_debug_shows_where(command: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    command.run = raising(ValueError("odd"))
    assert main(["bench", "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_who_has_seen_enough(tmp_path: Path) -> None:
    command = f"{sys.executable} -m paintassist colorize --help"
    script = f"({command}; echo $? >{tmp_path / 'status'}) | true"
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert (tmp_path / "status").read_text() == "0\n"


def test_names_are_printed_on_any_terminal(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii:strict"}
    result = subprocess.run(
        [sys.executable, "-m", "paintassist", "simulate", str(tmp_path / "日本")],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert result.returncode == 2
    assert "\\u65e5\\u672c does not exist" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["evaluate"],
        ["evaluate", "x", "--task", "nonsense"],
        ["evaluate", "x", "--task", "clip", "--shots", "0"],
        ["evaluate", "x", "--task", "clip", "--shots", "many"],
        ["simulate"],
        ["simulate", "x", "--threshold", "2"],
        ["simulate", "x", "--threshold", "high"],
        ["colorize", "x"],
        ["colorize", "--out", "x"],
        ["colorize", "x", "--out", "y", "--format", "gif"],
        ["bench", "--sizes", "3"],
        ["models"],
        ["models", "remove"],
        ["models", "info", "none"],
        ["--nonsense"],
        ["no such command or file"],
        ["evaluate", "x", "--task", "clip", "--engine", "magic"],
    ],
)
def test_bad_use_is_one_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("paintassist: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in cli.COMMANDS)])
def test_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert "usage: paintassist" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("paintassist ")


def test_words_come_from_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["paintassist", "--version"])
    assert main() == 0
    assert capsys.readouterr().out


class TestWindow:
    @pytest.fixture
    def opened(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, bool]]:
        calls: list[tuple[Path | None, bool]] = []

        def run(path: Path | None, sample: bool) -> int:
            calls.append((path, sample))
            return 0

        monkeypatch.setattr(window, "check_display", lambda: None)
        monkeypatch.setitem(sys.modules, "paintassist.ui.app", SimpleNamespace(run=run))
        return calls

    def test_without_words(self, opened: list[tuple[Path | None, bool]]) -> None:
        assert main([]) == 0
        assert opened == [(None, False)]

    def test_with_a_path(self, opened: list[tuple[Path | None, bool]], tmp_path: Path) -> None:
        assert main([str(tmp_path)]) == 0
        assert opened == [(tmp_path, False)]

    def test_with_the_sample(self, opened: list[tuple[Path | None, bool]]) -> None:
        assert main(["--sample"]) == 0
        assert opened == [(None, True)]


def test_without_a_console_the_sentence_stands_in_a_box(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    shown: list[str] = []

    def read_and_close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        shown.append(box.text())
        box.close()

    # As in a program that Windows starts by a double click.
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    QTimer.singleShot(100, read_and_close)
    assert main([str(tmp_path / "gone.paintassist")]) == 2
    assert shown == [
        f"{tmp_path / 'gone.paintassist'} is neither a command nor a file or folder; check the name"
    ]
