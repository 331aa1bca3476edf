from __future__ import annotations

import errno
import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from paintassist.core.errors import InputError
from paintassist.io import download as module
from paintassist.io.catalogue import Remote
from paintassist.io.download import Patience, download
from paintassist.io.stop import Stop, Stopped
from tests.io.mischief import Mischief, serving

DATA = bytes(range(256)) * 4000
# Long enough for a machine that is busy; a stall is waited for in full.
QUICK = Patience(timeout=20, tries=3, pause=0.01)
STALLED = Patience(timeout=2, tries=2, pause=0.01)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def server() -> Iterator[Mischief]:
    with serving(Mischief(DATA)) as mischief:
        yield mischief


class Client:
    """Downloads from a server into a folder."""

    def __init__(self, server: Mischief, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.seen: list[tuple[int, int]] = []
        self.stop = Stop()
        self.patience = QUICK

    def load(self, **facts: Any) -> bytes:
        remote = Remote("model.pth", self.server.url, "https://example.org/model", "MIT", **facts)
        path, found = download(
            remote, self.folder, self.note, self.stop, self.patience, allow_http=True
        )
        data = path.read_bytes()
        assert found == sha256(data)
        assert self.left() == ["model.pth"]
        return data

    def note(self, done: int, total: int, name: str) -> None:
        assert name == "model.pth"
        self.seen.append((done, total))

    def told(self, **facts: Any) -> str:
        with pytest.raises(InputError) as caught:
            self.load(**facts)
        sentence = str(caught.value)
        assert "\n" not in sentence
        assert not (self.folder / "model.pth").exists()
        return sentence

    def left(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def client(server: Mischief, tmp_path: Path) -> Client:
    return Client(server, tmp_path / "downloads")


def test_a_file_arrives_with_progress(client: Client) -> None:
    assert client.load(size=len(DATA), sha256=sha256(DATA)) == DATA
    assert client.seen[0] == (0, len(DATA))
    assert client.seen[-1] == (len(DATA), len(DATA))
    assert [done for done, _ in client.seen] == sorted(done for done, _ in client.seen)


def test_what_is_there_already_is_not_asked_for_again(client: Client) -> None:
    client.load(sha256=sha256(DATA))
    client.load(sha256=sha256(DATA))
    client.load()
    assert len(client.server.asked) == 1


def test_a_changed_file_in_the_folder_is_loaded_anew(client: Client) -> None:
    client.load(sha256=sha256(DATA))
    (client.folder / "model.pth").write_bytes(b"changed")
    assert client.load(sha256=sha256(DATA)) == DATA


@pytest.mark.parametrize("stall", [False, True], ids=["truncated", "stalled"])
def test_a_broken_answer_goes_on_where_it_broke(client: Client, stall: bool) -> None:
    client.server.cut, client.server.times, client.server.stall = 300_000, 2, stall
    client.patience = STALLED if stall else QUICK
    assert client.load(size=len(DATA), sha256=sha256(DATA)) == DATA
    assert client.server.asked == ["", "bytes=300000-", "bytes=600000-"]


def test_a_server_without_ranges_starts_over(client: Client) -> None:
    client.server.cut, client.server.times, client.server.ranges = 300_000, 1, False
    assert client.load(sha256=sha256(DATA)) == DATA


def test_a_server_that_never_gets_there_is_given_up_and_the_part_kept(client: Client) -> None:
    client.server.cut, client.server.times, client.server.ranges = 1000, 99, False
    sentence = client.told()
    assert "broke off after 1,000 of 1,024,000 bytes" in sentence
    assert "1,000 bytes are kept" in sentence
    assert "https://example.org/model" in sentence
    assert len(client.server.asked) == 3
    client.server.times, client.server.ranges = 0, True
    assert client.load() == DATA
    assert client.server.asked[-1] == "bytes=1000-"


def test_a_stalled_server_is_given_up(client: Client) -> None:
    client.server.cut, client.server.times, client.server.stall = 1, 99, True
    client.patience = STALLED
    client.server.ranges = False
    assert "stopped sending after 1 bytes" in client.told()


def test_a_file_that_changed_meanwhile_starts_over(client: Client) -> None:
    client.server.cut, client.server.times = 1000, 99
    client.server.ranges = False
    client.told()
    new = DATA[::-1]
    client.server.data, client.server.tag, client.server.times = new, '"two"', 0
    client.server.ranges = True
    assert client.load(sha256=sha256(new)) == new


def test_a_mixture_of_two_files_is_found_out_and_loaded_anew(client: Client) -> None:
    client.server.cut, client.server.times, client.server.tag = 1000, 3, ""
    client.server.ranges = False
    client.told()
    new = DATA[::-1]
    client.server.data, client.server.times, client.server.ranges = new, 0, True
    assert client.load(sha256=sha256(new)) == new
    assert client.server.asked[-2:] == ["bytes=1000-", ""]


def test_a_server_that_sends_another_part_than_asked_for(client: Client) -> None:
    client.server.cut, client.server.times, client.server.shift = 1000, 1, 7
    assert client.load(sha256=sha256(DATA)) == DATA
    assert client.server.asked == ["", "bytes=1000-", ""]


@pytest.mark.parametrize("length", [len(DATA) - 5, len(DATA) + 5])
def test_a_length_that_cannot_be_right_is_refused_at_once(client: Client, length: int) -> None:
    client.server.length = length
    sentence = client.told(size=len(DATA))
    assert f"is {length:,} bytes long and should be 1,024,000" in sentence
    assert client.left() == []
    assert client.seen == []


def test_a_length_longer_than_the_file_is_given_up(client: Client) -> None:
    client.server.length = len(DATA) + 5
    assert "could not be downloaded" in client.told()
    assert len(client.server.asked) < 10


def test_a_server_that_says_no_length(client: Client) -> None:
    client.server.silent = True
    assert client.load() == DATA
    assert {total for _, total in client.seen} == {0}


def test_more_than_there_should_be_is_thrown_away(client: Client) -> None:
    client.server.silent = True
    assert "sends more than the 1,000 bytes" in client.told(size=1000)
    assert client.left() == []


def test_a_wrong_file_is_thrown_away(client: Client) -> None:
    sentence = client.told(sha256=sha256(b"another"))
    assert "checksum differs" in sentence
    assert client.left() == []


def test_a_web_page_instead_of_the_file(client: Client) -> None:
    client.server.kind = "text/html; charset=utf-8"
    assert "answers with a web page" in client.told()
    assert client.left() == []


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_refusal_is_told_at_once(client: Client, status: int) -> None:
    client.server.status = status
    assert f"the server says {status}" in client.told()
    assert len(client.server.asked) == 1


def test_a_busy_server_is_asked_again(client: Client) -> None:
    client.server.status, client.server.times = 503, 1
    assert client.load() == DATA
    assert len(client.server.asked) == 2


def test_redirects_are_followed_but_never_off_https(client: Client, tmp_path: Path) -> None:
    with serving(Mischief(b"", redirect=client.server.url)) as first:
        assert Client(first, tmp_path / "a").load() == DATA
    client.server.redirect = client.server.url
    assert "leads in circles" in client.told()
    for place in ("file:///etc/passwd", "ftp://127.0.0.1/x"):
        client.server.redirect = place
        assert "is not https" in client.told()


def test_http_is_refused_where_no_test_asks_for_it(server: Mischief, tmp_path: Path) -> None:
    remote = Remote("model.pth", server.url, "https://example.org", "MIT")
    with pytest.raises(InputError, match="is not https"):
        download(remote, tmp_path, lambda *_: None, Stop(), QUICK)
    assert server.asked == []


def test_without_a_network_one_sentence(client: Client, tmp_path: Path) -> None:
    client.server.url = "http://no-such-host.invalid/file"
    assert "there is no network, or no no-such-host.invalid in it" in client.told()
    with serving(Mischief(b"")) as gone:
        pass
    assert "takes no connection" in Client(gone, tmp_path / "b").told()


def test_a_disk_without_room_is_told_before_anything_is_loaded(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Use", (), {"free": 1000}))
    assert "has room for 0.0 MB but 1.0 MB are needed" in client.told()


def test_a_disk_that_fills_up_keeps_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    assert "make room" in client.told()
    assert client.left() == []


def test_stopping_wakes_a_waiting_download_and_keeps_the_part(client: Client) -> None:
    client.server.cut, client.server.times, client.server.stall = 300_000, 1, True
    waiting: list[threading.Timer] = []

    def note(done: int, total: int, name: str) -> None:
        if done == 300_000 and not waiting:
            waiting.append(threading.Timer(0.05, client.stop.set))
            waiting[0].start()

    remote = Remote("model.pth", client.server.url, "https://example.org", "MIT")
    patient = Patience(timeout=60, tries=1)
    with pytest.raises(Stopped):
        download(remote, client.folder, note, client.stop, patient, allow_http=True)
    waiting[0].join()
    assert client.left() == ["model.pth.part", "model.pth.part.json"]
    client.stop = Stop()
    assert client.load() == DATA
    assert client.server.asked == ["", "bytes=300000-"]
