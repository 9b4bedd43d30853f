"""`gradewright serve`: the review page live on this machine."""

from typing import Annotated

import typer

from pipeline.cli.options import (
    CORRECTIONS,
    Corrections,
    Data,
    Records,
    Status,
    extra,
)
from pipeline.cli.values import whole


def serve(
    records: Records,
    *,
    port: Annotated[
        int,
        typer.Option(
            metavar="PORT", parser=whole(0, 65535), help="Where to listen on 127.0.0.1."
        ),
    ] = 8642,
    corrections: Corrections = CORRECTIONS,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Serve the review page, and save decisions.

    It works on this machine only, at an address that holds a secret; Ctrl-C ends it.
    """
    import socket
    from errno import EADDRINUSE
    from secrets import token_urlsafe

    from pipeline import knowledge
    from pipeline.sinks.stored import stored

    with extra("review"):
        import uvicorn

        from pipeline.review.server import HOST, Desk, application
    desk = Desk(records, corrections, knowledge.load(*data), token_urlsafe(24))
    next(stored(records), None)  # what cannot be read is told before anything is shown
    try:
        listener = socket.create_server((HOST, port))
    except OSError as error:
        taken = "another program has it" if error.errno == EADDRINUSE else None
        problem = taken or error.strerror or error
        typer.echo(f"--port {port}: {problem}; name another one", err=True)
        raise typer.Exit(Status.NOT_RUN) from error
    server = uvicorn.Server(uvicorn.Config(application(desk), log_level="warning"))
    typer.echo(f"http://{HOST}:{listener.getsockname()[1]}/{desk.token}/")
    server.run(sockets=[listener])
