"""What a batch takes: time for more processes, time to run again, memory."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

CORPUS = Path(__file__).parents[2] / "corpus"
TICK = 0.2
"""Seconds between two looks at the memory."""


class Taken(NamedTuple):
    """What a run took: seconds, and megabytes of the largest worker as it went on."""

    seconds: float
    workers: list[float]


def figures(documents: int) -> Iterator[tuple[str, str, str]]:
    """What was measured, its figure, and its budget."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox = copies(folder / "inbox", documents)
        start = run(copies(folder / "one", 1), folder / "start.db", 1).seconds
        taken = {jobs: run(inbox, folder / f"{jobs}.db", jobs) for jobs in (1, 2, 4)}
        again = run(inbox, folder / "1.db", 1)
    one = taken[1].seconds - start
    for jobs, budget in ((2, 1.8), (4, 3.4)):
        gain = one / (taken[jobs].seconds - start)
        yield f"{jobs} processes against one", f"{gain:.2f} x", f">= {budget} x"
    share = again.seconds / taken[1].seconds
    yield "running again against the first run", f"{share:.1%}", "<= 5 %"
    early, late = halves(taken[1].workers)
    yield "a worker's memory", f"{late:.0f} MB", "<= 250 MB"
    yield "the same, second half against first", f"{late / early - 1:+.1%}", "< 10 %"
    speed = documents / one
    yield f"{documents} documents, one process", f"{speed:.0f} a second", ""


def copies(folder: Path, documents: int) -> Path:
    """A folder of so many articles, each with words of its own."""
    folder.mkdir()
    texts = [path.read_text("utf-8") for path in sorted(CORPUS.glob("*/*.txt"))]
    for number in range(documents):
        text = f"{texts[number % len(texts)]}\n\nOf note {number:x}{number:o}.\n"
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


def run(inbox: Path, target: Path, jobs: int) -> Taken:
    """Run a batch in a process of its own, and watch it."""
    command = [sys.executable, "-m", "pipeline", "run", str(inbox), "--to", str(target)]
    began = time.perf_counter()
    workers: list[float] = []
    with psutil.Popen(
        [*command, "--jobs", str(jobs)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        while process.poll() is None:
            workers += largest(process)
            time.sleep(TICK)
    return Taken(time.perf_counter() - began, workers)


def largest(process: psutil.Process) -> list[float]:
    """Megabytes of the largest child, if there is any."""
    sizes = []
    for child in process.children(recursive=True):
        try:
            sizes.append(child.memory_info().rss / 1e6)
        except psutil.NoSuchProcess:  # it ended while we looked
            continue
    return [max(sizes)] if sizes else []


def halves(sizes: list[float]) -> tuple[float, float]:
    """The largest of the first half and of the second."""
    middle = max(1, len(sizes) // 2)
    return max(sizes[:middle], default=1.0), max(sizes[middle:], default=1.0)
