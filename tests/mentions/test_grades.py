"""Grade labels are found as listed, in the plural, and with one wrong letter."""

import pytest


@pytest.fixture
def grades(nlp):
    """What stands in a text as a grade: wording and how it is written."""

    def of(text):
        doc = nlp(text)
        return [(span.kb_id_, span.label_) for span in doc.spans["grades"]]

    return of


@pytest.mark.parametrize(
    ("text", "wording", "how"),
    [
        ("It was rated Good.", "good", "grade"),
        ("It requires improvement.", "requires improvement", "grade"),
        ("They require improvement.", "require improvement", "grade"),
        ("three goods", "good", "plural"),
        ("two inadequates", "inadequate", "plural"),
        ("rated inadeqaute", "inadequate", "typo"),
        ("it requires improvment", "requires improvement", "typo"),
        ("not sufficiently good", "not sufficiently good", "grade"),
    ],
)
def test_a_label_is_found(text, wording, how, grades):
    assert (wording, how) in grades(text)


def test_a_label_inside_a_longer_one_is_kept_until_the_scale_is_known(grades):
    found = [wording for wording, _ in grades("reasonably good")]

    assert found == ["reasonably good", "good"]


@pytest.mark.parametrize(
    "text",
    [
        "adequately",
        "inadequately trained",
        "goodness",
        "the requirements",
        "6 officers",
    ],
)
def test_other_words_are_no_label(text, grades):
    assert grades(text) == []
