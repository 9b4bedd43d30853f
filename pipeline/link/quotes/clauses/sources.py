"""The words that name who speaks: the noun phrase beside a cue.

There is no parser here: a subject stands before its verb, adverbs and balanced
parentheses between them; after an inverted verb it begins at once. What is called a
chunk is a stretch between commas.
"""

import re

from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses import syntax
from pipeline.link.quotes.clauses.appositions import Appositions
from pipeline.link.quotes.clauses.noun_phrases import NAMES, ROLES, Phrases, Source
from pipeline.link.quotes.clauses.stretches import Stretches
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention
from pipeline.words.patterns import any_of


@once
def _signed(known: Knowledge) -> re.Pattern[str]:
    """What leads into the name under a post or a quotation set apart."""
    posted = any_of(known.words("bylines", "posting"))
    return re.compile(rf"\W*(?:(?:{posted})\s)?", re.IGNORECASE)


class Sources:
    """Finds the sources of a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.outside
        self.phrases = Phrases(story)
        self.stretches = Stretches(story)
        self.signed = _signed(story.reading.knowledge)
        self.appositions = Appositions(story, self.phrases, self.stretches)

    def before(self, start: int, cue: int) -> Source | None:
        """The subject of a verb at `cue`, in the sentence that begins at `start`."""
        end = self.stretches.without_adverbs(start, cue)
        bare = syntax.ENDS_IN_CONJUNCTION.search(self.text, max(start, end - 5), end)
        if end <= start or bare:
            return None
        relative = syntax.RELATIVE.search(self.text, max(start, end - 6), end)
        if relative:
            return self._antecedent(start, relative.start(), end)
        if self.text[end - 1] == ",":
            return self.appositions.before_comma(start, end - 1)
        if self.text[end - 1] in syntax.DASHES:
            opened = max(
                self.text.rfind(f" {d} ", start, end - 1) for d in syntax.DASHES
            )
            return self.before(start, opened) if opened > start else None
        begin = self.stretches.clause_start(start, end)
        comma = self.text.rfind(",", start, begin)
        if comma >= 0 and (
            syntax.PREDICATE.match(self.text, begin, end)
            or self._is_predicate(begin, end, cue)
        ):
            return self.appositions.before_comma(start, comma)
        return (
            self.appositions.described_name(start, end)
            or self.appositions.joint(start, begin, end)
            or self.phrases.ending(begin, end)
        )

    def after(self, start: int, end: int) -> Source | None:
        """The noun phrase that begins at `start`: the subject after its verb."""
        return self.phrases.leading(self.stretches.first(start, end), end)

    def subject(self, start: int, end: int) -> Source | None:
        """The first noun phrase of a sentence, its introduction passed over."""
        if dateline := syntax.DATELINE.match(self.text, start, end):
            start = dateline.end()
        for begin, stop in self.stretches.chunks(start, end):
            first = self.stretches.first(begin, stop)
            if not self.stretches.introduces(first, stop):
                return self.phrases.leading(first, end)
            also = syntax.ALSO.match(self.text, first, stop) if stop == end else None
            found = self.phrases.leading(also.end(), end) if also else None
            if found is not None and found.head.key != "it":
                return found
        return None

    def credited(self, start: int, end: int) -> Source | None:
        """Whom a line under a quotation names, or how it calls who says it."""
        led = self.signed.match(self.text, start, end)
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

    def _antecedent(self, start: int, relative: int, end: int) -> Source | None:
        """Whom a "who" before the verb stands for."""
        stop = start + len(self.text[start:relative].rstrip(" ,\u00a0"))
        begin = self.stretches.clause_start(start, stop)
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
            and found.start == self.stretches.first(begin, stop)
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

    def _is_predicate(self, begin: int, end: int, cue: int) -> bool:
        """As in ", took to the air to say": its subject stands before the comma."""
        small = syntax.LOWER.match(self.text, begin, end)
        determined = syntax.DETERMINER.match(
            self.text, self.stretches.first(begin, end), end
        )
        to = syntax.TO.match(self.text, end, cue)
        return bool(small and to and not determined)
