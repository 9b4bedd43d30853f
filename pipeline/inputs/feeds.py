"""Addresses: a page is a document, a feed stands for the pages that it links to."""

import re
from collections.abc import Iterator

from pipeline.errors import EmptyInput, ReadError
from pipeline.inputs.input import Found, Input
from pipeline.inputs.web import Visitor, is_address

_FEED = re.compile(
    rb"""\A\s*
    (<\?xml[^>]*\?>\s*)?
    (<!--.*?-->\s*)*
    <(rss|feed|rdf:RDF)\b""",
    re.DOTALL | re.VERBOSE,
)


def expand(address: str, visitor: Visitor) -> Iterator[Found]:
    """The document at an address, or those of the feed there."""
    page = visitor.visit(address)
    if not isinstance(page, Input) or not is_feed(page.data or b""):
        yield page
        return
    links = links_of(page.data or b"")
    if isinstance(links, ReadError):
        yield ReadError(address, links.cause, links.remedy)
    elif not links:
        yield EmptyInput(address, "a feed without entries", "check the address")
    else:
        for link in links:
            yield visitor.visit(link, named=address)


def is_feed(data: bytes) -> bool:
    """Whether these bytes are RSS or Atom."""
    return _FEED.match(data[:2048]) is not None


def links_of(data: bytes) -> list[str] | ReadError:
    """The addresses of a feed's entries, in order, each once."""
    try:
        import feedparser  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        cause, remedy = "feedparser is missing", "pip install 'gradewright[web]'"
        return ReadError("feed", cause, remedy)
    entries = feedparser.parse(data).entries
    links = (entry.get("link") for entry in entries)
    return list(dict.fromkeys(link for link in links if link and is_address(link)))
