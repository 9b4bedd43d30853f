"""What in a source does not add up: values inside a record, never exceptions."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Code(StrEnum):
    """What kind of trouble a source has. docs/issues: one paragraph for each."""

    TALLY_MISMATCH = "tally_mismatch"
    GRADE_CONFLICT = "grade_conflict"
    UNKNOWN_AREA = "unknown_area"
    UNKNOWN_GRADE = "unknown_grade"
    LIST_MISSING = "list_missing"
    UNATTRIBUTED_QUOTE = "unattributed_quote"
    UNCLOSED_QUOTE = "unclosed_quote"
    TEXT_DROPPED = "text_dropped"
    COVER_MISMATCH = "cover_mismatch"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing a careful reader would flag.

    Attributes:
        code: the kind.
        message: one plain sentence.
        spans: the evidence, half-open characters into `Document.text`.
        severity: `warning` unless a record is still wholly sound (`info`) or a
            part of it cannot be trusted (`error`).
    """

    code: Code
    message: str
    spans: tuple[tuple[int, int], ...] = ()
    severity: Literal["info", "warning", "error"] = "warning"
