"""Who said a quotation that the page sets apart: lines in it, under it, over a post."""

import re
from collections.abc import Sequence

from pipeline.document import BlockType
from pipeline.knowledge import Knowledge, once
from pipeline.readers.html.page.blocks import Candidate, Tree
from pipeline.readers.html.page.surroundings import Around
from pipeline.words.patterns import any_of

_DASH = re.compile("[—–―]")
_SIGNED = re.compile(r"(?:[A-Z][\w'’.-]+ ){1,4}?[A-Z][\w'’-]+, [^.!?:]{3,60}")
_LONGEST = 120
"""Characters of a line that names who said something."""
_QUOTE, _PARAGRAPH = BlockType.QUOTE, BlockType.PARAGRAPH
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})


@once
def _posted(known: Knowledge) -> re.Pattern[str]:
    words = known.words("bylines", "posting")
    return re.compile(rf"(?:{any_of(words)})\b", re.IGNORECASE)


def mark_credits(laid: Sequence[Candidate], tree: Tree, known: Knowledge) -> None:
    """Tell lines that name a speaker from the words spoken and from the story."""
    for candidate in laid:
        if len(candidate.text) > _LONGEST:
            continue
        if candidate.type is _QUOTE:
            posted = _posted(known).match(candidate.text)
            candidate.credit = bool(posted or _DASH.match(candidate.text))
            candidate.type = _PARAGRAPH if posted else _QUOTE
        elif candidate.around & Around.CREDIT:
            candidate.credit = True
    _mark_signatures(laid)
    _mark_authors(laid, tree)


def _mark_signatures(laid: Sequence[Candidate]) -> None:
    """The last paragraph of a letter that is set apart: "Ann Reed, headteacher"."""
    for before, last, after in zip(laid, laid[1:], [*laid[2:], None], strict=False):
        ends = after is None or after.type is not _QUOTE
        if before.type is last.type is _QUOTE and ends and len(last.text) <= _LONGEST:
            last.credit = last.credit or _SIGNED.fullmatch(last.text) is not None
            last.type = _PARAGRAPH if _SIGNED.fullmatch(last.text) else last.type


def _mark_authors(laid: Sequence[Candidate], tree: Tree) -> None:
    """The names over and under a post, which with it fill an element of their own."""
    authors = [
        candidate
        for candidate in laid
        if candidate.around & Around.BYLINE and len(candidate.text) <= _LONGEST
    ]
    quoted = [candidate for candidate in laid if candidate.type is _QUOTE]
    if not authors or not quoted:
        return
    spoken, all_told = tree.held(quoted), tree.held(laid)
    for author in authors:
        holder = next((s for s in tree.chain(author.element) if spoken[s]), 0)
        apart = tree.names[holder] not in _WHOLE_PAGE
        author.credit = apart and 0 < all_told[holder] - spoken[holder] <= _LONGEST
