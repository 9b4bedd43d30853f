"""Corrections put into what a database holds, so that exports and views have them."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from pipeline.corrections.files import Filed
from pipeline.corrections.overlay import Outcome, correct
from pipeline.knowledge import Knowledge
from pipeline.sinks import Database
from pipeline.sinks.rows import record_of
from pipeline.sinks.stored import put
from pipeline.sinks.tables import documents, records


def amend(
    database: Database, corrections: Sequence[Filed], known: Knowledge | None = None
) -> list[Outcome]:
    """Correct the stored records that any correction is about.

    Records that have their corrections already stay as they are.

    Returns:
        What has become of each correction whose document is stored.
    """
    outcomes: list[Outcome] = []
    by_document: dict[tuple[str, str], list[Filed]] = {}
    for one in corrections:
        key = one.correction.document, one.correction.source
        by_document.setdefault(key, []).append(one)
    for (id_, source), group in by_document.items():
        mine = or_(documents.c.id == id_, documents.c.source == source)
        chosen = select(documents.c.text, documents.c.source, records.c.record)
        for row in database.read(chosen.join_from(documents, records).where(mine)):
            before = record = record_of(row, row)
            for one in group:
                record, found = correct(
                    record, [one.correction], known, retired=one.retired
                )
                outcomes += found
            if record != before:
                put(database, record)
    return outcomes
