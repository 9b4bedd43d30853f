"""The entries of data files: frameworks, inspectorates, bodies and cues, as models.

They are the schema of `data/`: strict, nothing unforeseen.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$")]
Confidence = Literal["high", "medium", "low"]


class Model(BaseModel):
    """The habits of all data files: frozen, strict, nothing unforeseen."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Grade(Model):
    """A step of a scale.

    Attributes:
        wordings: other ways to write this grade that are safe on their own.
        number: the grade as a digit, where reports print one.
        score: the band of the total score that earns it, both ends included.
        statement: whether its words say of a body as a whole what nobody says else:
            no verb of rating need govern them.
    """

    slug: Slug
    label: str
    wordings: tuple[str, ...] = Field(default=(), strict=False)
    number: int | None = None
    score: tuple[int, int] | None = Field(default=None, strict=False)
    statement: bool = False


class Area(Model):
    """What a framework grades (or only looks at, see `graded`).

    Attributes:
        label: the heading in the report.
        short: the name in the summary table, where it differs.
        graded: `always`, `never`, or the condition as a slug (`where_audited`).
        pillar: slug of the pillar or domain that it belongs under.
        sums_up: whether it is the judgement on its pillar, with others under it.
        wordings: how news and statements call it; inflections of these words
            ("responds to the public") are found without being listed.
        earlier: slugs of the areas it continues in the cycle before.
    """

    slug: Slug
    label: str
    short: str | None = None
    graded: Slug = "always"
    pillar: Slug | None = None
    sums_up: bool = False
    question: str | None = None
    wordings: tuple[str, ...] = Field(default=(), strict=False)
    earlier: tuple[Slug, ...] = Field(default=(), strict=False)
    note: str | None = None

    @property
    def name(self) -> str:
        """The label a reader knows it by: the summary table's, else the report's."""
        return self.short or self.label

    @property
    def all_wordings(self) -> tuple[str, ...]:
        """Label, short label and wordings, without repetition."""
        known = (self.label, *([self.short] if self.short else []), *self.wordings)
        return tuple(dict.fromkeys(known))


class Example(Model):
    """A text that must yield exactly these grades, by area slug; none: no grade."""

    text: str
    grades: Mapping[str, str] = {}
    previous: Mapping[str, str] = {}
    note: str | None = None


class Framework(Model):
    """One inspection programme in one cycle.

    Attributes:
        programme: the family it belongs to, as `peel` or `ilacs`.
        programmes: by type of body, where that decides the family's name: the same
            questions are put to a care home and to a hospital.
        first_year: the first year in which its reports appeared.
        last_year: the last one; None while it is in force.
        first_month, last_month: the months in these years, where they are known.
        inspects: types of bodies.
        joint_with: slugs of further inspectorates that inspect with the first.
        called: types of bodies by whose names a text calls those it inspects, where
            all these inspectorates are named: the council, for its area's services.
        unless: phrases of another programme of the bodies so called.
        previous: slug of the programme's cycle before.
        scale: best first.
        areas: in the framework's own order.
        jurisdictions, typical_counts: the countries in which it inspects, and how many
            areas its reports usually grade; for readers of the data, no rule uses them.
        not_a_grade: what may stand where a grade stands ("not graded") and is none.
        only_if: the text must hold one of these phrases, or it is about another
            programme of the same bodies; empty for the usual programme.
        titles: how its official reports are headed, from their first word to their
            last; `{body}` stands for who was inspected, `*` for a few words.
        document: what an official document with such a title is.
        sources: pages on which the facts were checked.
    """

    slug: Slug
    name: str
    programme: Slug
    programmes: Mapping[str, Slug] = {}
    inspectorate: Slug
    cycle: str
    first_year: int
    first_month: int = 1
    last_year: int | None = None
    last_month: int = 12
    jurisdictions: tuple[str, ...] = Field(default=(), strict=False)
    inspects: tuple[str, ...] = Field(strict=False)
    joint_with: tuple[Slug, ...] = Field(default=(), strict=False)
    called: tuple[str, ...] = Field(default=(), strict=False)
    unless: tuple[str, ...] = Field(default=(), strict=False)
    overall: bool
    previous: Slug | None = None
    confidence: Confidence
    note: str | None = None
    sources: tuple[str, ...] = Field(default=(), strict=False)
    typical_counts: tuple[int, ...] = Field(default=(), strict=False)
    score_max: int | None = None
    not_a_grade: tuple[str, ...] = Field(default=(), strict=False)
    only_if: tuple[str, ...] = Field(default=(), strict=False)
    titles: tuple[str, ...] = Field(default=(), strict=False)
    document: Literal["inspection_report", "inspection_letter"] = "inspection_report"
    scale: tuple[Grade, ...] = Field(strict=False)
    areas: tuple[Area, ...] = Field(strict=False)
    examples: tuple[Example, ...] = Field(default=(), strict=False)

    @cached_property
    def area_by_slug(self) -> Mapping[str, Area]:
        """Areas by slug."""
        return {area.slug: area for area in self.areas}

    @cached_property
    def grade_by_slug(self) -> Mapping[str, Grade]:
        """Grades by slug, best first."""
        return {grade.slug: grade for grade in self.scale}

    def programme_of(self, body_type: str | None) -> str:
        """The programme's slug for a body of that type."""
        return self.programmes.get(body_type or "", self.programme)

    @cached_property
    def whole(self) -> tuple[str, ...]:
        """Slugs of the judgement on the whole, which no count of areas holds."""
        return tuple(
            area.slug
            for area in self.areas
            if area.slug == "overall"
            or any(wording.lower() == "overall" for wording in area.all_wordings)
        )

    @cached_property
    def judged(self) -> tuple[str, ...]:
        """Slugs of the areas that every inspection grades, the whole left out."""
        return tuple(
            area.slug
            for area in self.areas
            if area.graded == "always" and area.slug not in self.whole
        )

    @cached_property
    def pillars(self) -> tuple[Area, ...]:
        """The areas that sum up others."""
        return tuple(area for area in self.areas if area.sums_up)

    def in_force(self, when: date | int) -> bool:
        """Whether its reports appeared in that month, or in a year at all."""
        if isinstance(when, int):
            return self.first_year <= when <= (self.last_year or when)
        month = when.year, when.month
        last = (self.last_year, self.last_month) if self.last_year else month
        return (self.first_year, self.first_month) <= month <= last


class Inspectorate(Model):
    """Who inspects; `wordings` may name others too ("the watchdog")."""

    slug: Slug
    name: str
    abbreviations: tuple[str, ...] = Field(default=(), strict=False)
    wordings: tuple[str, ...] = Field(default=(), strict=False)
    nicknames: tuple[str, ...] = Field(default=(), strict=False)
    """Wordings that other inspectorates share: "the watchdog"."""
    offices: tuple[str, ...] = Field(default=(), strict=False)
    """Titles of its inspectors that name it: "Chief Inspector of Prisons"."""
    note: str | None = None

    @property
    def called(self) -> tuple[str, ...]:
        """All that it is called, in lower case, without "the", with "and" for "&"."""
        names = (self.name, *self.abbreviations, *self.wordings, *self.nicknames)
        lower = (name.lower().replace("&", "and") for name in names)
        return tuple(name.removeprefix("the ") for name in lower)


class Body(Model):
    """Who is inspected: an entry of a register.

    Its `jurisdiction`, `region`, `until`, `successor`, `serves` and `codes` are for
    readers of the data; no rule uses them.
    """

    id: Slug
    name: str
    type: Slug
    aliases: tuple[str, ...] = Field(default=(), strict=False)
    nicknames: tuple[str, ...] = Field(default=(), strict=False)
    """Names that mean others too: a bare place, an abbreviation that collides."""
    noun: str | None = None
    """What its inspectorate calls it: the force, the constabulary, the service."""
    office: str | None = None
    """Who oversees it: its police and crime commissioner."""
    jurisdiction: str | None = None
    region: str | None = None
    until: str | None = None
    """The month in which it ended, as `2021-03`."""
    successor: Slug | None = None
    """Id of the body of its type that took over."""
    serves: tuple[Slug, ...] = Field(default=(), strict=False)
    """Ids of the councils whose services it runs."""
    confidence: Confidence = "high"
    codes: Mapping[str, str] = {}
    """Identifiers elsewhere: `urn`, `ons`, `la`."""


class Cue(Model):
    """Words that mean the same to the rules, and what shows that they do.

    Attributes:
        words: words or phrases as they stand in a text, in lower case unless its
            `why` says that capitals count.
        examples: texts in which the cue must act.
        counterexamples: texts with the same words in which it must not.
    """

    name: Slug
    why: str
    words: tuple[str, ...] = Field(default=(), strict=False)
    examples: tuple[str, ...] = Field(default=(), strict=False)
    counterexamples: tuple[str, ...] = Field(default=(), strict=False)

    @cached_property
    def word_set(self) -> frozenset[str]:
        """The words as a set, made once."""
        return frozenset(self.words)
