"""A stretch of text written as a tape: its named signs, and the words between them."""

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Extent
from pipeline.link.tape import AREAS, COUNT, UNKNOWN, WHOLE, Sign, Tape
from pipeline.link.tape.alphabet import ASIDE, QUOTES, TOKEN, WORDS, Alphabet
from pipeline.link.tape.compounds import uncompounded
from pipeline.link.tape.trimming import (
    FEW,
    heard,
    unabbreviated,
    undated,
    unoccasioned,
    unstarred,
)

NEAR = 2
"""Characters from the end of a word to the next one."""
MANY_WORDS, BODIES = "w", "m"

_GIVEN = re.compile(r"(?:V[Sx]{0,2}s?|v)$")


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
    asides = tuple(heard(found, cues))
    if asides:
        found = [sign for sign in found if sign.kind != ASIDE]
    found = list(unoccasioned(undated(found, cues), cues))
    if plain.find("*", *extent) >= 0:
        found = unstarred(found)
    if plain.find("(", *extent) >= 0:
        found = unabbreviated(found, text)
    signs = uncompounded(text, found, cues)
    return Tape(extent, tuple(_strange(list(_joined(signs)), text)), cues, asides)


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
