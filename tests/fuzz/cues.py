"""Articles with words of the data in them, written as people write them."""

from pipeline import knowledge

WRITINGS = {
    "as listed": str,
    "capitals": str.upper,
    "a first capital": str.capitalize,
    "a hyphen that breaks no line": lambda words: words.replace("-", "‑"),
    "a space for a hyphen": lambda words: words.replace("-", " "),
    "a line's end for a hyphen": lambda words: words.replace("-", "\n"),
    "a curly apostrophe": lambda words: words.replace("'", "’"),
    "a line's end between": lambda words: words.replace(" ", "\n"),
    "a space that breaks no line": lambda words: words.replace(" ", "\u00a0"),
    "two spaces and a long s": lambda words: words.replace(" ", "  ").replace("s", "ſ"),
    "an i without its dot": lambda words: words.replace("i", "ı"),
    "several": lambda words: f"{words}s",
}
"""How data's words may stand in a text: other marks, white space, lines and cases."""

FRAMES = (
    (
        "Mill House care home was rated {} by the CQC. {}, {} Ann Vale, who {} the"
        " home, said: “We {} it.” {} it was {} good for {}.\n"
    ),
    (
        "Saltby Police {} adequate.\n\n{}\n\nChief Constable Ann Vale, {}, said: “No.”"
        '\n\nOf nine areas {} good {}. Bob Reed, who {}, said: "Yes," {}.\n\n{}:\n\n'
    ),
    (
        "Fernlea, one of its {} in Saltby, was good. {} {}.\nInspectors {} {} {} at"
        " Saltby Hospital. Surgery was good, maternity {}.\n"
    ),
)
"""What the words stand in."""

_INDEX = 2
"""Bytes that choose a word; one more chooses how it is written."""


def _words():
    cues = knowledge.load().cues
    return sorted({w for file in cues.values() for c in file.values() for w in c.words})


WORDS = _words()
_WAYS = tuple(WRITINGS.values())


def worded_by(data):
    """An article: a byte chooses the frame, three each word in it."""
    pieces = FRAMES[data[0] % len(FRAMES)].split("{}") if data else [""]
    text = pieces[0]
    for at, piece in enumerate(pieces[1:]):
        begun = 1 + at * (_INDEX + 1)
        chosen = data[begun : begun + _INDEX + 1]
        word = WORDS[int.from_bytes(chosen[:_INDEX]) % len(WORDS)]
        text += _WAYS[sum(chosen[_INDEX:]) % len(_WAYS)](word) + piece
    return text.encode()
