"""Work without a search for garbage."""

import gc

import pytest

from pipeline.garbage import uncollected


@uncollected
def _is_searched() -> bool:
    return gc.isenabled()


@uncollected
def _failing() -> None:
    raise ValueError("so")


def test_nobody_looks_for_garbage_during_the_work_and_afterwards_again():
    assert not _is_searched()
    assert gc.isenabled()


def test_who_never_looks_for_garbage_does_not_begin_with_it():
    gc.disable()
    try:
        assert not _is_searched()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_work_that_fails_is_followed_by_searches_too():
    with pytest.raises(ValueError, match="so"):
        _failing()
    assert gc.isenabled()
