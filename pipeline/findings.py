"""What rules claim: frozen values between the linkers and `reconcile`.

A finding names its rule and the data that spoke for it, so that every cell of a
record can be explained; offsets are extents into `Document.text`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pipeline.document import Extent, Origin


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a finding was made.

    Attributes:
        rule: the rule's name, `<module>.<function>`, as in `grades.list_item`.
        data: the data entries it rests on, as `cues/vetoes.toml#wish`.
        rivals: other readings that lost, and to what, one sentence each.
    """

    rule: str
    data: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InspectionFinding:
    """An inspection that the document is about: a body, and the framework in force.

    Attributes:
        key: how other findings refer to it; counted from 0 in order of importance.
        framework: slug where it is certain, None where only the programme is.
        rivals: slugs of frameworks that fit as well, where `framework` is None.
        body_id: None for a body that no register lists.
        evidence: where the body is named.
        origins: by field, how a day or a person is known.
    """

    key: int
    inspectorate: str | None
    programme: str | None
    framework: str | None
    rivals: tuple[str, ...]
    body_id: str | None
    body_name: str
    body_type: str | None
    evidence: tuple[Extent, ...]
    trace: Trace
    inspected_from: date | None = None
    inspected_to: date | None = None
    published: date | None = None
    lead_inspector: str | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)


class Tense(StrEnum):
    """Whether a grade is this inspection's or an earlier one's."""

    CURRENT = "current"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class GradeFinding:
    """A grade label governs an area of a body.

    Attributes:
        inspection: key of its `InspectionFinding`.
        area: slug in the framework, None where no framework knows it.
        area_label: the framework's label, or the words as written where `area` is None.
        grade: slug of the scale.
        grade_label: the grade as written.
        evidence: the words that say so, in order of weight, the governing one first.
        when: year or cycle of an earlier inspection as written, where given.
        quoted: whether the words stand inside a quotation.
    """

    inspection: int
    area: str | None
    area_label: str
    grade: str
    grade_label: str
    evidence: tuple[Extent, ...]
    trace: Trace
    tense: Tense = Tense.CURRENT
    when: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class TallyFinding:
    """A count that the text states: so many areas with this grade.

    Attributes:
        grade: slug; None for a total ("graded in nine areas").
        areas: the universe it counts over where the text limits it, else empty.
    """

    inspection: int
    grade: str | None
    count: int
    evidence: tuple[Extent, ...]
    trace: Trace
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreasListed:
    """The areas that the text itself says were judged: the universe of its tallies."""

    inspection: int
    areas: tuple[str, ...]
    evidence: tuple[Extent, ...]
    trace: Trace


@dataclass(frozen=True, slots=True)
class Narrowed:
    """An area has one of these grades: a heading's polarity, "good or adequate"."""

    inspection: int
    area: str
    grades: frozenset[str]
    evidence: tuple[Extent, ...]
    trace: Trace


@dataclass(frozen=True, slots=True)
class Remainder:
    """All areas, or all that have no grade of their own, have this one.

    Attributes:
        exceptions: areas that the words leave out ("in all areas except ...").
        others: whether areas graded elsewhere in the text are left out too ("the
            other areas").
        count: how many areas it speaks of, where it says so ("the other five").
        unnamed: how many areas are left out without a name ("all areas but one").
    """

    inspection: int
    grades: frozenset[str]
    evidence: tuple[Extent, ...]
    trace: Trace
    exceptions: tuple[str, ...] = ()
    others: bool = False
    count: int | None = None
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Extreme:
    """Areas that have the best, or the worst, grade that this inspection gave."""

    inspection: int
    best: bool
    areas: tuple[str, ...]
    evidence: tuple[Extent, ...]
    trace: Trace


@dataclass(frozen=True, slots=True)
class Score:
    """A total score as printed: 26 out of 36; the framework says what it earns."""

    inspection: int
    points: int
    maximum: int
    evidence: tuple[Extent, ...]
    trace: Trace


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as fully as the document says; `mention` is at the quote itself."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    mention: Extent | None = None


class QuoteKind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class QuoteFinding:
    """One continuous turn of one speaker.

    Attributes:
        parts: the spoken stretches without outer marks, in order.
        resolved_by: `cue`, `pronoun`, `surname`, `continuation`, `heading`,
            `lead_in`, `adjacent`; None exactly where `speaker` is None.
    """

    kind: QuoteKind
    parts: tuple[Extent, ...]
    cue: Extent | None
    speaker: Speaker | None
    resolved_by: str | None
    trace: Trace


class VetoKind(StrEnum):
    """What something would have been without a veto."""

    GRADE = "grade"
    TALLY = "tally"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Vetoed:
    """A grade, a count or words in quotation marks that a rule did not take.

    Attributes:
        words: what was not taken.
        trace: the rule, and the data entry that forbids it.
        by: the words of that entry, where there are such.
    """

    kind: VetoKind
    words: Extent
    trace: Trace
    by: Extent | None = None


Finding = (
    InspectionFinding
    | GradeFinding
    | TallyFinding
    | AreasListed
    | Narrowed
    | Remainder
    | Extreme
    | Score
    | QuoteFinding
    | Vetoed
)
