"""`paintassist models`: in, out, another precision, another machine."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from paintassist.cli import model_work
from paintassist.cli.main import main
from paintassist.core.segments import Segments, segment
from paintassist.engines.dacon.engine import load_engine
from paintassist.io import model_fetch
from paintassist.io.catalogue import Entry, Remote
from paintassist.io.download import Patience
from paintassist.io.model_store import ModelStore
from paintassist.resources import user_models_folder
from tests.engines.dacon import official
from tests.io.mischief import Mischief, serving


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return official.write_published(tmp_path_factory.mktemp("official"))


def words(files: Path, name: str = "mine") -> list[str]:
    dacon, dino = files / "dacon.pth", files / "dino.pth"
    return ["models", "import", "--dacon", str(dacon), "--dino", str(dino), "--name", name]


def shown() -> list[str]:
    folder = user_models_folder()
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock")


def cel() -> Segments:
    inks = np.zeros((90, 110), np.uint8)
    inks[[20, 60]] = 1
    inks[:, [30, 80]] = 1
    return segment(inks)


def vectors(model: str) -> np.ndarray:
    return load_engine(model, "cpu", cached=False).encode(cel()).vectors


def test_a_model_comes_is_seen_moves_and_goes(
    files: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words(files)) == 0
    assert "model 'mine' is ready" in capsys.readouterr().err
    assert shown() == ["mine"]
    assert sorted(path.name for path in (user_models_folder() / "mine").iterdir()) == [
        "head.onnx", "manifest.json", "semantic.onnx", "spatial.onnx", "weights.safetensors",
    ]  # fmt: skip
    assert main(["models", "list", "--json"]) == 0
    listed = [row["name"] for row in json.loads(capsys.readouterr().out)["models"]]
    assert listed[-1] == "mine"
    assert main(["models", "info", "mine", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["models"]
    assert set(row["checked"].values()) == {"ok"}
    dino = hashlib.sha256((files / "dino.pth").read_bytes()).hexdigest()
    assert row["made"]["sources"]["dino.pth"] == dino
    before = vectors("mine")
    shutil.copytree(user_models_folder() / "mine", tmp_path / "elsewhere")
    assert main(["models", "remove", "mine"]) == 0
    assert shown() == []
    np.testing.assert_array_equal(vectors(str(tmp_path / "elsewhere")), before)


def test_precisions(files: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words(files)) == 0
    exact = vectors("mine")
    sizes = {}
    for precision, least in (("fp32", 0.999999), ("fp16", 0.98), ("int8", 0.98)):
        assert main(["models", "export", "mine", "--precision", precision]) == 0
        cosine = (vectors(f"mine-{precision}") * exact).sum(1)
        assert cosine.min() > least
        folder = user_models_folder() / f"mine-{precision}"
        half = folder / "semantic.fp16.onnx"
        assert half.exists() == (precision == "fp16")
        file = half if half.exists() else folder / "semantic.onnx"
        sizes[precision] = file.stat().st_size
        assert not (folder / "weights.safetensors").exists()
    assert sizes["int8"] < 0.45 * sizes["fp32"]
    assert sizes["fp16"] < 0.6 * sizes["fp32"]
    mine, int8 = user_models_folder() / "mine", user_models_folder() / "mine-int8"
    assert (int8 / "spatial.onnx").read_bytes() == (mine / "spatial.onnx").read_bytes()
    out = tmp_path / "to go"
    assert main(["models", "export", "mine", "--format", "onnx", "--out", str(out)]) == 0
    np.testing.assert_array_equal(vectors(str(out)), vectors("mine-fp32"))
    capsys.readouterr()
    assert main(["models", "export", "mine-int8", "--precision", "fp16"]) == 2
    assert "export the one it was made from" in capsys.readouterr().err
    assert main(["models", "export", "mine", "--out", str(out)]) == 2
    assert "already" in capsys.readouterr().err
    assert main(["models", "export", "compact", "--precision", "int8"]) == 2
    assert "has no DINOv2" in capsys.readouterr().err
    assert shown() == ["mine", "mine-fp16", "mine-fp32", "mine-int8"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"--name": "../x"}, "cannot be the name of a model"),
        ({"--name": "compact"}, "there is a model 'compact' already"),
        ({"--dacon": "none.pth"}, "none.pth does not exist"),
        ({"--dino": "dacon.pth"}, "holds no DINOv2"),
        ({"--dacon": "dino.pth"}, "is no DACoN checkpoint"),
    ],
)
def test_a_bad_import_is_one_sentence_and_leaves_nothing(
    files: Path, change: dict[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = words(files)
    for option, value in change.items():
        at = line.index(option) + 1
        line[at] = value if option == "--name" else str(files / value)
    assert main(line) == 2
    err = capsys.readouterr().err
    assert said in err.splitlines()[-1]
    assert not user_models_folder().exists() or shown() == []


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX")
def test_a_disk_that_fills_up_leaves_nothing(files: Path) -> None:
    """A limit on the size of files stands in for the disk: it ends the same calls."""
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000000, 1000000))"
    call = f"from paintassist.cli.main import main; sys.exit(main({words(files)!r}))"
    code = f"import sys; {limit}; {call}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert "has no room for the model" in done.stderr.splitlines()[-1]
    assert shown() == []


# An import that waits after each graph, so that it is still at work when it is killed. Ctrl+C ends
# it even where the tests run in the background, and so do not listen to it.
SLOW_EXPORT = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from paintassist.cli.main import main
from paintassist.engines.dacon import export
real = export._export_graph
def slow(*given, **named):
    real(*given, **named)
    time.sleep(120)
export._export_graph = slow
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_import_goes_on_where_it_was(
    files: Path, how: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    making = user_models_folder() / ".making-mine"
    code = SLOW_EXPORT + f"sys.exit(main({words(files)!r}))"
    process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)
    for _ in range(6000):
        if (making / "spatial.onnx").exists() or process.poll() is not None:
            break
        time.sleep(0.01)
    process.send_signal(how)
    process.communicate()
    assert process.returncode != 0
    if how == signal.SIGINT:
        assert shown() == []
        return
    stamp = (making / "weights.safetensors").stat().st_mtime_ns
    assert main(["models", "list"]) == 0
    assert "was broken off" in capsys.readouterr().err
    assert main(words(files)) == 0
    assert shown() == ["mine"]
    assert (user_models_folder() / "mine/weights.safetensors").stat().st_mtime_ns == stamp
    assert np.isfinite(vectors("mine")).all()


def test_what_other_weights_left_is_not_mixed_in(files: Path, tmp_path: Path) -> None:
    making = user_models_folder() / ".making-mine"
    making.mkdir(parents=True)
    (making / "source.json").write_text("{}")
    (making / "spatial.onnx").write_bytes(b"of another model")
    assert main(words(files)) == 0
    assert np.isfinite(vectors("mine")).all()


class TestFetch:
    @pytest.fixture
    def servers(
        self, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[dict[str, Mischief]]:
        """A catalogue that leads to this machine, by http, as no file of a user can."""
        read = {role: (files / f"{role}.pth").read_bytes() for role in ("dacon", "dino")}
        with serving(Mischief(read["dacon"])) as dacon, serving(Mischief(read["dino"])) as dino:
            servers = {"dacon": dacon, "dino": dino}
            parts = {
                role: Remote(f"{role}.pth", server.url, "https://example.org", "MIT")
                for role, server in servers.items()
            }
            entry = Entry("published", "As published", parts)
            monkeypatch.setattr(model_work, "read_catalogue", lambda folder: {"published": entry})
            quick = Patience(timeout=60, tries=2, pause=0.01)

            def fetch(store: ModelStore, downloads: Path) -> model_fetch.Fetch:
                return model_fetch.Fetch(store, downloads, quick, allow_http=True)

            monkeypatch.setattr(model_work, "Fetch", fetch)
            yield servers

    def test_all_the_way(
        self, servers: dict[str, Mischief], capsys: pytest.CaptureFixture[str]
    ) -> None:
        servers["dino"].cut, servers["dino"].times = 50_000, 2
        assert main(["models", "fetch"]) == 0
        assert "As published" in capsys.readouterr().out
        assert main(["models", "fetch", "published", "--name", "p"]) == 0
        assert shown() == ["known_downloads.json", "p"]
        assert np.isfinite(vectors("p")).all()

    def test_nothing_is_left_of_a_wrong_file(
        self, servers: dict[str, Mischief], capsys: pytest.CaptureFixture[str]
    ) -> None:
        servers["dacon"].data = b"\x00" * 5000
        assert main(["models", "fetch", "published"]) == 2
        assert "is no PyTorch checkpoint" in capsys.readouterr().err
        assert shown() == []

    def test_what_cannot_be_fetched(
        self, servers: dict[str, Mischief], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["models", "fetch", "magic"]) == 2
        assert "choose published" in capsys.readouterr().err
