"""What the documents promise is there."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("models/*.md")])
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#]+)[^)]*\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_readme_names_the_two_commands():
    text = (ROOT / "README.md").read_text("utf-8")
    for command in ("packaging/try.sh", "packaging/test.sh"):
        assert f"bash {command}" in text
        assert (ROOT / command).exists()


def test_every_dependency_says_why_it_is_here():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(line for extra in extras for line in extra)]
    text = (ROOT / "docs/dependencies.md").read_text("utf-8")
    names = {re.split(r"[\[<>=;~! ]", line)[0] for line in wanted} - {project["name"]}
    assert sorted(name for name in names if name not in text) == []
