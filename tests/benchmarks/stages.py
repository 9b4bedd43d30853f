"""What a document takes, in what somebody else takes for a part of the work."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import spacy
import trafilatura

import pipeline
from pipeline import knowledge
from pipeline.mentions import components, tokens
from pipeline.readers import read_bytes

CORPUS = Path(__file__).parents[2] / "corpus"
ROUNDS = 10


class Ratio(NamedTuple):
    """Seconds of ours, and of the yardstick, for the same documents."""

    ours: float
    theirs: float

    def __str__(self) -> str:
        """Ours, counted in theirs."""
        return f"{self.ours / self.theirs:.2f} x"


def figures() -> Iterator[tuple[str, str, str]]:
    """What was measured, its figure, and its budget."""
    yield "an article, in tokenisations", f"{articles()}", "<= 4 x"
    yield "reading a page, in trafilatura's time", f"{pages()}", "<= 1.3 x"
    yield "reading a report, in PDFium's time", f"{reports()}", "<= 2.5 x"
    for argument in ("--version", "--help"):
        yield f"gradewright {argument}", f"{start(argument):.2f} s", "<= 0.3 s"


def articles() -> Ratio:
    """Plain text, bytes to record, and spaCy tokenising it; its words new to both.

    A tokenizer that has seen a text before only looks its pieces up.
    """
    sources = bytes_of("*.txt")
    texts = [source.decode() for source in sources]
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


def pages() -> Ratio:
    """HTML, bytes to blocks, and trafilatura's extraction."""
    sources = bytes_of("*.html")
    return ratio(
        lambda: [read_bytes(source, "") for source in sources],
        lambda: [trafilatura.extract(source) for source in sources],
    )


def reports() -> Ratio:
    """PDF, bytes to blocks, and PDFium's text of each page."""
    sources = bytes_of("*.pdf")
    return ratio(
        lambda: [read_bytes(source, "") for source in sources],
        lambda: [bare(source) for source in sources],
    )


def bare(source: bytes) -> list[str]:
    """The text of a PDF's pages, and nothing else."""
    pdf = pypdfium2.PdfDocument(source)
    try:
        return [page.get_textpage().get_text_bounded() for page in pdf]
    finally:
        pdf.close()


def bytes_of(pattern: str) -> list[bytes]:
    """The corpus's documents of one kind."""
    return [path.read_bytes() for path in sorted(CORPUS.glob(f"*/{pattern}"))]


def ratio(ours: Callable[[], object], theirs: Callable[[], object]) -> Ratio:
    """Both by turns, each warm, and of each the fastest round."""
    rounds = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS + 1)][1:]
    return Ratio(*map(min, zip(*rounds, strict=True)))


def seconds(call: Callable[[], object]) -> float:
    """Seconds of this process for a call."""
    begun = time.process_time()
    call()
    return time.process_time() - begun


def start(argument: str) -> float:
    """Seconds until the command is back, the fastest of a few times."""
    command = [sys.executable, "-m", "pipeline", argument]

    def once() -> float:
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun

    return min(once() for _ in range(ROUNDS))
