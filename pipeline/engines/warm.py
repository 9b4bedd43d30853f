"""Imported once, before workers part from their common parent: all that they share.

Loading the stages and building the spaCy pipeline here costs each worker nothing.
"""

import os
from contextlib import suppress
from pathlib import Path

from pipeline.engines.worker import WARM
from pipeline.errors import DataError
from pipeline.mentions import build_nlp
from pipeline.run import attempt

__all__ = ["attempt"]

with suppress(DataError):  # whoever asks for the data next gets the same error
    build_nlp(*map(Path, filter(None, os.environ.get(WARM, "").split(os.pathsep))))
