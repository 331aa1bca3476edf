"""Make sure that a wheel is whole: `python packaging/check_wheel.py FILE.whl`.

Reads it without installing it: the bundled model by its sha256, the sample, translations, icon, the
commands. That it works is shown by packaging/try.sh, which installs it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import flavours

DATA = "paintassist/_data/"
MODEL = f"{DATA}models/compact/"
MOST_MB = 40
STRANGERS = ("tests/", "benchmarks/", "shared/", "docs/", "packaging/", ".github/")


def faults(wheel: zipfile.ZipFile) -> Iterator[str]:
    """Yield what is wrong with a wheel."""
    names = set(wheel.namelist())
    manifest = json.loads(wheel.read(f"{MODEL}manifest.json"))
    for file, expected in manifest["files"].items():
        name = MODEL + file
        if name not in names:
            yield f"{name} is missing"
        elif hashlib.sha256(wheel.read(name)).hexdigest() != expected:
            yield f"{name} is not the file that its manifest names"
    for name in (
        f"{DATA}models/catalogue.json",
        f"{DATA}resources/icons/paintassist.png",
        f"{DATA}resources/i18n/paintassist_ja.qm",
        f"{DATA}resources/i18n/paintassist_zh_CN.qm",
        f"{DATA}resources/sample/colorbook.yml",
        "paintassist/__main__.py",
    ):
        if name not in names:
            yield f"{name} is missing"
    sample = f"{DATA}resources/sample/"
    lines = {name for name in names if name.startswith(f"{sample}line/")}
    painted = {name.replace("/gt/", "/line/") for name in names if name.startswith(f"{sample}gt/")}
    if not lines or lines != painted:
        yield f"the sample has {len(lines)} line drawings and {len(painted)} paintings"
    yield from (f"{name} does not belong here" for name in names if name.startswith(STRANGERS))
    (folder,) = {name.partition("/")[0] for name in names if ".dist-info/" in name}
    if folder != f"paintassist-{flavours.version()}.dist-info":
        yield f"{folder} is not of version {flavours.version()}"
    if "paintassist = paintassist.cli.main:main" not in wheel.read(
        f"{folder}/entry_points.txt"
    ).decode("utf-8"):
        yield "the command paintassist is missing"
    if f"{folder}/licenses/LICENSE" not in names:
        yield "the licence is missing"


def main() -> None:
    """Read the command line and check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path)
    path = parser.parse_args().wheel
    size = path.stat().st_size / flavours.MEGABYTE
    with zipfile.ZipFile(path) as wheel:
        found = list(faults(wheel))
    if size > MOST_MB:
        found.append(f"{size:.0f} MB are more than {MOST_MB}")
    if found:
        sys.exit("\n".join(f"{path.name}: {fault}" for fault in found))
    print(f"{path.name}: whole, {size:.1f} MB")


if __name__ == "__main__":
    main()
