"""From a catalogue to a model, and what is trusted on the way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from paintassist.core.errors import InputError
from paintassist.io.catalogue import FILE, Entry, Remote, read_catalogue
from paintassist.io.download import Patience
from paintassist.io.model_fetch import PINS, Fetch, Make
from paintassist.io.model_store import ModelStore
from paintassist.io.stop import Stop
from paintassist.resources import models_folder
from tests.io.mischief import Mischief, serving

QUICK = Patience(timeout=20, tries=2, pause=0.01)


@pytest.fixture
def dacon() -> Iterator[Mischief]:
    with serving(Mischief(b"dacon" * 1000)) as server:
        yield server


@pytest.fixture
def dino() -> Iterator[Mischief]:
    with serving(Mischief(b"dino" * 1000)) as server:
        yield server


@pytest.fixture
def entry(dacon: Mischief, dino: Mischief) -> Entry:
    known = hashlib.sha256(dino.data).hexdigest()
    parts = {
        "dacon": Remote("dacon.pth", dacon.url, "https://example.org/dacon", "MIT"),
        "dino": Remote("dino.pth", dino.url, "https://example.org/dino", "X", 4000, known),
    }
    return Entry("model", "A model", parts)


@pytest.fixture
def fetch(tmp_path: Path) -> Fetch:
    return Fetch(ModelStore(tmp_path / "models"), tmp_path / "downloads", QUICK, allow_http=True)


def make(folder: Path, files: Mapping[str, Path]) -> None:
    for role, path in files.items():
        (folder / role).write_bytes(path.read_bytes())
    (folder / "manifest.json").write_text("{}")


def refuse(folder: Path, files: Mapping[str, Path]) -> None:
    (folder / "half").touch()
    raise InputError(f"{files['dacon']} is no checkpoint")


def run(fetch: Fetch, entry: Entry, maker: Make = make, name: str = "model") -> None:
    fetch.run(entry, name, maker, lambda files: 0, lambda *_: None, Stop())


def left(fetch: Fetch) -> list[str]:
    return sorted(path.name for path in fetch.downloads.iterdir())


def test_both_parts_make_a_model_and_go(
    fetch: Fetch, entry: Entry, dacon: Mischief, dino: Mischief
) -> None:
    run(fetch, entry)
    assert (fetch.store.folder / "model/dacon").read_bytes() == dacon.data
    assert (fetch.store.folder / "model/dino").read_bytes() == dino.data
    assert left(fetch) == []


def test_a_taken_name_is_told_before_the_download(
    fetch: Fetch, entry: Entry, dacon: Mischief
) -> None:
    run(fetch, entry)
    with pytest.raises(InputError, match="already"):
        run(fetch, entry)
    assert len(dacon.asked) == 1


def test_what_was_trusted_once_may_not_change(fetch: Fetch, entry: Entry, dacon: Mischief) -> None:
    run(fetch, entry)
    pins = json.loads((fetch.store.folder / PINS).read_text())
    assert pins == {dacon.url: hashlib.sha256(dacon.data).hexdigest()}
    dacon.data = b"other" * 1000
    with pytest.raises(InputError, match="checksum differs"):
        run(fetch, entry, name="again")
    assert fetch.store.names() == ["model"]


def test_what_makes_no_model_is_neither_kept_nor_trusted(
    fetch: Fetch, entry: Entry, dino: Mischief
) -> None:
    with pytest.raises(InputError, match="no checkpoint"):
        run(fetch, entry, refuse)
    assert left(fetch) == ["dino.pth"]
    assert not (fetch.store.folder / PINS).exists()
    assert fetch.store.names() == fetch.store.half_made() == []
    run(fetch, entry)
    assert len(dino.asked) == 1


def test_a_break_in_the_second_part_keeps_the_first(
    fetch: Fetch, entry: Entry, dacon: Mischief, dino: Mischief
) -> None:
    dino.status = 503
    with pytest.raises(InputError, match="503"):
        run(fetch, entry)
    assert left(fetch) == ["dacon.pth"]
    dino.status = 200
    run(fetch, entry)
    assert len(dacon.asked) == 1


def test_damaged_pins_are_told(fetch: Fetch, entry: Entry) -> None:
    fetch.store.folder.mkdir()
    (fetch.store.folder / PINS).write_text("[")
    with pytest.raises(InputError, match="is damaged"):
        run(fetch, entry)


def test_the_catalogue_of_the_program() -> None:
    entries = read_catalogue(models_folder())
    assert set(entries) == {"dacon-v1.1", "dacon-v1.0"}
    for entry in entries.values():
        assert set(entry.parts) == {"dacon", "dino"}
        assert entry.parts["dino"].size == 1_217_586_395
        assert len(entry.parts["dino"].sha256 or "") == 64


@pytest.mark.parametrize(
    "change",
    [{"url": "http://example.org/x"}, {"url": "file:///x"}, {"file": "../x"}, {"surprise": 1}],
)
def test_a_catalogue_may_not_lead_elsewhere(tmp_path: Path, change: dict[str, object]) -> None:
    part = {"file": "x", "url": "https://example.org", "page": "", "licence": ""} | change
    models = {"m": {"title": "", "parts": {"dacon": part}}}
    (tmp_path / FILE).write_text(json.dumps({"models": models}))
    with pytest.raises(InputError, match=r"catalogue\.json"):
        read_catalogue(tmp_path)
