"""The floors under the corpus's accuracy: they may rise, and fall only on purpose.

`python -m tests.gate` checks; `--update` (`make pin`) raises the floors to what is
measured; `--allow-regression` with it lets them fall. The floors go with a digest of
the corpus: a changed source, gold or data file demands that they are pinned anew.
"""

import argparse
import hashlib
import json
import sys
from functools import cache
from pathlib import Path

from pipeline import knowledge
from pipeline.readers import read_bytes
from pipeline.records import Record
from pipeline.run import record_of as recorded
from pipeline.score import Scores, percent, score, sources

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
DATA = (CORPUS / "data",)
FLOORS = Path(__file__).with_name("floors.json")
PERFECT = "documents perfectly right"


@cache
def record_of(path: Path) -> Record:
    """The record of a corpus document; its source is named from the corpus on."""
    source = path.relative_to(CORPUS).as_posix()
    document = read_bytes(path.read_bytes(), source, knowledge.load(*DATA))
    return recorded(document, data=DATA)


@cache
def scores() -> Scores:
    """The corpus's records against its gold."""
    return score(CORPUS, [record_of(path) for path in sources(CORPUS)])


def measured(scores: Scores) -> dict[str, float]:
    """F1 by part and the share of perfect documents, in percent, cut to a tenth."""
    shares = {row.part: row.f1 for row in scores.rows()}
    shares[PERFECT] = len(scores.perfect()) / len(scores.documents)
    return {part: percent(share) for part, share in shares.items() if share is not None}


def digest(folder: Path) -> str:
    """Of all files of a corpus and their names."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(path.relative_to(folder).as_posix().encode())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def problems(pinned: dict, corpus: str, now: dict[str, float]) -> list[str]:
    """Why the gate stays shut, one line each; none: it opens."""
    found = []
    if pinned["corpus"] != corpus:
        found.append("the corpus has changed since the floors were pinned: make pin")
    return found + [
        f"{part}: {now.get(part, 0.0)} is below its floor, {floor}"
        for part, floor in pinned["floors"].items()
        if now.get(part, 0.0) < floor
    ]


def pin(
    pinned: dict, corpus: str, now: dict[str, float], *, allow_regression: bool
) -> dict:
    """The floors anew.

    Raises:
        ValueError: a floor would fall, and that is not allowed.
    """
    fallen = problems({**pinned, "corpus": corpus}, corpus, now)
    if fallen and not allow_regression:
        raise ValueError("\n".join([*fallen, "if it must be so: --allow-regression"]))
    return {"corpus": corpus, "floors": now}


def main(arguments: list[str]) -> int:
    """Check or pin; 1 where the gate stays shut."""
    parser = argparse.ArgumentParser(prog="python -m tests.gate", description=__doc__)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args(arguments)
    pinned = json.loads(FLOORS.read_text("utf-8"))
    now, corpus = measured(scores()), digest(CORPUS)
    if not options.update:
        found = problems(pinned, corpus, now)
        print("\n".join(found) or "no floor is undercut")  # noqa: T201 - a command
        return int(bool(found))
    try:
        floors = pin(pinned, corpus, now, allow_regression=options.allow_regression)
    except ValueError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command
        return 1
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
