"""Which organisation an office belongs to when the text leaves it out.

An inspection story names its inspectorate and the body inspected once; "the chief
constable" and "inspectors" are then theirs. Nothing is filled in where two would fit.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from pipeline.knowledge import Inspectorate, Knowledge, once
from pipeline.link.inspections import Scope
from pipeline.link.quotes.story import Story
from pipeline.words.patterns import any_of

_BODIES = ("police", "fire", "school", "local", "prison")
"""What the types of bodies begin with whose offices are known."""
_OF_OFFICE = re.compile(r"crime commissioner|^(?:the )?commissioner|\bpf?cc\b|\bpfc\b")


class Offices:
    """Fills in organisations from what the document is about."""

    def __init__(self, story: Story, scope: Scope | None) -> None:
        self.story = story
        self.scope = scope
        self.known = story.reading.knowledge

    def fuller(self, written: str | None, role: str | None) -> str | None:
        """An organisation as written; for the place alone, the body of that place."""
        of_role = self.organisation(role)
        place = written and of_role and of_role.startswith(f"{written} ")
        return of_role if place or not written else written

    def organisation(self, role: str | None) -> str | None:
        """Whose office a role is; None where nothing tells, or more than one fits."""
        written = (role or "").lower()
        for office, slug in _offices(self.known):
            if office in written:
                return self._named(slug)
        posts = _posts(self.known)
        if posts["inspectorates"].search(written) and (
            not posts["others"].search(written)
        ):
            return self.inspectorate
        if self.body is None or written.startswith("opposition"):
            return None
        name, kind = self.body
        if _OF_OFFICE.search(written):
            return self._office_of(name)
        fits = (
            posts[begins].search(written)
            for begins in _BODIES
            if kind is None or kind.startswith(begins)
        )
        return name if any(fits) or posts["any"].search(written) else None

    def _office_of(self, body: str) -> str | None:
        """A commissioner is of the force's area: Gwent Police, Gwent."""
        area = re.sub(r"\s+(?:Police|Constabulary)(?:\s+Service)?$", "", body)
        return area if area != body else None

    @cached_property
    def body(self) -> tuple[str, str | None] | None:
        """Name and type of the one body inspected."""
        inspections = self.scope.inspections if self.scope else ()
        names = {(found.body_name, found.body_type) for found in inspections}
        return names.pop() if len(names) == 1 else None

    @cached_property
    def inspectorate(self) -> str | None:
        """How the inspectorate of the document is called."""
        for inspection in self.scope.inspections if self.scope else ():
            if inspection.inspectorate:
                return self._named(inspection.inspectorate)
        first = _inspectorates(self.known).search(self.story.text)
        if first is None or first.lastindex is None:
            return None
        return self._named(tuple(self.known.inspectorates)[first.lastindex - 1])

    def _named(self, slug: str) -> str:
        return _short(self.known.inspectorates[slug], self.known)


@once
def _offices(known: Knowledge) -> Sequence[tuple[str, str]]:
    """Offices of inspectorates, each with the inspectorate's slug."""
    cues = ((slug, f"offices-of-{slug}") for slug in known.inspectorates)
    roles = known.cues["roles"]
    return [(w, slug) for slug, cue in cues if cue in roles for w in roles[cue].words]


@once
def _posts(known: Knowledge) -> Mapping[str, re.Pattern[str]]:
    """Offices, by whose they are."""
    return {
        name.removeprefix("of-"): re.compile(rf"\b(?:{any_of(cue.words)})\b")
        for name, cue in known.cues["offices"].items()
    }


@once
def _inspectorates(known: Knowledge) -> re.Pattern[str]:
    """All names of inspectorates: one group for each, in the order of the data."""
    groups = (
        any_of((entry.name, *entry.wordings, *entry.abbreviations))
        for entry in known.inspectorates.values()
    )
    names = "|".join(f"({group})" for group in groups)
    return re.compile(rf"\b(?:{names})\b")


def _short(inspectorate: Inspectorate, known: Knowledge) -> str:
    """The abbreviation that no other inspectorate has, else the name."""
    for short in inspectorate.abbreviations:
        others = known.inspectorates.values()
        if sum(short in other.abbreviations for other in others) == 1:
            return short
    return inspectorate.name
