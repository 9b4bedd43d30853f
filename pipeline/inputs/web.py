"""Pages by http and https: politely, within limits, and nowhere a page may not lead.

The host is looked up once and that address is connected to: what was checked is what
is visited. A redirect or a feed may not lead into a private network, unless the user
named that host, or allows it.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from pipeline._version import __version__
from pipeline.errors import LimitExceeded, ReadError
from pipeline.inputs.input import Found, Input, Unchanged
from pipeline.inputs.robots import Robots

if TYPE_CHECKING:
    import urllib3

AGENT = f"gradewright/{__version__}"
MAX_BYTES = 64_000_000
"""Bytes of a page: more than any article or report."""
MAX_SECONDS = 60.0
"""For a page, from the first word to the last."""
REDIRECTS = 5
ATTEMPTS = 3
ELSEWHERE = frozenset({301, 302, 303, 307, 308})
AGAIN = frozenset({429, 500, 502, 503, 504})
"""Answers that may be others a little later."""
LONGEST = 30.0
"""Seconds that a server may ask us to wait."""
CHUNK = 2**16

Known = Callable[[str], tuple[str | None, str | None]]
"""From an address to the ETag and the date that its server gave last time."""


class Place(NamedTuple):
    """An address that may be visited, and the network addresses of its host."""

    parts: SplitResult
    ips: tuple[str, ...]


class Answer(NamedTuple):
    """What a server says."""

    status: int
    headers: "urllib3.HTTPHeaderDict"
    data: bytes


def is_address(name: str) -> bool:
    """Whether a name is a page's address, of whatever scheme."""
    return "://" in name


@dataclass
class Visitor:
    """Fetches pages.

    Attributes:
        known: what the ledger knows of an address.
        allow_private: redirects and feeds may lead into private networks.
        pause: seconds between two requests to one host, unless it asks for more.
    """

    known: Known = lambda _: (None, None)
    allow_private: bool = False
    pause: float = 1.0
    robots: Robots = field(default_factory=Robots)
    last: dict[str, float] = field(default_factory=dict)
    """When a host was last asked."""

    def visit(self, address: str, named: str | None = None) -> Found:
        """The page at an address; `named` is the user's word that led here."""
        try:
            return self._visit(address, urlsplit(named or address).hostname)
        except ReadError as error:
            return ReadError(address, error.cause, error.remedy)
        except ValueError as error:  # the user's, a feed's or a server's
            cause = f"it leads to no address ({' '.join(str(error).split())[:120]})"
            return ReadError(address, cause, "check the address")

    def _visit(self, address: str, trusted: str | None) -> Input | Unchanged:
        etag, last_modified = self.known(address)
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        here = address
        for _ in range(REDIRECTS + 1):
            place = self._checked(here, trusted)
            answer = self._ask(place, {k: v for k, v in headers.items() if v})
            if answer.status == 304:  # noqa: PLR2004 - the protocol's number
                return Unchanged(address)
            target = answer.headers.get("Location")
            if answer.status not in ELSEWHERE or not target:
                return _page(address, answer)
            here = urljoin(here, target)
        cause = f"more than {REDIRECTS} redirects"
        raise ReadError(address, cause, "name the page itself")

    def _checked(self, address: str, trusted: str | None) -> Place:
        """An address that may be visited, and where it leads."""
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            cause = f"{parts.scheme or 'it'} is not http or https"
            raise ReadError(address, cause, "name a page on the web, or a file")
        ips = _addresses(parts)
        open_to_all = parts.hostname == trusted or self.allow_private
        if not open_to_all and not all(map(_is_public, ips)):
            cause = f"it leads to {parts.hostname} in a private network"
            raise ReadError(address, cause, "--allow-private, if you trust it")
        rules = self.robots.of(parts, lambda there: self._ask(Place(there, ips), {}))
        if not rules.can_fetch(address, AGENT):
            cause = "robots.txt of its host asks not to fetch it"
            raise ReadError(address, cause, "ask the publisher, or save the page")
        return Place(parts, ips)

    def _ask(self, place: Place, headers: dict[str, str]) -> Answer:
        """What the server answers, after some attempts where it has trouble."""
        from urllib3.exceptions import HTTPError  # noqa: PLC0415 - few runs need it

        parts = place.parts
        problem = "no answer"
        for attempt in range(ATTEMPTS):
            self._wait(parts, attempt)
            try:
                answer = _get(parts, place.ips[attempt % len(place.ips)], headers)
            except (HTTPError, OSError) as error:
                problem = f"no answer ({_why_none(error)})"
                continue
            if answer.status not in AGAIN:
                return answer
            problem = f"the server answered {answer.status}"
            self._put_off(parts, answer)
        raise ReadError(parts.geturl(), problem, "try again later")

    def _wait(self, parts: SplitResult, attempt: int) -> None:
        """Leave the host in peace for a moment, the longer the more it has failed."""
        host = parts.netloc
        pause = max(self.pause, self.robots.delay(parts, AGENT)) * 2**attempt
        ready = self.last.get(host, 0.0) + pause
        time.sleep(max(0.0, min(ready - time.monotonic(), LONGEST)))
        self.last[host] = time.monotonic()

    def _put_off(self, parts: SplitResult, answer: Answer) -> None:
        asked = answer.headers.get("Retry-After", "")
        if asked.isdecimal():
            self.last[parts.netloc] = time.monotonic() + min(int(asked), LONGEST)


def _addresses(parts: SplitResult) -> tuple[str, ...]:
    """The network addresses of a host."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except OSError as error:
        cause = f"no such host ({error.strerror})"
        raise ReadError(parts.geturl(), cause, "check the address") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _why_none(error: BaseException) -> str:
    """Why a server could not be asked, in the system's words or in ours."""
    from urllib3 import exceptions as known  # noqa: PLC0415 - few runs need it

    chain = [error]
    while deeper := chain[-1].__cause__ or chain[-1].__context__:
        chain.append(deeper)
    if any(isinstance(each, known.SSLError | ssl.SSLError) for each in chain):
        return "its certificate does not hold, or it speaks no TLS"
    for each in chain:
        if isinstance(each, OSError) and each.strerror:
            return each.strerror
    if any(isinstance(each, known.TimeoutError | TimeoutError) for each in chain):
        return "it takes too long"
    return "it broke off, or its answer is no HTTP"


def _is_public(address: str) -> bool:
    """Whether a network address is one of the open internet's."""
    ip = ipaddress.ip_address(address)
    return ((ip.version == 6 and ip.ipv4_mapped) or ip).is_global  # noqa: PLR2004


def _get(parts: SplitResult, ip: str, headers: dict[str, str]) -> Answer:
    """Ask once, at this very network address, whatever the host's name stands for."""
    import urllib3  # noqa: PLC0415 - few runs need it

    host = parts.hostname or ""
    ip = f"[{ip}]" if ":" in ip else ip
    timeout = urllib3.Timeout(connect=10.0, read=30.0)
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            ip, parts.port, timeout=timeout, server_hostname=host, assert_hostname=host
        )
    else:
        pool = urllib3.HTTPConnectionPool(ip, parts.port, timeout=timeout)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    sent = {"Host": parts.netloc.rpartition("@")[2], "User-Agent": AGENT, **headers}
    with pool:
        response = pool.urlopen(
            "GET", path, headers=sent, retries=False, redirect=False,
            preload_content=False,
        )  # fmt: skip
        try:
            return Answer(response.status, response.headers, _body(parts, response))
        finally:
            response.close()


def _body(parts: SplitResult, response: "urllib3.BaseHTTPResponse") -> bytes:
    began = time.monotonic()
    data = bytearray()
    # what has come, not a whole chunk: a server that sends drop by drop is found out
    while chunk := response.read1(CHUNK, decode_content=True):
        data += chunk
        if len(data) > MAX_BYTES or time.monotonic() - began > MAX_SECONDS:
            cause = f"more than {MAX_BYTES:,} bytes, or than {MAX_SECONDS:g} s"
            raise LimitExceeded(parts.geturl(), cause, "check that it is a page")
    return bytes(data)


def _page(address: str, answer: Answer) -> Input:
    if answer.status != 200:  # noqa: PLR2004 - the protocol's number
        cause = f"the server answered {answer.status}"
        raise ReadError(address, cause, "check the address")
    return Input(
        address,
        data=answer.data,
        retrieved=datetime.now(UTC),
        etag=answer.headers.get("ETag"),
        last_modified=answer.headers.get("Last-Modified"),
    )
