"""What the page knows before any document is opened, and what it opens."""

from pipeline.review.payload import Index, take
from tests.factories import marlshire


def test_a_record_is_listed_with_its_framework(known):
    index = Index()

    detail = take(marlshire(), known, index)

    assert list(index.frameworks) == ["peel-2021-22"]
    assert [entry["issues"] for entry in index.documents] == [["unattributed_quote"]]
    assert detail


def test_a_framework_of_two_records_is_there_once(known):
    index = Index()
    for _ in range(2):
        take(marlshire(), known, index)

    assert len(index.documents) == 2
    assert len(index.frameworks) == 1
