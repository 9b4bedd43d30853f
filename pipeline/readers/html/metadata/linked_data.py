"""JSON-LD: what a page says of itself to machines, as schema.org words it."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_ARTICLE = ("Article", "Posting", "Report")
"""What the type of a JSON-LD object ends in that stands for the page's story; not
WebPage, whose day is that of a file in a content management system."""
_SURROGATE = re.compile(
    r"(?P<pair>\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w)|\\u[dD][89a-fA-F]\w\w"
)
"""Halves of a character as JSON writes them, two together or one alone."""


def articles(scripts: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """JSON-LD objects that describe an article, wherever they are nested.

    Where such an object names its author or publisher by an `@id` alone, the object
    with this id stands in its place.
    """
    things = list(_things(scripts))
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


def _things(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """All JSON-LD objects at the top or in a graph."""
    for script in scripts:
        try:
            written = _SURROGATE.sub(_whole, script)
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


def name_of(value: object) -> str | None:
    """The name of a JSON-LD person or organisation."""
    value = _first(value)
    name = _first(value.get("name")) if isinstance(value, dict) else value
    return name if isinstance(name, str) else None


def _first(value: object) -> object:
    """The first of a list; what is none, itself."""
    if isinstance(value, list):
        return value[0] if value else None
    return value


def words_of(thing: Mapping[str, Any], key: str) -> Iterator[str]:
    """The text of a JSON-LD object's value, if it is one."""
    value = thing.get(key)
    if isinstance(value, str) and value.strip():
        yield value
