"""The words that name who speaks: the noun phrase beside a cue.

There is no parser here: a subject stands before its verb, adverbs and balanced
parentheses between them; after an inverted verb it begins at once. What is called a
chunk is a stretch between commas.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.link.quotes.clauses import syntax
from pipeline.link.quotes.clauses.noun_phrases import NAMES, ROLES, Phrases, Source
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

_DESCRIBED = 2
"""Chunks between commas: a name, and an office that may have commas of its own."""


class Sources:
    """Finds the sources of a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.outside
        self.phrases = Phrases(story)
        cues = story.reading.knowledge.cues
        self.between = cues["speech"]["between"].word_set
        self.feelings = cues["people"]["feelings"].word_set

    def before(self, start: int, cue: int) -> Source | None:
        """The subject of a verb at `cue`, in the sentence that begins at `start`."""
        end = self._without_adverbs(start, cue)
        bare = syntax.ENDS_IN_CONJUNCTION.search(self.text, max(start, end - 5), end)
        if end <= start or bare:
            return None
        relative = syntax.RELATIVE.search(self.text, max(start, end - 6), end)
        if relative:
            return self._antecedent(start, relative.start(), end)
        if self.text[end - 1] == ",":
            return self._before_comma(start, end - 1)
        if self.text[end - 1] in syntax.DASHES:
            opened = max(
                self.text.rfind(f" {d} ", start, end - 1) for d in syntax.DASHES
            )
            return self.before(start, opened) if opened > start else None
        begin = self._clause_start(start, end)
        comma = self.text.rfind(",", start, begin)
        if comma >= 0 and (
            syntax.PREDICATE.match(self.text, begin, end)
            or self._is_predicate(begin, end, cue)
        ):
            return self._before_comma(start, comma)
        return (
            self._described_name(start, end)
            or self._joint(start, begin, end)
            or self.phrases.ending(begin, end)
        )

    def after(self, start: int, end: int) -> Source | None:
        """The noun phrase that begins at `start`: the subject after its verb."""
        return self.phrases.leading(self._first(start, end), end)

    def subject(self, start: int, end: int) -> Source | None:
        """The first noun phrase of a sentence, its introduction passed over."""
        if dateline := syntax.DATELINE.match(self.text, start, end):
            start = dateline.end()
        for begin, stop in self._chunks(start, end):
            first = self._first(begin, stop)
            if not self._introduces(first, stop):
                return self.phrases.leading(first, end)
            also = syntax.ALSO.match(self.text, first, stop) if stop == end else None
            found = self.phrases.leading(also.end(), end) if also else None
            if found is not None and found.head.key != "it":
                return found
        return None

    def _first(self, start: int, end: int) -> int:
        """Where the words of a stretch begin."""
        return end - len(self.text[start:end].lstrip())

    def credited(self, start: int, end: int) -> Source | None:
        """Whom a line under a quotation names, or how it calls who says it."""
        led = syntax.SIGNED.match(self.text, start, end)
        start = led.end() if led else start
        found = self.story.people_in(start, end)
        named = next((m for m in found if m.label in {"person", "name"}), None)
        if named is not None:
            return Source(start, max(named.end, start), named.label, named, end)
        stop = self.text.find(",", start, end)
        described = self.phrases.ending(start, stop if stop > start else end)
        if described is None or described.kind == "person-by-kin":
            written = self.text[start : stop if stop > start else end].strip()
            head = Mention(start, start + len(written), "phrase", written, "")
            return Source(*head.extent, "phrase", head, head.end) if written else None
        return described

    # ------------------------------------------------------------- before a verb

    def _without_adverbs(self, start: int, end: int) -> int:
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
        if word in self.between or (word.endswith("ly") and last.group().islower()):
            return len(last.group())
        pair = syntax.TWO_WORDS.search(tail)
        known = pair and " ".join(pair.group().lower().split()) in self.between
        return len(pair.group()) if pair and known else 0

    def _clause_start(self, start: int, end: int) -> int:
        """Where the clause that ends at `end` begins."""
        begin = max(start, self.text.rfind(",", start, end) + 1)
        for border in syntax.HARD.finditer(self.text, begin, end):
            begin = border.end()
        return self._last_clause(begin, end)

    def _last_clause(self, begin: int, end: int) -> int:
        for border in syntax.CONJUNCTION.finditer(self.text, begin, end):
            weak = border.group().strip().lower() in syntax.WEAK
            if weak and not self._phrase_at(border.end(), end):
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

    def _antecedent(self, start: int, relative: int, end: int) -> Source | None:
        """Whom a "who" before the verb stands for."""
        stop = start + len(self.text[start:relative].rstrip(" ,\u00a0"))
        begin = self._clause_start(start, stop)
        found = self.phrases.ending(begin, stop)
        nearest = self.story.people_in(begin, stop)[-1:]
        told = NAMES | {"voice"}
        if found is not None and found.kind == "phrase":
            found = self.phrases.ending(self._thing(begin, stop), stop) or found
        if nearest and nearest[0].end == stop and nearest[0].label in told:
            return Source(relative, end, nearest[0].label, nearest[0], end)
        named = self.story.people_in(start, begin)[-1:]
        if (
            found is not None
            and found.kind in ROLES
            and found.start == self._first(begin, stop)
            and named
            and named[0].label == "person"
            and self.text[named[0].end : begin].strip() == ","
        ):
            return Source(relative, end, "person", named[0], end)
        return found and Source(relative, end, found.kind, found.head, end)

    def _thing(self, begin: int, end: int) -> int:
        """Where the last phrase of a sentence begins: will pass to the diocese."""
        last = syntax.LAST_PHRASE.search(self.text, begin, end)
        return last.start(1) if last else begin

    def _before_comma(self, start: int, end: int) -> Source | None:
        """A subject with something between commas after it: the first of the row."""
        chunks = list(self._chunks(start, end))
        found = self._described_pair(chunks) or self._holder(chunks)
        if found is not None:
            return found
        last = self._named(*chunks[-1])
        if last is not None and len(chunks) > 1:
            described = self.phrases.ending(*chunks[-2])
            if (
                described is not None
                and described.kind in ROLES
                and last.label == "person"
                and (last.id or described.kind != "spokesperson")
            ):
                return Source(described.start, last.end, last.label, last, last.end)
        if last is not None and self._is_apposed(chunks, last):
            return Source(chunks[0][0], last.end, last.label, last, last.end)
        chunks = self._row(chunks)
        for (first, close), following in zip_longest(chunks, chunks[1:]):
            which = syntax.WHICH.search(self.text, first, close)
            stop = which.start() if which else close
            begin = self._last_clause(first, stop)
            if any(syntax.TELLS.match(self.text, at, stop) for at in (begin, first)):
                continue  # "which runs the school"
            found = self.phrases.alone(begin, stop) or self.phrases.ending(begin, stop)
            if found is None or self._is_vague(found):
                continue
            name = self._named(*following) if following else None
            told = found.kind in ROLES or syntax.ALONE.fullmatch(found.head.key)
            if told and name is not None and name.label == "person":
                return Source(found.start, name.end, name.label, name, name.end)
            return found
        return None

    def _named(self, start: int, end: int) -> Mention | None:
        """Who is named in a chunk of their own, maybe with what they are."""
        return self.phrases.lone_name(start, end) or self.phrases.apposed(start, end)

    def _is_predicate(self, begin: int, end: int, cue: int) -> bool:
        """As in ", took to the air to say": its subject stands before the comma."""
        small = syntax.LOWER.match(self.text, begin, end)
        determined = syntax.DETERMINER.match(self.text, self._first(begin, end), end)
        to = syntax.TO.match(self.text, end, cue)
        return bool(small and to and not determined)

    def _is_vague(self, found: Source) -> bool:
        """Whether a phrase names nobody, and is not "one" or "another" either."""
        return found.kind == "phrase" and not syntax.ALONE.fullmatch(found.head.key)

    def _is_apposed(self, chunks: Sequence[tuple[int, int]], name: Mention) -> bool:
        """The voice of the Gull Trust, Ann Reed, said: nobody else is named."""
        begin, stop = chunks[0]
        others = self.story.people_in(begin, stop)
        return (
            len(chunks) == _DESCRIBED
            and name.label == "person"
            and self.text[begin:stop].lstrip().lower().startswith("the ")
            and not any(m.label in {"person", "pronoun"} for m in others)
            and not self.story.cues_in(begin, stop)
        )

    def _holder(self, chunks: Sequence[tuple[int, int]]) -> Source | None:
        """Ann Reed, Member for Children, Young People and Skills: she comes first."""
        if len(chunks) < _DESCRIBED:
            return None
        name = self.phrases.lone_name(*chunks[0])
        described = self.story.people_in(chunks[1][0], chunks[-1][1])
        if name is None or name.label != "person" or not described:
            return None
        between = self.text[chunks[1][0] : described[0].start].strip()
        others = [m for m in described if m.label == "person" and m.id]
        if between or described[0].label not in ROLES or others:
            return None
        return Source(name.start, name.end, name.label, name, name.end)

    def _described_name(self, start: int, end: int) -> Source | None:
        """Ann Reed, Chair of the Authority said: the second comma is missing."""
        chunks = list(self._chunks(start, end))
        if len(chunks) == 1:
            return None
        name = self.phrases.lone_name(*chunks[0])
        first = self.story.people_in(chunks[1][0], end)[:1]
        if name is None or name.label != "person" or not first:
            return None
        between = self.text[chunks[1][0] : first[0].start].strip()
        described = first[0].label in ROLES and not between
        if not described or self.story.cues_in(chunks[1][0], end):
            return None
        return Source(name.start, name.end, name.label, name, name.end)

    def _joint(self, start: int, begin: int, end: int) -> Source | None:
        """Head Ann Reed and chair Tom Lo said: two speakers with one voice."""
        joint = syntax.AND.search(self.text, max(start, begin - 6), begin)
        if joint is None:
            return None
        first = self.phrases.ending(
            self._clause_start(start, joint.start()), joint.start()
        )
        second = self.phrases.ending(begin, end)
        pair = (first, second)
        if any(p is None or p.kind != "person" or p.head.end != p.stop for p in pair):
            return None
        if first is None or second is None or first.start > start + syntax.NEAR_START:
            return None
        both = _couple(first.head, second.head)
        return Source(first.start, second.end, "couple", both.head, end)

    def _described_pair(self, chunks: Sequence[tuple[int, int]]) -> Source | None:
        """Ann Reed, chief nurse, and Tom Lo, head of care, said: both, as one."""
        both = [m for m in self.story.people_in(*chunks[0]) if m.label == "person"]
        if len(both) == _DESCRIBED and both[1].end == chunks[0][1]:
            joined = self.text[both[0].end : both[1].start] == " and "
            return _couple(*both) if joined else None
        first = self.phrases.lone_name(*chunks[0])
        if first is None or first.label != "person":
            return None
        for begin, stop in chunks[2:-1]:
            joint = syntax.JOINS.match(self.text, begin, stop)
            second = self.phrases.lone_name(joint.end(), stop) if joint else None
            between = self.story.people_in(first.end, begin)
            if second is None or second.label != "person" or not between:
                continue
            told = self.story.cues_in(first.end, stop)
            if between[0].label in ROLES and not told:
                return _couple(first, second)
        return None

    def _row(self, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The chunks from the subject's on: after an introduction or another clause."""
        for place in range(len(chunks) - 1, 0, -1):
            begin, stop = chunks[place]
            relative = re.match(r"\s*(?:who|whose|which)\b", self.text[begin:stop])
            clause = self._last_clause(begin, stop)
            if clause > begin and not relative and self._phrase_at(clause, stop):
                return chunks[place:]
        place = 0
        while place < len(chunks) - 1 and self._introduces(*chunks[place]):
            place += 1
        return chunks[place:]

    def _phrase_at(self, begin: int, stop: int) -> bool:
        """Whether a name or a pronoun begins here: a clause with a subject."""
        first = self.story.people_in(begin, stop)[:1]
        return (
            bool(first)
            and first[0].label not in ROLES
            and not (self.text[begin : first[0].start].strip())
        )

    def _introduces(self, begin: int, stop: int) -> bool:
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

    def _chunks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
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


def _couple(first: Mention, second: Mention) -> Source:
    """Two people as one source."""
    names = f"{first.key} and {second.key}"
    head = Mention(first.start, second.end, "couple", names, "")
    return Source(*head.extent, "couple", head, head.end)
