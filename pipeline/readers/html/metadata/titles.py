"""The headline of a page: what its head says, weighed with the headings it shows.

A head names the site beside the headline, or words it for search engines; a page has
headings of its own, its logo's and its departments' among them. Where both say the
same, that is the headline.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape

from pipeline.document import Origin
from pipeline.readers.html.metadata.byline import Heading, Masthead

_Said = tuple[str, str]
"""Where a title stands, and its words."""
_HEADLINE, _PAGE = "headline", "title"
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_KEYS = {*_TITLES, _PAGE}
_WORDS = re.compile(r"\w+")
_MOST, _SOME = 0.6, 0.4
_BETWEEN = re.compile(r"\s+(?:[|»·–—:]|::)\s+|\s+-\s+")
_OPEN = re.compile(r"^\W*[|»·–—:-]\s|\s[|»·–—:-]$")
"""A title that says the site alone: of the headline there was nothing to say."""
_LONG_SITE = 60
_PAIR = 2
_KICKER = 3
"""Words of a label over a headline."""
_FEWEST = 3
"""Words of a part of a title, or of a heading, that can be no department's name."""


def title(
    page: str | None,
    headlines: Iterable[str],
    named: Mapping[str, str],
    shown: Masthead,
    publisher: str | None,
) -> tuple[str | None, Origin | None]:
    """The headline: the head's where a heading says it too, else the first heading's.

    Args:
        page: the title that the page gives itself.
        headlines: of JSON-LD objects of the story.
        named: contents of meta tags by name.
        shown: what stands around the story.
        publisher: what the site is called.
    """
    said = [(_HEADLINE, cleaned(words)) for words in headlines]
    said += [(key, cleaned(named.get(key))) for key in _TITLES]
    said += [(_PAGE, page)]
    told = [(key, words) for key, words in said if words]
    heading = _heading(told, shown, publisher)
    if heading and (apart := _without_kicker(heading, told)):
        key, words = apart
        return words, Origin("titles.title", said=f"{key}: {words}")
    if heading:
        rule = "byline.title" if heading.text == shown.headline else "titles.heading"
        beside = None if heading.is_in_text else heading.text
        return heading.text, Origin(rule, said=beside)
    if not told:
        return None, None
    key, words = told[0]
    name = words if key == _HEADLINE else _without_site(words, publisher)
    return name, Origin("titles.title", said=f"{key}: {words}")


def _heading(
    told: Sequence[_Said], shown: Masthead, publisher: str | None
) -> Heading | None:
    """The heading that is the headline: the head bears it out, or it stands alone."""
    first = next((each for each in shown.headings if each.text == shown.headline), None)
    if not told:
        return first
    by_key = {_key(each.text): each for each in reversed(shown.headings)}
    by_key.pop(_key(publisher or ""), None)
    said = [each for each in told if not (first and _is_site(each, told, first))]
    exact = {_HEADLINE} & {key for key, _ in told} or _KEYS
    for key, words in said:
        same = by_key.get(_key(words))
        if same and (same == first or key in exact):
            return same
    if first and any(agree(first.text, claim) for claim in _claims(told, publisher)):
        return first
    trusted = [words for key, words in said if key in exact]
    parts = [part for words in trusted for part in _BETWEEN.split(words)]
    part = max((each for each in parts if _key(each) in by_key), key=len, default="")
    if len(_WORDS.findall(part)) >= _FEWEST:
        return by_key[_key(part)]
    return _unsaid(told, shown, first)


def _without_kicker(heading: Heading, told: Iterable[_Said]) -> _Said | None:
    """What the head says of a heading that has a label before it: "Exclusive"."""
    shown = _key(heading.text)
    for key, words in told:
        said = _key(words)
        if key != _PAGE and len(said.split()) >= _FEWEST and shown.endswith(f" {said}"):
            before = shown.removesuffix(said).split()
            return (key, words) if len(before) <= _KICKER else None
    return None


def _unsaid(
    told: Sequence[_Said], shown: Masthead, first: Heading | None
) -> Heading | None:
    """The headline, where the head words it in another way or says nothing of it."""
    if first and shown.is_alone and len(_WORDS.findall(first.text)) >= _FEWEST:
        is_site = any(first.text in words for _, words in told)
        return None if is_site else first
    nothing_said = all(_OPEN.search(words) for _, words in told)
    return next(iter(shown.headings), None) if nothing_said else None


def _claims(told: Iterable[_Said], publisher: str | None) -> Iterator[str]:
    """What titles say apart from the site's name; of the page's its first part too."""
    for key, words in told:
        yield words if key == _HEADLINE else _without_site(words, publisher)
        if key == _PAGE:
            yield _BETWEEN.split(words)[-1 if "»" in words else 0]


def _is_site(said: _Said, told: Iterable[_Said], headline: Heading) -> bool:
    """Whether words stand beside the headline in another title, as a site's name."""
    for other in [words for _, words in told if said[1] in words]:
        first, *others = _BETWEEN.split(other)
        if said[1] in others and agree(headline.text, first):
            return True
    return False


def site_of(page: str | None, headline: str | None) -> str | None:
    """The site's name, where the page's title is the headline and one thing more."""
    parts = _BETWEEN.split(page or "")
    if len(parts) == _PAIR and headline and len(parts[1]) <= _LONG_SITE:
        return parts[1] if agree(headline, parts[0]) else None
    return None


def agree(headline: str, title: str) -> bool:
    """Whether most words of the shorter stand in the longer, and are half of it."""
    mine, other = (
        set(_WORDS.findall(headline.lower())),
        set(_WORDS.findall(title.lower())),
    )
    common = len(mine & other)
    fewer, more = sorted((len(mine), len(other)))
    return common > 0 and common >= _MOST * fewer and common >= _SOME * more


def _without_site(title: str, publisher: str | None) -> str:
    """A title without the name of its site, which stands last, or first."""
    parts = _BETWEEN.split(title)
    if len(parts) == 1:
        return title
    site = (publisher or "").lower()
    left = [part for part in parts if part.strip().lower() != site]
    if site and 0 < len(left) < len(parts):
        return title[title.index(left[0]) : title.rindex(left[-1]) + len(left[-1])]
    return max(parts, key=len).strip()


def _key(title: str) -> str:
    """A title as it is compared: its words in small letters."""
    return " ".join(_WORDS.findall(title.lower()))


def cleaned(text: str | None) -> str | None:
    """A text of the head with single spaces, its entities read once more."""
    return " ".join(unescape(text).split()) or None if text else None
