"""What the hosts of pages ask of visitors, asked once for each host."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import SplitResult

from pipeline.errors import ReadError

MAX_DELAY = 10.0
"""Seconds between requests that a host may ask for."""


class Reply(Protocol):
    """A server's answer."""

    @property
    def status(self) -> int:
        """The number of the answer."""

    @property
    def data(self) -> bytes:
        """What was sent."""


class Rules(Protocol):
    """What a robots.txt says."""

    def can_fetch(self, url: str, user_agent: str) -> bool:
        """Whether a page may be fetched."""

    def crawl_delay(self, user_agent: str) -> float | None:
        """Seconds to leave between two requests."""


@dataclass
class Robots:
    """The rules of all hosts visited so far.

    A host whose rules cannot be had, because it has trouble, is left in peace for as
    long as this lives. Source: RFC 9309, 2.3.1.4.
    """

    rules: dict[str, Rules] = field(default_factory=dict)
    trouble: dict[str, ReadError] = field(default_factory=dict)

    def of(self, parts: SplitResult, ask: Callable[[SplitResult], Reply]) -> Rules:
        """The rules of an address's host; a host without any allows all.

        Raises:
            ReadError: the host does not say what they are, or protego, which reads
                them, is missing.
        """
        try:
            from protego import Protego  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as error:
            remedy = "pip install 'gradewright[web]'"
            cause = "protego, which reads robots.txt, is missing"
            raise ReadError(parts.geturl(), cause, remedy) from error
        host = parts.netloc
        if host in self.trouble:
            raise self.trouble[host]
        if host not in self.rules:
            try:
                reply = ask(parts._replace(path="/robots.txt", query="", fragment=""))
            except ReadError as error:
                cause = f"robots.txt of its host cannot be had: {error.cause}"
                self.trouble[host] = ReadError(error.source, cause, error.remedy)
                raise self.trouble[host] from error
            found = reply.data if reply.status == 200 else b""  # noqa: PLR2004
            self.rules[host] = Protego.parse(found.decode("utf-8", "replace"))
        return self.rules[host]

    def delay(self, parts: SplitResult, agent: str) -> float:
        """Seconds to leave between two requests to an address's host."""
        rules = self.rules.get(parts.netloc)
        asked = rules.crawl_delay(agent) if rules else None
        return min(float(asked or 0.0), MAX_DELAY)
