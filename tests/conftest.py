"""What all tests share."""

import pytest

from pipeline import knowledge
from pipeline.mentions import build_nlp
from tests.sinks.servers import PostgresServer


@pytest.fixture(scope="session")
def known():
    return knowledge.load()


@pytest.fixture
def loaded(tmp_path):
    """Knowledge with a further file, given by its path in the folder and its text."""

    def loaded(**files):
        for name, text in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.toml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        knowledge.load.cache_clear()
        return knowledge.load(tmp_path)

    yield loaded
    knowledge.load.cache_clear()


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
