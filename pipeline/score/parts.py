"""One record against its gold, part by part: what is right, spurious and missed."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from pipeline.records import Grade as RecordGrade
from pipeline.records import Inspection, PreviousGrade, Quote, Record
from pipeline.score.gold import Gold, GoldGrade, GoldInspection, GoldQuote
from pipeline.score.sameness import label, overlap, same_name, same_role, same_speaker
from pipeline.score.sameness import words as words_of

FOUND = 0.8
"""Overlap of words from which a quote counts as found."""
_SHOWN = 70
"""Characters of a quote by which it is told in a list."""


class Part(StrEnum):
    """What is scored."""

    KIND = "kind"
    DATE = "date"
    BODIES = "bodies"
    GRADES = "grades"
    STATED = "grades stated"
    DEDUCED = "grades deduced"
    PREVIOUS = "previous grades"
    TALLIES = "tallies"
    QUOTES = "quote text"
    EXACT = "quote text exact"
    END_TO_END = "quote end to end"
    NAMES = "speaker name"
    ROLES = "speaker role"
    REPEATS = "repeats"
    ISSUES = "issues"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Claims of one part in one document, each in words a reader can check."""

    right: tuple[str, ...] = ()
    spurious: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


def compared(gold: Iterable[str], claimed: Iterable[str]) -> Outcome:
    """Two lists of claims, as multisets."""
    wanted, given = Counter(list(gold)), Counter(list(claimed))
    right, spurious, missed = wanted & given, given - wanted, wanted - given
    return Outcome(*(tuple(sorted(c.elements())) for c in (right, spurious, missed)))


def outcomes(gold: Gold, record: Record | None) -> dict[Part, Outcome]:
    """Every part of one document; without a record all that gold has is missed."""
    return {
        **_document(gold, record),
        **_inspections(gold, record.inspections if record else []),
        **(_quotes(gold, record) if gold.document.kind != "other" else {}),
        Part.ISSUES: compared(
            {issue.code for issue in gold.issues},
            {issue.code for issue in record.issues} if record else (),
        ),
    }


def _document(gold: Gold, record: Record | None) -> dict[Part, Outcome]:
    """Kind and date; a date that neither has is no claim."""
    dates = (gold.document.published, record.document.published if record else None)
    wanted, given = ([str(date)] if date else [] for date in dates)
    kinds = [record.document.kind] if record else []
    return {
        Part.KIND: compared([gold.document.kind], kinds),
        Part.DATE: compared(wanted, given),
    }


def names_of(inspection: GoldInspection) -> frozenset[str]:
    """All labels that name the body of an inspection."""
    return frozenset(map(label, (inspection.body.name, *inspection.body.aliases)))


def _inspections(gold: Gold, found: Sequence[Inspection]) -> dict[Part, Outcome]:
    """Bodies, grades and tallies; each claim begins with the body's name in gold."""
    owners = [_owner(gold, inspection) for inspection in found]
    pairs = list(zip(owners, found, strict=True))
    wanted = [(i.body.name, i) for i in gold.inspections]
    current = [(o, g) for o, i in pairs for g in i.grades]
    grades = [(o, g) for o, i in wanted for g in i.grades]
    return {
        Part.BODIES: compared([name for name, _ in wanted], dict.fromkeys(owners)),
        Part.GRADES: _graded(grades, current),
        **{
            part: _graded(
                [(o, g) for o, g in grades if g.basis == basis],
                [(o, g) for o, g in current if g.basis == basis],
            )
            for part, basis in ((Part.STATED, "stated"), (Part.DEDUCED, "deduced"))
        },
        Part.PREVIOUS: _graded(
            [(o, g) for o, i in wanted for g in i.previous_grades],
            [(o, g) for o, i in pairs for g in i.previous_grades],
        ),
        Part.TALLIES: compared(
            [f"{o}: {t.count} {t.grade}" for o, i in wanted for t in i.tallies],
            dict.fromkeys(
                f"{o}: {t.count} {t.grade}" for o, i in pairs for t in i.tallies
            ),
        ),
    }


def _owner(gold: Gold, inspection: Inspection) -> str:
    """The body's name in gold, or the name as claimed."""
    name = label(inspection.body.name)
    for wanted in gold.inspections:
        if name in names_of(wanted):
            return wanted.body.name
    return inspection.body.name


def _graded(
    wanted: Sequence[tuple[str, GoldGrade]],
    claimed: Sequence[tuple[str, RecordGrade | PreviousGrade]],
) -> Outcome:
    """Triples of body, area and grade; an area goes by any of its wordings."""
    given = dict.fromkeys(
        f"{owner}: {_area(owner, grade, wanted)} = {grade.grade}"
        for owner, grade in claimed
    )
    return compared([f"{o}: {g.area[0]} = {g.grade}" for o, g in wanted], given)


def _area(
    owner: str,
    grade: RecordGrade | PreviousGrade,
    wanted: Sequence[tuple[str, GoldGrade]],
) -> str:
    """The area's official wording in gold, or its label as claimed."""
    labels = {label(grade.area), label(grade.area_label)} - {""}
    for whose, gold in wanted:
        if whose == owner and labels & set(map(label, gold.area)):
            return gold.area[0]
    return grade.area_label


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold quote and what was found of it."""

    gold: GoldQuote
    found: Quote
    exact: bool


def _quotes(gold: Gold, record: Record | None) -> dict[Part, Outcome]:
    """Quotes and their speakers; indirect speech is welcome and not demanded."""
    found = record.quotes if record else []
    matched = _matched(gold.quotes, found)
    taken = {id(pair.found) for pair in matched.values()}
    extra = [
        shown(quote.text)
        for quote in found
        if id(quote) not in taken and quote.kind != "indirect"
    ]
    needed = [
        index
        for index, quote in enumerate(gold.quotes)
        if quote.kind != "indirect" and not quote.optional
    ]
    aliases = [names_of(inspection) for inspection in gold.inspections]
    tests: Mapping[Part, Callable[[Pair], bool]] = {
        Part.QUOTES: lambda _: True,
        Part.EXACT: lambda pair: pair.exact,
        Part.END_TO_END: lambda pair: same_speaker(
            pair.gold.speaker, pair.found.speaker, aliases
        ),
    }
    judged = {
        part: _judged(gold.quotes, needed, matched, test, extra)
        for part, test in tests.items()
    }
    both = [matched[index] for index in needed if index in matched]
    return {
        **judged,
        Part.NAMES: _judged_speakers(both, "name"),
        Part.ROLES: _judged_speakers(both, "role"),
        Part.REPEATS: compared(
            [shown(quote.text) for quote in gold.quotes if quote.repeats is not None],
            [shown(p.gold.text) for p in both if p.found.repeats is not None],
        ),
    }


def shown(text: str) -> str:
    """The beginning of a quote, by which it is told in a list."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"


def _matched(wanted: Sequence[GoldQuote], found: Sequence[Quote]) -> dict[int, Pair]:
    """Gold quotes with what was found of them, one to one, the closest first.

    Repeated words go to the nearest place in the order of the text.
    """
    gold_words = [words_of(quote.text) for quote in wanted]
    found_words = [words_of(quote.text) for quote in found]
    candidates = sorted(
        (-round(share, 3), abs(g / len(wanted) - f / len(found)), g, f)
        for g, one in enumerate(gold_words)
        for f, other in enumerate(found_words)
        if (share := overlap(one, other)) >= FOUND
    )
    matched: dict[int, Pair] = {}
    used: set[int] = set()
    for _, _, g, f in candidates:
        if g not in matched and f not in used:
            used.add(f)
            exact = gold_words[g] == found_words[f]
            matched[g] = Pair(wanted[g], found[f], exact)
    return matched


def _judged(
    quotes: Sequence[GoldQuote],
    needed: Sequence[int],
    matched: Mapping[int, Pair],
    test: Callable[[Pair], bool],
    extra: Sequence[str],
) -> Outcome:
    """What passes a test is right; what fails it is both missed and spurious."""
    right: list[str] = []
    failed: list[str] = []
    for index in needed:
        if index in matched:
            passed = test(matched[index])
            (right if passed else failed).append(shown(quotes[index].text))
    missed = [shown(quotes[index].text) for index in needed if index not in matched]
    return Outcome(
        tuple(right), tuple(chain(extra, failed)), tuple(chain(missed, failed))
    )


def _judged_speakers(pairs: Sequence[Pair], field: str) -> Outcome:
    """Names, or roles where gold has one, of the quotes that were found."""
    wanted, given = [], []
    for pair in pairs:
        gold, speaker = pair.gold.speaker, pair.found.speaker
        expected = getattr(gold, field)
        said = getattr(speaker, field) if speaker else None
        same = same_name(gold, said) if field == "name" else same_role(expected, said)
        if expected:
            wanted.append(f"{expected}: {shown(pair.gold.text)}")
        if said and (expected or field == "name"):
            given.append(f"{expected if same else said}: {shown(pair.gold.text)}")
    return compared(wanted, given)
