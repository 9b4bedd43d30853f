"""How wordings are compared: areas by the stems of their words, grades by their words.

An area's wording becomes its *key*, the stems of its content words in order, so that
"how well it responds to the public" and "its response to the public" are one key:
`respond public`. Frameworks are asked late what a key means to them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.knowledge import Framework, Knowledge, once

JOINED = frozenset({"and", "&", ",", "/", "+"})
"""What may join two parts of one label: "strategic planning, organisational ..."."""
NUMBERED = re.compile(r"^(?:QI \d\.\d|Key question \d:)\s*", re.IGNORECASE)
"""Numbers before a label, which nobody writes out."""
LEADING = frozenset({"well", "good"})
"""After "how" at the start of a wording these say nothing of their own."""
WORD = re.compile(r"[^\W_]+(?:[’'\-‑][^\W_]+)*|[&,/+]")

_ENDINGS = (
    ("ies", "y"), ("ations", ""), ("ation", ""), ("ating", ""), ("ates", ""),
    ("ated", ""), ("ate", ""), ("ements", ""), ("ement", ""), ("ments", ""),
    ("ment", ""), ("ions", ""), ("ion", ""), ("ings", ""), ("ing", ""), ("ed", ""),
    ("ness", ""), ("ers", "er"), ("es", ""), ("s", ""), ("ly", ""), ("e", ""),
)  # fmt: skip
"""Endings and what stands for them, the longest first."""
_BY_LAST_LETTER = {
    letter: [pair for pair in _ENDINGS if pair[0][-1] == letter]
    for letter in {ending[-1] for ending, _ in _ENDINGS}
}
REVERSIBLE = 2
"""Stems of a label that also stands the other way round: "crime recording"."""
GERUND = re.compile(r"\w+ing\b", re.IGNORECASE)
_SHORTEST = 4
_VOWELS = "aeiouy"


@dataclass(slots=True)
class Node:
    """A place in the trie of area keys.

    Attributes:
        next: by the stem of the next content word.
        joinable: stems before which "and" or a comma may stand, as in some label.
        key: set where a wording ends.
    """

    next: dict[str, "Node"] = field(default_factory=dict)
    joinable: set[str] = field(default_factory=set)
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the frameworks call their areas and grades.

    Attributes:
        root: the trie of all keys.
        alphabet: every stem that occurs in a key.
        areas: by framework slug and key, the areas it may mean there; more than one
            where a framework grades the same name in two domains.
        grades: by framework slug and wording in lower case, the grade.
        fillers: words that may stand between the words of an area.
        families: word to stem, where endings do not tell.
    """

    root: Node
    alphabet: frozenset[str]
    areas: Mapping[str, Mapping[str, tuple[str, ...]]]
    grades: Mapping[str, Mapping[str, str]]
    fillers: frozenset[str]
    families: Mapping[str, str]


def stem(word: str, families: Mapping[str, str]) -> str:
    """The stem of a word in lower case: by family, else by its ending."""
    if "'" in word or "’" in word:
        for suffix in ("'s", "’s", "'", "’"):
            word = word.removesuffix(suffix)
    known = families.get(word)
    if known is not None:
        return known
    for ending, instead in _BY_LAST_LETTER.get(word[-1:], ()):
        if (
            word.endswith(ending)
            and len(word) - len(ending) + len(instead) >= _SHORTEST
        ):
            if ending == "s" and word.endswith(("ss", "us", "is")):
                return word
            word = word[: len(word) - len(ending)] + instead
            break
    if (
        len(word) > _SHORTEST
        and word[-1] == word[-2]
        and word[-1] not in "lsz" + _VOWELS
    ):
        word = word[:-1]
    return word


def key_of(wording: str, families: Mapping[str, str], fillers: frozenset[str]) -> str:
    """The key of an area's wording; empty where it has no content word."""
    return " ".join(stem for stem, _ in _content(wording, families, fillers))


def _content(
    wording: str, families: Mapping[str, str], fillers: frozenset[str]
) -> list[tuple[str, bool]]:
    """The content stems of a wording, each with whether "and" stands before it."""
    wording = NUMBERED.sub("", wording)
    words = WORD.findall(wording.lower().replace("‑", "-").replace("’", "'"))
    if len(words) > 1 and words[0] == "how" and words[1] in LEADING:
        words = words[2:] if "led" not in words else words[1:]
    content: list[tuple[str, bool]] = []
    joined = False
    for word in words:
        if word in JOINED:
            joined = bool(content)
            continue
        if word in fillers:
            continue
        for part in parts(word, families):
            if part not in fillers:
                content.append((part, joined))
                joined = False
    return content


def parts(word: str, families: Mapping[str, str]) -> list[str]:
    """The stems of a word: one, or several where a hyphen joins them."""
    known = families.get(word)
    if known is None and "-" in word:
        return [one for part in word.split("-") for one in parts(part, families)]
    return (known if known is not None else stem(word, families)).split()


@once
def lexicon(known: Knowledge) -> Lexicon:
    """The wordings of all frameworks."""
    cues = known.cues["word_families"]
    fillers = frozenset(cues["filler"].words)
    families = {
        word: name.replace("_", " ")
        for name, cue in cues.items()
        if name != "filler"
        for word in cue.words
    }
    root = Node()
    areas: dict[str, dict[str, tuple[str, ...]]] = {}
    grades: dict[str, dict[str, str]] = {}
    for framework in known.frameworks.values():
        keys: dict[str, tuple[str, ...]] = {}
        for area in framework.areas:
            for wording in area.all_wordings:
                for key in _plant(root, wording, families, fillers):
                    if area.slug not in keys.get(key, ()):
                        keys[key] = (*keys.get(key, ()), area.slug)
        areas[framework.slug] = keys
        grades[framework.slug] = _grades(framework)
    alphabet = frozenset(
        part for keys in areas.values() for key in keys for part in key.split()
    )
    return Lexicon(root, alphabet, areas, grades, fillers, families)


def _plant(
    root: Node, wording: str, families: Mapping[str, str], fillers: frozenset[str]
) -> Iterator[str]:
    """Add a wording to the trie; its keys, also the other way round where it can be."""
    content = _content(wording, families, fillers)
    if content:
        yield _path(root, content)
    if len(content) == REVERSIBLE and not content[1][1] and GERUND.match(wording):
        yield _path(root, [(content[1][0], False), (content[0][0], False)])


def _path(root: Node, content: list[tuple[str, bool]]) -> str:
    node = root
    for part, joined in content:
        if joined:
            node.joinable.add(part)
        node = node.next.setdefault(part, Node())
    node.key = " ".join(part for part, _ in content)
    return node.key


def _grades(framework: Framework) -> dict[str, str]:
    """Wordings in lower case to grade; a bare digit is not one."""
    return {
        wording.lower(): grade.slug
        for grade in framework.scale
        for wording in (grade.label, *grade.wordings)
        if not wording.isdigit()
    }
