"""What in quotation marks is speech, and what is a title, a term or a grade."""

import re
from collections.abc import Callable

from pipeline.document import BlockType, Role
from pipeline.findings import Trace
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.quotes.turns.labels import labels

_FEW = 4
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
_LONGEST_HEAD = 11
_SENTENCE_WORDS = 4
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "of", "on"}
    | {"or", "the", "to", "with"}
)


class Speech:
    """Judges the passages of a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.words = labels(story.reading.knowledge)
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
