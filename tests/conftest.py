"""What all tests share."""

import pytest

from pipeline import knowledge
from pipeline.mentions import build_nlp
from tests.sinks.servers import PostgresServer


@pytest.fixture(scope="session")
def known():
    return knowledge.load()


@pytest.fixture(scope="session")
def nlp():
    return build_nlp()


@pytest.fixture(scope="session")
def postgres():
    """A server of our own, or a skip where Debian's binaries are not installed."""
    server = PostgresServer()
    server.start()
    yield server
    server.remove()
