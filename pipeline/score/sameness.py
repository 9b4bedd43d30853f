"""When two wordings are the same to a scorer: marks, case and spacing aside."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.records import SpeakerRecord
from pipeline.score.gold import GoldSpeaker

_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‑": "-"})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SMALL = frozenset(
    ["the", "of", "for", "and", "in", "a", "an", "at", "to", "on", "his", "her", "its"]
)


def plain(text: str | None) -> str:
    """Lower case, plain marks, no accents, `&` spelt out, white space folded."""
    folded = unicodedata.normalize("NFKD", text or "").casefold().translate(_MARKS)
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(bare.replace("&", " and ").split())


def words(text: str | None) -> list[str]:
    """The words of a text; marks and punctuation do not matter."""
    return _WORD.findall(plain(text))


def label(text: str | None) -> str:
    """A body's name or an area's label or slug, ready to compare."""
    spaced = plain(text).replace("_", " ").replace("-", " ").replace("'", "")
    found = _WORD.findall(spaced)
    bare = found[1:] if found[:1] in (["the"], ["its"], ["their"]) else found
    return " ".join(bare).replace("anti social", "antisocial")


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Dice coefficient of two word lists as multisets, 0 to 1."""
    if not one or not other:
        return 0.0
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared / (len(one) + len(other))


def same_name(gold: GoldSpeaker, name: str | None) -> bool:
    """Whether a name is the gold's or another form that is as good; or both lack."""
    names = [gold.name, *gold.name_also]
    return _name(name) in [_name(accepted) for accepted in names]


def same_role(gold: str | None, role: str | None) -> bool:
    """Whether one wording of a role contains the other, or they share half."""
    return _fits(_content(gold), _content(role))


def same_speaker(
    gold: GoldSpeaker, speaker: SpeakerRecord | None, aliases: Iterable[frozenset[str]]
) -> bool:
    """Whether the quote is given to the right voice.

    A named speaker is told by the name alone; an unnamed one by no name and a fitting
    role or organisation; where the text does not say, nothing may be claimed.

    Args:
        gold: who speaks.
        speaker: who is said to.
        aliases: for each body the labels that all name it.
    """
    if gold.name:
        return speaker is not None and same_name(gold, speaker.name)
    if speaker is None:
        return gold.role is None and gold.organisation is None
    if speaker.name:
        return False
    if gold.role is None and gold.organisation is None:
        return speaker.role is None and speaker.organisation is None
    return same_role(gold.role, speaker.role) or same_organisation(
        gold.organisation, speaker.organisation, aliases
    )


def same_organisation(
    gold: str | None, organisation: str | None, aliases: Iterable[frozenset[str]]
) -> bool:
    """Whether two names are one organisation's: one holds the other, or aliases."""
    if not gold or not organisation:
        return False
    pair = {label(gold), label(organisation)}
    if any(pair <= known for known in aliases):
        return True
    one, other = _content(gold), _content(organisation)
    return bool(one and other) and (one <= other or other <= one)


def _name(name: str | None) -> str:
    return plain(name).replace("-", " ").replace("'", "").replace(".", "")


def _content(text: str | None) -> frozenset[str]:
    """The words that carry a role or a name, in the singular."""
    found = _WORD.findall(plain(text).replace("-", " ").replace("'s", ""))
    return frozenset(re.sub(r"(?<=\w{3})s$", "", w) for w in found if w not in _SMALL)


def _fits(gold: frozenset[str], said: frozenset[str]) -> bool:
    if not gold or not said:
        return False
    shared = gold & said
    return shared in (gold, said) or 2 * len(shared) >= len(gold | said)
