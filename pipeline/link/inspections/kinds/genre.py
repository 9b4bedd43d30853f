"""What sort of document it is."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.link.inspections.bodies.columns import HOSPITAL, is_service
from pipeline.link.inspections.kinds.releases import is_published_by_one, release_rule
from pipeline.link.inspections.nouns import generic_types
from pipeline.link.inspections.scene import Scene, Sentence, is_aside
from pipeline.link.inspections.signals import cues_in
from pipeline.link.inspections.subjects import Subject
from pipeline.link.reading import Mention
from pipeline.records import DocumentKind

_ENOUGH = 5
_ENOUGH_SHORT = 3
_SHORT = 3
_MANY = 3
_LINE = 60
"""Up to so many characters it is a byline, a date or a cross-head."""
_DEAR = re.compile(r"^[^\S\n]*Dear\s{1,9}[A-Z]", re.MULTILINE)


def about_inspection(scene: Scene) -> bool:
    """Whether the document is about an inspection at all.

    A named inspectorate weighs most, above all in a sentence that rates; talk of
    inspections weighs less; a body rated for an area that a framework of its kind knows
    says as much as a name. An inspector alone, a "good" or a "rated" says nothing.
    """
    found = Counter(
        sign for sentence in scene.sentences for sign in _signs(scene, sentence)
    )
    found.update(_title_signs(scene))
    if scene.signals.places.get("other_inspectors") and not found["named"]:
        return False
    weight = (
        2 * min(found["named"], 3)
        + min(found["named in words"], 3)
        + min(found["spoken"], 3)
        + 3 * min(found["rated"], 2)
        + 2 * min(found["named and rated"], 1)
        + min(found["graded"], 1)
        + min(found["detailed"], 2)
        + min(found["listed"], 2)
        + min(found["early"], 1)
        + min(found["called"], 1)
    )
    enough = _ENOUGH_SHORT if len(scene.sentences) <= _SHORT else _ENOUGH
    return weight >= enough or _is_letter(scene) or _is_report(scene)


def _signs(scene: Scene, sentence: Sentence) -> Iterator[str]:
    """What speaks for an inspection in a sentence."""
    has, extent = scene.signals.has, sentence[:2]
    named = _names_inspectorate(scene, sentence)
    spoken = has("inspection", *extent) or has("letter_visit", *extent)
    outright = _rates_outright(scene, sentence)
    bare = not scene.cast.inspectorates and not scene.reading.inside("grades", extent)
    rated = not bare and _rates_an_area(scene, sentence, outright=outright)
    if named:
        yield "named" if _is_told(scene, sentence) else "named in words"
    if spoken:
        yield "spoken"
    if named and has("visit", *extent):
        yield "called"
    if rated:
        yield "rated"
    if outright and named:
        yield "named and rated"
    if outright and _names_subject(scene, sentence):
        yield "graded"
    if outright and not rated and _grades_an_area(scene, sentence):
        yield "detailed"
    if _lists_a_grade(scene, sentence):
        yield "listed"
    if sentence.start < scene.lead and (named or spoken or rated):
        yield "early"


def _grades_an_area(scene: Scene, sentence: Sentence) -> bool:
    """Whether a grade and an area that one of the bodies is judged by stand here."""
    extent = sentence[:2]
    graded = bool(scene.reading.inside("grades", extent))
    return graded and _knows_an_area(scene, extent)


def _lists_a_grade(scene: Scene, sentence: Sentence) -> bool:
    """Whether it is a line of little else than an area and a grade, or a row."""
    extent = sentence[:2]
    if scene.reading.document.blocks[sentence.block].cells:
        return _knows_an_area(scene, extent)  # its grade may be a tick
    return (
        sentence.end - sentence.start <= _LINE
        and bool(scene.reading.inside("grades", extent))
        and _knows_an_area(scene, extent)
    )


def _names_subject(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence is about a body that can be inspected, or "the force"."""
    types = scene.types
    generic = generic_types(scene.reading.knowledge)
    return any(
        m.label in types or not types.isdisjoint(generic.get(m.key, ()))
        for m in scene.bodies(sentence[:2])
    )


def _title_signs(scene: Scene) -> Iterator[str]:
    """What the title says of an inspection, as far as the story does not."""
    known = scene.reading.knowledge
    title = scene.reading.document.meta.title or ""
    cues = cues_in(known, title)
    named = any(name.meaning.label == "inspectorate" for name in scene.cast.titled)
    if named:
        yield "named"
    if "inspection" in cues:
        yield "spoken"
    if "rating" in cues and any(subject.titles for subject in scene.cast.subjects):
        yield "graded"
    if named or "inspection" in cues:
        yield "early"


def _rates_outright(scene: Scene, sentence: Sentence) -> bool:
    return any(
        not is_aside(scene, start)
        for start, _ in scene.signals.within("rating", *sentence[:2])
    )


def _names_inspectorate(scene: Scene, sentence: Sentence) -> bool:
    return any(m.label == "inspectorate" for m in scene.bodies(sentence[:2]))


def _is_told(scene: Scene, sentence: Sentence) -> bool:
    """Whether the text itself names the inspectorate, not somebody it quotes."""
    quotes = scene.reading.groups.get("quotes", ())
    return any(
        mention.label == "inspectorate" and not _is_quoted(quotes, mention)
        for mention in scene.bodies(sentence[:2])
    )


def _is_quoted(quotes: Sequence[Mention], mention: Mention) -> bool:
    place = bisect_right(quotes, (mention.start, mention.end)) - 1
    return place >= 0 and mention.end <= quotes[place].end


def _rates_an_area(scene: Scene, sentence: Sentence, *, outright: bool) -> bool:
    """Whether the sentence rates a body for an area that its framework knows.

    In a table row a grade and either of the two is enough: the other stands above.
    Elsewhere it must rate `outright`.
    """
    extent = sentence[:2]
    if not outright and not scene.reading.document.blocks[sentence.block].cells:
        return False
    bodied = any(m.label not in {"inspectorate", "sign"} for m in scene.bodies(extent))
    area = _knows_an_area(scene, extent)
    if scene.reading.document.blocks[sentence.block].cells:
        return (bodied or area) and bool(scene.reading.inside("grades", extent))
    return bodied and area


def _knows_an_area(scene: Scene, extent: tuple[int, int]) -> bool:
    """Whether a framework for one of the bodies named has an area that stands here."""
    areas = scene.reading.inside("areas", extent)
    return any(area.key in scene.area_keys for area in areas)


class Kind(NamedTuple):
    """What sort of document it is, and the rule that tells it."""

    name: DocumentKind
    rule: str


def kind_of(scene: Scene, subjects: Sequence[Subject]) -> Kind:
    """The kind of a document that is about an inspection."""
    if _is_letter(scene):
        return Kind("inspection_letter", "kinds.is_letter")
    if _is_report(scene):
        return Kind("inspection_report", "kinds.is_report")
    if _is_at_large(subjects):
        return Kind("other", "kinds.is_at_large")
    return _of_the_press(scene, subjects)


def _of_the_press(scene: Scene, subjects: Sequence[Subject]) -> Kind:
    """What is told of an inspection to everybody: of one body or several, by whom."""
    if _is_roundup(scene, subjects):
        return Kind("roundup", "kinds.is_roundup")
    several = _is_of_several(scene, subjects)
    if several and not is_published_by_one(scene, subjects):
        return Kind("roundup", "kinds.is_of_several")
    rule = release_rule(scene, subjects, _title(scene))
    return Kind("press_release", rule) if rule else _news()


def _is_at_large(subjects: Sequence[Subject]) -> bool:
    """Whether it is about inspecting at large: it names nobody who was inspected."""
    return not subjects


def _news() -> Kind:
    """Somebody else's account: no report, no letter, no round-up and no release."""
    return Kind("news_article", "kinds.news")


def _is_roundup(scene: Scene, subjects: Sequence[Subject]) -> bool:
    """Whether it is about several bodies at once."""
    types = [s.type for s in subjects if not _is_a_hospitals_service(scene, s)]
    sites = "nhs_trust" in types and types.count("hospital") < _MANY
    compared = len(types) > 1 and "roundup_titles" in cues_in(
        scene.reading.knowledge, _title(scene)
    )
    # a trust's sites are one story
    return (len(types) >= _MANY and not sites) or compared


def _is_of_several(scene: Scene, subjects: Sequence[Subject]) -> bool:
    """Whether news is about two bodies, of which neither is a part of the other."""
    types = [s.type for s in subjects if not _is_a_hospitals_service(scene, s)]
    parts = scene.reading.knowledge.cues["kinds"]["parts"].word_set
    return len(types) > 1 and parts.isdisjoint(types)


def _is_a_hospitals_service(scene: Scene, subject: Subject) -> bool:
    """Whether it is a service of a hospital, by its name or by a table of them."""
    if subject.type != HOSPITAL:
        return False
    if subject.key in scene.cast.services.names:
        return True
    blocks = scene.reading.document.blocks
    places = (
        bisect_right(blocks, mention.start, key=lambda block: block.start) - 1
        for mention in subject.mentions
    )
    return any(is_service(blocks[place]) for place in places)


def _is_letter(scene: Scene) -> bool:
    """Whether it greets somebody, tells them of a visit, and closes as letters do."""
    places = scene.signals.places
    return bool(
        _DEAR.search(scene.text)
        and places.get("letter_close")
        and places.get("letter_visit")
    )


def _is_report(scene: Scene) -> bool:
    """Whether it has the parts of an inspectorate's report."""
    parts = {
        scene.text[start:end].lower()
        for start, end in scene.signals.places.get("report_parts", ())
    }
    return len(parts) >= _MANY


def _title(scene: Scene) -> str:
    """The document's title, else its first sentence."""
    title = scene.reading.document.meta.title
    if title:
        return title
    first = scene.sentences[0] if scene.sentences else (0, 0)
    return scene.text[first[0] : first[1]]
