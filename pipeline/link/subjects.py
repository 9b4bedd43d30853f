"""Who the document names: every mention of one body under one roof."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.document import Extent, Role
from pipeline.knowledge import Knowledge
from pipeline.link.reading import Mention, Reading

NAMES = frozenset({"name", "alias", "form", "house"})
"""How a mention was found that by itself names a body."""
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
        plurals: type of body to how often "forces" and their like occur.
    """

    subjects: tuple[Subject, ...]
    inspectorates: Counter[str]
    generics: Counter[str]
    plurals: Counter[str]


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
    inspectorates = _inspectorates(mentions)
    generics: Counter[str] = Counter()
    plurals = Counter(m.key for m in mentions if m.label == "plural")
    of_generic = generic_types(reading.knowledge)
    for mention in mentions:
        if mention.label == "generic":
            generics.update(of_generic[mention.key])
    subjects: dict[tuple[str, str], Subject] = {}
    for mention in mentions:
        if mention.label not in {"generic", "plural", "inspectorate"}:
            place = mention.label, mention.key
            subjects.setdefault(place, Subject(*place)).mentions.append(mention)
    merged = list(_merged(list(subjects.values())))
    kept = _supported(merged, inspectorates, generics + plurals, reading.knowledge)
    return Cast(tuple(kept), inspectorates, generics, plurals)


def generic_types(known: Knowledge) -> dict[str, tuple[str, ...]]:
    """Words of a generic reference to the types of body that they may mean."""
    types: dict[str, tuple[str, ...]] = {}
    for kind, cue in known.cues["body_generics"].items():
        for words in cue.words:
            types[words] = (*types.get(words, ()), kind)
    return types


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
            weights[mention.key] += 4 if mention.id != "watchword" else 1
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


def _supported(
    subjects: Sequence[Subject],
    inspectorates: Counter[str],
    generics: Counter[str],
    known: Knowledge,
) -> Iterator[Subject]:
    """Leave out readings that nothing speaks for.

    A place may be a force, a fire service and a council; it is the one whose type
    the document otherwise names. A house is a care home where a care inspectorate is
    named.
    """
    types = Counter(s.type for s in subjects for m in s.mentions if m.id in NAMES)
    types.update(generics)
    inspects = inspected_types(known)
    formal = {s.type for s in subjects if s.named}
    for subject in subjects:
        able = inspects.get(subject.type, set())
        if not able or (inspectorates and able.isdisjoint(inspectorates)):
            continue
        ways = {mention.id for mention in subject.mentions}
        if ways == {"nickname"} and not types[subject.type]:
            continue
        if ways <= {"house", "short"} and not (
            generics["care_home"] or _CARE & set(inspectorates)
        ):
            continue
        if ways <= {"described", "short"} and subject.type in formal:
            continue
        yield subject


def extents(mentions: Iterable[Mention]) -> tuple[Extent, ...]:
    """Where mentions stand."""
    return tuple(mention.extent for mention in mentions)
