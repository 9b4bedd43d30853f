"""The component: passages as spans of any Doc."""

import pytest
import spacy

from pipeline.mentions import build_nlp


def test_passages_are_spans_with_family_and_ending(nlp):
    doc = nlp.get_pipe("quotes")(nlp.make_doc("“One.\n\n“Two,” he said, 'twice'."))

    found = [(span.text, span.label_, span.kb_id_) for span in doc.spans["quotes"]]
    assert found == [
        ("One.", "double", "carried"),
        ("Two,", "double", "closed"),
        ("twice", "single", "closed"),
    ]


def test_it_joins_anybodys_pipeline():
    nlp = spacy.blank("en")
    build_nlp()  # registers the factories, as an entry point would
    nlp.add_pipe("gradewright.quotes", name="quotes")

    doc = nlp('He said "no" twice.')
    assert [span.text for span in doc.spans["quotes"]] == ["no"]


@pytest.mark.parametrize("text", ["", "\n\n", '"', "''", "“”", '" "'])
def test_marks_around_nothing_are_nothing(nlp, text):
    assert list(nlp.get_pipe("quotes")(nlp.make_doc(text)).spans["quotes"]) == []
