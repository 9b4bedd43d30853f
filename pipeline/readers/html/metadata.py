"""What a page says of itself: title, date, publisher, authors, address, language.

JSON-LD first, then meta tags, then the page. Only the tags that can say something are
handed to BeautifulSoup: the whole page is a hundred times their size.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from bs4 import BeautifulSoup, Tag

from pipeline.document import Meta
from pipeline.readers.dates import machine_date

_TELLING = re.compile(
    r"<(?:meta|link|html)\b[^>]*>|<title\b.*?</title>"
    r"|<script\b[^>]*ld\+json[^>]*>.*?</script>|<time\b.*?</time>",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = ("Article", "Posting", "Report", "WebPage")
"""What the type of a JSON-LD object ends in that stands for the page's story."""
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
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
_AUTHORS = ("author", "article:author", "dc.creator", "byl")


def metadata(raw: str) -> Meta:
    """Everything a raw page says of itself."""
    soup = BeautifulSoup("".join(_TELLING.findall(raw)), "lxml")
    named = _named(soup)
    stories = list(_stories(soup))
    title = (
        _first(story.get("headline") for story in stories)
        or _get(named, _TITLES)
        or (soup.title.get_text() if soup.title else None)
    )
    publisher = _first(_name(story.get("publisher")) for story in stories)
    return Meta(
        title=_clean(title),
        publisher=_clean(publisher or _get(named, ("og:site_name",))),
        authors=_authors(stories, named),
        published=_published(stories, named),
        url=_url(soup, named),
        language=_language(soup),
    )


def _named(soup: BeautifulSoup) -> dict[str, str]:
    """The content of meta tags by name, the first of a name winning."""
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if key and content:
            found.setdefault(str(key).lower(), str(content).strip())
    return found


def _stories(soup: BeautifulSoup) -> Iterator[Mapping[str, Any]]:
    """JSON-LD objects that describe an article, wherever they are nested."""
    for script in soup.find_all("script"):
        try:
            waiting = [json.loads(script.string or "", strict=False)]
        except ValueError:
            continue
        while waiting:
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting = thing + waiting
            elif isinstance(thing, dict):
                waiting.append(thing.get("@graph"))
                kinds = thing.get("@type")
                for kind in kinds if isinstance(kinds, list) else [kinds]:
                    if isinstance(kind, str) and kind.endswith(_ARTICLE):
                        yield thing
                        break


def _published(
    stories: Iterable[Mapping[str, Any]], named: Mapping[str, str]
) -> date | None:
    said = [story.get("datePublished") for story in stories]
    said += [named.get(key) for key in _PUBLISHED]
    dates = (machine_date(value) for value in said if isinstance(value, str))
    return next(filter(None, dates), None)


def _authors(
    stories: Iterable[Mapping[str, Any]], named: Mapping[str, str]
) -> tuple[str, ...]:
    for story in stories:
        author = story.get("author")
        people = author if isinstance(author, list) else [author]
        names = tuple(filter(None, (_clean(_name(person)) for person in people)))
        if names:
            return names
    name = _clean(_get(named, _AUTHORS))
    return (name,) if name and not name.startswith("http") else ()


def _url(soup: BeautifulSoup, named: Mapping[str, str]) -> str | None:
    link = soup.find("link", rel="canonical")
    address = link.get("href") if isinstance(link, Tag) else None
    return str(address) if address else _get(named, ("og:url",))


def _language(soup: BeautifulSoup) -> str | None:
    said = soup.html.get("lang") if soup.html else None
    return str(said).split("-")[0].lower() if said else None


def _name(value: object) -> str | None:
    """The name of a JSON-LD person or organisation."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _first(values: Iterable[object]) -> str | None:
    return next((v for v in values if isinstance(v, str) and v.strip()), None)


def _get(named: Mapping[str, str], keys: Iterable[str]) -> str | None:
    return next((named[key] for key in keys if named.get(key)), None)


def _clean(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
