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
    """The rules of all hosts visited so far."""

    rules: dict[str, Rules] = field(default_factory=dict)

    def of(self, parts: SplitResult, ask: Callable[[SplitResult], Reply]) -> Rules:
        """The rules of an address's host; a host without any allows all.

        Raises:
            ReadError: protego, which reads them, is missing.
        """
        try:
            from protego import Protego  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as error:
            remedy = "pip install 'gradewright[web]'"
            cause = "protego, which reads robots.txt, is missing"
            raise ReadError(parts.geturl(), cause, remedy) from error
        if parts.netloc not in self.rules:
            self.rules[parts.netloc] = Protego.parse("")  # while its own is fetched
            there = parts._replace(path="/robots.txt", query="", fragment="")
            reply = ask(there)
            found = reply.data if reply.status == 200 else b""  # noqa: PLR2004
            self.rules[parts.netloc] = Protego.parse(found.decode("utf-8", "replace"))
        return self.rules[parts.netloc]

    def delay(self, parts: SplitResult, agent: str) -> float:
        """Seconds to leave between two requests to an address's host."""
        rules = self.rules.get(parts.netloc)
        asked = rules.crawl_delay(agent) if rules else None
        return min(float(asked or 0.0), MAX_DELAY)
