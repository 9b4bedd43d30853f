"""Print what was measured beside its budget."""

import argparse
from itertools import chain
from pathlib import Path

from tests.benchmarks import batch, stages, starts


def main() -> None:
    """`python -m tests.benchmarks [--documents N] [FOLDER]`.

    With `--documents 0` the batch is left out.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=batch.CORPUS,
        help="where the texts (.txt), pages (.html) and reports (.pdf) are",
    )
    parser.add_argument(
        "--documents", type=int, default=2000, help="of a batch; 0: none is run"
    )
    given = parser.parse_args()
    batches = batch.figures(given.documents) if given.documents else ()
    measured = chain(stages.figures(given.folder), starts.figures(), batches)
    for what, figure, budget in measured:
        print(f"{what:<40} {figure:>16}   {budget}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
