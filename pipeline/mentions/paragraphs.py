"""The blocks of a Doc as extents; its lines, where nobody projected blocks."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.document import BlockType
from pipeline.mentions.text import text_of

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def blocks_of(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of each block, in order."""
    if "blocks" in doc.spans:
        for span in doc.spans["blocks"]:
            yield span.start_char, span.end_char, span.label_
        return
    for match in _LINE.finditer(text_of(doc)):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        yield start, match.start() + len(words.rstrip()), BlockType.PARAGRAPH
