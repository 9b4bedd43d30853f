"""Each corpus document: its record as it was, its gold, its spans, its origin."""

import json
import re
import tomllib
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.run import process
from pipeline.score import sources
from tests.gate import CORPUS, DATA, record_of

DOCUMENTS = sources(CORPUS)
TEXTS = [path for path in DOCUMENTS if path.suffix != ".pdf"]
by_document = pytest.mark.parametrize(
    "path", DOCUMENTS, ids=[path.parent.name for path in DOCUMENTS]
)


def laid_out(record):
    """The record as JSON with one span, trace, block or cell of a table a line."""
    content = record.model_dump(mode="json", exclude={"extractor"})
    text = json.dumps(content, ensure_ascii=False, indent=1)
    for small in (r"\[[^{}\[\]]*\]", r"\{[^{}]*\}"):
        text = re.sub(small, lambda m: re.sub(r"\n\s*", " ", m[0]), text)
    return text + "\n"


@by_document
def test_the_record_is_as_it_was(path, file_regression):
    file_regression.check(
        laid_out(record_of(path)),
        basename=path.parent.name,
        extension=".json",
        encoding="utf-8",
    )


@by_document
def test_a_document_has_an_origin_and_a_licence(path):
    said = tomllib.loads((path.parent / "origin.toml").read_text("utf-8"))

    assert said.keys() == {"origin", "licence"}


def test_every_folder_is_a_document_or_the_data():
    assert {path.name for path in CORPUS.iterdir()} == {
        "data",
        *(path.parent.name for path in DOCUMENTS),
    }


def sound(record):
    """Whether spans, blocks and sections hold; `Record` itself has checked spans."""
    text = record.document.text
    for span in record.spans():
        assert text[span.start : span.end] == span.text
    for before, after in pairwise(record.document.blocks):
        assert before.end <= after.start
    assert record.sections[0].start == 0
    assert record.sections[-1].end == len(text)
    for before, after in pairwise(record.sections):
        assert before.end == after.start


@by_document
def test_spans_blocks_and_sections_hold(path):
    sound(record_of(path))


def shuffled(text, rng):
    lines = text.split("\n")
    rng.shuffle(lines)
    return "\n".join(lines)


def thinned(text, rng):
    return "".join(char for char in text if rng.random() > 0.02)


def with_other_marks(text, rng):
    marks = "'\"‘’“”«»`"
    return "".join(rng.choice(marks) if char in marks else char for char in text)


def with_junk(text, rng):
    junk = [
        "\x00",
        "\u2028",
        "\ufffe",
        "Å",
        "👮‍♀️",
        "\t\t",
        "<p>",
        "[",
        "“",
        "\r",
        "&amp;",
    ]
    for _ in range(20):
        place = rng.randrange(len(text) + 1)
        text = text[:place] + rng.choice(junk) + text[place:]
    return text


def cut(text, rng):
    return text[: rng.randrange(1, len(text) + 1)] if text else text


def unbroken(text, rng):
    return re.sub(r"\n+", lambda _: rng.choice(["\n", " ", "", "\n\n\n"]), text)


MANGLES = (shuffled, thinned, with_other_marks, with_junk, cut, unbroken)


@settings(
    deadline=None,
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    path=st.sampled_from(TEXTS),
    mangles=st.lists(st.sampled_from(MANGLES), min_size=1, max_size=3),
    rng=st.randoms(use_true_random=False),
)
def test_no_mangled_text_breaks_a_record(path, mangles, rng):
    text = path.read_text("utf-8")
    for mangle in mangles:
        text = mangle(text, rng)

    try:
        record = process(text.encode("utf-8", "surrogatepass"), data=DATA)
    except ReadError:
        return
    sound(record)
