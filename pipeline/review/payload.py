"""Records → what the page draws: an index at once, each document when it is opened."""

from dataclasses import dataclass, field

from pipeline.coverage import possible_misses
from pipeline.knowledge import Knowledge
from pipeline.records import Record
from pipeline.review.contract import Detail, Entry, Framework
from pipeline.review.detail import detail
from pipeline.review.frameworks import framework_entry, framework_key
from pipeline.review.listing import index_entry


@dataclass
class Index:
    """What the page knows before any document is opened."""

    frameworks: dict[str, Framework] = field(default_factory=dict)
    documents: list[Entry] = field(default_factory=list)


def take(record: Record, known: Knowledge, index: Index) -> Detail:
    """Add a record to the index and return its detail."""
    misses = possible_misses(record, known)
    index.documents.append(index_entry(record, misses))
    for place in range(len(record.inspections)):
        key = framework_key(record, place)
        if key not in index.frameworks:
            index.frameworks[key] = framework_entry(key, known)
    return detail(record, misses, known)
