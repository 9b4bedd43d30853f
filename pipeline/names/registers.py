"""What the registers call bodies and inspectorates."""

from collections import Counter
from collections.abc import Iterator

from pipeline.knowledge import Body, Inspectorate, Knowledge
from pipeline.names.forms import Forms, Meaning

_PLACES = frozenset({"local_authority", "probation_region"})
"""Types whose register names are those of places, and mean other things too."""


def known_names(known: Knowledge, forms: Forms) -> Iterator[tuple[str, Meaning]]:
    """Every phrase of the data that names something, with what it means."""
    for inspectorate in known.inspectorates.values():
        yield from _inspectorate_names(inspectorate)
    said = Counter(
        nickname for body in known.bodies.values() for nickname in body.nicknames
    )
    for body in known.bodies.values():
        for phrase, meaning in _body_names(body, forms):
            own = (
                meaning.how == "nickname"
                and said[phrase] == 1
                and (phrase.isupper() or body.type == "police_force")
            )
            yield phrase, meaning._replace(how="byname") if own else meaning
    for cue in known.cues["body_generics"].values():
        for words in cue.words:
            yield words, Meaning("generic", words, "watchword")
    for noun in {body.noun for body in known.bodies.values() if body.noun}:
        yield f"the {noun}", Meaning("generic", f"the {noun}", "watchword")
    for kind, cue in known.cues["body_signs"].items():
        for words in cue.words:
            yield words, Meaning("sign", kind, "watchword")


def _inspectorate_names(inspectorate: Inspectorate) -> Iterator[tuple[str, Meaning]]:
    slug = inspectorate.slug
    for name in (inspectorate.name, *inspectorate.abbreviations):
        yield name, Meaning("inspectorate", slug, "name", _exact(name))
    for name in inspectorate.offices:
        yield name, Meaning("inspectorate", slug, "office")
    for name in (*inspectorate.wordings, *inspectorate.nicknames):
        how = "alias" if name[0].isupper() else "watchword"
        yield name, Meaning("inspectorate", slug, how)


def _body_names(body: Body, forms: Forms) -> Iterator[tuple[str, Meaning]]:
    """Name, aliases, nicknames, and the place that the name holds."""
    name = "nickname" if body.type in _PLACES else "name"
    base = forms.base_of(body.name)
    for how, phrases in (
        (name, (body.name,)),
        ("alias", body.aliases),
        ("nickname", (*body.nicknames, *([base] if base != body.name else ()))),
    ):
        for phrase in phrases:
            yield phrase, Meaning(body.type, body.id, how, _exact(phrase))


def _exact(name: str) -> str:
    """The name itself where its letters must be just so: one word of capitals."""
    return name if name.isupper() and " " not in name else ""
