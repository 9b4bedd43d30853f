"""Findings → Record and issues: merges, deduces, checks; nothing is chosen silently."""

from collections import defaultdict
from collections.abc import Iterable

from pipeline._version import __version__
from pipeline.document import Block as DocumentBlock
from pipeline.document import BlockType, Document, Meta, Origin
from pipeline.findings import Finding, InspectionFinding, QuoteFinding
from pipeline.issues import Issue
from pipeline.knowledge import Framework, Knowledge
from pipeline.reconcile.account import account
from pipeline.reconcile.conflicts import issues as issues_of
from pipeline.reconcile.inspections import inspection_record
from pipeline.reconcile.quotes import quote_records
from pipeline.reconcile.spans import Spans, origin_record
from pipeline.reconcile.vetoes import veto_records
from pipeline.records import (
    Block,
    DocumentKind,
    DocumentRecord,
    Extractor,
    IssueRecord,
    Record,
    SectionRecord,
)


def reconcile(
    document: Document,
    kind: DocumentKind,
    findings: Iterable[Finding | Issue],
    known: Knowledge,
) -> Record:
    """The record of a document."""
    everything = list(findings)
    found = [f for f in everything if not isinstance(f, Issue)]
    spans = Spans(document)
    issues = [*document.issues, *(i for i in everything if isinstance(i, Issue))]
    findings_of: dict[int | None, list[Finding]] = defaultdict(list)
    for finding in found:
        findings_of[getattr(finding, "inspection", None)].append(finding)
    accounts = [
        account(inspection, _frameworks(inspection, known), findings_of[inspection.key])
        for inspection in found
        if isinstance(inspection, InspectionFinding)
    ]
    for each in accounts:
        issues += issues_of(each)
    issues = list(dict.fromkeys(issues))
    return Record(
        document=_document(document, kind, spans),
        sections=_sections(document),
        inspections=[inspection_record(spans, each, issues) for each in accounts],
        quotes=quote_records(
            document, (f for f in found if isinstance(f, QuoteFinding))
        ),
        issues=[_issue(spans, issue) for issue in issues],
        vetoes=veto_records(spans, found),
        extractor=Extractor(name="gradewright", version=__version__),
    )


def _frameworks(inspection: InspectionFinding, known: Knowledge) -> list[Framework]:
    """The one in force, or all that may be where only the programme is certain."""
    slugs = [inspection.framework] if inspection.framework else [*inspection.rivals]
    return [known.frameworks[s] for s in slugs if s in known.frameworks]


def _document(document: Document, kind: DocumentKind, spans: Spans) -> DocumentRecord:
    meta = document.meta
    words = {
        "title": [meta.title] if meta.title else [],
        "publisher": [meta.publisher] if meta.publisher else [],
        "authors": meta.authors,
    }
    return DocumentRecord(
        id=document.id,
        source=document.source,
        media_type=document.media_type,
        kind=kind,
        title=meta.title,
        publisher=meta.publisher,
        authors=list(meta.authors),
        published=meta.published,
        url=meta.url,
        language=meta.language,
        text=document.text,
        blocks=[_block(block) for block in document.blocks],
        origins={
            field: origin_record(spans, origin, words.get(field, ()))
            for field, origin in {**_language(meta), **meta.origins}.items()
        },
    )


def _language(meta: Meta) -> dict[str, Origin]:
    """Text that names no language is read as English, the one that the rules know."""
    return {"language": Origin("reconcile.language")} if meta.language else {}


def _block(block: DocumentBlock) -> Block:
    """As its page prints it: a paragraph that reads as a heading has no level."""
    printed = block.printed or block.type
    levelled = printed in {BlockType.HEADING, BlockType.LIST_ITEM}
    return Block(
        type=printed.value,
        level=block.level if levelled else None,
        start=block.start,
        end=block.end,
        page=block.page,
        role=block.role.value,
    )


def _sections(document: Document) -> list[SectionRecord]:
    return [
        SectionRecord(
            heading=None
            if section.heading is None
            else document.words(document.blocks[section.heading].extent),
            level=section.level,
            kind=section.kind.value,
            start=section.start,
            end=section.end,
        )
        for section in document.sections
    ]


def _issue(spans: Spans, issue: Issue) -> IssueRecord:
    return IssueRecord(
        code=issue.code.value,
        severity=issue.severity,
        message=issue.message,
        evidence=[spans(extent) for extent in issue.spans],
    )
