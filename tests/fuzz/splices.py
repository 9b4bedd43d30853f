"""Articles and pages of the corpus, cut into pieces and put together anew."""

from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"
SIZES = {".txt": 40, ".html": 64}
"""The longest piece by the kind of its document, in steps of as many bytes."""


def spliced(data):
    """Pieces one after another: of which document, from where, how much.

    The first byte tells whether they are of articles or of pages.
    """
    kind = ".html" if data[:1] > b"\x7f" else ".txt"
    sources, step = _SOURCES[kind], SIZES[kind] // 8
    pieces = []
    for which, place, length in zip(data[1::3], data[2::3], data[3::3], strict=False):
        source = sources[which % len(sources)]
        start = place * len(source) // 256
        pieces.append(source[start : start + length * step])
    return b"".join(pieces)


_SOURCES = {
    kind: [path.read_bytes() for path in sorted(CORPUS.glob(f"*/*{kind}"))[:256]]
    for kind in SIZES
}
