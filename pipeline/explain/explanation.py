"""What can be told of a cell: all that speaks for it and against it."""

from dataclasses import dataclass
from typing import Literal

from pipeline.explain.roles import Role
from pipeline.records import Correction


@dataclass(frozen=True, slots=True)
class Place:
    """Evidence in its sentence, and the chain of offsets back to the source.

    Attributes:
        before: the sentence up to the evidence; `marked` the evidence itself.
        start: half-open code points into the canonical text.
        block: what the words stand in, and under which heading.
        page: counted from 1, where the source has pages.
        raw: half-open characters of the decoded source as received; None unless the
            source was at hand.
        role: what it does for the cell, see `roles`.
        box: left, bottom, right, top on the page, in points; None likewise.
        link: the report at its page, or the live page at the sentence.
    """

    before: str
    marked: str
    after: str
    start: int
    end: int
    block: str | None
    heading: str | None
    page: int | None
    role: Role
    raw: tuple[int, int] | None = None
    box: tuple[float, float, float, float] | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """How many areas have a grade: as counted in the text, and as named in it."""

    grade: str
    counted: int | None
    stated: tuple[str, ...]
    deduced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """A name and what it stands for: a rule, a data entry."""

    name: str
    place: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Vetoed:
    """What looks like a grade, a count or a quotation and was not taken.

    Attributes:
        kind: what it would have been.
        before: its sentence up to the words; `marked` the words.
        by: the words that forbid it, where there are such.
        rule: the rule that did not take them, with `data`, its entries.
    """

    kind: str
    before: str
    marked: str
    after: str
    start: int
    end: int
    by: str | None
    rule: Because
    data: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All about one cell.

    Attributes:
        form: of a quote; the words of an indirect one stand between no marks.
        resolved_by: how a quote's speaker was found.
        rivals: readings that lost, and to what.
        accounts: for a deduced grade the premises, one for each grade of the scale.
        vetoes: what rules did not take in the same sentences, or about the same area.
        near: other sentences that hold a grade word and were not used; those with a
            veto name its rule.
        issues: what does not add up about the same words or area.
        said: what the source says of itself outside its text.
        empty: why the cell holds nothing, or is there no more.
        by_rules: the same of what the rules said, where a person has changed it.
    """

    document: str
    source: str
    address: str
    kind: str
    label: str
    value: str | None = None
    basis: Literal["stated", "deduced"] | None = None
    derivation: str | None = None
    form: Literal["direct", "mixed", "indirect"] | None = None
    resolved_by: str | None = None
    places: tuple[Place, ...] = ()
    rule: Because | None = None
    data: tuple[Because, ...] = ()
    rivals: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    vetoes: tuple[Vetoed, ...] = ()
    near: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    made_by: str
    said: str | None = None
    empty: str | None = None
    by_rules: "Explanation | None" = None
