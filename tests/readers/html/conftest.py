import pytest

from pipeline.readers import read_bytes

SENTENCES = (
    "Eastmere Police has been told to improve how it answers calls from the public.",
    "Inspectors spent two weeks with the force in the spring of last year.",
    "Their report was published on Tuesday, and it runs to seventy pages.",
)


@pytest.fixture
def sentences():
    """The prose of every page."""
    return SENTENCES


@pytest.fixture
def page():
    """Read an article that consists of some prose and of the markup given."""

    def read(markup, before="", after="", head=""):
        prose = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:2])
        source = (
            f"<html><head>{head}</head><body>{before}<article><h1>Told to improve</h1>"
            f"{prose}{markup}<p>{SENTENCES[2]}</p></article>{after}</body></html>"
        )
        return read_bytes(source.encode("utf-8"), "page.html")

    return read


@pytest.fixture
def blocks(page):
    """The blocks between the prose: type, level and text."""

    def between(markup, **around):
        document = page(markup, **around)
        found = [
            (b.type.value, b.level, document.words(b.extent)) for b in document.blocks
        ]
        assert [text for _, _, text in found if text in SENTENCES] == list(SENTENCES)
        return [block for block in found if block[2] not in SENTENCES]

    return between
