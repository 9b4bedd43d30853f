"""Loading without a look for garbage."""

import gc

import pytest

from pipeline.cli.loading import loading


@pytest.fixture(autouse=True)
def _unfrozen():
    yield
    gc.unfreeze()


def test_nothing_is_looked_through_while_something_loads():
    with loading():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_loaded_is_not_looked_through_later():
    with loading():
        loaded = [[]]
    assert gc.is_tracked(loaded)
    assert loaded not in gc.get_objects()


def test_garbage_is_looked_for_again_where_loading_fails():
    with pytest.raises(ImportError), loading():
        raise ImportError("not installed")
    assert gc.isenabled()
