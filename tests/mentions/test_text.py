"""What components read: blocks of a document, or the lines of any Doc."""

from dataclasses import replace

import pytest

from pipeline.document import BlockType
from pipeline.errors import AlignmentError
from pipeline.mentions.text import Text
from pipeline.readers import read_bytes


def test_the_blocks_are_the_documents():
    document = read_bytes(b"A heading\n\nA paragraph that ends.\n", "text")

    text = Text.of(document)

    assert [text.written[start:end] for start, end, _ in text.blocks] == [
        "A heading",
        "A paragraph that ends.",
    ]


def test_the_lines_of_a_doc_stand_for_blocks(nlp):
    text = Text.of_doc(nlp.make_doc("One line. \n\n  Another one.\n"))

    assert [(text.written[start:end], kind) for start, end, kind in text.blocks] == [
        ("One line.", BlockType.PARAGRAPH),
        ("Another one.", BlockType.PARAGRAPH),
    ]


def test_a_block_that_ends_inside_a_word_is_an_error():
    document = read_bytes(b"A paragraph that ends.", "text")
    (block,) = document.blocks
    broken = replace(document, blocks=(replace(block, end=block.end - 3),))

    with pytest.raises(AlignmentError):
        Text.of(broken)
