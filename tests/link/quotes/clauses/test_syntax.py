"""What may stand where, without a parser."""

import pytest

from pipeline.link.quotes.clauses import syntax

MATCHING = {
    "an introduction": (syntax.INTRODUCTION, "Despite the rain", "The rain"),
    "a dateline": (syntax.DATELINE, "SALTBY, Kent — It rained", "Saltby, Kent: no"),
    "somebody of whom no more is said": (syntax.ALONE, "one of them", "one of the men"),
    "more of the one before": (syntax.YEARS_OLD, "the 43-year-old", "the 43 men"),
    "a predicate": (syntax.PREDICATE, " was cold", " cold was"),
    "what tells of the one before": (syntax.TELLS, " whose son was", " his son was"),
    "at once": (syntax.AT_ONCE, "Last night the ", "All night the "),
    "a description": (syntax.DESCRIPTION, "Labour's former nurse ", "and the nurse "),
    "a determiner": (syntax.DETERMINER, "Another head", "No head"),
}


@pytest.mark.parametrize(("pattern", "like", "unlike"), MATCHING.values(), ids=MATCHING)
def test_a_pattern_tells_what_begins_so(pattern, like, unlike):
    assert pattern.match(like)
    assert not pattern.match(unlike)


ENDING = {
    "what a sentence ends with": (
        syntax.LAST_PHRASE, "it goes to the local trust", "it goes to him",
    ),
    "a conjunction": (syntax.ENDS_IN_CONJUNCTION, "it fell and", "the wand"),
    "a preposition": (syntax.PREPOSITION, "the head of the ", "the head often "),
    "who": (syntax.RELATIVE, "the head who", "the head whom"),
}  # fmt: skip


@pytest.mark.parametrize(("pattern", "like", "unlike"), ENDING.values(), ids=ENDING)
def test_a_pattern_tells_what_ends_so(pattern, like, unlike):
    assert pattern.search(like)
    assert not pattern.search(unlike)
