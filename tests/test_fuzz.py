"""What fuzzing found stays mended; a few random inputs look for more."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import MADE, holds, is_quoted, is_read

FOUND = sorted(Path(__file__).parent.glob("fuzz/found/*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_broke_once_breaks_no_more(path):
    is_read(path.read_bytes())
    is_quoted(path.read_bytes())


@pytest.mark.parametrize("target", MADE)
def test_random_inputs_break_no_target(target):
    @settings(max_examples=40, deadline=None, derandomize=True)
    @given(st.binary(max_size=200))
    def check(data):
        holds(target, MADE[target](data))

    check()
