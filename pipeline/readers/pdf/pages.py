"""PDF bytes → pages of strips, within limits."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.errors import EmptyInput, LimitExceeded, ReadError
from pipeline.readers.pdf.strips import PageText, Strip

MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000
MAX_PAGE_CHARACTERS = 1_000_000
MAX_SECONDS = 300.0
"""Between two pages; it ends a hostile document and never changes a record."""

_PASSWORD = pdfium.FPDF_ERR_PASSWORD
_SECURITY = pdfium.FPDF_ERR_SECURITY
_NO_PAGES = re.compile(rb"/Kids\s*\[\s*\]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's strips in the order of its content, and its size in points."""

    number: int
    width: float
    height: float
    strips: list[Strip]
    blank: bool
    """Whether nothing at all stands on it, no image either."""


def pages(data: bytes, source: str) -> Iterator[Page]:
    """The pages of a document, one after the other.

    Raises:
        ReadError: encrypted, damaged, or without pages.
        LimitExceeded: more pages or characters than anyone prints.
    """
    document = _opened(data, source)
    try:
        count = len(document)
        if count > MAX_PAGES:
            cause = f"{count:,} pages, more than {MAX_PAGES:,}"
            raise LimitExceeded(source, cause, "split it into parts")
        characters = 0
        begun = time.monotonic()
        for index in range(count):
            page, length = _page(document, index, source)
            characters += length
            if characters > MAX_CHARACTERS:
                cause = f"more than {MAX_CHARACTERS:,} characters"
                raise LimitExceeded(source, cause, "split it into parts")
            if time.monotonic() - begun > MAX_SECONDS:
                cause = f"page {index + 1} was not reached in {MAX_SECONDS:.0f} seconds"
                raise LimitExceeded(source, cause, "print it to a new PDF")
            yield page
    finally:
        document.close()


def _opened(data: bytes, source: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == _PASSWORD or "password" in str(error).lower():
            cause = "encrypted, and it opens only with a password"
            remedy = "save a copy without the password"
            raise ReadError(source, cause, remedy) from error
        if code == _SECURITY:
            cause = "encrypted in a way that is not supported"
            raise ReadError(source, cause, "print it to a new PDF") from error
        if _NO_PAGES.search(data):  # PDFium refuses these too, without a reason
            raise EmptyInput(source, "a PDF without pages", "fetch it again") from error
        cause = "a damaged or truncated PDF"
        raise ReadError(source, cause, "fetch it again") from error


def _page(document: pypdfium2.PdfDocument, index: int, source: str) -> tuple[Page, int]:
    """A page and the number of its characters; a damaged one counts as empty."""
    page = pdfium.FPDF_LoadPage(document.raw, index)
    if not page:
        return Page(index + 1, 0.0, 0.0, [], blank=False), 0
    try:
        width, height = (
            pdfium.FPDF_GetPageWidthF(page),
            pdfium.FPDF_GetPageHeightF(page),
        )
        text_page = pdfium.FPDFText_LoadPage(page)
        length = pdfium.FPDFText_CountChars(text_page) if text_page else 0
        if length > MAX_PAGE_CHARACTERS:
            cause = f"more than {MAX_PAGE_CHARACTERS:,} characters on one page"
            raise LimitExceeded(source, cause, "print it to a new PDF")
        strips: list[Strip] = []
        if length > 0:
            strips = list(PageText(text_page, index + 1).strips(length))
        blank = not strips and not pdfium.FPDFPage_CountObjects(page)
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)
    return Page(index + 1, width, height, strips, blank), max(length, 0)
