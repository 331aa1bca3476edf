"""A file server on this machine that does as it is told, also what servers should not do."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Mischief:
    """What the server does; counts down where it says "times".

    Attributes
    ----------
    data : bytes
        The file.
    cut : int
        Closes the line after so many bytes of an answer...
    times : int
        ... and this often.
    stall : bool
        Instead of closing, says nothing more.
    ranges : bool
        Whether it knows what a range is.
    shift : int
        Sends ranges that start so many bytes later than asked for.
    length : int or None
        Lies about the length of the whole file.
    silent : bool
        Says no length at all.
    """

    data: bytes
    cut: int = 0
    times: int = 0
    stall: bool = False
    ranges: bool = True
    shift: int = 0
    length: int | None = None
    silent: bool = False
    tag: str = '"one"'
    status: int = 200
    kind: str = "application/octet-stream"
    redirect: str = ""
    asked: list[str] = field(default_factory=list)
    go_on: threading.Event = field(default_factory=threading.Event)
    url: str = ""


class _Handler(BaseHTTPRequestHandler):
    mischief: Mischief

    def do_GET(self) -> None:
        what = self.mischief
        asked = self.headers.get("Range", "")
        what.asked.append(asked)
        if what.redirect:
            self.send_response(302)
            self.send_header("Location", what.redirect)
            self.end_headers()
            return
        if what.status != 200:
            self.send_response(what.status)
            self.end_headers()
            what.status = 200 if what.times else what.status
            return
        body, start = what.data, 0
        match = re.fullmatch(r"bytes=(\d+)-", asked)
        same = self.headers.get("If-Range", what.tag) == what.tag
        if match and what.ranges and same:
            start = int(match[1]) + what.shift
            if start >= len(body):
                self.send_response(416)
                self.end_headers()
                return
        self._send(body, start, bool(match) and what.ranges and same)

    def _send(self, body: bytes, start: int, partial: bool) -> None:
        what = self.mischief
        whole = len(body) if what.length is None else what.length
        self.send_response(206 if partial else 200)
        self.send_header("Content-Type", what.kind)
        if what.tag:
            self.send_header("ETag", what.tag)
        if partial:
            self.send_header("Content-Range", f"bytes {start}-{whole - 1}/{whole}")
        if not what.silent:
            self.send_header("Content-Length", str(whole - start))
        self.end_headers()
        rest = body[start:]
        if what.cut and what.times:
            what.times -= 1
            self.wfile.write(rest[: what.cut])
            self.wfile.flush()
            if what.stall:
                what.go_on.wait(20)
            self.close_connection = True
            return
        self.wfile.write(rest)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - theirs
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what these tests are about."""


@contextmanager
def serving(mischief: Mischief) -> Iterator[Mischief]:
    """Serve until the block ends."""
    handler = type("Handler", (_Handler,), {"mischief": mischief})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        mischief.url = f"http://127.0.0.1:{server.server_port}/file"
        try:
            yield mischief
        finally:
            mischief.go_on.set()
            server.shutdown()
            thread.join()
