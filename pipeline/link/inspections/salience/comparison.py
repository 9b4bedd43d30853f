"""Whether a text has news of a body, or only brings it in beside another."""

import re
from bisect import bisect_left

from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.nouns import nouns_of
from pipeline.link.inspections.scene import Scene, Sentence, is_aside
from pipeline.link.inspections.subjects import NAMES, OWNER
from pipeline.link.reading import Mention
from pipeline.words.patterns import any_of

_FOLLOWING = 3
"""So many sentences after its name a paragraph may go on about a body."""
_DWELT = 2
"""So many sentences that rate a body make it no mere comparison."""
_PRONOUN = re.compile(r"\W*(?:It|Its)\b")
_BESIDE = 5
"""Between what a regulator did to a body and its name, in characters."""
_AREAS = 3
_NEAR = 40
"""A word of comparison speaks of a body that stands no further off, in characters."""


def is_gone_on_about(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the next sentences of its paragraph rate it and name no other body.

    As in "Across the river is Mill House. Rated inadequate in May, it is now good", or,
    where it is named in short, its own sentence: "Saltby is now good overall".
    """
    if mention.id in NAMES and _is_detailed(scene, sentence, mention):
        return not _is_stale(scene, sentence)
    opens = mention.start == sentence.start
    if not (opens or mention.id in NAMES):
        return False
    if is_passing(scene, sentence, mention):
        return mention.id in NAMES and _is_detailed_next(scene, sentence)
    if opens and mention.id == "short" and rates_here(scene, sentence):
        return True
    place = bisect_left(scene.sentences, sentence) + 1
    for following in scene.sentences[place : place + _FOLLOWING]:
        if following.block != sentence.block or _is_of_others(scene, following):
            break
        if rates_here(scene, following):
            return True
    return False


def _is_detailed(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether its sentence goes on to grade it in full, as no comparison would."""
    after = (mention.end, sentence.end)
    areas = scene.reading.inside("areas", after)
    known = {area.key for area in areas if area.key in scene.area_keys}
    grades = scene.reading.inside("grades", after)
    return len(known) >= _AREAS and len(grades) > 1


def is_dwelt_on(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether sentence upon sentence of its paragraph rates it: no mere comparison.

    As in "Neighbouring Fernside PDU fared better. It was rated good overall. It was
    outstanding for staffing."
    """
    if mention.id not in NAMES:
        return False
    place = bisect_left(scene.sentences, sentence) + 1
    rating = 0
    for following in scene.sentences[place : place + _FOLLOWING]:
        opened = _PRONOUN.match(scene.text, following.start, following.end)
        if following.block != sentence.block or not opened:
            break
        rating += rates_here(scene, following)
    return rating >= _DWELT


def _is_detailed_next(scene: Scene, sentence: Sentence) -> bool:
    """As in "Its sister home, Elm Court, fell to poor. Safe and caring were poor"."""
    place = bisect_left(scene.sentences, sentence) + 1
    for following in scene.sentences[place : place + 1]:
        areas = scene.reading.inside("areas", following[:2])
        known = {area.key for area in areas if area.key in scene.area_keys}
        return (
            following.block == sentence.block
            and not _is_of_others(scene, following)
            and not _is_stale(scene, sentence)
            and len(known) > 1
            and rates_here(scene, following)
        )
    return False


def _is_stale(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells what is no news: "rated good since 2020"."""
    extent = sentence[:2]
    stale, now = _words(scene.reading.knowledge)
    if stale.search(scene.text, *extent) is None:
        return False
    return now.search(scene.text, *extent) is None


@once
def _words(known: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is told of a body and is no news of it; what is news all the same."""
    stale, now = (any_of(known.words("tenses", name)) for name in ("stale", "now"))
    return re.compile(rf"\b(?:{stale})\b"), re.compile(rf"\b(?:{now})\b")


def rates_here(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence rates outright, and with a grade."""
    extent = sentence[:2]
    return bool(scene.reading.inside("grades", extent)) and any(
        not is_aside(scene, start)
        for start, _ in scene.signals.within("rating", *extent)
    )


def _is_of_others(scene: Scene, sentence: Sentence) -> bool:
    """Whether it names a body that may be inspected, or tells what is no news."""
    types = scene.types
    named = any(mention.label in types for mention in scene.bodies(sentence[:2]))
    return named or _is_stale(scene, sentence)


def is_passing(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence brings a body in only for comparison, or as old news."""
    return (
        is_apart(scene, sentence, mention)
        or is_owner(scene, mention)
        or _is_stale(scene, sentence)
    )


def is_visited(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """As in "The CQC called at Mill House", "Conditions were placed on Elm Court"."""
    if mention.id not in NAMES or is_passing(scene, sentence, mention):
        return False
    acted = scene.signals.within("acted", sentence.start, mention.start)
    if acted and acted[-1][1] + _BESIDE >= mention.start:
        return True
    visits = scene.signals.within("called", sentence.start, mention.start)
    return bool(visits) and any(
        body.label == "inspectorate" and body.start < visits[-1][0]
        for body in scene.bodies((sentence.start, mention.start))
    )


def is_owner(scene: Scene, mention: Mention) -> bool:
    """Whether it is named as who runs others: "run by A", "both of A’s hospitals"."""
    start = max(0, mention.start - _NEAR)
    return (
        OWNER.search(scene.text, start, mention.start) is not None
        or _owns(scene.reading.knowledge).match(scene.text, mention.end) is not None
    )


@once
def _owns(known: Knowledge) -> re.Pattern[str]:
    """What stands behind the name of a body that has several others."""
    owned = f"{nouns_of(known).many}|{any_of(known.words('families', 'sites'))}"
    return re.compile(rf"['’]s?\s+(?:\w+\s+){{0,2}}(?:{owned})\b")


def is_apart(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a word of comparison stands beside it, or its sentence looks back."""
    opening = scene.signals.within("background", *sentence[:2])
    if opening and opening[0][0] == sentence.start:
        return True
    start = max(sentence.start, mention.start - _NEAR)
    end = min(sentence.end, mention.end + _NEAR)
    return scene.signals.has("neighbour", start, end) or scene.signals.has(
        "runs", sentence.start, mention.start
    )
