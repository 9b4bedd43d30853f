"""Who wrote a page's story: what its head says, weighed with what its readers see."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from typing import Any

from pipeline.document import Origin
from pipeline.knowledge import Knowledge, once
from pipeline.readers.bylines import bylines
from pipeline.readers.html.metadata.linked_data import name_of
from pipeline.readers.html.metadata.marked import Byline
from pipeline.words.patterns import any_of

_KEYS = (
    "author",
    "article:author",
    "article:author_name",
    "article.author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
)
_LABELLED = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_OUTLET = re.compile(r",\s*(?:[A-Z]{2,6}|BBC News|CNN Business)$")
"""Where an author works, as in "Rob Finch, BBC"."""
_ADDRESS = re.compile(r"://|@|\w\.[a-z]{2,4}$")
_TAG = re.compile(r"<[^<>]*>")
_SPACES = re.compile(r"[\W_]+")
_LONG_NAME = 80


def authors(
    stories: Iterable[Mapping[str, Any]],
    metas: Mapping[str, Sequence[str]],
    sites: Iterable[str | None],
    shown: Byline,
    known: Knowledge,
) -> tuple[tuple[str, ...], Origin | None]:
    """The people behind the story, and where they are named; no site is its own author.

    Where the head names an account and the story is signed by somebody else, or more
    people have signed it, the page is right: its readers see it.

    Args:
        stories: JSON-LD objects of the story.
        metas: contents of meta tags by name.
        sites: what the site is called.
        shown: who the page shows.
        known: what offices, accounts and bylines are told by.
    """
    own = {_key(site) for site in sites if site}
    said, words = _said(stories, metas, own, known)
    seen = tuple(name for name in shown.names if _key(name) not in own)
    in_head = Origin("authors.said", said=words)
    in_page = Origin(shown.rule, said=shown.said)
    if not said and not seen:
        return (), None
    if not said or not seen:
        return (said, in_head) if said else (seen, in_page)
    if not any(_is_same(name, other) for name in said for other in seen):
        return (seen, in_page) if shown.sure else (said, in_head)
    if len(seen) > len(said):
        return seen, in_page
    if len(seen) < len(said):
        return said, in_head
    best = tuple(map(_better, said, seen))
    return best, in_head if best == said else in_page


def _is_same(name: str, other: str) -> bool:
    """Whether two names are one, or one the beginning of the other."""
    name, other = _key(name), _key(other)
    return name.startswith(other) or other.startswith(name)


def _better(said: str, seen: str) -> str:
    """The spelling with the spaces and capitals of a name, and all of it."""
    if _key(said) != _key(seen):
        return said if " " in said else max(said, seen, key=len)
    return said if " " in said and not said.isupper() else seen


def _said(
    stories: Iterable[Mapping[str, Any]],
    metas: Mapping[str, Sequence[str]],
    sites: set[str],
    known: Knowledge,
) -> tuple[tuple[str, ...], str | None]:
    """People as the head names them, and its words: JSON-LD, then meta tags in turn."""
    for story in stories:
        author = story.get("author")
        people = author if isinstance(author, list) else [author]
        said = [name_of(one) or "" for one in people if not _is_organisation(one)]
        if names := _people(said, sites, known):
            return names, f"author: {'; '.join(filter(None, said))}"
    for key in _KEYS:
        said = [
            name
            for name in metas.get(key, ())
            if not _firms(known).search(name.lower())
        ]
        if names := _people(said, sites, known):
            return names, f"{key}: {'; '.join(said)}"
    for label, data in _LABELLED:
        if any(
            _labels(known).fullmatch(value.lower()) for value in metas.get(label, ())
        ):
            said = [*metas.get(data, ())]
            return _people(said, sites, known), f"{data}: {'; '.join(said)}"
    return (), None


def _people(said: Iterable[str], sites: set[str], known: Knowledge) -> tuple[str, ...]:
    """Names without what stands beside them; no site, no account, no address."""
    telling = bylines(known)
    found: dict[str, str] = {}
    for text in said:
        line = _BY.sub("", " ".join(_TAG.sub(" ", unescape(text)).split()))
        parts = {_key(part) for part in line.split(",")}
        if not parts.isdisjoint(sites):
            continue
        if not line or _ADDRESS.search(line) or telling.account.fullmatch(line):
            continue
        for name in telling.named(line) or (_OUTLET.sub("", line),):
            if name and len(name) <= _LONG_NAME and _key(name) not in sites:
                found.setdefault(_key(name), name)
    return tuple(found.values())


def _key(name: str) -> str:
    """A name as it is compared: an account has neither spaces nor capitals."""
    return _SPACES.sub("", name.lower())


@once
def _firms(known: Knowledge) -> re.Pattern[str]:
    """In the name of whoever keeps the site, and did not write the story."""
    return re.compile(rf"\b(?:{any_of(known.words('bylines', 'firm'))})\b")


@once
def _labels(known: Knowledge) -> re.Pattern[str]:
    """What a page writes before an author."""
    words = known.words("bylines", "label_of_author")
    return re.compile(rf"\W*(?:{any_of(words)})\W*")


def _is_organisation(author: object) -> bool:
    kinds = author.get("@type") if isinstance(author, dict) else None
    return isinstance(kinds, str) and kinds.endswith(("Organization", "Corporation"))
