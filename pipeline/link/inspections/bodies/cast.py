"""Who a document names: every mention of one body under one roof."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Role
from pipeline.link.inspections.bodies.columns import named_rows
from pipeline.link.inspections.bodies.places import placed
from pipeline.link.inspections.bodies.services import (
    NO_SERVICES,
    Services,
    outside,
    services_of,
)
from pipeline.link.inspections.bodies.siblings import described
from pipeline.link.inspections.bodies.sieve import Sieve
from pipeline.link.inspections.nouns import generic_types
from pipeline.link.inspections.subjects import NAMES, Subject
from pipeline.link.reading import Mention, Reading
from pipeline.names import Name, names_in

_NO_BODY = frozenset({"generic", "sign", "inspectorate"})
_WHERE = re.compile(r"\b(?:in|near|at|from|across|around)\s+$")
_COUNTY = re.compile(r"\b(?:in|near|at)\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2},\s+$")
"""Before the county that a place is in: "in Norwell, Norshire,"."""
_ENDS = (",", ".", ";", ")")
_REACH = 50
"""Characters before a name that may say that it is where something is."""
_AT = (" at ", "At ")
_WHITHER = re.compile(r"\bto\s+$")
"""Before a short form: patients move to a surgery, directions go to a council."""
_MADE = frozenset({"form", "house", "short"})
"""How the mentions of a body were found that no register has."""


@dataclass(frozen=True)
class Cast:
    """All bodies and inspectorates of a document.

    Attributes:
        subjects: in order of their first mention.
        inspectorates: slug to the weight of its mentions.
        generics: type of body to how often "the force" and its like occur.
        signs: type of body to how often words occur that speak for it.
        rows: bodies that only a table's rows name, a place before a generic noun, or a
            service of a hospital, sorted.
        services: those of a hospital or a trust that are rated one by one.
        titled: the names in the document's title.
    """

    subjects: tuple[Subject, ...]
    inspectorates: Counter[str]
    generics: Counter[str]
    signs: Counter[str]
    rows: tuple[Mention, ...] = ()
    services: Services = NO_SERVICES
    titled: Sequence[Name] = ()


def cast_of(reading: Reading) -> Cast:
    """Gather the mentions of the story, furniture left out."""
    known = reading.knowledge
    mentions = list(_in_story(reading))
    titled = names_in(known, reading.document.meta.title or "")
    inspectorates = _inspectorates(
        [
            *((m.label, m.key, m.id) for m in mentions),
            *(name.meaning[:3] for name in titled),
        ]
    )
    rows = (
        *named_rows(reading, inspectorates),
        *placed(reading, mentions),
        *described(reading, mentions),
    )
    services = NO_SERVICES if rows else services_of(reading, mentions)
    rows += services.mentions
    mentions = outside(services.mentions, sorted([*mentions, *rows]))
    signs = Counter(m.key for m in mentions if m.label == "sign")
    of_generic = generic_types(known)
    generics: Counter[str] = Counter()
    for mention in mentions:
        if mention.label == "generic":
            generics.update(of_generic[mention.key])
    subjects: dict[tuple[str, str], Subject] = {}
    for mention in mentions:
        if mention.label not in _NO_BODY and not _is_place(reading, mention):
            place = mention.label, mention.key
            subjects.setdefault(place, Subject(*place)).mentions.append(mention)
    for name in titled:
        if name.meaning.label not in _NO_BODY and name.meaning.how in NAMES:
            place = name.meaning.label, name.meaning.key
            words = (reading.document.meta.title or "")[name.start : name.end]
            subjects.setdefault(place, Subject(*place)).titles.append(words)
    merged = list(_merged(list(subjects.values())))
    sieve = Sieve(reading, inspectorates, generics, signs)
    sifted = sieve.sift(merged) or sieve.sift(list(_publishing(reading)))
    rows = tuple(sorted(rows))
    return Cast(tuple(sifted), inspectorates, generics, signs, rows, services, titled)


def _publishing(reading: Reading) -> Iterator[Subject]:
    """The body whose own page it is: it may name itself nowhere but as "we"."""
    publisher = reading.document.meta.publisher or ""
    for start, end, meaning in names_in(reading.knowledge, publisher):
        if meaning.label not in _NO_BODY and meaning.how in NAMES:
            yield Subject(meaning.label, meaning.key, titles=[publisher[start:end]])


def _is_place(reading: Reading, mention: Mention) -> bool:
    """Whether a bare name says where something is: "a school in Wetherfold"."""
    if mention.id not in {"nickname", "short"}:
        return False
    before = reading.document.text[max(0, mention.start - _REACH) : mention.start]
    moved = mention.id == "short" and _WHITHER.search(before) is not None
    places = reading.knowledge.cues["kinds"]["places"].word_set
    if mention.id == "short" and mention.label not in places and before.endswith(_AT):
        return False  # "The news was better at Ferrybank"
    after = reading.document.text[mention.end : mention.end + 1]
    if mention.label in places and after in _ENDS and _COUNTY.search(before):
        return True
    return moved or _WHERE.search(before) is not None


def _in_story(reading: Reading) -> Iterator[Mention]:
    """Mentions of bodies, the page's furniture left out."""
    furniture = iter(b for b in reading.document.blocks if b.role is Role.FURNITURE)
    block = next(furniture, None)
    for mention in reading.groups.get("bodies", ()):
        while block and block.end <= mention.start:
            block = next(furniture, None)
        if block is None or mention.start < block.start:
            yield mention


def _inspectorates(mentions: Iterable[tuple[str, str, str]]) -> Counter[str]:
    """Weights: a name counts more than a watchword that others share."""
    weights: Counter[str] = Counter()
    for label, key, how in mentions:
        if label == "inspectorate":
            weights[key] += 1 if how == "watchword" else 4
    if any(weight > 3 for weight in weights.values()):  # noqa: PLR2004 - named
        for slug in [slug for slug, weight in weights.items() if weight < 4]:  # noqa: PLR2004
            del weights[slug]
    return weights


def _merged(subjects: Sequence[Subject]) -> Iterator[Subject]:
    """Join a shorter form to the only longer name that begins or ends with it."""
    longer: dict[tuple[str, str], list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.ways - {"name"} <= _MADE:
            for part in _parts(subject.key):
                longer[subject.type, part].append(subject)
    for subject in subjects:
        whole = longer[subject.type, subject.key]
        if len(whole) == 1 and all(m.id != "name" for m in subject.mentions):
            whole[0].mentions = sorted(whole[0].mentions + subject.mentions)
            whole[0].titles += subject.titles
        else:
            yield subject


def _parts(key: str) -> set[str]:
    """The beginnings and ends of a name, itself left out."""
    words = key.split("-")
    return {
        "-".join(part)
        for at in range(1, len(words))
        for part in (words[:at], words[at:])
    }
