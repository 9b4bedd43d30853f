"""Official reports and letters: what their covers say, and what they grade.

They need no mentions: a report says by its layout what an article says in sentences.
`scope_of_report` decides whether a document is one, `find` reads its grades.
"""

from collections.abc import Iterator

from pipeline.document import BlockType, Document, Extent, Origin, Role
from pipeline.findings import Finding, InspectionFinding, Trace
from pipeline.issues import Code, Issue
from pipeline.knowledge import Framework, Knowledge
from pipeline.link.inspections import Scope
from pipeline.link.reading import Reading
from pipeline.link.reports.bodies import body_of
from pipeline.link.reports.cover import Cover, cover_of
from pipeline.link.reports.judgements import Report, judged
from pipeline.link.reports.periods import period
from pipeline.link.reports.phrasebook import area_key, areas_of, phrasebook
from pipeline.link.reports.previous import earlier_grades

_RUNNING_LENGTH = 150


def scope_of_report(reading: Reading) -> Scope | None:
    """What an official report is about; None for any other document."""
    cover = cover_of(reading.document, reading.knowledge)
    if cover is None:
        return None
    framework, rivals = _framework(cover)
    body = body_of(cover, framework)
    if body is None:
        return None
    leads, days, published = cover.lead_inspectors, cover.inspected, cover.published
    finding = InspectionFinding(
        key=0,
        inspectorate=framework.inspectorate,
        programme=framework.programme,
        framework=None if rivals else framework.slug,
        rivals=rivals,
        body_id=body.register.id if body.register else None,
        body_name=body.name,
        body_type=body.type,
        evidence=(body.extent,),
        trace=Trace("reports.title", (f"frameworks/{framework.slug}.toml#titles",)),
        inspected_from=days.first if days else None,
        inspected_to=days.last if days else None,
        published=published.first if published else None,
        lead_inspector=" and ".join(leads[0]) if leads else None,
        origins=_origins(cover),
    )
    return Scope(
        framework.document,
        (finding,),
        {0: framework},
        ((0, 0),),
        published=published.first if published else None,
        official=True,
        title=" ".join(reading.document.words(cover.title).split()),
        publisher=_short_name(reading.knowledge, framework),
        origins=_of_document(cover),
    )


def _origins(cover: Cover) -> dict[str, Origin]:
    """Where its cover gives the days and the lead inspector."""
    leads, days, published = cover.lead_inspectors, cover.inspected, cover.published
    found: dict[str, Origin] = {}
    if days:
        seen = Origin("cover.inspected", (days.extent,))
        found |= {"inspected_from": seen, "inspected_to": seen}
    if published:
        found["published"] = Origin("cover.published", (published.extent,))
    if leads:
        found["lead_inspector"] = Origin("cover.lead_inspectors", (leads[1],))
    return found


def _of_document(cover: Cover) -> dict[str, Origin]:
    """Where its cover tells what document it is."""
    title = Origin("cover.cover_of", (cover.title,))
    found = {"kind": title, "title": title, "publisher": title}
    if cover.published:
        found["published"] = Origin("cover.published", (cover.published.extent,))
    return found


def _short_name(known: Knowledge, framework: Framework) -> str:
    """What the inspectorate calls itself: "Ofsted"."""
    inspectorate = known.inspectorates[framework.inspectorate]
    return next(iter(inspectorate.abbreviations), inspectorate.name)


def find(reading: Reading, scope: Scope) -> Iterator[Finding | Issue]:
    """The grades of an official report, and where its parts contradict each other."""
    words = phrasebook(reading.knowledge)
    document = reading.document
    cover = cover_of(document, reading.knowledge)
    if cover is None:
        return
    yield from _other_days(cover)
    framework = scope.frameworks[0]
    whole = tuple(b for b in document.blocks if b.role is not Role.FURNITURE)
    report = Report(document, framework, words, tuple(cover.front), whole)
    yield from judged(report)
    yield from earlier_grades(report)


def _framework(cover: Cover) -> tuple[Framework, tuple[str, ...]]:
    """The framework whose areas the cover lists, or that was in force; and its rivals.

    Two cycles may head their reports alike.
    """
    best = cover.frameworks
    if len(best) > 1:
        labels = [
            area_key(cover.document.words(block.cells[0]))
            for block in cover.front
            if block.type is BlockType.TABLE_ROW and block.cells
        ]
        known = [sum(key in areas_of(each) for key in labels) for each in best]
        best = tuple(f for f, n in zip(best, known, strict=True) if n == max(known))
    if len(best) > 1 and cover.inspected:
        year = cover.inspected.last.year
        best = tuple(f for f in best if f.in_force(year)) or best
    return best[-1], tuple(f.slug for f in best) if len(best) > 1 else ()


def _other_days(cover: Cover) -> Iterator[Issue]:
    """Running lines that give other days than the cover; the cover counts."""
    days = cover.inspected
    for extent in _running(cover.document) if days else ():
        other = period(cover.document.words(extent), extent.start)
        if days and other and other[:2] != days[:2] and other.first != other.last:
            message = "a running line gives other days than the cover, which counts"
            yield Issue(Code.COVER_MISMATCH, message, (days.extent, other.extent))


def _running(document: Document) -> Iterator[Extent]:
    for block in document.blocks:
        short = block.end - block.start < _RUNNING_LENGTH
        if block.role is Role.FURNITURE and short and not block.cells:
            yield block.extent
