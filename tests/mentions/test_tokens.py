"""Tokens are spaCy's own, whatever stood in the texts before."""

import pytest
import spacy

from pipeline.mentions.tokens import blank, tokenised


@pytest.mark.parametrize(
    "text",
    [
        "The force, said Ms Reyes, isn't “good” at 9 a.m. - it's inadequate...",
        "Don't. Don't (don't) 'don't' $10k/day, https://a.example/b?c=d. x.y@z.example",
        "  Two  spaces,\n\n\ttabs\u00a0and\r\nline ends \n",
        "e.g.(see p.4)!?... 10km/h, St.Helens' well-being",
    ],
)
def test_the_tokens_are_those_of_spacy(text):
    ours, theirs = blank(), spacy.blank("en")(text)
    for _ in range(2):  # once anew, once remembered
        doc = tokenised(ours, text)
        assert [t.text_with_ws for t in doc] == [t.text_with_ws for t in theirs]


def test_a_long_row_of_marks_comes_apart_mark_by_mark():
    doc = tokenised(blank(), "“" * 1000 + "well" + ")" * 1000)
    assert [t.text for t in doc] == ["“"] * 1000 + ["well"] + [")"] * 1000


def test_a_tokenizer_can_be_stored():
    nlp = blank()
    again = spacy.blank("en").from_bytes(nlp.to_bytes())
    assert [t.text for t in again("(isn't)")] == ["(", "is", "n't", ")"]
