"""Which inspection each stretch of text is about."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.nouns import generic_types, nouns_of
from pipeline.link.inspections.scene import Scene, Sentence
from pipeline.link.inspections.subjects import OWNER, Subject, inspected_types
from pipeline.link.reading import Mention
from pipeline.words.patterns import any_of

Steps = tuple[tuple[int, int | None], ...]
Shared = tuple[tuple[int, int, tuple[int, ...]], ...]

_CLAUSE = re.compile(
    r"(?:^|[,;:–—(]\s*(?:and|but|while|whereas|with|as|although|though)?"
    r"|\b(?:and|but|while|whereas))\s*(?:the|neighbouring|nearby|next-door|fellow)?\s*$"
)
JOINED = re.compile(
    r"(?:\s*\([A-Za-z ]+\))?"
    r"(?:,?\s+(?:in|at|near)(?:\s+[A-Z][\w'’-]*){1,3}|,\s+in\s+the(?:\s+\w+){1,2},)?"
    r"[\s,]*(?:and|as well as)?(?:\s(?:at|the|for|in|of|both))*\s*"
)
_CLOSED = re.compile(r"(?:['’]s?)?,")
_WHICH = re.compile(r",?\s+(?:which|who|whose|where)\b")
_GOES_ON = re.compile(
    r",\s+(?:(?:also|now|still)\s+)?(?:is|are|was|were|has|have|had|remains|remained)\b"
)
_VERBS = frozenset(("been", "were", "are", "them"))
_PRONOUN = re.compile(r"\W*(?:It|Its|They|Their)\b")


def reach_of(scene: Scene, subjects: Sequence[Subject]) -> tuple[Steps, Shared]:
    """The steps of `Scope.reach`, and the stretches about several inspections."""
    if not subjects:
        return (), ()
    walk = _Walk(scene, subjects)
    steps = list(_thinned(walk.steps()))
    return tuple(steps), tuple(sorted(walk.shared))


def _thinned(
    steps: Iterator[tuple[int, int | None]],
) -> Iterator[tuple[int, int | None]]:
    """Steps that change something."""
    before: int | None = None
    for offset, key in steps:
        if key != before:
            yield offset, key
        before = key


class _Walk:
    """Left to right: a name switches, a sentence goes back to what went before."""

    def __init__(self, scene: Scene, subjects: Sequence[Subject]) -> None:
        self.scene = scene
        self.keys = {
            mention[:2]: key
            for key, subject in enumerate(subjects)
            for mention in subject.mentions
        }
        chosen = frozenset(subjects)
        self.others = {
            mention[:2]
            for subject in scene.cast.subjects
            if subject not in chosen
            for mention in subject.mentions
        }
        self.types = [subject.type for subject in subjects]
        sites = [key for key, kind in enumerate(self.types) if kind != "nhs_trust"]
        self.siblings = tuple(sites or range(len(self.types)))
        """The inspections that "both" means: sites, not the trust that runs them."""
        self.meant: dict[str, int | None] = {}
        self.called = [
            {
                word
                for mention in subject.named
                for word in scene.text[mention.start : mention.end].lower().split()
            }
            for subject in subjects
        ]
        self.generic = generic_types(scene.reading.knowledge)
        kinds = scene.reading.knowledge.cues["kinds"]
        self.telling = kinds["telling"].word_set
        self.vague = kinds["any_service"].word_set
        care = kinds["of_care"].word_set
        able = inspected_types(scene.reading.knowledge)
        self.of_care = [not care.isdisjoint(able[kind]) for kind in self.types]
        """Whether inspectors of care may call each "the service", whatever it is."""
        self.home: int | None = 0 if len(subjects) == 1 else None
        self.shared: list[tuple[int, int, tuple[int, ...]]] = []

    def steps(self) -> Iterator[tuple[int, int | None]]:
        """All steps, also those that change nothing."""
        yield 0, self.home
        after: int | None = self.home
        block = -1
        for sentence in self.scene.sentences:
            current = after if sentence.block == block else self.home
            if not self._goes_on(sentence):
                current = self.home
            block = sentence.block
            for offset, key in self._sentence(sentence, current):
                yield offset, key
                after = key
                if key is not None and len(self.types) > 1:
                    self.home = key

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a pronoun carries the last sentence's subject on."""
        return bool(_PRONOUN.match(self.scene.text, sentence.start, sentence.end))

    def _sentence(
        self, sentence: Sentence, current: int | None
    ) -> Iterator[tuple[int, int | None]]:
        mentions = self.scene.bodies(sentence[:2])
        own = [m for m in mentions if m[:2] in self.keys]
        referring = own or [m for m in mentions if self._meant(m) is not None]
        start = sentence.start
        if self._is_elsewhere(sentence, referring):
            yield start, None
            return
        yield start, current
        self._share(sentence, own, mentions)
        stranger = self._stranger(sentence)
        if stranger is not None:
            mentions = [m for m in mentions if m.start <= stranger]
        yield from self._names(sentence, mentions, current)
        turn = stranger or self._turn(sentence, referring)
        if turn is not None:
            yield turn, None

    def _names(
        self, sentence: Sentence, mentions: Sequence[Mention], current: int | None
    ) -> Iterator[tuple[int, int | None]]:
        """A step for each name that the sentence turns to."""
        said = False
        start = aside = sentence.start
        for mention in mentions:
            if mention.start < aside or self._only_owns(mention):
                continue  # "Elm Lodge, one of Mill House’s sister homes, got"
            if self._is_likened(sentence, mention):
                continue
            if mention[:2] in self.keys:
                yield mention.start, self.keys[mention[:2]]
                aside = self._end_of_clause(sentence, mention)
                said = True
            elif mention[:2] in self.others:
                if self._takes_over(sentence, mention, said=said):
                    yield (mention.start if said else start), None
                    aside = self._end_of_aside(sentence, mention)
            elif not said and (key := self._meant(mention)) is not None:
                stays = current is not None and self._may_be(mention, current)
                yield mention.start, current if stays else key
                said = True

    def _end_of_clause(self, sentence: Sentence, mention: Mention) -> int:
        """Where ", which runs A and B, is" goes on about the body itself."""
        which = _WHICH.match(self.scene.text, mention.end)
        goes_on = which and _GOES_ON.search(self.scene.text, which.end(), sentence.end)
        return goes_on.start() if goes_on else mention.end

    def _end_of_aside(self, sentence: Sentence, mention: Mention) -> int:
        """Where ", which takes its patients," ends, whatever bodies it names."""
        which = _WHICH.match(self.scene.text, mention.end)
        comma = self.scene.text.find(",", which.end(), sentence.end) if which else -1
        return max(comma, mention.end)

    def _only_owns(self, mention: Mention) -> bool:
        """Whether a name is there to tell whose another body is."""
        text = self.scene.text
        return text.startswith(("'s ", "’s "), mention.end) and text.endswith(
            "one of ", 0, mention.start
        )

    def _stranger(self, sentence: Sentence) -> int | None:
        """Where a sentence brings in a body of no known name, which it describes.

        As in "She is now at St Ina's, a home round the corner that was rated good".
        """
        described = _described(self.scene.reading.knowledge)
        match = described.search(self.scene.text, sentence.start, sentence.end)
        if match is None or len(self.types) == 1:
            return None
        named = self.scene.bodies((match.start(), match.end()))
        own = any(m[:2] in self.keys or m[:2] in self.others for m in named)
        return None if own else match.start()

    def _meant(self, mention: Mention) -> int | None:
        """The inspection that "the force" and its like can only mean."""
        if mention.label != "generic":
            return None
        if mention.key not in self.meant:
            kinds = self.generic[mention.key]
            fitting = [key for key, kind in enumerate(self.types) if kind in kinds]
            if len(fitting) > 1:  # "the primary" is the one that is called so
                noun = mention.key.rsplit(maxsplit=1)[-1]
                telling = noun in self.telling
                fitting = [k for k in fitting if telling and noun in self.called[k]]
            self.meant[mention.key] = fitting[0] if len(fitting) == 1 else None
        return self.meant[mention.key]

    def _may_be(self, mention: Mention, key: int) -> bool:
        """Whether "the service" may go on about a home that was named last."""
        return mention.key in self.vague and self.of_care[key]

    def _is_elsewhere(self, sentence: Sentence, referring: Sequence[Mention]) -> bool:
        """Whether the whole sentence is about a neighbour or the country."""
        signals = self.scene.signals
        if "nhs_trust" not in self.types and signals.has("whole_trust", *sentence[:2]):
            return True
        if referring:
            return False
        return any(
            signals.has(name, *sentence[:2])
            for name in ("neighbour", "runs", "national")
        )

    def _turn(self, sentence: Sentence, referring: Sequence[Mention]) -> int | None:
        """Where, after the body itself, the sentence turns to a neighbour."""
        for start, end in self.scene.signals.within("neighbour", *sentence[:2]):
            if self.scene.text[end : end + 1] == ",":
                continue  # "Maternity, by contrast, was rated good"
            if (
                referring
                and referring[-1].end <= start
                and not self._aside(sentence, start)
            ):
                before = self.scene.text[sentence.start : start]
                return (
                    sentence.start + max(before.rfind(mark) for mark in ",;:–—") + 1
                    or start
                )
        return None

    def _takes_over(self, sentence: Sentence, mention: Mention, *, said: bool) -> bool:
        """Whether another body becomes what the rest of the sentence is about."""
        if self._aside(sentence, mention.start) or OWNER.search(
            self.scene.text, max(sentence.start, mention.start - 30), mention.start
        ):
            return False
        if _WHICH.match(self.scene.text, mention.end):
            return True
        before = self.scene.text[sentence.start : mention.start]
        return bool(_CLAUSE.search(before)) or not said

    def _aside(self, sentence: Sentence, offset: int) -> bool:
        """Whether the words before are those of a comparison: ", like neighbouring"."""
        places = self.scene.signals.within(
            "aside", max(sentence.start, offset - 30), offset
        )
        return any("," not in self.scene.text[end:offset] for _, end in places)

    def _is_likened(self, sentence: Sentence, mention: Mention) -> bool:
        """As in "its staffing was, like B's, good": of the one body B is no matter."""
        return (
            mention[:2] in self.keys
            and mention.start > sentence.start
            and _CLOSED.match(self.scene.text, mention.end) is not None
            and self._aside(sentence, mention.start)
        )

    def _share(
        self, sentence: Sentence, own: Sequence[Mention], named: Sequence[Mention]
    ) -> None:
        """Note that a sentence speaks of several inspections at once."""
        if len(self.types) == 1:
            return
        several = _several(self.scene.reading.knowledge)
        opening = several.match(self.scene.text, sentence.start, sentence.end)
        together = [opening.span()] if opening else []
        together += self.scene.signals.within("together", *sentence[:2])
        for start, end in together:
            first = self.scene.text[start:end].split()[0].lower()
            number = _numbers(self.scene.reading.knowledge).get(first)
            last = self.scene.text[start:end].split()[-1].lower()
            if last in _VERBS and self._names_an_area((sentence.start, start)):
                continue  # "safe and caring have both been rated good"
            if not own and number in {None, len(self.siblings)}:
                others = (m.start for m in named if m[:2] in self.others)
                ends = next(others, sentence.end)  # "Both belong to a trust whose"
                self.shared.append((sentence.start, ends, self.siblings))
                return
        group: list[Mention] = []
        for mention in own:
            gap = self.scene.text[group[-1].end : mention.start] if group else ""
            if group and not JOINED.fullmatch(gap):
                self._close(group, mention.start)
                group = []
            group.append(mention)
        self._close(group, sentence.end)

    def _names_an_area(self, extent: tuple[int, int]) -> bool:
        areas = self.scene.reading.inside("areas", extent)
        return any(
            area.key in self.scene.area_keys
            and self.scene.text[area.start : area.end].lower() != "care"
            for area in areas
        )

    def _close(self, group: Sequence[Mention], end: int) -> None:
        keys = tuple(dict.fromkeys(self.keys[mention[:2]] for mention in group))
        if len(keys) > 1:
            self.shared.append((group[0].start, end, keys))


@once
def _described(known: Knowledge) -> re.Pattern[str]:
    """A body brought in with what it is: "at St Ina's, a home that was rated good"."""
    return re.compile(
        r"at(?<!\wat)\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3},\s+an?\s+(?:[\w-]+\s+){0,3}?"
        rf"(?:{nouns_of(known).one})\b(?=[^.;:]{{0,60}}\b(?:that|which)\b)"
    )


@once
def _several(known: Knowledge) -> re.Pattern[str]:
    """As in "Two Saltby schools have been rated good", where the sentence begins."""
    numbers = any_of(word.capitalize() for word in known.words("families", "few"))
    return re.compile(
        rf"(?:{numbers})\s+(?:[\w'’‘-]+\s+){{0,3}}?(?:{nouns_of(known).many})\b"
    )


@once
def _numbers(known: Knowledge) -> Mapping[str, int]:
    """How many a word of "both homes", "three homes" means."""
    few = known.words("families", "few")
    return {"both": 2} | {
        word: int(name.removeprefix("n"))
        for name, cue in known.cues["counts"].items()
        for word in cue.words
        if word in few
    }
