"""What a line looks like on its own, before its neighbours are asked."""

import re
from enum import Enum, auto

from pipeline.segment.vocabulary import Vocabulary, folded

LONG = 160
"""Characters beyond which a line is neither a heading nor a bare list item."""
_HEADING_WORDS = 16
_CROSS_HEAD_WORDS = 7
_LINK_WORDS = 7
_MORE_WORDS = 6
"""Words that may follow those which tell a heading's kind."""
_UNMARKED_WORDS = 8
"""Words of a question without its mark: "What happens next"."""
_SEMICOLON_WORDS = 40

BULLET = re.compile(
    r"(?:[-–—*•·‣▪◦●○■□►➢✓✔>]|::)\s+(?=\S)"
    r"|(?:\d{1,2}[).]{1,2}|\([a-z]\)|\(?[ivx]{1,4}\)|\(\d{1,2}\)|[a-z]\))\s+(?=\S)"
    r"|[•‣▪●■►➢](?=\w)"
)
"""A list item's mark: `- `, `• `, `:: `, `1. `, `3). `, `(a) `."""
_BULLET_STARTS = frozenset("-–—*•·‣▪◦●○■□►➢✓✔>:(0123456789abcdefghijklmnopqrstuvwxyz")
_CELLS = re.compile(r"\t|\||(?<=[^\s.!?]) {2,}(?=\S)")
_STOP = re.compile(r"[.!?…]['\"’”)\]]*$|,['\"’”]$")
_INNER_STOP = re.compile(r"[.!?]['\"’”]?\s+['\"‘“]?[A-Z]")
_INITIAL = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Cllr|Supt|No|vs?)\.\s")
_SEMICOLON = re.compile(r";(?:\s*(?:and|or|plus))?$")
_CROSS_HEAD = re.compile(r"['‘\"“]([^\"“”]*[^\s.,!])['’\"”]$")
_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:\w{3,9}|\d{1,2})[\s/.,-]+(?:\d{4}|\d{2})"
    r"|\w{3,9}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d)"
    r"(?:[\s,t|-]*(?:at\s+)?\d{1,2}[:.]\d\d.*)?"
    r"|[\d\s.,:/°%-]+[a-z]{0,3}"
    r"|\d+\s+(?:minute|hour|day|week|month)s?\s+ago"
)
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|be|it|they|we|said|rated)\b"
)


class Shape(Enum):
    """What a line looks like."""

    PROSE = auto()
    LEAD_IN = auto()
    """Ends in a colon."""
    SEMICOLON = auto()
    BULLET = auto()
    QUESTION = auto()
    CROSS_HEAD = auto()
    """Wholly in quotation marks and short: ‘Not perfect’."""
    TITLED = auto()
    """Worded as a heading: notes to editors, somebody's statement."""
    ROW = auto()
    """Has gaps, tabs or bars like cells; a table where its neighbours have too."""
    FURNITURE = auto()
    CAPTION = auto()
    NEITHER = auto()
    """Short, and neither heading nor item: by-lines, dates, salutations."""
    GRADE = auto()
    """A grade and nothing else."""
    GRADED = auto()
    """`Area - grade`."""
    SHORT = auto()
    """A heading or a list item: its neighbours tell."""
    HEADING = auto()
    """Given as a heading by the reader."""


def shape_of(line: str, words: Vocabulary, *, rows: bool = True) -> Shape:  # noqa: PLR0911 - one per shape
    """What a line looks like; its ends are not white."""
    if line[:2].casefold() in words.opening_starts and (
        opening := words.openings.match(line[:60].casefold())
    ):
        return _of_opening(opening)
    if line[0] in _BULLET_STARTS and BULLET.match(line):
        return _of_bullet(folded(line[:LONG]), words)
    last = line[-1]
    if len(line) > LONG:
        if last == ":":
            return Shape.LEAD_IN
        return _of_semicolon(line) or Shape.PROSE
    if rows and ("\t" in line or "|" in line or "  " in line) and _CELLS.search(line):
        return Shape.ROW
    if last == "?":
        return _of_question(line, words)
    if line[0] in "'\"‘“" and _is_cross_head(line):
        return Shape.CROSS_HEAD
    if last == "." and line.endswith(words.closing_leads):
        return Shape.LEAD_IN
    if last in ".!…,'\"’”)]" and _STOP.search(line):
        return Shape.GRADED if _is_graded_item(line, words) else Shape.PROSE
    return _of_semicolon(line) or _of_short(line, words)


def _is_graded_item(line: str, words: Vocabulary) -> bool:
    """Whether a line with a full stop is the last "Area - grade." of a list."""
    if line[-1] != "." or len(line) > LONG // 2:
        return False
    return _is_graded(line.casefold(), words)


def _is_graded(text: str, words: Vocabulary) -> bool:
    """Whether a folded line is an area and its grade; "the force was good" is not."""
    graded = words.graded.fullmatch(text)
    return graded is not None and not _VERBS.search(graded[1])


def _of_bullet(text: str, words: Vocabulary) -> Shape:
    """A bulleted line; a grade with a bullet may stand over its areas."""
    if text in words.furniture_lines:
        return Shape.FURNITURE
    return Shape.GRADE if text in words.grades else Shape.BULLET


def _of_opening(opening: re.Match[str]) -> Shape:
    if opening.lastgroup == "captions":
        return Shape.CAPTION
    if opening.lastgroup == "not_headings":
        return Shape.NEITHER
    return Shape.FURNITURE


def _of_semicolon(line: str) -> Shape | None:
    if ";" in line[-5:] and _SEMICOLON.search(line):
        return Shape.SEMICOLON if line.count(" ") < _SEMICOLON_WORDS else Shape.PROSE
    return None


def _of_question(line: str, words: Vocabulary) -> Shape:
    asks = folded(line).startswith(words.questions)
    short = line.count(" ") < _HEADING_WORDS and not _INNER_STOP.search(line)
    return Shape.QUESTION if asks and short else Shape.PROSE


def _is_cross_head(line: str) -> bool:
    return line.count(" ") < _CROSS_HEAD_WORDS and bool(_CROSS_HEAD.fullmatch(line))


def _of_short(line: str, words: Vocabulary) -> Shape:  # noqa: PLR0911 - one per shape
    """A line of at most `LONG` characters without a stop at its end."""
    text = folded(line)
    if not text:
        return Shape.FURNITURE if len(line) > 2 else Shape.NEITHER  # noqa: PLR2004 - a rule
    if text in words.furniture_lines and text not in words.furniture:
        return Shape.FURNITURE
    if text.strip("'\"“”") in words.grades:
        return Shape.GRADE
    if _DATE.fullmatch(text):
        return Shape.NEITHER
    if line[-1] != ":" and _is_graded(text, words):
        return Shape.GRADED
    if line.count(" ") < _HEADING_WORDS and is_titled(line, words):
        return Shape.TITLED
    if line[-1] == ":" or text.endswith(words.leads):
        return Shape.LEAD_IN
    if not _may_head(line) or text.endswith(words.speaking):
        return Shape.PROSE
    asks = line.count(" ") < _UNMARKED_WORDS and text.startswith(words.asking)
    return Shape.QUESTION if asks and text not in words.areas else Shape.SHORT


def _may_head(line: str) -> bool:
    """Whether a line without a stop could be a heading or a bare list item."""
    if line.count(" ") >= _HEADING_WORDS or line[0] in '"“' or line[0].islower():
        return False
    inner = _INNER_STOP.search(line)
    return not inner or bool(_INITIAL.search(line))


def is_titled(line: str, words: Vocabulary) -> bool:
    """Whether a line is worded as the heading of a section of a known kind."""
    text = folded(line)
    if is_furniture(text, words):
        return True
    kind = words.kinds.search(text)
    if kind and kind.lastgroup in ("definitions", "recommendations"):
        more = text[kind.end() :].count(" ")
        return kind.start() == 0 and more < (_MORE_WORDS if line[-1] != ":" else 1)
    return bool(statement_in(line, words))


def is_furniture(text: str, words: Vocabulary) -> bool:
    """Whether a folded heading heads furniture: whole, or with a few words more."""
    text = text.rstrip(" ?!.0123456789()")
    if text in words.furniture:
        return True
    return text.count(" ") < _LINK_WORDS and text.startswith(words.furniture_openings)


def statement_in(line: str, words: Vocabulary) -> re.Match[str] | None:
    """The heading of a statement printed in full, if the line is one."""
    if line[-1] == "?" or words.no_statement.search(folded(line)):
        return None
    return words.statement.match(line)
