"""Work that goes wrong in the ways that work can, told by the name of the input."""

import os
import signal
import time

from pipeline.records import Failure
from pipeline.sinks.rows import rows_of


def strange(task, data):  # noqa: ARG001 - the signature of work
    name = task.found.source
    if name.startswith("slow"):
        time.sleep(60)
    elif name.startswith("hungry"):
        bytearray(2**40)
    elif name.startswith("killed"):
        os.kill(os.getpid(), signal.SIGKILL)
    elif name.startswith("crash"):
        os._exit(3)
    elif name.startswith("bug"):
        raise RuntimeError("no\nway")
    elif name.startswith("long"):
        name += "x" * 2**20
    elif name.startswith("nap"):
        time.sleep(0.3)
    return rows_of(
        Failure(source=name, error="", cause=f"done by {os.getpid()}", remedy="")
    )


def unready(*_):
    """What a worker does that loads for ever."""
    time.sleep(60)
