"""What kind of document some bytes are, told from themselves and never from a name."""

import io
import re
import zipfile
import zlib

from pipeline.errors import LimitExceeded, ReadError
from pipeline.readers.decoding import head_of

MAX_BYTES = 64_000_000
"""The longest document that is read, unpacked; 50 scanned reports fit into it."""
MAX_TEXT = 1_000_000
"""Characters of text; the longest inspection report has half of it."""
MAX_LAYERS = 3
"""How often a document may be packed in itself."""

PLAIN = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
UNKNOWN = "application/octet-stream"

_GZIP = b"\x1f\x8b"
_MAGIC = (  # what people hand in by mistake, so that the error can name it
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\x7fELF", "application/x-executable"),
)
NAMES = {
    UNKNOWN: "neither text nor a known format",
    "application/xml": "XML, as of a feed",
    "application/zip": "a zip archive",
    "application/msword": "an old Office file",
    "application/rtf": "an RTF file",
    "image/png": "a picture (image/png)",
    "image/jpeg": "a picture (image/jpeg)",
    "image/gif": "a picture (image/gif)",
    "application/vnd.sqlite3": "an SQLite database",
    "application/x-executable": "a program",
}
"""What people call kinds that nothing reads, where their own name says little."""
REMEDIES = {
    "application/xml": "name a feed by its address, and convert other XML to text",
    "application/zip": "unpack it",
    "application/msword": "save it as .docx or as a PDF",
    "application/rtf": "save it as .docx or as a PDF",
    "application/vnd.sqlite3": "look into records with `gradewright review`",
    **dict.fromkeys(
        ("image/png", "image/jpeg", "image/gif"),
        "run text recognition (OCR) over it first",
    ),
}
_TAG_NAMES = (
    "html|head|body|title|meta|link|script|style|main|article|section|header|footer|nav"
    "|aside|div|span|p|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|blockquote|figure|a|b|i"
    "|em|strong|br|hr|img|frameset|frame|iframe|form|font|center"
)
_OPENS_AS_HTML = re.compile(
    rf"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?(?:-->|\Z)\s*)*(?:<!doctype\s+html\b"
    rf"|<(?:{_TAG_NAMES})(?=[\s>/]|\Z))",
    re.IGNORECASE | re.DOTALL,
)
_OPENS_AS_XML = re.compile(
    r"\s*<(?:\?xml\b|!doctype\b|rss\b|feed\b|svg\b)", re.IGNORECASE
)
_HTML_TAG = re.compile(rf"</?(?:{_TAG_NAMES})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)
_HTML_END_TAG = re.compile(rf"</(?:{_TAG_NAMES})>", re.IGNORECASE)
_MANY_TAGS = 3
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TOO_MANY_CONTROLS = 0.02
"""Text has none; a scraper's accident a few; executables and archives one in six."""


def unpacked(data: bytes, source: str) -> bytes:
    """The bytes without their gzip layers.

    Raises:
        ReadError: the archive is damaged.
        LimitExceeded: more than `MAX_BYTES` come out, or too many layers.
    """
    for _ in range(MAX_LAYERS):
        if not data.startswith(_GZIP):
            return data
        data = _gunzipped(data, source)
    if data.startswith(_GZIP):
        cause = f"packed more than {MAX_LAYERS} times"
        raise LimitExceeded(source, cause, "unpack it first")
    return data


def _gunzipped(data: bytes, source: str) -> bytes:
    """All members of a gzip file, one after the other; what follows them is ignored."""
    parts: list[bytes] = []
    room = MAX_BYTES + 1
    while data.startswith(_GZIP) and room > 0:
        member = zlib.decompressobj(wbits=31)
        try:
            parts.append(member.decompress(data, room))
        except zlib.error as error:
            cause = "a damaged gzip file"
            raise ReadError(source, cause, "fetch it again") from error
        room -= len(parts[-1])
        if room > 0 and not member.eof:
            cause = "a gzip file that is cut off"
            raise ReadError(source, cause, "fetch it again")
        data = member.unused_data
    if room <= 0:
        cause = f"unpacks to more than {MAX_BYTES:,} bytes"
        raise LimitExceeded(source, cause, "split it, or check that it is a document")
    return b"".join(parts)


def check_length(characters: int, source: str) -> None:
    """Refuse texts that are no document but a collection of them.

    Raises:
        LimitExceeded: more than `MAX_TEXT` characters.
    """
    if characters > MAX_TEXT:
        cause = f"a text of {characters:,} characters; at most {MAX_TEXT:,} are read"
        raise LimitExceeded(source, cause, "split it into its documents")


def media_type(data: bytes) -> str:
    """What these bytes are; `UNKNOWN` for what is no text and no format we know."""
    if b"%PDF-" in data[:1024]:
        return PDF
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return DOCX if kind == "application/zip" and _is_docx(data) else kind
    return _kind_of_text(head_of(data))


def _kind_of_text(head: str) -> str:
    if _OPENS_AS_HTML.match(head):
        return HTML
    if _OPENS_AS_XML.match(head):
        return HTML if "<html" in head.lower() else "application/xml"
    if len(_CONTROLS.findall(head)) > _TOO_MANY_CONTROLS * len(head):
        return UNKNOWN
    if len(_HTML_TAG.findall(head)) >= _MANY_TAGS and _HTML_END_TAG.search(head):
        return HTML
    return PLAIN


def _is_docx(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False
