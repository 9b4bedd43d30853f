"""What a document takes, in what somebody else takes for a part of the work."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pypdfium2
import spacy
import trafilatura

import pipeline
from pipeline import knowledge
from pipeline.errors import ReadError
from pipeline.mentions import components, tokens
from pipeline.readers import read_bytes

ROUNDS = 10
FEW_ROUNDS = 2
"""Where one takes seconds."""


class Ratio(NamedTuple):
    """Seconds of ours, and of the yardstick, for the same documents."""

    ours: float
    theirs: float

    def __str__(self) -> str:
        """Ours, counted in theirs."""
        return f"{self.ours / self.theirs:.2f} x"


def figures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """What was measured of a folder's documents, its figure, and its budget."""
    if texts := documents(folder, "*.txt"):
        yield "an article, in tokenisations", f"{articles(texts)}", "<= 4 x"
    if pages := documents(folder, "*.html"):
        alone = extracted, pages
        yield "reading a page, in trafilatura's time", f"{reading(*alone)}", "<= 1.3 x"
        yield "all of a page, in trafilatura's time", f"{all_of(*alone)}", ""
    if reports := documents(folder, "*.pdf"):
        alone = bare, reports
        yield "reading a report, in PDFium's time", f"{reading(*alone)}", "<= 2.5 x"
        yield "all of a report, in PDFium's time", f"{all_of(*alone)}", ""
        few = reading(plumbed, reports, FEW_ROUNDS)
        yield "reading a report, in pdfplumber's time", f"{few}", ""


def documents(folder: Path, pattern: str) -> list[bytes]:
    """A folder's documents of one kind that can be read."""
    found = [path.read_bytes() for path in sorted(folder.rglob(pattern))]
    return [source for source in found if is_readable(source)]


def is_readable(source: bytes) -> bool:
    """Whether it is a document at all."""
    with suppress(ReadError):
        return bool(read_bytes(source, ""))
    return False


def articles(sources: Iterable[bytes]) -> Ratio:
    """Plain text, bytes to record, and spaCy tokenising it; its words new to both.

    A tokenizer that has seen a text before only looks its pieces up.
    """
    texts = [source.decode(errors="replace") for source in sources]
    rounds = []
    for _ in range(ROUNDS):
        nlp = spacy.blank("en")
        tokens.tokenizer.cache_clear()
        components.cache_clear()
        components(knowledge.load())
        ours = seconds(lambda: [pipeline.process(source) for source in sources])
        theirs = seconds(lambda nlp=nlp: [nlp.make_doc(text) for text in texts])
        rounds.append((ours, theirs))
    return Ratio(*map(min, zip(*rounds[1:], strict=True)))


def reading(
    alone: Callable[[bytes], object], sources: Iterable[bytes], rounds: int = ROUNDS
) -> Ratio:
    """Bytes to blocks, and what somebody else makes of them alone."""
    return ratio(lambda source: read_bytes(source, ""), alone, sources, rounds)


def all_of(alone: Callable[[bytes], object], sources: Iterable[bytes]) -> Ratio:
    """Bytes to record, and what somebody else makes of them alone."""
    return ratio(pipeline.process, alone, sources, ROUNDS)


def extracted(source: bytes) -> str | None:
    """The text of a page by trafilatura."""
    return trafilatura.extract(source)


def bare(source: bytes) -> list[str]:
    """The text of a PDF's pages by PDFium, and nothing else."""
    pdf = pypdfium2.PdfDocument(source)
    try:
        return [page.get_textpage().get_text_bounded() for page in pdf]
    finally:
        pdf.close()


def plumbed(source: bytes) -> list[str]:
    """The text of a PDF's pages by pdfplumber."""
    with pdfplumber.open(BytesIO(source)) as pdf:
        return [page.extract_text() for page in pdf.pages]


def ratio(
    ours: Callable[[bytes], object],
    theirs: Callable[[bytes], object],
    sources: Iterable[bytes],
    rounds: int,
) -> Ratio:
    """Both by turns, each warm, and of each the fastest round."""
    taken = [
        tuple(seconds(lambda f=f: [f(s) for s in sources]) for f in (ours, theirs))
        for _ in range(rounds + 1)
    ]
    return Ratio(*map(min, zip(*taken[1:], strict=True)))


def seconds(call: Callable[[], object]) -> float:
    """Seconds of this process for a call."""
    begun = time.process_time()
    call()
    return time.process_time() - begun
