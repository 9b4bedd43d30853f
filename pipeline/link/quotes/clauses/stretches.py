"""Stretches of a sentence: clauses, chunks between commas, adverbs before a verb."""

import re
from collections.abc import Iterator

from pipeline.link.quotes.clauses import syntax
from pipeline.link.quotes.clauses.noun_phrases import NAMES, ROLES
from pipeline.link.quotes.story import Story


class Stretches:
    """Where the parts of a story's sentences begin and end."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.outside
        cues = story.reading.knowledge.cues
        self.adverbs = cues["speech"]["between"].word_set
        self.feelings = cues["people"]["feelings"].word_set

    def first(self, start: int, end: int) -> int:
        """Where the words of a stretch begin."""
        return end - len(self.text[start:end].lstrip())

    def chunks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Stretches between commas; those inside brackets do not count."""
        depth, begun = 0, start
        for match in syntax.COMMA_OR_BRACKET.finditer(self.text, start, end):
            char = match.group()
            if char in "([":
                depth += 1
            elif char in ")]":
                depth = max(depth - 1, 0)
            elif depth == 0:
                yield begun, match.start()
                begun = match.end()
        yield begun, end

    def without_adverbs(self, start: int, end: int) -> int:
        """Where the subject ends, once adverbs and auxiliaries before the verb go."""
        while end > start:
            end = start + len(self.text[start:end].rstrip())
            tail = self.text[max(start, end - 40) : end]
            if tail.endswith(")"):
                opened = self.text.rfind("(", start, end)
                if opened <= start:
                    return end
                end = opened
                continue
            between = self._between(tail)
            if not between:
                return end
            end -= between
        return end

    def _between(self, tail: str) -> int:
        """Length of the word or two at the end that may stand before a verb."""
        last = syntax.WORD.search(tail)
        if last is None:
            return 0
        word = last.group().lower().replace("’", "'")
        if word in self.adverbs or (word.endswith("ly") and last.group().islower()):
            return len(last.group())
        pair = syntax.TWO_WORDS.search(tail)
        known = pair and " ".join(pair.group().lower().split()) in self.adverbs
        return len(pair.group()) if pair and known else 0

    def clause_start(self, start: int, end: int) -> int:
        """Where the clause that ends at `end` begins."""
        begin = max(start, self.text.rfind(",", start, end) + 1)
        for border in syntax.HARD.finditer(self.text, begin, end):
            begin = border.end()
        return self.last_clause(begin, end)

    def last_clause(self, begin: int, end: int) -> int:
        """Where what follows the last conjunction of a stretch begins."""
        for border in syntax.CONJUNCTION.finditer(self.text, begin, end):
            weak = border.group().strip().lower() in syntax.WEAK
            if weak and not self.phrase_at(border.end(), end):
                continue
            if not self._inside_a_name(begin, border, end):
                begin = border.end()
        return begin

    def _inside_a_name(self, begin: int, border: re.Match[str], end: int) -> bool:
        """Whether an "and" belongs to a name or a role, or joins two names."""
        if border.group().strip().lower() != "and":
            return False
        mentions = self.story.people_in(begin, end)
        if any(m.start < border.start() < m.end for m in mentions):
            return True
        left = [m for m in mentions if m.end <= border.start() and m.label in NAMES]
        right = [m for m in mentions if m.start == border.end() and m.label in NAMES]
        return (
            bool(left and right)
            and not self.text[left[-1].end : border.start()].strip()
        )

    def phrase_at(self, begin: int, stop: int) -> bool:
        """Whether a name or a pronoun begins here: a clause with a subject."""
        first = self.story.people_in(begin, stop)[:1]
        return (
            bool(first)
            and first[0].label not in ROLES
            and not (self.text[begin : first[0].start].strip())
        )

    def introduces(self, begin: int, stop: int) -> bool:
        """Whether a chunk is "On Friday" or "Speaking in Leeds", and no subject."""
        opening = syntax.INTRODUCTION.match(self.text, begin, stop)
        if opening is None or opening.group().strip().lower() in self.feelings:
            return False
        at_once = syntax.AT_ONCE.match(self.text, begin, stop)
        if at_once and any(
            syntax.CAPITAL_OR_NONE.fullmatch(self.text, at_once.end(), m.start)
            for m in self.story.people_in(at_once.end(), stop)[:1]
            if m.label in NAMES | ROLES
        ):
            return False
        first = self.story.people_in(begin, stop)[:1]
        word = opening.group().strip().lower()
        if first and word == "as":
            return first[0].label not in {"person", "pronoun"}
        if first and word in {"and", "but", "yet"}:
            rest = self.text[first[0].end : stop].lstrip()
            alone = not rest or syntax.IN_SOME_PLACE.match(rest) is not None
            between = self.text[opening.end() : first[0].start].lstrip()
            return not alone or not syntax.DESCRIBED.fullmatch(between)
        return not first or bool(self.text[begin : first[0].start].strip())
