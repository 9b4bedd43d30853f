"""A cue and who it makes speak."""

import pytest

from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.reading import Mention

CUE = Mention(20, 24, "noun", "view", "")


def source(start, end):
    return Source(start, end, "person", Mention(start, end, "person", "Kerr", ""), end)


@pytest.mark.parametrize(
    ("who", "extent"),
    [(source(10, 19), (10, 24)), (source(25, 30), (20, 30)), (None, (20, 24))],
    ids=["the subject before", "the subject after", "no subject"],
)
def test_a_clause_reaches_over_its_cue_and_its_subject(who, extent):
    clause = Clause(CUE, who)

    assert (clause.start, clause.end) == extent


def test_a_noun_may_govern_as_a_verb_does_and_stays_a_noun():
    clause = Clause(CUE, None, like="say")

    assert (clause.kind, clause.cue.label) == ("say", "noun")
    assert Clause(CUE, None).kind == "noun"
