"""Gradewright: what is written about public inspections, as validated records."""

from pipeline._version import __version__

__all__ = ["__version__"]
