"""Services of a hospital, or of a trust, that a story rates one by one."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.document import Role
from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.bodies.columns import HOSPITAL
from pipeline.link.inspections.nouns import generic_types
from pipeline.link.inspections.subjects import NAMES
from pipeline.link.reading import Mention, Reading
from pipeline.words.patterns import alike, any_of

SERVICE = "service"
"""How such a mention was found."""
_TRUST = "nhs_trust"
HOSTS = frozenset((HOSPITAL, _TRUST))
_FEWEST = 2
_LEAD = re.compile(
    r"[^\w]*(?:\(?[a-z\d](?:\.\d)?[.)]\s+|\d+\.\d+\s+)?"
    r"(?:(?:the|its|our|their|in|for|at|meanwhile|but|and|however|only),?\s+){0,2}",
    re.IGNORECASE,
)
"""What may stand before a service that a sentence is about."""
_CLAUSE = re.compile(
    r"[,;]\s+(?:and|but|while|whereas)\s+(?:(?:the|its)\s+)?$|(?P<joined>\w\s+and\s+)$"
)
"""What stands between a clause, or a first service, and a service."""
_FOLLOWING = 2
"""So many sentences after its name a paragraph may go on to rate a service."""
_ELSEWHERE = re.compile(
    r"\b(?:neighbouring|nearby|elsewhere|nationally|nearest)\b", re.IGNORECASE
)


class _Named(NamedTuple):
    """A service that the text names, with its host's key and that of its house."""

    start: int
    end: int
    service: str
    host: str
    sentence: int
    house: str = ""
    attached: bool = False


@dataclass(frozen=True)
class Services:
    """The services that have an inspection of their own.

    Attributes:
        mentions: sorted; each takes in the name of its host where that stands in it.
        names: by key, what the record calls it.
        hosts: by key, the fullest names of those that may run them.
    """

    mentions: tuple[Mention, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    hosts: Mapping[str, str] = field(default_factory=dict)


NO_SERVICES = Services()


def outside(services: Sequence[Mention], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without the names of hosts that a service's mention takes in."""
    if not services:
        return list(mentions)
    kept = []
    for mention in mentions:
        place = bisect_right(services, mention.start, key=lambda m: m.start) - 1
        inside = place >= 0 and mention.end <= services[place].end
        if not inside or mention.id == SERVICE:
            kept.append(mention)
    return kept


@once
def _vocabulary(known: Knowledge) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """All names of services as a pattern, and which service each is."""
    of = {
        words: name
        for name, cue in known.cues["services"].items()
        for words in cue.words
    }
    pattern = re.compile(rf"(?<![\w&])(?:{any_of(of)})(?!\w)", re.IGNORECASE)
    return pattern, {alike(words): name for words, name in of.items()}


@once
def _at(known: Knowledge) -> re.Pattern[str]:
    """Between a service and where it is: "Surgery at", "maternity services, at the"."""
    generics = generic_types(known).items()
    hospital = any_of(
        words.removeprefix("the ") for words, kinds in generics if kinds == (HOSPITAL,)
    )
    return re.compile(
        r"(?: (?:services?|units?|departments?|wards?))?,?\s+(?:at|in)\s+"
        rf"(?:the\s+)?(?P<generic>(?:{hospital})\b)?",
    )


def services_of(reading: Reading, mentions: Sequence[Mention]) -> Services:
    """The services of a story that rates at least two of them.

    Args:
        reading: the document.
        mentions: the bodies of its story, sorted.
    """
    hosts = [m for m in mentions if m.label in HOSTS]
    if not hosts:
        return NO_SERVICES
    houses = {m.start: m for m in mentions if m.id == "house"}
    named = list(_Finder(reading, hosts, houses).find())
    if len({each.service for each in named}) < _FEWEST:
        return NO_SERVICES
    ends = [after.start for after in named[1:]] + [len(reading.document.text)]
    told = {
        (n.host, n.service)
        for n, end in zip(named, ends, strict=True)
        if _is_told(reading, n, end)
    }
    if len({service for _, service in told}) < _FEWEST:
        return NO_SERVICES
    told |= {(n.host, n.service) for n in named if _is_rated(reading, n)}
    kept = [
        n
        for n in named
        if (n.host, n.service) in told and (n.attached or _opens(reading, n))
    ]
    found = [Mention(n.start, n.end, HOSPITAL, _key(n), SERVICE) for n in kept]
    of_houses = {n.house: _key(n) for n in kept if n.house}
    found += [
        Mention(m.start, m.end, HOSPITAL, of_houses[m.key], SERVICE)
        for m in houses.values()
        if m.key in of_houses
    ]
    full = _full_names(reading, hosts)
    return Services(_apart(sorted(found)), _names(reading, full, kept), full)


def _apart(found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that another one takes in."""
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _key(named: _Named) -> str:
    return f"{named.host}--{named.service}"


class _Finder:
    """Finds services, each with the hospital or the trust that it is part of."""

    def __init__(
        self,
        reading: Reading,
        hosts: Sequence[Mention],
        houses: Mapping[int, Mention],
    ) -> None:
        self.reading = reading
        self.houses = houses
        self.text = reading.document.text
        self.hosts = hosts
        self.starts = {host.start: host for host in hosts}
        self.sentences = reading.groups.get("sentences", ())
        sites = {m.key for m in hosts if m.label == HOSPITAL and m.id in NAMES}
        trusts = {m.key for m in hosts if m.label == _TRUST}
        self.sites = sites
        self.only = next(iter(sites or trusts)) if len(sites or trusts) == 1 else None

    def find(self) -> Iterator[_Named]:
        """All services in the text's body, sorted."""
        pattern, services = _vocabulary(self.reading.knowledge)
        found = []
        where: dict[str, set[str]] = defaultdict(set)
        for match in pattern.finditer(self.text):
            if not self._in_story(match.start()):
                continue
            service = services[alike(match.group())]
            named = self._named(match, service)
            found.append(named)
            if named.end > match.end() or named.start < match.start():
                where[service].add(named.host)
        for named in found:
            host = named.host
            if not host and len(where[named.service] - {""}) == 1:
                (host,) = where[named.service] - {""}
            host = host or self.only or self._last(named.start)
            if host:
                yield named._replace(host=host)

    def _in_story(self, offset: int) -> bool:
        blocks = self.reading.document.blocks
        place = bisect_right(blocks, offset, key=lambda block: block.start) - 1
        return place >= 0 and blocks[place].role is Role.BODY

    def _named(self, match: re.Match[str], service: str) -> _Named:
        start, end = match.span()
        sentence = max(bisect_right(self.sentences, (start, len(self.text) + 1)) - 1, 0)
        at = _at(self.reading.knowledge).match(self.text, end)
        if at and at["generic"]:
            noun = at["generic"]
            fitting = {
                host.key
                for host in self.hosts
                if host.id in NAMES
                and self.text[host.start : host.end].lower().endswith(noun)
            }
            host = fitting.pop() if len(fitting) == 1 else ""
            return _Named(
                start, at.end("generic"), service, host, sentence, attached=True
            )
        hosted = self.starts.get(at.end()) if at else None
        if hosted is not None:
            return _Named(
                start, hosted.end, service, hosted.key, sentence, attached=True
            )
        house = self.houses.get(at.end()) if at else None
        if house is not None:
            host = self._within(sentence, start)
            return _Named(
                start, house.end, service, host, sentence, house.key, attached=True
            )
        before = self._before(start, sentence)
        if before is not None:
            return _Named(
                before.start, end, service, before.key, sentence, attached=True
            )
        return _Named(start, end, service, self._within(sentence, start), sentence)

    def _before(self, start: int, sentence: int) -> Mention | None:
        """The host whose name stands right before: "A’s surgery", "At A, surgery"."""
        place = bisect_right(self.hosts, start, key=lambda host: host.end) - 1
        for host in reversed(self.hosts[max(0, place - 1) : place + 1]):
            between = self.text[host.end : start]
            if between in (" ", "'s ", "’s ", "' ", "’ "):
                return host
            opened = self.sentences[sentence].start if self.sentences else start
            if between == ", " and _LEAD.fullmatch(self.text, opened, host.start):
                return host
        return None

    def _within(self, sentence: int, start: int) -> str:
        """The key of the host that the sentence named last before."""
        if not self.sentences:
            return ""
        first = self.sentences[sentence].start
        keys = [
            host.key
            for host in self.hosts
            if first <= host.start < start
            and (host.key in self.sites or not self.sites)
        ]
        return keys[-1] if keys else ""

    def _last(self, offset: int) -> str:
        """The key of the hospital named last before, else of any host."""
        before = [host for host in self.hosts if host.start < offset]
        sites = [host.key for host in before if host.key in self.sites]
        return sites[-1] if sites else before[-1].key if before else ""


def _is_told(reading: Reading, named: _Named, end: int) -> bool:
    """Whether a sentence is about it, and it or one of the next has a grade.

    Args:
        reading: the document.
        named: the service.
        end: where the next service is named.
    """
    sentences = reading.groups.get("sentences", ())
    if not _opens(reading, named) or _is_elsewhere(reading, named):
        return False
    blocks = reading.document.blocks
    block = bisect_right(blocks, named.start, key=lambda block: block.start) - 1
    following = sentences[named.sentence : named.sentence + 1 + _FOLLOWING]
    return any(
        sentence.start < min(end, blocks[block].end)
        and reading.inside("grades", (max(sentence.start, named.end), sentence.end))
        for sentence in following
    )


def _opens(reading: Reading, named: _Named) -> bool:
    """Whether a sentence or a clause begins with it: "Surgery was", "In surgery"."""
    sentences = reading.groups.get("sentences", ())
    if not sentences:
        return False
    first = sentences[named.sentence]
    text = reading.document.text
    return (
        _LEAD.fullmatch(text, first.start, named.start) is not None
        or _CLAUSE.search(text, first.start, named.start) is not None
    )


def _is_rated(reading: Reading, named: _Named) -> bool:
    """Whether its sentence holds a grade and speaks of a rating."""
    sentences = reading.groups.get("sentences", ())
    extent = sentences[named.sentence].extent
    return (
        not _is_elsewhere(reading, named)
        and bool(reading.inside("grades", extent))
        and _RATING.search(reading.document.text, *extent) is not None
    )


_RATING = re.compile(r"\brat(?:ed|ing)\b|\bjudged\b", re.IGNORECASE)


def _is_elsewhere(reading: Reading, named: _Named) -> bool:
    sentence = reading.groups["sentences"][named.sentence]
    return _ELSEWHERE.search(reading.document.text, *sentence.extent) is not None


def _full_names(reading: Reading, hosts: Sequence[Mention]) -> Mapping[str, str]:
    """By key the fullest name of a hospital or a trust, wherever it stands."""
    full: dict[str, str] = {}
    for host in hosts:
        words = " ".join(reading.document.words(host.extent).split())
        full[host.key] = max(full.get(host.key, ""), words, key=len)
    return {key: name.removeprefix("The ") for key, name in full.items()}


def _names(
    reading: Reading, full: Mapping[str, str], kept: Sequence[_Named]
) -> Mapping[str, str]:
    """By key: the host's fullest name, and what the CQC or the text calls it."""
    text = reading.document.text
    cues = reading.knowledge.cues["services"]
    lower = text.lower()
    names = {}
    for named in kept:
        said = [words for words in cues[named.service].words if words in lower]
        words = said[0] if said else named.service.replace("_", " ")
        words = words.replace("a&e", "A&E")
        names[_key(named)] = f"{full[named.host]} {words}"
    return names
