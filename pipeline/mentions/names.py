"""Runs of capitalised words → people and organisations.

A name is told from what stands in the run (a title, an organisation's noun, a first
name) and from the rest of the text: who is called "Ms Kerr" once is a person each time.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import NamedTuple

from pipeline.knowledge import Knowledge
from pipeline.words.patterns import any_of
from pipeline.words.phrases import words_of

PERSON, ORGANISATION, NAME, COUPLE = "person", "organisation", "name", "couple"

_UPPER = "".join(
    char for char in map(chr, range(min(sys.maxunicode, 0x250))) if char.isupper()
)
_WORD = rf"[{_UPPER}]\w*(?:['’](?!s\b)\w+|[-‑]\w+)*"
_REMEMBERED = 8192
"""Names recur, in one story and over a batch."""
_PIECE = re.compile(r"\S+")
_CAPITAL = re.compile(rf"[{_UPPER}](?<!\w.)")
"""Where a run can begin: `re` finds a character of a set faster than a run."""
_AFTER_PLACE = re.compile(r"\b(?:for|of)\s$")
_ARTICLE = re.compile(r"\b[Tt]he\s$")
"""Nobody is called "the Lantern Keepers"."""
_CALLED = r"[A-Z]\w+(?: [A-Z]\w+){0,7}"
_WHICH = re.compile(r", which\b")
"""Goes on about things and firms; about people it would be "who"."""
_ORGANISATION_AND_PERSON = 3
"""Spaces in the shortest run of both: Kent Police Ann Reed."""
_CONTRACTED = re.compile(r"['’](?:ve|re|ll|d|m)$")
_GAP = r"[ \u00a0]"
_TOLD_OF_ONE = re.compile(
    r"\*?(?:, \d{1,2}(?=, (?!\d))|, (?:aged|who(?: is|['’]s)(?: aged)?) \d{1,2}\b"
    r"| \((?:aged )?\d{1,2}\)"
    r"| \((?:which is )?not (?:(?P<whose>his|her)|their|a) real name\))"
)
"""After a first name: an age, or that it is not the real one. Only people have them."""
_WHOSE = {"his": "m", "her": "f"}


class Name(NamedTuple):
    """A name in its place.

    Attributes:
        start: of the name with its titles; `end` is that of the letters after it.
        text: the name alone, without either.
        gender: `f` or `m` where a title or a first name tells, else empty.
        sure: whether the run itself says what it names.
        titled: whether a title stood before it.
    """

    start: int
    end: int
    text: str
    kind: str
    gender: str = ""
    sure: bool = False
    titled: bool = False


class Names:
    """Finds names; all words it knows are data of `cues/people.toml`."""

    def __init__(self, known: Knowledge) -> None:
        self.women = frozenset(known.words("people", "titles-of-women"))
        self.men = frozenset(known.words("people", "titles-of-men"))
        titles = known.words("people", "titles")
        self.titles = frozenset(titles) | self.women | self.men
        self.before_titles = frozenset(known.words("people", "before-titles"))
        self.post = frozenset(known.words("people", "letters-after-names"))
        self.openers = frozenset(
            known.words("people", "capitalised-by-place", "feelings")
        )
        self.organisations = frozenset(known.words("people", "nouns-of-organisations"))
        self.female = frozenset(known.words("names", "female"))
        self.male = frozenset(known.words("names", "male"))
        either = frozenset(known.words("names", "either"))
        self.given = self.female | self.male | either
        self.no_people = frozenset(known.words("people", "no-people"))
        self.read = lru_cache(maxsize=_REMEMBERED)(self._read)
        self.owners = frozenset(known.words("people", "possessive-in-names"))
        run_by, firms = (
            known.words("people", "before-firms"),
            known.words("people", "firms"),
        )
        self.firm_signs = (", which", *run_by, *firms)
        """Without any of these no firm is told."""
        self.firm = re.compile(
            rf"\b(?:{any_of(run_by)}) (?P<by>{_CALLED})"
            rf"|(?:{any_of(firms)}),? (?P<firm>{_CALLED})"
        )
        """What tells a firm from a person, wherever in a text."""
        particles = any_of(known.words("people", "particles"))
        dotted = any_of(word.capitalize() for word in self.titles)
        one = rf"(?:(?:{dotted})\.(?={_GAP})|(?:[{_UPPER}]\.)+|{_WORD})"
        self.run = re.compile(
            rf"{one}(?:{_GAP}+(?:&{_GAP}+|(?:(?:{particles}){_GAP}+)*){one})*"
        )
        self.joint = re.compile(
            rf"{_GAP}+(?:of|for|and|in)(?:{_GAP}+the)?{_GAP}+|['’]s?{_GAP}+"
        )

    def find(self, text: str, windows: Iterable[tuple[int, int]]) -> list[Name]:
        """The names that stand wholly inside one of the windows, in order."""
        found: list[Name] = []
        for start, end in windows:
            names = [
                name
                for match in self._runs(text, start, end)
                for piece in self._pieces(match.group())
                if (
                    name := self._name(
                        text, match.start() + piece[0], match.start() + piece[1]
                    )
                )
            ]
            found += self._joined(text, names)
        unsure = any(name.kind == PERSON and not name.sure for name in found)
        if unsure and any(sign in text for sign in self.firm_signs):
            found = self._without_firms(text, found)
        return list(self._settled(text, found))

    def _runs(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The runs of capitalised words in a stretch of text."""
        for capital in _CAPITAL.finditer(text, start, end):
            at = capital.start()
            if at >= start and (run := self.run.match(text, at, end)):
                start = run.end()
                yield run

    def _pieces(self, run: str) -> Iterator[tuple[int, int]]:
        """A run, cut where a person follows an organisation: Kent Police Ann Reed."""
        begun = 0
        words = []
        if run.count(" ") >= _ORGANISATION_AND_PERSON:
            words = [
                (m.start(), m.end(), m.group().lower()) for m in _PIECE.finditer(run)
            ]
        for place in range(2, len(words) - 1):
            ends = words[place - 1][2] in self.organisations
            goes_on = words[-1][2] in self.organisations
            if ends and words[place][2] in self.given and not goes_on:
                yield begun, words[place - 1][1]
                begun = words[place][0]
        yield begun, len(run)

    def _without_firms(self, text: str, names: Sequence[Name]) -> list[Name]:
        """The names, those that the text calls firms no people."""
        firms = {firm[firm.lastgroup or 0] for firm in self.firm.finditer(text)}
        firms.update(
            name.text
            for name in names
            if " " in name.text and _WHICH.match(text, name.end)
        )
        return [
            name._replace(kind=ORGANISATION, gender="")
            if name.text in firms and name.kind == PERSON and not name.sure
            else name
            for name in names
        ]

    def _name(self, text: str, start: int, end: int) -> Name | None:
        name = self.read(text[start:end])
        if name is None:
            return None
        unsure = name.kind == PERSON and not name.sure and " " in name.text
        if unsure and _ARTICLE.search(text, max(0, start - 5), start + name.start):
            name = name._replace(kind=ORGANISATION, gender="")
        if name.kind == PERSON and _AFTER_PLACE.search(text, max(0, start - 5), start):
            name = self._without_place(name)
        return Name(
            start + name.start,
            start + name.end,
            name.text,
            name.kind,
            name.gender,
            name.sure,
            name.titled,
        )

    def _read(self, run: str) -> Name | None:
        """What a run of capitalised words says by itself; offsets count from it."""
        pieces = [(m.start(), m.group()) for m in _PIECE.finditer(run)]
        words = list(dropwhile(self._opens, pieces))
        if not words:
            return None
        words = self._from_title(words)
        begin, stop = words[0][0], words[-1][0] + len(words[-1][1])
        gender, titled = "", False
        if len(words) > 2 and self._qualifies(words[0], words[1]):  # noqa: PLR2004
            words = words[1:]
        titles = list(takewhile(self.titles.__contains__, map(_bare, words[:-1])))
        for title in titles:
            if title in self.women | self.men:
                gender = "f" if title in self.women else "m"
        words, titled = words[len(titles) :], bool(titles)
        while len(words) > 1 and _bare(words[-1]) in self.post:
            words.pop()
        kind = self._kind([word.lower() for _, word in words], titled=titled)
        surname = titled and len(words) == 1
        if not gender and kind != ORGANISATION and not surname:
            first = words[0][1].lower()
            gender = "f" if first in self.female else "m" if first in self.male else ""
        written = " ".join(word for _, word in words)
        told = bool(gender) or words[0][1].lower() in self.given
        sure = titled or kind == ORGANISATION or (told and len(words) > 1)
        return Name(begin, stop, written, kind, gender, sure, titled)

    def _opens(self, word: tuple[int, str]) -> bool:
        """Whether it is capitalised because it begins a sentence: Although, It's."""
        return _CONTRACTED.sub("", word[1].lower()) in self.openers

    def _without_place(self, name: Name) -> Name:
        """MP for Saltby Ann Reed: the name begins with the first name."""
        place, _, rest = name.text.partition(" ")
        first = rest.split(" ")[0].lower()
        known = self.given
        if " " not in rest or first not in known or place.lower() in known:
            return name
        gender = "f" if first in self.female else "m"
        start = name.end - len(rest)
        return Name(start, name.end, rest, PERSON, gender, sure=True)

    def _from_title(self, words: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Vermont Sen. Nina Kerr: what precedes a title is no part of the name."""
        for place in range(len(words) - 2, 0, -1):
            title = _bare(words[place])
            if title in self.titles and title not in self.post:
                first = place
                while first > 0 and _bare(words[first - 1]) in self.titles:
                    first -= 1
                if first > 0 and self._qualifies(words[first - 1], words[first]):
                    first -= 1
                return words[first:]
        return words

    def _qualifies(self, word: tuple[int, str], title: tuple[int, str]) -> bool:
        """Whether a word is part of the title after it: Air Commodore."""
        return _bare(word) in self.before_titles and _bare(title) in self.titles

    def _kind(self, words: Sequence[str], *, titled: bool) -> str:
        if titled:
            return PERSON
        if words[0] in self.given:
            if words[-1] not in self.organisations:
                return PERSON
            return ORGANISATION
        if not self.organisations.isdisjoint(words) or "&" in words:
            return ORGANISATION
        if not self.no_people.isdisjoint(words):
            return NAME
        return PERSON if 1 < len(words) < 5 else NAME  # noqa: PLR2004 - words of a name

    def _joined(self, text: str, names: Sequence[Name]) -> Iterator[Name]:
        """Ministry and Justice with "of" between are one organisation."""
        joined: list[Name] = []
        for name in reversed(names):
            between = text[name.end : joined[-1].start] if joined else ""
            if not joined or not self.joint.fullmatch(between):
                joined.append(name)
            elif self._is_couple(name, joined[-1], between):
                last = joined.pop()
                written = f"{name.text} and {last.text}"
                joined.append(Name(name.start, last.end, written, COUPLE, sure=True))
                surname = last.text.split()[-1]
                joined.append(name._replace(text=f"{name.text} {surname}", kind=PERSON))
                joined.append(last)
            elif self._join(name, joined[-1], between):
                end = joined.pop().end
                written = text[name.start : end]
                joined.append(Name(name.start, end, written, ORGANISATION, sure=True))
            else:
                joined.append(name)
        yield from sorted(joined, key=lambda name: (name.start, -name.end))

    def _is_couple(self, left: Name, right: Name, between: str) -> bool:
        """Owen and Tilly Marsh: one surname for two first names."""
        return (
            between.strip() == "and"
            and not left.titled
            and left.text.lower() in self.given
            and right.kind == PERSON
            and right.text.split()[0].lower() in self.given
            and " " in right.text
        )

    def _join(self, left: Name, right: Name, between: str) -> bool:
        if left.titled or right.titled:
            return False
        if between[0] in "'’":
            owner = left.text.split()[-1].lower()
            saint = left.text.startswith(("St ", "St. "))
            return right.kind == ORGANISATION and (saint or owner in self.owners)
        if "and" in between:
            bare = left.kind != ORGANISATION and not left.gender
            return bare and right.kind == ORGANISATION
        return ORGANISATION in {left.kind, right.kind} and not (
            left.kind == PERSON and left.sure
        )

    def _settled(self, text: str, names: Sequence[Name]) -> Iterator[Name]:
        """What the rest of the text says of a run that does not say it itself."""
        people: dict[str, str] = {}
        for name in names:
            if name.kind == PERSON:
                for word in {name.text.split()[-1], name.text.split()[0]}:
                    people.setdefault(word, name.gender if name.sure else "")
        small: dict[str, bool] = {}
        for name in names:
            one = _TOLD_OF_ONE.match(text, name.end) if name.kind == NAME else None
            if one is not None and name.text.isalpha():
                gender = _WHOSE.get(one["whose"] or "", name.gender)
                yield name._replace(kind=PERSON, gender=gender)
            elif name.kind == NAME and name.text in people:
                yield name._replace(kind=PERSON)
            elif name.kind == NAME and (
                self._is_small(text, name, small) or self._is_numbered(text, name)
            ):
                continue
            elif name.kind == NAME and self._is_acronym(name.text):
                yield name._replace(kind=ORGANISATION, gender="")
            elif name.kind == NAME and name.gender:
                yield name._replace(kind=PERSON)
            else:
                yield name

    def _is_small(self, text: str, name: Name, known: dict[str, bool]) -> bool:
        """Whether its word stands somewhere in small letters: it is no name then.

        `known` has what was found of the names before: the same ones recur.
        """
        word = name.text.lower()
        if word not in known:
            words = words_of(text)
            places = words.places.get(word, ())
            known[word] = any(text[words[at].start].islower() for at in places)
        return known[word]

    def _is_numbered(self, text: str, name: Name) -> bool:
        """Whether it is the Year of "Year 11", the March of "March 12"."""
        number = text[name.end : name.end + 2].lstrip().isdigit()
        return number and name.text.lower() in self.no_people

    @staticmethod
    def _is_acronym(word: str) -> bool:
        return len(word) > 1 and word.isupper()


def _bare(word: tuple[int, str]) -> str:
    """A word as the data has it: in lower case, without a full stop."""
    return word[1].rstrip(".").lower()
