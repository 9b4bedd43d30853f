"""What the words between areas, grades and counts are: their signs, from the cues."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.knowledge import Knowledge, once
from pipeline.words.months import MONTHS
from pipeline.words.patterns import any_of

WORDS, YEAR, THEN = "x", "Y", "P"
TOLD = "!"
"""A word of telling or hearing, beside the tape, whatever its sign on it."""
ASIDE = "~"
"""A sign that rules pass over; it is kept beside the tape."""

KINDS: Mapping[tuple[str, str], str] = {
    ("previous", "same"): "j",
    ("previous", "last_year"): "y",
    ("previous", "than"): "u",
    ("previous", "gone"): "z",
    ("previous", "kept"): "K",
    ("previous", "carried"): "c",
    ("previous", "then"): THEN,
    ("previous", "from"): "p",
    ("previous", "compared_with"): "p",
    ("previous", "lost"): "p",
    ("previous", "spell"): "p",
    ("previous", "former"): "f",
    ("previous", "pluperfect"): "B",
    ("vetoes", "definition"): "D",
    ("vetoes", "elsewhere"): "X",
    ("vetoes", "improvement_areas"): "F",
    ("vetoes", "many_bodies"): "m",
    ("vetoes", "wish"): "W",
    ("vetoes", "condition"): "C",
    ("vetoes", "negation"): "Z",
    ("vetoes", "degree"): "d",
    ("grading", "likewise"): "e",
    ("grading", "likewise_after"): "t",
    ("grading", "or_more"): "o",
    ("grading", "rating_verb"): "V",
    ("grading", "giving_verb"): "v",
    ("grading", "finding_verb"): "v",
    ("grading", "holding_verb"): "v",
    ("grading", "moving_verb"): "v",
    ("grading", "overall"): "O",
    ("grading", "area_noun"): "T",
    ("grading", "grade_noun"): "M",
    ("grading", "universal"): "H",
    ("grading", "remainder"): "R",
    ("grading", "exception"): "E",
    ("grading", "respectively"): "L",
    ("grading", "including"): "I",
    ("grading", "contrast"): "k",
    ("grading", "relative"): "r",
    ("grading", "conjunction"): "&",
    ("grading", "or"): "o",
    ("grading", "now"): "n",
    ("grading", "glad_of_now"): "n",
    ("grading", "as"): "s",
    ("grading", "neutral"): "",
    ("grading", "occasion"): "",
    ("grading", "owner"): "",
    ("grading", "special_measures"): "",
    ("grading", "area_by_rank"): WORDS,
    ("grading", "best"): "h",
    ("grading", "worst"): "l",
    ("grading", "preposition"): "i",
    ("grading", "subject"): "S",
    ("grading", "copula"): "b",
    ("previous", "again"): ASIDE,
}
"""The sign of each cue; a phrase listed twice has the sign that stands first here."""

PUNCTUATION: Mapping[str, str] = {
    ",": ",", ";": ";", ":": ":", "–": "-", "—": "-", "-": "-", "−": "-", "|": ":",
    "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": "?", "…": ".",
    "\t": ":", "=": ":", "•": ";", "·": ";", "/": ",", "\n": ";", ">": ";", "*": "*",
}  # fmt: skip
QUOTES = frozenset("\"'“”‘’«»`´")

TOKEN = re.compile(
    r"[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*|\d+(?:[.,:/]\d+)*\w*(?:[\-‑][^\W\d_]+)*|[^\w\s]|[\n\t]"
)
_REMEMBERED = 20_000
"""Words that are kept with their signs."""
_DESCRIBED = 3
"""Words, or names of inspectorates, that may describe an inspection."""
_DESCRIBING = frozenset((WORDS, "S", "T", "M"))
"""Signs of words that may: "full", "school", "area", "assessment"."""
PRONOUNS = frozenset(("it", "they", "we", "us", "them"))
_LONGEST = 50
"""Characters of a word that may come again."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?$")


@dataclass(slots=True)
class _Node:
    """A place in the trie of cue phrases; `kind` is set where one ends."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    kind: str | None = None


def _trie(phrases: Mapping[str, str]) -> _Node:
    """The root of the trie of some phrases, each with its sign."""
    root = _Node()
    for phrase, kind in phrases.items():
        node = root
        for word in TOKEN.findall(phrase):
            node = node.next.setdefault(word, _Node())
        node.kind = kind
    return root


def _longest(node: _Node, words: list[str], place: int) -> tuple[int, str]:
    """How many words the longest phrase here has, 0 if none has an end, and its sign.

    Args:
        node: of the first word.
        words: a sentence's.
        place: of the first word.
    """
    length, kind = 0 if node.kind is None else 1, node.kind or ""
    if node.next:
        for after in range(place + 1, len(words)):
            following = node.next.get(words[after])
            if following is None:
                break
            node = following
            if node.kind is not None:
                length, kind = after + 1 - place, node.kind
    return length, kind


class Alphabet:
    """The cue phrases as one trie: the longest that stands somewhere counts."""

    def __init__(self, known: Knowledge) -> None:
        phrases = list(_phrases(known))
        self.entries = {
            " ".join(TOKEN.findall(phrase)): entry
            for phrase, _, entry in reversed(phrases)
        }
        """By the words of a sign the data entry that they are from."""
        self.again = known.cues["previous"]["again"].word_set
        self.months = frozenset(MONTHS)
        self.told = {name: cue.word_set for name, cue in known.cues["tenses"].items()}
        """By the name of a cue of `cues/tenses.toml` its words."""
        self.visiting = re.compile(rf"\b(?:{any_of(self.told['visit'])})\b")
        self.reporting = known.cues["grading"]["reporting"].word_set
        self.labelled = known.cues["grading"]["labelled"].words
        self.graded = known.cues["grading"]["graded_noun"].word_set
        self.definite = known.cues["grading"]["definite"].word_set
        self.which_one = known.cues["grading"]["which_one"].word_set
        self.needing = known.cues["grading"]["needing"].word_set
        self.many = known.cues["vetoes"]["many_bodies"].word_set
        self.everywhere = known.cues["families"]["everywhere"].word_set
        self.pillars = known.cues["families"]["pillar"].word_set
        self.heard = self.again | known.cues["previous"]["reported"].word_set
        families = known.cues["families"]
        self.earlier = families["earlier"].word_set
        self.visits = families["visit"].word_set
        names = (n for each in known.inspectorates.values() for n in each.called)
        self.inspectorates = _trie(dict.fromkeys(names, WORDS))
        self.occasions = known.cues["inspections"]["occasion"].word_set
        self.to_come = known.cues["inspections"]["to_come"].word_set
        self.verbal = known.cues["grading"]["verbal"].word_set
        self.in_capitals = known.cues["grading"]["in_capitals"].word_set
        self.fillers = known.cues["word_families"]["filler"].word_set
        counted = known.words("grading", "area_noun", "grade_noun", "likewise")
        self.counted = re.compile(rf"\b(?:{any_of(counted)})\b")
        """Found in a text in lower case."""
        recalled = known.words("previous", "then", "pluperfect")
        last, visit = any_of(self.earlier), any_of(self.visits)
        described = rf"(?:{last})(?: [\w'&,-]+){{1,12}} (?:{visit})"
        whole = any_of(known.words("grading", "all_of_it"))
        self.all_of_it = re.compile(
            rf"(?:{whole}) (?:at|in|(?:given |provided )?by) (?:the )?"
        )
        self.recalling = re.compile(
            rf"\b(?:{any_of(recalled)}|{described}|from|(?:19|20)\d\d)\b"
        )
        """Found, in lower case, where an earlier inspection may be spoken of."""
        self.labels = frozenset(_gradings(known, labels=True))
        """Of all scales: other words in marks only describe (‘inconsistent’)."""
        self.misread = frozenset((*_unmeant(known), *_gradings(known)))
        """Words that in a body's name say nothing: "Good Hope Hospital"."""
        self.bodies = frozenset(known.words("grading", "subject"))
        graded = {word for grade in _gradings(known) for word in grade.split()}
        letters = filter(str.isalpha, graded)  # but "its last section 5 inspection"
        self.undescribing = PRONOUNS.union(self.told["period"], letters)
        self.nouns = known.cues["area_names"]["common_nouns"].word_set
        self.predicates = known.cues["area_names"]["predicates"].word_set
        self.firsts = self._firsts({p: kind for p, kind, _ in reversed(phrases)})
        """By first word what may follow; words that begin no phrase join as met."""

    def _firsts(self, phrases: Mapping[str, str]) -> dict[str, _Node]:
        """The first words of phrases, and marks, each with its own sign."""
        firsts = _trie(phrases).next
        for word, node in firsts.items():
            if node.kind is None:
                node.kind = self._of_word(word)
        for mark, kind in PUNCTUATION.items():
            firsts[mark] = _Node(kind=kind)
        return firsts

    def kind_at(self, words: list[str], place: int) -> tuple[int, str]:
        """How many words make the sign here, and its letter: "" where none is kept."""
        node = self.firsts.get(words[place]) or self._met(words[place])
        if not node.next and words[place] not in self.earlier:
            return 1, node.kind or ""
        length, kind = _longest(node, words, place)
        length = length or 1
        last = place + length - 1
        if words[place] in self.earlier and (long := self._described(words, place)):
            return long, THEN
        if length > 1 and words[last] in self.earlier and self._described(words, last):
            return length - 1, ""  # "the" of "the previous full inspection"
        return length, kind

    def entry(self, words: str) -> str | None:
        """The data entry that the words of a sign are from, None if from none."""
        described = words.split()
        between = " ".join((described[0], described[-1])) if described else ""
        return self.entries.get(words) or self.entries.get(between)

    def _described(self, words: list[str], place: int) -> int:
        """How many words say "last inspection" with what describes it between, or 0.

        As in "previous Care Quality Commission visit", "last full unannounced
        inspection", but not "last month's inspection", "last, a report said".
        """
        at = place + 1
        for _ in range(_DESCRIBED):
            at += (described := self._description(words, at))
            if at < len(words) and words[at] in self.visits:
                return at + 1 - place
            if not described:
                return 0
        return 0

    def _description(self, words: list[str], place: int) -> int:
        """How many words describe an inspection here: a name has several; or 0."""
        if place >= len(words):
            return 0
        node = self.inspectorates.next.get(words[place])
        named = node is not None and _longest(node, words, place)[0]
        if named:
            return named
        word = words[place]
        other = word in self.undescribing or word.endswith("'s")
        return int(not other and self.kind_at([word], 0)[1] in _DESCRIBING)

    def _met(self, word: str) -> _Node:
        """A word that begins no phrase, kept with its sign for when it comes again."""
        node = _Node(kind=self._of_word(word))
        if len(self.firsts) < _REMEMBERED and len(word) < _LONGEST:
            self.firsts[word] = node
        return node

    def _of_word(self, word: str) -> str:
        """The sign of a word that is no cue."""
        if word in PUNCTUATION:
            return PUNCTUATION[word]
        if word in QUOTES or word in self.fillers:
            return ""
        if word[0].isdigit():
            return YEAR if _YEAR.match(word) else WORDS
        return WORDS if word[0].isalpha() else ""


def _phrases(known: Knowledge) -> Iterator[tuple[str, str, str]]:
    """All phrases of the cues, each with its sign and its data entry."""
    for (file, name), kind in KINDS.items():
        for phrase in known.cues[file][name].words:
            yield phrase.replace("’", "'"), kind, f"cues/{file}.toml#{name}"


def _unmeant(known: Knowledge) -> tuple[str, ...]:
    return known.words("vetoes", "wish", "condition", "negation", "degree")


def _gradings(known: Knowledge, *, labels: bool = False) -> Iterator[str]:
    """The labels of all scales in lower case, with their wordings unless left out."""
    for framework in known.frameworks.values():
        for grade in framework.scale:
            yield grade.label.lower()
            if not labels:
                yield from (wording.lower() for wording in grade.wordings)


@once
def alphabet(known: Knowledge) -> Alphabet:
    """The cue phrases of this data."""
    return Alphabet(known)
