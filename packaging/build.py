"""Build PaintAssist as one folder that needs no Python: `python packaging/build.py slim`.

Makes an environment of the flavour alone, the list of parts (SBOM), their licences, the icons and
the folder; proves that the folder works; packs it. `build.sh` and `build.ps1` prepare a bare
machine and call this.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

import flavours
import notices
import smoke

ROOT = flavours.ROOT
WORK = ROOT / "build"
NAME = "PaintAssist"
# The newest that this was tried with is in docs/dependencies.md.
BUILDER = "pyinstaller>=6.12"
SBOM_TOOL = "cyclonedx-bom>=7"
CUDA_FILES = ("libcud*", "cudart*", "*cudnn*", "*cublas*", "*_providers_cuda*")


def say(sentence: str) -> None:
    """Tell what is going on."""
    print(f"==> {sentence}", flush=True)


def call(*command: str | Path, environment: Mapping[str, str] | None = None) -> None:
    """Run a command; a failure ends the build.

    Nothing of this checkout or of the environment that builds may stand in for what an
    installation lacks: commands run elsewhere, and Pythons get -I.
    """
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    subprocess.run(
        [str(word) for word in command], cwd=WORK, env={**clean, **(environment or {})}, check=True
    )


def python_of(folder: Path) -> Path:
    """Return the Python of an environment, made if it is not there."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.is_file():
        say(f"making {folder}")
        venv.create(folder, with_pip=True, clear=True)
    return python


def build_wheel(python: Path, folder: Path) -> Path:
    """Build the wheel and return its path."""
    shutil.rmtree(folder, ignore_errors=True)
    call(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    (wheel,) = folder.glob("paintassist-*.whl")
    return wheel


def install(flavour: flavours.Flavour, python: Path, wheel: Path) -> None:
    """Install what the flavour is made of, and nothing else."""
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    listed = WORK / flavour.name / "requirements.txt"
    listed.write_text("\n".join(flavours.requirements(flavour)) + "\n", "utf-8")
    call(*pip, "--requirement", listed)
    call(*pip, "--no-deps", "--force-reinstall", wheel)


def write_sbom(flavour: flavours.Flavour, python: Path, target: Path) -> None:
    """List the parts of an environment as CycloneDX, without those that only build."""
    tools = python_of(WORK / "tools")
    call(tools, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", SBOM_TOOL)
    call(
        tools, "-I", "-m", "cyclonedx_py", "environment", "--pyproject", ROOT / "pyproject.toml",
        "--mc-type", "application", "--output-reproducible", "--output-file", target, python,
    )  # fmt: skip
    words = [python, "-I", ROOT / "packaging" / "notices.py", *flavours.requirements(flavour)]
    listed = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
    keep_parts(target, set(listed))


def keep_parts(target: Path, names: set[str]) -> None:
    """Leave those parts in a CycloneDX file that a build is made of, and name its version."""
    facts = json.loads(target.read_text("utf-8"))
    facts["metadata"]["component"]["version"] = flavours.version()
    facts["components"] = [
        part for part in facts["components"] if notices.canonical(part["name"]) in names
    ]
    kept = {part["bom-ref"] for part in facts["components"]}
    kept.add(facts["metadata"]["component"]["bom-ref"])
    facts["dependencies"] = [
        {**one, "dependsOn": sorted(kept & set(one.get("dependsOn", ())))}
        for one in facts.get("dependencies", ())
        if one["ref"] in kept
    ]
    target.write_text(json.dumps(facts, indent=2) + "\n", "utf-8")


def write_version_file(target: Path) -> None:
    """Write what Windows shows of a program in its properties."""
    numbers = [int(part) for part in flavours.version().split(".")[:3] if part.isdigit()]
    four = tuple([*numbers, 0, 0, 0, 0][:4])
    words = {
        "CompanyName": "The PaintAssist team",
        "FileDescription": NAME,
        "FileVersion": flavours.version(),
        "LegalCopyright": "Apache-2.0",
        "ProductName": NAME,
        "ProductVersion": flavours.version(),
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
    target.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        "utf-8",
    )


def freeze(flavour: flavours.Flavour, python: Path, work: Path) -> Path:
    """Run PyInstaller and return the folder that it made."""
    call(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", BUILDER)
    call(python, "-I", ROOT / "packaging" / "icons.py", work / "icons")
    environment = {
        "PAINTASSIST_FLAVOUR": flavour.name,
        "PAINTASSIST_ICONS": str(work / "icons"),
        "PAINTASSIST_NOTICES": str(work / "THIRD-PARTY-LICENCES.txt"),
        "PAINTASSIST_SBOM": str(work / "sbom.cdx.json"),
    }
    if os.name == "nt":
        write_version_file(work / "version.txt")
        environment["PAINTASSIST_VERSION_FILE"] = str(work / "version.txt")
    call(
        python, "-I", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
        "--distpath", work / "dist", "--workpath", work / "pyinstaller",
        ROOT / "packaging" / "paintassist.spec", environment=environment,
    )  # fmt: skip
    strip(work / "dist" / NAME)
    return work / "dist" / (f"{NAME}.app" if sys.platform == "darwin" else NAME)


def strip(folder: Path) -> None:
    """Take the tables of debuggers out of Python's library and of compiled modules.

    Not out of the libraries beside the modules: those were renamed and linked anew for their
    wheels, and some break.
    """
    tool = shutil.which("strip") if sys.platform.startswith("linux") else None
    inside = folder / "_internal"
    if tool:
        libraries = [*inside.glob("libpython3*"), *inside.rglob("*.cpython-*.so")]
        call(tool, "--strip-unneeded", *libraries)


def size_mb(folder: Path) -> float:
    """Return what a folder takes, in MB of 10**6 bytes; links take nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / flavours.MEGABYTE


def check_folder(flavour: flavours.Flavour, folder: Path) -> None:
    """Make sure that a build is not larger than promised and has no parts that it must not have."""
    size = size_mb(folder)
    say(f"{flavour.name}: {size:.0f} MB unpacked")
    if flavour.most_mb is not None and size > flavour.most_mb:
        sys.exit(f"{folder} takes {size:.0f} MB; {flavour.name} may take {flavour.most_mb}")
    banned = {*flavour.without, "PySide6.QtWebEngineCore"}
    found = [path for name in banned for path in folder.rglob(name) if path.is_dir()]
    found += [*folder.rglob("*WebEngine*")]
    if "nvidia" in banned:
        found += [path for name in CUDA_FILES for path in folder.rglob(name)]
    if found:
        sys.exit(f"{flavour.name} must not hold {', '.join(map(str, found))}")


def archive(flavour: flavours.Flavour, folder: Path, out: Path) -> Path:
    """Pack a build; returns the archive."""
    system = {"linux": "linux", "darwin": "macos", "win32": "windows"}[sys.platform]
    stem = f"paintassist-{flavours.version()}-{flavour.name}-{system}-{platform.machine().lower()}"
    kind = "zip" if sys.platform == "win32" else "gztar"
    out.mkdir(parents=True, exist_ok=True)
    return Path(shutil.make_archive(str(out / stem), kind, folder.parent, folder.name))


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("flavour", choices=flavours.FLAVOURS, nargs="?", default="slim")
    parser.add_argument("--wheel", type=Path, help="a built wheel; made from this folder else")
    parser.add_argument("--no-archive", action="store_true", help="leave it a folder")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="for what is handed on")
    arguments = parser.parse_args()
    flavour = flavours.FLAVOURS[arguments.flavour]
    work = WORK / flavour.name
    work.mkdir(parents=True, exist_ok=True)
    python = python_of(work / "venv")
    wheel = arguments.wheel.resolve() if arguments.wheel else build_wheel(python, work / "wheel")
    say(f"installing {flavour.name}: {flavour.about}")
    install(flavour, python, wheel)
    write_sbom(flavour, python, work / "sbom.cdx.json")
    say("freezing")
    folder = freeze(flavour, python, work)
    check_folder(flavour, folder)
    say("trying it without Python")
    smoke.try_folder(folder)
    if not arguments.no_archive:
        say(f"packed: {archive(flavour, folder, arguments.out)}")


if __name__ == "__main__":
    main()
