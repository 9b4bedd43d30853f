"""A sentence as a tape of signs, which rules read as patterns.

Areas, grades and counts come from the mentions; the words between them are told by
the cue files. Each sign has one letter, so that a rule is a regular expression over a
short string, and its match gives back the signs and so the offsets:

    HMICFRS found the force was 'good' in two areas, 'inadequate' in one
    x       v     S         b   G      i  N   T     , G            i  N
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, zip_longest
from operator import attrgetter
from typing import NamedTuple

from pipeline.document import Extent
from pipeline.link.tape.alphabet import (
    ASIDE,
    PRONOUNS,
    QUOTES,
    THEN,
    TOKEN,
    TOLD,
    WORDS,
    Alphabet,
)

AREAS, WHOLE = "Aa", "O"
NEAR = 2
"""Characters from the end of a word to the next one."""
AREA, SINGLE, GRADE, VERBAL, UNKNOWN, COUNT = "A", "a", "G", "q", "U", "N"
MANY_WORDS, BODIES = "w", "m"
NOUN, LIKE = "T", "like"
COMPOUNDS = frozenset("xwSm")
SUPERLATIVES = frozenset("hl")
TIMES = frozenset(("then", "before", "previously", "earlier"))
"""Words that tell a time where they end a clause, and join or part clauses else."""
CONTRAST = "k"
READ = "#"
"""A sign that a rule has taken: it stands for nothing any more."""
FEW = 3
"""Words of a run that a rule may pass over as if nothing stood there."""

GRADES = "GqU"
GRADE_SIGNS = frozenset(GRADES)

_GIVEN = re.compile(r"(?:V[Sx]{0,2}s?|v)$")


class Sign(NamedTuple):
    """One sign of a tape.

    Attributes:
        kind: its letter.
        value: an area's key, a grade's slug, a count; else the words.
        quoted: whether it stands in quotation marks of its own.
        before: the word or mark directly before, in lower case, or "".
        after: the word or mark directly after, in lower case, or "".
        word: an area's last word, in lower case.
    """

    kind: str
    start: int
    end: int
    value: str
    quoted: bool = False
    before: str = ""
    after: str = ""
    word: str = ""

    @property
    def extent(self) -> Extent:
        """Where it stands."""
        return Extent(self.start, self.end)


_start = attrgetter("start")


@dataclass(frozen=True, eq=False)
class Tape:
    """The signs of a stretch of text; each is itself alone.

    Attributes:
        extent: the stretch.
        signs: in order, without overlaps.
        cues: what told them, and what words say of a time.
        asides: what says "again" or "were told", as no rule's pattern reads it.
    """

    extent: Extent
    signs: tuple[Sign, ...]
    cues: Alphabet
    asides: tuple[Sign, ...] = ()

    @cached_property
    def kinds(self) -> str:
        """The letters of the signs, one each."""
        return "".join([sign.kind for sign in self.signs])

    def without(self, places: Collection[int]) -> "Tape":
        """The same tape on which no rule can read the signs at some places."""
        if not places:
            return self
        return Tape(
            self.extent,
            tuple(
                sign._replace(kind=READ) if place in places else sign
                for place, sign in enumerate(self.signs)
            ),
            self.cues,
            self.asides,
        )

    def part(self, extent: Extent) -> "Tape":
        """The stretch of it that lies in an extent."""
        first = bisect_left(self.signs, extent.start, key=_start)
        last = bisect_left(self.signs, extent.end, first, key=_start)
        asides = tuple(a for a in self.asides if extent.start <= a.start < extent.end)
        return Tape(extent, self.signs[first:last], self.cues, asides)

    def of(self, kinds: str) -> list[Sign]:
        """The signs of some kinds."""
        return [sign for sign in self.signs if sign.kind in kinds]


def tape_of(
    text: str, plain: str, extent: Extent, named: Sequence[Sign], cues: Alphabet
) -> Tape:
    """The tape of a stretch of text.

    Args:
        text: the document's.
        plain: the same in lower case, every apostrophe straight.
        extent: the stretch.
        named: the signs of areas, grades and counts in it, sorted, without overlaps.
        cues: what the words between them are.
    """
    tokens = list(TOKEN.finditer(plain, *extent))
    found = list(_signs(text, tokens, named, cues))
    asides = tuple(_heard(found, cues))
    if asides:
        found = [sign for sign in found if sign.kind != ASIDE]
    found = list(_unoccasioned(_undated(found, cues), cues))
    if plain.find("*", *extent) >= 0:
        found = _unstarred(found)
    if plain.find("(", *extent) >= 0:
        found = _unabbreviated(found, text)
    signs = _uncompounded(text, found, cues)
    return Tape(extent, tuple(_strange(list(_joined(signs)), text)), cues, asides)


def _undated(signs: list[Sign], cues: Alphabet) -> list[Sign]:
    """Without months after a preposition: "in May", but not "on 7 May"."""
    return [
        sign
        for before, sign in pairwise([*signs[:1], *signs])
        if not (sign.value in cues.months and before.kind == "i")
    ]


def _unoccasioned(signs: list[Sign], cues: Alphabet) -> Iterator[Sign]:
    """Without what only names the occasion: "in a glowing report", "after a visit".

    "Against" leads to the grade before only where a grade follows.
    """
    skipped = 0
    for place, sign in enumerate(signs):
        if skipped:
            skipped -= 1
        elif sign.kind == "i" and (occasion := _occasion(signs, place, cues)):
            skipped = occasion
        elif sign.value == "against" and signs[place + 1 : place + 2]:
            counted = signs[place + 1].kind in "NRHTAa"
            yield sign._replace(kind="i") if counted else sign
        else:
            yield sign


def _occasion(signs: list[Sign], place: int, cues: Alphabet) -> int:
    """How many signs after a preposition name a report or a visit, 0 if none do."""
    for length in range(1, FEW + 1):
        following = signs[place + length : place + length + 1]
        if not following or following[0].kind != WORDS:
            return 0
        if following[0].value in cues.to_come:
            return 0
        if following[0].value in cues.occasions:
            return length
    return 0


def _heard(signs: list[Sign], cues: Alphabet) -> Iterator[Sign]:
    """What says "again", and what says that something is told, or heard of."""
    for sign in [sign for sign in signs if sign.value in cues.heard]:
        yield sign if sign.value in cues.again else sign._replace(kind=TOLD)


def _unstarred(signs: list[Sign]) -> list[Sign]:
    """Without the stars that send a reader from a word to a note: "safe*, caring"."""
    return [
        sign
        for before, sign in pairwise([*signs[:1], *signs])
        if sign.kind != "*" or before.end != sign.start
    ]


def _unabbreviated(signs: list[Sign], text: str) -> list[Sign]:
    """Without short forms in brackets: "the Care Quality Commission (CQC)"."""
    left: list[Sign] = []
    for sign in signs:
        if sign.kind == ")" and len(left) > 1 and left[-2].kind == "(":
            short = left[-1]
            if short.kind in "xS" and text[short.start : short.end].isupper():
                del left[-2:]
                continue
        left.append(sign)
    return left


def _signs(
    text: str,
    tokens: list[re.Match[str]],
    named: Sequence[Sign],
    cues: Alphabet,
) -> Iterator[Sign]:
    words = [token.group() for token in tokens]
    pending = list(reversed(named))
    reached = 0
    for place in range(len(words)):
        if place < reached:
            continue
        start, end = tokens[place].span()
        while pending and pending[-1].end <= start:
            pending.pop()
        if pending and pending[-1].start < end:
            sign = pending.pop()
            reached = place + 1
            while reached < len(tokens) and tokens[reached].start() < sign.end:
                reached += 1
            yield _in_place(text, sign, words, place, reached)
            continue
        length, kind = cues.kind_at(words, place)
        if kind == WHOLE and pending and _adjacent(end, pending[-1]):
            continue
        said = words[place]
        if length > 1:
            reached = place + length
            end = tokens[reached - 1].end()
            said = " ".join(words[place:reached])
        if kind:
            yield _plain(kind, start, end, said)


def _plain(kind: str, start: int, end: int, words: str) -> Sign:
    """A sign of words, made without the checks of what is known here."""
    return tuple.__new__(Sign, (kind, start, end, words, False, "", "", ""))


def _adjacent(end: int, sign: Sign) -> bool:
    """As in "its overall effectiveness": said of an area, it means no whole."""
    return sign.kind in AREAS and 0 <= sign.start - end < NEAR


def _in_place(text: str, sign: Sign, words: list[str], first: int, after: int) -> Sign:
    """A named sign with what stands around it."""
    before = words[first - 1] if first else ""
    behind = words[after] if after < len(words) else ""
    opened = sign.start > 0 and text[sign.start - 1] in QUOTES
    quoted = opened and not QUOTES.isdisjoint(text[sign.end : sign.end + 2])
    if before in QUOTES:
        before = words[first - 2] if first > 1 else ""
    word = words[after - 1] if after else ""
    return Sign(*sign[:4], quoted, before, behind, word)


def _uncompounded(text: str, signs: list[Sign], cues: Alphabet) -> Iterator[Sign]:
    """Words that only look like signs, told by what stands beside them.

    An area of one word beside a noun is no area ("care home", "emergency care"), a
    superlative that stands before no grade and no verb is none ("top of the list"),
    and "however" between commas parts no clauses.
    """
    before: Sign | None = None
    aside = False
    for sign, following in zip_longest(signs, signs[1:]):
        if sign.value in TIMES and _ends_clause(before, following):
            before = sign
            yield sign._replace(kind=THEN)
            continue
        if aside:
            aside = False
            continue
        if sign.kind == NOUN and before is not None and _is_called(before, sign):
            continue
        if sign.kind == CONTRAST and _between_commas(before, following):
            aside = True
            continue
        plain = sign.kind == SINGLE and (
            (
                following is not None
                and _beside(sign, following)
                and following.value not in cues.predicates
                and not _names(text, sign, following)
            )
            or (
                before is not None
                and before.value != LIKE
                and sign.word in cues.nouns
                and _beside(before, sign)
            )
        )
        if sign.kind in SUPERLATIVES:
            plain = following is None or following.kind not in "Mbv"
        before = sign
        yield sign._replace(kind=WORDS) if plain else sign


def _is_called(area: Sign, noun: Sign) -> bool:
    """As in "its people pillar was good": the noun adds nothing to the area."""
    return area.kind in AREAS and noun.start == area.end + 1


def _between_commas(before: Sign | None, following: Sign | None) -> bool:
    """As in ", however,"."""
    if before is None or following is None:
        return False
    return before.kind == following.kind == ","


def _ends_clause(before: Sign | None, following: Sign | None) -> bool:
    """As in "it was good then and is good now", "What was it before?"."""
    if before is None:
        return following is not None and following.kind == ":"  # "Then: good."
    return before.kind != "," and (following is None or following.kind in ",.;?)&")


def _names(text: str, area: Sign, following: Sign) -> bool:
    """As in "For efficiency Fenmarsh keeps ...": a name after an area is none of it."""
    return text[area.start].islower() and text[following.start].isupper()


def _beside(sign: Sign, following: Sign) -> bool:
    """Whether nothing but a space parts a word of no meaning here from an area."""
    plain = following if sign.kind == SINGLE else sign
    close = following.start == sign.end + 1
    return close and plain.kind in COMPOUNDS and plain.value not in PRONOUNS


def _strange(signs: list[Sign], text: str) -> Iterator[Sign]:
    """The signs, with words in marks that are given as a grade told as such."""
    before = ""
    for sign in signs:
        given = sign.kind == WORDS and _GIVEN.search(before)
        if given and sign.start and not QUOTES.isdisjoint(text[sign.start - 1]):
            closed = not QUOTES.isdisjoint(text[sign.end : sign.end + 1])
            yield sign._replace(kind=UNKNOWN) if closed else sign
        else:
            yield sign
        before = (before + sign.kind)[-4:]


def _joined(signs: Iterator[Sign]) -> Iterator[Sign]:
    """The signs with runs of plain words made one sign each."""
    run: list[Sign] = []
    last = ""
    for sign in signs:
        plain = sign.kind == BODIES and COUNT not in (last, "")
        if sign.kind == WORDS or plain:
            run.append(sign)
            continue
        if run:
            yield _run(run)
            run = []
        last = sign.kind
        yield sign
    if run:
        yield _run(run)


def _run(run: list[Sign]) -> Sign:
    kind = WORDS if len(run) <= FEW else MANY_WORDS
    words = " ".join([sign.value for sign in run])
    return _plain(kind, run[0].start, run[-1].end, words)


def own_areas(tape: Tape) -> Iterator[Sign]:
    """The signs, where "three other areas" are the body's own and no other body's."""
    for sign, following in zip_longest(tape.signs, tape.signs[1:]):
        others = following is not None and following.kind == "T"
        other = sign.kind == "X" and sign.value.endswith("other")
        yield sign._replace(kind="R") if other and others else sign
