"""How reading time grows with length: what grows faster than n^1.3 has a square in it.

python -m tests.benchmarks.growth [--characters N] [--every] [--only WORDS]

One document over and over, ever more different documents in one, and lists, tables,
quotes and names of n, 2n, 4n; each with its time at the longest and its exponent.
"""

import argparse
import gc
import math
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

import pipeline
from pipeline.errors import ReadError

CORPUS = Path(__file__).parents[2] / "corpus"
TOO_FAST = 1.3
"""Exponent from which on time is said to grow too fast."""
SHORTEST = 0.02
"""Seconds; what takes less says nothing of growth."""
LENGTHS = (4, 2, 1)
"""What the characters are divided by: the lengths that are compared."""
_PAGE = '<html><link rel="canonical" href="https://echo.example/a"><article>'
"""A page with an address, so that all its evidence gets links."""
_HEAD = "HMICFRS inspected Norwick Police and graded it in nine areas.\n\n"


class Growth(NamedTuple):
    """What was measured of a shape.

    Attributes:
        exponent: of the length that time grows with, from the first to the last.
        seconds: of CPU for the longest text.
    """

    shape: str
    characters: int
    exponent: float
    seconds: float


def words() -> Iterator[str]:
    """Capitalised words that are all different: Zaaa, Zaab, ..."""
    return (f"Z{''.join(letters)}" for letters in product(ascii_lowercase, repeat=4))


def _named(pattern: str, head: str = _HEAD) -> Callable[[int], str]:
    """Texts of a unit, each with names of its own."""

    def text(characters: int) -> str:
        units = characters // len(pattern) + 1
        names = words()
        return head + "".join(
            pattern.format(*islice(names, pattern.count("{}"))) for _ in range(units)
        )

    return text


def _same(unit: str) -> Callable[[int], str]:
    """Texts of one unit over and over."""
    return lambda characters: _HEAD + unit * (characters // len(unit) + 1)


_SENTENCE = "It was good at preventing crime, up from adequate in 2018."
SHAPES: Mapping[str, Callable[[int], str]] = {
    "sentences with a grade": _same(f"{_SENTENCE}\n\n"),
    "one paragraph of grades": _same(f"{_SENTENCE} "),
    "one sentence of grades": _same("good at preventing crime, "),
    "a list": _same("- Preventing crime: good\n"),
    "a list in paragraphs": _same("Preventing crime - good\n\n"),
    "items and headings": _same("Good\n\nPreventing crime\n\nManaging offenders\n\n"),
    "a table": _same("Preventing crime\tGood\tAdequate\n"),
    "areas unheard of": _named("{} {}: good\n"),
    "quotes": _same("“We will do better,” said Chief Constable Ann Reyes.\n\n"),
    "quotes of many": _named("“We will do better,” said {} {}, the head.\n\n"),
    "one paragraph of quotes": _named("“We will do better,” said {} {}. "),
    "quotes of nobody": _named(
        "“We {},” said {} {}.\n\nIt rained there.\n\n“It leaked on {}.”\n\nIt fell.\n\n"
    ),
    "quotes of a web page": lambda characters: (
        _PAGE + _named("<p>“We will {},” said {} {}, the head of it.</p>")(characters)
    ),
    "pronouns": _named("“We will do,” she said. {} {} told us he was glad.\n\n"),
    "quotes of ourselves": _same("We are sorry. “We will do,” said the chief.\n\n"),
    "quotes never closed": _same("“We will do better, said Ann Reyes.\n\n"),
    "single marks": _same("‘We’ll do’, said Ann Reyes of the force’s ‘good’ work.\n\n"),
    "names": _named("{} {} spoke. "),
    "names without a stop": _named("{} {} "),
    "one name": _same("Ann Reyes spoke. "),
    "many bodies": _named("{}by Primary School was rated good by Ofsted.\n\n"),
    "many inspections": _named(
        "{}by Primary School was rated good by Ofsted. Its leadership was good.\n\n",
        "Ofsted has published its reports.\n\n",
    ),
    "many bodies and areas": _named("{}by School is good for quality of education. "),
    "a row of bodies": _named("{}by Primary School (good); "),
    "many forces": _same("Norwick Police and Selwick Police said they were well. "),
    "a place and its bodies": _named("Aston jail is in {}. HMP Aston is good.\n\n"),
    "sentences without anything": _named("then {} went on and on with it.\n\n"),
    "headings": _named("What {} does\n\nIt does as it did.\n\n"),
    "counts": _same("It was good in two areas and adequate in three areas.\n\n"),
    "dates": _same("It was inspected on 12 May 2023. "),
    "earlier inspections": _same("In 2019 it was rated poor; it is good now.\n\n"),
    "asides": _same("(the force, which was good) "),
    "one surname": _named("{} Reed spoke. Mr Reed said so.\n\n"),
    "one first name": _named("Ann {} spoke. Ann said so.\n\n"),
    "offices": _named("“We do,” said {} {}, head of {}.\n\nThe head said no.\n\n"),
    "quotes of other words": _named("“We will {} and {} the {} here,” she said.\n\n"),
    "indirect quotes": _named("{} {} said that the {} was good.\n\n"),
    "described bodies": _named("The {} jail was good. HMP {} was not.\n\n"),
    "places and forces": _named(
        "In {}, the force was rated good. In {} it was not.\n\n"
    ),
    "rows of bodies": lambda characters: (
        _HEAD + "Force\tLeadership\n" + _named("{}\tGood\n")(characters)
    ),
    "sections": _same("What is good?\n\nPreventing crime\n\nManaging offenders\n\n"),
    "pillars": _same("The effectiveness report rated it good for efficiency.\n\n"),
    "blank lines": _same("\n"),
    "blanks": _same(" "),
    "brackets": _same("("),
    "titles": _same("Mr "),
    "words before an office": _same("Police "),
    "marks never closed": _same("“I "),
    "marks in marks": _same("“‘"),
    "straight marks in marks": _same("\"'"),
    "sentences in marks in marks": _same("“We will. ‘We do. "),
    "single capitals": _same("A "),
    "lists of links": _named("{} {}\n{}\n\n"),
    "one line": _same("the quick force was good at this and "),
}


def documents() -> Iterator[tuple[str, str]]:
    """The names and texts of the corpus's documents."""
    for path in sorted(CORPUS.glob("*/*.*")):
        if path.suffix in {".txt", ".html"}:
            yield path.parent.name, pipeline.process(path).document.text


def _joined(texts: list[str]) -> Callable[[int], str]:
    """As many different documents as are needed, and again from the first one."""

    def text(characters: int) -> str:
        whole = "\n\n".join(texts)
        return "\n\n".join([whole] * (characters // len(whole) + 1))[:characters]

    return text


def growths(
    shapes: Mapping[str, Callable[[int], str]], characters: int
) -> Iterator[Growth]:
    """What was measured of each shape, the longest text of so many characters."""
    for shape, text in shapes.items():
        first, *_, last = (
            _seconds(text(characters // part)[: characters // part]) for part in LENGTHS
        )
        exponent = math.log(last / first, LENGTHS[0]) if last > SHORTEST else 0.0
        yield Growth(shape, characters, exponent, last)


def _seconds(text: str) -> float:
    """Seconds of CPU that a text takes, the better of two where it takes few."""
    taken: list[float] = []
    while not taken or (len(taken) < 2 and taken[0] < 1):
        gc.collect()
        start = time.process_time()
        try:
            pipeline.process(text.encode())
        except ReadError as error:
            print(error)  # noqa: T201
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print what grows too fast; with `--every` all that was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=80_000)
    parser.add_argument("--every", action="store_true")
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    read = dict(documents())
    texts = list(read.values())
    shapes = {
        **SHAPES,
        "different documents": _joined(texts),
        "different documents, from the middle": _joined(texts[len(texts) // 2 :]),
        **{f"{name}, repeated": _joined([text]) for name, text in read.items()},
    }
    shapes = {name: text for name, text in shapes.items() if given.only in name}
    for growth in growths(shapes, given.characters):
        if given.every or growth.exponent > TOO_FAST:
            print(  # noqa: T201
                f"{growth.shape:<50} {growth.characters:>9,} characters"
                f"   n^{growth.exponent:4.2f}   {growth.seconds:8.2f} s",
                flush=True,
            )


if __name__ == "__main__":
    main()
