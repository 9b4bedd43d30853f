"""Sentence borders: within lines, marks with the sentence they close."""

import pytest

CASES = {
    "full stops": ("It leaked. Nobody helped.", ["It leaked.", "Nobody helped."]),
    "a question and a cry": ("Why? No! Go.", ["Why?", "No!", "Go."]),
    "a closing mark": ("He said: “No.” They left.", ["He said: “No.”", "They left."]),
    "sentences inside marks": ("“No. Never.”", ["“No.", "Never.”"]),
    "a title": ("Dr. Kerr met Mr. Reed.", ["Dr. Kerr met Mr. Reed."]),
    "an initial": ("Ann J. Kerr left.", ["Ann J. Kerr left."]),
    "an abbreviation": ("The U.S. Senate met.", ["The U.S. Senate met."]),
    "a number": ("It cost £4.2m in all.", ["It cost £4.2m in all."]),
    "a small letter": ("“No!” she said.", ["“No!” she said."]),
    "a number's name": ("At No. 10 they left.", ["At No. 10 they left."]),
    "lines": ("A heading\nIt leaked.", ["A heading", "It leaked."]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_sentences_end_where_a_reader_ends_them(nlp, text, expected):
    doc = nlp.get_pipe("sentences")(nlp.make_doc(text))

    assert expected == [span.text for span in doc.spans["sentences"]]
