"""Tokens are spaCy's own."""

import sys

import pytest
import spacy

from pipeline.mentions.tokens import blank, tokenizer, tokens_of


@pytest.mark.parametrize(
    "text",
    [
        "The force, said Ms Reyes, isn't “good” at 9 a.m. - it's inadequate...",
        "Don't. Don't (don't) 'don't' $10k/day, https://a.example/b?c=d. x.y@z.example",
        "  Two  spaces,\n\n\ttabs\u00a0and\r\nline ends \n",
        "e.g.(see p.4)!?... 10km/h, St.Helens' well-being",
        "I cannot, Mr. Im says; the U.S. DID. A. b. Etc. Why? So: yes!",
        "so :) it ,\n  \u00a0is( \u2009(isn't)\t \nit so, :)",
        " \n",
    ],
)
def test_the_tokens_are_those_of_spacy(text):
    theirs = [(t.lower_, t.idx, t.idx + len(t)) for t in spacy.blank("en")(text)]
    for ours in (tokens_of(text), tokens_of(text)):  # and where each is known
        assert theirs == list(zip(ours.words, ours.starts, ours.ends, strict=True))


def test_no_suffix_begins_with_the_letters_of_a_word():
    suffix = spacy.blank("en").tokenizer.suffix_search
    letters = filter(str.isalnum, map(chr, range(sys.maxunicode + 1)))
    assert not [char for char in letters if not char.isdigit() and suffix(char)]


def test_letters_alone_are_not_taken_apart_by_any_rule_but_exceptions():
    spacys = spacy.blank("en").tokenizer
    letters = "".join(filter(str.isalpha, map(chr, range(sys.maxunicode + 1))))
    assert not list(spacys.infix_finditer(letters))
    assert not [x for x in letters if spacys.prefix_search(x) or spacys.url_match(x)]


def test_no_more_pieces_are_kept_than_most_texts_have():
    tokens_of(" ".join(f"piece-{number}" for number in range(20_001)))
    tokens_of(f"so-{'o' * 50}")
    assert not tokenizer().known


def test_an_extent_is_widened_to_whole_tokens():
    tokens = tokens_of("It was goodish, they say.")
    assert [tokens.around(7, 11), tokens.around(4, 14), tokens.around(14, 18)] == [
        (7, 14),
        (3, 14),
        (14, 20),
    ]


def test_a_long_row_of_marks_comes_apart_mark_by_mark():
    words = tokens_of("“" * 1000 + "well" + ")" * 1000).words
    assert words == ["“"] * 1000 + ["well"] + [")"] * 1000


def test_what_is_longer_than_any_word_is_one_token():
    assert len(tokens_of(f"so ({'(' * 100_000} it").words) == 3


def test_a_tokenizer_can_be_stored():
    nlp = blank()
    again = spacy.blank("en").from_bytes(nlp.to_bytes())
    assert [t.text for t in again("(isn't)")] == ["(", "is", "n't", ")"]


def test_a_stored_pipeline_says_which_tokenizer_it_has(tmp_path):
    blank().to_disk(tmp_path)

    assert spacy.load(tmp_path).tokenizer.token_match("(" * 5000)
