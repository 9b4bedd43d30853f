"""The only module that knows every stage: one document's way, and the batch."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from pipeline import knowledge
from pipeline.coverage import possible_misses
from pipeline.document import Document, Meta, Origin
from pipeline.errors import ReadError
from pipeline.findings import Finding, QuoteFinding
from pipeline.garbage import uncollected
from pipeline.inputs import Input, expand
from pipeline.issues import Issue
from pipeline.knowledge import Knowledge
from pipeline.link import Reading, Scope, link, scope_of, scope_of_report
from pipeline.link.quotes import find as find_quotes
from pipeline.link.reports.quotations import spoken
from pipeline.mentions import LONGEST, components, mark
from pipeline.readers import read, read_bytes, read_prose, read_text
from pipeline.reconcile import reconcile
from pipeline.reconcile.quotes import quote_records
from pipeline.records import Failure, Quote, Record
from pipeline.segment import segment


def process(source: Path | str | bytes, *, data: tuple[Path, ...] = ()) -> Record:
    """The record of one document.

    Args:
        source: a path; bytes as received; or a string, which is a path where it holds
            no white space or names a file, and else the text itself.
        data: folders with further frameworks, bodies and cues.

    Raises:
        ReadError: the document cannot be read.
        DataError: the data does not hold.
    """
    return record_of(_document(source, knowledge.load(*data)), data=data)


def run(
    inputs: Iterable[str | Path], *, data: tuple[Path, ...] = ()
) -> Iterator[Record | Failure]:
    """The records of many documents; one that cannot be read is a `Failure`.

    Args:
        inputs: files, folders (with those beneath) and globs.
        data: folders with further frameworks, bodies and cues.

    Raises:
        DataError: the data does not hold; nothing has been read then.
    """
    components(knowledge.load(*data))
    for found in expand(inputs):
        if isinstance(found, ReadError):
            yield Failure.of(found, found.source)
        elif isinstance(found, Input):
            yield attempt(found, data=data)


def attempt(found: Input, *, data: tuple[Path, ...] = ()) -> Record | Failure:
    """The record of an input, or why there is none; never raises for a document."""
    try:
        known = knowledge.load(*data)
        if found.path is None:
            document = read_bytes(found.data or b"", found.source, known)
            document = _fetched(document, found)
        else:
            document = replace(read(found.path, known), source=found.source)
        return _with_misses(record_of(document, data=data), data)
    except ReadError as error:
        return Failure.of(error, found.source)
    except MemoryError:  # for the worker, which knows its limit
        raise
    except Exception as error:  # noqa: BLE001 - our bug must not end others' batch
        return Failure(
            source=found.source,
            error=type(error).__name__,
            cause=f"an internal error ({' '.join(str(error).split())[:200]})",
            remedy="please report it together with the document",
        )


def _fetched(document: Document, found: Input) -> Document:
    """A page that names no address of its own has the one it was fetched from."""
    url = found.url or (found.source if "://" in found.source else None)
    if url is None or document.meta.url is not None:
        return document
    origins = {**document.meta.origins, "url": Origin("run.fetched", said=url)}
    return replace(document, meta=replace(document.meta, url=url, origins=origins))


def _with_misses(record: Record, data: tuple[Path, ...]) -> Record:
    """The record with the number of sentences that look as if they said more."""
    misses = possible_misses(record, knowledge.load(*data))
    count = sum(miss.near for miss in misses)
    return record.model_copy(update={"possible_misses": count})


@uncollected
def record_of(document: Document, *, data: tuple[Path, ...] = ()) -> Record:
    """The record of a document that has been read.

    Raises:
        LimitExceeded: the text is too long to be marked.
    """
    known = knowledge.load(*data)
    document = segment(document, known)
    reading = Reading(document, known, {})
    scope = scope_of_report(reading)  # its layout tells it, without mentions
    found: Iterator[Finding | Issue]
    if scope:
        found = chain(link(reading, scope), _quotes_of_report(reading, scope))
    else:
        reading = Reading(document, known, mark(document, known))
        scope = scope_of(reading)
        found = link(reading, scope)
    document = replace(document, meta=_meta(document.meta, scope))
    return reconcile(document, scope.kind, found, known)


def _meta(meta: Meta, scope: Scope) -> Meta:
    """What the document says of itself, also where only its words say it."""
    return replace(
        meta,
        title=scope.title or meta.title,
        publisher=scope.publisher or meta.publisher,
        published=scope.published or meta.published,
        origins={**meta.origins, **scope.origins},
    )


def _quotes_of_report(reading: Reading, scope: Scope) -> Iterator[Finding | Issue]:
    """The quotes of an official report, whose other words nobody needs to mark."""
    excerpt = spoken(reading.document)
    if excerpt and len(excerpt.document.text) <= LONGEST:
        mentions = mark(excerpt.document, reading.knowledge)
        marked = Reading(excerpt.document, reading.knowledge, mentions)
        yield from map(excerpt.restored, find_quotes(marked, scope))


def quotes(text: str, *, data: tuple[Path, ...] = ()) -> list[Quote]:
    """Who says what in any English news text, about inspections or not.

    Args:
        text: paragraphs on lines of their own.
        data: folders with further cues and names.

    Returns:
        Quotes whose spans are half-open offsets into the text as it was given.

    Raises:
        ReadError: the text is damaged or too long.
        DataError: the data does not hold.
    """
    if not text.strip():
        return []
    text = text.encode(errors="replace").decode()  # a lone surrogate is no character
    known = knowledge.load(*data)
    document = segment(read_prose(text, "<text>", known), known)
    reading = Reading(document, known, mark(document, known))
    found = [f for f in find_quotes(reading, None) if isinstance(f, QuoteFinding)]
    return quote_records(replace(document, text=text), found)


def _document(source: Path | str | bytes, known: Knowledge) -> Document:
    if isinstance(source, bytes):
        return read_bytes(source, "<bytes>", known)
    if isinstance(source, str) and (not source or any(map(str.isspace, source))):
        try:
            named = Path(source).is_file()
        except (OSError, ValueError):  # too long for a name, or with a NUL
            named = False
        if not named:
            return read_text(source, "<text>", known)
    return read(Path(source), known)
