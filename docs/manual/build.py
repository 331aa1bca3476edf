"""Build the manual in its languages: ``python -m docs.manual.build [--out DIR]``.

A warning is an error. The pages need no network, search included. Pictures come from
`screenshots.py`, keys from the table of actions.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sphinx.cmd.build import build_main

HERE = Path(__file__).parent
# The first one is shown to who speaks none of them.
PAGES = ("en", "ja")
INDEX = """<!doctype html>
<meta charset="utf-8">
<title>PaintAssist</title>
<script>
  const known = %s;
  const spoken = (navigator.languages || []).map((name) => name.slice(0, 2));
  location.replace((spoken.find((name) => known.includes(name)) || known[0]) + "/index.html");
</script>
<ul>%s</ul>
"""


def build(out: Path) -> int:
    """Build all languages below a folder; return the exit status."""
    for language in PAGES:
        arguments = ["-q", "-W", "--keep-going", "-n", "-b", "html", "-c", str(HERE)]
        arguments += ["-D", f"language={language}", "-d", str(out / ".doctrees" / language)]
        status = build_main([*arguments, str(HERE / language), str(out / language)])
        if status:
            return status
    links = "".join(f'<li><a href="{name}/index.html">{name}</a></li>' for name in PAGES)
    (out / "index.html").write_text(INDEX % (list(PAGES), links), encoding="utf-8")
    return 0


def main() -> int:
    """Build; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE / "_build")
    options = parser.parse_args()
    status = build(options.out)
    if status == 0:
        print(f"the manual is in {options.out / 'index.html'}")
    return status


if __name__ == "__main__":
    sys.exit(main())
