"""Why a record says what it says, from what was stored."""

from pipeline.explain.addresses import find, gone, ungraded
from pipeline.explain.answers import (
    explain,
    explain_gone,
    proved,
    said,
    trace_of,
)
from pipeline.explain.because import vetoed
from pipeline.explain.empty import why_empty
from pipeline.explain.explanation import Explanation, Vetoed
from pipeline.explain.nearest import instead
from pipeline.explain.prose import as_json, prose
from pipeline.explain.roles import Role, by_role
from pipeline.explain.rules import entry_sentence, rule_of, rule_sentence
from pipeline.explain.vetoes import Vetoes

__all__ = [
    "Explanation",
    "Role",
    "Vetoed",
    "Vetoes",
    "as_json",
    "by_role",
    "entry_sentence",
    "explain",
    "explain_gone",
    "find",
    "gone",
    "instead",
    "prose",
    "proved",
    "rule_of",
    "rule_sentence",
    "said",
    "trace_of",
    "ungraded",
    "vetoed",
    "why_empty",
]
