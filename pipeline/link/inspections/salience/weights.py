"""Which of the bodies that a document names are those it is about."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.document import Block
from pipeline.link.inspections.bodies.places import PLACED
from pipeline.link.inspections.bodies.services import HOSTS, SERVICE
from pipeline.link.inspections.nouns import generic_types
from pipeline.link.inspections.reach import JOINED
from pipeline.link.inspections.salience.comparison import (
    is_apart,
    is_dwelt_on,
    is_gone_on_about,
    is_owner,
    is_passing,
    is_visited,
    rates_here,
)
from pipeline.link.inspections.scene import Scene, Sentence, is_aside
from pipeline.link.inspections.subjects import NAMES, Subject
from pipeline.link.reading import Mention

_JOINING = re.compile(r"(?:[\s,;&•·*–-]|and\b|[Tt]he\b)*")
_WITH_PLACE = re.compile(
    r"(?:, | [-–—|] | \(|,? (?:in|at|near) )[A-Z][\w'’-]*"
    r"(?:[ ,]{1,2}(?:[A-Z][\w'’-]*|on|upon|le|the|of|in)){0,5}\)?"
)
"""What follows a name in a round-up's cross-head: ", Saltby", " (Great Wick)"."""
_BULLET = re.compile(r"[^\w]*(?:\(?[a-z\d]{1,2}[.)]\s+)?(?:[Tt]he\s+)?")
"""What may stand before the name that a line begins with."""
_PLACE_OR_NONE = re.compile(rf"(?:{_WITH_PLACE.pattern}| \([^()\n]{{3,50}}\))?\s*")
_LABELLED = re.compile(r"(?:[A-Z][^:\n.]{0,30}:\s+)?(?:[Tt]he\s+)?")
"""What may stand before the name in a cross-head: "The good: "."""
_NEXT = 4
"""So many lines under a name may come before its grade."""
_SHORT = 60
"""Up to so many characters a line is a label and its value."""
_LISTED = 120
"""A line of names is no longer than this."""
_LABEL = re.compile(rf"(?:{_WITH_PLACE.pattern})?\s*(?::|\s[-–—])\s+")
_OFTEN = 2
"""A body that the lead names and the story more often than this is no neighbour."""
_NUMBERED = 5
"""A paragraph's number, or an article, may stand before the name it begins with."""
_NEAR = 40
"""A word of comparison speaks of a body that stands no further off, in characters."""


class Weight(NamedTuple):
    """What speaks for a body.

    Attributes:
        rated: sentences that rate it.
        leads: whether one of them stands in the lead.
        detailed: whether one of them names an area.
        opens: whether one of these opens a paragraph.
        begins: whether one of these begins with its full name.
        goes_on: whether the paragraph that names it in full goes on to rate it.
        visited: whether inspectors are said to have been there.
        early: whether the lead names it.
        titled: whether the title does.
        rows: headings, table rows and lines that its name opens.
        apart: whether it is brought in for comparison.
        owner: whether it is rated only as who runs what is rated.
        generics: how often "the force" and its like may mean it.
        signs: how often words occur that only a text about its type has.
    """

    mentions: int
    rated: int
    leads: bool
    detailed: bool
    opens: bool
    begins: bool
    goes_on: bool
    visited: bool
    early: bool
    titled: bool
    rows: int
    apart: bool
    owner: bool
    generics: int
    signs: int

    @property
    def total(self) -> int:
        """How much speaks for it as the main body."""
        return (
            2 * min(self.mentions, 6)
            + 3 * min(self.rated, 3)
            + min(self.generics, 5)
            + min(self.signs, 3)
            + 3 * self.early
            + 4 * self.titled
            + 2 * min(self.rows, 2)
            + 3 * (not self.rated and (self.goes_on or self.visited))
            - 20 * (self.apart or self.owner)
        )


def chosen(scene: Scene) -> tuple[Subject, ...]:
    """The inspected bodies, the main one first."""
    if not scene.cast.subjects:
        return ()
    kin = Counter(subject.type for subject in scene.cast.subjects)
    weights = {
        subject: weigh(scene, subject, kin[subject.type])
        for subject in scene.cast.subjects
    }
    weights = _without_hosts(scene, weights)
    main = max(weights, key=lambda s: (weights[s].total, -s.first))
    others = [
        subject
        for subject in weights
        if subject is not main
        and (subject.named or not _is_place(scene, subject))
        and (
            _is_of_services(scene, subject)
            or _has_its_own(
                weights[subject], weights[main], kin=subject.type == main.type
            )
            or (not weights[subject].apart and _is_joined(scene, main, subject))
        )
    ]
    return (main, *others)


def _without_hosts(
    scene: Scene, weights: dict[Subject, Weight]
) -> dict[Subject, Weight]:
    """Of a story that rates services one by one, without those that only run them.

    "The trust itself, which drops to good" has a rating of its own.
    """
    services = scene.cast.services
    if not any(subject.key in services.names for subject in weights):
        return weights
    return {
        subject: weight
        for subject, weight in weights.items()
        if subject.key in services.names
        or (
            subject.type in HOSTS
            and not weight.apart
            and _is_rated_itself(scene, subject)
        )
        or (subject.type not in HOSTS and weight.rated)
    }


def _is_of_services(scene: Scene, subject: Subject) -> bool:
    """Whether it is a service that is rated, or what runs it and is rated too."""
    names = scene.cast.services.names
    return bool(names) and (subject.key in names or subject.type in HOSTS)


def _is_rated_itself(scene: Scene, subject: Subject) -> bool:
    """Whether a sentence that begins with it, by name or as "the trust", rates it."""
    kinds = generic_types(scene.reading.knowledge)
    for sentence in scene.sentences:
        named = scene.bodies(sentence[:2])
        first = named[0] if named else None
        if first is None or first.start > sentence.start + _NUMBERED:
            continue
        if any(mention.id == SERVICE for mention in named):
            continue
        own = first[2:4] == (subject.type, subject.key) or (
            subject.type in kinds.get(first.key, ())
        )
        if (
            own
            and rates_here(scene, sentence)
            and not is_passing(scene, sentence, first)
        ):
            return True
    return False


def _is_joined(scene: Scene, main: Subject, other: Subject) -> bool:
    """Whether a sentence that inspects names two of one type together: A and B."""
    if main.type != other.type:
        return False
    for first, second in _neighbours(main.mentions, other.mentions):
        if JOINED.fullmatch(scene.text, first.end, second.start):
            place = bisect_right(scene.sentences, (first.start, first.end)) - 1
            sentence = scene.sentences[max(place, 0)]
            if sentence.start <= first.start and any(
                scene.signals.has(name, *sentence[:2])
                for name in ("rating", "inspection")
            ):
                return True
    return False


def _neighbours(
    ones: Sequence[Mention], others: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Mentions of two bodies that stand near each other, in the order of the text."""
    longest = max((one.end - one.start for one in ones), default=0)
    for other in others:
        begin = bisect_left(ones, (other.start - _NEAR - longest,))
        end = bisect_left(ones, (other.end + _NEAR + 1,), begin)
        for one in ones[begin:end]:
            first, second = sorted((one, other))
            if 0 < second.start - first.end <= _NEAR:
                yield first, second


def _has_its_own(weight: Weight, main: Weight, *, kin: bool) -> bool:
    """Whether a further body has an inspection of its own in this document.

    Args:
        weight: of the further body.
        main: of the main one.
        kin: whether the two are of one type.
    """
    if weight.owner or (weight.apart and not (weight.goes_on or weight.rows)):
        return False
    if weight.goes_on or weight.visited:
        return True
    if not (weight.rated or weight.rows):
        return False
    return (
        weight.titled
        or weight.rows > 0
        or weight.leads
        or weight.opens
        or (weight.detailed and weight.mentions > 1)
        or (weight.begins and weight.early and weight.mentions > 1)
        or (kin and weight.early and weight.mentions > _OFTEN)
        or weight.rated >= max(2, main.rated // 2)
    )


def weigh(scene: Scene, subject: Subject, kin: int = 1) -> Weight:
    """What speaks for a body as one that the document is about.

    Args:
        scene: the document.
        subject: the body.
        kin: how many bodies of its type share what "the force" says.
    """
    mentions = _telling(scene, subject)
    mentioned = _sentences_with(scene, mentions)
    rating = [place for place in mentioned if _rates(scene, *place)]
    apart = [place for place in rating or mentioned if is_apart(scene, *place)]
    dwelt = any(is_dwelt_on(scene, *place) for place in mentioned)
    title = scene.reading.document.meta.title or ""
    names = {scene.text[m.start : m.end] for m in subject.mentions}
    return Weight(
        mentions=len(mentions),
        rated=len(rating),
        leads=any(sentence.start < scene.lead for sentence, _ in rating),
        detailed=any(_names_an_area(scene, *place) for place in rating),
        opens=any(_opens_a_paragraph(scene, *place) for place in rating),
        begins=any(
            mention.start == sentence.start and mention.id in NAMES
            for sentence, mention in rating
            if not is_passing(scene, sentence, mention)
        ),
        goes_on=dwelt
        or any(
            is_gone_on_about(scene, *place)
            for place in _sentences_with(scene, subject.mentions)
        ),
        visited=any(is_visited(scene, *place) for place in mentioned),
        early=bool(subject.titles) or any(m.start < scene.lead for m in mentions),
        titled=bool(subject.titles) or any(name in title for name in names),
        rows=sum(_opens_a_line(scene, sentence, at) for sentence, at in mentioned),
        apart=not dwelt and bool(apart) and len(apart) == len(rating or mentioned),
        owner=bool(rating) and all(is_owner(scene, each) for _, each in rating),
        generics=scene.cast.generics[subject.type] // kin,
        signs=scene.cast.signs[subject.type],
    )


def _telling(scene: Scene, subject: Subject) -> list[Mention]:
    """The mentions that speak for a body: its place alone says little of a council."""
    named = subject.named if _is_place(scene, subject) else []
    return named or subject.mentions


def _is_place(scene: Scene, subject: Subject) -> bool:
    """Whether bodies of its type bear the bare names of places."""
    return subject.type in scene.reading.knowledge.cues["kinds"]["places"].word_set


def _sentences_with(
    scene: Scene, mentions: Sequence[Mention]
) -> list[tuple[Sentence, Mention]]:
    """Each sentence that holds a mention, with the first of them."""
    found: dict[Sentence, Mention] = {}
    for mention in mentions:
        place = bisect_right(scene.sentences, (mention.start, mention.end)) - 1
        for sentence in scene.sentences[max(place, 0) : place + 2]:
            if sentence.start <= mention.start < sentence.end:
                found.setdefault(sentence, mention)
    return list(found.items())


def _rates(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence rates the body outright, not in a relative clause."""
    return any(
        not is_aside(scene, start)
        for start, _ in scene.signals.within("rating", mention.end, sentence.end)
    )


def _opens_a_line(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether it is a heading, opens a table row, or stands in a list of names."""
    block = scene.reading.document.blocks[sentence.block]
    if block.cells:
        return mention.extent in block.cells
    if mention.start == block.start and mention.end >= block.end - 1:
        heads = block.type == "heading" and sentence.block > 0
        heads |= _heads_lines(scene, sentence.block)
        return heads or _beside_a_grade(scene, sentence.block)
    if _has_its_grade(scene, sentence, mention):
        return True
    if (
        _LABELLED.fullmatch(scene.text, block.start, mention.start)
        and _PLACE_OR_NONE.fullmatch(scene.text, mention.end, block.end)
        and (block.type == "heading" or _heads_lines(scene, sentence.block))
    ):
        return True
    return _only_names(scene, sentence) and _beside_a_grade(scene, sentence.block)


def _heads_lines(scene: Scene, block: int) -> bool:
    """Whether one of the next short lines gives a grade: "Overall: Good"."""
    for below in scene.reading.document.blocks[block + 1 : block + 1 + _NEXT]:
        if below.end - below.start > _SHORT:
            return False
        grades = scene.reading.inside("grades", below.extent)
        if grades and scene.text.find(":", below.start, grades[0].start) > 0:
            return True
    return False


def _has_its_grade(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """As in "(a) Mill House, Saltby: good"."""
    if not _BULLET.fullmatch(scene.text, sentence.start, mention.start):
        return False
    label = _LABEL.match(scene.text, mention.end)
    if label is None:
        return False
    near = (label.end(), label.end() + _NEAR)
    return any(m.start == near[0] for m in scene.reading.inside("grades", near))


def _only_names(scene: Scene, sentence: Sentence) -> bool:
    """Whether a line holds names of bodies and nothing else."""
    rest = scene.text[sentence.start : sentence.end]
    for mention in sorted(scene.bodies(sentence[:2]), reverse=True):
        at = mention.start - sentence.start
        rest = rest[:at] + rest[at + mention.end - mention.start :]
    return _JOINING.fullmatch(rest) is not None


def _beside_a_grade(scene: Scene, block: int) -> bool:
    """Whether a line near it holds a grade, and lines between them only names."""
    blocks = scene.reading.document.blocks
    for step in (-1, 1):
        place = block + step
        while 0 <= place < len(blocks) and _is_list(scene, blocks[place]):
            place += step
        if 0 <= place < len(blocks) and scene.reading.inside(
            "grades", blocks[place].extent
        ):
            return True
    return False


def _is_list(scene: Scene, block: Block) -> bool:
    """Whether a line holds names of bodies and nothing else."""
    if block.end - block.start > _LISTED or not scene.bodies(block.extent):
        return False
    return _only_names(scene, Sentence(block.start, block.end, 0))


def _names_an_area(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence goes on to name an area."""
    return bool(scene.reading.inside("areas", (mention.end, sentence.end)))


def _opens_a_paragraph(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a paragraph begins with its full name and goes on to name an area."""
    block = scene.reading.document.blocks[sentence.block]
    opens = block.start + (len("In ") if mention.id == PLACED else 0)
    return (
        mention.start == opens
        and mention.id in NAMES
        and _names_an_area(scene, sentence, mention)
    )
