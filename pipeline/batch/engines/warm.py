"""Imported once, before workers part from their common parent: all that they share.

Loading the stages and reading a first document, which makes what is only made when it
is needed, cost each worker nothing here.
"""

import os
from pathlib import Path

from pipeline.batch.engines.worker import WARM
from pipeline.inputs import Input
from pipeline.run import attempt

__all__ = ["attempt"]

ARTICLE = """Westmarch Police is good at preventing crime, HMICFRS said on Tuesday.

“We will improve,” said chief constable Ada Holm.
"""
PAGE = f"<html><title>Westmarch</title><article><p>{ARTICLE}</p></article></html>"

data = tuple(map(Path, filter(None, os.environ.get(WARM, "").split(os.pathsep))))
for sample in (ARTICLE, PAGE):
    attempt(Input("sample", data=sample.encode()), data=data)
