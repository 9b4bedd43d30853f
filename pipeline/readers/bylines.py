"""Lines that say who wrote a story: "By Ada Finch", "Words: Ada Finch and Ian Moss"."""

import re

from pipeline.knowledge import Knowledge, once
from pipeline.readers.dates import dateline, first_date
from pipeline.words.months import FULL, WRITTEN
from pipeline.words.patterns import any_of

LINE = 120
"""Characters; a byline is no longer."""

UPDATED = re.compile(r"\b(?:updated|modified|edited|last\s+reviewed)\b", re.IGNORECASE)
_REST = r"(?:[^\W\d_]|['’.-]|\d(?=[a-z]{3}))"
"""Letters of a name; digits in an account's alone: a day may stand right behind."""
_WORD = rf"(?:[A-ZÀ-ÖØ-Þ]{_REST}*|d[aeiu]l?|la|le|van|v[ao]n|der|den|bin|al|ní|nic|mac)"
_NAME = rf"(?!Von\b|By\b)[A-ZÀ-ÖØ-Þ]{_REST}+(?:\s+{_WORD}){{0,4}}"
AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)"
BY = re.compile(
    rf"(?:^|[|•·–-]\s*|\d\s+"
    rf"|\b(?:[Ww]ritten|[Ww]ords|[Pp](?:ost|ublish)ed|[Rr]eported|EXCLUSIVE|Exclusive)\s+)"
    rf"(?:[Bb]y|BY|[Vv]on|Author|Words|Reporter|Autor)\s*:?\s+"
    rf"(?P<names>{_NAME}(?:{AND}{_NAME}){{0,4}})"
)
_STORY = re.compile(r"[.!?]\s|[.!?]$|\b(?:the|was|were|has|have|had|is|are)\b")
"""What no line of names and offices has."""
_SEVERAL = re.compile(r"\s(?:and|&)\s")
BARE_BY = re.compile(r"(?:[Bb]y|BY|[Vv]on|Author|Words|Autor)\s*:?")
ALONE = re.compile(rf"(?P<names>{_NAME}(?:{AND}{_NAME}){{0,4}})")
FULL_NAME = re.compile(rf"(?P<names>{_NAME}\s{_WORD})(?:\s?Follow)?")
_FULL = re.compile(rf"{_NAME.replace('{0,4}', '{1,4}')}")
_STROKE = re.compile(r"\s+[|•·/]\s+|\s+[–—-]\s+|\t")
_NAME_OF_OFFICE = re.compile(r"(?=.*[^\W\d_])[\w'’.&+ -]{2,60}")
_ACCOUNT = r"[^\W\d][\w'’. -]{1,38}?[\w'’.]"
_CUES = (
    *("no_name", "after_a_name", "no_headline"),
    *("signs", "account", "button", "outlet"),
)
_ON = r"(?:\s*[,|–-]|\s+(?:on|am|le|el|il|op|ar|at)\s)"


def is_byline(text: str) -> bool:
    """Whether a line says only who wrote, or when it appeared or was changed."""
    if len(text) > LINE:
        return False
    if dateline(text) or (UPDATED.match(text) and first_date(text)):
        return True
    match = BY.match(text)
    rest = text[match.end() :] if match else ""
    return bool(match) and not _STORY.search(rest)


class Bylines:
    """What lines say of who wrote a story, by the words of `cues/bylines.toml`."""

    def __init__(self, known: Knowledge) -> None:
        no_name, after, page, signs, account, button, outlet = (
            any_of(known.words("bylines", name)) for name in _CUES
        )
        self.no_name = re.compile(rf"\b(?:{no_name}|{FULL})\b", re.IGNORECASE)
        """In a line that names nobody."""
        self.no_headline = re.compile(rf"\b(?:{page})\b", re.IGNORECASE)
        """In a line of the paper's or the page's own."""
        self.account = re.compile(rf"\W*(?:{account})[\W\d]*", re.IGNORECASE)
        """What a page calls whoever keeps it."""
        self._tail = re.compile(rf"\s+(?:{after}|{WRITTEN})\b.*")
        self._signs = re.compile(rf"\W*(?:(?:{signs})(?![\w'’])\W*)+", re.IGNORECASE)
        self._button = re.compile(rf"\b(?:{button})\b", re.IGNORECASE)
        self._submitted = re.compile(
            rf"\W*(?:{signs})\s+(?P<name>{_ACCOUNT}){_ON}", re.IGNORECASE
        )
        self._outlet = re.compile(rf"\b(?:{outlet})\W*$", re.IGNORECASE)

    def authors_of(self, line: str) -> tuple[str, ...]:
        """Who wrote it, as a line says that begins with "By"; full names only.

        What follows a comma, with no "and" after it, is an office or a paper.
        """
        match = BY.match(line) if len(line) <= LINE else None
        if not match:
            return ()
        names = match["names"]
        if not _SEVERAL.search(names):
            names = names.partition(",")[0]
        found = self.people(names)
        return tuple(name for name in found if " " in name)

    def people(self, names: str) -> tuple[str, ...]:
        """Names as a byline lists them, without an office, a paper, a day behind.

        After a comma, with no "and" in the line, a single word is a town, and what is
        called as papers are is one.
        """
        several = _SEVERAL.search(names) is not None
        found: list[str] = []
        for place, part in enumerate(re.split(AND, names)):
            is_paper = " " not in part or self._outlet.search(part)
            listed = not place or several or not is_paper
            name = self._tail.sub("", part).strip(" .,-–")
            whole = part if place else name
            if name and listed and not self.no_name.search(whole):
                found.append(name)
        return tuple(found)

    def named(self, line: str) -> tuple[str, ...]:
        """The people that a line names, "by" and offices apart, and nothing else."""
        line = self._unsigned(line)
        parts = [part for part in re.split(AND, line) if part]
        people = [part for part in parts if self._is_full_name(part)]
        if len(people) == len(parts):
            return tuple(people)
        several = _SEVERAL.search(line) is not None
        first_alone = people and people[0] == parts[0] and not several
        return (people[0],) if first_alone else ()

    def signed(self, line: str) -> tuple[str, ...]:
        """The people of a line that begins with "by", in any of our languages."""
        return self.named(line) if self._signs.match(line) else ()

    def submitted(self, line: str) -> str | None:
        """Whoever stands between "by" and a day: "Submitted by mvoss on 3 May 2023".

        It may be an account, in small letters.
        """
        match = self._submitted.match(line) if first_date(line) else None
        return next(iter(self.name_or_office(match["name"])), None) if match else None

    def name_or_office(self, line: str) -> tuple[str, ...]:
        """Whoever a line names, an office too, but no account and no button."""
        line = self._unsigned(line)
        if not _NAME_OF_OFFICE.fullmatch(line):
            return ()
        if self.account.fullmatch(line) or self._button.search(line):
            return ()
        return () if first_date(line) else (line,)

    def _unsigned(self, line: str) -> str:
        """A line without the "by" that it begins with, and what a stroke cuts off."""
        signed = self._signs.match(line)
        line = line[signed.end() :] if signed else line
        return _STROKE.split(line, maxsplit=1)[0].strip(" .,;:|–-")

    def _is_full_name(self, text: str) -> bool:
        return bool(_FULL.fullmatch(text)) and not self.no_name.search(text)


@once
def bylines(known: Knowledge) -> Bylines:
    """The bylines that these data know, compiled once."""
    return Bylines(known)
