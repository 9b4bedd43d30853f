"""Who the document names: every mention of one body under one roof."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.document import Extent, Role
from pipeline.knowledge import Knowledge
from pipeline.link.reading import Mention, Reading

NAMES = frozenset({"name", "alias", "form", "house", "governed"})
"""How a mention was found that by itself names a body."""
_NO_BODY = frozenset({"generic", "sign", "inspectorate"})
_HOUSES = frozenset(
    {
        "care_home", "childrens_home", "college", "gp_practice", "hospital", "nursery",
        "prison", "school",
    }
)  # fmt: skip
"""Bodies of one site: with a place for a name they are described, not named."""
_WHERE = re.compile(r"\b(?:in|near|at|from|across|around|to)\s+$")
_made: dict[str, Mapping[str, tuple[str, ...]]] = {}
_CARE = frozenset({"cqc", "ciw", "care_inspectorate", "rqia"})
"""Where these inspect, a house may be a home."""


@dataclass(eq=False)
class Subject:
    """A body that the document names.

    Attributes:
        type: its kind, as in the registers.
        key: its id in the register, or a slug of its name.
        mentions: all of them in order, short names included.
    """

    type: str
    key: str
    mentions: list[Mention] = field(default_factory=list)

    @property
    def named(self) -> list[Mention]:
        """The mentions that give its name in full."""
        return [mention for mention in self.mentions if mention.id in NAMES]


@dataclass(frozen=True)
class Cast:
    """All bodies and inspectorates of a document.

    Attributes:
        subjects: in order of their first mention.
        inspectorates: slug to the weight of its mentions.
        generics: type of body to how often "the force" and its like occur.
        signs: type of body to how often words occur that speak for it.
    """

    subjects: tuple[Subject, ...]
    inspectorates: Counter[str]
    generics: Counter[str]
    signs: Counter[str]


def inspected_types(known: Knowledge) -> dict[str, set[str]]:
    """Type of body to the inspectorates whose frameworks cover it."""
    types: dict[str, set[str]] = defaultdict(set)
    for framework in known.frameworks.values():
        for kind in framework.inspects:
            types[kind].add(framework.inspectorate)
    return types


def cast_of(reading: Reading) -> Cast:
    """Gather the mentions of the story, furniture left out."""
    mentions = list(_in_story(reading))
    known = reading.knowledge
    inspectorates = _inspectorates(mentions)
    signs = Counter(m.key for m in mentions if m.label == "sign")
    of_generic = generic_types(known)
    generics: Counter[str] = Counter()
    for mention in mentions:
        if mention.label == "generic":
            generics.update(of_generic[mention.key])
    subjects: dict[tuple[str, str], Subject] = {}
    for mention in mentions:
        if mention.label not in _NO_BODY and not _is_place(reading, mention):
            place = mention.label, mention.key
            subjects.setdefault(place, Subject(*place)).mentions.append(mention)
    merged = list(_merged(list(subjects.values())))
    sifted = Sieve(reading, inspectorates, generics, signs).sift(merged)
    return Cast(tuple(sifted), inspectorates, generics, signs)


def _is_place(reading: Reading, mention: Mention) -> bool:
    """Whether a bare name says where something is: "a school in Harrowmere"."""
    if mention.id not in {"nickname", "short"}:
        return False
    before = reading.document.text[max(0, mention.start - 12) : mention.start]
    return _WHERE.search(before) is not None


def generic_types(known: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """Words of a generic reference to the types of body that they may mean."""
    if known.digest not in _made:
        types: dict[str, list[str]] = defaultdict(list)
        for kind, cue in known.cues["body_generics"].items():
            for words in cue.words:
                types[words].append(kind)
        for body in known.bodies.values():
            if body.noun and body.type not in types[f"the {body.noun}"]:
                types[f"the {body.noun}"].append(body.type)
        _made.clear()
        _made[known.digest] = {words: tuple(kinds) for words, kinds in types.items()}
    return _made[known.digest]


def _in_story(reading: Reading) -> Iterator[Mention]:
    """Mentions of bodies, the page's furniture left out."""
    furniture = iter(b for b in reading.document.blocks if b.role is Role.FURNITURE)
    block = next(furniture, None)
    for mention in reading.groups.get("bodies", ()):
        while block and block.end <= mention.start:
            block = next(furniture, None)
        if block is None or mention.start < block.start:
            yield mention


def _inspectorates(mentions: Iterable[Mention]) -> Counter[str]:
    """Weights: a name counts more than a watchword that others share."""
    weights: Counter[str] = Counter()
    for mention in mentions:
        if mention.label == "inspectorate":
            weights[mention.key] += 1 if mention.id == "watchword" else 4
    if any(weight > 3 for weight in weights.values()):  # noqa: PLR2004 - named
        for slug in [slug for slug, weight in weights.items() if weight < 4]:  # noqa: PLR2004
            del weights[slug]
    return weights


def _merged(subjects: Sequence[Subject]) -> Iterator[Subject]:
    """Join a shorter form to the only longer name that begins or ends with it."""
    for subject in subjects:
        longer = [
            other
            for other in subjects
            if other.type == subject.type
            and other is not subject
            and (
                other.key.startswith(subject.key + "-")
                or other.key.endswith("-" + subject.key)
            )
            and all(
                mention.id in {"form", "house", "short"} for mention in other.mentions
            )
        ]
        if len(longer) == 1 and all(m.id != "name" for m in subject.mentions):
            longer[0].mentions = sorted(longer[0].mentions + subject.mentions)
        else:
            yield subject


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
        kept = [subject for subject in kept if self._supported(subject, kept)]
        kept = [subject for subject in kept if not self._described(subject, kept)]
        kept = list(_unambiguous(kept))
        return kept or self._unknown(subjects)

    def _inspected(self, able: set[str]) -> bool:
        return bool(able) and (
            not self.inspectorates or not able.isdisjoint(self.inspectorates)
        )

    def _retyped(self, subject: Subject) -> Subject:
        """A medical centre may be a hospital, a house a home for children."""
        hospital = self.signs["hospital"] + self.generics["hospital"]
        practice = self.signs["gp_practice"] + self.generics["gp_practice"]
        if subject.type == "gp_practice" and hospital and not practice:
            subject.type = "hospital"
        if all(m.id in {"house", "short"} for m in subject.mentions) and (
            self.signs["childrens_home"] and not self.signs["care_home"]
        ):
            subject.type = "childrens_home"
        return subject

    def _supported(self, subject: Subject, others: Sequence[Subject]) -> bool:
        """Whether its type is spoken of, where a name alone does not tell it.

        A place may be a force, a fire service and a council: it is the one whose type
        the document otherwise names. A house is a home where a care inspectorate is.
        """
        ways = {mention.id for mention in subject.mentions}
        if ways <= {"nickname"}:
            spoken = self.generics[subject.type] + self.signs[subject.type]
            named = any(o.type == subject.type and o.named for o in others)
            return bool(spoken) or named
        if ways <= {"house", "short"} and subject.type == "care_home":
            return bool(
                self.generics["care_home"]
                or self.signs["care_home"]
                or _CARE & set(self.inspectorates)
            )
        return True

    def _described(self, subject: Subject, others: Sequence[Subject]) -> bool:
        """Whether it is another name for one of the others: "the Saltby jail"."""
        formal = any(
            other.type == subject.type and other is not subject and self._formal(other)
            for other in others
        )
        ways = {mention.id for mention in subject.mentions}
        if not formal or self._formal(subject):
            return False
        return ways <= {"described", "short"} or (
            subject.type in _HOUSES and self._is_somewhere(subject)
        )

    def _formal(self, subject: Subject) -> bool:
        """Whether a mention has its type noun in capitals, as a proper name has."""
        return any(
            self._words(mention).split()[-1][0].isupper() for mention in subject.named
        )

    def _is_somewhere(self, subject: Subject) -> bool:
        """Whether the text has its name as a place: "Saltby care home", "in Saltby"."""
        text = self.reading.document.text
        names = {self._words(m).split()[0] for m in subject.named}
        return any(
            re.search(rf"\b(?:in|near|from|around)\s+{re.escape(name)}\b", text)
            for name in names
        )

    def _words(self, mention: Mention) -> str:
        return self.reading.document.text[mention.start : mention.end]

    def _unknown(self, subjects: Sequence[Subject]) -> list[Subject]:
        """Where no name tells its type: the one that inspection verbs govern."""
        governed = [s for s in subjects if s.type == "unknown"]
        if not governed or not self.inspectorates:
            return []
        kinds = self.generics + self.signs
        able = inspected_types(self.reading.knowledge)
        fitting = [
            kind for kind, _ in kinds.most_common() if self._inspected(able[kind])
        ]
        if not fitting:
            return []
        most = max(governed, key=lambda s: (len(s.mentions), -s.mentions[0].start))
        return [Subject(fitting[0], most.key, most.mentions)]


def _unambiguous(subjects: Sequence[Subject]) -> Iterator[Subject]:
    """Where two of one type share their every mention, only the one that is named."""
    owners: dict[tuple[str, int], list[Subject]] = defaultdict(list)
    for subject in subjects:
        for mention in subject.mentions:
            owners[subject.type, mention.start].append(subject)
    for subject in subjects:
        shared = [owners[subject.type, m.start] for m in subject.mentions]
        if subject.named or any(len(group) == 1 for group in shared):
            yield subject


def extents(mentions: Iterable[Mention]) -> tuple[Extent, ...]:
    """Where mentions stand."""
    return tuple(mention.extent for mention in mentions)
