"""`gradewright review`: records to a page that people read."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import Data, Records, check_ours, extra


def review(
    records: Records,
    *,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Where the page goes."),
    ] = Path("outputs/review.html"),
    plots: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write figures of grades and changes too."),
    ] = None,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Write a self-contained page for looking through records.

    It shows grades by body and area, each document with its evidence, who said what,
    and what to check first. It needs no network and runs nothing but its own script.
    """
    from pipeline import knowledge
    from pipeline.review import MARK, write_page
    from pipeline.sinks.stored import stored

    if plots:
        with extra("plots"):
            from pipeline.review.plots import write_plots
    check_ours(output, MARK)
    known = knowledge.load(*data)
    drawn = write_page(stored(records), known, output, name=Path(records).name)
    typer.echo(f"documents        {drawn.documents}")
    typer.echo(f"with issues      {drawn.issues}")
    typer.echo(f"possible misses  {drawn.misses}")
    typer.echo(f"page             {output}")
    if plots:
        for path in write_plots(stored(records), known, plots):
            typer.echo(path)
