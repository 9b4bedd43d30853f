"""What a page says of itself: title, date, publisher, authors, address, language.

JSON-LD first, then meta tags, then the page. Only the tags that can say something are
handed to BeautifulSoup: the whole page is a hundred times their size. For so little
Python's own parser is the faster one.
"""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from bs4 import BeautifulSoup, Tag

from pipeline.document import Meta, Origin
from pipeline.knowledge import Knowledge
from pipeline.readers.dates import machine_date
from pipeline.readers.html.metadata.authors import authors
from pipeline.readers.html.metadata.byline import Masthead
from pipeline.readers.html.metadata.titles import cleaned, site_of, title

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
    r"<script\b[^>]*ld\+json[^>]*>.*?</script>", re.IGNORECASE | re.DOTALL
)
_DATED = re.compile(
    r"<\w+\s[^<>]*\b(?:itemprop|property)=[\"']?(?:schema:)?date(?:Published|Created)"
    r"[^>]*>"
)
_DATE_NAME = re.compile(r"[\"':]date(?:Published|Created)[\"']")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?:.*?-->|.*)", re.DOTALL)
_ARTICLE = ("Article", "Posting", "Report")
"""What the type of a JSON-LD object ends in that stands for the page's story; not
WebPage, whose day is that of a file in a content management system."""
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "datecreated",
    "dcterms.date",
    "dc.date",
    "date",
    "parsely-pub-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "publishdate",
    "sailthru.date",
)
_SURROGATE = re.compile(
    r"(?P<pair>\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w)|\\u[dD][89a-fA-F]\w\w"
)
"""Halves of a character as JSON writes them, two together or one alone."""
_PATH_DATE = re.compile(r"/(20\d\d|19\d\d)/(\d{1,2})/(\d{1,2})(?:/|-|$)")


class _Told(NamedTuple):
    """What a field holds, and how that is known."""

    value: str | None
    origin: Origin | None = None


def meta(raw: str, shown: Masthead, known: Knowledge) -> Meta:
    """Everything a page says of itself, and in what words.

    Args:
        raw: the page as received.
        shown: what stands around its story.
        known: what names of authors are told by.
    """
    soup = BeautifulSoup("".join(_telling(raw)), "html.parser")
    tags = [each for each in soup.descendants if isinstance(each, Tag)]
    contents = _contents(tags)
    named = {name: said[0] for name, said in contents.items()}
    stories = list(_stories(tags))
    page = cleaned(next((tag.get_text() for tag in _called("title", tags)), None))
    publisher = _publisher(page, stories, named, shown.headline)
    headlines = [words for story in stories for words in _words(story.get("headline"))]
    headline, told_by = title(page, headlines, named, shown, publisher.value)
    sites = (publisher.value, *(named.get(key) for key in _SITES))
    people, by = authors(stories, contents, sites, shown.byline, known)
    url = _url(tags, named)
    published, day = _day(_published(stories, named), shown, url.value)
    language = _language(tags)
    told = {
        "title": told_by,
        "publisher": publisher.origin,
        "authors": by,
        "published": day,
        "url": url.origin,
        "language": language.origin,
    }
    return Meta(
        title=headline,
        publisher=publisher.value,
        authors=people,
        published=published,
        url=url.value,
        language=language.value,
        origins={name: origin for name, origin in told.items() if origin},
    )


def _telling(raw: str) -> Iterator[str]:
    """The tags of a page that may say something of its story, as written."""
    body = _BODY.search(raw)
    head = raw[: body.start() if body else len(raw)]
    yield from _TELLING.findall(_COMMENT.sub("", head))
    if "ld+json" in raw:
        yield from _SCRIPT.findall(raw)
    for match in _DATE_NAME.finditer(raw, body.start() if body else 0):
        tag = _DATED.match(raw, raw.rfind("<", 0, match.start()))
        if tag:
            yield tag[0]
            break


def _called(name: str, tags: Iterable[Tag]) -> Iterator[Tag]:
    """The tags of a name: a search in the soup takes as long as all of it."""
    return (tag for tag in tags if tag.name == name)


def _contents(tags: Iterable[Tag]) -> dict[str, list[str]]:
    """The contents of meta tags by name: some say each author in a tag of their own."""
    found: dict[str, list[str]] = {}
    for tag in tags:
        said = tag.attrs
        key = said.get("property") or said.get("name") or said.get("itemprop")
        content = said.get("content") or said.get("datetime")
        if key and content:
            name = str(key).lower().removeprefix("schema:")
            found.setdefault(name, []).append(str(content).strip())
    return found


def _stories(tags: Iterable[Tag]) -> Iterator[Mapping[str, Any]]:
    """JSON-LD objects that describe an article, wherever they are nested.

    Where such an object names its author or publisher by an `@id` alone, the object
    with this id stands in its place.
    """
    things = list(_things(tags))
    by_id = {thing["@id"]: thing for thing in things if _is_named(thing)}
    for thing in things:
        kinds = thing.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(each, str) and each.endswith(_ARTICLE) for each in kinds):
            yield thing | {
                key: _resolved(thing[key], by_id)
                for key in ("author", "publisher")
                if key in thing
            }


def _resolved(value: object, by_id: Mapping[str, object]) -> object:
    """A JSON-LD value with what its ids stand for."""
    if isinstance(value, list):
        return [_resolved(each, by_id) for each in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _is_named(thing: Mapping[str, Any]) -> bool:
    return isinstance(thing.get("@id"), str) and isinstance(thing.get("name"), str)


def _things(tags: Iterable[Tag]) -> Iterator[dict[str, Any]]:
    """All JSON-LD objects at the top or in a graph."""
    for script in _called("script", tags):
        try:
            written = _SURROGATE.sub(_whole, script.string or "")
            waiting = deque([json.loads(written, strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            thing = waiting.popleft()
            if isinstance(thing, list):
                waiting.extendleft(reversed(thing))
            elif isinstance(thing, dict):
                waiting.append(thing.get("@graph"))
                yield thing


def _whole(surrogates: re.Match[str]) -> str:
    """A pair as it is; one alone is no character, and no file could hold it."""
    return surrogates["pair"] or "\\ufffd"


def _published(
    stories: Iterable[Mapping[str, Any]], named: Mapping[str, str]
) -> dict[date, str]:
    """The days that the head gives, the most trustworthy first, and its words."""
    said = [("datePublished", story.get("datePublished")) for story in stories]
    said += [(key, named.get(key)) for key in _PUBLISHED]
    found: dict[date, str] = {}
    for key, value in said:
        day = machine_date(value) if isinstance(value, str) else None
        if day:
            found.setdefault(day, f"{key}: {value}")
    return found


def _reconciled(said: Sequence[date], shown: date | None) -> date | None:
    """The day of publication, by what the head says and the reader sees.

    The head gives it in universal time: a story of half past midnight in summer has
    the day before. What readers see is the day, unless nothing in the head is near it.
    """
    near = shown and any(abs(shown - day) <= timedelta(days=1) for day in said)
    return shown if near or not said else said[0]


def _publisher(
    page: str | None,
    stories: Iterable[Mapping[str, Any]],
    named: Mapping[str, str],
    headline: str | None,
) -> _Told:
    """Who answers for the page, as its head says; else as its title ends."""
    name = _first(_name(story.get("publisher")) for story in stories)
    said = f"publisher: {name}"
    if not name:
        key, name = _get(named, ("og:site_name",)) or ("title", None)
        said = f"{key}: {name or page}"
        name = name or site_of(page, headline)
    name = cleaned(name)
    return _Told(name, Origin("metadata.publisher", said=said) if name else None)


def _day(
    said: Mapping[date, str], shown: Masthead, url: str | None
) -> tuple[date | None, Origin | None]:
    """The day of publication: as the head or the page says it, or the address."""
    day = _reconciled([*said], shown.published)
    if day and day == shown.published:
        return day, Origin("byline.day", said=shown.dated)
    if day:
        return day, Origin("metadata.published", said=said[day])
    day = _dated(url)
    return day, Origin("metadata.dated", said=url) if day else None


def _dated(url: str | None) -> date | None:
    """The day in an address such as /2023/04/13/police-told."""
    match = _PATH_DATE.search(url or "")
    return machine_date("-".join(match.groups())) if match else None


def _url(tags: Iterable[Tag], named: Mapping[str, str]) -> _Told:
    """The address that the page calls its own."""
    links = _called("link", tags)
    own = (tag for tag in links if "canonical" in tag.get_attribute_list("rel"))
    address = next((tag.get("href") for tag in own), None)
    key, said = (
        ("canonical", str(address)) if address else _get(named, ("og:url",)) or ("", "")
    )
    if not said:
        return _Told(None)
    return _Told(said, Origin("metadata.url", said=f"{key}: {said}"))


def _language(tags: Iterable[Tag]) -> _Told:
    """The language that the page's first tag names."""
    said = next((tag.get("lang") for tag in _called("html", tags)), None)
    if not said:
        return _Told(None)
    value = str(said).split("-")[0].lower()
    return _Told(value, Origin("metadata.language", said=f"lang: {said}"))


def _name(value: object) -> str | None:
    """The name of a JSON-LD person or organisation."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _words(value: object) -> Iterator[str]:
    """The text of a JSON-LD value, if it is one."""
    if isinstance(value, str) and value.strip():
        yield value


def _first(values: Iterable[object]) -> str | None:
    return next((v for v in values if isinstance(v, str) and v.strip()), None)


def _get(named: Mapping[str, str], keys: Iterable[str]) -> tuple[str, str] | None:
    """The first of some names that a page gives, and what it says there."""
    return next(((key, named[key]) for key in keys if named.get(key)), None)
