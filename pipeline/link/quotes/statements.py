"""Statements that a page prints without any marks, after "said:" or under a heading.

They must begin where a block ends in a word of speaking and a colon, or a heading
announces them, and speak of "I" or "we"; they go on while they do. An interview may
print a label before each question and each answer: the answers are statements, too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.document import Block, BlockType, Document, Extent, Role
from pipeline.knowledge import Knowledge, once
from pipeline.link.reading import Reading
from pipeline.words.patterns import any_of

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)(?:['’]\w+)?\b")
_MARKS = re.compile(r"[\"“”«»]|(?<!\w)['‘]|''")
_ENDS = (".", "!", "?", "…")
_MOST = 25
"""Paragraphs; nobody's statement is longer."""
_LABEL = re.compile(
    r"(?P<label>[A-Z][^:?!\n\"“”]{0,40}(?=:)|[QA](?=\.)|[QA](?=\s[A-Z]))[:.]?\s+(?=\S)"
)
_LABELS = 2
"""So often both who asks and who answers must have a label."""


def statements(reading: Reading) -> Iterator[Extent]:
    """The paragraphs of unmarked statements, in order."""
    document = reading.document
    answers = tuple(_answers(document.text, document.blocks))
    yield from answers or _announced(document, _words(reading.knowledge))


def _answers(text: str, blocks: Sequence[Block]) -> Iterator[Extent]:
    """What stands after the labels of those who answer: Ann Reed: We failed."""
    asks: Counter[str] = Counter()
    replies: dict[str, list[Extent]] = defaultdict(list)
    for block in blocks:
        label = _LABEL.match(text, block.start, block.end)
        if label is None:
            continue
        if text[block.end - 1] == "?":
            asks[label["label"]] += 1
        elif not _MARKS.search(text, label.end(), block.end):
            replies[label["label"]].append(Extent(label.end(), block.end))
    asked = any(n >= _LABELS and name not in replies for name, n in asks.items())
    if asked:
        for said in replies.values():
            yield from said if len(said) >= _LABELS else ()


class _Words(NamedTuple):
    """Words of `cues/statements.toml`.

    Attributes:
        said: at the end of a paragraph, before what was said.
        announced: in the heading over it.
    """

    said: re.Pattern[str]
    announced: re.Pattern[str]


@once
def _words(known: Knowledge) -> _Words:
    said, papers, announced = (
        any_of(known.words("statements", name))
        for name in ("introducing", "papers", "announcing")
    )
    return _Words(
        re.compile(rf"\b(?:{said})(?: in (?:a|his|her|their) (?:{papers}))?:$"),
        re.compile(rf"\b(?:{announced})\b", re.IGNORECASE),
    )


def _announced(document: Document, words: _Words) -> Iterator[Extent]:
    """The paragraphs after "said:" or under a heading that announces them."""
    if not any(_leads_in(document.text, block, words) for block in document.blocks):
        return
    index = 0
    while index < len(document.blocks):
        found = 0
        if _leads_in(document.text, document.blocks[index], words):
            following = document.blocks[index + 1 : index + 1 + _MOST]
            for block in following:
                if not _is_spoken(document.text, block):
                    break
                yield block.extent
                found += 1
        index += found + 1


def _leads_in(text: str, block: Block, words: _Words) -> bool:
    if block.type is BlockType.HEADING:
        return bool(words.announced.search(text, block.start, block.end))
    return text[block.end - 1] == ":" and bool(
        words.said.search(text, max(block.start, block.end - 60), block.end)
    )


def _is_spoken(text: str, block: Block) -> bool:
    """A whole paragraph in the first person, without marks."""
    if block.type is not BlockType.PARAGRAPH or block.role is not Role.BODY:
        return False
    words = text[block.start : block.end]
    return (
        words.endswith(_ENDS)
        and not _MARKS.search(words)
        and bool(_FIRST_PERSON.search(words))
    )
