"""A web page: the story whole, its structure kept, and the way back to the raw page."""

import re

from pipeline.document import Document, Piece
from pipeline.errors import EmptyInput
from pipeline.readers.decoding import decoded
from pipeline.readers.html.byline import masthead
from pipeline.readers.html.content import Story
from pipeline.readers.html.judge import judged, kept
from pipeline.readers.html.layout import lay_out
from pipeline.readers.html.metadata import metadata
from pipeline.readers.html.walk import Candidate, walk
from pipeline.readers.identity import document_id
from pipeline.readers.kinds import HTML

_DECLARED = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read(data: bytes, source: str) -> Document:
    """The blocks of the story, in the order of the page.

    Raises:
        EmptyInput: the page shows no text.
        ReadError: no encoding fits.
    """
    declared = _DECLARED.search(data[:4096])
    raw = decoded(data, source, declared[1].decode("ascii") if declared else None)
    found, tree = walk(raw)
    candidates = lay_out(raw, found, tree)
    if not candidates:
        remedy = "save the page after it has loaded, or fetch its frames"
        raise EmptyInput(source, "the page shows no text", remedy)
    judgement = kept(candidates, judged(tree.uncut(raw)))
    chosen = Story(candidates, judgement, tree).chosen()
    if not any(chosen):
        chosen = [True] * len(candidates)
    return Document.from_pieces(
        [_piece(c) for c, keep in zip(candidates, chosen, strict=True) if keep],
        id=document_id(data),
        source=source,
        media_type=HTML,
        meta=metadata(raw, masthead(raw, candidates, chosen)),
        dropped=[
            c.text for c, keep in zip(candidates, chosen, strict=True) if not keep
        ],
    )


def _piece(candidate: Candidate) -> Piece:
    return Piece(
        candidate.text,
        candidate.type,
        candidate.level,
        candidate.cells,
        candidate.headers,
        runs=candidate.runs,
    )
