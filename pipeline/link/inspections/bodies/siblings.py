"""Bodies whose names have no noun of their type, told by what stands beside them.

A round-up's cross-heads are all names of bodies ("The Laurels, Saltby" between "Mill
House, Saltby" and "Rowan Court, Saltby"), and what is "one of its homes" is a home.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.document import BlockType, Role
from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.nouns import nouns_of
from pipeline.link.inspections.subjects import NAMES, inspected_types
from pipeline.link.reading import Mention, Reading
from pipeline.words.patterns import alike, any_of
from pipeline.words.phrases import POSSESSIVE, words_of

_FEWEST = 2
_NAME = r"(?:[A-Z][\w'’-]*|St\.)(?:\s+(?:(?:of|at|on|the|and|&)\s+)?[A-Z][\w'’-]*){0,4}"
_HEAD = re.compile(
    rf"(?P<label>[A-Z][^:\n.]{{0,30}}:\s+)?(?P<name>{_NAME})"
    rf"(?P<place>(?:,\s+|\s+\(|\s[-–—]\s){_NAME}\)?|\s+\([^()\n]{{3,50}}\))?\s*"
)
"""A cross-head: a name, its place or none, and before it "The good:" or nothing."""
_LISTED_NAME = re.compile(rf"[^\w]{{0,4}}(?P<name>{_NAME})")
_LAST_NAME = re.compile(rf"(?<![\w'’-])(?P<name>{_NAME})$")
_REACH = 60
"""Characters before a comma in which a name may stand."""
_BETWEEN = r"(?:(?!(?:at|for|from|in|of|that|which|who|with)\b)(?:[\w'’-]+)\s+){0,4}?"
"""Words between an article and its noun: none of a phrase of its own."""


def described(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A mention for each such name, wherever it stands.

    Args:
        reading: the document.
        mentions: the bodies of its story, sorted.
    """
    kinds = Counter(m.label for m in mentions if m.id in NAMES - {"governed"})
    kinds = Counter({kind: n for kind, n in kinds.items() if kind != "unknown"})
    if not kinds:
        return
    taken = {
        at for m in mentions for at in range(m.start, m.end) if m.label != "unknown"
    }
    found: dict[str, str] = {}
    for start, end, kind in (
        *_cross_heads(reading, mentions),
        *_under_grades(reading, mentions),
        *_apposed(reading, frozenset(kinds)),
        *_whose_sister(reading, mentions),
    ):
        if not taken.intersection(range(start, end)):
            found.setdefault(reading.document.text[start:end], kind)
    if found:
        pattern = re.compile(rf"(?<![\w'’-])(?:{any_of(found)})(?![\w-])")
        for match in pattern.finditer(reading.document.text):
            name = match.group()
            if name in found and match.start() not in taken:
                key = "-".join(w.norm for w in words_of(name) if w.norm != "the")
                yield Mention(*match.span(), found[name], key, "form")


def _cross_heads(
    reading: Reading, mentions: Sequence[Mention]
) -> Iterator[tuple[int, int, str]]:
    """Headings between others that are names of bodies, with grades under them."""
    blocks = reading.document.blocks
    heads = [
        (place, block)
        for place, block in enumerate(blocks)
        if block.type is BlockType.HEADING and block.role is Role.BODY
    ]
    starts = {m.start: m for m in mentions if m.id in NAMES}
    found = []
    for place, block in heads:
        match = _HEAD.fullmatch(reading.document.text, block.start, block.end)
        below = blocks[place + 1 : place + 2]
        if match and below and reading.inside("grades", below[0].extent):
            found.append(match)
    named = [block.start for _, block in heads if block.start in starts]
    named += [
        m.start("name") for m in found if m["label"] and m.start("name") in starts
    ]
    placed = len(found) > _FEWEST and all(match["place"] for match in found)
    if len(named) < (1 if placed else _FEWEST):
        return
    kind = Counter(starts[start].label for start in named).most_common(1)[0][0]
    for match in found:
        name = match.span("name")
        if name[0] not in starts and not _is_topic(reading, name):
            yield *name, kind


def _is_topic(reading: Reading, extent: tuple[int, int]) -> bool:
    """Whether words name an area or a grade."""
    return any(reading.inside(group, extent) for group in ("areas", "grades"))


def _under_grades(
    reading: Reading, mentions: Sequence[Mention]
) -> Iterator[tuple[int, int, str]]:
    """Names in lists under grades, where others of the lists are known to be bodies.

    As in "Good", and under it "Saltby", "Wickmere", with Saltby Police named elsewhere.
    """
    able = inspected_types(reading.knowledge)
    listed = list(_listed(reading))
    starts = {m.start: m.label for m in mentions if m.label in able}
    kinds = Counter(starts[start] for start, _ in listed if start in starts)
    if kinds.total() < _FEWEST:
        return
    (kind, _), *_ = kinds.most_common(1)
    for extent in listed:
        if extent[0] not in starts and not _is_topic(reading, extent):
            yield *extent, kind


def _listed(reading: Reading) -> Iterator[tuple[int, int]]:
    """The lines of a name alone that follow a line of a grade alone."""
    under = False
    for block in reading.document.blocks:
        if block.role is not Role.BODY:
            continue
        grades = reading.inside("grades", block.extent)
        if any(grade.extent == block.extent for grade in grades):
            under = True
            continue
        name = _LISTED_NAME.fullmatch(reading.document.text, block.start, block.end)
        under = under and name is not None
        if under and name is not None:
            yield name.span("name")


def _apposed(reading: Reading, kinds: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """As in "Fernlea, one of its two sister homes", "Fernlea, a home in Wick, is"."""
    text = reading.document.text
    known = reading.knowledge
    names = known.cues["body_names"]
    no_name = names["openers"].word_set | names["not_a_name"].word_set
    for match in _pattern(known).finditer(text):
        meant = nouns_of(known).types[alike(match["noun"])]
        kind = next((each for each in meant if each in kinds), None)
        before = _LAST_NAME.search(text, max(0, match.start() - _REACH), match.start())
        if kind is None or before is None:
            continue
        start, end = before.span("name")
        if match["a"] and not _opens_a_grade(reading, start, match.end()):
            continue
        words = [w.norm for w in words_of(before["name"]) if w.norm != POSSESSIVE]
        if no_name.isdisjoint(words[words[0] == "the" :]):
            yield start, end, kind


def _opens_a_grade(reading: Reading, start: int, noun: int) -> bool:
    """Whether a sentence begins with a name and has a grade after its noun."""
    sentences = reading.groups.get("sentences", ())
    place = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    if place < 0 or sentences[place].start != start:
        return False
    return bool(reading.inside("grades", (noun, sentences[place].end)))


_SISTER = re.compile(r"\b(?:sister|other|second)\s+(?:[a-z]+\s+){0,2}[a-z]+,?\s+$")
"""Before a name: "its sister home, Elm Court"."""


def _whose_sister(
    reading: Reading, mentions: Sequence[Mention]
) -> Iterator[tuple[int, int, str]]:
    """What was rated, where all that has a noun of its type is said to be its sister.

    As in "Fernlea was rated good. Its sister home, Elm Court, was rated inadequate".
    """
    named = [
        m
        for m in mentions
        if m.id in NAMES - {"governed"} and m.label != "inspectorate"
    ]
    firsts = {m[2:4]: m for m in reversed(named)}
    kinds = {m.label for m in firsts.values()}
    if len(kinds) != 1 or not all(_is_a_sister(reading, m) for m in firsts.values()):
        return
    kind = kinds.pop()
    for mention in mentions:
        if mention.label == "unknown" and mention.id == "governed":
            if not any(
                reading.inside(group, mention.extent) for group in ("areas", "grades")
            ):
                yield *mention.extent, kind
            return


def _is_a_sister(reading: Reading, mention: Mention) -> bool:
    start = max(0, mention.start - _REACH)
    return _SISTER.search(reading.document.text, start, mention.start) is not None


@once
def _pattern(known: Knowledge) -> re.Pattern[str]:
    """What tells after a name that it is one of several homes, or another home."""
    nouns = nouns_of(known)
    return re.compile(
        r",\s+(?:one\s+of\s+(?:the\s+)?|another\s+|(?P<a>an?\s+)"
        r"|(?:the|its)\s+(?:other|second|sister)\s+)"
        rf"{_BETWEEN}(?P<noun>{nouns.one}|{nouns.many})\b(?=[,.;]|\s+(?:in|on|at|near|run)\b)"
    )
