"""`gradewright serve`: the review page live on this machine."""

from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from socket import socket


Port = Annotated[
    int,
    typer.Option(
        metavar="PORT", parser=whole(0, 65535), help="Where to listen on 127.0.0.1."
    ),
]


def serve(
    records: Records,
    *,
    port: Port = 8642,
    corrections: Corrections = CORRECTIONS,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Serve the review page, and save decisions.

    It works on this machine only, at an address that holds a secret; Ctrl-C ends it.
    """
    from secrets import token_urlsafe

    from pipeline import knowledge
    from pipeline.sinks.stored import stored

    with extra("review"):
        import uvicorn

        from pipeline.review.server import HOST, Desk, application
    desk = Desk(records, corrections, knowledge.load(*data), token_urlsafe(24))
    next(stored(records), None)  # what cannot be read is told before anything is shown
    listener = _listening(HOST, port)
    server = uvicorn.Server(uvicorn.Config(application(desk), log_level="warning"))
    typer.echo(f"http://{HOST}:{listener.getsockname()[1]}/{desk.token}/")
    server.run(sockets=[listener])


def _listening(host: str, port: int) -> "socket":
    """A socket on a port that nobody else has."""
    from errno import EADDRINUSE
    from socket import create_server

    try:
        return create_server((host, port))
    except OSError as error:
        taken = "another program has it" if error.errno == EADDRINUSE else None
        problem = taken or error.strerror or error
        typer.echo(f"--port {port}: {problem}; name another one", err=True)
        raise typer.Exit(Status.NOT_RUN) from error
