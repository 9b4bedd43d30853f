"""Imported once, before workers part from their common parent: all that they share.

Loading the stages and what they take from the data here costs each worker nothing.
"""

import os
from contextlib import suppress
from pathlib import Path

from pipeline import knowledge
from pipeline.engines.worker import WARM
from pipeline.errors import DataError
from pipeline.mentions import components
from pipeline.run import attempt

__all__ = ["attempt"]

with suppress(DataError):  # whoever asks for the data next gets the same error
    folders = filter(None, os.environ.get(WARM, "").split(os.pathsep))
    components(knowledge.load(*map(Path, folders)))
