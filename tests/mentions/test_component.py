"""A component writes its group of spans; anybody's pipeline may hold it."""

import pytest
import spacy

from pipeline.mentions import COMPONENTS, build_nlp
from pipeline.mentions.component import PREFIX, Component
from pipeline.mentions.text import Text


class Words(Component):
    """Marks each word of three letters."""

    group = "words"

    def find(self, text):
        for word in ("the", "cat", "sat"):
            at = text.written.find(word)
            if at >= 0:
                yield at, at + 3, "word", word, ""


@pytest.fixture
def words(known):
    return Words(known)


def test_mentions_are_sorted_wherever_they_were_found(words, nlp):
    text = Text.of_doc(nlp.make_doc("then sat the cat"))

    assert [m.key for m in words.mentions(text)] == ["the", "sat", "cat"]


def test_a_mention_is_of_whole_tokens(words, nlp):
    (mention,) = words.mentions(Text.of_doc(nlp.make_doc("catering")))

    assert (mention.start, mention.end) == (0, 8)


def test_a_doc_gets_the_group_of_spans(words, nlp):
    doc = words(nlp.make_doc("a cat sat"))

    assert [(s.text, s.label_, s.kb_id_) for s in doc.spans["words"]] == [
        ("cat", "word", "cat"),
        ("sat", "word", "sat"),
    ]


@pytest.mark.parametrize("name", [each.group for each in COMPONENTS])
def test_each_joins_anybodys_pipeline_by_its_dotted_name(name):
    build_nlp()
    nlp = spacy.blank("en")

    nlp.add_pipe(PREFIX + name, name=name)

    assert name in nlp("Ann Reed left.").spans
