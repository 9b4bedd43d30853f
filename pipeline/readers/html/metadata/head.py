"""The tags of a page that may say something of its story.

Only these are parsed: the whole page is a hundred times their size.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

_TELLING = re.compile(
    r"<meta\b[^>]*?\b(?:property|name|itemprop)\s*=\s*[\"']?\s*"
    r"(?:(?:og|twitter|article|dc|dcterms|sailthru|parsely|cxenseparse)[.:-]|date|pub|author"
    r"|byl|creator|citation_author|application-name)[^>]*>"
    r"|<link\b[^>]*?\brel\s*=\s*[\"']?canonical[^>]*>|<html\b[^>]*>"
    r"|<title\b.*?</title>",
    re.IGNORECASE | re.DOTALL,
)
"""Tags of a head that may say something of the story."""
_SCRIPT = re.compile(
    r"<script\b[^>]*ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL
)
_DATED = re.compile(
    r"<\w+\s[^<>]*\b(?:itemprop|property)=[\"']?(?:schema:)?date(?:Published|Created)"
    r"[^>]*>"
)
_DATE_NAME = re.compile(r"[\"':]date(?:Published|Created)[\"']")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?:.*?-->|.*)", re.DOTALL)
_PARSER = etree.HTMLParser(huge_tree=True, no_network=True)


class Head(NamedTuple):
    """What a page's own tags say.

    Attributes:
        title: the page's, as written.
        contents: of meta tags by name: some say each author in a tag of their own.
        canonical: the address that a link gives.
        language: of the page's first tag.
        scripts: JSON-LD, as written.
    """

    title: str | None
    contents: dict[str, list[str]]
    canonical: str | None
    language: str | None
    scripts: tuple[str, ...]

    @property
    def first(self) -> dict[str, str]:
        """The contents of meta tags by name, of several the first."""
        return {name: said[0] for name, said in self.contents.items()}


def head(raw: str) -> Head:
    """What is said of the story in the head of a page, and of its day in the body."""
    title = canonical = language = None
    contents: dict[str, list[str]] = {}
    for tag in _tags(_telling(raw)):
        said = tag.attrib
        if tag.tag == "title" and title is None:
            title = "".join(tag.itertext())
        elif tag.tag == "html" and language is None:
            language = said.get("lang")
        elif canonical is None and "canonical" in said.get("rel", "").split():
            canonical = said.get("href")
        key = said.get("property") or said.get("name") or said.get("itemprop")
        content = said.get("content") or said.get("datetime")
        if key and content:
            name = key.lower().removeprefix("schema:")
            contents.setdefault(name, []).append(content.strip())
    scripts = _SCRIPT.findall(raw) if "ld+json" in raw else ()
    return Head(title, contents, canonical, language, tuple(scripts))


def _tags(written: Iterable[str]) -> list[etree._Element]:
    """Some tags, parsed; an <html> that others stand before would be passed over."""
    markup = "".join(sorted(written, key=lambda tag: tag[:5].lower() != "<html"))
    root = etree.HTML(markup, _PARSER) if markup else None
    return [] if root is None else [*root.iter(etree.Element)]


def _telling(raw: str) -> Iterator[str]:
    """The tags of a page that may say something of its story, as written."""
    body = _BODY.search(raw)
    head = raw[: body.start() if body else len(raw)]
    yield from _TELLING.findall(_COMMENT.sub("", head))
    for match in _DATE_NAME.finditer(raw, body.start() if body else 0):
        tag = _DATED.match(raw, raw.rfind("<", 0, match.start()))
        if tag:
            yield tag[0]
            break
