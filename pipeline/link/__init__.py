"""Mentions → findings, by rules in order of trust; vetoes come first.

    inspections/  what the document is about: which bodies, under which frameworks
    tape/         sentences as signs that rules read
    standing/     which grades count: vetoes, then now or earlier
    page/         the document block by block, each with its tapes and its dialect
    recall        a time told before the sentence whose grades it dates
    syntax        pieces of patterns over tapes
    vetoes        what looked like a grade or a count, with what forbids it
    grades/       which grade governs which area
    tallies/      how many areas have which grade, and how many there are
    quotes/       who speaks, and what
    reports/      all of it for an inspectorate's own reports, by their layout

Nothing is decided between findings here: that is `reconcile`'s.
"""

from collections.abc import Iterator

from pipeline.findings import Finding
from pipeline.issues import Issue
from pipeline.link import grades, quotes, reports, tallies
from pipeline.link.inspections import Scope, scope_of
from pipeline.link.page import Page
from pipeline.link.reading import Reading
from pipeline.link.reports import scope_of_report

__all__ = ["Reading", "Scope", "link", "quotes", "scope_of", "scope_of_report"]


def link(reading: Reading, scope: Scope) -> Iterator[Finding | Issue]:
    """All findings of a document."""
    yield from scope.inspections
    if scope.official:
        yield from reports.find(reading, scope)
        return
    page = Page(reading, scope)
    yield from grades.find(page)
    yield from tallies.find(page)
    yield from quotes.find(reading, scope)
