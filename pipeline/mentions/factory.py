"""How a component gets its dotted factory name."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from spacy.language import Language
from spacy.util import registry

PREFIX = "gradewright."

C = TypeVar("C", bound=type)


def component(name: str) -> Callable[[C], C]:
    """Register a class as the spaCy factory `gradewright.<name>`.

    `Language.factory` itself refuses a dot (E853), since a dotted *component* name
    cannot be written to a config file. A dotted factory name can, once the component
    has a plain name, as `build_nlp` gives it:
    `nlp.add_pipe("gradewright.quotes", name="quotes")`.
    """

    def register(cls: C) -> C:
        plain, dotted = f"gradewright_{name}", PREFIX + name
        Language.factory(
            plain, assigns=["doc.spans"], default_config={"folders": []}, func=cls
        )
        made = registry.factories.get(Language.get_factory_name(plain))
        registry.factories.register(Language.get_factory_name(dotted), func=made)
        meta = replace(Language.get_factory_meta(plain), factory=dotted)
        Language.set_factory_meta(dotted, meta)
        return cls

    return register
