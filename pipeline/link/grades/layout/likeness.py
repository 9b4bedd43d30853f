"""Labels that are nearly an area's name: shortened, or mistyped."""

from rapidfuzz.distance.Indel import normalized_similarity as ratio

from pipeline.link.page.dialect import Dialect
from pipeline.wordings import Lexicon, key_of

ALIKE = 2 / 3
"""So many of its words a line shares with the area that it means."""
MISTYPED = 0.8
"""So alike are a word and what it was meant to be."""
FEWEST = 2
"""Words of a line that mean an area: one says little."""


def nearest_area(words: str, dialect: Dialect, lexicon: Lexicon) -> str | None:
    """Key of the one area whose wording shares most words with a line.

    Labels are shortened and mistyped in lists; a line that shares two thirds of
    its words with one area, and fewer with any other, means that one.
    """
    written = key_of(words, lexicon.families, lexicon.fillers).split()
    said = set(written)
    if len(written) < FEWEST:
        return None
    scores: dict[tuple[str, ...], tuple[float, str]] = {}
    for key, slugs in dialect.areas.items():
        meant = set(key.split())
        if not said.isdisjoint(meant):
            score = _shared(said, meant)
            scores[slugs] = max(scores.get(slugs, (0.0, "")), (score, key))
    if not scores:
        return None
    best, *rest = sorted(scores.values(), reverse=True)
    clear = not rest or best[0] > rest[0][0]
    return best[1] if best[0] >= ALIKE and clear else None


def _shared(words: set[str], others: set[str]) -> float:
    """How much of the longer of two wordings the other shares, from 0 to 1."""
    most = max(len(words), len(others))
    left, missing = words - others, others - words
    same = len(words) - len(left)
    if (same + len(left)) / most < ALIKE or (same + len(missing)) / most < ALIKE:
        return same / most
    same += sum(any(ratio(word, o) >= MISTYPED for o in missing) for word in left)
    return same / most
