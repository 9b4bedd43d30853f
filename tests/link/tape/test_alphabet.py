"""Each phrase of the cues has the sign of its cue, and its cue can be named."""

import pytest

from pipeline import knowledge
from pipeline.link.grades.anaphora.areas import PLACING
from pipeline.link.standing.times import FINITE
from pipeline.link.tallies.remainders import UNNAMED
from pipeline.link.tape.alphabet import (
    ASIDE,
    KINDS,
    PRONOUNS,
    THEN,
    TOKEN,
    WORDS,
    YEAR,
    alphabet,
)

KNOWN = knowledge.load()
CUES = [(file, name) for (file, name), kind in KINDS.items() if kind != ASIDE]


def words_of(phrase):
    return TOKEN.findall(phrase.replace("’", "'"))


@pytest.mark.parametrize(("file", "name"), CUES)
def test_every_phrase_of_a_cue_has_its_sign(file, name):
    kind_at = alphabet(KNOWN).kind_at
    phrases = [words_of(phrase) for phrase in KNOWN.cues[file][name].words]

    assert phrases
    assert {kind_at(words, 0) for words in phrases} == {
        (len(words), KINDS[file, name]) for words in phrases
    }


@pytest.mark.parametrize(("file", "name"), CUES)
def test_the_words_of_a_sign_name_their_cue(file, name):
    entries = alphabet(KNOWN).entries

    for phrase in KNOWN.cues[file][name].words:
        assert entries[" ".join(words_of(phrase))] == f"cues/{file}.toml#{name}"


@pytest.mark.parametrize(
    ("words", "length", "kind"),
    [
        (["at", "its", "latest", "inspection"], 4, ""),
        (["at", "its"], 1, "i"),
        (["lantern"], 1, WORDS),
        (["2019"], 1, YEAR),
        (["2018/19"], 1, YEAR),
        (["14"], 1, WORDS),
        ([";"], 1, ";"),
        (["“"], 1, ""),
    ],
    ids=[
        "the longest phrase",
        "or the longest that is there",
        "a word of no meaning here",
        "a year",
        "a year of two",
        "another number",
        "a mark",
        "a quotation mark has none",
    ],
)
def test_what_stands_somewhere_has_the_longest_phrases_sign(words, length, kind):
    assert alphabet(KNOWN).kind_at(words, 0) == (length, kind)


def test_a_word_that_is_met_again_has_the_same_sign():
    kind_at = alphabet(KNOWN).kind_at

    assert kind_at(["thornwood"], 0) == kind_at(["thornwood"], 0) == (1, WORDS)


@pytest.mark.parametrize(
    ("words", "length", "kind"),
    [
        ("last full unannounced cqc inspection", 5, THEN),
        ("last care quality commission visit", 5, THEN),
        ("the previous full inspection", 1, ""),
        ("last inspection report", 3, THEN),
        ("last good inspection", 1, WORDS),
        ("last week inspection", 1, WORDS),
        ("last head's report", 1, WORDS),
    ],
    ids=[
        "what describes it",
        "who came",
        "an article before it",
        "what it came to",
        "a grade",
        "a time",
        "somebody's",
    ],
)
def test_an_earlier_inspection_is_one_sign_with_what_describes_it(words, length, kind):
    assert alphabet(KNOWN).kind_at(words.split(), 0) == (length, kind)


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("last inspection", "cues/previous.toml#then"),
        ("last full cqc inspection", "cues/previous.toml#then"),
        ("lantern", None),
        ("", None),
    ],
)
def test_a_sign_names_its_entry_whatever_describes_it(words, entry):
    assert alphabet(KNOWN).entry(words) == entry


@pytest.mark.parametrize(
    ("words", "kinds"),
    [(UNNAMED, {"E"}), (PLACING, {"r"}), (FINITE, {"b"}), (PRONOUNS, {"S"})],
    ids=["areas left out", "where", "finite verbs", "pronouns"],
)
def test_words_that_rules_ask_for_are_signs_of_the_data(words, kinds):
    assert {alphabet(KNOWN).kind_at(each.split(), 0)[1] for each in words} == kinds
