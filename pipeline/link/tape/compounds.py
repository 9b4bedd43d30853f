"""Words that only look like signs, told by what stands beside them."""

from collections.abc import Iterator
from itertools import zip_longest

from pipeline.link.tape import AREAS, SINGLE, Sign, Tape
from pipeline.link.tape.alphabet import PRONOUNS, THEN, WORDS, Alphabet

NOUN, LIKE = "T", "like"
COMPOUNDS = frozenset("xwSm")
SUPERLATIVES = frozenset("hl")
TIMES = frozenset(("then", "before", "previously", "earlier"))
"""Words that tell a time where they end a clause, and join or part clauses else."""
CONTRAST = "k"


def uncompounded(text: str, signs: list[Sign], cues: Alphabet) -> Iterator[Sign]:
    """The signs, those that only look like signs as the words that they are.

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
        elif aside:
            aside = False
        elif sign.kind == NOUN and before is not None and _is_called(before, sign):
            continue
        elif sign.kind == CONTRAST and _between_commas(before, following):
            aside = True
        else:
            plain = _is_plain(text, before, sign, following, cues)
            before = sign
            yield sign._replace(kind=WORDS) if plain else sign


def _is_plain(
    text: str, before: Sign | None, sign: Sign, following: Sign | None, cues: Alphabet
) -> bool:
    """Whether a sign is no more than words: half a compound, "top of the list"."""
    if sign.kind in SUPERLATIVES:
        return following is None or following.kind not in "Mbv"
    if sign.kind != SINGLE:
        return False
    if (
        following is not None
        and _beside(sign, following)
        and following.value not in cues.predicates
        and not _names(text, sign, following)
    ):
        return True
    return (
        before is not None
        and before.value != LIKE
        and sign.word in cues.nouns
        and _beside(before, sign)
    )


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


def own_areas(tape: Tape) -> Iterator[Sign]:
    """The signs, where "three other areas" are the body's own and no other body's."""
    for sign, following in zip_longest(tape.signs, tape.signs[1:]):
        others = following is not None and following.kind == "T"
        other = sign.kind == "X" and sign.value.endswith("other")
        yield sign._replace(kind="R") if other and others else sign
