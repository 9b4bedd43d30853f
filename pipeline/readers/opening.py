"""The lines over the story of a plain text: its headline, and who wrote it.

Nothing marks them there. So a headline is taken only where one line alone can be it,
and the story follows.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.document import Block, Extent, Role
from pipeline.knowledge import Knowledge
from pipeline.readers.bylines import Bylines, bylines, is_byline
from pipeline.readers.dates import first_date

_LINES = 6
"""So many lines may stand over a story: a paper's name, a headline, a byline, a day."""
_LONGEST = 150
"""Characters of a headline."""
_FEWEST = 4
"""Words of one; the name of a paper or of an office has fewer."""
_SAYS = re.compile(r"(?<![\w'’])[a-z]{4,}")
"""A small word that says something: names have only "of", "the" and "and"."""
_BEGINS = re.compile(r"[A-Z0-9'‘’\"“£]")
_ENDS = re.compile(r"[.,:;][)’”'\"]*$")
_SENTENCE = re.compile(r"[.!?][)’”'\"]*$")
_ENTRY = re.compile(r"[^\W\d_][^:–—]{1,90}?(?::|\s[–—-])\s+\S+(?:\s\S+){0,2}")
"""A line of a list that says a word or two of something: "Leadership: Good"."""
_ENTRIES = 3
"""So many of them are a list."""
_NAVIGATION = re.compile(r"[|>»•@]|://|\bwww\.")


class Opening(NamedTuple):
    """What stands over a story, None or empty where nothing does."""

    headline: Extent | None = None
    authors: tuple[str, ...] = ()
    byline: Extent | None = None


def opening(text: str, blocks: Sequence[Block], known: Knowledge) -> Opening:
    """The headline and the byline of a text.

    Args:
        text: of the document.
        blocks: its lines, in order; those that only give a day are marked.
        known: what the bylines of papers are told by.
    """
    telling = bylines(known)
    lines = list(_over_the_story(text, blocks))
    headlines = [block for block in lines if _is_headline(_words(text, block), telling)]
    signed = [
        (block, authors)
        for block in lines
        if is_byline(_words(text, block))
        and (authors := telling.authors_of(_words(text, block)))
    ]
    byline, authors = signed[0] if signed else (None, ())
    return Opening(
        headlines[0].extent if len(headlines) == 1 else None,
        authors,
        byline.extent if byline else None,
    )


def _over_the_story(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines before the first sentence, or list; none where neither follows soon."""
    lines: list[Block] = []
    for place, block in enumerate(blocks[: _LINES + 1]):
        words = _words(text, block)
        told = _SENTENCE.search(words) is not None and "?" not in words[-2:]
        listed = place > 0 and _is_list(text, blocks[place : place + _ENTRIES])
        if len(words) > _LONGEST or told or listed:
            yield from lines
            return
        if block.role is not Role.DATELINE:
            lines.append(block)


def _is_list(text: str, blocks: Sequence[Block]) -> bool:
    """Whether lines are the first of a list that says something of each item."""
    return len(blocks) == _ENTRIES and all(
        _ENTRY.fullmatch(_words(text, block)) for block in blocks
    )


def _is_headline(line: str, telling: Bylines) -> bool:
    """Whether a line can be nothing else: short, no sentence, no name, no menu."""
    return (
        len(line.split()) >= _FEWEST
        and _BEGINS.match(line) is not None
        and _SAYS.search(line) is not None
        and not _ENDS.search(line)
        and not _NAVIGATION.search(line)
        and not telling.no_headline.search(line)
        and not is_byline(line)
        and not first_date(line)
    )


def _words(text: str, block: Block) -> str:
    return text[block.start : block.end]
