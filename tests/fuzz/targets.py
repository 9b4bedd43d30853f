"""Fuzz targets: what the bytes stand for, and what must hold of it."""

from pipeline import process
from pipeline.errors import ReadError
from pipeline.run import quotes
from tests.fuzz.fragments import HTML, PROSE
from tests.fuzz.pages import mangled


def is_read(data):
    """No exception but `ReadError`, and every span says what the text says."""
    try:
        record = process(data)
    except ReadError:
        return
    _say_what_the_text_says(record.spans(), record.document.text)


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


MADE = {"bytes": bytes, "html": page, "pdf": mangled, "quotes": prose, "text": prose}
"""By target, what the fuzzer's bytes stand for."""


def holds(target, data):
    """Whether what must hold of a target does; raises where not."""
    (is_quoted if target == "quotes" else is_read)(data)


def _say_what_the_text_says(spans, text):
    for span in spans:
        assert text[span.start : span.end] == span.text


def _joined(data, fragments):
    """One fragment a byte; those past the last are characters themselves."""
    return "".join(
        fragments[byte] if byte < len(fragments) else chr(byte) for byte in data
    )
