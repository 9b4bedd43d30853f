"""What reports are read by: the words of `cues/reports.toml` and of the frameworks."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.knowledge import Body, Framework, Knowledge, once
from pipeline.words.phrases import words_of

_FILE = "reports"
_AUTHORITIES = "local_authority"
_NUMBERING = re.compile(r"^\s*\(?\d+(?:\.\d+)*[.):]?\s+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_WORDS_ALONE = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")
_LEADING = re.compile(
    r"^(?:the )?(?:(?:experiences? and progress|effectiveness) of )?(?:the )?"
)
_GRADE_NUMBER = re.compile(r"^grade \d\b|\bgrade \d$")
_PLACE = re.compile(r"\{body\}|\*")
_WORDS = 7
"""An authority's name has no more."""
_WORD = re.compile(r"[\w’'&-]+")
_SHORT_NAME = 40
"""A body's name in a title has fewer characters than twice that."""


def plain(text: str) -> str:
    """A text for comparison: lower case, no marks, single spaces."""
    text = text.casefold().replace("&", " and ").replace("'", "").replace("’", "")
    return " ".join(_WORDS_ALONE.findall(text))


def area_key(text: str) -> str:
    """An area's wording for comparison: no number, no brackets, no common opening."""
    return _LEADING.sub("", plain(_BRACKETS.sub("", _NUMBERING.sub("", text))))


def grade_key(text: str) -> str:
    """A grade for comparison: "Grade 4 (Inadequate)" is "inadequate"."""
    return _GRADE_NUMBER.sub("", plain(text)).strip()


def letters(text: str) -> str:
    """All letters and digits of a text, for what may be spelt in one word or two."""
    return "".join([norm for norm, _, _ in words_of(text)]).replace("'", "")


@dataclass(frozen=True)
class Title:
    """How reports of a framework are headed."""

    words: str
    """As the data gives them."""
    framework: Framework
    parts: tuple[str, ...]
    """Its own words in comparison form, parted where others stand."""
    letters: frozenset[str]
    """The letters of these."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The whole title, with the group `body` where it has a place for one."""
        body = rf"(?P<body>\S.{{1,{2 * _SHORT_NAME}}}?)"
        return re.compile(
            _pattern(self.words).replace(re.escape("{body}"), body)
            + r"(?:\s+and)?(?:\s*\([^()]*\))?[\s.:]*",
            re.IGNORECASE | re.DOTALL,
        )

    @property
    def weight(self) -> int:
        """How many letters of it are its own."""
        return sum(map(len, self.parts))


class Titles(NamedTuple):
    """How reports are headed, all that no other document needs.

    Attributes:
        all: the wordiest first.
        letters: of all of them.
    """

    all: tuple[Title, ...]
    letters: frozenset[str]


@dataclass(frozen=True)
class Phrasebook:
    """Compiled once for a `Knowledge`.

    Attributes:
        titles: of all frameworks, the wordiest first.
        labels: what stands at the start of a line before a value, by cue.
        any_label: any of them.
        leads: who led, in words that may follow a name.
        sentences: by area slug, "<subject> is <grade>", with the group `grade`.
        exact: authorities by their name in comparison form.
        core: the same without the words that all authorities share.
    """

    titles: tuple[Title, ...]
    labels: Mapping[str, re.Pattern[str]]
    any_label: re.Pattern[str]
    leads: re.Pattern[str]
    roles: re.Pattern[str]
    sentences: Mapping[str, re.Pattern[str]]
    judgement: re.Pattern[str]
    previous: re.Pattern[str]
    letter: re.Pattern[str]
    letter_ends: re.Pattern[str]
    signs: re.Pattern[str]
    visited: re.Pattern[str]
    earlier: re.Pattern[str]
    outcome_headings: frozenset[str]
    previous_headings: frozenset[str]
    no_name: frozenset[str]
    services: re.Pattern[str]
    grades: Mapping[str, str]
    """Grade slugs by wording, of all frameworks that head reports."""
    generic: re.Pattern[str]
    exact: Mapping[str, Body]
    core: Mapping[str, Body]

    def authority(self, name: str) -> Body | None:
        """The local authority that a name means, if the register has it."""
        key = plain(name)
        return self.exact.get(key) or self.core.get(self.core_of(key) or key)

    def core_of(self, key: str) -> str:
        """A name in comparison form without the words that all authorities share."""
        return _SPACES.sub(" ", self.generic.sub(" ", key)).strip()

    def authority_in(self, text: str) -> tuple[Body, int, int] | None:
        """The authority with the longest name in a text, and where it stands."""
        words = list(_WORD.finditer(text))
        for length in range(min(_WORDS, len(words)), 0, -1):
            for first in range(len(words) - length + 1):
                start, end = words[first].start(), words[first + length - 1].end()
                body = self.exact.get(plain(text[start:end]))
                if body and text[start].isupper():
                    return body, start, end
        return None


@once
def phrasebook(known: Knowledge) -> Phrasebook:
    """The phrasebook of the loaded data."""
    cues = known.cues[_FILE]
    labelled = ("inspection-dates", "published", "lead-inspector")
    every = [*known.words(_FILE, *labelled), *cues["other-labels"].words]
    generic = _alternatives(map(plain, cues["generic"].words))
    generic_pattern = re.compile(rf"\b(?:{generic})\b")
    exact, core = _authorities(known, generic_pattern)
    headed = [each for each in known.frameworks.values() if each.titles]
    grades = _alternatives(
        wording
        for framework in headed
        for grade in framework.scale
        for wording in (grade.label, *grade.wordings)
    )
    return Phrasebook(
        titles=titles_of(known).all,
        labels={name: _label(cues[name].words) for name in labelled},
        any_label=_label(every),
        leads=_any_of(cues["lead-inspector"].words),
        roles=_any_of(cues["inspector-roles"].words),
        sentences={
            name: _sentence(cues[name].words, grades)
            for name in ("overall", "lscb_effectiveness")
        },
        judgement=_judgement(cues["graded-judgement"].words, grades),
        previous=_previous(cues["previous-grade"].words, grades),
        letter=_any_of(cues["letter-opens"].words),
        letter_ends=_any_of(cues["letter-ends"].words),
        signs=re.compile(
            rf"\b(?:{_alternatives(cues['signs'].words)})\b(?!\s+of\b)", re.IGNORECASE
        ),
        visited=_any_of(cues["visited"].words),
        earlier=_any_of(cues["earlier"].words),
        outcome_headings=frozenset(cues["outcome-heading"].words),
        previous_headings=frozenset(cues["previous-heading"].words),
        no_name=frozenset(cues["no-name"].words),
        services=re.compile(
            rf"\b(?:{_alternatives(cues['services'].words)})\s*$", re.IGNORECASE
        ),
        grades={
            wording: slug
            for framework in headed
            for wording, slug in grades_of(framework).items()
        },
        generic=generic_pattern,
        exact=exact,
        core=core,
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some words, as words of their own."""
    return re.compile(rf"\b(?:{_alternatives(words)})\b", re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; any apostrophe fits."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(_pattern(word) for word in ordered)


def _pattern(words: str) -> str:
    """A pattern for words as data gives them: `*` is a few words."""
    parts = (
        re.escape(part)
        .replace(r"\-", r"[\s‑–-]*")
        .replace("'", "['’‘]?")
        .replace(r"\*", r"\S.{0,120}?")
        for part in words.split()
    )
    return r"\s+".join(parts)


@once
def titles_of(known: Knowledge) -> Titles:
    """The titles that the loaded data gives."""
    titles = [
        Title(
            words,
            framework,
            tuple(filter(None, map(plain, _PLACE.split(words)))),
            frozenset(filter(None, map(letters, _PLACE.split(words)))),
        )
        for framework in known.frameworks.values()
        for words in framework.titles
    ]
    ordered = tuple(sorted(titles, key=lambda title: -title.weight))
    return Titles(ordered, frozenset().union(*(title.letters for title in titles)))


def _label(words: Iterable[str]) -> re.Pattern[str]:
    """A label at the start of a line: a colon, a capital or nothing follows it."""
    follows = r"(?:\s*[:–—]\s*|\s+(?=(?-i:[A-Z0-9]))|\s*$)"
    return re.compile(
        rf"(?:{_alternatives(words)}){follows}", re.IGNORECASE | re.MULTILINE
    )


def _sentence(subjects: Iterable[str], grades: str) -> re.Pattern[str]:
    """A pattern for "<subject> is <grade>", the whole sentence."""
    return re.compile(
        rf"(?:{_alternatives(subjects)})(?:\s*\([^()]*\))?"
        r"(?:\s+(?:is|are)\s+(?:judged\s+to\s+be\s+|that\s+(?:it|they)\s+(?:is\s+|are\s+)?)?"
        rf"|\s*:\s*|\s+[–—-]\s+|\s+(?=requir))(?P<grade>{grades})"
        r"(?:\s+because)?[\s.:]*",
        re.IGNORECASE | re.DOTALL,
    )


def _judgement(openings: Iterable[str], grades: str) -> re.Pattern[str]:
    """A pattern for "The judgement on <area> is that it is <grade>"."""
    return re.compile(
        rf"(?:{_alternatives(openings)})\s+(?P<area>.+?)\s+is"
        rf"(?:\s+that\s+it)?(?:\s+is)?\s+(?P<grade>{grades})[\s.]*",
        re.IGNORECASE,
    )


def _previous(verbs: Iterable[str], grades: str) -> re.Pattern[str]:
    """A pattern for "was judged to be <grade>", of an earlier inspection."""
    return re.compile(
        rf"\b(?:{_alternatives(verbs)})\s+(?P<grade>{grades})\b", re.IGNORECASE
    )


def _authorities(
    known: Knowledge, generic: re.Pattern[str]
) -> tuple[dict[str, Body], dict[str, Body]]:
    """Authorities by name, and by what is their own in it where that is one's alone."""
    exact: dict[str, Body] = {}
    cores: dict[str, set[str]] = {}
    bodies = {b.id: b for (kind, _), b in known.bodies.items() if kind == _AUTHORITIES}
    for body in bodies.values():
        for name in (body.name, *body.aliases, *body.nicknames):
            key = plain(name)
            exact.setdefault(key, body)
            own = _SPACES.sub(" ", generic.sub(" ", key)).strip()
            if own:
                cores.setdefault(own, set()).add(body.id)
    for body in bodies.values():  # a name itself outranks another's alias
        exact[plain(body.name)] = body
    core = {key: bodies[min(ids)] for key, ids in cores.items() if len(ids) == 1}
    return exact, core


def areas_of(framework: Framework) -> Mapping[str, str]:
    """Area slugs by each wording in comparison form; the label's own come first."""
    found: dict[str, str] = {}
    for area in framework.areas:
        for wording in (area.label, area.short or area.label):
            found.setdefault(area_key(wording), area.slug)
    for area in framework.areas:
        for wording in area.wordings:
            found.setdefault(area_key(wording), area.slug)
    return found


def grades_of(framework: Framework) -> Mapping[str, str]:
    """Grade slugs by each wording in comparison form."""
    return {
        grade_key(wording): grade.slug
        for grade in reversed(framework.scale)
        for wording in (grade.label, *grade.wordings)
    }
