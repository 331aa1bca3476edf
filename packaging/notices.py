"""Write down the licences of all parts of a build.

From the metadata of the installed packages (importlib.metadata) and, for libraries that come
from the system, from Debian's copyright files. A part whose licence cannot be found stops the
build: what has no licence text must not be handed on.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright|third.?part)", re.IGNORECASE)
TEXTS = Path(__file__).resolve().parent / "licences"
# Where a wheel brings no text of its own: the standard text of the licence that it names.
STANDARD_TEXTS = {
    "LGPL-3.0": (TEXTS / "LGPL-3.0.txt", TEXTS / "GPL-3.0.txt"),
    "Apache": (TEXTS.parent.parent / "LICENSE",),
}
# The LGPL wants this said: whoever has the program may put their own Qt in its place.
QT_NOTE = (
    "PySide6, Shiboken and Qt are used under the LGPL-3.0. Their libraries lie in PySide6/ and "
    "shiboken6/ beside this file and may be replaced by your own builds of the same version. "
    "Sources: https://download.qt.io/official_releases/QtForPython/ and "
    "https://download.qt.io/official_releases/qt/; what Qt itself is made of: "
    "https://doc.qt.io/qt-6/licenses-used-in-qt.html"
)
RULE = "=" * 79
# What is asked for and no command of ours uses: torch's compiler, 690 MB. No build has it.
UNUSED = frozenset({"triton"})


@dataclass(frozen=True)
class Part:
    """A part of a build.

    Attributes
    ----------
    name, version, licence, page : str
    texts : tuple of str
        Whole licence texts.
    """

    name: str
    version: str
    licence: str
    page: str
    texts: tuple[str, ...]


def closure(wanted: Iterable[str]) -> list[metadata.Distribution]:
    """Return the installed packages that requirements ask for, and all that those need, by name.

    Parameters
    ----------
    wanted : iterable of str
        As pip takes them, such as "onnxruntime-gpu[cuda]>=1.20". What is asked for and not
        installed is of another platform, or another package stands in for it.
    """
    from packaging.requirements import Requirement

    found: dict[str, metadata.Distribution] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [Requirement(line) for line in wanted]
    while waiting:
        asked = waiting.pop()
        name = canonical(asked.name)
        if name in UNUSED:
            continue
        try:
            package = found.setdefault(name, metadata.distribution(name))
        except metadata.PackageNotFoundError:
            continue
        for extra in {"", *asked.extras} - {done for one, done in seen if one == name}:
            seen.add((name, extra))
            needs = (Requirement(line) for line in package.requires or ())
            waiting += [
                need for need in needs if not need.marker or need.marker.evaluate({"extra": extra})
            ]
    return [found[name] for name in sorted(found)]


def canonical(name: str) -> str:
    """Return a package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def python_part() -> Part:
    """Return Python itself."""
    version = ".".join(map(str, sys.version_info[:3]))
    for place in (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE",
        Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright"),
    ):
        if place.is_file():
            text = place.read_text("utf-8", "replace")
            return Part("Python", version, "PSF-2.0", "https://www.python.org", (text,))
    raise LookupError(f"no licence of Python found below {sys.base_prefix}")


def part_of(package: metadata.Distribution) -> Part:
    """Return a package as a part, with the licence texts that its wheel brings."""
    facts = package.metadata
    name = canonical(facts["Name"])
    licence, texts = _licence(facts), list(_texts(package))
    if not texts:
        files = next((found for key, found in STANDARD_TEXTS.items() if key in licence), ())
        texts = [path.read_text("utf-8") for path in files]
    return Part(name, package.version, licence, _page(facts), tuple(texts))


def system_parts(binaries: Iterable[Path]) -> list[Part]:
    """Return Debian's packages that libraries of the system come from."""
    parts: dict[str, Part] = {}
    for path in binaries:
        owner = _owner(path)
        if owner is None or owner in parts:
            continue
        text = Path(f"/usr/share/doc/{owner}/copyright").read_text("utf-8", "replace")
        version = _run("dpkg-query", "-W", "-f", "${Version}", owner) or ""
        page = f"https://packages.debian.org/{owner}"
        parts[owner] = Part(owner, version, "see the text", page, (text,))
    return [parts[name] for name in sorted(parts)]


def write_notices(parts: Iterable[Part], target: Path) -> None:
    """Write a list of all parts, then their licence texts.

    Raises
    ------
    LookupError
        If a part has no licence text.
    """
    parts = list(parts)
    bare = [part.name for part in parts if not part.texts]
    if bare:
        raise LookupError(f"no licence text for {', '.join(bare)}; add one to STANDARD_TEXTS")
    lines = ["PaintAssist is made of these parts. Their licences follow below.", "", QT_NOTE, ""]
    lines += [
        f"{part.name} {part.version}: {part.licence}{f'  {part.page}' if part.page else ''}"
        for part in parts
    ]
    told: dict[str, str] = {}
    for part in parts:
        lines += ["", RULE, f"{part.name} {part.version} ({part.licence})", RULE]
        for text in part.texts:
            if (before := told.setdefault(text, part.name)) != part.name:
                lines += ["", f"The same text as that of {before}, above."]
            else:
                lines += ["", text.rstrip()]
    target.write_text("\n".join(lines) + "\n", "utf-8")


def _texts(package: metadata.Distribution) -> Iterator[str]:
    for file in package.files or ():
        of_licences = "licenses" in file.parts or LICENCE_FILE.search(file.name)
        if of_licences and file.suffix.lower() not in (".py", ".pyc", ".pyi", ".json", ".so"):
            path = Path(str(package.locate_file(file)))
            if path.is_file():
                yield path.read_text("utf-8", "replace")


def _licence(facts: metadata.PackageMetadata) -> str:
    told = facts.get("License-Expression") or facts.get("License") or ""
    if told and len(told) < 100 and "\n" not in told:
        return told
    classifiers = [line for line in facts.get_all("Classifier") or () if "License ::" in line]
    return ", ".join(line.rpartition(" :: ")[2] for line in classifiers) or "see the text"


def _page(facts: metadata.PackageMetadata) -> str:
    links = dict(line.split(", ", 1) for line in facts.get_all("Project-URL") or () if ", " in line)
    lower = {key.lower(): value for key, value in links.items()}
    for key in ("homepage", "source", "repository", "source code"):
        if key in lower:
            return lower[key]
    return facts.get("Home-page") or next(iter(links.values()), "")


def _owner(path: Path) -> str | None:
    """Return the Debian package that a file belongs to."""
    for name in {str(path), str(path.resolve()), str(path.resolve()).removeprefix("/usr")}:
        if found := _run("dpkg-query", "-S", name):
            return found.partition(":")[0].strip()
    return None


def _run(*command: str) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


if __name__ == "__main__":
    # For build.py, in the environment of a build: the parts that requirements come to.
    print(*(canonical(package.metadata["Name"]) for package in closure(sys.argv[1:])))
