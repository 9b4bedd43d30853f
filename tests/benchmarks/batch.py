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
TICK = 0.05
"""Seconds between two looks at the memory."""


class Taken(NamedTuple):
    """What a run took.

    Attributes:
        seconds: by the clock.
        parent: seconds of the processor for the process that reads names and writes.
        workers: the same for all others together.
        largest: megabytes of the largest worker as the run went on.
    """

    seconds: float
    parent: float
    workers: float
    largest: list[float]


def figures(documents: int) -> Iterator[tuple[str, str, str]]:
    """What was measured, its figure, and its budget."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox = copies(folder / "inbox", documents)
        start = run(copies(folder / "one", 1), folder / "start.db", 1)
        taken = {jobs: run(inbox, folder / f"{jobs}.db", jobs) for jobs in (1, 2, 4)}
        again = run(inbox, folder / "1.db", 1)
    one = taken[1].seconds - start.seconds
    for jobs, budget in ((2, 1.8), (4, 3.4)):
        gain = one / (taken[jobs].seconds - start.seconds)
        yield f"{jobs} processes against one", f"{gain:.2f} x", f">= {budget} x"
    yield (
        "the same, as the processor's time allows",
        f"{most(taken[4], start):.2f} x",
        "",
    )
    share = again.seconds / taken[1].seconds
    yield "running again against the first run", f"{share:.1%}", "<= 5 %"
    early, late = halves(taken[1].largest)
    yield "a worker's memory", f"{late:.0f} MB", "<= 250 MB"
    yield "the same, second half against first", f"{late / early - 1:+.1%}", "< 10 %"
    speed = documents / one
    yield f"{documents} documents, one process", f"{speed:.0f} a second", ""


def most(taken: Taken, start: Taken) -> float:
    """How much four cores can gain where the parent has to share them.

    Unlike the clock it does not depend on what else a machine does.
    """
    workers = taken.workers - start.workers
    return 4 * workers / (workers + taken.parent - start.parent)


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
    used: dict[int, float] = {}
    largest: list[float] = []
    with psutil.Popen(
        [*command, "--jobs", str(jobs)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        while process.poll() is None:
            largest += _looked_at(process, used)
            time.sleep(TICK)
    parent = used.pop(process.pid)
    seconds = time.perf_counter() - began
    return Taken(seconds, parent, sum(used.values()), largest)


def _looked_at(process: psutil.Process, used: dict[int, float]) -> list[float]:
    """Megabytes of the largest child, if there is any; notes what all have used."""
    sizes = []
    for one in (process, *process.children(recursive=True)):
        try:
            times = one.cpu_times()
            used[one.pid] = times.user + times.system
            sizes.append(one.memory_info().rss / 1e6)
        except psutil.NoSuchProcess:  # it ended while we looked
            continue
    return [max(sizes[1:])] if sizes[1:] else []


def halves(sizes: list[float]) -> tuple[float, float]:
    """The largest of the first half and of the second."""
    middle = max(1, len(sizes) // 2)
    return max(sizes[:middle], default=1.0), max(sizes[middle:], default=1.0)
