"""Print what was measured beside its budget."""

import argparse
from itertools import chain

from tests.benchmarks import batch, stages


def main() -> None:
    """`python -m tests.benchmarks [--documents N]`; 0 leaves the batch out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    documents = parser.parse_args().documents
    batches = batch.figures(documents) if documents else ()
    for what, figure, budget in chain(stages.figures(), batches):
        print(f"{what:<40} {figure:>16}   {budget}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
