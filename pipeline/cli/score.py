"""`gradewright score`: records against gold."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import Data


def score(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A corpus: documents with gold.json.")
    ],
    *,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Compare the records of a corpus with its gold: precision, recall, F1."""
    del folder, data
    raise typer.Exit(2)
