"""A web page: the story whole, its structure kept, and the way back to the raw page."""

import re

from pipeline.document import SEPARATOR, Document, Piece, Role
from pipeline.errors import EmptyInput, LimitExceeded
from pipeline.knowledge import Knowledge
from pipeline.readers.decoding import decoded
from pipeline.readers.html.metadata import meta
from pipeline.readers.html.metadata.byline import masthead
from pipeline.readers.html.page.blocks import Candidate
from pipeline.readers.html.page.layout import lay_out
from pipeline.readers.html.page.walk import walk
from pipeline.readers.html.page.wraps import free
from pipeline.readers.html.story.alarm import alarms
from pipeline.readers.html.story.content import Story
from pipeline.readers.html.story.judge import judged, kept
from pipeline.readers.identity import document_id
from pipeline.readers.kinds import HTML, check_length

MAX_BLOCKS = 20_000
"""Paragraphs, items and cells; the longest report on one page has a tenth of them."""
_DECLARED = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?([\w-]+)")
"""Found in lower case."""


def read(data: bytes, source: str, known: Knowledge) -> Document:
    """The blocks of the story, in the order of the page.

    Raises:
        EmptyInput: the page shows no text.
        LimitExceeded: it has more than `MAX_BLOCKS` blocks, or too long a text.
        ReadError: no encoding fits.
    """
    declared = _DECLARED.search(data[:4096].lower())
    raw = decoded(data, source, declared[1].decode("ascii") if declared else None)
    found, tree = walk(raw)
    if len(found) > MAX_BLOCKS:
        cause = f"a page of {len(found):,} blocks; at most {MAX_BLOCKS:,} are read"
        raise LimitExceeded(source, cause, "split it into its documents")
    free(found, tree)
    candidates = lay_out(raw, found, tree, known)
    if not candidates:
        remedy = "save the page after it has loaded, or fetch its frames"
        raise EmptyInput(source, "the page shows no text", remedy)
    separated = sum(len(each.text) + len(SEPARATOR) for each in candidates)
    check_length(separated, source)
    story = Story(candidates, kept(candidates, judged(tree.uncut(raw))), tree, known)
    chosen = story.chosen()
    return Document.from_pieces(
        [_piece(each) for each, keep in zip(candidates, chosen, strict=True) if keep],
        id=document_id(data),
        source=source,
        media_type=HTML,
        meta=meta(raw, masthead(raw, candidates, chosen, known), known),
        dropped=[
            each.text for each, keep in zip(candidates, chosen, strict=True) if not keep
        ],
        issues=list(alarms(story, known)),
    )


def _piece(candidate: Candidate) -> Piece:
    return Piece(
        candidate.text,
        candidate.type,
        candidate.level,
        candidate.cells,
        candidate.headers,
        role=Role.CREDIT if candidate.credit else Role.BODY,
        runs=candidate.runs,
    )
