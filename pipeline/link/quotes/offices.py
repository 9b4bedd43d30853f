"""Which organisation an office belongs to when the text leaves it out.

An inspection story names its inspectorate and the body inspected once; "the chief
constable" and "inspectors" are then theirs. Nothing is filled in where two would fit.
"""

import re

from pipeline.knowledge import Inspectorate, Knowledge
from pipeline.link.inspections import Scope
from pipeline.link.quotes.page import Page

_OF_INSPECTORATE = re.compile(
    r"inspectors?\b|inspection team|inspectorate|watchdog|regulator|\breport\b|"
    r"\breview\b|\bletter\b|findings|\bhmi\b|inspection"
)
_NO_INSPECTOR = re.compile(r"detective|police inspector|planning|tax")
_OF_BODY = re.compile(
    r"constable|commissioner of|chief officer|fire officer|chief executive|"
    r"headteacher|head teacher|\bhead\b|principal|governor|director of|leader|"
    r"registered manager|\bmanager\b|cabinet member|portfolio holder|lead member|"
    r"the (?:force|council|trust|school|home|service|brigade|prison|hospital)"
)
_OF_OFFICE = re.compile(r"commissioner|\bpcc\b|\bpfcc\b")


class Offices:
    """Fills in organisations from what the document is about."""

    def __init__(self, page: Page, scope: Scope | None) -> None:
        self.page = page
        self.scope = scope
        self.known = page.reading.knowledge
        self.inspectorate = self._inspectorate()
        self.body = self._body()

    def organisation(self, role: str | None) -> str | None:
        """Whose office a role is; None where nothing tells, or more than one fits."""
        if role is None:
            return None
        written = role.lower()
        if _OF_INSPECTORATE.search(written) and not _NO_INSPECTOR.search(written):
            return self.inspectorate
        if self.body is None:
            return None
        if _OF_OFFICE.search(written):
            return self._office_of(self.body[0])
        if written.startswith("opposition"):
            return None
        return self.body[0] if _OF_BODY.search(written) else None

    def _office_of(self, body: str) -> str | None:
        """A commissioner is of the force's area: Gwent Police, Gwent."""
        area = re.sub(r"\s+(?:Police|Constabulary)(?:\s+Service)?$", "", body)
        return area if area != body else None

    def _body(self) -> tuple[str, str | None] | None:
        inspections = self.scope.inspections if self.scope else ()
        names = {(found.body_name, found.body_type) for found in inspections}
        return names.pop() if len(names) == 1 else None

    def _inspectorate(self) -> str | None:
        for inspection in self.scope.inspections if self.scope else ():
            if inspection.inspectorate:
                return _short(
                    self.known.inspectorates[inspection.inspectorate], self.known
                )
        text = self.page.text
        named = (
            (text.find(name), _short(entry, self.known))
            for entry in self.known.inspectorates.values()
            for name in (entry.name, *entry.abbreviations, *entry.wordings)
        )
        first = min((found for found in named if found[0] >= 0), default=None)
        return first[1] if first else None


def _short(inspectorate: Inspectorate, known: Knowledge) -> str:
    """The abbreviation that no other inspectorate has, else the name."""
    for short in inspectorate.abbreviations:
        others = known.inspectorates.values()
        if sum(short in other.abbreviations for other in others) == 1:
            return short
    return inspectorate.name
