"""bytes → str: valid UTF-8 first, then what is declared, Windows-1252 before guesses.

Declarations lie more often than bytes do: text that is valid UTF-8 beyond ASCII is
UTF-8, whatever its page says of itself. The order is fixed and nothing is random, so
the same bytes always give the same text.
"""

import codecs
import re

from charset_normalizer import from_bytes

from pipeline.errors import ReadError

HEAD = 65_536
"""How many bytes are looked at to tell what a document is."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = frozenset({"ascii", "iso8859-1", "cp1252"})
"""All of these mean Windows-1252 on the web (https://encoding.spec.whatwg.org/)."""
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_WESTERN = re.compile(
    rb"[A-Za-z .,]['\"]?[\xc0-\xff]|[\xc0-\xff][a-z ]"  # a letter beside a letter
    rb"|[\x80\x82-\x8c\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbc-\xbe]"
)
_MOSTLY = 0.9
_STRAY = 0.005
"""Share of bytes above ASCII up to which they are damage, not another alphabet."""
_SPARSE = 0.15
_SAMPLE = 200_000


def decoded(data: bytes, source: str, declared: str | None = None) -> str:
    """The text of some bytes, without its byte order mark.

    `declared` is the encoding that the document names itself, where it does.

    Raises:
        ReadError: no encoding fits.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    high = len(_HIGH.findall(data))
    if 2 * sum(map(len, _MULTIBYTE.findall(data))) >= high:
        return data.decode("utf-8", "gradewright.mended")
    for encoding in _candidates(data, high, declared):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _last_resort(data, high, source)


def head_of(data: bytes) -> str:
    """The first `HEAD` bytes as text, letters outside ASCII perhaps garbled."""
    head = data[:HEAD]
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    return head.decode(_wide(head) or "latin-1", "ignore")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is NUL."""
    head = data[:HEAD]
    half = len(head) // 2
    if half and head.count(0) > 0.4 * len(head):
        if head[1::2].count(0) > _MOSTLY * half and head[::2].count(0) < half // 10:
            return "utf-16-le"
        if head[::2].count(0) > _MOSTLY * half and head[1::2].count(0) < half // 10:
            return "utf-16-be"
    return None


def _candidates(data: bytes, high: int, declared: str | None) -> list[str]:
    """Encodings to try strictly, in order of trust; the data is not valid UTF-8."""
    found: list[str] = []
    name = _python_name(declared)
    if name and name != "utf-8" and name not in _LATIN:  # those are said by default
        found.append(name)
    western = len(_WESTERN.findall(data))
    if (
        not _UNDEFINED_1252.search(data)
        and western > _MOSTLY * high
        and high < _SPARSE * len(data)
    ):
        found.append("cp1252")
    return found


def _python_name(declared: str | None) -> str | None:
    try:
        return codecs.lookup(declared).name if declared else None
    except LookupError:
        return None


def _last_resort(data: bytes, high: int, source: str) -> str:
    """A few stray bytes mended, or what charset-normalizer makes of many.

    Raises:
        ReadError: it is no text in any encoding.
    """
    if high < _STRAY * len(data):
        return data.decode("utf-8", "gradewright.mended")
    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is None:
        raise ReadError(
            source, "no encoding fits these bytes", "save it as UTF-8, or check it"
        )
    return data.decode(guess.encoding, "replace")


def _mended(error: UnicodeError) -> tuple[str, int]:
    """A stray byte in UTF-8 is Windows-1252; a sequence cut short is U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    text = bad.decode("cp1252", "replace") if len(bad) == 1 else "\ufffd"
    return text, error.end


codecs.register_error("gradewright.mended", _mended)
