"""Gradewright: what is written about public inspections, as validated records.

Everything below is loaded when it is first used: importing this package imports
nothing heavy.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from pipeline._version import __version__ as __version__

if TYPE_CHECKING:
    from pipeline.errors import PipelineError, ReadError
    from pipeline.issues import Issue
    from pipeline.mentions import build_nlp
    from pipeline.readers import read
    from pipeline.records import Failure, Record
    from pipeline.run import process, quotes, run

__all__ = [
    "Failure",
    "Issue",
    "PipelineError",
    "ReadError",
    "Record",
    "build_nlp",
    "process",
    "quotes",
    "read",
    "run",
]

_HOMES = {
    "Failure": "pipeline.records",
    "Issue": "pipeline.issues",
    "PipelineError": "pipeline.errors",
    "ReadError": "pipeline.errors",
    "Record": "pipeline.records",
    "build_nlp": "pipeline.mentions",
    "process": "pipeline.run",
    "quotes": "pipeline.run",
    "read": "pipeline.readers",
}


def __getattr__(name: str) -> object:
    """Import a public name from where it lives, once."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted([*__all__, "__version__"])


class _Package(ModuleType):
    """Keeps `pipeline.run` the function, although a module has that name too.

    The import system writes a submodule's name into its package; the setter below
    lets that pass. The module stays in reach by `from pipeline.run import ...`.
    """

    @property
    def run(self) -> object:
        return import_module("pipeline.run").__dict__["run"]

    @run.setter
    def run(self, module: ModuleType) -> None:
        pass


sys.modules[__name__].__class__ = _Package
