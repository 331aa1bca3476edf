"""Downloading a large file: resumed where it broke off, and checked before it counts."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from paintassist.core.errors import InputError
from paintassist.io.atomic import ensure_folder, write_atomic
from paintassist.io.catalogue import Remote
from paintassist.io.http import Answer, NoAnswer, get
from paintassist.io.model_store import ensure_room, is_full
from paintassist.io.stop import Stop

CHUNK = 1 << 18
RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
OK, PARTIAL, NOT_SATISFIABLE = 200, 206, 416
# A server that says no size may send this much and no more.
LARGEST = 16 << 30
AGAIN_LATER = (408, 425, 429, 500, 502, 503, 504)

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Patience:
    """How long a download waits and how often it tries.

    Attributes
    ----------
    timeout : float
        Seconds without a byte.
    tries : int
        Without a byte gained in between.
    pause : float
        Seconds before the second try; doubled for each after.
    """

    timeout: float = 30.0
    tries: int = 4
    pause: float = 1.0


PATIENCE = Patience()


def download(
    remote: Remote,
    folder: Path,
    progress: Progress,
    stop: Stop,
    patience: Patience = PATIENCE,
    *,
    allow_http: bool = False,
) -> tuple[Path, str]:
    """Download a file into a folder, or take it from there if it is there whole.

    What was loaded before a break stays in `<file>.part`, and the next call goes on from there.

    Parameters
    ----------
    remote : Remote
    folder : Path
        Made if missing.
    progress : function
        Called with bytes done, bytes in all (0 = unknown), and the file's name.
    stop : Stop
    patience : Patience
    allow_http : bool
        For tests alone; no file and no argument of the program reaches it.

    Returns
    -------
    Path
        Of the file.
    str
        Its sha256.

    Raises
    ------
    InputError
        If it cannot be had, is not the file it should be, or does not fit on the disk.
    Stopped
        If `stop` was set.
    """
    ensure_folder(folder)
    return _Download(remote, folder, progress, stop, patience, allow_http).run()


@dataclass
class _Download:
    remote: Remote
    folder: Path
    progress: Progress
    stop: Stop
    patience: Patience
    allow_http: bool

    def __post_init__(self) -> None:
        self.target = self.folder / self.remote.file
        self.part = self.folder / (self.remote.file + ".part")
        self.about = self.folder / (self.remote.file + ".part.json")

    def run(self) -> tuple[Path, str]:
        if self.target.is_file():
            found = _sha256(self.target, self.stop)
            if self.remote.sha256 in (None, found):
                return self.target, found
            self.target.unlink()
        resumed = self._offset() > 0
        self._load()
        found = _sha256(self.part, self.stop)
        if self.remote.sha256 not in (None, found) and resumed:
            # What lay there may have been of another file: once more, from nothing.
            self._forget()
            self._load()
            found = _sha256(self.part, self.stop)
        if self.remote.sha256 not in (None, found):
            self._forget()
            raise InputError(
                f"{self.remote.url} is not the {self.remote.file} that was meant (checksum "
                f"differs), so it was thrown away; get it from {self.remote.page} and import it"
            )
        self.part.replace(self.target)
        self.about.unlink(missing_ok=True)
        return self.target, found

    def _load(self) -> None:
        tries, best = 0, self._offset()
        while True:
            try:
                self._ask()
                return
            except NoAnswer as error:
                after = self._offset()
                tries = 1 if after > best else tries + 1
                best = max(best, after)
                if tries >= self.patience.tries:
                    raise self._given_up(str(error), after) from error
            except OSError as error:
                if is_full(error):
                    self._forget()
                raise InputError(
                    f"{self.part} cannot be written ({error.strerror}); make room and try again"
                ) from error
            self.stop.sleep(self.patience.pause * 2 ** (tries - 1))

    def _given_up(self, reason: str, offset: int) -> InputError:
        kept = f" ({offset:,} bytes are kept and the next try goes on there)" if offset else ""
        return InputError(
            f"{self.remote.file} could not be downloaded: {reason}{kept}; try again later, "
            f"or get it from {self.remote.page} and import it"
        )

    def _ask(self) -> None:
        """Ask once, from where the last answer broke off."""
        offset, about = self._offset(), self._read_about()
        headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
        if offset:
            headers["Range"] = f"bytes={offset}-"
            if about.get("tag"):
                headers["If-Range"] = about["tag"]
        with get(
            self.remote.url,
            headers,
            self.patience.timeout,
            self.stop,
            allow_http=self.allow_http,
        ) as answer:
            if answer.status == NOT_SATISFIABLE and offset:
                if offset == (self.remote.size or about.get("total")):
                    return
                self._forget()
                raise NoAnswer("the server does not know the part that is here")
            start, total = self._check(answer, offset)
            expected = self.remote.size or total
            ensure_room(self.folder, expected - start)
            tag = answer.headers.get("etag", "")
            # A weak tag promises alike, not equal.
            about = {"url": self.remote.url, "tag": "" if tag.startswith("W/") else tag}
            write_atomic(self.about, json.dumps({**about, "total": total}).encode())
            with self.part.open("r+b" if start else "wb") as stream:
                stream.seek(start)
                stream.truncate()
                self._pour(answer, stream, start, expected)

    def _check(self, answer: Answer, offset: int) -> tuple[int, int]:
        """Return at which byte the answer starts and how long the file is (0 = unknown)."""
        if answer.status in AGAIN_LATER:
            raise NoAnswer(f"the server says {answer.status} ({answer.response.reason})")
        if answer.status not in (OK, PARTIAL):
            raise InputError(
                f"{self.remote.url} cannot be had: the server says {answer.status} "
                f"({answer.response.reason}); get {self.remote.file} from {self.remote.page} "
                "and import it"
            )
        kind = answer.headers.get("content-type", "")
        if kind.startswith("text/html") or "content-encoding" in answer.headers:
            raise InputError(
                f"{self.remote.url} answers with a web page instead of {self.remote.file}; "
                f"get it from {self.remote.page} by hand and import it"
            )
        start, total = 0, int(answer.response.length or 0)
        if answer.status == PARTIAL:
            match = RANGE.fullmatch(answer.headers.get("content-range", ""))
            if match is None or int(match[1]) != offset:
                self._forget()
                raise NoAnswer("the server sent another part than it was asked for")
            start, total = offset, offset + total if match[2] == "*" else int(match[2])
            known = self._read_about().get("total")
            if known and known != total:
                self._forget()
                raise NoAnswer("the file has changed since its first part was loaded")
        if self.remote.size and total and total != self.remote.size:
            self._forget()
            raise InputError(
                f"{self.remote.url} is {total:,} bytes long and should be "
                f"{self.remote.size:,}; get {self.remote.file} from {self.remote.page} "
                "and import it"
            )
        return start, total

    def _pour(self, answer: Answer, stream: BinaryIO, done: int, expected: int) -> None:
        most = expected or LARGEST
        while True:
            self.progress(done, expected, self.remote.file)
            self.stop.check()
            try:
                chunk = answer.response.read1(CHUNK)
            except (OSError, http.client.HTTPException) as error:
                self.stop.check()
                slow = isinstance(error, TimeoutError)
                what = "the server stopped sending" if slow else "the connection broke off"
                raise NoAnswer(f"{what} after {done:,} bytes") from error
            if not chunk:
                break
            if done + len(chunk) > most:
                stream.close()
                self._forget()
                raise InputError(
                    f"{self.remote.url} sends more than the {most:,} bytes it should, so it was "
                    f"thrown away; get {self.remote.file} from {self.remote.page} and import it"
                )
            stream.write(chunk)
            done += len(chunk)
        self.stop.check()
        stream.flush()
        os.fsync(stream.fileno())
        if done < expected or done == 0:
            raise NoAnswer(f"the connection broke off after {done:,} of {expected:,} bytes")

    def _offset(self) -> int:
        """Return how much is there of this very file."""
        if self._read_about().get("url") != self.remote.url or not self.part.is_file():
            return 0
        return self.part.stat().st_size

    def _read_about(self) -> dict[str, Any]:
        try:
            about = json.loads(self.about.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return about if isinstance(about, dict) else {}

    def _forget(self) -> None:
        self.part.unlink(missing_ok=True)
        self.about.unlink(missing_ok=True)


def _sha256(path: Path, stop: Stop) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 22):
            stop.check()
            digest.update(chunk)
    return digest.hexdigest()
