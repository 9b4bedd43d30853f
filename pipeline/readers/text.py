"""Plain text: the decoded input with its line ends folded, and nothing else changed."""

import hashlib
import re

from pipeline.document import Block, BlockType, Document

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def read(data: bytes, source: str) -> Document:
    """Every line that is not blank is a block; `segment` tells their types."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    blocks = tuple(
        Block(BlockType.PARAGRAPH, *_trimmed(text, match.start(), match.end()))
        for match in _LINE.finditer(text)
    )
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return Document(digest, source, "text/plain", text, blocks)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(
        words.rstrip()
    )
