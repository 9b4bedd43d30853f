"""`gradewright serve`: the review page live on this machine."""

from typing import Annotated

import typer

from pipeline.cli.options import CORRECTIONS, Corrections, Data, Status


def serve(
    records: Annotated[
        str,
        typer.Argument(metavar="RECORDS", help="A database or a .jsonl file."),
    ],
    *,
    port: Annotated[
        int, typer.Option(metavar="PORT", help="Where to listen on 127.0.0.1.")
    ] = 8642,
    corrections: Corrections = CORRECTIONS,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Open the review page on this machine, where decisions are saved.

    The address holds a secret and works on this machine only. Ctrl-C ends it.
    """
    from secrets import token_urlsafe

    from pipeline import knowledge

    try:
        import uvicorn

        from pipeline.review.server import HOST, Desk, application
    except ImportError as error:
        typer.echo(f"{error}; install it with: pip install gradewright[review]")
        raise typer.Exit(Status.NOT_RUN) from error
    desk = Desk(records, corrections, knowledge.load(*data), token_urlsafe(24))
    typer.echo(f"http://{HOST}:{port}/{desk.token}/")
    uvicorn.run(application(desk), host=HOST, port=port, log_level="warning")
