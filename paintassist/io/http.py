"""One GET over https, followed through redirects; nothing else is ever asked of a server."""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from urllib.parse import SplitResult, unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from paintassist.core.errors import InputError
from paintassist.io.stop import Stop

REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 6
AGENT = "PaintAssist"


class NoAnswer(Exception):  # noqa: N818 - says what happened
    """A server could not be reached, or broke off; trying again may help."""


@dataclass(frozen=True)
class Answer:
    """The head of a server's answer; the body is read from `response`."""

    url: str
    status: int
    headers: Mapping[str, str]
    response: http.client.HTTPResponse


@contextmanager
def get(
    url: str, headers: Mapping[str, str], timeout: float, stop: Stop, *, allow_http: bool = False
) -> Iterator[Answer]:
    """Ask for a file.

    Parameters
    ----------
    url : str
    headers : mapping of str to str
    timeout : float
        Seconds without a byte until the server counts as gone.
    stop : Stop
        Wakes a waiting read, which then ends early.
    allow_http : bool
        For tests alone.

    Raises
    ------
    NoAnswer
        If there is no network or no server.
    InputError
        If the way leads off https, in circles, or to a server that cannot prove who it is.
    """
    for _ in range(MOST_REDIRECTS):
        parts = urlsplit(url)
        if parts.scheme != "https" and not (allow_http and parts.scheme == "http"):
            raise InputError(
                f"{url} is not https, so it was not loaded; get the file by hand and import it"
            )
        connection = _connection(parts, timeout)
        try:
            line = _connected(connection, parts, stop)
            with (
                closing(line),
                stop.waking(partial(_cut, line)),
                closing(_asked(connection, parts, headers, stop)) as response,
            ):
                place = response.getheader("Location")
                if response.status in REDIRECTS and place:
                    url = urljoin(url, place)
                    continue
                named = {key.lower(): value for key, value in response.getheaders()}
                yield Answer(url, response.status, named, response)
                return
        finally:
            connection.close()
    raise InputError(f"{url} leads in circles; get the file by hand and import it")


def _connected(
    connection: http.client.HTTPConnection, parts: SplitResult, stop: Stop
) -> socket.socket:
    try:
        connection.connect()
    except ssl.SSLCertVerificationError as error:
        raise InputError(
            f"{parts.hostname} cannot prove that it is {parts.hostname} "
            f"({error.verify_message}); check the clock and the network of this machine"
        ) from error
    except OSError as error:
        stop.check()
        raise NoAnswer(_reason(error, parts)) from error
    line: socket.socket = connection.sock
    return line


def _asked(
    connection: http.client.HTTPConnection,
    parts: SplitResult,
    headers: Mapping[str, str],
    stop: Stop,
) -> http.client.HTTPResponse:
    try:
        connection.request("GET", _target(parts), headers={"User-Agent": AGENT, **headers})
        return connection.getresponse()
    except (OSError, http.client.HTTPException) as error:
        stop.check()
        raise NoAnswer(_reason(error, parts)) from error


def _connection(parts: SplitResult, timeout: float) -> http.client.HTTPConnection:
    """Connect directly, or through the proxy that the system names."""
    host, port = parts.hostname or "", parts.port
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=timeout)
    context = ssl.create_default_context()
    proxy = urlsplit(getproxies().get("https", ""))
    if not proxy.hostname or proxy_bypass(host):
        return http.client.HTTPSConnection(host, port, timeout=timeout, context=context)
    connection = http.client.HTTPSConnection(
        proxy.hostname, proxy.port, timeout=timeout, context=context
    )
    login = {}
    if proxy.username:
        pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
        login["Proxy-Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    connection.set_tunnel(host, port, login)
    return connection


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _cut(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _reason(error: Exception, parts: SplitResult) -> str:
    host = parts.hostname
    if isinstance(error, socket.gaierror):
        return f"there is no network, or no {host} in it"
    if isinstance(error, TimeoutError):
        return f"{host} does not answer"
    if isinstance(error, ConnectionRefusedError):
        return f"{host} takes no connection"
    return f"{host} broke off"
