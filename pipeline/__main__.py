"""`python -m pipeline` is `gradewright`."""

import gc
import signal
import sys


def main() -> int:
    """The command; an interrupt while it is being loaded ends it without a word."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from pipeline.cli import main as command  # noqa: PLC0415 - most of the loading

    try:
        return command()
    finally:
        gc.freeze()  # or all that was loaded is looked through once more at the end


if __name__ == "__main__":
    sys.exit(main())
