"""What is handed on says one version, and can be checked by whoever gets it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest

from paintassist import __version__
from paintassist.io.project_schema import APPLICATION_ID
from tests.packaging.conftest import FOLDER, ROOT

needs_bash = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("sha256sum"), reason="these scripts are for Linux"
)


def bash(script: str, *words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", str(FOLDER / script), *map(str, words)],
        env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_version_stands_in_one_place() -> None:
    import flavours

    assert flavours.version() == __version__
    assert re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?", __version__)
    # A file that others read cannot ask us: this holds it to the place.
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    assert cited is not None
    assert cited[1] == __version__
    for path in FOLDER.rglob("*"):
        if path.is_file() and path.suffix in (".sh", ".ps1", ".spec", ".py", ".iss", ".xml"):
            assert __version__ not in path.read_text("utf-8"), path


def test_files_of_projects_are_known_by_their_first_bytes() -> None:
    text = (FOLDER / "linux/paintassist.xml").read_text("utf-8")
    magic = re.search(r'offset="68" value="(....)"', text)
    assert magic is not None
    assert int.from_bytes(magic[1].encode("ascii"), "big") == APPLICATION_ID


@needs_bash
def test_what_changed_in_a_version() -> None:
    found = bash("changes.sh", "Unreleased")
    assert found.returncode == 0
    assert "### Added" in found.stdout
    missing = bash("changes.sh", "99.0.0")
    assert (missing.returncode, missing.stderr) == (1, "CHANGELOG.md has no section [99.0.0]\n")


@pytest.fixture
def handed_on(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "sub").mkdir(parents=True)
    (folder / "a b.deb").write_bytes(b"package")
    (folder / "sub" / "c.whl").write_bytes(b"wheel")
    return folder


@needs_bash
def test_checksums_find_what_was_changed(handed_on: Path) -> None:
    made = bash("checksums.sh", handed_on, PAINTASSIST_UNSIGNED="1")
    assert made.stdout.startswith("2 files"), made.stderr
    listed = (handed_on / "SHA256SUMS").read_text()
    assert [line.split("  ")[1] for line in listed.splitlines()] == ["a b.deb", "sub/c.whl"]
    check = ("checksums.sh", "--check", handed_on)
    assert bash(*check, PAINTASSIST_UNSIGNED="1").returncode == 0
    unsigned = bash(*check)
    assert (unsigned.returncode, unsigned.stderr.startswith("SHA256SUMS is not signed")) == (
        1,
        True,
    )
    (handed_on / "a b.deb").write_bytes(b"Package")
    changed = bash(*check, PAINTASSIST_UNSIGNED="1")
    assert changed.returncode != 0
    assert "a b.deb: FAILED" in changed.stdout


@needs_bash
@pytest.mark.skipif(not shutil.which("gpg"), reason="needs GnuPG")
def test_checksums_are_signed_and_the_signature_is_checked(handed_on: Path, tmp_path: Path) -> None:
    # Sockets of its agent need a short path.
    home = Path(tempfile.mkdtemp(prefix="pa-"))
    try:
        key = ["gpg", "--batch", "--passphrase", "", "--quick-gen-key", "a@b.invalid", "ed25519"]
        environment = {**os.environ, "GNUPGHOME": str(home)}
        subprocess.run(key, env=environment, capture_output=True, check=True)
        made = bash("checksums.sh", handed_on, "a@b.invalid", GNUPGHOME=str(home))
        assert made.returncode == 0, made.stderr
        good = bash("checksums.sh", "--check", handed_on, GNUPGHOME=str(home))
        assert good.returncode == 0, good.stderr
        # Whoever changes a file and its checksum as well cannot sign it.
        (handed_on / "a b.deb").write_bytes(b"evil")
        sums = subprocess.run(
            ["sha256sum", "a b.deb", "sub/c.whl"], cwd=handed_on, capture_output=True, check=True
        )
        (handed_on / "SHA256SUMS").write_bytes(sums.stdout)
        bad = bash("checksums.sh", "--check", handed_on, GNUPGHOME=str(home))
        assert bad.returncode != 0
        assert "BAD signature" in bad.stderr
    finally:
        subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], check=False)
        shutil.rmtree(home, ignore_errors=True)


@needs_bash
def test_files_too_large_for_a_release_are_cut_and_can_be_joined(tmp_path: Path) -> None:
    content = bytes(range(256)) * 10
    (tmp_path / "large.tar.gz").write_bytes(content)
    (tmp_path / "small.deb").write_bytes(b"small")
    cut = bash("parts.sh", tmp_path, "1000")
    assert cut.returncode == 0, cut.stderr
    names = [f"large.tar.gz.part{number:02d}" for number in range(3)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [*names, "small.deb"]
    assert b"".join((tmp_path / name).read_bytes() for name in names) == content
    again = bash("parts.sh", tmp_path, "900")
    assert (again.returncode, len(list(tmp_path.iterdir()))) == (0, 4)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel in small, whole."""
    import hashlib

    data, facts = "paintassist/_data/", f"paintassist-{__version__}.dist-info"
    files = {
        f"{data}models/catalogue.json": b"{}",
        f"{data}models/compact/head.onnx": b"head",
        f"{data}models/compact/manifest.json": json.dumps(
            {"files": {"head.onnx": hashlib.sha256(b"head").hexdigest()}}
        ).encode(),
        f"{data}resources/icons/paintassist.png": b"",
        f"{data}resources/i18n/paintassist_ja.qm": b"",
        f"{data}resources/i18n/paintassist_zh_CN.qm": b"",
        f"{data}resources/sample/colorbook.yml": b"",
        f"{data}resources/sample/line/A0001.png": b"",
        f"{data}resources/sample/gt/A0001.png": b"",
        "paintassist/__main__.py": b"",
        f"{facts}/entry_points.txt": b"paintassist = paintassist.cli.main:main",
        f"{facts}/licenses/LICENSE": b"",
    }
    path = tmp_path / "whole.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def changed(wheel: Path, drop: str = "", **more: bytes) -> zipfile.ZipFile:
    """Return a wheel without a file, and with others in their place."""
    target = wheel.with_name("changed.whl")
    with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            if not drop or not name.endswith(drop):
                archive.writestr(name, source.read(name))
        for name, content in more.items():
            archive.writestr(name, content)
    return zipfile.ZipFile(target)


@pytest.mark.parametrize(
    ("drop", "more", "fault"),
    [
        ("", {}, None),
        ("head.onnx", {}, "head.onnx is missing"),
        ("head.onnx", {"paintassist/_data/models/compact/head.onnx": b"x"}, "is not the file"),
        ("gt/A0001.png", {}, "the sample has 1 line drawings and 0 paintings"),
        ("", {"tests/test_it.py": b""}, "tests/test_it.py does not belong here"),
        ("licenses/LICENSE", {}, "the licence is missing"),
        ("paintassist_ja.qm", {}, "paintassist_ja.qm is missing"),
    ],
)
def test_a_wheel_that_is_not_whole_is_told(
    wheel: Path, drop: str, more: dict[str, bytes], fault: str | None
) -> None:
    from check_wheel import faults

    with changed(wheel, drop, **more) as archive:
        found = list(faults(archive))
    assert len(found) == (0 if fault is None else 1), found
    assert fault is None or fault in found[0]


def test_a_folder_that_is_too_large_or_holds_what_it_must_not(tmp_path: Path) -> None:
    import build
    import flavours

    slim = flavours.FLAVOURS["slim"]
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "libicudata.so.73").write_bytes(b"x")
    build.check_folder(slim, tmp_path)
    (tmp_path / "_internal" / "libcudart.so.13").write_bytes(b"x")
    with pytest.raises(SystemExit, match=r"slim must not hold .*libcudart"):
        build.check_folder(slim, tmp_path)
    (tmp_path / "_internal" / "libcudart.so.13").unlink()
    (tmp_path / "_internal" / "torch").mkdir()
    with pytest.raises(SystemExit, match=r"torch"):
        build.check_folder(slim, tmp_path)
    (tmp_path / "_internal" / "torch").rmdir()
    with (tmp_path / "large").open("wb") as file:
        file.truncate(401_000_000)
    with pytest.raises(SystemExit, match="401 MB; slim may take 400"):
        build.check_folder(slim, tmp_path)


def test_icons_are_drawn_in_every_size(qapp: object, tmp_path: Path) -> None:
    from PIL import Image

    from icons import ICO_SIZES, make_icons

    made = {path.name for path in make_icons(tmp_path)}
    assert made >= {"paintassist.ico", "paintassist.icns", "project-16.png", "project.ico"}
    with Image.open(tmp_path / "paintassist.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in ICO_SIZES}
    with Image.open(tmp_path / "paintassist-32.png") as small:
        assert small.size == (32, 32)
        assert small.getpixel((0, 0))[3] == 0
        assert small.getpixel((16, 2))[:3] == (47, 111, 196)


def test_the_list_of_parts_holds_what_a_build_is_made_of(tmp_path: Path) -> None:
    import build

    target = tmp_path / "sbom.cdx.json"
    parts = [{"name": name, "bom-ref": f"{name}==1"} for name in ("PySide6_Essentials", "pip")]
    told = {
        "metadata": {"component": {"name": "paintassist", "bom-ref": "root"}},
        "components": parts,
        "dependencies": [
            {"ref": "root", "dependsOn": ["pip==1", "PySide6_Essentials==1"]},
            {"ref": "pip==1"},
        ],
    }
    target.write_text(json.dumps(told))
    build.keep_parts(target, {"pyside6-essentials"})
    left = json.loads(target.read_text())
    assert [part["name"] for part in left["components"]] == ["PySide6_Essentials"]
    assert left["dependencies"] == [{"ref": "root", "dependsOn": ["PySide6_Essentials==1"]}]
    assert left["metadata"]["component"]["version"] == __version__
