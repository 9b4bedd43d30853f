"""What starting takes: by the clock, in processes of their own, the fastest of some."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ARTICLE = Path(__file__).parents[2] / "corpus/gwent/gwent.txt"
ROUNDS = 10
_IMPORT = """
import sys, time
begun = time.perf_counter()
import pipeline
print(time.perf_counter() - begun)
if "spacy" in sys.modules:
    sys.exit("spaCy is imported")
"""
"""Prints the seconds of the import alone, without those that Python needs to start."""
_SPACY = 'import spacy; spacy.blank("en")("An article.")'


def figures() -> Iterator[tuple[str, str, str]]:
    """What was measured, its figure, and its budget."""
    for argument in ("--version", "--help"):
        seconds = lasting("-m", "pipeline", argument)
        yield f"gradewright {argument}", f"{seconds:.2f} s", "<= 0.3 s"
    seconds = min(float(printed("-c", _IMPORT)) for _ in range(ROUNDS))
    yield "import pipeline", f"{seconds * 1000:.0f} ms", "<= 60 ms"
    article = lasting("-m", "pipeline", "extract", str(ARTICLE))
    yield "one article from a cold start", f"{article:.2f} s", "<= 1.5 s"
    ratio = article / lasting("-c", _SPACY)
    yield "the same, in cold starts of blank spaCy", f"{ratio:.2f} x", ""


def lasting(*arguments: str) -> float:
    """Seconds until Python is back, the fastest of a few times."""

    def once() -> float:
        begun = time.perf_counter()
        printed(*arguments)
        return time.perf_counter() - begun

    return min(once() for _ in range(ROUNDS))


def printed(*arguments: str) -> str:
    """What Python prints."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
