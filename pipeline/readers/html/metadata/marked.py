"""Who wrote a story, as its page marks the name: rel=author, itemprop, a class.

Content management systems put a name into a link with `rel="author"` (WordPress), an
element of `itemprop="author"` (schema.org), or of a class that says so: `byline`,
`author-name`, `username` (Drupal), `blog-author-name` (Squarespace).
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from pipeline.document import lowered
from pipeline.readers.bylines import Bylines
from pipeline.readers.html.page.tokens import ATTRIBUTES, BLOCKS, INLINE_TAG

_HINTS = (
    *("author", "byline", "by-line", "by_line", "autor", "auteur", "writer"),
    *("journalist", "creator", "contributor", "username", "user-name"),
)
"""What a tag that marks a name has in an attribute; found one by one in a third of the
time that an alternation takes."""
_NO_HINT = re.compile(r"authori[tsz]")
"""Of authority, which begins so."""
_ROLES = frozenset({"author", "creator"})
_SURE = {"rel": frozenset({"author"}), "itemprop": _ROLES, "property": _ROLES}
"""Attributes, and the values of theirs that mark an author and nothing else."""
_HCARD = frozenset({"author", "vcard"})
"""Classes that do so together."""
_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9]*)({ATTRIBUTES})>")
_SAYS = re.compile(
    r"(?<![\w-])(rel|itemprop|property|class|content|data-(?:testid|component|hook|qa))"
    r"\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"avatar|image|photo|picture|img|icon|bio|social|follow|comment|desc|relat|date|time"
    r"|role|job|mail|twitter|count|more|shar|position|about|reading|list|card|box|no-author"
    r"|recommend|promo|publisher|tooltip",
    re.IGNORECASE,
)
"""In the classes of elements that stand beside a name, or list other stories'."""
_ITEM_NAME = re.compile(
    r"<\w+\b[^<>]*\bitemprop\s*=\s*[\"']?name\b[^<>]*>(?P<text>[^<>]*)", re.IGNORECASE
)
_CONTENT = re.compile(r"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_TAGS = re.compile(INLINE_TAG, re.DOTALL)
_NAME_OF_TAG = re.compile(r"</?(\w+)")
_JOINS = re.compile(r"(?:and|und|et|y|e|[,;&/|+·•–-])", re.IGNORECASE)
"""What stands alone between two names."""
_LONGEST = 1_500
"""Raw characters of an element that marks a name, and between two of them."""
_LONG_TAG = 4_000
"""Raw characters of a tag."""
_MOST = 200
"""Words that are looked at; a byline is among the first."""
_VOID = frozenset({"meta", "link", "img", "input", "br", "hr"})


class Byline(NamedTuple):
    """Who wrote a story, as its page shows it; false where it names nobody.

    Attributes:
        names: of people, or of an office or account where a mark says so.
        rule: by which they are told.
        said: the words, or the mark and the names.
        sure: whether they can be nothing else.
    """

    names: tuple[str, ...] = ()
    rule: str = ""
    said: str | None = None
    sure: bool = False

    def __bool__(self) -> bool:
        return bool(self.names)


NOBODY = Byline()


def marked(raw: str, start: int, end: int, telling: Bylines) -> Byline:
    """The names that the tags of a stretch mark, those of sure marks alone if any."""
    found: dict[bool, dict[str, str]] = {True: {}, False: {}}
    marks: dict[bool, str] = {}
    position, last = start, end
    for hint in _hints(raw, start, end):
        if hint < position:
            continue
        opened = raw.rfind("<", max(start, hint - _LONG_TAG), hint)
        tag = _TAG.match(raw, opened, opened + _LONG_TAG) if opened >= 0 else None
        if not tag or tag.end() < hint:
            continue
        position = tag.end()
        if position > last + _LONGEST:
            break
        mark, sure = _mark(tag[2])
        names = _names(raw, tag, telling, sure=sure) if mark else ()
        if mark and names:
            last = position
            marks.setdefault(sure, mark)
            for name in names:
                found[sure].setdefault(name.lower(), name)
    if not marks:
        return NOBODY
    sure = True in marks
    people = tuple(found[sure].values())
    return Byline(people, "marked.marked", f"{marks[sure]}: {'; '.join(people)}", sure)


def _hints(raw: str, start: int, end: int) -> list[int]:
    """Where a stretch has words of marks, in order."""
    stretch = lowered(raw[start:end])
    found: list[int] = []
    for hint in _HINTS:
        at = stretch.find(hint)
        while at >= 0:
            found.append(start + at)
            at = stretch.find(hint, at + 1)
    return sorted(found)[:_MOST]


def _is_hinting(value: str) -> bool:
    return any(map(value.__contains__, _HINTS)) and not _NO_HINT.search(value)


def _mark(attributes: str) -> tuple[str | None, bool]:
    """What in a tag marks an author, if anything does, and whether it must be one."""
    hinted: str | None = None
    for said, double, single, bare in _SAYS.findall(attributes):
        attribute, value = said.lower(), (double or single or bare).lower()
        words = {*value.replace("schema:", "").split()}
        if attribute == "content":
            continue
        if attribute in _SURE and not words.isdisjoint(_SURE[attribute]):
            return f"{attribute}={value}", True
        if attribute == "class" and words >= _HCARD:
            return f"{attribute}={value}", True
        if attribute in _SURE:
            continue
        if _BESIDE.search(value):
            return None, False
        if not hinted and _is_hinting(value):
            hinted = f"{attribute}={value}"
    return hinted, False


def _names(
    raw: str, tag: re.Match[str], telling: Bylines, *, sure: bool
) -> tuple[str, ...]:
    """The names in an element."""
    if tag[1].lower() in _VOID:
        content = _CONTENT.search(tag[2])
        lines = [(_plain(content[1] or content[2] or ""), True)] if content else []
    else:
        inside = _inside(raw, tag)
        item = _ITEM_NAME.search(inside)
        content = _CONTENT.search(item[0]) if item else None
        said = (content[1] or content[2] or "") if content else item and item["text"]
        linked = tag[1].lower() == "a"
        lines = [(_plain(said), True)] if said else [*_lines(inside, linked=linked)]
    return _of_lines(lines, telling, sure=sure)


def _inside(raw: str, tag: re.Match[str]) -> str:
    """What stands between a start tag and the end tag that is its own."""
    same = re.compile(rf"<(/?){tag[1]}(?=[\s>/])", re.IGNORECASE)
    depth = 1
    for each in same.finditer(raw, tag.end(), tag.end() + _LONGEST):
        depth += -1 if each[1] else 1
        if not depth:
            return raw[tag.end() : each.start()]
    return ""


def _lines(inside: str, *, linked: bool) -> Iterator[tuple[str, bool]]:
    """The words of an element as shown, and whether a link; a link is a line."""
    position, text = 0, ""
    in_link = linked
    for tag in _TAGS.finditer(inside):
        text += inside[position : tag.start()]
        position = tag.end()
        name = _NAME_OF_TAG.match(tag[0])
        kind = name[1].lower() if name else ""
        if kind in {"a", "br"} or kind in BLOCKS:
            if text.strip():
                yield _plain(text), in_link
            text = ""
        if kind == "a":
            in_link = not tag[0].startswith("</")
    text += inside[position:]
    if text.strip():
        yield _plain(text), in_link


def _plain(text: str) -> str:
    return " ".join(unescape(_TAGS.sub("", text)).split())


def _of_lines(
    lines: Iterable[tuple[str, bool]], telling: Bylines, *, sure: bool
) -> tuple[str, ...]:
    """The names that lines give, one line of them where they are no links."""
    found: list[str] = []
    for line, linked in lines:
        if _JOINS.fullmatch(line):
            continue
        if found and not linked:
            break
        names = telling.named(line) or (telling.name_or_office(line) if sure else ())
        if found and not names:
            break
        found += names
    return tuple(found)
