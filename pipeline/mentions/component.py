"""What all components are: finders of mentions, and components of spaCy."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, TypeVar

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from pipeline import knowledge
from pipeline.document import Mention
from pipeline.knowledge import Knowledge
from pipeline.mentions.text import Text

PREFIX = "gradewright."

Found = tuple[int, int, str, str, str]
"""Start, end, label, key and id of a mention, as yet at any characters."""


class Component(ABC):
    """Finds mentions of one group in a text."""

    group: ClassVar[str]

    def __init__(self, known: Knowledge) -> None:
        """Take from the data what it needs; few need nothing."""
        del known

    @abstractmethod
    def find(self, text: Text) -> Iterable[Found]:
        """The mentions in a text, in any order."""

    def mentions(self, text: Text) -> tuple[Mention, ...]:
        """The mentions in a text, sorted, each of whole tokens."""
        around, new = text.tokens.around, tuple.__new__
        found = [
            new(Mention, (*around(start, end), label, key, id_))
            for start, end, label, key, id_ in self.find(text)
        ]
        found.sort()
        return tuple(found)

    def __call__(self, doc: Doc) -> Doc:
        """Write the mentions into `doc.spans`, under the name of the group."""
        doc.spans[self.group] = [
            span
            for m in self.mentions(Text.of_doc(doc))
            if (span := doc.char_span(m[0], m[1], m.label, kb_id=m.key, span_id=m.id))
        ]
        return doc


C = TypeVar("C", bound=type[Component])


def component(name: str) -> Callable[[C], C]:
    """Register a class as the spaCy factory `gradewright.<name>`.

    `Language.factory` itself refuses a dot (E853), since a dotted *component* name
    cannot be written to a config file. A dotted factory name can, once the component
    has a plain name, as `build_nlp` gives it:
    `nlp.add_pipe("gradewright.quotes", name="quotes")`.
    """

    def register(cls: C) -> C:
        cls.group = name
        plain, dotted = f"gradewright_{name}", PREFIX + name

        def make(nlp: Language, name: str, folders: Sequence[str]) -> Component:
            del nlp, name  # spaCy's calling convention
            return cls(knowledge.load(*map(Path, folders)))

        Language.factory(
            plain, assigns=["doc.spans"], default_config={"folders": []}, func=make
        )
        made = registry.factories.get(Language.get_factory_name(plain))
        registry.factories.register(Language.get_factory_name(dotted), func=made)
        meta = replace(Language.get_factory_meta(plain), factory=dotted)
        Language.set_factory_meta(dotted, meta)
        return cls

    return register
