"""What in quotation marks is speech, and what is a title, a term or a grade."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.document import BlockType, Extent, Role
from pipeline.findings import Trace
from pipeline.knowledge import Area, Knowledge, once
from pipeline.link.quotes.clauses.noun_phrases import NAMES, ROLES, Source
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import COVER, Story
from pipeline.words.patterns import any_of

_FEW = 4
_REACH = 5
"""So far back a passage looks for the block that leads into it."""
_HEADLINE = 0.6
_BESIDE = 40
_DETERMINER = re.compile(
    r"(?:\b(?:an?|the|his|her|its|their|our|this|that|these|\d{4})|['’]s?)\s*$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\s(?!(?:and|or|but|to|of|in|on|at|for|by|from|with|as|that|which|who|is|was|are|"
    r"were|when|while|after|before|because|than|if|so)\b)[a-z]{3,}"
)
_SHORT = 60
_LONG = 400
"""Characters that no label, no name of an area and no title has."""
_NAME_FOLLOWS = re.compile(r":\s+(?=[A-Z])")
_SCRIPT_LABEL = re.compile(
    r"([A-Za-z]+(?:[ -][A-Za-z]+)?)(?: ?\d+)?(?: ?\([^()]*\))?\s*:?"
)
_LONGEST_HEAD = 11
_SENTENCE_WORDS = 4


class Speech:
    """Judges the passages of a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.words = _words(story.reading.knowledge)
        self.graded = {
            mention.extent for mention in story.reading.groups.get("grades", ())
        }
        self.headlines: dict[int, bool] = {}

    def veto(self, passage: Passage) -> Trace | None:
        """What speaks against it, before anybody is found who says it."""
        long = _is_long(passage)
        for veto in VETOES:
            entry = not (long and veto in _OF_FEW_WORDS) and veto(self, passage)
            if entry:
                data = (entry,) if isinstance(entry, str) else ()
                return Trace(f"speech.{veto.__name__}", data)
        return None

    def must_be(self, passage: Passage) -> bool:
        """Whether it is speech though nobody is found who says it."""
        block = self.story.blocks[passage.block]
        if block.type is BlockType.QUOTE:
            return True
        return (
            passage.family == "double"
            and self.story.text[passage.end - 1] in ".!?…"
            and self.story.spaces(passage) >= _SENTENCE_WORDS
            and not self.story.outside[block.start : block.end].strip(COVER + " \n\t.,")
        )

    def speaker_of_heading(self, heading: Extent) -> Source | None:
        """Whose statement a heading announces, in the words of the heading."""
        told = self.words.statement.search(self.story.text, *heading)
        mentions = self.story.people_in(*heading)
        people = [m for m in mentions if m.label == "person"]
        if people and (told or people[-1].end >= heading.end - 1):
            head = people[0] if told else people[-1]
            return Source(heading.start, head.end, head.label, head, head.end)
        if not told:
            return None
        for kinds in (ROLES - {"voice"}, NAMES):
            for mention in mentions:
                if mention.label in kinds:
                    return Source(*mention.extent, mention.label, mention, mention.end)
        return None

    def is_script_label(self, index: int) -> bool:
        """As in "CLIP:", "SOUNDBITE 2 (0:23):": a script's line, and no speaker."""
        block = self.story.blocks[index]
        if block.end - block.start > _SHORT:
            return False
        label = _SCRIPT_LABEL.fullmatch(self.story.text, *block.extent)
        return label is not None and label[1].lower() in self.words.script

    def is_aside(self, index: int) -> bool:
        """An advert, a caption, a button between two paragraphs of the story."""
        block = self.story.blocks[index]
        if block.type is BlockType.CAPTION or block.role is Role.FURNITURE:
            return True
        near = min(block.end, block.start + _SHORT)
        words = self.story.text[block.start : near].lower()
        return ("advert" in words and len(words) < _SHORT) or words.startswith(
            ("screenshot ", "image", "hide ad")
        )

    def block_before(self, index: int) -> int | None:
        """The block before, adverts and captions passed over."""
        for before in range(index - 1, max(index - _REACH, -1), -1):
            if not self.is_aside(before):
                return before
        return None

    # -------------------------------------------------------------------- vetoes

    def is_grade(self, passage: Passage) -> str | bool:
        """A grade label stands in marks in half of all inspection stories."""
        words = self.story.text[passage.start : passage.end].strip(" .,;:").lower()
        if words in self.words.terms:
            return "cues/titles.toml#terms"
        return words in self.words.grades or passage.extent in self.graded

    def is_area(self, passage: Passage) -> bool:
        """The name of an area: "behaviour and attitudes" is what a grade is for."""
        words = self.story.text[passage.start : passage.end].strip(" .,;:?").lower()
        return words.removeprefix("the ") in self.words.areas

    def names_a_term(self, passage: Passage) -> str | None:
        """As in what is known as "hot debriefing"."""
        begin = max(0, passage.outer_start - _BESIDE)
        before = self.story.outside[begin : passage.outer_start]
        found = self.words.term_before.search(before)
        return "cues/titles.toml#before-a-term" if found else None

    def is_title(self, passage: Passage) -> str | bool:
        """A title, a term, a slogan: few words after a sign, or with a noun after."""
        words = self.story.text[passage.start : passage.end]
        begin = max(0, passage.outer_start - _BESIDE)
        before = self.story.outside[begin : passage.outer_start]
        parts = words.split()
        if not _is_titled(parts) or self._is_headline(passage.block):
            return False
        after = self.story.outside[passage.outer_end : passage.outer_end + _BESIDE]
        if self.words.title_before.search(before):
            return "cues/titles.toml#before-a-title"
        if self.words.noun_after.match(after):
            return "cues/titles.toml#after-a-title"
        if len(parts) == 1 or words[-1] in "!?…" or not before.strip():
            return False
        if _DETERMINER.search(before):
            return True
        led_in = before.rstrip().endswith((":", ","))
        return not led_in and words[-1] not in ".," and parts[0] not in {"I", "We"}

    def _is_headline(self, index: int) -> bool:
        """A line at the top in which most words have a capital."""
        if index > 1:
            return False
        if index not in self.headlines:
            block = self.story.blocks[index]
            words = self.story.outside[block.start : block.end].split()
            capital = sum(word[0].isupper() for word in words)
            self.headlines[index] = len(words) > _FEW and capital > _HEADLINE * len(
                words
            )
        return self.headlines[index]

    def is_term(self, passage: Passage, few: int = _FEW) -> bool:
        """An "opt-out" movement: an article before and a noun after few words."""
        if _is_long(passage):
            return False
        words = self.story.text[passage.start : passage.end].split()
        begin = max(0, passage.outer_start - _BESIDE)
        before = self.story.outside[begin : passage.outer_start]
        after = self.story.outside[passage.outer_end : passage.outer_end + _BESIDE]
        inside = _DETERMINER.search(before) and _NOUN.match(after)
        return len(words) < few and bool(inside)

    def is_nickname(self, passage: Passage) -> bool:
        """Mark "Jonesy" Jones."""
        text = self.story.text
        words = text[passage.start : passage.end]
        if len(words.split()) > 2 or not words[:1].isupper():  # noqa: PLR2004
            return False
        before = re.search(
            r"([^\W\d_]\w+) $",
            text[max(0, passage.outer_start - 20) : passage.outer_start],
        )
        after = re.match(
            r" ([^\W\d_]\w+)", text[passage.outer_end : passage.outer_end + 20]
        )
        return bool(
            before
            and after
            and before.group(1)[0].isupper()
            and after.group(1)[0].isupper()
        )

    def is_heading(self, passage: Passage) -> bool:
        """Cross-heads and headlines are fragments of what the story quotes."""
        return (
            passage.family != "block"
            and not self.is_sentence(passage)
            and not self._is_named(passage)
            and self.story.is_heading(passage.block)
            and (
                not self.story.outside[
                    self.story.blocks[passage.block].start : passage.outer_start
                ]
                .rstrip()
                .endswith(":")
            )
        )

    def _is_named(self, passage: Passage) -> bool:
        """Whether a colon and a name follow: "It failed us": Ann Reed with her son."""
        colon = _NAME_FOLLOWS.match(self.story.outside, passage.outer_end)
        if colon is None:
            return False
        near = self.story.people_in(colon.end(), colon.end() + _SHORT)[:1]
        return any(m.label == "person" and m.start == colon.end() for m in near)

    def is_sentence(self, passage: Passage) -> bool:
        """Some words with a capital before and a stop after them."""
        first, last = self.story.text[passage.start], self.story.text[passage.end - 1]
        told = first.isupper() and last in ".!?…"
        return told and self.story.spaces(passage) >= _FEW

    def is_cross_head(self, passage: Passage) -> bool:
        """A line of its own in marks without a stop, that nothing leads into."""
        block = self.story.blocks[passage.block]
        words = self.story.text[passage.start : passage.end]
        whole = passage.outer_end - passage.outer_start == block.end - block.start
        count = words.count(" ")
        odd = passage.family == "single" and self.story.family == "double"
        if not whole or count > (_FEW if odd else _LONGEST_HEAD):
            return False
        if words[-1] in ".!?…,;:-—–" and not odd:
            return False
        if passage.number:
            carried = self.story.passages[passage.number - 1].ending == "carried"
            apart = passage.family == "block" and passage.ending == "closed"
            if carried or apart:
                return False
        before = self.story.outside[
            max(0, block.start - _BESIDE) : block.start
        ].rstrip()
        return not before.endswith((":", ","))

    def is_furniture(self, passage: Passage) -> bool:
        """Related links and other parts of the page around the story."""
        return self.story.blocks[passage.block].role is Role.FURNITURE


VETOES: tuple[Callable[[Speech, Passage], str | bool | None], ...] = (
    Speech.is_grade,
    Speech.is_area,
    Speech.is_furniture,
    Speech.names_a_term,
    Speech.is_title,
    Speech.is_nickname,
    Speech.is_heading,
    Speech.is_cross_head,
)
"""Each tells whether it forbids a passage, best by the entry it does so by."""
_OF_FEW_WORDS = frozenset(
    (
        Speech.is_grade,
        Speech.is_area,
        Speech.is_title,
        Speech.is_nickname,
        Speech.is_cross_head,
    )
)
"""These need not be asked of a long passage."""


def _is_long(passage: Passage) -> bool:
    """What is no label, no title and no term; marks in marks may all hold the rest."""
    return passage.end - passage.start > _LONG


def _is_titled(words: list[str]) -> bool:
    """Whether every word that counts has a capital."""
    return all(w[0].isupper() or w.lower() in _SMALL for w in words if w[0].isalnum())


_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "of", "on"}
    | {"or", "the", "to", "with"}
)


@dataclass(frozen=True)
class _Words:
    grades: frozenset[str]
    areas: frozenset[str]
    title_before: re.Pattern[str]
    term_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    statement: re.Pattern[str]
    terms: frozenset[str]
    script: frozenset[str]


@once
def _words(known: Knowledge) -> _Words:
    """The words of these rules."""
    return _Words(
        _grade_labels(known),
        _area_labels(known),
        re.compile(rf"\b(?:{_either(known, 'before-a-title')}),?\s*$", re.IGNORECASE),
        re.compile(rf"\b(?:{_either(known, 'before-a-term')})\s*$", re.IGNORECASE),
        re.compile(rf"\s*(?:{_either(known, 'after-a-title')})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{_either(known, 'statement-headings')})\b", re.IGNORECASE),
        frozenset(known.words("titles", "terms")),
        frozenset(known.words("titles", "script-labels")),
    )


def _either(known: Knowledge, name: str) -> str:
    """Any of the words of a cue about titles."""
    return any_of(known.words("titles", name))


def _grade_labels(known: Knowledge) -> frozenset[str]:
    return frozenset(
        word.lower()
        for framework in known.frameworks.values()
        for grade in framework.scale
        for word in (grade.label, *grade.wordings)
    )


def _area_labels(known: Knowledge) -> frozenset[str]:
    """What areas are called, in two words or more; one word may be said of anything."""
    return frozenset(
        label
        for framework in known.frameworks.values()
        for area in framework.areas
        for label in (area.label.lower(), area.name.lower(), *_questions(area))
        if " " in label
    )


def _questions(area: Area) -> Iterator[str]:
    """The questions that an area answers: "how good are outcomes"."""
    for words in (area.question or "", *area.wordings):
        if words.lower().startswith(("how ", "what ")):
            yield words.lower().rstrip("?")
