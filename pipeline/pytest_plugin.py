"""Corrections as tests of pytest: `pytest --gradewright-corrections DIR DIR`.

`--gradewright-data DIR` adds frameworks, bodies and cues, as `--data` does elsewhere.

Each file is a test: what the rules say today, against what a person said. One that
the rules have not learned yet is an expected failure; one that they had learned, and
one whose source changed, fails.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

OPTION = "--gradewright-corrections"
DATA = "--gradewright-data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The folder of corrections."""
    group = parser.getgroup("gradewright")
    group.addoption(OPTION, metavar="DIR", help="replay the corrections under DIR")
    group.addoption(
        DATA,
        metavar="DIR",
        action="append",
        default=[],
        help="add the frameworks, bodies and cues under DIR",
    )


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> "CorrectionFile | None":
    """A TOML file under that folder is a test."""
    folder = parent.config.getoption(OPTION)
    if folder is None or file_path.suffix != ".toml":
        return None
    if not file_path.is_relative_to(Path(folder).absolute()):
        return None
    return CorrectionFile.from_parent(parent, path=file_path)


class CorrectionFile(pytest.File):
    """A correction's file."""

    def collect(self) -> Iterator["CorrectionTest"]:
        """The one test in it."""
        yield CorrectionTest.from_parent(self, name=self.path.stem)


class CorrectionTest(pytest.Item):
    """A correction, replayed."""

    def runtest(self) -> None:
        """Make the record anew and compare."""
        from pipeline import knowledge  # noqa: PLC0415
        from pipeline.corrections import Filed, Status, read, replay  # noqa: PLC0415
        from pipeline.run import process  # noqa: PLC0415

        one = Filed(self.path, read(self.path))
        data = tuple(map(Path, self.config.getoption(DATA)))
        known = knowledge.load(*data)
        ((_, outcome),) = replay([one], lambda path: process(path, data=data), known)
        if outcome.status is Status.NEEDED:
            pytest.xfail(outcome.message)
        if outcome.complaint:
            pytest.fail(f"{outcome.status}: {outcome.message}", pytrace=False)
