"""What the commands share: statuses and options."""

from enum import IntEnum
from pathlib import Path
from typing import Annotated

import typer


class Status(IntEnum):
    """The exit status of a command."""

    DONE = 0
    DOCUMENTS_FAILED = 1
    NOT_RUN = 2


Data = Annotated[
    list[Path],
    typer.Option(
        "--data",
        metavar="DIR",
        help="A folder with further frameworks/, bodies/ and cues/; repeatable.",
        show_default=False,
    ),
]
