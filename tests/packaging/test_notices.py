"""The licences of what is handed on."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest


def test_what_a_package_needs_is_followed_and_extras_only_where_they_are_asked_for() -> None:
    import notices

    def names(*wanted: str) -> set[str]:
        return {notices.canonical(package.metadata["Name"]) for package in notices.closure(wanted)}

    assert names("pytest-qt") >= {"pytest-qt", "pytest", "pluggy", "iniconfig"}
    assert "numpy" in names("scipy")
    # pytest is in extras of scipy, and installed here.
    assert "pytest" not in names("scipy")
    assert names("no-such-package-anywhere") == set()


def installed_runtime() -> str:
    """Return which of the two packages of onnxruntime this machine has."""
    names = ("onnxruntime-gpu", "onnxruntime")
    return next(name for name in names if any(metadata.distributions(name=name)))


@pytest.mark.parametrize("name", ["numpy", "PySide6-Essentials", "pillow", installed_runtime()])
def test_every_part_has_its_licence_text(name: str) -> None:
    import notices

    (package,) = [one for one in notices.closure([name]) if _is(one, name)]
    part = notices.part_of(package)
    assert part.licence
    assert sum(map(len, part.texts)) > 500
    if name == "PySide6-Essentials":
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in part.texts[0]
        assert "GNU GENERAL PUBLIC LICENSE" in part.texts[1]


def _is(package: metadata.Distribution, name: str) -> bool:
    import notices

    return notices.canonical(package.metadata["Name"]) == notices.canonical(name)


def test_texts_are_told_once_and_parts_without_one_stop_the_build(tmp_path: Path) -> None:
    import notices

    target = tmp_path / "NOTICES.txt"
    parts = [
        notices.Part("one", "1", "MIT", "https://one", ("Do what you like.",)),
        notices.Part("two", "2", "MIT", "", ("Do what you like.",)),
    ]
    notices.write_notices(parts, target)
    text = target.read_text("utf-8")
    assert "one 1: MIT  https://one\ntwo 2: MIT\n" in text
    assert text.count("Do what you like.") == 1
    assert "The same text as that of one, above." in text
    assert "may be replaced by your own builds" in text
    with pytest.raises(LookupError, match="no licence text for three"):
        notices.write_notices([notices.Part("three", "3", "?", "", ())], target)
    assert "one 1" in target.read_text("utf-8")
