"""Document → Document with typed blocks, sections, listings; the text is untouched.

`wrapping` joins what was broken by width, `shapes` looks at a line alone, `lines` and
`runs` at its neighbours, `sections` and `listings` at what stands under headings and
lead-ins.
"""

from dataclasses import replace

from pipeline.document import Document
from pipeline.knowledge import Knowledge
from pipeline.segment.lines import retype
from pipeline.segment.listings import listings
from pipeline.segment.sections import furnished, sections
from pipeline.segment.vocabulary import vocabulary
from pipeline.segment.wrapping import unwrapped

__all__ = ["segment"]


def segment(document: Document, known: Knowledge) -> Document:
    """Tell headings from sentences, find lists and their lead-ins, make sections."""
    words = vocabulary(known)
    document = replace(document, blocks=unwrapped(document))
    blocks = retype(document, words)
    found = sections(document, blocks, words)
    tagged = furnished(blocks, found)
    return replace(
        document,
        blocks=tagged,
        sections=found,
        listings=listings(document, tagged, words),
    )
