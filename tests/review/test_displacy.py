"""A record as a Doc that displaCy draws."""

from spacy import displacy

from pipeline.review.displacy import KEY, doc_of
from tests.factories import marlshire


def test_each_piece_of_evidence_is_a_span_with_kind_value_and_address():
    doc = doc_of(marlshire())
    spans = {(span.text, span.label_, span.kb_id_, span.id_) for span in doc.spans[KEY]}

    assert (
        "Responding to the public - inadequate",
        "grade",
        "inadequate",
        "marlshire/responding_to_the_public",
    ) in spans


def test_displacy_draws_it():
    html = displacy.render(doc_of(marlshire()), style="span")

    assert "quote" in html
