"""Documents to be read by engines."""

import pytest

from pipeline.batch.engines.unit import Task
from pipeline.inputs import Input

STORY = "Westmarch Police is good at preventing crime, inspectors said.\n"


@pytest.fixture
def stories(tmp_path):
    """Tasks for sound documents and one that cannot be read."""
    paths = [tmp_path / f"{number}.txt" for number in range(7)]
    for path in paths[1:]:
        path.write_text(f"{STORY}{path.name}\n", "utf-8")
    paths[0].touch()
    return [Task(Input(str(path), path), path.name) for path in paths]
