"""Whether the body that was inspected, or who oversees it, tells the story itself."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.document import BlockType
from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.scene import Scene, Sentence
from pipeline.link.inspections.signals import cues_in
from pipeline.link.inspections.subjects import Subject
from pipeline.words.patterns import any_of

_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_IN_TITLE = frozenset({"own_voice", "release_title"})
_QUOTATION = re.compile(
    r"“[^”]*”|\"[^\"]*\"|‘(?:[^’]|’(?=\w))*’(?!\w)|(?<!\w)'(?:[^']|'(?=\w))*'(?!\w)"
)
_TURN = re.compile(r"(?:[A-Z][\w'’.-]*\s){0,4}[A-Z][\w'’.-]*:\s")
"""How a turn of an interview begins: "Dr Ann Lee: We are sorry"."""
_LINE = 60
"""Up to so many characters it is a byline, a date or a cross-head."""
_ENDS = re.compile(
    r"^(?:[^\w\n]*+(?:ENDS?|Ends)[^\w\n]*|[^\S\n]*+###[^\S\n]*+)$", re.MULTILINE
)
_BYLINE = re.compile(r"^[^\S\n]*+(?:By|BY|Opinion|Comment)\b[ :]+[A-Z]\w", re.MULTILINE)
"""As over a story, or a column that says "we" of a town."""
_OF_OTHERS = re.compile(
    r"\W*(?:(?:By|From)\s+(?:one\s+of\s+)?our\s[^.\n]{1,60}$"
    r"|How\s+(?:good|well)\b[^.\n]{1,80}\?)"
)
"""A byline, "By our health editor", or a question that is an area's name."""
_OWN = re.compile(r"\b[Oo]ur\s+(?:\d+|[a-z]+)\s+(\w+)")
_TWICE = 2
_MARKS = '“”"'
_LABEL = 24
"""Characters in marks that may be a grade, which nobody says; "our staff" is said."""


class _Signs(NamedTuple):
    """The words of `cues/publishers.toml`.

    Attributes:
        official: in the name of a publisher that is no newspaper.
        office: the address of a press office.
        capital: a body as only its own people write of it: "when the College was".
        small: the same as others write.
    """

    official: re.Pattern[str]
    office: re.Pattern[str]
    capital: re.Pattern[str]
    small: re.Pattern[str]


@once
def _signs(known: Knowledge) -> _Signs:
    cues = known.cues["publishers"]
    names = cues["of-its-own"].words
    return _Signs(
        re.compile(rf"\b(?:{any_of(cues['official'].words)})\b"),
        re.compile(
            rf"\b(?:{any_of(cues['press-office'].words)})(?:[._-]?\w+)?@\w",
            re.IGNORECASE,
        ),
        re.compile(rf" the (?<=[a-z,] the )(?:{any_of(names)})\b(?! [A-Z])"),
        re.compile(rf"[Tt](?<!\w.)he (?:{any_of(map(str.lower, names))})\b"),
    )


def is_published_by_one(scene: Scene, subjects: Sequence[Subject]) -> bool:
    """Whether a body that it is about, or who oversees it, surely publishes it."""
    return _published_by_one(scene, subjects) or _furnished(scene)


def release_rule(scene: Scene, subjects: Sequence[Subject], title: str) -> str | None:
    """The rule by which it is one: its publisher, its furniture, its way to speak."""
    if _published_by_one(scene, subjects):
        return "releases.published_by_one"
    authors = scene.reading.document.meta.authors
    if any(title.startswith(f"{author}:") for author in authors):
        return None  # a column: "Ann Reed: Our school is more than two words"
    if _furnished(scene):
        return "releases.furnished"
    if _announced(scene, title):
        return "releases.announced"
    return "releases.in_own_voice" if _in_own_voice(scene) else None


def _published_by_one(scene: Scene, subjects: Sequence[Subject]) -> bool:
    """Whether an inspectorate, or who was inspected, is the publisher."""
    publisher = scene.reading.document.meta.publisher
    if not publisher:
        return False
    return bool(_signs(scene.reading.knowledge).official.search(publisher)) or _is_a(
        publisher, subjects, scene
    )


def _furnished(scene: Scene) -> bool:
    """Whether it has what only a release has: notes to editors, an ENDS, an office."""
    text = scene.text
    aired = len(scene.signals.places.get("broadcast", ())) >= _TWICE
    office = _signs(scene.reading.knowledge).office
    marked = (not aired and _ENDS.search(text)) or ("@" in text and office.search(text))
    return bool(marked or scene.signals.places.get("release"))


def _announced(scene: Scene, title: str) -> bool:
    """Whether its first sentence or its title, quotations apart, is a body's own."""
    lead = next((s for s in scene.sentences if s.end - s.start > _LINE), None)
    if lead and scene.signals.has("release_lead", *lead[:2]):
        return True
    cues = cues_in(scene.reading.knowledge, _QUOTATION.sub(" ", title))
    return not _IN_TITLE.isdisjoint(cues)


def _in_own_voice(scene: Scene) -> bool:
    """Whether it narrates as "we", or writes of itself with a capital."""
    quoted = _Quoted(scene)
    voices = [_voice(scene, sentence, quoted) for sentence in scene.sentences]
    if "own" in voices or _capitals(scene, quoted):
        return True
    return voices.count("we") > 1 and not _BYLINE.search(scene.text)


def _is_a(publisher: str, subjects: Sequence[Subject], scene: Scene) -> bool:
    """Whether a publisher has the name of a body that the story is about."""
    names = {
        scene.text[mention.start : mention.end].lower()
        for subject in subjects
        for mention in subject.mentions
    }
    return any(" " in name and name in publisher.lower() for name in names)


class _Quoted(dict[int, bool]):
    """By block, whether anybody is quoted in it; found once for all its sentences."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.scene = scene

    def __missing__(self, index: int) -> bool:
        block = self.scene.reading.document.blocks[index]
        words = self.scene.text[block.start : block.end]
        quotes = self.scene.reading.inside("quotes", block.extent)
        labels = all(
            quote.end - quote.start <= _LABEL
            and not _WE.search(self.scene.text, quote.start, quote.end)
            for quote in quotes
        )
        marks = sum(map(words.count, _MARKS))
        in_marks = sum(quote.label == "double" for quote in quotes)
        self[index] = (
            _TURN.match(words) is not None or not labels or marks > 2 * in_marks
        )
        return self[index]


def _capitals(scene: Scene, quoted: _Quoted) -> bool:
    """Whether the narration writes of "the Service", and not of "the service"."""
    signs = _signs(scene.reading.knowledge)
    if len(signs.capital.findall(scene.text)) < _TWICE:
        return False
    capital = small = 0
    for words in _narration(scene, quoted):
        capital += len(signs.capital.findall(words))
        small += len(signs.small.findall(words))
    return capital >= _TWICE and capital >= small


def _narration(scene: Scene, quoted: _Quoted) -> Iterator[str]:
    """The sentences of paragraphs in which nobody is quoted."""
    for sentence in scene.sentences:
        if not quoted[sentence.block]:
            yield scene.text[sentence.start : sentence.end]


def _voice(scene: Scene, sentence: Sentence, quoted: _Quoted) -> str | None:
    """Whether the narration, outside any quotation, speaks as "we".

    Returns:
        `own` where it is surely the inspected body's, `we` where it may be.
    """
    block = scene.reading.document.blocks[sentence.block]
    words = scene.text[sentence.start : sentence.end]
    if block.type is BlockType.QUOTE or not _WE.search(words):
        return None
    if _OF_OTHERS.match(words):
        return None
    if quoted[sentence.block] or scene.signals.has("site_voice", *sentence[:2]):
        return None
    spoken = _OWN.search(words)
    own = scene.reading.knowledge.cues["documents"]["own_words"].words
    sure = scene.signals.has("own_voice", *sentence[:2])
    return "own" if sure or (spoken and spoken[1] in own) else "we"
