"""Print what was measured beside its budget."""

import argparse

from tests.benchmarks import batch


def main() -> None:
    """`python -m tests.benchmarks [--documents N]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    documents = parser.parse_args().documents
    for what, figure, budget in batch.figures(documents):
        print(f"{what:<40} {figure:>16}   {budget}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
