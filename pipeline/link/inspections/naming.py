"""What an inspected body is called in the record."""

import re
from collections import Counter
from functools import partial

from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.bodies.places import PLACED, name_of_placed
from pipeline.link.inspections.bodies.services import HOSTS
from pipeline.link.inspections.scene import Scene
from pipeline.link.inspections.subjects import Subject
from pipeline.link.reading import Mention
from pipeline.names import names_in
from pipeline.words.patterns import any_of

_PLACE = re.compile(r"[A-Z][\w'’.-]*(?:\s+(?:and|&|of|upon|on|[A-Z][\w'’.-]*))*")
_SERVICES_IN = re.compile(r"\b(?:services?|care|provision) (?:in|at|for) ")
_BEFORE = 20
_ABBREVIATION = 5
"""Up to so many capitals abbreviate: HMYOI."""
_HOUSING = re.compile(
    r"\b(?:inside|within|(?:based|housed|located) (?:at|in)) (?:the )?$"
)
"""What stands before the name of the house that a body is in."""
_VOWEL = re.compile("[AEIOUY]")
_WORD = re.compile(r"\w+")
_LEADING = re.compile(r"^the\s+", re.IGNORECASE)


def name_of(scene: Scene, subject: Subject) -> str:
    """The register's name, else the fullest that the document gives.

    A council is named by its civic style where the text has it, else by its place:
    "Wetherfold children's services" are the services of Wetherfold.
    """
    if subject.key in scene.cast.services.names:
        return scene.cast.services.names[subject.key]
    if subject.key in scene.cast.services.hosts and subject.type in HOSTS:
        return scene.cast.services.hosts[subject.key]
    body = scene.reading.knowledge.bodies.get((subject.type, subject.key))
    if body and subject.type != "local_authority":
        return body.name
    mentions = subject.named or subject.mentions
    mentions = [m for m in mentions if not _houses(scene, m)] or mentions
    if all(mention.id == PLACED for mention in mentions) and mentions:
        return name_of_placed(scene.reading, mentions[0])
    names = [_without_lead(_written(scene, mention)) for mention in mentions]
    names += map(_without_lead, subject.titles)
    names += _as_publisher(scene, subject)
    if subject.type == "local_authority":
        civic = _civic(scene.reading.knowledge)
        styled = [name for name in names if civic.search(name)]
        if not styled:
            return body.name if body else _place(names[0])
        names = styled
    said = Counter(names)
    return _with_article(scene, _spoken(max(said, key=partial(_fullness, said))))


@once
def _civic(known: Knowledge) -> re.Pattern[str]:
    """What tells a council's name from its place's."""
    return re.compile(
        rf"\b(?:{any_of(known.words('kinds', 'civic'))})\b", re.IGNORECASE
    )


def _as_publisher(scene: Scene, subject: Subject) -> list[str]:
    """How the page's publisher names the body, where it is the publisher."""
    publisher = scene.reading.document.meta.publisher or ""
    return [
        publisher[start:end]
        for start, end, meaning in names_in(scene.reading.knowledge, publisher)
        if (meaning.label, meaning.key) == (subject.type, subject.key)
    ]


def _without_lead(name: str) -> str:
    """The place alone of "SEND services in Wetherfold"; "HMP Wrayholme" as it is."""
    lead = _SERVICES_IN.search(name)
    return _place(name[lead.end() :]) if lead else name


def _written(scene: Scene, mention: Mention) -> str:
    words = " ".join(scene.text[mention.start : mention.end].split())
    return _LEADING.sub("", words)


def _houses(scene: Scene, mention: Mention) -> bool:
    start = max(0, mention.start - _BEFORE)
    return _HOUSING.search(scene.text, start, mention.start) is not None


def _with_article(scene: Scene, name: str) -> str:
    """The name with its article where that is part of it: "at The Willows"."""
    first = _WORD.match(name)
    places = scene.after_the.get(first.group(), ()) if first else ()
    full = f"The {name}"
    inside = any(
        scene.text.startswith(full, place)
        and not _WORD.match(scene.text, place + len(full))
        for place in places
    )
    return full if inside else name


def _spoken(name: str) -> str:
    """The name without the capitals of a story's first words, or of a heading.

    As in "ASHCOMBE Council", "LITTLE OTTERS DAY NURSERY".
    """
    longest = 1 if name.isupper() and " " in name else _ABBREVIATION
    return " ".join(
        word.capitalize()
        if len(word) > longest and word.isupper() and _VOWEL.search(word)
        else word
        for word in name.split()
    )


def _fullness(names: Counter[str], name: str) -> tuple[bool, bool, int, int]:
    """The one most often said, if in part, and of these the longest.

    Shouting and everyday nouns come last. "The Lowick Practice" may be found at "Lowick
    Health Centre".
    """
    shouted = name.isupper() and " " in name
    capital_noun = name.rsplit(maxsplit=1)[-1][:1].isupper()
    said = sum(n for other, n in names.items() if name.startswith(other))
    return not shouted, capital_noun, said, len(name)


def _place(name: str) -> str:
    """The capitals of a name: the place that a service belongs to."""
    runs = [match.group() for match in _PLACE.finditer(name)]
    longest = max(runs, key=len, default=name)
    return re.sub(r"['’]s$", "", longest)
