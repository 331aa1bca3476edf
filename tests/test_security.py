"""What SECURITY.md promises, as far as it can be read off the sources or seen from outside."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from paintassist.core.errors import InputError
from paintassist.engines.dacon.bundle import MANIFEST, open_bundle, sha256
from paintassist.io.catalogue import read_catalogue
from paintassist.resources import models_folder

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "paintassist").rglob("*.py"))

# Calls that run what a file says, and what makes them harmless.
DANGEROUS = {
    "pickle.load", "pickle.loads", "pickle.Unpickler", "marshal.load", "marshal.loads",
    "shelve.open", "eval", "exec", "compile", "__import__", "os.system", "os.popen",
    "yaml.unsafe_load", "yaml.full_load", "shutil.unpack_archive", "runpy.run_path",
}  # fmt: skip
HARMLESS_IF = {
    "torch.load": ("weights_only", True),
    "np.load": ("allow_pickle", False),
    "numpy.load": ("allow_pickle", False),
}
# The one module that opens connections, and those that name its errors.
NETWORK = {"socket", "http", "urllib", "requests", "ftplib", "smtplib", "asyncio", "ssl"}
MAY_CONNECT = {"io/http.py": NETWORK, "io/download.py": {"http"}, "io/catalogue.py": {"urllib"}}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def test_no_source_runs_what_files_say_or_connects() -> None:
    assert len(SOURCES) > 200
    for path in SOURCES:
        check_source(path)


def check_source(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for name, call in calls(tree):
        assert name not in DANGEROUS, f"{name} in {path}:{call.lineno}"
        given = {word.arg: getattr(word.value, "value", None) for word in call.keywords}
        assert given.get("shell") is not True, f"a shell in {path}:{call.lineno}"
        if name in HARMLESS_IF:
            keyword, value = HARMLESS_IF[name]
            assert given.get(keyword) is value, f"{name} in {path}:{call.lineno}"
        if name == "yaml.load":
            assert "SafeLoader" in ast.unparse(call), f"{name} in {path}:{call.lineno}"
        assert not name.endswith((".extractall", ".extract")), f"{name} in {path}:{call.lineno}"
    allowed = MAY_CONNECT.get(path.relative_to(ROOT / "paintassist").as_posix(), set())
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            assert name.split(".")[0] not in NETWORK - allowed, f"{name} in {path}:{node.lineno}"


NO_CONNECTIONS = """
import sys
def hook(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        print("CONNECTED", arguments, file=sys.stderr)
        raise OSError("no connection was promised")
sys.addaudithook(hook)
"""


def test_a_whole_run_connects_to_nothing(tmp_path: Path) -> None:
    from paintassist.resources import sample_folder

    command = f"""{NO_CONNECTIONS}
from paintassist.cli.main import main
words = ["colorize", {str(sample_folder())!r}, "--out", {str(tmp_path / "out")!r}]
sys.exit(main([*words, "--engine", "shape"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "CONNECTED" not in done.stderr
    assert list((tmp_path / "out").rglob("*.png"))


def test_a_window_with_a_clip_connects_to_nothing() -> None:
    command = f"""{NO_CONNECTIONS}
from PySide6.QtCore import QTimer
import paintassist.ui.app as app
real = app.MainWindow
def window(make):
    made = real(make)
    made.workspace.settled.connect(made.close)
    return made
app.MainWindow = window
app.make_project_engine = lambda settings: app.make_engine("shape")
loaded = [name for name in sys.modules if name.startswith("PySide6.QtNetwork")]
status = app.run(None, True)
loaded += [name for name in sys.modules if name.startswith("PySide6.QtNetwork")]
assert not loaded, loaded
sys.exit(status)
"""
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False,
        timeout=300, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "CONNECTED" not in done.stderr


def test_downloads_are_named_by_https() -> None:
    remotes = [
        remote
        for entry in read_catalogue(models_folder()).values()
        for remote in entry.parts.values()
    ]
    assert remotes
    for remote in remotes:
        assert remote.url.startswith("https://")
        assert Path(remote.file).name == remote.file


def make_bundle(folder: Path, file: str, checksum: str) -> Path:
    folder.mkdir()
    facts = json.loads((models_folder() / "compact" / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).write_text(json.dumps({**facts, "files": {file: checksum}}))
    return folder


@pytest.mark.parametrize(
    "file", ["../secret", "/etc/hostname", "a/../../secret", "C:\\secret", ".."]
)
def test_a_model_cannot_name_files_elsewhere(tmp_path: Path, file: str) -> None:
    (tmp_path / "secret").write_text("secret")
    folder = make_bundle(tmp_path / "model", file, sha256(tmp_path / "secret"))
    with pytest.raises(InputError):
        open_bundle(folder).path(file)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_model_cannot_link_to_files_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    folder = make_bundle(tmp_path / "model", "weights.npz", sha256(tmp_path / "secret"))
    (folder / "weights.npz").symlink_to(tmp_path / "secret")
    with pytest.raises(InputError, match="outside"):
        open_bundle(folder).path("weights.npz")
