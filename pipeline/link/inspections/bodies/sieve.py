"""Which readings of names the rest of the document speaks for."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.document import lowered
from pipeline.knowledge import Framework, Knowledge, once
from pipeline.link.inspections.subjects import (
    OWNER,
    Subject,
    frameworks_for,
    inspected_types,
)
from pipeline.link.reading import Mention, Reading

_TOP = 10
"""Among so many blocks at the top one without a stop is a headline."""
_NEAR = 20
"""Characters before a name in which it may be said to run something."""
_PLACE = re.compile(r"\b(?:in|near|from|around)\s+([A-Z][\w'’-]*)")


@dataclass(frozen=True)
class Sieve:
    """Leaves out readings of names that nothing in the document speaks for."""

    reading: Reading
    inspectorates: Counter[str]
    generics: Counter[str]
    signs: Counter[str]

    def sift(self, subjects: Sequence[Subject]) -> list[Subject]:
        """The subjects that can be meant, each of one type."""
        able = inspected_types(self.reading.knowledge)
        kept = [
            subject
            for subject in map(self._retyped, subjects)
            if self._inspected(able.get(subject.type, set()))
        ]
        named = {subject.type for subject in kept if subject.named}
        kept = [subject for subject in kept if self._supported(subject, named)]
        kept = list(self._without_descriptions(kept))
        kept = list(_unambiguous(kept))
        types = {subject.type for subject in kept}
        areas = {kind for kind in types if self._is_an_area(kind, types - {kind})}
        kept = [subject for subject in kept if subject.type not in areas]
        if len(kept) == 1 and kept[0].ways <= {"described", "short"}:
            return [self._named_below(kept[0], subjects)]
        return kept or self._unknown(subjects)

    def _named_below(self, described: Subject, subjects: Sequence[Subject]) -> Subject:
        """What "a Saltby care home" is called: "Fenbank, which has 38 beds, was rated".

        A name of two words or more, and no person's.
        """
        people = {
            mention.start
            for mention in self.reading.groups.get("people", ())
            if mention.label == "person" and mention.id
        }
        below = [
            subject
            for subject in self._governed(subjects)
            if "-" in subject.key and people.isdisjoint(m.start for m in subject.named)
        ]
        if len(below) != 1:
            return described
        mentions = sorted(described.mentions + below[0].mentions)
        return Subject(described.type, below[0].key, mentions, described.titles)

    def _governed(self, subjects: Sequence[Subject]) -> list[Subject]:
        """Names of unknown form that inspection verbs govern; no areas, no grades."""
        no_names = _no_names(self.reading.knowledge)
        return [
            subject
            for subject in subjects
            if subject.type == "unknown"
            and subject.key.replace("-", " ") not in no_names
        ]

    def _inspected(self, able: set[str]) -> bool:
        return bool(able) and (
            not self.inspectorates or not able.isdisjoint(self.inspectorates)
        )

    def _retyped(self, subject: Subject) -> Subject:
        """A medical centre may be a hospital, a house a home, a nursery a school.

        A council may stand for what several inspectorates inspect together.
        """
        hospital = self.signs["hospital"] + self.generics["hospital"]
        practice = self.signs["gp_practice"] + self.generics["gp_practice"]
        if subject.type == "gp_practice" and hospital and not practice:
            subject.type = "hospital"
        subject.type = self._jointly.get(subject.type, subject.type)
        if (
            subject.type == "nursery"
            and self.signs["school"]
            and self._is_school(subject)
        ):
            subject.type = "school"
        able = inspected_types(self.reading.knowledge)
        if subject.type == "college" and not self._inspected(able["college"]):
            subject.type = "school"  # of a nation whose inspectors call it so
        if subject.ways <= {"house", "short"} and (
            self.signs["childrens_home"] and not self.signs["care_home"]
        ):
            subject.type = "childrens_home"
        return subject

    def _is_school(self, subject: Subject) -> bool:
        """Whether it is a nursery school, where the text is about schools."""
        return any(
            self._words(mention).lower().endswith("nursery school")
            for mention in subject.named
        )

    @cached_property
    def _jointly(self) -> Mapping[str, str]:
        """By the type a text calls it by what is inspected jointly, if that is meant.

        The text names all inspectorates, and has more words for what they inspect
        together than for what one of them inspects alone.
        """
        found: dict[str, str] = {}
        for framework in _joint(self.reading.knowledge):
            both = (framework.inspectorate, *framework.joint_with)
            if all(self.inspectorates[slug] for slug in both):
                words = lowered(self.reading.document.text).replace("’", "'")
                others = sum(map(words.count, framework.unless))
                for kind in framework.inspects:
                    if self.signs[kind] > max(1, others):
                        found |= dict.fromkeys(framework.called, kind)
        return found

    def _supported(self, subject: Subject, named: Container[str]) -> bool:
        """Whether its type is spoken of, where a name alone does not tell it.

        A place may be a force, a fire service and a council: it is the one whose type
        the document otherwise names. A house is a home where a care inspectorate is.
        """
        ways = subject.ways
        if ways <= {"nickname"}:
            spoken = self._spoken_of(subject.type) or self.signs[subject.type]
            return bool(spoken) or subject.type in named
        if ways <= {"house", "short"} and subject.type == "care_home":
            return bool(
                self.generics["care_home"]
                or self.signs["care_home"]
                or self._alike("of_care").intersection(self.inspectorates)
            )
        if subject.type in self._alike("by_signs"):
            return bool(self.signs[subject.type])
        return True

    def _spoken_of(self, kind: str) -> bool:
        """Whether "the service" and its like mean no other type rather than this."""
        able = inspected_types(self.reading.knowledge)
        most = max(
            (n for other, n in self.generics.items() if self._inspected(able[other])),
            default=0,
        )
        return self.generics[kind] >= max(most, 1)

    def _is_an_area(self, kind: str, others: set[str]) -> bool:
        """Whether what is graded of such bodies is an area of another's inspection.

        As Ofsted, with a council's services, graded its safeguarding children board.
        """
        frameworks = self.reading.knowledge.frameworks.values()
        own = frameworks_for(self.reading.knowledge).get(kind, ())
        if any(f.inspects != (kind,) for f in own):
            return False
        areas = {area.slug for f in own for area in f.areas if area.slug not in f.whole}
        return len(areas) == 1 and any(
            not others.isdisjoint(f.inspects)
            and f.inspectorate == own[0].inspectorate
            and len(f.areas) > 1
            and areas <= f.area_by_slug.keys()
            for f in frameworks
        )

    def _without_descriptions(self, subjects: Sequence[Subject]) -> Iterator[Subject]:
        """The subjects without other names for them: "the Saltby jail".

        In the paragraph that names one a description is of that one.
        """
        kin: dict[str, list[Subject]] = defaultdict(list)
        for subject in subjects:
            if not self._is_owner(subject):
                kin[subject.type].append(subject)
        formal = {kind for kind, alike in kin.items() if any(map(self._formal, alike))}
        apart = {
            kind: not all(map(self._is_somewhere, kin[kind]))
            for kind in self._alike("one_site")
            if kind in kin
        }
        others = [s for s in subjects if self._described(s, formal, apart)]
        left = set(others)
        kept = [subject for subject in subjects if subject not in left]
        self._give_descriptions(others, kept)
        for subject in kept:
            subject.mentions.sort()
            yield subject

    def _give_descriptions(
        self, others: Sequence[Subject], kept: Sequence[Subject]
    ) -> None:
        """Each description to the subject that its paragraph named last before it."""
        named: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, subject in enumerate(kept):
            named[subject.type] += [(each.start, place) for each in subject.named]
        for places in named.values():
            places.sort()
        for mention in sorted(m for other in others for m in other.mentions):
            before = named[mention.label]
            last = bisect_left(before, (mention.start,)) - 1
            if mention.id != "described" or last < 0:
                continue
            block = self.reading.document.blocks[self._block(mention.start)]
            start, place = before[last]
            if block.start <= start:
                kept[place].mentions.append(mention)

    def _described(
        self, subject: Subject, formal: Container[str], apart: Mapping[str, bool]
    ) -> bool:
        """Whether it is another name for one of its kin: "the Saltby jail".

        Args:
            subject: one that may be.
            formal: types of which one is named with its noun in capitals.
            apart: by type with one site, whether one is called by more than a place.
        """
        if self._formal(subject):
            return False
        house = subject.type in self._alike("one_site")
        somewhere = house and self._is_somewhere(subject)
        if subject.type in formal:
            headed = house and all(map(self._tells_no_name, subject.mentions))
            return somewhere or headed or subject.ways <= {"described", "short"}
        return somewhere and apart.get(subject.type, False)

    def _alike(self, name: str) -> frozenset[str]:
        """Slugs of types, or of inspectorates, that are treated alike."""
        return self.reading.knowledge.cues["kinds"][name].word_set

    def _tells_no_name(self, mention: Mention) -> bool:
        """Whether a mention is a description, a short form, or a headline's words."""
        if mention.id in {"described", "short"}:
            return True
        blocks = self.reading.document.blocks
        block = self._block(mention.start)
        if block >= _TOP or blocks[block].cells:
            return False
        words = self.reading.document.words(blocks[block].extent)
        return words[-1] not in '.!?”"'

    def _is_owner(self, subject: Subject) -> bool:
        """Whether it is brought in as the one that runs another: "run by Lowick"."""
        first = subject.named[0].start if subject.named else 0
        start = max(0, first - _NEAR)
        return OWNER.search(self.reading.document.text, start, first) is not None

    def _block(self, offset: int) -> int:
        """Index of the block that an offset stands in."""
        blocks = self.reading.document.blocks
        return max(bisect_right(blocks, offset, key=lambda b: b.start) - 1, 0)

    def _formal(self, subject: Subject) -> bool:
        """Whether a mention has its type noun in capitals, as a proper name has."""
        return any(
            self._words(mention).split()[-1][0].isupper() for mention in subject.named
        )

    def _is_somewhere(self, subject: Subject) -> bool:
        """Whether its name is a place's: "Saltby care home", "in Saltby"."""
        registered = _registered(self.reading.knowledge)
        return subject.key in registered or any(
            self._words(mention).split()[0] in self._places for mention in subject.named
        )

    @cached_property
    def _places(self) -> frozenset[str]:
        """Words that the text says something is in, near or from."""
        return frozenset(_PLACE.findall(self.reading.document.text))

    def _words(self, mention: Mention) -> str:
        return self.reading.document.text[mention.start : mention.end]

    def _unknown(self, subjects: Sequence[Subject]) -> list[Subject]:
        """Where no name tells its type: the one that inspection verbs govern."""
        governed = self._governed(subjects)
        if not governed or not self.inspectorates:
            return []
        kinds = self.generics + self.signs
        able = inspected_types(self.reading.knowledge)
        fitting = [
            kind
            for kind, _ in kinds.most_common()
            if self._inspected(able.get(kind, set()))
        ]
        if not fitting:
            return []
        most = max(governed, key=lambda s: (len(s.mentions), -s.first))
        return [replace(most, type=fitting[0])]


@once
def _no_names(known: Knowledge) -> frozenset[str]:
    """What areas and grades are called, in small letters."""
    areas = (a.all_wordings for f in known.frameworks.values() for a in f.areas)
    grades = (
        (g.label, *g.wordings) for f in known.frameworks.values() for g in f.scale
    )
    return frozenset(word.lower() for words in (*areas, *grades) for word in words)


@once
def _joint(known: Knowledge) -> Sequence[Framework]:
    """The frameworks under which a type of body is called by another's name."""
    return [framework for framework in known.frameworks.values() if framework.called]


@once
def _registered(known: Knowledge) -> frozenset[str]:
    """The places that the registers' bodies are of."""
    return frozenset(place for _, place in known.bodies)


def _unambiguous(subjects: Sequence[Subject]) -> Iterator[Subject]:
    """Where two of one type share their every mention, only the one that is named."""
    owners: dict[tuple[str, int], list[Subject]] = defaultdict(list)
    for subject in subjects:
        for mention in subject.mentions:
            owners[subject.type, mention.start].append(subject)
    for subject in subjects:
        shared = [owners[subject.type, m.start] for m in subject.mentions]
        named = subject.named or subject.titles
        if named or any(len(group) == 1 for group in shared):
            yield subject
