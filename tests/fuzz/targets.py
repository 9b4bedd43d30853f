"""Fuzz targets: what the bytes stand for, and what must hold of it."""

from pipeline import process
from pipeline.errors import ReadError
from pipeline.records import Record
from pipeline.run import quotes
from tests.fuzz.cues import worded_by
from tests.fuzz.fragments import HTML, PROSE
from tests.fuzz.pages import mangled
from tests.fuzz.splices import spliced
from tests.fuzz.words import worded


def is_read(data):
    """No exception but `ReadError`, and every span says what the text says."""
    try:
        record = process(data)
    except ReadError:
        return
    _say_what_the_text_says(record.spans(), record.document.text)
    _lie_in_a_row(record.document.blocks, len(record.document.text))
    assert Record.model_validate_json(record.model_dump_json()) == record


def is_quoted(data):
    """Quotations are words of the text, whatever the text."""
    text = data.decode(errors="replace")
    try:
        found = quotes(text)
    except ReadError:
        return
    for quote in found:
        _say_what_the_text_says(quote.parts, text)


def prose(data):
    """An article put together of what such articles are made of."""
    return _joined(data, PROSE).encode()


def page(data):
    """A page put together of tags, entities and words, closed or not."""
    return b"<html>" + _joined(data, HTML).encode()


MADE = {
    "bytes": bytes,
    "cues": worded_by,
    "docx": worded,
    "html": page,
    "pdf": mangled,
    "quotes": prose,
    "spliced": spliced,
    "text": prose,
}
"""By target, what the fuzzer's bytes stand for."""


def holds(target, data):
    """Whether what must hold of a target does; raises where not."""
    (is_quoted if target == "quotes" else is_read)(data)


def _say_what_the_text_says(spans, text):
    for span in spans:
        assert text[span.start : span.end] == span.text


def _lie_in_a_row(blocks, end):
    begun = 0
    for block in blocks:
        assert begun <= block.start <= block.end <= end
        begun = block.end


def _joined(data, fragments):
    """One fragment a byte; those past the last are characters themselves."""
    return "".join(
        fragments[byte] if byte < len(fragments) else chr(byte) for byte in data
    )
