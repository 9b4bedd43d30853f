"""What all tests share."""

import pytest

from pipeline import knowledge
from pipeline.mentions import build_nlp


@pytest.fixture(scope="session")
def known():
    return knowledge.load()


@pytest.fixture(scope="session")
def nlp():
    return build_nlp()
