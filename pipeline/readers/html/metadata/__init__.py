"""What a page says of itself: title, date, publisher, authors, address, language.

JSON-LD first, then meta tags, then the page.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pipeline.document import Meta, Origin
from pipeline.knowledge import Knowledge
from pipeline.readers.html.metadata.authors import authors
from pipeline.readers.html.metadata.byline import Masthead
from pipeline.readers.html.metadata.days import day_of, published
from pipeline.readers.html.metadata.head import Head, head
from pipeline.readers.html.metadata.linked_data import articles, name_of, words_of
from pipeline.readers.html.metadata.titles import cleaned, site_of, title

_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher")


class _Told(NamedTuple):
    """What a field holds, and how that is known."""

    value: str | None = None
    origin: Origin | None = None


def meta(raw: str, shown: Masthead, known: Knowledge) -> Meta:
    """Everything a page says of itself, and in what words.

    Args:
        raw: the page as received.
        shown: what stands around its story.
        known: what names of authors are told by.
    """
    said = head(raw)
    named = said.first
    stories = list(articles(said.scripts))
    headlines = [words for story in stories for words in words_of(story, "headline")]
    page = cleaned(said.title)
    publisher = _publisher(page, stories, named, shown.headline)
    headline, told_by = title(page, headlines, named, shown, publisher.value)
    sites = (publisher.value, *(named.get(key) for key in _SITES))
    people, signed = authors(stories, said.contents, sites, shown.byline, known)
    url, language = _url(said), _language(said.language)
    day, dated = day_of(published(stories, named), shown, url.value)
    origins = {
        "title": told_by,
        "publisher": publisher.origin,
        "authors": signed,
        "published": dated,
        "url": url.origin,
        "language": language.origin,
    }
    return Meta(
        title=headline,
        publisher=publisher.value,
        authors=people,
        published=day,
        url=url.value,
        language=language.value,
        origins={name: origin for name, origin in origins.items() if origin},
    )


def _publisher(
    page: str | None,
    stories: Iterable[Mapping[str, Any]],
    named: Mapping[str, str],
    headline: str | None,
) -> _Told:
    """Who answers for the page, as its head says; else as its title ends."""
    names = (name_of(story.get("publisher")) for story in stories)
    name = next((each for each in names if each and each.strip()), None)
    said = f"publisher: {name}"
    if not name:
        key, name = _get(named, "og:site_name") or ("title", None)
        said = f"{key}: {name or page}"
        name = name or site_of(page, headline)
    name = cleaned(name)
    return _Told(name, Origin("metadata.publisher", said=said) if name else None)


def _url(said: Head) -> _Told:
    """The address that the page calls its own."""
    own = ("canonical", said.canonical) if said.canonical else None
    key, address = own or _get(said.first, "og:url") or ("", "")
    if not address:
        return _Told()
    return _Told(address, Origin("metadata.url", said=f"{key}: {address}"))


def _language(said: str | None) -> _Told:
    """The language that the page's first tag names."""
    if not said:
        return _Told()
    value = said.split("-")[0].lower()
    return _Told(value, Origin("metadata.language", said=f"lang: {said}"))


def _get(named: Mapping[str, str], key: str) -> tuple[str, str] | None:
    """A name and what a page gives for it, if anything."""
    return (key, named[key]) if named.get(key) else None
